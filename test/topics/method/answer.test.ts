import { describe, expect, it } from 'vitest';
import { ask, close, notesIn, numbers } from '../answered.ts';

describe('how the model works', () => {
  it.each([
    ['tax', { 'tax.rate': 21, 'smallcap.aftertax.lift': close(6.936134), 'largecap.aftertax.lift': close(0.368803) }],
    ['hedges', { 'smallcap.hedged.lift': close(4.389958) }],
    ['cash', { 'largecap.debt.floating': close(1_773.99) }],
    ['refinancing', { 'smallcap.debt.fixed': close(638.495), 'largecap.debt.fixed': close(17_937.01) }],
    [
      'lift ratio',
      { 'lift.ratio': close(18.807141), 'lift.ratio.rounded': close(18.680851), 'lift.ratio.apollo': close(7.673314) },
    ],
    ['coverage', { 'smallcap.coverage.before': close(2.564103), 'largecap.coverage.before': close(10.869565) }],
    [
      'floor',
      {
        'smallcap.floor': -400,
        'smallcap.most.lift': close(35.119664),
        'largecap.floor': -400,
        'largecap.most.lift': close(1.867358),
      },
    ],
    ['rounding', { 'smallcap.lift': close(17.559832), 'smallcap.lift.printed': 17.55 }],
    ['why', { 'factor.leverage': close(2.826087), 'factor.floating': close(5), 'factor.thinness': close(1.330967) }],
    ['growth', { 'smallcap.ebitda.undoing': close(-2.925), 'largecap.ebitda.undoing': close(-0.207) }],
    ['assumptions', { 'smallcap.floatingshare': 45, 'largecap.netincome': 3_800 }],
  ] as const)('is told of %s with its numbers, for 100 bp where no move was asked about', (aspect, expected) => {
    const answered = ask({ kind: 'method', aspect });
    expect(numbers(answered)).toMatchObject(expected);
    expect(notesIn(answered)).toContain('000');
  });

  it('uses the move of the conversation, with its assumptions; 100 bp for a hold', () => {
    const of = { kind: 'rate-move', moveBps: -50, small: { floatingShare: 60 } } as const;
    expect(numbers(ask({ kind: 'method', aspect: 'tax', of }))).toMatchObject({
      'smallcap.aftertax.lift': close(4.624089),
    });
    expect(numbers(ask({ kind: 'method', aspect: 'why', of: { kind: 'rate-move', moveBps: 0 } }))).toMatchObject({
      'smallcap.lift': close(8.779916),
    });
  });
});
