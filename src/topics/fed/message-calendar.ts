import { addDays, type Closure, calendarDaysBetween } from '../../calendar/index.ts';
import type { Meeting } from '../../fed/index.ts';
import {
  type Cell,
  capitalized,
  cell,
  countInWords,
  type DataTableBlock,
  dataTable,
  day,
  dayNear,
  fitHeading,
  type Line,
  listed,
  month,
  numberCell,
  plural,
} from '../../message/index.ts';
import type { IsoDate } from '../../units.ts';
import { unknownMeetings } from '../../wording/index.ts';
import type { FedAnswer } from './answer.ts';
import type { CalendarAnswer } from './answer-calendar.ts';

const STATEMENT = '14:00 New York time';

/** `9 days`, `1 day`. */
const daysWords = (days: number): string => plural(Math.abs(days), 'day');

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
  { meetings, year, isLeft, isNext, next }: Extract<CalendarAnswer, { kind: 'meetings' }>,
  { question, asOf: today }: FedAnswer,
): string => {
  if (isNext)
    return `The ${question.calendar?.on ? '' : 'next '}${countInWords(meetings.length).toLowerCase()} Fed decisions${question.calendar?.projections ? ' with projections' : ''}${question.calendar?.on ? ` after ${day(question.calendar.on as IsoDate)}` : ''}: ${listed(meetings.map(({ decision }) => day(decision)))}`;
  const noun = meetings.length > 1 ? 'meetings' : 'meeting';
  const count = `${countInWords(meetings.length)} Fed ${noun}${question.calendar?.projections ? ' with projections' : ''}${isLeft ? ' left' : ''} in ${year}`;
  const [first] = meetings;
  if (first === undefined) return `${count}${next ? `; the next decides on ${day(next.decision)}` : ''}`;
  if (meetings.length === 1)
    return `${count}: ${day(first.decision)}, ${whenWords(calendarDaysBetween(today, first.decision))}`;
  return fitHeading(
    `${count}, decisions on ${listed(meetings.map(({ decision }) => day(decision).slice(0, -5)))}`,
    count,
  );
};

/** `Christmas, 25 Dec 2026`; `Christmas Eve, 24 Dec 2026, until 13:00`. */
const closureWords = ({ on, name, isEarly }: Closure): string =>
  `${day(on)} (${name}${isEarly ? ', until 13:00' : ''})`;

/** `Closed on 25 Dec 2026: Christmas`; `Open on 21 Dec 2026, a usual session until 16:00`. */
const sessionTitle = ({ on, session }: Extract<CalendarAnswer, { kind: 'session' }>): string => {
  switch (session.kind) {
    case 'closed':
      return `The New York exchange is shut on ${day(on)}: ${session.name}`;
    case 'weekend':
      return `The New York exchange is shut on ${day(on)}: a weekend`;
    case 'early-close':
      return `The New York exchange closes early on ${day(on)}, at 13:00 New York time: ${session.name}`;
    case 'open':
      return `The New York exchange trades on ${day(on)}${session.closesAt === '16:00' ? ', until 16:00 New York time' : ''}: no holiday`;
    case 'unknown-year':
      return `My calendar of the exchange runs from ${session.first} to ${session.last} only`;
  }
};

const closuresTitle = ({ year, month: of, closures }: Extract<CalendarAnswer, { kind: 'closures' }>): string => {
  const shut = closures.filter(({ isEarly }) => !isEarly);
  const early = closures.filter(({ isEarly }) => isEarly);
  const when = of ? ` in ${month(of)}` : year === undefined ? '' : ` in ${year}`;
  if (closures.length === 0)
    return `No day is known on which the New York exchange is shut or closes early${when}, weekends aside`;
  const [first] = shut;
  if (!of && year === undefined && first)
    return `The New York exchange is shut next on ${closureWords(first)}${early[0] && early[0].on < first.on ? `, and closes early on ${closureWords(early[0])}` : ''}`;
  const days = shut.length > 0 ? `is shut on ${listed(shut.map(closureWords))}` : 'is shut on no further day';
  return fitHeading(
    `The New York exchange${when} ${days}${early.length > 0 ? `; it closes early on ${listed(early.map(closureWords))}` : ''}`,
    `The New York exchange${when}: shut on ${shut.length} days, early close on ${early.length}`,
  );
};

/** What the calendar says, in one sentence. */
export const calendarTitle = (answer: FedAnswer, calendar: CalendarAnswer): string => {
  switch (calendar.kind) {
    case 'meeting':
      return meetingTitle(calendar, answer);
    case 'meetings':
      return meetingsTitle(calendar, answer);
    case 'session':
      return sessionTitle(calendar);
    case 'closures':
      return closuresTitle(calendar);
    case 'no-meeting':
      return `No meeting is scheduled in ${month(calendar.month)}${calendar.next ? `; the next decision is on ${day(calendar.next.decision)}` : ''}`;
    case 'beyond':
      return `My calendar of meetings runs from ${month(calendar.first)} to ${month(calendar.last)} only`;
  }
};

/** A row a meeting: both days, how far off, and whether projections come with it. */
export const calendarTable = (calendar: CalendarAnswer, today: IsoDate): DataTableBlock | undefined => {
  if (calendar.kind === 'closures' && calendar.closures.length > 1)
    return dataTable(
      'Days on which the New York exchange is shut or closes early',
      ['Day', 'Why', 'Trades'],
      calendar.closures.map(({ on, name, isEarly }): Cell[] => [
        cell(day(on)),
        cell(name),
        cell(isEarly ? 'until 13:00' : 'no'),
      ]),
    );
  if (calendar.kind !== 'meetings' || calendar.meetings.length < 2) return undefined;
  const row = ({ start, decision, hasProjections }: Meeting): Cell[] => {
    const days = calendarDaysBetween(today, decision);
    return [cell(day(start)), cell(day(decision)), numberCell(days, String(days)), cell(hasProjections ? 'Yes' : 'No')];
  };
  return dataTable(
    `The Fed’s ${calendar.isNext ? 'next meetings' : `meetings of ${calendar.year}`}, and the days to each decision`,
    ['Begins', 'Decision', 'Days', 'Projections'],
    calendar.meetings.map(row),
  );
};

/** The first day, the projections, and what the Board calls tentative. */
export const calendarLines = ({ fed, question, asOf: today }: FedAnswer, calendar: CalendarAnswer): readonly Line[] => {
  if (calendar.kind === 'closures') return [];
  if (calendar.kind === 'session')
    return calendar.next ? [{ label: 'Next', words: `Shut or short next on ${closureWords(calendar.next)}` }] : [];
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
