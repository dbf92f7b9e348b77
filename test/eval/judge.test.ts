import { describe, expect, it } from 'vitest';
import { asked, FIFTY, fifty, figure, ratecutCase, reply } from './asking.ts';
import { gold } from './files.ts';
import { judge } from './judge.ts';
import { judgeRatecut, judgeTurn } from './judge-turn.ts';
import type { Reply } from './reply.ts';

const CALVASINA = { person: 'Lori Calvasina', firm: 'RBC Capital Markets', stance: 'bearish', note: '004-2025-08-26' };

describe('behaviour', () => {
  const refusal = (reason: string) => reply({ kind: 'refusal', reason });
  const views = (shown: Reply['answer']['views']) =>
    reply({ kind: 'views' }, { views: shown, sources: ['004-2025-08-26'] });

  it.each([
    ['asking back for an answer', asked({}), reply(null), 'refused'],
    ['asking back where it should', asked({ behaviour: 'clarify' }), reply(null), 'right'],
    ['help for gibberish', asked({ behaviour: 'clarify' }), reply({ kind: 'help' }), 'right'],
    ['answering advice', asked({ behaviour: 'refuse' }), views([CALVASINA]), 'wrong'],
    ['refusing advice', asked({ behaviour: 'refuse', category: 'advice' }), refusal('advice'), 'right'],
    [
      'not knowing about advice',
      asked({ behaviour: 'refuse', category: 'advice' }),
      reply({ kind: 'not-known' }),
      'refused',
    ],
    ['not knowing what is off topic', asked({ behaviour: 'refuse' }), reply({ kind: 'not-known' }), 'right'],
    ['a mention without a view', asked({ behaviour: 'unknown', cites: ['004'] }), views([]), 'right'],
    ['a view where there is none', asked({ behaviour: 'unknown' }), views([CALVASINA]), 'wrong'],
    ['declining to be taught', asked({ behaviour: 'clarify' }), refusal('adding a note'), 'right'],
    ['another kind of answer', asked({ category: 'method' }), fifty(), 'wrong'],
  ])('judges %s', (_, question, given, outcome) => {
    expect(judge(question, given).outcome).toBe(outcome);
  });

  it('knows a notice about languages by its reason, or by its words', () => {
    const german = asked({ behaviour: 'answer_or_language_notice', lang: 'de' });
    expect(judge(german, reply(null, { reason: 'language' })).outcome).toBe('right');
    expect(judge(german, reply(null, {}, 'Please ask in English.')).outcome).toBe('right');
    expect(judge(german, reply(null, { reason: 'no-amount' })).outcome).toBe('refused');
  });

  it('counts a line that is no reply as wrong', () => {
    expect(judge(asked({}), { error: 'no reply' }).outcome).toBe('wrong');
  });
});

describe('substance', () => {
  const said = (text: string, shown = [CALVASINA]) => reply({ kind: 'views' }, { views: shown, sources: [] }, text);

  it('reads sources off the views as well', () => {
    expect(judge(asked({ cites: ['004'] }), said('words')).outcome).toBe('right');
    expect(judge(asked({ cites: ['001'] }), said('words')).reasons).toEqual(['does not cite 001']);
  });

  it('asks for the names that facts begin with, however they are written', () => {
    expect(judge(asked({ facts: ['Calvasina: cuts alone', 'cheap, momentum'] }), said('words')).outcome).toBe('right');
    expect(judge(asked({ facts: ['Bank of America'] }), said('so says BofA')).outcome).toBe('right');
    expect(judge(asked({ facts: ['Tunkel'] }), said('words')).reasons).toEqual(['does not name Irene Tunkel']);
    expect(judge(asked({ facts: ['J cautiously'] }), said('in july', [])).reasons).toEqual(['does not name J']);
  });

  it('looks for what must be said in blocks too, and for what must not in the text, as words', () => {
    const tax = reply({ kind: 'method' }, {}, 'words', [{ text: { text: 'Before tax.' } }]);
    expect(judge(asked({ mustSay: ['tax|levy'] }), tax).outcome).toBe('right');
    expect(judge(asked({ mustSay: ['hedge'] }), tax).reasons).toEqual(['does not say hedge']);
    expect(judge(asked({ mustNot: ['bullish'] }), said('Bullish, she says')).outcome).toBe('wrong');
    expect(judge(asked({ mustNot: ['bull'] }), said('bullish')).outcome).toBe('right');
  });

  it('is not fooled about a stance', () => {
    expect(judge(asked({ stances: { Calvasina: 'bearish' } }), said('words')).outcome).toBe('right');
    expect(judge(asked({ stances: { Calvasina: 'bullish' } }), said('words')).outcome).toBe('wrong');
  });
});

describe('/ratecut', () => {
  const read = (moveBps: number, small?: Record<string, number>) =>
    reply({ kind: 'rate-move', moveBps, ...(small && { small }) });

  it('takes any of the right readings, an unclear one where there is an error', () => {
    const sign = ratecutCase({ input: '+25', expected: { cutBps: -25 }, alsoFine: [{ error: 'sign' }] });
    expect(judgeRatecut(sign, read(25)).outcome).toBe('right');
    expect(judgeRatecut(sign, reply(null)).outcome).toBe('right');
    expect(judgeRatecut(sign, read(-25)).wrongNumbers).toHaveLength(1);
  });

  it('holds assumptions against the expected ones, and takes none that were not typed', () => {
    const sixty = ratecutCase({ input: 'x', expected: { cutBps: 50, params: { floatingShareSmall: 60 } } });
    expect(judgeRatecut(sixty, read(-50, { floatingShare: 60 })).outcome).toBe('right');
    expect(judgeRatecut(sixty, read(-50)).wrongNumbers).toHaveLength(1);
    const plain = ratecutCase({ input: 'x', expected: { cutBps: 50 } });
    expect(judgeRatecut(plain, read(-50, { floatingShare: 60 })).outcome).toBe('wrong');
    expect(judgeRatecut(plain, reply(null)).outcome).toBe('refused');
  });
});

const FIFTY_ASKED = asked({
  category: 'rate-move',
  cites: ['000'],
  numbers: { cutBps: 50, SmallCap: { savingsM: 2.612025, niLiftPct: 4.389958 } },
});

describe('numbers', () => {
  it('takes figures in full precision and the sign of a cut', () => {
    expect(judge(FIFTY_ASKED, fifty())).toEqual({ outcome: 'right', reasons: [], wrongNumbers: [] });
  });

  it.each([
    ['a planted figure', fifty([figure('smallcap.lift', 4.5), ...FIFTY.slice(1)]), /smallcap\.lift is 4\.5/],
    ['a wrong sign', fifty([figure('smallcap.lift', -4.3899579832), ...FIFTY.slice(1)]), /smallcap\.lift is -4/],
    ['another move', fifty(FIFTY, -75), /the move is -75/],
    ['a hike for a cut', fifty(FIFTY, 50), /the move is 50/],
    ['a rounded figure', fifty([figure('smallcap.lift', 4.39), figure('smallcap.saving', 2.61)]), /saving is 2\.61/],
  ])('notices %s', (_, given, words) => {
    const { outcome, wrongNumbers } = judge(FIFTY_ASKED, given);
    expect(outcome).toBe('wrong');
    expect(wrongNumbers.join()).toMatch(words);
  });

  it('counts a figure that is not stated as missing, not as wrong', () => {
    const { outcome, reasons, wrongNumbers } = judge(FIFTY_ASKED, fifty(FIFTY.slice(0, 1)));
    expect({ outcome, wrongNumbers }).toEqual({ outcome: 'wrong', wrongNumbers: [] });
    expect(reasons).toEqual(['SmallCap.savingsM: no 2.612025']);
  });

  it('sets several moves beside one another, each figure with its own', () => {
    const [cut25, cut50] = [
      { cutBps: 25, SmallCap: { niLiftPct: 2 } },
      { cutBps: 50, SmallCap: { niLiftPct: 4 } },
    ];
    const two = asked({ numbers: { 25: cut25, 50: cut50 } });
    const compared = (at25: number, at50: number, ...more: ReturnType<typeof figure>[]) =>
      reply(
        { kind: 'compare-moves', moves: [-25, -50] },
        { figures: [figure('smallcap.lift@-25', at25), figure('smallcap.lift@-50', at50), ...more] },
      );
    expect(judge(two, compared(2, 4)).outcome).toBe('right');
    expect(judge(two, compared(2, 4, figure('smallcap.lift@-75', 6))).outcome).toBe('right');
    expect(judge(two, compared(4, 2)).wrongNumbers).toHaveLength(2);
    expect(judge(two, compared(2, 5)).wrongNumbers).toHaveLength(1);
    const others = { kind: 'compare-moves', moves: [-25, -75] };
    expect(judge(two, reply(others)).wrongNumbers).toHaveLength(1);
  });

  it('finds the move that was solved for, and notices another', () => {
    const solved = asked({ numbers: { cutBps: 113.896307 } });
    const found = (value: number) => reply({ kind: 'solve' }, { figures: [figure('smallcap.move', value, 'bp')] });
    expect(judge(solved, found(-113.8963065)).outcome).toBe('right');
    expect(judge(solved, found(-114)).wrongNumbers).toHaveLength(1);
    expect(judge(solved, found(113.8963065)).wrongNumbers).toHaveLength(1);
  });

  it('takes a discount without its sign, and another discount for a wrong number', () => {
    const discount = asked({ numbers: { discountPct: 18.181818 } });
    const found = (value: number) => reply({ kind: 'valuation' }, { figures: [figure('discount', value)] });
    expect(judge(discount, found(-18.181818)).outcome).toBe('right');
    expect(judge(discount, found(35.714286)).wrongNumbers).toHaveLength(1);
  });

  it('takes a number given to words that name no move for a guess', () => {
    expect(judge(asked({ behaviour: 'clarify' }), fifty()).wrongNumbers).toHaveLength(1);
  });
});

const classOf = (parts: Record<string, unknown>, given: Parameters<typeof judgeTurn>[1]) =>
  judgeTurn(gold({ behaviour: 'answer', ...parts }), given).turnClass;

const NUMBERS = { moveBps: -50, smallSavingM: 2.612025, smallLiftPct: 4.389958 };

const asking = (moveBps: number, reason = 'which') =>
  reply(null, { reason }, 'Which?', [
    { type: 'actions', elements: [{ type: 'button', value: JSON.stringify({ kind: 'rate-move', moveBps }) }] },
  ]);

const refusal = reply({ kind: 'refusal', reason: 'advice' });

describe('behaviour', () => {
  it.each([
    ['not understanding', {}, reply(null, { reason: 'not-understood' }), 'declined'],
    ['declining what has an answer', {}, refusal, 'declined'],
    ['declining where that will do', { accept: ['decline with the reason'] }, refusal, 'right'],
    ['a line that is no reply', {}, { error: 'no reply' }, 'declined'],
    ['asking back for an answer', {}, asking(-50), 'asked back'],
    ['asking back with the right button', { accept: ['ask-back'], numbers: NUMBERS }, asking(-50), 'right'],
    ['asking back with another button', { accept: ['ask-back'], numbers: NUMBERS }, asking(-25), 'asked back'],
    ['asking back where it should', { behaviour: 'ask-back' }, asking(-25, 'no-amount'), 'right'],
    ['guessing where it should ask', { behaviour: 'ask-back' }, fifty(), 'wrong number'],
    ['a word for thanks', {}, reply({ kind: 'help' }), 'right'],
    ['help where it should ask', { behaviour: 'ask-back' }, reply({ kind: 'help' }), 'right'],
    ['a brief that is set up', { behaviour: 'effect' }, reply({ kind: 'brief' }, { kind: 'done' }), 'right'],
    ['declining', { behaviour: 'decline' }, refusal, 'right'],
    [
      'not understanding what is to decline',
      { behaviour: 'decline' },
      reply(null, { reason: 'not-understood' }),
      'right',
    ],
    ['asking what is to decline', { behaviour: 'decline' }, asking(-50), 'asked back'],
    ['answering what is to decline', { behaviour: 'decline' }, reply({ kind: 'views' }), 'not declined'],
    ['a move where nothing was asked', { behaviour: 'decline' }, fifty(), 'wrong number'],
  ])('judges %s', (_, parts, given, expected) => {
    expect(classOf(parts, given)).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['all of them', NUMBERS, fifty(), 'right'],
    ['another move', NUMBERS, fifty(FIFTY, -75), 'wrong number'],
    ['a hike for a cut', NUMBERS, fifty(FIFTY, 50), 'wrong number'],
    ['another lift', NUMBERS, fifty([figure('smallcap.lift', 4.5), ...FIFTY.slice(1)]), 'wrong number'],
    ['a company left out', { ...NUMBERS, largeLiftPct: 0.23342 }, fifty(), 'incomplete'],
    ['the second of two right answers', { upper: { moveBps: -75 }, lower: { moveBps: -50 } }, fifty(), 'right'],
    ['neither of two right answers', { upper: { moveBps: -75 }, lower: { moveBps: -100 } }, fifty(), 'wrong number'],
    ['a move for a count', { hikes: 4 }, fifty(), 'wrong number'],
  ])('judges %s', (_, numbers, given, expected) => {
    expect(classOf({ numbers }, given)).toBe(expected);
  });

  it("holds counts and sums against the Fed's record", () => {
    const counted = (count: number, sum: number) =>
      reply(
        { kind: 'fed-history' },
        { figures: [figure('fed.moves.count', count, 'count'), figure('fed.moves.sum', sum, 'bp')] },
      );
    expect(classOf({ numbers: { cuts: 3, totalBps: -100 } }, counted(3, -100))).toBe('right');
    expect(classOf({ numbers: { cuts: 3, totalBps: -100 } }, counted(11, 525))).toBe('wrong number');
  });

  it('takes the ratio of another day for a wrong number', () => {
    const ratio = (value: number) =>
      reply({ kind: 'rotation' }, { figures: [figure('ratio.level', value, 'ratio')] }, 'at the close of 12 Mar 2021');
    const numbers = { ratio: 0.596649, date: '2021-03-12' };
    expect(classOf({ numbers }, ratio(0.5966491))).toBe('right');
    expect(classOf({ numbers }, ratio(0.525778))).toBe('wrong number');
  });

  it.each([
    ['0.374 over', { latest: 0.373884 }, 'right'],
    ['0.37 over', { latest: 0.373884 }, 'right'],
    ['0.375 over', { latest: 0.373884 }, 'incomplete'],
    ['0.4 over', { latest: 0.373884 }, 'incomplete'],
    ['fell −37.34%', { distancePct: -37.336 }, 'right'],
    ['Next: 9 Dec 2026', { announce: '2026-12-09' }, 'right'],
    ['since 9 December', { announce: '2026-12-09' }, 'right'],
    ['Next: 9 Dec 2025', { announce: '2026-12-09' }, 'incomplete'],
    ['Next: 19 Dec 2026', { announce: '2026-12-09' }, 'incomplete'],
    ['at 3.75 to 4.00%', { range: '3.75-4.00' }, 'right'],
    ['at 3.50 to 3.75%', { range: '3.75-4.00' }, 'incomplete'],
    ['at 07:15 daily', { time: '07:15' }, 'right'],
    ['at 17:15 daily', { time: '07:15' }, 'incomplete'],
    ['on both days', { announce: ['2026-12-09', '2027-01-27'] }, 'incomplete'],
  ])('reads "%s" as printed', (text, numbers, expected) => {
    expect(classOf({ numbers }, reply({ kind: 'fed' }, {}, text))).toBe(expected);
  });
});

describe('what must not be said', () => {
  it('is judged where it names a number that is no move, or any move', () => {
    const read = (moveBps: number) => reply({ kind: 'rate-move', moveBps }, { figures: [] });
    expect(classOf({ mustNot: ['treats 23 as basis points'] }, read(-23))).toBe('wrong number');
    expect(classOf({ mustNot: ['-325 or -400'] }, read(-400))).toBe('wrong number');
    expect(classOf({ mustNot: ['treats the number as a Fed move'] }, read(-10))).toBe('wrong number');
    expect(classOf({ mustNot: ['treats 23 as basis points'] }, read(-50))).toBe('right');
    expect(classOf({ mustNot: ['states an outcome after 28 Oct'] }, read(-28))).toBe('right');
  });
});
