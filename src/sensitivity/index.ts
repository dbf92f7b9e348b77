export {
  ASSUMPTION_BY_NAME,
  ASSUMPTIONS,
  type Assumption,
  type AssumptionRule,
  type Borrower,
  LARGE_CAP,
  type Misfit,
  misfitOf,
  SMALL_CAP,
} from './borrower.ts';
export {
  afterTax,
  FEDERAL_TAX_RATE,
  FLOATING_SHARE_ESTIMATES,
  type LiftRange,
  liftRange,
  publishedLiftRatio,
} from './lift-range.ts';
export {
  breakEvenEbitdaChange,
  deepestCut,
  effectOf,
  factorRatios,
  type LiftFactors,
  liftFactorsOf,
  liftRatio,
  type MoveLimit,
  type NetIncomeEffect,
  owesMoreThanItEarns,
  type RateMoveEffect,
  turnsToLoss,
} from './rate-move.ts';
export { moveForLift, moveForSaving, type SolvedMove } from './solve.ts';
