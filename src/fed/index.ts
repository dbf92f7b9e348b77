export { FED_SOURCE, FIRST_CUTS, type FirstCut } from './decision-record.ts';
export {
  type Decision,
  decisionOn,
  decisionsBetween,
  type KnownTargetRange,
  knownTargetRange,
  type TargetRangeDay,
  targetRangeOn,
} from './decisions.ts';
export {
  contractCode,
  type EffectiveDay,
  type FuturesPrice,
  observedMean,
} from './futures-prices.ts';
export type { MoveOdds } from './implied-odds.ts';
export { type ImpliedPath, impliedPath, type MeetingOdds } from './implied-path.ts';
export {
  contractsNeeded,
  MEETINGS,
  type NextMeeting,
  nextMeeting,
  statementAt,
  type UnrecordedMeetings,
  unrecordedMeetings,
} from './meetings.ts';
