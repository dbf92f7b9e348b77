import type { Freshness } from '../calendar/index.ts';
import type { FirstCut, MeetingOdds } from '../fed/index.ts';
import type {
  Change,
  ChartPoint,
  CycleStudy,
  Drawdown,
  Reading,
  RecordClose,
  Span,
  SpanChange,
  Trend,
} from '../index-ratio/index.ts';
import type { Benchmark, FedQuestion, MarketMoveQuestion, RotationQuestion } from '../questions/index.ts';
import type { RateMoveEffect } from '../sensitivity/index.ts';
import type { BasisPoints, IsoDate, Multiple, Percent } from '../units.ts';
import type { Answered, DatedReading, Pair } from './answered.ts';
import type { RatioRow } from './answers-about-notes.ts';
import type { Changed } from './answers-about-rates.ts';
import type { NoData, Provenance } from './facts.ts';
import type { Fed } from './fed-facts.ts';

export type { MeetingOdds } from '../fed/index.ts';
export type { ChartPoint } from '../index-ratio/index.ts';

/** The closes an answer rests on: whose, up to which day, and what is to be said of them. */
export interface ClosesStamp {
  /** The newest close known at the moment of the answer. */
  readonly on: IsoDate;
  readonly provenance: Provenance;
  readonly freshness: Freshness;
}

/** The ratio at its newest close. */
export interface LiveReading extends ClosesStamp {
  readonly ratio: Multiple;
  /** True where only one provider has the newest close. */
  readonly isProvisional: boolean;
  /** Over a month; absent where the series is shorter. */
  readonly month?: Percent;
}

/** The span asked for, or the newest readings. */
export interface MeasuredSpan {
  /** The days asked for, as typed; `to` is absent for the newest close. */
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly change: Extract<Change, { kind: 'change' }>;
  readonly start: Reading;
  /** Index points at both ends. */
  readonly closes: Readonly<Record<'russell' | 'sp', { readonly from: number; readonly to: number }>>;
}

export interface Measured {
  readonly kind: 'measured';
  readonly stamp: ClosesStamp;
  /** The reading everything is told as of: the newest, or that of the last day asked for. */
  readonly end: Reading;
  /** True where `end` is one of the newest closes and only one provider has them. */
  readonly isProvisional: boolean;
  /** One week, one, three and twelve months, up to `end`. */
  readonly spans: readonly (SpanChange & { readonly span: Exclude<Span, 'year to date'> })[];
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

/** Why a question about the series has no answer. */
export type NotMeasured =
  | { readonly kind: 'no-closes'; readonly why: NoData | { readonly kind: 'before-first'; readonly first: IsoDate } }
  | { readonly kind: 'in-the-future'; readonly date: IsoDate; readonly today: IsoDate }
  | { readonly kind: 'before-first'; readonly date: IsoDate; readonly first: IsoDate }
  | { readonly kind: 'from-after-to'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'same-session'; readonly on: IsoDate }
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
  readonly result: Measured | StudiedCycles | NotMeasured;
  /** The newest reading that a note prints, and all of them beside the record. */
  readonly reading?: DatedReading;
  readonly rows: readonly RatioRow[];
  /** The level asked for, from the newest printed reading, where there are no closes. */
  readonly neededFromPrint?: { readonly level: Multiple; readonly lead: Percent };
  /** The closes asked for as a table, where it was asked for. */
  readonly csv?: string;
}

export interface FedAnswer extends Answered {
  readonly kind: 'fed';
  readonly question: FedQuestion;
  readonly fed: Fed;
  /** Calendar days to the next decision, from New York's today. */
  readonly daysToNext?: number;
}

/** What the market prices in for the next meeting, beside a move asked about. */
export interface Priced {
  readonly odds: MeetingOdds;
  readonly asOf: IsoDate;
  readonly isSynthetic: boolean;
}

/** The probability-weighted effect on one company: Σ probability × effect of each move. */
export interface WeightedEffect {
  /** US$ millions of interest a year; negative where it costs more. */
  readonly saving: number;
  /** Percent of net income; absent for a borrower without a profit. */
  readonly lift?: Percent;
}

export interface MarketMeeting {
  readonly decision: IsoDate;
  /** The probability-weighted move. */
  readonly move: BasisPoints;
  readonly effects: Pair<WeightedEffect>;
}

/** Each move that is priced for the next meeting, and what it does. */
export interface PricedOutcome {
  readonly move: BasisPoints;
  /** 0 to 1. */
  readonly probability: number;
  readonly effects: Pair<RateMoveEffect>;
}

export interface MarketMoveAnswer extends Answered {
  readonly kind: 'rate-move-market';
  readonly question: MarketMoveQuestion;
  readonly fed: Fed;
  readonly changed: readonly Changed[];
  /** Before any move. */
  readonly unmoved: Pair<RateMoveEffect>;
  /** Absent where no odds can be told. */
  readonly priced?: {
    readonly odds: MeetingOdds;
    readonly next: MarketMeeting;
    readonly outcomes: readonly PricedOutcome[];
    /** From today to after each meeting, as far as every one of them is implied. */
    readonly path: readonly MarketMeeting[];
  };
}
