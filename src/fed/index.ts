export { FED_SOURCE, FIRST_CUTS, type FirstCut } from './decision-record.ts';
export {
  type Decision,
  decisionOn,
  decisionsBetween,
  decisionsInRates,
  type KnownTargetRange,
  knownTargetRange,
  recordState,
  type TargetRangeDay,
  targetRangeOn,
} from './decisions.ts';
export {
  contractCode,
  type EffectiveDay,
  type FuturesPrice,
  newestEffective,
  type ObservedRate,
  settledPrice,
} from './futures-prices.ts';
export type { MoveOdds } from './implied-odds.ts';
export {
  type ImpliedMeeting,
  type ImpliedPath,
  impliedPath,
  type MeetingOdds,
  type NotImplied,
} from './implied-path.ts';
export {
  contractsNeeded,
  isUnscheduled,
  MEETINGS,
  type Meeting,
  type NextMeeting,
  nextMeeting,
  pathMonths,
  statementAt,
  UNSCHEDULED_FROM,
  type UnrecordedMeetings,
  unrecordedMeetings,
} from './meetings.ts';
