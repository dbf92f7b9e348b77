import { describe, expect, it } from 'vitest';
import { asked, FIFTY, fifty, figure, reply } from './asking.ts';
import { judge } from './judge.ts';

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
