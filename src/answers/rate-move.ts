import type { RateMoveQuestion } from '../questions/index.ts';
import { liftRatio, publishedRange } from '../sensitivity/index.ts';
import { type BasisPoints, basisPoints, dateOf, percent } from '../units.ts';
import type { RateMoveAnswer } from './answer.ts';
import { assumedIn, companiesIn, effectsOf } from './assumed.ts';
import { backgroundOf } from './background.ts';
import type { Facts } from './facts.ts';
import type { Fed } from './fed-facts.ts';
import { liveReading } from './known-closes.ts';
import { pricedIn } from './market-move.ts';
import { PRINTED_SLIP } from './model-note.ts';
import { figuresOf } from './rate-move-figures.ts';
import { receiptOf } from './receipt.ts';

const LADDER_BPS = [25, 50, 75, 100];
const BPS_A_POINT = 100;

/** A cut larger than the policy rate: more than the upper bound of the range. */
const isBelowZero = (move: BasisPoints, { range }: Fed): boolean =>
  range.kind === 'range' && -move > range.upper * BPS_A_POINT;

/** Answers what a rate move does to the two example companies, or to the one asked about, and who says what about it. */
export const answerRateMove = (question: RateMoveQuestion, facts: Facts): RateMoveAnswer => {
  const move = basisPoints(question.moveBps);
  const companies = companiesIn(question);
  const { borrowers, changed } = assumedIn(question, facts, companies);
  const effects = effectsOf(borrowers, move);
  const ratio = companies.length > 1 ? liftRatio(effects.small, effects.large) : undefined;
  const lift = effects.small.netIncome;
  const live = liveReading(facts);
  const priced = pricedIn(facts.fed);
  const isAsPrinted = companies.includes('small') && !changed.some(({ company }) => company === 'small');
  const computed: Omit<RateMoveAnswer, 'figures' | 'sources'> = {
    kind: 'rate-move',
    id: receiptOf(question, facts),
    asOf: dateOf(facts.now),
    question,
    move,
    companies,
    effects,
    ...(changed.length > 0 && { original: effectsOf(facts.borrowers, move) }),
    changed,
    ...(ratio !== undefined && { liftRatio: ratio }),
    range: publishedRange(borrowers.small, move),
    ladder:
      move === 0
        ? []
        : LADDER_BPS.map((size) => {
            const step = basisPoints(Math.sign(move) * size);
            return { move: step, effects: effectsOf(borrowers, step) };
          }),
    ...(move === PRINTED_SLIP.moveBps &&
      isAsPrinted &&
      lift.kind === 'lift' && { slip: { printed: PRINTED_SLIP.printed, computed: percent(lift.lift) } }),
    ...backgroundOf(facts, move),
    ...(live && { live }),
    fed: facts.fed,
    ...(priced && { priced }),
    isBelowZero: isBelowZero(move, facts.fed),
  };
  const figures = figuresOf(computed);
  return {
    ...computed,
    figures,
    sources: [...new Set([...figures.map(({ source }) => source), ...computed.views.map(({ note }) => note)])],
  };
};
