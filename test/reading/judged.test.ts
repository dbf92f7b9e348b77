import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn } from './asked-turns.ts';

type Row = readonly [texts: readonly string[], asks: Readonly<Record<string, unknown>>];

const CUT = 'what if they cut 75';
const FLOATING = 'floating share 30% for small, cut 100';

describe('everyday words beside the one thing that is asked', () => {
  it.each<Row>([
    [['if the Fed make a descent of half point how much gain the small company'], { moveBps: -50, only: 'small' }],
    [['a fed descent of 25, both companies'], { moveBps: -25 }],
    [['an uptick of 50 from the fed'], { moveBps: 50 }],
    [['fed steps lower by 25, small one'], { moveBps: -25, only: 'small' }],
    [['rates edge higher by 25bp'], { moveBps: 25 }],
    [['hike 25 dec then whack 50 off in jan, net?'], { moveBps: -25 }],
    [['tack another 25 hike on', 'hike 25 and then tack 25 on, net?'], { moveBps: 50 }],
    [['floating share 30% for small, shift -100'], { moveBps: -100, small: { floatingShare: 30 } }],
    [['leverage 5x for small, shock -50'], { moveBps: -50, small: { debtToEbitda: 5 } }],
    [['leverage 5x for small, shift +50'], { moveBps: 50, small: { debtToEbitda: 5 } }],
    [['lever SC to 7.5 turns, -50'], { moveBps: -50, small: { debtToEbitda: 7.5 } }],
    [['lever small up to 8 turns & cut 75'], { moveBps: -75, small: { debtToEbitda: 8 } }],
    [[FLOATING, 'keep that. leverage 5x'], { moveBps: -100, small: { floatingShare: 30, debtToEbitda: 5 } }],
    [[CUT, "what if it's loss making, -20m"], { moveBps: -75, small: { netIncome: -20 } }],
    [[CUT, 'what if its a loss, -20m'], { moveBps: -75, small: { netIncome: -20 } }],
    [[CUT, 'sorry I said seventy five I meant twenty five full stop'], { moveBps: -25 }],
    [[CUT, 'i typed 75 but i meant 50'], { moveBps: -50 }],
    [[CUT, 'i said 75, i actually meant 100'], { moveBps: -100 }],
    [[CUT, 'nah other way round they hike 25'], { moveBps: 25 }],
    [[CUT, 'opposite, they hike 50'], { moveBps: 50 }],
    [['what would 50 off do for the small company', 'and the big?'], { moveBps: -50, only: 'large' }],
    [[CUT, 'if instead is going up, same size'], { moveBps: 75 }],
    [[CUT, 'if it goes up by the same amount'], { moveBps: 75 }],
    [['if they hold does anything change for the companies or is it literally zero'], { moveBps: 0 }],
    [['if the fed holds does small cap gain or does it stay flat'], { moveBps: 0 }],
    [['back up to 5.25-5.50 like summer 24, small cap hit?'], { moveBps: 150, only: 'small' }],
    [['dNI/dr per 1bp, both cos'], { moveBps: -1 }],
  ])('a move: %j', (texts, asks) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question: { kind: 'rate-move', ...asks } });
  });

  it.each<Row>([
    [[FLOATING, 'bp reqd for +10% NI under those'], { kind: 'solve', target: { of: 'lift', percent: 10 } }],
    [['range right now??'], { kind: 'fed' }],
    [['the range right now'], { kind: 'fed' }],
    [['range as it stands'], { kind: 'fed' }],
    [['dear team where is russell / s&p ratio standing as on last close pls'], { kind: 'ratio' }],
    [['russell / s&p ratio as of last close'], { kind: 'ratio' }],
    [['smallcaps whole interest bill as it stands'], { figures: ['000-smallcap-interest-before'] }],
    [
      ['mag7 share of spx gains acc to the papers, then and later'],
      { figures: ['003-magnificent-7-gains-2024', '003-magnificent-7-gains-2025'] },
    ],
    [["who's bearish in there, with house and date"], { kind: 'views', stances: ['bearish'] }],
    [['who is bullish, with names and dates'], { kind: 'views', stances: ['bullish'] }],
  ])('another topic: %j', (texts, asks) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question: asks });
  });

  it.each([
    'the descent of small caps was 5%',
    'bolt 25 on the door',
    'tack 25 chairs on',
    'shift 100',
    'shift 50 at the shop',
    'night shift -2',
    'temperature shift -10',
    'lever arm 50',
    'reqd 25',
    'i said 75 people i meant 25',
    'i said page 75 i meant 25',
    'he is loss making, -20m',
    'by summer 25',
    'cut 25 in summer 24',
    'age range right now',
    'price range right now',
    'russell forward pe then and now',
  ])('stays asked: %j', (text) => {
    expect(lastTurn(text)).not.toMatchObject({
      kind: 'question',
      question: { kind: expect.stringMatching(/^(?:rate-move|solve|figure|fed)$/) },
    });
  });
});

const namesOf = (...typed: readonly string[]): readonly string[] => {
  const turn = lastTurn(...typed);
  return turn.kind === 'unclear' && turn.reason === 'which' ? turn.readings.map(({ name }) => name) : [turn.kind];
};

describe('a conversation that was asked back', () => {
  it('goes on from what was offered, and only offers', () => {
    const words = ['3 cuts', 'double it', 'only the small one', 'with 60% floating', 'undo'];
    expect(words.map((_, at) => namesOf(...words.slice(0, at + 1)).slice(0, 2))).toEqual([
      ['3 × 25: 75 bp', '3 × 50: 150 bp'],
      ['Cut 150 bp', 'Cut 300 bp'],
      ['Cut 150 bp, SmallCap', 'Cut 300 bp, SmallCap'],
      ['Cut 150 bp, 60% floating, SmallCap', 'Cut 300 bp, 60% floating, SmallCap'],
      ['Cut 150 bp, SmallCap', 'Cut 300 bp, SmallCap'],
    ]);
  });

  it('keeps what was offered through words that are not understood', () => {
    expect(namesOf('2 cuts', 'qwertz uiop', 'the opposite').slice(0, 2)).toEqual(['Hike 50 bp', 'Hike 100 bp']);
  });

  it('answers what asks a whole question', () => {
    expect(lastTurn('a jumbo cut', 'hike 25')).toMatchObject({ kind: 'question', question: { moveBps: 25 } });
    expect(lastTurn('a jumbo cut', 'which notes do you have')).toMatchObject({ question: { kind: 'notes' } });
  });

  it('offers what goes on from it beside what would answer the words alone', () => {
    const asked = 'wotcha squire, russell gone wonky v spx since the last cut';
    expect(namesOf(asked, 'since the hike in sept rather')).toEqual([
      'Ratio since 16\u00a0Sep\u00a02026',
      'Ratio since the last hike',
      'Moves since 16\u00a0Sep\u00a02026',
    ]);
    expect(namesOf(asked, 'this yr so far then')[0]).toBe('Ratio this year');
    expect(lastTurn(asked, 'what did the fed do in september')).toMatchObject({ question: { kind: 'fed-history' } });
  });

  it('forgets it after an answer', () => {
    expect(lastTurn('a jumbo cut', 'hike 25', 'double it')).toMatchObject({ question: { moveBps: 50 } });
  });
});

describe('words that say more than can be read', () => {
  it.each([
    [['cut 50', 'could you maybe redo the picture for largecap sometime'], 'Cut 50 bp, LargeCap'],
    [['how many cuts in 2024', 'grand job, and what story for 2023 pal'], 'Cuts in 2023'],
    [['fwd pe of the russell?', 'how cheap is small vs nasdaq', 'vs the S&P i mean'], 'P/E: Russell against S&P'],
  ])('%j change the question before, and are offered', (texts, name) => {
    expect(namesOf(...texts)[0]).toBe(name);
  });

  it.each([
    [['cut 100 for large', 'bro my fantasy team is down 30 pts']],
    [['how many 75s have they done', 'brb 50 page deck to print']],
    [['last six months small vs big', 'who closed higher friday, dax or cac']],
  ])('%j change nothing where they are of something else', (texts) => {
    expect(namesOf(...texts)).toEqual(['question']);
    expect(lastTurn(...texts)).toMatchObject({ question: { kind: expect.stringMatching('refusal|not-known') } });
  });
});

describe('a question that leaves out what the words pick by', () => {
  it.each([
    'hikes less than 50 in 2022',
    'ratio before and after the sept 24 cut',
    'small caps between cuts in 2025',
    'ratio day after the dec cut',
    'smalls in 2024 and 2025 separately',
    'how many meetings before march 27',
    'how long were rates above 5%',
    'forward pe of the russell vs its average',
    'is the 40% discount the deepest ever',
    'do the notes contradict each other on anything but pe',
    'was the 6.3 trillion higher than the year before',
    'how many hikes from 2015 until covid',
    'when did they cut twice in a month',
    'small v large after each of the 2024 cuts',
    'since the fed paused in jan how have smalls done',
    'smalls vs bigs from the last hike until they cut',
  ])('%s is offered and not answered', (text) => {
    expect(lastTurn(text)).toMatchObject({ kind: 'unclear' });
  });

  it.each([
    ['50 off then a quarter back on', 'rate-move'],
    ['fifty off from now on', 'rate-move'],
    ['moves over 50 since 1994', 'fed-history'],
    ['were rates above 4% in 2023', 'fed-history'],
    ['share of funds that beat the index h1 2024', 'figure'],
    ['first cut after 2023', 'fed-history'],
    ['were there more hikes in 2005 or 2018', 'fed-history'],
    ['ratio since the last cut', 'rotation'],
    ['incl dividends how would the ratio look since jan 2020', 'rotation'],
    ['how many cuts by 27', 'fed'],
  ])('%s leaves nothing out', (text, kind) => {
    expect(lastTurn(text)).toMatchObject({ kind: 'question', question: { kind } });
  });
});

const past = (asks: object) => ({ kind: 'fed-history', ...asks });

describe('a word that ties a question to something else', () => {
  it.each([
    [
      ['what did the fed do in september', 'and before that, when had it last raised?'],
      past({ ask: 'last', way: 'hike', to: '2026-09-15' }),
    ],
    [
      ['last hike?', 'and the one before that', 'how many cuts between the two'],
      past({ ask: 'moves', way: 'cut', from: '2023-07-26', to: '2026-09-16' }),
    ],
    [
      ['small vs large from 31 oct 2023 to 31 jan 2024', 'what did the fed do in between'],
      past({ ask: 'moves', from: '2023-10-31', to: '2024-01-31' }),
    ],
    [
      ['what was the ratio on 9 july 2024?', 'and the 25th', 'so between those two days how did they do'],
      { kind: 'rotation', from: '2024-07-09', to: '2024-07-25' },
    ],
    [['odds of a hike next week?', 'at the march mtg'], { kind: 'fed', ask: 'odds', way: 'hike', month: '2027-03' }],
    [
      ['how many cuts in 2024 other than september'],
      past({ ask: 'moves', way: 'cut', except: { month: 9 }, from: '2024-01-01', to: '2024-12-31' }),
    ],
    [['cut 50 except for the large one'], cut(50, { only: 'small' })],
    [['cut 50 for all but the small cap'], cut(50, { only: 'large' })],
  ])('%j takes account of it', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['cut 50 except 60% floating'],
    ['ratio since 2020, excluding march'],
    ['4 cuts of 25 not counting the one in december'],
    ['hike 100 apart from the coupon'],
  ])('%s is answered by nothing that passes over it', (typed) => {
    expect(lastTurn(typed).kind).toBe('unclear');
  });

  it.each([
    ['before this september when was the last hike', { to: '2026-09-15' }],
    ['cuts between 2024 and 2025', { from: '2024-01-01' }],
    ['any hikes between meetings', { unscheduled: true }],
  ])('%s has no such word', (typed, asks) => {
    expect(lastOf(typed)).toMatchObject(asks);
  });
});
