import { addDays, addMonths, type ClockTime, daysInMonth, newYorkInstant, newYorkTime } from '../calendar/index.ts';
import { type IsoDate, type IsoInstant, type IsoMonth, isoDate, isoMonthOf } from '../units.ts';
import { canSolveStart, splitOf } from './implied-rates.ts';

/** A scheduled two-day meeting of the Federal Open Market Committee. */
export interface Meeting {
  readonly start: IsoDate;
  /** Day two; the statement comes out at 14:00 New York time. */
  readonly decision: IsoDate;
  /** True where the committee's economic projections come out with it: the last meeting of a quarter. */
  readonly hasProjections: boolean;
  /** True while the Board calls the schedule of that year tentative. */
  readonly isTentative: boolean;
}

/** Day two of every scheduled meeting. Source: Board of Governors, FOMC calendars; 2027 and January 2028 released 2025-09-05. */
const DECISIONS = [
  ['2022-01-26', '2022-03-16', '2022-05-04', '2022-06-15', '2022-07-27', '2022-09-21', '2022-11-02', '2022-12-14'],
  ['2023-02-01', '2023-03-22', '2023-05-03', '2023-06-14', '2023-07-26', '2023-09-20', '2023-11-01', '2023-12-13'],
  ['2024-01-31', '2024-03-20', '2024-05-01', '2024-06-12', '2024-07-31', '2024-09-18', '2024-11-07', '2024-12-18'],
  ['2025-01-29', '2025-03-19', '2025-05-07', '2025-06-18', '2025-07-30', '2025-09-17', '2025-10-29', '2025-12-10'],
  ['2026-01-28', '2026-03-18', '2026-04-29', '2026-06-17', '2026-07-29', '2026-09-16', '2026-10-28', '2026-12-09'],
  ['2027-01-27', '2027-03-17', '2027-04-28', '2027-06-09', '2027-07-28', '2027-09-15', '2027-10-27', '2027-12-08'],
  ['2028-01-26'],
]
  .flat()
  .map(isoDate);

const FIRST_TENTATIVE = '2027-01-01';
const QUARTERS_END = ['03', '06', '09', '12'];

/** The months whose meetings are known, first and last. Whether a later month has a meeting is not known, and not guessed. */
export const FIRST_MEETING_MONTH = '2022-01';
/** See {@link FIRST_MEETING_MONTH}. */
const LAST_MEETING_MONTH = '2028-01';

/** Every scheduled meeting of the calendar, oldest first. */
export const MEETINGS: readonly Meeting[] = DECISIONS.map((decision) => ({
  start: addDays(decision, -1),
  decision,
  hasProjections: QUARTERS_END.includes(decision.slice(5, 7)),
  isTentative: decision >= FIRST_TENTATIVE,
}));

const STATEMENT_AT: ClockTime = '14:00';
/** Worked out once: an answer asks for all of them. */
const STATEMENTS = new Map(DECISIONS.map((decision) => [decision, newYorkInstant(decision, STATEMENT_AT)]));

/** When a meeting's statement comes out. @example statementAt(the meeting of 2026-12-09) // 2026-12-09T19:00:00.000Z */
export const statementAt = ({ decision }: Meeting): IsoInstant =>
  STATEMENTS.get(decision) ?? newYorkInstant(decision, STATEMENT_AT);

/** The calendar of meetings does not reach that far. */
export interface NoCalendar {
  readonly kind: 'no-calendar';
  readonly first: typeof FIRST_MEETING_MONTH;
  readonly last: typeof LAST_MEETING_MONTH;
}

/** The answer to every question about a month outside the calendar of meetings. */
export const NO_CALENDAR: NoCalendar = { kind: 'no-calendar', first: FIRST_MEETING_MONTH, last: LAST_MEETING_MONTH };

const isCovered = (now: IsoInstant): boolean => now.slice(0, 7) >= FIRST_MEETING_MONTH;

/** Meetings whose statement is still to come, soonest first. */
export const meetingsAfter = (now: IsoInstant): readonly Meeting[] =>
  MEETINGS.filter((meeting) => statementAt(meeting) > now);

/** The next meeting and the instant of its statement. */
export type NextMeeting = { readonly kind: 'meeting'; readonly meeting: Meeting; readonly at: IsoInstant } | NoCalendar;

/** The next meeting whose statement is still to come; on the day itself, until 14:00 New York time. */
export const nextMeeting = (now: IsoInstant): NextMeeting => {
  const meeting = isCovered(now) ? meetingsAfter(now)[0] : undefined;
  return meeting === undefined ? NO_CALENDAR : { kind: 'meeting', meeting, at: statementAt(meeting) };
};

/** Meetings that have passed and whose decision is not on record. */
export type UnrecordedMeetings =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly meetings: readonly Meeting[] }
  | NoCalendar;

/**
 * The scheduled meetings that have passed since the last decision on record: what they decided is unknown, so the range
 * of that record may no longer hold.
 *
 * @param lastKnown the day of the newest decision on record, changes and holds alike
 * @example unrecordedMeetings('2026-09-16', '2026-11-21T00:00:00.000Z') // unknown: the meeting of 2026-10-28
 */
export const unrecordedMeetings = (lastKnown: IsoDate, now: IsoInstant): UnrecordedMeetings => {
  const meetings = MEETINGS.filter((meeting) => meeting.decision > lastKnown && statementAt(meeting) <= now);
  if (meetings.length > 0) return { kind: 'unknown', meetings };
  return now.slice(0, 7) > LAST_MEETING_MONTH || lastKnown.slice(0, 7) < FIRST_MEETING_MONTH
    ? NO_CALENDAR
    : { kind: 'none' };
};

/** Every month from a first one to the end of the meeting calendar, ascending. */
const calendarMonthsFrom = (first: IsoMonth): readonly IsoMonth[] => {
  const months: IsoMonth[] = [];
  for (let month = first; month <= LAST_MEETING_MONTH; month = addMonths(month, 1)) months.push(month);
  return months;
};

const DECISION_DAYS = new Map(MEETINGS.map(({ decision }) => [isoMonthOf(decision), Number(decision.slice(8))]));

/** The day of the month, 1 to 31, on which a meeting decides; undefined in a month without a meeting. */
export const decisionDayIn = (month: IsoMonth): number | undefined => DECISION_DAYS.get(month);

/**
 * The months that the odds of the coming meetings are solved over: from the running one to the end of the calendar. Where
 * the running month's meeting is still to come and too few days lie before it, the month before has to anchor it, if it had no meeting.
 * @example pathMonths('2026-12-02T00:00:00.000Z')[0] // 2026-11: eight days are too few to solve December's start from
 */
export const pathMonths = (now: IsoInstant): readonly IsoMonth[] => {
  const running = isoMonthOf(newYorkTime(now).date);
  const [next] = meetingsAfter(now);
  const before = addMonths(running, -1);
  const isEarly =
    next !== undefined &&
    isoMonthOf(next.decision) === running &&
    !canSolveStart(splitOf({ days: daysInMonth(running), decisionDay: Number(next.decision.slice(8)) }));
  const isAnchored = isEarly && before >= FIRST_MEETING_MONTH && decisionDayIn(before) === undefined;
  return calendarMonthsFrom(isAnchored ? before : running);
};

/**
 * The months whose contracts the next meetings need: those of {@link pathMonths} up to the first without a meeting after
 * them, or to the end of the meeting calendar.
 * @param count how many meetings
 * @example contractsNeeded('2026-11-21T00:00:00.000Z', 1) // 2026-11, 2026-12, 2027-01, 2027-02
 */
export const contractsNeeded = (now: IsoInstant, count: number): readonly IsoMonth[] => {
  const last = meetingsAfter(now).slice(0, count).at(-1);
  if (last === undefined) return [];
  const months = pathMonths(now);
  const anchor = months.findIndex((month) => month > isoMonthOf(last.decision) && decisionDayIn(month) === undefined);
  return anchor < 0 ? months : months.slice(0, anchor + 1);
};

/**
 * Changes of the target that were decided between two scheduled meetings, from 1994, when the Committee began to announce
 * what it decides, to the first meeting of the calendar in this room.
 *
 * @see https://www.federalreserve.gov/monetarypolicy/fomc_historical.htm, Board of Governors: conference calls and unscheduled meetings
 */
const UNSCHEDULED: ReadonlySet<string> = new Set([
  ...['1994-04-18', '1998-10-15', '2001-01-03', '2001-04-18', '2001-09-17'],
  ...['2008-01-22', '2008-10-08', '2020-03-03', '2020-03-15'],
]);

/** Before it, which moves fell between meetings is not on record here. */
export const UNSCHEDULED_FROM: IsoDate = isoDate('1994-01-01');

/** True of the day of a change that no scheduled meeting decided; false before {@link UNSCHEDULED_FROM}. */
export const isUnscheduled = (on: IsoDate): boolean =>
  on >= FIRST_MEETING_MONTH ? !MEETINGS.some(({ decision }) => decision === on) : UNSCHEDULED.has(on);
