import { describe, expect, it } from 'vitest';
import { FIFTY, fifty, figure, reply } from './asking.ts';
import { gold } from './files.ts';
import { judgeTurn } from './judge-turn.ts';

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
