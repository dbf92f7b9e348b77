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
