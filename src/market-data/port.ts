import type { Freshness } from '../calendar/index.ts';
import type { CrossCheck, KnownPair, Provenance } from '../facts/index.ts';
import type { FuturesPrice } from '../fed/index.ts';
import type { RatioSeries } from '../index-ratio/index.ts';
import type { IsoDate, IsoInstant, IsoMonth, Percent } from '../units.ts';

/** The provider; Rotation Desk itself where the reason is our own. */
export type Provider =
  | 'Yahoo'
  | 'Cboe'
  | 'New York Fed'
  | 'FRED'
  | 'SEC'
  | 'CSV file'
  | 'synthetic'
  | 'cache'
  | 'Rotation Desk';

/** What kind of problem it is; what a retry or a breaker goes by. */
type DataProblemKind =
  /** Market data are switched off, or this mode has no data of this kind. */
  | 'off'
  /** No connection, or it broke. */
  | 'no-answer'
  | 'too-slow'
  | 'too-long'
  /** 401, 403 or 429: the provider refuses requests. */
  | 'refused'
  /** No request was made, because the provider refused one a short while ago. */
  | 'paused'
  /** 404, or a symbol the provider does not know. */
  | 'not-found'
  /** Another 4xx, or an error in the body. */
  | 'rejected'
  /** 5xx. */
  | 'server-fault'
  /** A web page in place of data, or data of another shape. */
  | 'unreadable'
  | 'empty'
  /** Well-formed numbers that cannot be right. */
  | 'implausible'
  /** A file that may be read in two ways; the words say how to tell which. */
  | 'ambiguous'
  /** A fault of our own. */
  | 'fault';

/** Why something is not known, in words that can be shown: no vendor text, no address, no key. */
export interface DataProblem {
  readonly provider: Provider;
  readonly kind: DataProblemKind;
  /** A sentence without its full stop. */
  readonly words: string;
}

/** No value, and why. */
export type Unavailable = { readonly kind: 'unavailable'; readonly problems: readonly DataProblem[] };
/** A value, or why there is none. Missing data are never thrown. */
export type DataResult<Value> = { readonly kind: 'ok'; readonly value: Value } | Unavailable;

/** A result that holds a value. */
export const ok = <Value>(value: Value): DataResult<Value> => ({ kind: 'ok', value });

/** A result without a value, for one or several reasons. */
export const unavailable = (...problems: readonly DataProblem[]): Unavailable => ({ kind: 'unavailable', problems });

/** A result without a value, for one reason. @param words a sentence without its full stop, fit to be shown */
export const unavailableBecause = (provider: Provider, kind: DataProblemKind, words: string): Unavailable =>
  unavailable({ provider, kind, words });

/** What is known now. `loading`: nothing yet, and the first load is under way. */
export type LoadState<Value> = DataResult<Value> | { readonly kind: 'loading'; readonly since: IsoInstant };

/** Where a loaded value comes from, and what went wrong on the way to it. */
export interface LoadProvenance extends Provenance {
  readonly provider: Provider;
  readonly problems: readonly DataProblem[];
}

/** Daily closes of both price indexes (no dividends) on the days both closed: Russell 2000 ÷ S&P 500. */
export interface Closes {
  readonly ratio: RatioSeries;
  readonly check: CrossCheck;
  readonly provenance: LoadProvenance;
}

/** The Fed's range and the market's rate on a day, percent a year. */
export interface RateDay {
  /** The day the rate was in effect: a decision moves the range the day after. */
  readonly on: IsoDate;
  readonly lower: Percent;
  readonly upper: Percent;
  /** The effective federal funds rate; absent where it is not out yet. */
  readonly effective?: Percent;
}

/** The Fed's range and the market's rate, day by day. */
export interface Rates {
  /** Ascending, none twice, at least one. */
  readonly days: readonly RateDay[];
  readonly provenance: LoadProvenance;
}

/** Newest closes of 30-day fed funds futures. */
export interface Futures {
  readonly prices: readonly FuturesPrice[];
  readonly missing: readonly { readonly month: IsoMonth; readonly problem: DataProblem }[];
  readonly provenance: LoadProvenance;
}

/** All that is known at a moment. */
export interface Snapshot {
  readonly takenAt: IsoInstant;
  readonly closes: LoadState<Closes>;
  readonly rates: LoadState<Rates>;
  readonly futures: LoadState<Futures>;
  /** Of a person's own files; absent where there are no other pairs. */
  readonly pairs?: readonly KnownPair[];
  /** Settles once every load now under way has ended, with what is known then. Absent where none is; never rejects. */
  readonly arriving?: Promise<Snapshot>;
}

/** How one kind of data stands. */
export interface KindHealth {
  readonly what: 'closes' | 'rates' | 'futures';
  readonly state: 'ok' | 'loading' | 'unavailable';
  readonly source?: string;
  /** The newest day. */
  readonly asOf?: IsoDate;
  readonly fetchedAt?: IsoInstant;
  readonly freshness?: Freshness;
  readonly isCached?: boolean;
  /** What was left out, and what speaks against the values, in words. */
  readonly remarks?: readonly string[];
  readonly problems: readonly DataProblem[];
}

const UNUSABLE: ReadonlySet<DataProblemKind> = new Set(['ambiguous', 'not-found', 'too-long', 'unreadable']);

/**
 * Why a person's own file cannot be used, a sentence without its full stop: what they are to decide before it can be read, or
 * what is wrong with its path or its text. Undefined where it can, or where the data are nobody's file.
 */
export const fileProblem = (market: MarketData): string | undefined =>
  market.mode !== 'csv' || (market.snapshot().pairs ?? []).length > 0
    ? undefined
    : market
        .health()
        .flatMap(({ problems }) => problems)
        .find(({ kind }) => UNUSABLE.has(kind))?.words;

/** Market data behind one door, whoever provides them. Nothing here throws or rejects for want of data. */
export interface MarketData {
  /** `off` knows nothing and says so; `synthetic` is made up and says so. */
  readonly mode: 'off' | 'live' | 'csv' | 'synthetic';
  /** Daily closes; waits for a load that is due. */
  readonly closes: () => Promise<DataResult<Closes>>;
  /** Target range and effective rate; waits for a load that is due. */
  readonly rates: () => Promise<DataResult<Rates>>;
  /** Newest futures prices of those months, by default of those the next meetings need; waits for a load that is due. */
  readonly futures: (months?: readonly IsoMonth[]) => Promise<DataResult<Futures>>;
  /** What is known now, without waiting. Begins whatever load is due. */
  readonly snapshot: () => Snapshot;
  /** What is known once all loads have ended, or after so many milliseconds, whichever is sooner. */
  readonly snapshotWithin: (ms: number) => Promise<Snapshot>;
  readonly health: () => readonly KindHealth[];
  /** Ends the requests under way; what is known stays known. */
  readonly stop: () => void;
}
