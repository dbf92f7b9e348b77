export {
  ASSUMPTION_BY_NAME,
  ASSUMPTIONS,
  type Assumption,
  type AssumptionRule,
  type Borrower,
  LARGE_CAP,
  SMALL_CAP,
} from './borrower.ts';
export {
  afterTax,
  FEDERAL_TAX_RATE,
  FLOATING_SHARE_ESTIMATES,
  type LiftRange,
  liftRange,
} from './lift-range.ts';
export {
  breakEvenEbitdaChange,
  effectOf,
  factorRatios,
  type LiftFactors,
  liftFactorsOf,
  liftRatio,
  type NetIncomeEffect,
  type RateMoveEffect,
} from './rate-move.ts';
export { moveForLift, moveForSaving, type SolvedMove } from './solve.ts';
