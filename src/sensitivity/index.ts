export { type Assumption, type Borrower, LARGE_CAP, SMALL_CAP } from './borrower.ts';
export { factorRatios, type LiftFactors, liftFactorsOf } from './lift-factors.ts';
export {
  afterTax,
  FEDERAL_TAX_RATE,
  PUBLISHED_FLOATING_SHARES,
  type PublishedRange,
  publishedRange,
} from './published.ts';
export { effectOf, liftRatio, type NetIncomeEffect, type RateMoveEffect } from './rate-move.ts';
export { moveForLift, moveForSaving, type SolvedMove } from './solve.ts';
export { ebitdaChangeUndoing } from './undoing.ts';
