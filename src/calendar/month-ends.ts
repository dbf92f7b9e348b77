import { type IsoDate, isoMonthOf } from '../units.ts';
import { addDays, addMonths, dateBack, firstDayOf, monthsBefore, weekdayOf } from './days.ts';
import { nextSession } from './sessions.ts';

/** The session after a date; where the calendar does not reach, the weekday after it. */
const dayAfter = (date: IsoDate): IsoDate => {
  const next = nextSession(date);
  if (next.kind === 'session') return next.date;
  let day = addDays(date, 1);
  while (weekdayOf(day) % 6 === 0) day = addDays(day, 1);
  return day;
};

/** True of the last day of its month on which the exchange trades. @example isMonthEnd('2026-02-27') // true */
export const isMonthEnd = (session: IsoDate): boolean => isoMonthOf(dayAfter(session)) !== isoMonthOf(session);

/**
 * The day from which a number of months up to a session is counted: the same day of the earlier month, and from a month's
 * last session the last day of the earlier month. Its close is that of the day, or of the nearest session before it.
 *
 * @param session a day the exchange trades on
 * @example monthsToSession('2026-02-27', 1) // 2026-01-31: the 27th is February's last session, and a month is January's end to February's
 * @example monthsToSession('2026-02-26', 1) // 2026-01-26
 */
export const monthsToSession = (session: IsoDate, months: number): IsoDate => {
  return isMonthEnd(session)
    ? addDays(firstDayOf(addMonths(isoMonthOf(session), 1 - months)), -1)
    : monthsBefore(session, months);
};

const MONTHS_A_YEAR = 12;

/**
 * The day from which a length of time up to a session is counted: months and years as {@link monthsToSession}, days and
 * weeks by the calendar.
 */
export const spanToSession = (session: IsoDate, back: Parameters<typeof dateBack>[1]): IsoDate => {
  switch (back.unit) {
    case 'month':
      return monthsToSession(session, back.count);
    case 'year':
      return monthsToSession(session, back.count * MONTHS_A_YEAR);
    default:
      return dateBack(session, back);
  }
};
