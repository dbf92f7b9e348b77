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
import { utcDateOf } from '../../units.ts';
import { type CalendarAnswer, calendarAnswer, calendarFigures } from './answer-calendar.ts';
import { type PricedPath, pricedAnswer, pricedFigures } from './answer-priced.ts';
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
