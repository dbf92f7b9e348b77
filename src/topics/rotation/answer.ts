import { newYorkTime } from '../../calendar/index.ts';
import {
  type Answered,
  answerIdOf,
  type ClosesStamp,
  closesKnown,
  type DatedReading,
  type Facts,
  type Fed,
  type LiveMarket,
  type NoData,
  printedRatios,
  printedReading,
  type RatioRow,
} from '../../facts/index.ts';
import { FIRST_CUTS, type FirstCut } from '../../fed/index.ts';
import {
  type ChangeSpan,
  type ChartPoint,
  type CycleStudy,
  type Distance,
  type Drawdown,
  type RatioChange,
  type RatioReading,
  type RatioSeries,
  type RecordClose,
  requiredOutperformance,
  type SpanChange,
  studyCycles,
  type Trend,
} from '../../index-ratio/index.ts';
import { type IsoDate, type Multiple, multiple, type Percent, utcDateOf } from '../../units.ts';
import { rotationFigures, rotationSources } from './figures.ts';
import { measured } from './measures.ts';
import { dayCloses, distanceAsked } from './measures-day.ts';
import type { Benchmark, Index, RotationQuestion } from './question.ts';

/** The span asked for, or the newest readings. */
export interface MeasuredSpan {
  /** The days asked for, as typed; `to` is absent for the newest close. */
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly change: Extract<RatioChange, { kind: 'change' }>;
  readonly start: RatioReading;
  /** Index points at both ends. */
  readonly closes: Readonly<Record<'russell' | 'sp', { readonly from: number; readonly to: number }>>;
}

export interface Measured {
  readonly kind: 'measured';
  readonly stamp: ClosesStamp;
  /** The reading everything is told as of: the newest, or that of the last day asked for. */
  readonly end: RatioReading;
  /** True where `end` is one of the newest closes and only one provider has them. */
  readonly isProvisional: boolean;
  /** One week, one, three and twelve months, up to `end`. */
  readonly spans: readonly (SpanChange & { readonly span: Exclude<ChangeSpan, 'year to date'> })[];
  readonly asked?: MeasuredSpan;
  /** Up to `end`, as known then. */
  readonly percentile: Percent;
  readonly firstDay: IsoDate;
  readonly drawdown: Drawdown;
  readonly trend: Trend;
  readonly record: RecordClose;
  /** By how much the Russell 2000 must beat the S&P 500 to bring the ratio to a level. */
  readonly needed?: { readonly level: Multiple; readonly lead: Percent };
  /** The chart's points: the lead since the first of them. */
  readonly points: readonly ChartPoint[];
}

/** The ratio, and index points. */
export type IndexCloses = Readonly<Record<Index, number>>;

/** The closes of one day, and up to the newest one. */
export interface DayCloses {
  readonly kind: 'day-closes';
  readonly stamp: ClosesStamp;
  readonly index: Index;
  /** The day asked for, and the session that stands for it. */
  readonly asked: IsoDate;
  readonly on: IsoDate;
  readonly closes: IndexCloses;
  /** The newest close; absent where that is the day itself. */
  readonly since?: {
    readonly on: IsoDate;
    readonly closes: IndexCloses;
    readonly change: Extract<RatioChange, { kind: 'change' }>;
  };
  /** True where only one provider has the day's closes. */
  readonly isProvisional: boolean;
}

/** How far the ratio and both indexes stand from a high, a low or an average. */
export interface MeasuredDistance {
  readonly kind: 'distance';
  readonly stamp: ClosesStamp;
  readonly index: Index;
  readonly of: 'high' | 'low' | 'average';
  /** Of the average. */
  readonly sessions?: number;
  readonly on: IsoDate;
  /** Where a high or a low was looked for from; absent where from the first day. */
  readonly from?: IsoDate;
  readonly firstDay: IsoDate;
  /** `on` is absent for an average. */
  readonly distances: Readonly<Record<Index, Distance & { readonly on?: IsoDate }>>;
  readonly isProvisional: boolean;
}

/** Why a question about the series has no answer. */
export type NotMeasured =
  | { readonly kind: 'no-closes'; readonly why: NoData | { readonly kind: 'before-first'; readonly first: IsoDate } }
  | { readonly kind: 'in-the-future'; readonly date: IsoDate; readonly today: IsoDate }
  | { readonly kind: 'before-first'; readonly date: IsoDate; readonly first: IsoDate }
  | { readonly kind: 'from-after-to'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'same-session'; readonly on: IsoDate }
  | { readonly kind: 'too-few-sessions'; readonly sessions: number; readonly needed: number }
  | { readonly kind: 'not-available'; readonly benchmark: Benchmark };

export interface StudiedCycles {
  readonly kind: 'cycles';
  readonly stamp: ClosesStamp;
  readonly study: CycleStudy;
  /** The cycles chosen, each with what a reader should know of it. */
  readonly firstCuts: readonly FirstCut[];
}

export interface RotationAnswer extends Answered {
  readonly kind: 'rotation';
  readonly question: RotationQuestion;
  readonly result: Measured | StudiedCycles | DayCloses | MeasuredDistance | NotMeasured;
  /** The newest reading that a note prints, and all of them beside the record. */
  readonly reading?: DatedReading;
  readonly rows: readonly RatioRow[];
  /** The level asked for, from the newest printed reading, where there are no closes. */
  readonly neededFromPrint?: { readonly level: Multiple; readonly lead: Percent };
  /** Where the span begins with a move of the Fed. */
  readonly fed?: Fed;
  /** The closes asked for as a table, where it was asked for. */
  readonly csv?: string;
}

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

const rowsBetween = (series: RatioSeries, from: IsoDate, to: IsoDate): readonly string[] => {
  const { dates, numerator, denominator, ratios } = series;
  const rows: string[] = [];
  for (const [at, date] of dates.entries()) {
    if (date > to) break;
    if (date >= from) rows.push(`${date},${numerator[at]},${denominator[at]},${ratios[at]}`);
  }
  return rows;
};

/**
 * The closes an answer speaks of, a row a session, in full precision: those between the dates asked for, else of the chart.
 * Every row says whose closes they are, so that made-up numbers stay labelled. For the cycles, a row a cycle and horizon.
 */
export const csvOf = (result: RotationAnswer['result'], { ratio, provenance }: LiveMarket): string | undefined => {
  const source = quoted(provenance.source);
  if (result.kind === 'cycles') {
    const rows = result.study.cycles.flatMap(({ firstCut, from, returns }) =>
      returns.map(({ months, until, small, large }) => `${firstCut},${from},${months},${until},${small},${large}`),
    );
    return csv('first_cut,from,months,until,rut_return_percent,spx_return_percent', rows, source);
  }
  const [first] = result.kind === 'measured' ? result.points : [];
  if (result.kind !== 'measured' || first === undefined) return undefined;
  return csv('date,rut_close,spx_close,ratio', rowsBetween(ratio, first.on, result.end.on), source);
};

const csv = (head: string, rows: readonly string[], source: string): string => {
  const end = `,${source}\n`;
  return `${head},source\n${rows.join(end)}${rows.length > 0 ? end : ''}`;
};

const upTo = ({ dates, numerator, denominator, ratios }: RatioSeries, last: IsoDate): RatioSeries => {
  const count = dates.at(-1) === last ? dates.length : dates.findIndex((date) => date > last);
  if (count < 0 || count === dates.length) return { dates, numerator, denominator, ratios };
  const cut = <T>(values: readonly T[]): readonly T[] => values.slice(0, count);
  return { dates: cut(dates), numerator: cut(numerator), denominator: cut(denominator), ratios: cut(ratios) };
};

const resultOf = (
  question: RotationQuestion,
  { market, fed, now }: Facts,
  printed?: number,
): RotationAnswer['result'] => {
  if (question.benchmark !== undefined) return { kind: 'not-available', benchmark: question.benchmark };
  if (market.kind === 'printed') return { kind: 'no-closes', why: market.why };
  const stamp = closesKnown(market, now);
  if (stamp === undefined) {
    return { kind: 'no-closes', why: { kind: 'before-first', first: market.ratio.dates[0] as IsoDate } };
  }
  const today = newYorkTime(now).date;
  const { at, distance } = question;
  if (at !== undefined) return dayCloses(question, market, stamp, today);
  if (distance !== undefined) return distanceAsked({ ...question, distance }, market, stamp, fed, today);
  if (!question.cycles) return measured(question, market, stamp, fed, today, printed);
  const known = FIRST_CUTS.filter(({ on }) => on <= stamp.on);
  return {
    kind: 'cycles',
    stamp,
    study: studyCycles(
      upTo(market.ratio, stamp.on),
      known.map(({ on }) => on),
    ),
    firstCuts: known,
  };
};

/**
 * Where small caps stand against large caps: the ratio, how it and both indexes changed, its rank, trend and peak, and what
 * a level would take; or how both did after the first cuts of past cycles. Without closes, what the notes print.
 */
export const answerRotation = (question: RotationQuestion, facts: Facts): RotationAnswer => {
  const reading = printedReading(facts);
  const result = resultOf(question, facts, reading?.level);
  const isPrinted = result.kind === 'no-closes';
  const rows =
    result.kind === 'cycles' || question.benchmark !== undefined ? [] : printedRatios(facts, utcDateOf(facts.now));
  const { level } = question;
  const answered = {
    result,
    ...(reading && { reading }),
    ...(question.sinceLast !== undefined && { fed: facts.fed }),
    rows,
    ...(isPrinted &&
      reading &&
      level !== undefined && {
        neededFromPrint: { level: multiple(level), lead: requiredOutperformance(reading.level, level) },
      }),
  };
  const csv = question.csv && facts.market.kind === 'live' ? csvOf(result, facts.market) : undefined;
  return {
    kind: 'rotation',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    ...answered,
    ...(csv !== undefined && { csv }),
    figures: rotationFigures(answered),
    views: [],
    sources: rotationSources(answered),
  };
};
