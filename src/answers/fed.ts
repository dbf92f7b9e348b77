import { daysBetween, newYorkTime } from '../calendar/index.ts';
import type { MeetingOdds } from '../fed/index.ts';
import type { FedQuestion } from '../questions/index.ts';
import { dateOf } from '../units.ts';
import type { AnsweredFigure, FedAnswer } from './answer.ts';
import type { Facts } from './facts.ts';
import type { Fed } from './fed-facts.ts';
import { receiptOf } from './receipt.ts';

const PERCENT = 100;

/** What the futures imply of one meeting: `fed.odds.2026-10-28.hike`, in percent; the expected move in basis points. */
export const oddsFigures = (odds: MeetingOdds, source: string): readonly AnsweredFigure[] => {
  const on = odds.meeting.decision;
  return [
    ...(['cut', 'hold', 'hike'] as const).map(
      (way): AnsweredFigure => ({
        id: `fed.odds.${on}.${way}`,
        value: odds[way] * PERCENT,
        unit: '%',
        label: `futures-implied odds of a ${way} on ${on}`,
        source,
      }),
    ),
    {
      id: `fed.expected.${on}`,
      value: odds.expectedMove,
      unit: 'bp',
      label: `futures-implied move on ${on}, weighted by its odds`,
      source,
    },
  ];
};

const rangeFigures = ({ range, source: { name: source } }: Fed): readonly AnsweredFigure[] =>
  range.kind === 'before-first'
    ? []
    : [
        { id: 'fed.lower', value: range.lower, unit: '%', label: 'target range, lower bound', source },
        { id: 'fed.upper', value: range.upper, unit: '%', label: 'target range, upper bound', source },
        ...(range.last
          ? [
              {
                id: 'fed.last-move',
                value: range.last.change,
                unit: 'bp',
                label: `last move, announced ${range.last.on}`,
                source,
              } as const,
            ]
          : []),
      ];

/** The target range and since when, the next meeting, and what futures imply of the next ones. */
export const answerFed = (question: FedQuestion, facts: Facts): FedAnswer => {
  const { fed, now } = facts;
  const { odds, next } = fed;
  const days = next.kind === 'meeting' ? daysBetween(newYorkTime(now).date, next.meeting.decision) : undefined;
  const implied = odds.kind === 'path' ? odds.meetings.filter((one) => one.kind === 'odds') : [];
  const figures: readonly AnsweredFigure[] = [
    ...rangeFigures(fed),
    ...(days === undefined
      ? []
      : [
          {
            id: 'fed.days-to-next',
            value: days,
            unit: 'count',
            label: 'calendar days to the next decision',
            source: 'Federal Reserve',
          } as const,
        ]),
    ...(odds.kind === 'path' ? implied.flatMap((one) => oddsFigures(one, odds.source)) : []),
  ];
  return {
    kind: 'fed',
    id: receiptOf(question, facts),
    asOf: dateOf(now),
    question,
    fed,
    ...(days !== undefined && { daysToNext: days }),
    figures,
    views: [],
    sources: [...new Set(figures.map(({ source }) => source))],
  };
};
