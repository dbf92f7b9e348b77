export { type Decision, decisionOn, decisionsBetween, FED_SOURCE, targetRangeOn } from './decisions.ts';
export type { MoveOdds } from './implied-odds.ts';
export { type ImpliedPath, impliedPath, type MeetingOdds } from './implied-path.ts';
export {
  FIRST_CUTS,
  type FirstCut,
  type KnownTargetRange,
  knownTargetRange,
  type TargetRangeDay,
} from './known-range.ts';
export {
  contractsNeeded,
  MEETINGS,
  type NextMeeting,
  nextMeeting,
  statementAt,
  type UnrecordedMeetings,
  unrecordedMeetings,
} from './meetings.ts';
export {
  contractCode,
  type EffectiveDay,
  type FuturesPrice,
  observedMean,
} from './prices.ts';
