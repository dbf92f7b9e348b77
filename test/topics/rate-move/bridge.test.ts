import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import type { RateMoveQuestion } from '../../../src/topics/rate-move/question.ts';
import { answer } from '../../../src/topics/registry.ts';
import { block, FACTS, labelsOf, plain, rendered, title } from '../rendered.ts';

const ALL = { hedgedShare: 30, taxRate: 21, interestCap: 30 };
const bridged = (counted: RateMoveQuestion['small'], more: Partial<RateMoveQuestion> = {}): RateMoveQuestion => ({
  kind: 'rate-move',
  moveBps: -100,
  small: counted,
  large: counted,
  ...more,
});
const rows = (question: RateMoveQuestion): string[][] =>
  block(rendered(question), 'data_table').rows.map((row) => row.map(({ text }) => plain(text)));

describe('a move with more counted than the note does', () => {
  it('says in its heading what is on, and goes line by line from the note’s sum to net income', () => {
    expect(title(rendered(bridged(ALL)))).toBe(
      '100 bp cut: SmallCap net income +6.15%, LargeCap +0.26%, with tax, hedges and 163(j)',
    );
    expect(rows(bridged(ALL))).toEqual([
      ['Step', 'SmallCap', 'LargeCap'],
      ['Note 000', '+8.78%', '+0.47%'],
      ['30% hedged', '−2.63%', '−0.14%'],
      ['Tax 21%', '−1.29%', '−0.07%'],
      ['163(j) cap', '+1.29%', '0.00%'],
      ['Net income', '+6.15%', '+0.26%'],
    ]);
  });

  it('says what surprises, whose range it is, and what the books show', () => {
    const text = asPlainText(rendered(bridged(ALL)));
    expect(text).toContain('SmallCap pays no tax on the saving: interest of $69.65m is over its $53.58m cap');
    expect(text).toContain('SmallCap +4.10 to +6.97% (30–51% floating), LargeCap +0.17 to +0.72% (6–25%)');
    expect(text).toContain('In cash. A deferred tax asset can take SmallCap’s book figure to +4.86%');
    expect(text).toContain('Working, 3 assumptions on');
    expect(text).not.toContain('before tax');
    expect(labelsOf(rendered(bridged(ALL)))[0]).toBe('Back to note 000');
  });

  it('counts what is on beyond three, and shows dollars where there is no profit', () => {
    expect(title(rendered(bridged({ ...ALL, cash: 100, passThrough: 90 })))).toContain(', with 5 assumptions on');
    const loss = bridged({ taxRate: 21, netIncome: -10 }, { only: 'small' });
    expect(title(rendered(loss))).toBe("100 bp cut: SmallCap's loss narrows by $5.22m, with tax");
    expect(rows(loss)).toEqual([
      ['Step', 'SmallCap'],
      ['Note 000’s sum', '+$5.22m'],
      ['Tax 21%', '$0.00m'],
      ['Net income', '+$5.22m'],
    ]);
  });

  it('has every line among its figures, in full precision', () => {
    const { figures } = answer(bridged(ALL), FACTS);
    expect(Object.fromEntries(figures.map(({ id, value }) => [id, value]))).toMatchObject({
      'smallcap.lift': expect.closeTo(6.145941, 6),
      'smallcap.bridge.hedged': expect.closeTo(-1.567215, 9),
      'smallcap.bridge.tax': expect.closeTo(-0.76793535, 9),
      'smallcap.bridge.interest-cap': expect.closeTo(0.76793535, 9),
      'largecap.lift': expect.closeTo(0.258162, 6),
    });
  });

  it('keeps what is on when the size is changed by a button', () => {
    const kept = rendered(bridged(ALL)).blocks.flatMap((one) =>
      one.type === 'actions' ? one.elements.map(({ value }) => JSON.parse(value ?? '')) : [],
    );
    expect(kept).toContainEqual(bridged(ALL, { moveBps: 100 }));
  });
});
