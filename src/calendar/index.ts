export {
  addDays,
  addMonths,
  averageMonthsBetween,
  calendarDaysBetween,
  dateBack,
  dateFrom,
  daysInMonth,
  firstDayOf,
  monthsBefore,
  weekdayOf,
  wholeMonthsBetween,
  yearOf,
} from './days.ts';
export { type ClockTime, MARKET_ZONE, newYorkInstant, newYorkTime } from './new-york.ts';
export { isRecession, RECESSION_SOURCE, RECESSIONS, type Recession } from './recessions.ts';
export {
  type Closure,
  closuresBetween,
  type FoundSession,
  type Freshness,
  freshnessOf,
  isMonthEnd,
  isSession,
  lastFinalSession,
  monthsToSession,
  nextSession,
  previousSession,
  sessionOn,
  sessionsBetween,
  spanToSession,
  type TradingSession,
} from './sessions.ts';
export { isStockholmSession, lastStockholmSession, stockholmSessionsBetween } from './stockholm.ts';
