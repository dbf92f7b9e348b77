export { decisionOn, decisionsBetween, FED_SOURCE, targetRangeOn } from './decisions.ts';
export type { MoveOdds } from './implied-odds.ts';
export { type ImpliedPath, impliedPath, type MeetingOdds } from './implied-path.ts';
export { FIRST_CUTS, type FirstCut, type RangeDay, type RangeKnown, rangeKnownOn } from './known-range.ts';
export {
  contractsNeeded,
  MEETINGS,
  type NextMeeting,
  nextMeeting,
  type OutcomesMissing,
  outcomesMissing,
  statementAt,
} from './meetings.ts';
export { contractCode, type EffectiveDay, type FuturesPrice, type Month, monthOf, observedMean } from './prices.ts';
