export { addDays, dateFrom, daysBetween, daysInMonth, monthsBefore, weekdayOf, yearOf } from './days.ts';
export { type Freshness, freshnessOf } from './freshness.ts';
export { type ClockTime, MARKET_ZONE, newYorkInstant, newYorkTime, type WallTime } from './new-york.ts';
export { type Session, sessionOn, type UnknownYear } from './sessions.ts';
export {
  type FoundSession,
  isSession,
  lastFinalSession,
  nextSession,
  previousSession,
  type SessionCount,
  sessionsBetween,
} from './stepping.ts';
