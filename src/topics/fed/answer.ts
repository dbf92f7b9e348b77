import { calendarDaysBetween, newYorkTime } from '../../calendar/index.ts';
import {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  type Facts,
  type Fed,
  figuresFrom,
  oddsFigures,
  type StartMismatch,
  startMismatch,
} from '../../facts/index.ts';
import { type ImpliedMeeting, MEETINGS, type MeetingOdds, type MoveOdds, type NotImplied } from '../../fed/index.ts';
import { type IsoDate, isoMonthOf, type Percent, utcDateOf } from '../../units.ts';
import { type CalendarAnswer, calendarAnswer, calendarFigures } from './answer-calendar.ts';
import type { FedQuestion } from './question.ts';

export interface FedAnswer extends Answered {
  readonly kind: 'fed';
  readonly question: FedQuestion;
  readonly fed: Fed;
  /** Calendar days to the next decision, from New York's today. */
  readonly daysToNext?: number;
  /** What futures imply of what was asked; absent where the whole was asked for. */
  readonly priced?: PricedPath;
  /** What the calendar of meetings says of what was asked. */
  readonly calendar?: CalendarAnswer;
  /** Where the contracts do not fit the effective rate. */
  readonly mismatch?: StartMismatch;
}

const rangeFigures = ({ range, source: { name: source } }: Fed): readonly AnsweredFigure[] =>
  range.kind === 'before-first'
    ? []
    : [
        { id: 'fed.lower', value: range.lower, unit: '%', label: 'target range, lower bound', source },
        { id: 'fed.upper', value: range.upper, unit: '%', label: 'target range, upper bound', source },
        ...(range.last
          ? [figuresFrom(source)('fed.last-move', range.last.change, 'bp', `last move, announced ${range.last.on}`)]
          : []),
      ];

/** The target range and since when, the next meeting, and what futures imply of the next ones; or, where one thing that futures imply is asked, that alone. */
export const answerFed = (question: FedQuestion, facts: Facts): FedAnswer => {
  const { fed, now } = facts;
  const { odds, next } = fed;
  const days = next.kind === 'meeting' ? calendarDaysBetween(newYorkTime(now).date, next.meeting.decision) : undefined;
  const implied = odds.kind === 'path' ? odds.meetings.filter((one) => one.kind === 'odds') : [];
  // the path is the whole answer, unless there is none
  const isOne = question.ask !== undefined && !(question.ask === 'path' && odds.kind === 'path');
  const priced = isOne ? pricedAnswer(question, fed, newYorkTime(now).date) : undefined;
  const calendar = question.calendar && calendarAnswer(question.calendar, fed, newYorkTime(now).date);
  const mismatch = startMismatch(fed);
  const ofAll: readonly AnsweredFigure[] = [
    ...(priced && odds.kind === 'path' ? pricedFigures(priced, odds.source) : []),
    ...(priced ? [] : rangeFigures(fed)),
    ...(days === undefined || priced
      ? []
      : [figuresFrom('Federal Reserve')('fed.days-to-next', days, 'count', 'calendar days to the next decision')]),
    ...(odds.kind === 'path' ? implied.flatMap((one) => oddsFigures(one, odds.source)) : []),
  ];
  const figures = calendar ? calendarFigures(calendar) : ofAll;
  return {
    kind: 'fed',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(now),
    question,
    fed,
    ...(days !== undefined && { daysToNext: days }),
    ...(priced && { priced }),
    ...(calendar && { calendar }),
    ...(mismatch && { mismatch }),
    figures,
    views: [],
    sources: [...new Set(figures.map(({ source }) => source))],
  };
};

const STEP_BPS = 25;
const PERCENT = 100;

/** What one question about futures comes to. */
export type PricedPath =
  /** `probability`, 0 to 1: of what was asked at that meeting alone; absent where every size was asked about. */
  | { readonly kind: 'odds'; readonly odds: MeetingOdds; readonly probability?: number }
  /** `moves`: the expected number of 25 bp moves the way asked, from today to that meeting; negative where they go the other way. */
  | { readonly kind: 'count'; readonly odds: MeetingOdds; readonly way: 'cut' | 'hike'; readonly moves: number }
  | { readonly kind: 'rate'; readonly odds: MeetingOdds; readonly rate: Percent }
  | { readonly kind: 'not-implied'; readonly meeting: ImpliedMeeting['meeting']; readonly why: NotImplied }
  /** No scheduled meeting in that month; `next` is the first one after it with odds. */
  | { readonly kind: 'no-meeting'; readonly month: string; readonly next?: MeetingOdds }
  | { readonly kind: 'passed'; readonly month: string }
  | { readonly kind: 'beyond'; readonly month: string; readonly last?: IsoDate }
  /** No prices at all. */
  | { readonly kind: 'no-prices' };

const isAsked =
  ({ way, sizeBps }: FedQuestion) =>
  ({ move }: MoveOdds): boolean => {
    const isWay = way === undefined || (way === 'cut' ? move < 0 : way === 'hike' ? move > 0 : move === 0);
    return isWay && (sizeBps === undefined || Math.abs(move) === sizeBps);
  };

const sumOf = (outcomes: readonly MoveOdds[]): number =>
  outcomes.reduce((sum, { probability }) => sum + probability, 0);

const oddsOf = (question: FedQuestion, odds: MeetingOdds): PricedPath => ({
  kind: 'odds',
  odds,
  ...((question.way ?? question.sizeBps) !== undefined && {
    probability: sumOf(odds.outcomes.filter(isAsked(question))),
  }),
});

const countOf = ({ way }: FedQuestion, odds: MeetingOdds): PricedPath => {
  const expected = (odds.fromToday ?? odds).expectedMove / STEP_BPS;
  const asked = way === 'cut' || way === 'hike' ? way : expected < 0 ? 'cut' : 'hike';
  return { kind: 'count', odds, way: asked, moves: asked === 'cut' ? -expected : expected };
};

/** The meeting that a question is about, or why there is none. */
const meetingOf = (
  { ask, month }: FedQuestion,
  meetings: readonly ImpliedMeeting[],
  today: IsoDate,
): ImpliedMeeting | Unanswered => {
  const [next] = meetings;
  const last = meetings.at(-1);
  if (next === undefined || last === undefined) return { kind: 'no-prices' };
  const isUpTo = ask !== 'odds';
  const by = month ?? (isUpTo ? `${next.meeting.decision.slice(0, 4)}-12` : isoMonthOf(next.meeting.decision));
  const isHeld = MEETINGS.some(({ decision }) => isoMonthOf(decision) === by);
  if (by < isoMonthOf(today) || (isHeld && by < isoMonthOf(next.meeting.decision))) {
    return { kind: 'passed', month: by };
  }
  const within = meetings.filter(({ meeting }) => isoMonthOf(meeting.decision) <= by);
  const found = isUpTo ? within.at(-1) : within.find(({ meeting }) => isoMonthOf(meeting.decision) === by);
  if (by > isoMonthOf(last.meeting.decision) && (month !== undefined || found === undefined)) {
    return { kind: 'beyond', month: by, last: last.meeting.decision };
  }
  if (found !== undefined) return found;
  const after = meetings.find(({ meeting }) => isoMonthOf(meeting.decision) > by);
  return { kind: 'no-meeting', month: by, ...(after?.kind === 'odds' && { next: after }) };
};

type Unanswered = Extract<PricedPath, { kind: 'no-meeting' | 'passed' | 'beyond' | 'no-prices' }>;

const isMeeting = (found: ImpliedMeeting | Unanswered): found is ImpliedMeeting =>
  found.kind === 'not-implied' || 'outcomes' in found;

/** What futures imply of what was asked. @param today New York's */
export const pricedAnswer = (question: FedQuestion, { odds }: Fed, today: IsoDate): PricedPath => {
  if (odds.kind === 'none') return { kind: 'no-prices' };
  const found = meetingOf(question, odds.meetings, today);
  if (!isMeeting(found)) return found;
  // moves are added up from today: the first meeting without odds breaks the sum
  const upTo = odds.meetings.slice(0, odds.meetings.indexOf(found) + 1);
  const gap = question.ask === 'count' ? upTo.find(({ kind }) => kind === 'not-implied') : found;
  if (gap?.kind === 'not-implied') return { kind: 'not-implied', meeting: gap.meeting, why: gap.why };
  if (found.kind === 'not-implied') return { kind: 'not-implied', meeting: found.meeting, why: found.why };
  if (question.ask === 'odds') return oddsOf(question, found);
  return question.ask === 'rate' ? { kind: 'rate', odds: found, rate: found.end } : countOf(question, found);
};

/** `fed.asked.odds` in percent, `fed.asked.count` in moves of 25 bp, `fed.asked.rate` in percent. */
export const pricedFigures = (priced: PricedPath, source: string): readonly AnsweredFigure[] => {
  switch (priced.kind) {
    case 'odds':
      return priced.probability === undefined
        ? []
        : [
            figuresFrom(source)(
              'fed.asked.odds',
              priced.probability * PERCENT,
              '%',
              `futures-implied odds of what was asked on ${priced.odds.meeting.decision}`,
            ),
          ];
    case 'count':
      return [
        figuresFrom(source)(
          'fed.asked.count',
          priced.moves,
          'count',
          `futures-implied ${priced.way}s of 25 bp by ${priced.odds.meeting.decision}`,
        ),
      ];
    case 'rate':
      return [
        figuresFrom(source)(
          'fed.asked.rate',
          priced.rate,
          '%',
          `futures-implied rate after ${priced.odds.meeting.decision}`,
        ),
      ];
    default:
      return [];
  }
};
