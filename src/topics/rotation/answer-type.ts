import type { Answered, ClosesStamp, DatedReading, Fed, NoData, RatioRow } from '../../facts/index.ts';
import type { FirstCut } from '../../fed/index.ts';
import type {
  ChangeSpan,
  ChartPoint,
  CycleStudy,
  Distance,
  Drawdown,
  RankOver,
  RateStudy,
  RatioChange,
  RatioReading,
  RecessionReturn,
  RecordClose,
  SpanChange,
  Trend,
} from '../../index-ratio/index.ts';
import type { IsoDate, Multiple, Percent } from '../../units.ts';
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
  /** The reading that everything is as of: the newest, or that of the last day asked for. */
  readonly end: RatioReading;
  /** True where `end` is one of the newest closes and only one provider has published them. */
  readonly isProvisional: boolean;
  /** One week, one, three and twelve months, up to `end`. */
  readonly spans: readonly (SpanChange & { readonly span: Exclude<ChangeSpan, 'year to date'> })[];
  readonly asked?: MeasuredSpan;
  /** Up to `end`, as known then. */
  readonly percentile: Percent;
  /** The same among the days of the last 20, 10, 5 and 3 years, as far as the closes reach. */
  readonly ranks: readonly RankOver[];
  readonly firstDay: IsoDate;
  readonly drawdown: Drawdown;
  readonly trend: Trend;
  readonly record: RecordClose;
  /** By how much the Russell 2000 must beat the S&P 500 to bring the ratio to a level. */
  readonly needed?: { readonly level: Multiple; readonly lead: Percent };
  /** The chart's points: the lead since the first of them. */
  readonly points: readonly ChartPoint[];
  /** The highest and the lowest lead between the first point and the last, of all sessions. */
  readonly extremes: { readonly high: ChartPoint; readonly low: ChartPoint };
}

/** The ratio, and index points. */
export type IndexCloses = Readonly<Record<Index, number>>;

/** The closes of one day, and up to the newest one. */
export interface DayCloses {
  readonly kind: 'day-closes';
  readonly stamp: ClosesStamp;
  readonly index: Index;
  /** The day of the question, and the session whose close is taken for it. */
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
  /** The first day among which a high or a low is sought; absent for the whole series. */
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
  | { readonly kind: 'too-few-months'; readonly months: number }
  | { readonly kind: 'too-few-sessions'; readonly sessions: number; readonly needed: number }
  | {
      readonly kind: 'not-available';
      readonly benchmark: Benchmark;
      /** Why columns that are there are not used. */
      readonly refused?: readonly string[];
    };

export interface StudiedCycles {
  readonly kind: 'cycles';
  readonly stamp: ClosesStamp;
  readonly study: CycleStudy;
  /** The cycles chosen, each with what a reader should know of it. */
  readonly firstCuts: readonly FirstCut[];
}

export interface StudiedRates {
  readonly kind: 'rates';
  readonly stamp: ClosesStamp;
  readonly study: RateStudy;
  /** Both indexes over each recession that the closes cover. */
  readonly recessions: readonly RecessionReturn[];
  /** The first meeting whose outcome is not known: months from its own on are left out. */
  readonly unknownMeeting?: IsoDate;
}

export interface RotationAnswer extends Answered {
  readonly kind: 'rotation';
  readonly question: RotationQuestion;
  readonly result: Measured | StudiedCycles | StudiedRates | DayCloses | MeasuredDistance | NotMeasured;
  /** The newest reading that a note prints, and all of them beside the record. */
  readonly reading?: DatedReading;
  readonly rows: readonly RatioRow[];
  /** The level asked for, from the newest printed reading, where there are no closes. */
  readonly neededFromPrint?: { readonly level: Multiple; readonly lead: Percent };
  /** Where the span begins with a move of the Fed. */
  readonly fed?: Fed;
  /** The closes as a table, where the question wants one. */
  readonly csv?: string;
}
