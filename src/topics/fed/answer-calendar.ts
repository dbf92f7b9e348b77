import {
  addDays,
  type Closure,
  calendarDaysBetween,
  closuresBetween,
  dateFrom,
  sessionOn,
  type TradingSession,
  yearOf,
} from '../../calendar/index.ts';
import { type AnsweredFigure, type Fed, figuresFrom } from '../../facts/index.ts';
import { FED_SOURCE, MEETINGS, type Meeting } from '../../fed/index.ts';
import { type IsoDate, isoMonthOf } from '../../units.ts';
import type { CalendarAsked } from './question.ts';

/** What a question about the calendar of meetings comes to. */
export type CalendarAnswer =
  /** `days` from New York's today, negative where it has passed; `next` is the first later one with projections, where those are asked about. */
  | {
      readonly kind: 'meeting';
      readonly meeting: Meeting;
      readonly days: number;
      readonly isNext: boolean;
      readonly next?: Meeting;
    }
  /** No meeting is scheduled in that month. */
  | { readonly kind: 'no-meeting'; readonly month: IsoDate; readonly next?: Meeting }
  /** Those of a year, oldest first; with `left` those still to come. */
  | {
      readonly kind: 'meetings';
      readonly year: number;
      readonly isLeft: boolean;
      /** True of the next few, whatever their year. */
      readonly isNext?: true;
      readonly meetings: readonly Meeting[];
      readonly next?: Meeting;
    }
  /** What the exchange does on a day, and the next day it is shut or closes early. */
  | { readonly kind: 'session'; readonly on: IsoDate; readonly session: TradingSession; readonly next?: Closure }
  /** The days of a year or month on which the exchange is shut or closes early, or those still to come. */
  | {
      readonly kind: 'closures';
      readonly year?: number;
      readonly month?: IsoDate;
      readonly closures: readonly Closure[];
    }
  /** The calendar does not reach there. */
  | { readonly kind: 'beyond'; readonly first: IsoDate; readonly last: IsoDate };

const FIRST = MEETINGS[0] as Meeting;
const LAST = MEETINGS.at(-1) as Meeting;
const BEYOND: CalendarAnswer = { kind: 'beyond', first: FIRST.decision, last: LAST.decision };

const MOST_CLOSURES = 6;
const LAST_CLOSURE = dateFrom(2100, 1, 1);

/** What the exchange's calendar says: of a day, or of the days on which it is shut. */
const exchangeAnswer = ({ ask, on, month, year }: CalendarAsked, today: IsoDate): CalendarAnswer => {
  const coming = closuresBetween(today, LAST_CLOSURE);
  if (ask === 'session') {
    const day = (on ?? today) as IsoDate;
    const next = coming.find((one) => one.on > day);
    return { kind: 'session', on: day, session: sessionOn(day), ...(next && { next }) };
  }
  if (month) {
    const first = `${month}-01` as IsoDate;
    const last = addDays(dateFrom(yearOf(first), Number(month.slice(5)) + 1, 1), -1);
    return { kind: 'closures', month: first, closures: closuresBetween(first, last) };
  }
  return year === undefined
    ? { kind: 'closures', closures: coming.slice(0, MOST_CLOSURES) }
    : { kind: 'closures', year, closures: closuresBetween(dateFrom(year, 1, 1), dateFrom(year, 12, 31)) };
};

/** What the calendar says of what was asked. @param today New York's */
export const calendarAnswer = (asked: CalendarAsked, { next }: Fed, today: IsoDate): CalendarAnswer => {
  const { ask, on, month, year = yearOf(today), projections, count } = asked;
  if (ask === 'session' || ask === 'closures') return exchangeAnswer(asked, today);
  const first = next.kind === 'meeting' ? next.meeting.decision : undefined;
  const isMeant = ({ hasProjections }: Meeting): boolean => hasProjections || !projections;
  const coming = MEETINGS.filter(({ decision }) => first !== undefined && decision >= first);
  if (ask === 'next')
    return {
      kind: 'meetings',
      year,
      isLeft: false,
      isNext: true,
      meetings: coming.filter((one) => isMeant(one) && one.decision > (on ?? '')).slice(0, count),
    };
  if (ask !== 'date') {
    if (dateFrom(year, 1, 1) > LAST.decision || year < yearOf(FIRST.decision) || year === yearOf(LAST.decision))
      return BEYOND;
    const meetings = (ask === 'left' ? coming : MEETINGS).filter(
      (one) => yearOf(one.decision) === year && isMeant(one),
    );
    const after = coming.find((one) => yearOf(one.decision) > year && isMeant(one));
    return { kind: 'meetings', year, isLeft: ask === 'left', meetings, ...(after && { next: after }) };
  }
  const from = on ?? (month && `${month}-01`);
  if (from === undefined && first === undefined) return BEYOND;
  if (
    from !== undefined &&
    (from.slice(0, 7) < isoMonthOf(FIRST.decision) || from.slice(0, 7) > isoMonthOf(LAST.decision))
  )
    return BEYOND;
  const meeting = MEETINGS.find(({ decision }) =>
    on ? decision === on : month ? isoMonthOf(decision) === month : decision === first,
  );
  const later = MEETINGS.find((one) => one.decision > (meeting?.decision ?? from ?? today) && isMeant(one));
  if (meeting === undefined)
    return { kind: 'no-meeting', month: (from ?? today) as IsoDate, ...(later && { next: later }) };
  return {
    kind: 'meeting',
    meeting,
    days: calendarDaysBetween(today, meeting.decision),
    isNext: meeting.decision === first,
    ...(projections && later && { next: later }),
  };
};

/** `fed.meeting.days`, from today; `fed.meetings.count`. */
export const calendarFigures = (answer: CalendarAnswer): readonly AnsweredFigure[] =>
  answer.kind === 'meeting'
    ? [
        figuresFrom(FED_SOURCE.name)(
          'fed.meeting.days',
          answer.days,
          'count',
          `calendar days to the decision of ${answer.meeting.decision}`,
        ),
      ]
    : answer.kind === 'meetings'
      ? [
          figuresFrom(FED_SOURCE.name)(
            'fed.meetings.count',
            answer.meetings.length,
            'count',
            answer.isNext ? 'next meetings' : `meetings of ${answer.year}${answer.isLeft ? ' still to come' : ''}`,
          ),
        ]
      : [];
