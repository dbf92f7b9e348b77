import type { MeetingOdds } from '../fed/index.ts';
import type { IsoDate } from '../units.ts';
import type { AnsweredFigure } from './answered.ts';
import type { Fed } from './fed-facts.ts';

export const PERCENT = 100;

/** What the market prices in for the next meeting, beside a move asked about. */
export interface Priced {
  readonly odds: MeetingOdds;
  readonly asOf: IsoDate;
  readonly isSynthetic: boolean;
}

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

/** The odds of the very next meeting; none where its contracts are missing or stale. */
export const pricedIn = ({ odds }: Fed): Priced | undefined => {
  const next = odds.kind === 'path' ? odds.meetings[0] : undefined;
  return odds.kind === 'path' && next?.kind === 'odds'
    ? { odds: next, asOf: next.asOf, isSynthetic: odds.isSynthetic }
    : undefined;
};
