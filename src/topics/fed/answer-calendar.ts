import { calendarDaysBetween, dateFrom, yearOf } from '../../calendar/index.ts';
import type { AnsweredFigure, Fed } from '../../facts/index.ts';
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
      readonly meetings: readonly Meeting[];
      readonly next?: Meeting;
    }
  /** The calendar does not reach there. */
  | { readonly kind: 'beyond'; readonly first: IsoDate; readonly last: IsoDate };

const FIRST = MEETINGS[0] as Meeting;
const LAST = MEETINGS.at(-1) as Meeting;
const BEYOND: CalendarAnswer = { kind: 'beyond', first: FIRST.decision, last: LAST.decision };

/** What the calendar says of what was asked. @param today New York's */
export const calendarAnswer = (asked: CalendarAsked, { next }: Fed, today: IsoDate): CalendarAnswer => {
  const { ask, on, month, year = yearOf(today), projections } = asked;
  const first = next.kind === 'meeting' ? next.meeting.decision : undefined;
  const isMeant = ({ hasProjections }: Meeting): boolean => hasProjections || !projections;
  const coming = MEETINGS.filter(({ decision }) => first !== undefined && decision >= first);
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
        {
          id: 'fed.meeting.days',
          value: answer.days,
          unit: 'count',
          label: `calendar days to the decision of ${answer.meeting.decision}`,
          source: FED_SOURCE.name,
        },
      ]
    : answer.kind === 'meetings'
      ? [
          {
            id: 'fed.meetings.count',
            value: answer.meetings.length,
            unit: 'count',
            label: `meetings of ${answer.year}${answer.isLeft ? ' still to come' : ''}`,
            source: FED_SOURCE.name,
          },
        ]
      : [];
