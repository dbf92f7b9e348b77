import { describe, expect, it } from 'vitest';
import { contextAfter } from '../../src/reading/index.ts';
import { ContextSchema } from '../../src/topics/context.ts';
import { contextOf, cut, HOLD, hike, lastOf, lastTurn, method, turnOf, views } from './asked-turns.ts';

const floating = (share: number) => ({ small: { floatingShare: share } });

describe('what goes on from a move', () => {
  it.each([
    // another size or direction
    [['50bps', 'and 75?'], cut(75)],
    [['hike 25', 'and 50?'], hike(50)],
    [['50bps', '25 more'], cut(75)],
    [['50bps', '20bp less'], cut(30)],
    [['60bps', 'another 15'], cut(75)],
    [['50bps', 'double that'], cut(100)],
    [['50bps', 'half of it'], cut(25)],
    [['50bps', 'the other way round'], hike(50)],
    [['50bps', 'and a hike?'], hike(50)],
    [['hike 75', 'sorry i meant a cut'], cut(75)],
    [['50bps', 'what if they hold'], HOLD],
    // other assumptions
    [['50bps', 'what if 60% floats'], cut(50, floating(60))],
    [['50bps floating=60%', 'and 25?'], cut(25, floating(60))],
    [['50bps floating=60%', 'and 100bp with a 7% rate'], cut(100, { small: { floatingShare: 60, rate: 7 } })],
    [['50bps floating=60%', 'and with leverage of 5x'], cut(50, { small: { floatingShare: 60, debtToEbitda: 5 } })],
    [['50bps floating=60%', 'start over'], cut(50)],
    [['50bps floating=60% debt=5x', 'back to the default leverage'], cut(50, floating(60))],
    // one company or both
    [['50bps', 'only the large one'], cut(50, { only: 'large' })],
    [['50bps', 'just smallcap', 'now the other one'], cut(50, { only: 'large' })],
    [['50bps', 'only large', 'both again'], cut(50)],
    [['50bps', 'only large', 'what if 20% floats'], cut(50, { only: 'large', large: { floatingShare: 20 } })],
    [['50bps', 'only large', 'and 75?'], cut(75, { only: 'large' })],
    // side by side with it
    [['50bps', 'put that next to 100bp'], { kind: 'compare-moves', moves: [-50, -100] }],
    [['hike 25', 'compare it to 50'], { kind: 'compare-moves', moves: [25, 50] }],
    // and of the model
    [['50bps', 'why?'], method('why', cut(50))],
    [['50bps', 'is that after tax'], method('tax', cut(50))],
    [['50bps floating=60%', 'show the working'], method('formula', cut(50, floating(60)))],
    [['50bps', 'and in dollars?'], cut(50)],
    // a wanted change, then for the other company
    [
      ['what cut lifts smallcap net income by 10%', 'and for large?'],
      { kind: 'solve', target: { of: 'lift', percent: 10 }, only: 'large' },
    ],
  ])('%j', (typed, question) => {
    expect(lastOf(...typed)).toEqual(question);
  });

  it.each([
    [['50bps', 'bullish views', 'and 75?'], cut(75)],
    [['50bps', 'russell to s&p ratio', 'only large'], cut(50, { only: 'large' })],
    [['50bps floating=60%', 'help', 'and 25?'], cut(25, floating(60))],
  ])('is still there after something else: %j', (typed, question) => {
    expect(lastOf(...typed)).toEqual(question);
  });

  it('is not there where no move was asked about', () => {
    expect(lastOf('double that')).toMatchObject({ kind: 'unclear' });
    expect(lastOf('bullish views', 'what if 60% floats')).toMatchObject({ kind: 'unclear', reason: 'which' });
  });
});

const ASKED_BACK = expect.objectContaining({ kind: 'unclear' });
const solve = (percent: number, rest: object = {}) => ({ kind: 'solve', target: { of: 'lift', percent }, ...rest });
const rotation = (rest: object) => ({ kind: 'rotation', ...rest });

describe('a thread at a desk', () => {
  const THREADS: readonly (readonly (readonly [string, unknown])[])[] = [
    [
      ['50bps', cut(50)],
      ['both at 30% floating', cut(50, { ...floating(30), large: { floatingShare: 30 } })],
      ['only large', cut(50, { ...floating(30), large: { floatingShare: 30 }, only: 'large' })],
      ['who is bearish', views({ stances: ['bearish'] })],
      ['undo the 30%', cut(50)],
    ],
    [
      ['cut 75', cut(75)],
      ['large with 70% fixed', cut(75, { large: { floatingShare: 30 }, only: 'large' })],
      ['forget that, the note’s mix please', cut(75)],
      ['flip the sign', hike(75)],
      ['double it', hike(150)],
    ],
    [
      ['what move costs smallcap 5% of its earnings', solve(-5, { only: 'small' })],
      ['so how many 25s roughly', solve(-5, { only: 'small' })],
      ['and if only a third of it floats', solve(-5, { only: 'small', small: { floatingShare: 33.333333 } })],
      ['flip the sign, +5', solve(5, { only: 'small', small: { floatingShare: 33.333333 } })],
      ['forget that third, i want the note’s mix', solve(5, { only: 'small' })],
    ],
    [
      ['how big a cut for +10% on smallcap net income', solve(10, { only: 'small' })],
      ['round to the nearest quarter point', cut(125, { only: 'small' })],
      ['how many meetings is that at 25 a go', solve(10, { only: 'small' })],
      ['large cap, same target', solve(10, { only: 'large' })],
      ['ok what would 300 give', cut(300)],
    ],
    [
      ['how big a cut for smallcap profit to go up 5 percent', solve(5, { only: 'small' })],
      ['and for a 3 pct drop', solve(-3, { only: 'small' })],
      ['what if ni is 80', solve(-3, { only: 'small', small: { netIncome: 80 } })],
      ['up two?', solve(2, { only: 'small', small: { netIncome: 80 } })],
      ['keep that, but one percent only', solve(1, { only: 'small', small: { netIncome: 80 } })],
      ['and a rise of 4%', solve(4, { only: 'small', small: { netIncome: 80 } })],
      ['down 50?', ASKED_BACK],
    ],
    [
      ['which move lifts largecap net income by 2%', solve(2, { only: 'large' })],
      ['and a 1% cut', cut(100)],
    ],
    [
      ['what move costs largecap 2% of its earnings', solve(-2, { only: 'large' })],
      ['if rates drop 1%?', cut(100)],
    ],
    [
      ['hike 50', hike(50)],
      ['what if smalls were paying 7 percent', hike(50, { small: { rate: 7 } })],
      ['actually let’s do that for both of them', hike(50, { small: { rate: 7 }, large: { rate: 7 } })],
      ['both again', hike(50, { small: { rate: 7 }, large: { rate: 7 } })],
    ],
    [
      ['hike 25', hike(25)],
      ['only large', hike(25, { only: 'large' })],
      ['baith the gither', hike(25)],
      ['n again in march', hike(50, { parts: [{ moveBps: 25 }, { moveBps: 25, month: 3 }] })],
      ['and if they undo the lot', cut(50, { parts: [{ moveBps: -25 }, { moveBps: -25, month: 3 }] })],
    ],
    [
      ['cut 50', cut(50)],
      ['add another qtr on top', cut(75)],
      ['nah take the qtr back out', cut(50)],
      ['smalls only, for the 9am', cut(50, { only: 'small' })],
      ['flip it', hike(50, { only: 'small' })],
      ['n both again', hike(50)],
    ],
    [
      ['compare a 50 cut with a 25 hike', { kind: 'compare-moves', moves: [-50, 25] }],
      ['and a 75 cut as well', { kind: 'compare-moves', moves: [-50, 25, -75] }],
      ['take the hike out of it', { kind: 'compare-moves', moves: [-50, -75] }],
      ['hikes instead', { kind: 'compare-moves', moves: [50, 75] }],
    ],
    [
      ['put a 25, a 50 and a 75 cut next to eachother', { kind: 'compare-moves', moves: [-25, -50, -75] }],
      ['at 7 pct on the debt', { kind: 'compare-moves', moves: [-25, -50, -75], small: { rate: 7 } }],
    ],
    [
      ['hike 25', hike(25)],
      ['add another 25 in march', hike(50, { parts: [{ moveBps: 25 }, { moveBps: 25, month: 3 }] })],
      ['drop the first one', hike(25)],
      ['opposite', cut(25)],
      ['small only', cut(25, { only: 'small' })],
    ],
    [
      ['25 vs 50', { kind: 'compare-moves', moves: [-25, -50] }],
      ['and 75', { kind: 'compare-moves', moves: [-25, -50, -75] }],
      ['what if 60% floats', { kind: 'compare-moves', moves: [-25, -50, -75], ...floating(60) }],
      ['go back one', { kind: 'compare-moves', moves: [-25, -50, -75] }],
    ],
    [
      ['rotation since 9 jul 2024', rotation({ from: '2024-07-09' })],
      ['and ytd?', rotation({ ytd: true })],
      ['who won', rotation({ ytd: true })],
      ['vs end of 2024', rotation({ from: '2024-12-31' })],
      ['and 23', ASKED_BACK],
      ['ok, 50bps then', cut(50)],
    ],
    [
      ['100 cut for the pair', cut(100)],
      ['just small', cut(100, { only: 'small' })],
      ['leverage 5x', cut(100, { small: { debtToEbitda: 5 }, only: 'small' })],
      ['and ebitda of 200m there', cut(100, { small: { debtToEbitda: 5, ebitda: 200 }, only: 'small' })],
      ['scrap all that', cut(100)],
    ],
    [
      ['what if rates go up', ASKED_BACK],
      ['25', hike(25)],
      ['no, 50', hike(50)],
      ['that on large only', hike(50, { only: 'large' })],
      ['thanks, now reset', hike(50)],
    ],
    // words that were not read: a direction or a company said outright goes on, what stands for something asks
    [
      ['50bps', cut(50)],
      ['asdf qwer', ASKED_BACK],
      ['and a hike?', hike(50)],
      ['zzz frobnicate', ASKED_BACK],
      ['double it', hike(100)],
    ],
    [
      ['hike 25 for small and big', hike(25)],
      ['qwertz', ASKED_BACK],
      ['only the small one', hike(25, { only: 'small' })],
      ['and 50', hike(50, { only: 'small' })],
    ],
    [
      ['how many hikes in 2022', expect.objectContaining({ kind: 'fed-history', from: '2022-01-01' })],
      ['and 23 then', expect.not.objectContaining({ kind: 'rate-move' })],
      ['who won', { kind: 'refusal', reason: 'off topic' }],
      ['cut 23bp', cut(23)],
    ],
  ];

  it.each(THREADS.map((turns) => [turns.map(([typed]) => typed).join(' > '), turns] as const))('%s', (_, turns) => {
    const typed = turns.map(([text]) => text);
    expect(typed.map((text, at) => [text, lastOf(...typed.slice(0, at + 1))])).toEqual(turns);
  });
});

describe('the context after a turn', () => {
  it('is the question answered, with the move asked about last', () => {
    const bullish = views({ stances: ['bullish'] });
    expect(contextOf('50bps')).toMatchObject({ last: cut(50), move: cut(50) });
    expect(contextOf('50bps', 'bullish views')).toMatchObject({ last: bullish, move: cut(50), views: bullish });
    expect(contextOf('bullish views')).toEqual({ last: bullish, views: bullish });
  });

  it.each([
    ['help', 'help', undefined],
    ['a refusal', 'should we buy small caps', 'refusal'],
    ['what is not known', 'where is the russell trading now', 'not-known'],
    ['an effect', 'stop', undefined],
  ])('is the one before after %s', (_, typed, kept) => {
    const before = contextOf('50bps', 'bullish views');
    const { aside: beside, ...after } = contextAfter(turnOf(typed, before), before) ?? {};
    expect(after).toEqual(before);
    const { aside, ...first } = contextAfter(turnOf(typed), undefined) ?? { last: { kind: 'help' } };
    expect(first).toEqual({ last: { kind: 'help' } });
    // what is declined and what is not known are kept beside it
    expect([beside, aside].map((one) => one?.kind)).toEqual([kept, kept]);
  });
});

describe('the context of a conversation', () => {
  it('is read as it was stored before it knew more than the last question and move', () => {
    const stored = { last: cut(50, { small: { floatingShare: 60 } }), move: cut(50, { small: { floatingShare: 60 } }) };
    const context = ContextSchema.parse(JSON.parse(JSON.stringify(stored)));
    const turn = turnOf('and 75?', context);
    expect(turn.kind === 'question' && turn.question).toEqual(cut(75, { small: { floatingShare: 60 } }));
  });

  it.each([
    [['50bp with 60% floating', '25 v 50', 'how big a cut to lift small 5%', 'who is bullish', 'asdf']],
    [['25 in december and 50 in march', 'without the march one', 'undo']],
    [['3 cuts', 'cut rates', '2 cuts 50bp', 'double it', 'only the small one']],
  ])('survives the store after each of %j', (typed) => {
    typed.forEach((_, at) => {
      const context = contextOf(...typed.slice(0, at + 1));
      if (context) expect(ContextSchema.parse(JSON.parse(JSON.stringify(context)))).toEqual(context);
    });
  });

  it('is left alone by help and what is declined', () => {
    const before = contextOf('50bps');
    expect(contextAfter(turnOf('help', before), before)).toBe(before);
  });

  it('is marked after words that were not read, so that what goes on from them is asked', () => {
    expect(contextOf('50bps', 'hgfd zxcv')).toMatchObject({ stale: true });
    expect(lastOf('50bps', 'hgfd zxcv', 'that')).toMatchObject({ kind: 'unclear' });
    expect(lastOf('50bps', 'hgfd zxcv', 'double it')).toMatchObject({ kind: 'rate-move', moveBps: -100 });
    expect(lastOf('50bps', 'hgfd zxcv', 'hold')).toEqual(HOLD);
  });
});

type Row = readonly [texts: readonly string[], asks: Readonly<Record<string, unknown>>];

describe('short turns of the other topics', () => {
  it.each<Row>([
    [['next meeting?', 'presser too?'], { kind: 'not-known', what: 'around the meetings' }],
    [['next meeting?', 'when do minutes come out'], { kind: 'not-known', what: 'around the meetings' }],
    [['last cut', 'was it a surprise'], { kind: 'not-known', what: 'around the meetings' }],
    [['next fomc?', 'what if they just sit there'], { kind: 'rate-move', moveBps: 0 }],
    [['no move in dec - then what'], { kind: 'rate-move', moveBps: 0 }],
    [['Fed goes down a half percent, how much more earns the small company?'], { kind: 'rate-move', moveBps: -50 }],
    [['at which hike is smallcaps ni zero'], { kind: 'solve', only: 'small', target: { of: 'lift', percent: -100 } }],
    [['2 pct inflation target is a joke, just hike already'], { kind: 'refusal' }],
    [
      ['how often has the fed moved since we bought in, that was jan 2024'],
      { kind: 'fed-history', from: '2024-01-01' },
    ],
    [['how many times did they sit still in 25'], { kind: 'fed-history', way: 'hold', from: '2025-01-01' }],
    [['In plain words, what did the Fed do in September?'], { kind: 'fed-history', ask: 'meeting' }],
    [['3 quarter pt cuts in a row'], { kind: 'rate-move', moveBps: -75 }],
    [['did they ever cut 3 times in a row'], { kind: 'fed-history', ask: 'moves', inARow: true }],
    [['if they take the sept one back what changes'], { kind: 'rate-move', moveBps: -25 }],
    [['fed this week?'], { kind: 'fed', calendar: { ask: 'date' } }],
    [['hike 25', 'and then two more of those in h1'], { kind: 'rate-move', moveBps: 75 }],
    [['cut 25', 'plus two more like it'], { kind: 'rate-move', moveBps: -75 }],
    [['forward pe of the russell', 'how old is it'], { kind: 'source' }],
    [['what discount is small vs large', 'as of?'], { kind: 'source' }],
    [
      ['what discount is small vs large', 'what was it in 2000'],
      { kind: 'not-known', word: 'forward P/E of small caps in 2000' },
    ],
    [['forward pe of the russell', 'vs history'], { kind: 'not-known', word: 'a usual P/E of small caps' }],
    [['forward pe of the russell', 'includes negatives?'], { kind: 'not-known', what: 'topic' }],
    [['forward pe of the russell', 'and the s&p'], { kind: 'figure', figures: ['000-spx-forward-pe'] }],
    [['small v large since covid low'], { kind: 'rotation', from: '2020-03-23' }],
    [['cuts in 2024', 'run the biggest of those'], { kind: 'rate-move', moveBps: -50 }],
    [['cuts in 2024', 'what would the first one do to small'], { kind: 'rate-move', moveBps: -50, only: 'small' }],
    [['below 12x - whose claim'], { kind: 'figure', figures: ['003-rut-value-forward-pe'] }],
    [['assume we finish next year at 2.75 to 3', 'only half way there?'], { kind: 'rate-move', moveBps: -50 }],
    [['when do they meet next', 'what did july do'], { kind: 'fed-history', ask: 'meeting', meeting: { month: 7 } }],
    [['when do they meet next', 'so wheres the rate'], { kind: 'fed' }],
    [['where was the funds rate when note 002 came out'], { kind: 'fed-history', ask: 'range', to: '2024-07-25' }],
    [['any cuts between meetings in the data you hold'], { kind: 'fed-history', way: 'cut', unscheduled: true }],
    [
      [
        'where do small caps stand against large caps',
        'and how does that compare with the day before the september hike',
      ],
      { kind: 'rotation', from: '2026-09-15' },
    ],
    [['what does calvasina say', 'And Hackett? Bull or bear?'], { kind: 'views', who: ['Mark Hackett'] }],
    [['thanks all, hope you had a good break'], { kind: 'help', said: 'thanks' }],
    [['msft off 30 bps premarket, any idea'], { kind: 'refusal', reason: 'single stocks' }],
    [['custodian charges us 6bps'], { kind: 'refusal', reason: 'off topic' }],
    [['table for 3 at 8.15'], { kind: 'refusal', reason: 'off topic' }],
    [['your gut, do they hike in december'], { kind: 'not-known', what: 'forecast' }],
  ])('%j', (texts, asks) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question: asks });
  });

  it.each<Row>([
    [['a brief every weekday at 8', 'only days the market is open'], { kind: 'brief', do: 'change', onClosed: 'skip' }],
    [['a brief every weekday at 8', 'nothing between 23 dec and 3 jan'], { kind: 'unclear', reason: 'brief-apart' }],
    [['a brief every weekday at 8', 'how would i delete it'], { kind: 'brief', do: 'list' }],
  ])('%j', (texts, turn) => {
    expect(lastTurn(...texts)).toMatchObject(turn);
  });
});
