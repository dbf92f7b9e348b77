import type { MeetingOdds } from '../fed/index.ts';
import type { Figure } from '../notes/index.ts';
import {
  FEDERAL_TAX_RATE,
  FLOATING_SHARE_ESTIMATES,
  type LiftRange,
  type NetIncomeEffect,
  type RateMoveEffect,
} from '../sensitivity/index.ts';
import type { AnsweredFigure, ByCompany, CompanyId, StanceCounts } from './answered.ts';
import { MODEL_NOTE } from './assumptions.ts';
import type { DatedReading, LiveReading } from './readings.ts';

/** A note's own figure, as it prints it. */
export const answeredFigure = ({ id, value, unit, label }: Figure, note: string): AnsweredFigure => ({
  id,
  value,
  unit,
  label,
  source: note,
});

/** How each company's figures begin. */
export const FIGURE_PREFIX: Record<CompanyId, string> = { small: 'smallcap', large: 'largecap' };

/** `smallcap.lift` in percent, or `smallcap.change` in dollars where there is no profit. */
export const netIncomeFigure = (id: string, label: string, effect: NetIncomeEffect, source: string): AnsweredFigure =>
  effect.kind === 'lift'
    ? { id: `${id}.lift`, value: effect.lift, unit: '%', label: `${label}, change in net income`, source }
    : { id: `${id}.change`, value: effect.change, unit: 'US$ m', label: `${label}, change in net income`, source };

/** `smallcap.floor`: the move at which the floating rate is zero. */
export const floorFigure = (id: string, name: string, floorAt: number): AnsweredFigure => ({
  id: `${id}.floor`,
  value: floorAt,
  unit: 'bp',
  label: `${name}, move at which its floating rate is zero`,
  source: MODEL_NOTE,
});

/** Every number of one company's sum. @param id how their ids begin: `smallcap` */
export const companyFigures = (id: string, effect: RateMoveEffect): AnsweredFigure[] => {
  const { borrower, before, after, coverageBefore, coverageAfter, floorAt } = effect;
  const money = (key: string, label: string, value: number): AnsweredFigure => ({
    id: `${id}.${key}`,
    value,
    unit: 'US$ m',
    label: `${borrower.name}, ${label}`,
    source: MODEL_NOTE,
  });
  const cover = (key: string, label: string, value: number | undefined): AnsweredFigure[] =>
    value === undefined
      ? []
      : [{ id: `${id}.${key}`, value, unit: '×', label: `${borrower.name}, ${label}`, source: MODEL_NOTE }];
  return [
    netIncomeFigure(id, borrower.name, effect.netIncome, MODEL_NOTE),
    money('saving', 'interest saved a year', effect.saving),
    money('debt.total', 'total debt', effect.totalDebt),
    money('debt.floating', 'floating debt', effect.floatingDebt),
    money('debt.fixed', 'fixed debt', effect.fixedDebt),
    money('interest.before', 'interest a year before the move', before.total),
    money('interest.after', 'interest a year after the move', after.total),
    ...cover('coverage.before', 'interest coverage before the move', coverageBefore),
    ...cover('coverage.after', 'interest coverage after the move', coverageAfter),
    ...(floorAt === undefined ? [] : [floorFigure(id, borrower.name, floorAt)]),
  ];
};

/** SmallCap's change in net income at the published floating shares, and after federal tax. */
export const rangeFigures = ({
  effects,
  range,
}: {
  readonly effects: ByCompany<RateMoveEffect>;
  readonly range: LiftRange;
}): readonly AnsweredFigure[] => {
  const { low, high } = FLOATING_SHARE_ESTIMATES;
  const { name } = effects.small.borrower;
  const after = `${name} after ${FEDERAL_TAX_RATE.rate}% tax`;
  return [
    netIncomeFigure('smallcap.low', `${name} at ${low.share}% floating`, range.low, `${low.by}, ${low.month}`),
    netIncomeFigure('smallcap.high', `${name} at ${high.share}% floating`, range.high, `${high.by}, ${high.month}`),
    netIncomeFigure('smallcap.aftertax', after, range.afterTax, FEDERAL_TAX_RATE.source),
  ];
};

/** The newest printed ratio, its age, and its change since the one printed before. */
export const readingFigures = (reading: DatedReading | undefined): readonly AnsweredFigure[] => {
  if (reading === undefined) return [];
  const { level, on, note: source, monthsOld, before, changeSince } = reading;
  return [
    { id: 'ratio.level', value: level, unit: 'ratio', label: `Russell 2000 ÷ S&P 500 as printed for ${on}`, source },
    { id: 'ratio.age', value: monthsOld, unit: 'months', label: 'age of that reading', source },
    ...(before === undefined || changeSince === undefined
      ? []
      : [
          {
            id: 'ratio.change',
            value: changeSince,
            unit: '%',
            label: `change of the ratio since the ${before.printed} printed for ${before.on}`,
            source,
          } as const,
        ]),
  ];
};

/** The ratio at its newest close, and its change over a month. */
export const liveFigures = ({ ratio, on, month, provenance: { source } }: LiveReading): readonly AnsweredFigure[] => [
  { id: 'ratio.level', value: ratio, unit: 'ratio', label: `Russell 2000 ÷ S&P 500 at the close of ${on}`, source },
  ...(month === undefined
    ? []
    : [
        {
          id: 'ratio.change.1m',
          value: month,
          unit: '%',
          label: 'change of the ratio over a month',
          source,
        } as const,
      ]),
];

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

/** `voices.bullish`: how many people and firms hold each stance. */
export const stanceFigures = (counts: StanceCounts): readonly AnsweredFigure[] =>
  (Object.keys(counts) as (keyof StanceCounts)[]).map((stance) => ({
    id: `voices.${stance}`,
    value: counts[stance],
    unit: 'count',
    label: `people and firms in the notes who are ${stance} on small caps`,
    source: 'the notes',
  }));
