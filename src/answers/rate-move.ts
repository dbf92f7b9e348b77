import { ASSUMPTIONS, type Overrides, type RateMoveQuestion } from '../questions/index.ts';
import { type Assumption, type Borrower, effectOf, liftRatio, publishedRange } from '../sensitivity/index.ts';
import { type BasisPoints, basisPoints, dateOf, percent } from '../units.ts';
import type { Changed, CompanyId, Pair, RateMoveAnswer } from './answer.ts';
import { backgroundOf } from './background.ts';
import type { Facts } from './facts.ts';
import { figuresOf } from './rate-move-figures.ts';
import { receiptOf } from './receipt.ts';

const LADDER_BPS = [25, 50, 75, 100];
/** Note 000 prints 17.55 % for SmallCap at 200 bp, a rounding slip of its own: 10.4481 ÷ 59.5 is 17.559832 %. */
const PRINTED_SLIP = { moveBps: -200, printed: '17.55%' };

const withOverrides = (borrower: Borrower, overrides: Overrides = {}): Borrower =>
  ({ ...borrower, ...overrides }) as Borrower;

const changesIn = (company: CompanyId, borrower: Borrower, overrides: Overrides = {}): Changed[] =>
  (Object.keys(ASSUMPTIONS) as Assumption[]).flatMap((assumption): Changed[] => {
    const to = overrides[assumption];
    return to === undefined || to === borrower[assumption]
      ? []
      : [{ company, assumption, rule: ASSUMPTIONS[assumption], from: borrower[assumption], to }];
  });

const effectsOf = (borrowers: Pair<Borrower>, move: BasisPoints): RateMoveAnswer['effects'] => ({
  small: effectOf(borrowers.small, move),
  large: effectOf(borrowers.large, move),
});

/** Answers what a rate move does to the two example companies, and who says what about it. */
export const answerRateMove = (question: RateMoveQuestion, facts: Facts): RateMoveAnswer => {
  const { borrowers } = facts;
  const today = dateOf(facts.now);
  const move = basisPoints(question.moveBps);
  const asked: Pair<Borrower> = {
    small: withOverrides(borrowers.small, question.small),
    large: withOverrides(borrowers.large, question.large),
  };
  const changed = [
    ...changesIn('small', borrowers.small, question.small),
    ...changesIn('large', borrowers.large, question.large),
  ];
  const effects = effectsOf(asked, move);
  const ratio = liftRatio(effects.small, effects.large);
  const range = publishedRange(asked.small, move);
  const lift = effects.small.netIncome;
  const computed: Omit<RateMoveAnswer, 'figures' | 'sources'> = {
    kind: 'rate-move',
    id: receiptOf(question, facts),
    asOf: today,
    question,
    move,
    effects,
    ...(changed.length > 0 && { original: effectsOf(borrowers, move) }),
    changed,
    ...(ratio !== undefined && { liftRatio: ratio }),
    range,
    ladder:
      move === 0
        ? []
        : LADDER_BPS.map((size) => {
            const step = basisPoints(Math.sign(move) * size);
            return { move: step, effects: effectsOf(asked, step) };
          }),
    ...(move === PRINTED_SLIP.moveBps &&
      !changed.some(({ company }) => company === 'small') &&
      lift.kind === 'lift' && { slip: { printed: PRINTED_SLIP.printed, computed: percent(lift.lift) } }),
    ...backgroundOf(facts, move),
  };
  const figures = figuresOf(computed);
  return {
    ...computed,
    figures,
    sources: [...new Set([...figures.map(({ source }) => source), ...computed.views.map(({ note }) => note)])],
  };
};
