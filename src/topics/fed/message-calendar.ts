import { addDays, calendarDaysBetween } from '../../calendar/index.ts';
import type { Meeting } from '../../fed/index.ts';
import {
  type Cell,
  capitalized,
  cell,
  type DataTableBlock,
  day,
  dayNear,
  fitHeading,
  type Line,
  listed,
  month,
  numberCell,
} from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import { unknownMeetings } from '../../wording/index.ts';
import type { FedAnswer } from './answer.ts';
import type { CalendarAnswer } from './answer-calendar.ts';

const IN_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

const STATEMENT = '14:00 New York time';

/** `9 days`, `1 day`. */
const daysWords = (days: number): string => `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;

/** `in 9 days`, `today`, `33 days ago`. */
const whenWords = (days: number): string =>
  days === 0 ? 'today' : days > 0 ? `in ${daysWords(days)}` : `${daysWords(days)} ago`;

type One = Extract<CalendarAnswer, { kind: 'meeting' }>;

const meetingTitle = (
  { meeting: { decision, hasProjections }, days, isNext, next }: One,
  answer: FedAnswer,
): string => {
  const { question, fed } = answer;
  if (question.calendar?.projections)
    return hasProjections
      ? `Projections come with the decision of ${day(decision)}, ${whenWords(days)}`
      : `No projections on ${day(decision)}${next ? `; the next come on ${day(next.decision)}` : ''}`;
  if (days === 0) return `Today: the Fed decides at ${STATEMENT}`;
  if (isNext) return `${daysWords(days)}: the next Fed decision is on ${day(decision)}, ${STATEMENT}`;
  if (days > 0) return `${day(decision)}: the Fed decides in ${daysWords(days)}, ${STATEMENT}`;
  const outcome = unknownMeetings(fed).includes(decision) ? '; its outcome is not in my data' : '';
  return `${day(decision)}: the Fed decided ${daysWords(days)} ago${outcome}`;
};

const meetingsTitle = (
  { meetings, year, isLeft, next }: Extract<CalendarAnswer, { kind: 'meetings' }>,
  { question, asOf: today }: FedAnswer,
): string => {
  const noun = meetings.length > 1 ? 'meetings' : 'meeting';
  const count = `${IN_WORDS[meetings.length] ?? meetings.length} Fed ${noun}${question.calendar?.projections ? ' with projections' : ''}${isLeft ? ' left' : ''} in ${year}`;
  const [first] = meetings;
  if (first === undefined) return `${count}${next ? `; the next decides on ${day(next.decision)}` : ''}`;
  if (meetings.length === 1)
    return `${count}: ${day(first.decision)}, ${whenWords(calendarDaysBetween(today, first.decision))}`;
  return fitHeading(
    `${count}, decisions on ${listed(meetings.map(({ decision }) => day(decision).slice(0, -5)))}`,
    count,
  );
};

/** What the calendar says, in one sentence. */
export const calendarTitle = (answer: FedAnswer, calendar: CalendarAnswer): string => {
  switch (calendar.kind) {
    case 'meeting':
      return meetingTitle(calendar, answer);
    case 'meetings':
      return meetingsTitle(calendar, answer);
    case 'no-meeting':
      return `No meeting is scheduled in ${month(calendar.month)}${calendar.next ? `; the next decision is on ${day(calendar.next.decision)}` : ''}`;
    case 'beyond':
      return `My calendar of meetings runs from ${month(calendar.first)} to ${month(calendar.last)} only`;
  }
};

/** A row a meeting: both days, how far off, and whether projections come with it. */
export const calendarTable = (calendar: CalendarAnswer, today: IsoDate): DataTableBlock | undefined => {
  if (calendar.kind !== 'meetings' || calendar.meetings.length < 2) return undefined;
  const row = ({ start, decision, hasProjections }: Meeting): Cell[] => {
    const days = calendarDaysBetween(today, decision);
    return [cell(day(start)), cell(day(decision)), numberCell(days, String(days)), cell(hasProjections ? 'Yes' : 'No')];
  };
  return {
    type: 'data_table',
    caption: `The Fed’s meetings of ${calendar.year}, and the days to each decision`,
    rows: [[cell('Begins'), cell('Decision'), cell('Days'), cell('Projections')], ...calendar.meetings.map(row)],
    row_header_column_index: 0,
  };
};

/** The first day, the projections, and what the Board calls tentative. */
export const calendarLines = ({ fed, question, asOf: today }: FedAnswer, calendar: CalendarAnswer): readonly Line[] => {
  const shown =
    calendar.kind === 'meeting' ? [calendar.meeting] : calendar.kind === 'meetings' ? calendar.meetings : [];
  const [first] = shown;
  const about =
    calendar.kind === 'meeting' && first
      ? [
          `it begins on ${dayNear(addDays(first.decision, -1), today)}`,
          ...(question.calendar?.projections
            ? []
            : [first.hasProjections ? 'projections come with it' : 'no projections']),
        ].join(', ')
      : undefined;
  const isNextShown =
    fed.next.kind !== 'meeting' ||
    shown.some(({ decision }) => fed.next.kind === 'meeting' && decision === fed.next.meeting.decision);
  return [
    ...(about ? [{ label: 'Fed', words: capitalized(about) } as const] : []),
    ...(isNextShown || fed.next.kind !== 'meeting'
      ? []
      : [{ label: 'Next', words: `The next decision is on ${day(fed.next.meeting.decision)}, ${STATEMENT}` } as const]),
    ...(shown.some(({ isTentative }) => isTentative)
      ? [{ label: 'Flag', words: 'The Board calls its dates from 2027 on tentative' } as const]
      : []),
  ];
};
