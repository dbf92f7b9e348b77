export { ASSUMPTIONS, type AssumptionRule, BY_NAME } from './assumptions.ts';
export { type Assumption, type Borrower, LARGE_CAP, SMALL_CAP } from './borrower.ts';
export { factorRatios, type LiftFactors, liftFactorsOf } from './lift-factors.ts';
export {
  afterTax,
  FEDERAL_TAX_RATE,
  PUBLISHED_FLOATING_SHARES,
  type PublishedRange,
  publishedRange,
} from './published.ts';
export { ebitdaChangeUndoing, effectOf, liftRatio, type NetIncomeEffect, type RateMoveEffect } from './rate-move.ts';
export { moveForLift, moveForSaving, type SolvedMove } from './solve.ts';
