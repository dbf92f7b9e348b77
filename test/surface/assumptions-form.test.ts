import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLACK_LIMITS } from '../../src/message/block-kit.ts';
import type { ModalView } from '../../src/message/view-blocks.ts';
import { viewProblems } from '../../src/message/view-problems.ts';
import { ASSUMPTIONS, type Borrower, LARGE_CAP, misfitOf, SMALL_CAP } from '../../src/sensitivity/borrower.ts';
import {
  type AssumptionsFormValues,
  parseAssumptionsForm,
  renderAssumptionsForm,
} from '../../src/surface/assumptions-form.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { LARGEST_MOVE_BPS, type Overrides, type RateMoveQuestion } from '../../src/topics/rate-move/question.ts';

const NAMES = Object.keys(ASSUMPTIONS) as (keyof typeof ASSUMPTIONS)[];

/** What Slack hands back where nobody touches the form. */
const untouched = ({ blocks }: ModalView): AssumptionsFormValues =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      if (block.type !== 'input') return [];
      const { element } = block;
      if (element.type === 'plain_text_input') return [[block.block_id, element.initial_value]];
      return element.type === 'static_select' ? [[block.block_id, element.initial_option.value]] : [];
    }),
  );

const sixDecimals = (least: number, most: number): fc.Arbitrary<number> =>
  fc.double({ min: least, max: most, noNaN: true }).map((value) => Number(value.toFixed(6)) + 0);

/** Any overrides that a question may carry, small values among them. */
const overrides: fc.Arbitrary<Overrides> = fc.record(
  Object.fromEntries(
    NAMES.map((name) => {
      const { least, most } = ASSUMPTIONS[name];
      return [name, fc.oneof(sixDecimals(least, most), sixDecimals(least, Math.min(most, least + 1.2)))];
    }),
  ) as Record<keyof Overrides, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);

const questions: fc.Arbitrary<RateMoveQuestion> = fc.record({
  kind: fc.constant('rate-move' as const),
  moveBps: fc.integer({ min: -LARGEST_MOVE_BPS * 100, max: LARGEST_MOVE_BPS * 100 }).map((size) => size / 100 + 0),
  small: overrides,
  large: overrides,
});

const isFitting = ({ small, large }: RateMoveQuestion): boolean =>
  [
    { ...SMALL_CAP, ...small },
    { ...LARGE_CAP, ...large },
  ].every((borrower) => misfitOf(borrower as Borrower) === undefined);

/** A question without the overrides that are the note's own values. */
const changedOnly = ({ moveBps, small, large }: RateMoveQuestion): RateMoveQuestion => {
  const changed = (of: Overrides | undefined, own: object): Overrides | undefined => {
    const kept = Object.entries(of ?? {}).filter(([name, value]) => (own[name as keyof typeof own] ?? 0) !== value);
    return kept.length > 0 ? (Object.fromEntries(kept) as Overrides) : undefined;
  };
  const [ofSmall, ofLarge] = [changed(small, SMALL_CAP), changed(large, LARGE_CAP)];
  return { kind: 'rate-move', moveBps, ...(ofSmall && { small: ofSmall }), ...(ofLarge && { large: ofLarge }) };
};

describe('the form', () => {
  it('is sound for Slack whatever it is opened with', () => {
    fc.assert(
      fc.property(questions, fc.nat(99), (question, drawing) => {
        expect(viewProblems(renderAssumptionsForm(question, '{"channel":"C1"}', drawing))).toEqual([]);
      }),
    );
  });

  it('comes back as the question it was opened with, where nobody touches it', () => {
    fc.assert(
      fc.property(questions.filter(isFitting), (question) => {
        expect(parseAssumptionsForm(untouched(renderAssumptionsForm(question, '{}')))).toEqual({
          kind: 'question',
          question: changedOnly(question),
        });
      }),
    );
  });

  it('reads anything that is typed into a question that may be asked, or says which field does not fit', () => {
    const form = untouched(renderAssumptionsForm({ kind: 'rate-move', moveBps: -50 }, '{}'));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(form)), fc.string({ unit: 'grapheme' }), (field, typed) => {
        const read = parseAssumptionsForm({ ...form, [field]: typed });
        if (read.kind === 'question') expect(QuestionSchema.parse(read.question)).toEqual(read.question);
        else expect(Object.keys(read.errors)).toEqual([field]);
      }),
    );
  });

  it.each([
    ['small.floatingShare.0', '60%', { small: { floatingShare: 60 } }],
    ['small.floatingShare.0', '0.6', { small: { floatingShare: 60 } }],
    ['small.floatingShare.0', ' 60 ', { small: { floatingShare: 60 } }],
    ['large.rate.0', '0.5', { large: { rate: 0.5 } }],
    ['large.rate.0', '0.05', { large: { rate: 5 } }],
    ['large.rate.0', '525bp', { large: { rate: 5.25 } }],
    ['large.debtToEbitda.0', '3x', { large: { debtToEbitda: 3 } }],
    ['large.ebitda.0', '$8.6bn', { large: { ebitda: 8600 } }],
    ['large.ebitda.0', '8,600', { large: { ebitda: 8600 } }],
    ['small.netIncome.0', '−10', { small: { netIncome: -10 } }],
    ['small.netIncome.0', '59.50', {}],
    ['small.netIncome.0', '(10)m', { small: { netIncome: -10 } }],
    ['small.loanFloor.0', '3', { small: { loanFloor: 3 } }],
    ['small.loanFloor.0', '0.75', { small: { loanFloor: 0.75 } }],
    ['small.loanFloor.0', '0', {}],
  ] as const)('reads %s “%s”', (field, typed, changed) => {
    const form = untouched(renderAssumptionsForm({ kind: 'rate-move', moveBps: -50 }, '{}'));
    expect(parseAssumptionsForm({ ...form, [field]: typed })).toEqual({
      kind: 'question',
      question: { kind: 'rate-move', moveBps: -50, ...changed },
    });
  });

  it.each([
    ['small.floatingShare.0', '101', 'Between 0 and 100'],
    ['small.floatingShare.0', '', 'Between 0 and 100'],
    ['small.floatingShare.0', '60 70', 'Between 0 and 100'],
    ['small.rate.0', '-1', 'Between 0 and 50'],
    ['large.debtToEbitda.0', '60%', 'Between 0 and 50'],
    ['large.ebitda.0', '0', 'Between 0.01 and 10,000,000'],
    ['large.loanFloor.0', '21', 'Between 0 and 20'],
    ['small.ebitda.0', '178,600', 'EBITDA is more than 200 times net income: both in $m?'],
    ['small.netIncome.0', '300', 'Net income is above EBITDA'],
    ['large.ebitda.0', '8.57', 'Net income is above EBITDA'],
    ['large.netIncome.0', 'a lot', 'Between −10,000,000 and 10,000,000'],
    ['move.0', '900', 'Up to 600 bp either way'],
    ['move.0', undefined, 'Up to 600 bp either way'],
  ] as const)('refuses %s “%s”', (field, typed, words) => {
    const form = untouched(renderAssumptionsForm({ kind: 'rate-move', moveBps: -50 }, '{}'));
    expect(parseAssumptionsForm({ ...form, [field]: typed })).toEqual({ kind: 'wrong', errors: { [field]: words } });
  });

  it('gives every block another id each time it is rendered', () => {
    const question: RateMoveQuestion = { kind: 'rate-move', moveBps: -50 };
    const ids = [0, 1].flatMap((drawing) => Object.keys(untouched(renderAssumptionsForm(question, '{}', drawing))));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the check of views', () => {
  const form = renderAssumptionsForm({ kind: 'rate-move', moveBps: -50 }, '{}');

  it.each([
    ['a title that is too long', { ...form, title: { ...form.title, text: 'x'.repeat(SLACK_LIMITS.viewTitle + 1) } }],
    ['metadata that are too long', { ...form, private_metadata: 'x'.repeat(SLACK_LIMITS.privateMetadata + 1) }],
    ['no blocks', { ...form, blocks: [] }],
    ['a block id used twice', { ...form, blocks: [...form.blocks, ...form.blocks.slice(-1)] }],
  ])('notices %s', (_, broken) => {
    expect(viewProblems(broken)).toHaveLength(1);
  });
});
