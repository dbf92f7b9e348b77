import { monthsBefore } from '../../calendar/index.ts';
import { type ClosesStamp, type Fed, isProvisionalOn, type LiveMarket } from '../../facts/index.ts';
import {
  changeBetween,
  changesAt,
  chartPoints,
  drawdownAt,
  percentileAt,
  type RatioReading,
  type RatioSeries,
  readAt,
  recordCloseAt,
  requiredOutperformance,
  trendAt,
} from '../../index-ratio/index.ts';
import { type IsoDate, multiple } from '../../units.ts';
import type { Measured, MeasuredSpan, NotMeasured } from './answer-type.ts';
import { startAsked } from './measures-day.ts';
import type { RotationQuestion } from './question.ts';

const CHART_MONTHS = 12;
/** As many as a chart can label. */
const CHART_POINTS = 13;

const closeAt = (series: RatioSeries, { at }: RatioReading, leg: 'numerator' | 'denominator'): number =>
  series[leg][at] as number;

const spanOf = (
  series: RatioSeries,
  question: RotationQuestion,
  end: RatioReading,
  from: IsoDate | undefined,
): MeasuredSpan | NotMeasured | undefined => {
  if (from === undefined) return undefined;
  const { to } = question;
  if (to !== undefined && from > to) return { kind: 'from-after-to', from, to };
  const start = readAt(series, from);
  if (start.kind !== 'reading') return { kind: 'before-first', date: from, first: start.first };
  if (start.on >= end.on) return { kind: 'same-session', on: end.on };
  const change = changeBetween(series, start.on, end.on);
  if (change.kind !== 'change') return undefined;
  const ends = (leg: 'numerator' | 'denominator') => ({
    from: closeAt(series, start, leg),
    to: closeAt(series, end, leg),
  });
  return {
    from,
    ...(to !== undefined && { to }),
    change,
    start,
    closes: { russell: ends('numerator'), sp: ends('denominator') },
  };
};

/** A date asked for that has not come yet. */
const inFuture = ({ from, to }: RotationQuestion, today: IsoDate): NotMeasured | undefined => {
  const date = [from, to].find((one) => one !== undefined && one > today);
  return date === undefined ? undefined : { kind: 'in-the-future', date, today };
};

/**
 * Everything that the closes say of a question, up to the day asked for or the newest close, and nothing of later days.
 *
 * @param today New York's
 * @param printed the notes' last reading: the level told of where none is asked for
 */
export const measured = (
  question: RotationQuestion,
  { ratio: series }: LiveMarket,
  stamp: ClosesStamp,
  fed: Fed,
  today: IsoDate,
  printed: number | undefined,
): Measured | NotMeasured => {
  const early = inFuture(question, today);
  if (early !== undefined) return early;
  const wanted = question.to ?? stamp.on;
  const end = readAt(series, wanted < stamp.on ? wanted : stamp.on);
  if (end.kind !== 'reading') return { kind: 'before-first', date: wanted, first: end.first };
  const asked = spanOf(series, question, end, startAsked(question, series, end, fed, today));
  if (asked !== undefined && 'kind' in asked) return asked;
  const [percentile, drawdown, record] = [
    percentileAt(series, end.on),
    drawdownAt(series, end.on),
    recordCloseAt(series, 'numerator', end.on),
  ];
  if (percentile === undefined || drawdown === undefined || record === undefined) {
    throw new Error(`no measures on ${end.on}, a day of the series`);
  }
  // without a level or a span of its own, a question is told what the notes' last reading would take
  const level = question.level ?? (asked ? undefined : printed);
  return {
    kind: 'measured',
    stamp,
    end,
    isProvisional: isProvisionalOn(series, stamp, end.on),
    spans: changesAt(series, end.on).flatMap((one) =>
      one.span === 'year to date' ? [] : [{ ...one, span: one.span }],
    ),
    ...(asked && { asked }),
    percentile,
    firstDay: series.dates[0] as IsoDate,
    drawdown,
    trend: trendAt(series, end.on),
    record,
    ...(level !== undefined && { needed: { level: multiple(level), lead: requiredOutperformance(end.ratio, level) } }),
    points: chartPoints(series, asked?.change.from ?? monthsBefore(end.on, CHART_MONTHS), end.on, CHART_POINTS),
  };
};
