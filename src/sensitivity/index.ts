export {
  ASSUMPTIONS,
  type Assumption,
  type AssumptionRule,
  type Borrower,
  INTEREST_CAP,
  isRefinement,
  LARGE_CAP,
  type Misfit,
  misfitOf,
  REFINEMENT_RULES,
  REFINEMENTS,
  type Refinement,
  SMALL_CAP,
} from './borrower.ts';
export {
  BRIDGE_STEPS,
  type Bridge,
  type BridgeStep,
  bridgeOf,
  pointsFallen,
} from './bridge.ts';
export { isRefined, type NetIncomeEffect, type RateMoveEffect, sizeOfEffect } from './note-sum.ts';
export {
  type FanRow,
  fanOf,
  PUBLISHED_SHARES,
  type TornadoBar,
  type TornadoInput,
  tornadoOf,
} from './published.ts';
export {
  afterTax,
  breakEvenEbitdaChange,
  deepestCut,
  effectOf,
  FEDERAL_TAX_RATE,
  FLOATING_SHARE_ESTIMATES,
  factorRatios,
  type LiftFactors,
  type LiftRange,
  liftFactorsOf,
  liftRange,
  liftRatio,
  owesMoreThanItEarns,
  publishedLiftRatio,
  turnsToLoss,
} from './rate-move.ts';
export { moveForLift, moveForSaving, type SolvedMove, type SolvedShare, shareForLift } from './solve.ts';
export { type DatedMove, type YearlyEffect, yearlyEffects } from './years.ts';
