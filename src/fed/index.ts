export { contractCode, type FuturesPrice, type Month, monthOf, monthsOn } from './contracts.ts';
export { FIRST_CUTS, type FirstCut } from './cycles.ts';
export {
  DECISIONS,
  type Decision,
  decisionOn,
  decisionsBetween,
  FED_SOURCE,
  HOLDS_FROM,
  NEWEST_DECISION,
  type TargetRange,
  targetRangeOn,
} from './decisions.ts';
export { endGivenStart, type MonthSplit, startGivenEnd } from './implied-month.ts';
export { convolve, type Directions, expectedMove, type MoveOdds, stepOdds } from './implied-odds.ts';
export {
  type FromToday,
  type ImpliedInputs,
  type ImpliedMeeting,
  type ImpliedPath,
  impliedPath,
  type MeetingOdds,
  type NotImplied,
} from './implied-path.ts';
export { type KnownRange, type RangeDay, type RangeKnown, rangeKnownOn } from './known-range.ts';
export { contractsNeeded } from './meeting-months.ts';
export {
  FIRST_MEETING_MONTH,
  LAST_MEETING_MONTH,
  MEETINGS,
  type Meeting,
  meetingsAfter,
  type NextMeeting,
  type NoCalendar,
  nextMeeting,
  type OutcomesMissing,
  outcomesMissing,
  statementAt,
} from './meetings.ts';
export { type EffectiveDay, type ObservedMean, observedMean } from './observed-rate.ts';
