import { addDays, dateBack, dateFrom, monthsToSession, spanToSession, yearOf } from '../../calendar/index.ts';
import { type ClosesStamp, type Fed, isProvisionalOn, type LiveMarket } from '../../facts/index.ts';
import { decisionsBetween } from '../../fed/index.ts';
import {
  changeBetween,
  changesAt,
  chartPoints,
  distanceFromAverage,
  distanceFromExtreme,
  drawdownAt,
  leadExtremes,
  percentileAt,
  type RatioReading,
  type RatioSeries,
  ranksAt,
  readAt,
  recordCloseAt,
  requiredOutperformance,
  type SeriesPart,
  trendAt,
} from '../../index-ratio/index.ts';
import { type IsoDate, isoDate, multiple } from '../../units.ts';
import type { DayCloses, IndexCloses, Measured, MeasuredDistance, MeasuredSpan, NotMeasured } from './answer-type.ts';
import type { Index, RotationQuestion } from './question.ts';

/** A question's relative days as dates, and what the closes say of one day. */

const EARLIEST = isoDate('1900-01-01');
const MONTHS_A_QUARTER = 3;
const AVERAGE_SESSIONS = 200;

/** The S&P 500's last record close before each event: 3,386.15 on 19 February 2020. @see https://www.spglobal.com/spdji */
const EVENTS: Readonly<Record<NonNullable<RotationQuestion['sinceEvent']>, IsoDate>> = { covid: isoDate('2020-02-19') };

/** The day the Fed last cut, hiked or did either, as far as it is known; undefined where it has not. */
const lastMoveOn = (
  way: NonNullable<RotationQuestion['sinceLast']>,
  { range }: Fed,
  today: IsoDate,
): IsoDate | undefined => {
  const isMeant = (change: number) => (way === 'move' ? change !== 0 : way === 'cut' ? change < 0 : change > 0);
  const recorded = decisionsBetween(EARLIEST, today).findLast(({ change }) => isMeant(change))?.on;
  const newest = range.kind === 'range' && range.last && isMeant(range.last.change) ? range.last.on : undefined;
  return newest !== undefined && (recorded === undefined || newest > recorded) ? newest : recorded;
};

/** The day before the running month or quarter. */
const dayBefore = (toDate: NonNullable<RotationQuestion['toDate']>, today: IsoDate): IsoDate => {
  const month = Number(today.slice(5, 7));
  const first = toDate === 'month' ? month : month - ((month - 1) % MONTHS_A_QUARTER);
  return addDays(dateFrom(yearOf(today), first, 1), -1);
};

/**
 * The start of the span asked for, as a date; undefined where none was.
 *
 * @param end the newest close, or the last day asked for: spans are counted back from it
 * @param today New York's
 */
const startAsked = (
  { from, to, ytd, toDate, back, sessions, sinceLast, sinceEvent }: RotationQuestion,
  { dates }: RatioSeries,
  end: RatioReading,
  fed: Fed,
  today: IsoDate,
): IsoDate | undefined => {
  if (from !== undefined) return from;
  if (ytd) return dateFrom(yearOf(to ?? today) - 1, 12, 31);
  if (toDate !== undefined) return dayBefore(toDate, to ?? today);
  if (back !== undefined) return spanToSession(end.on, back);
  if (sessions !== undefined) return dates[Math.max(0, end.at - sessions)];
  if (sinceEvent !== undefined) return EVENTS[sinceEvent];
  return sinceLast === undefined ? undefined : lastMoveOn(sinceLast, fed, today);
};

const closesAt = ({ numerator, denominator }: RatioSeries, { at, ratio }: RatioReading): IndexCloses => ({
  ratio,
  rut: numerator[at] as number,
  spx: denominator[at] as number,
});

/** Both closes and the ratio of one day, and what came of them up to the newest close. */
export const dayCloses = (
  { at, index = 'ratio' }: RotationQuestion,
  { ratio: series }: Pick<LiveMarket, 'ratio'>,
  stamp: ClosesStamp,
  today: IsoDate,
): DayCloses | NotMeasured => {
  const asked = typeof at === 'object' ? dateBack(today, at) : isoDate(at ?? today);
  if (asked > today) return { kind: 'in-the-future', date: asked, today };
  const reading = readAt(series, asked < stamp.on ? asked : stamp.on);
  if (reading.kind !== 'reading') return { kind: 'before-first', date: asked, first: reading.first };
  const newest = readAt(series, stamp.on);
  const change = reading.on < stamp.on ? changeBetween(series, reading.on, stamp.on) : undefined;
  return {
    kind: 'day-closes',
    stamp,
    index,
    asked,
    on: reading.on,
    closes: closesAt(series, reading),
    ...(change?.kind === 'change' &&
      newest.kind === 'reading' && { since: { on: newest.on, closes: closesAt(series, newest), change } }),
    isProvisional: isProvisionalOn(series, stamp, reading.on),
  };
};

const PARTS: Readonly<Record<Index, SeriesPart>> = { ratio: 'ratios', rut: 'numerator', spx: 'denominator' };

/** How far the newest close, or that of the last day asked for, stands from a high, a low or an average. */
export const distanceAsked = (
  question: RotationQuestion & { readonly distance: NonNullable<RotationQuestion['distance']> },
  { ratio: series }: Pick<LiveMarket, 'ratio'>,
  stamp: ClosesStamp,
  fed: Fed,
  today: IsoDate,
): MeasuredDistance | NotMeasured => {
  const { distance, index = 'ratio', to } = question;
  const end = readAt(series, to !== undefined && to < stamp.on ? isoDate(to) : stamp.on);
  if (end.kind !== 'reading') return { kind: 'before-first', date: isoDate(to ?? stamp.on), first: end.first };
  const from = startAsked(question, series, end, fed, today);
  if (from !== undefined && from > end.on) return { kind: 'from-after-to', from, to: end.on };
  const sessions = distance.of === 'average' ? (distance.sessions ?? AVERAGE_SESSIONS) : undefined;
  const measure = (part: SeriesPart) =>
    distance.of === 'average'
      ? distanceFromAverage(series, part, sessions ?? AVERAGE_SESSIONS, end.on)
      : distanceFromExtreme(series, part, distance.of, end.on, from);
  const [ratio, rut, spx] = [measure(PARTS.ratio), measure(PARTS.rut), measure(PARTS.spx)];
  if (ratio === undefined || rut === undefined || spx === undefined) {
    return { kind: 'too-few-sessions', sessions: end.at + 1, needed: sessions ?? 1 };
  }
  const firstDay = series.dates[0] as IsoDate;
  return {
    kind: 'distance',
    stamp,
    index,
    of: distance.of,
    ...(sessions !== undefined && { sessions }),
    on: end.on,
    ...(from !== undefined && from > firstDay && { from }),
    firstDay,
    distances: { ratio, rut, spx },
    isProvisional: isProvisionalOn(series, stamp, end.on),
  };
};

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

/** A date of the question that lies in the future. */
const inFuture = ({ from, to }: RotationQuestion, today: IsoDate): NotMeasured | undefined => {
  const date = [from, to].find((one) => one !== undefined && one > today);
  return date === undefined ? undefined : { kind: 'in-the-future', date, today };
};

/**
 * Everything that the closes say of a question, up to the day asked for or the newest close, and nothing of later days.
 *
 * @param today New York's
 * @param printed the notes' last reading: the level to reach where the question names none
 */
export const measured = (
  question: RotationQuestion,
  { ratio: series }: Pick<LiveMarket, 'ratio'>,
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
  const chartFrom = asked?.change.from ?? monthsToSession(end.on, CHART_MONTHS);
  const [percentile, drawdown, record, extremes] = [
    percentileAt(series, end.on),
    drawdownAt(series, end.on),
    recordCloseAt(series, 'numerator', end.on),
    leadExtremes(series, chartFrom, end.on),
  ];
  if (percentile === undefined || drawdown === undefined || record === undefined || extremes === undefined) {
    throw new Error(`no measures on ${end.on}, a day of the series`);
  }
  // a question without a level or a span gets what the notes' last reading would take
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
    ranks: ranksAt(series, end.on),
    firstDay: series.dates[0] as IsoDate,
    drawdown,
    trend: trendAt(series, end.on),
    record,
    ...(level !== undefined && { needed: { level: multiple(level), lead: requiredOutperformance(end.ratio, level) } }),
    points: chartPoints(series, chartFrom, end.on, CHART_POINTS),
    extremes,
  };
};
