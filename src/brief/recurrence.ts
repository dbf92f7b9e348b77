import { z } from 'zod';
import { addDays, firstDayOf, previousSession, sessionOn, weekdayOf } from '../calendar/index.ts';
import { MEETINGS } from '../fed/index.ts';
import { type IsoDate, isIsoDate, isoMonthOf } from '../units.ts';
import { DayReferenceSchema } from './day-reference.ts';

/** Which days a brief comes on where that is not every week on its weekdays. */

const DateSchema = z.string().refine(isIsoDate);

const DATELESS = [
  /** The first or last day of each month on which the New York Stock Exchange trades. */
  z.strictObject({ kind: z.literal('month'), which: z.enum(['first', 'last']) }),
  /** The session before each scheduled decision of the Fed, or the day of it, by New York's calendar. */
  z.strictObject({ kind: z.literal('fed'), day: z.enum(['before', 'same']) }),
  /** Days on which the exchange opens; the time is one of New York's, counted back from the open. */
  z.strictObject({ kind: z.literal('open') }),
] as const;

/** The days of a clock timing that count; without one, all of its weekdays do. */
export const RecurrenceSchema = z.discriminatedUnion('kind', [
  ...DATELESS,
  /** Every second week, counted from the week of a date; nothing before that date. */
  z.strictObject({ kind: z.literal('second-week'), from: DateSchema }),
  z.strictObject({ kind: z.literal('once'), on: DateSchema }),
]);
export type Recurrence = Readonly<z.infer<typeof RecurrenceSchema>>;

/** The same as a person says it: its dates are counted from the day on which it is said. */
export const RequestedRecurrenceSchema = z.discriminatedUnion('kind', [
  ...DATELESS,
  /** Without `from`, counted from the first day that comes. */
  z.strictObject({ kind: z.literal('second-week'), from: DayReferenceSchema.exactOptional() }),
  z.strictObject({ kind: z.literal('once'), on: DayReferenceSchema }),
]);
export type RequestedRecurrence = Readonly<z.infer<typeof RequestedRecurrenceSchema>>;

/** True for a recurrence that gives its days by itself, whatever the weekday. */
export const hasOwnDays = ({ kind }: Pick<Recurrence, 'kind'>): boolean =>
  kind === 'month' || kind === 'fed' || kind === 'once';

/** Weekdays of years that are not in the exchange calendar count as business days. */
const isBusinessDay = (date: IsoDate): boolean => {
  const { kind } = sessionOn(date);
  return kind !== 'closed' && kind !== 'weekend';
};

/** Whether a business day lies between two dates of one month, neither counted. */
const isAnyBetween = (from: IsoDate, to: IsoDate): boolean => {
  for (let date = addDays(from, 1); date < to; date = addDays(date, 1)) if (isBusinessDay(date)) return true;
  return false;
};

const isOfMonth = (which: 'first' | 'last', date: IsoDate): boolean => {
  if (!isBusinessDay(date)) return false;
  const month = isoMonthOf(date);
  const dayBefore = addDays(firstDayOf(month), -1);
  if (which === 'first') return !isAnyBetween(dayBefore, date);
  let dayAfter = addDays(date, 1);
  while (isoMonthOf(dayAfter) === month) dayAfter = addDays(dayAfter, 1);
  return !isAnyBetween(date, dayAfter);
};

const dayBefore = (decision: IsoDate): IsoDate => {
  const session = previousSession(decision);
  return session.kind === 'session' ? session.date : addDays(decision, -1);
};

const FED_DAYS: Readonly<Record<'before' | 'same', ReadonlySet<IsoDate>>> = {
  same: new Set(MEETINGS.map(({ decision }) => decision)),
  before: new Set(MEETINGS.map(({ decision }) => dayBefore(decision))),
};

const DAYS_A_WEEK = 7;
const DAY_MS = 86_400_000;
/** Weeks since the one of 1 January 1970, each from Monday on. */
const weekOf = (date: IsoDate): number => {
  const monday = addDays(date, -((weekdayOf(date) + 6) % DAYS_A_WEEK));
  return Math.round(Date.parse(`${monday}T00:00:00Z`) / DAY_MS / DAYS_A_WEEK);
};

/**
 * Whether a local date is one of a recurrence's days.
 *
 * @example isDayOf({ kind: 'month', which: 'last' }, '2027-05-28') // true: Monday the 31st is Memorial Day
 */
export const isDayOf = (recurrence: Recurrence, date: IsoDate): boolean => {
  switch (recurrence.kind) {
    case 'month':
      return isOfMonth(recurrence.which, date);
    case 'second-week':
      return date >= recurrence.from && (weekOf(date) - weekOf(recurrence.from as IsoDate)) % 2 === 0;
    case 'fed':
      return FED_DAYS[recurrence.day].has(date);
    case 'once':
      return date === recurrence.on;
    case 'open':
      return isBusinessDay(date);
  }
};

/** The last day of a recurrence that ends; undefined for one that goes on. Meetings are known as far as the Fed has set them. */
export const lastDayOf = (recurrence: Recurrence): IsoDate | undefined => {
  if (recurrence.kind === 'once') return recurrence.on as IsoDate;
  return recurrence.kind === 'fed' ? [...FED_DAYS[recurrence.day]].at(-1) : undefined;
};
