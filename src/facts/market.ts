import type { PrintedReading, RatioSeries } from '../index-ratio/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';

/** What is known of the index ratio: daily closes, or only what the notes print. */
export type Market = PrintedMarket | LiveMarket;

/** Without market data: only what the notes themselves print. */
export interface PrintedMarket {
  readonly kind: 'printed';
  readonly readings: readonly PrintedReading[];
  readonly why: NoData;
}

/** Daily closes of both price indexes, dividends left out. What the notes print stays beside them. */
export interface LiveMarket {
  readonly kind: 'live';
  readonly readings: readonly PrintedReading[];
  /** Russell 2000 ÷ S&P 500. */
  readonly ratio: RatioSeries;
  readonly provenance: ClosesProvenance;
}

/** Why there are no data of a kind. */
export type NoData =
  /** Nobody has connected any. */
  | { readonly kind: 'off' }
  /** The first load is under way. */
  | { readonly kind: 'loading' }
  /** Every provider failed. Sentences without their full stops, fit to be shown. */
  | { readonly kind: 'unavailable'; readonly words: readonly string[] };

/** Where market data come from and how old they are; goes with them to the message. */
export interface Provenance {
  /** `Yahoo`. */
  readonly provider: string;
  /** `Yahoo Finance, ^RUT and ^GSPC`. */
  readonly source: string;
  /** The newest day they cover. */
  readonly asOf: IsoDate;
  readonly fetchedAt: IsoInstant;
  /** True where a provider that comes before this one did not answer. */
  readonly isFallback: boolean;
  /** True where they are from an earlier run or load, and none has succeeded since. */
  readonly isCached: boolean;
  /** True for made-up numbers: to be said wherever they are shown. */
  readonly isSynthetic: boolean;
  /** Where a provider that comes before this one answered and ends on an earlier day: that day. */
  readonly firstEnds?: IsoDate;
  /** What was left out, in words. */
  readonly remarks: readonly string[];
  /** Why the values may not be what they are taken for, in words; to be said wherever they are shown. Absent where nothing speaks against them. */
  readonly doubts?: readonly string[];
  /** A sentence that the provider's terms ask to be shown. */
  readonly notice?: string;
}

/** Whether a second provider has the same newest two closes. */
export type CrossCheck =
  | { readonly kind: 'agreed'; readonly with: string; readonly on: readonly IsoDate[] }
  /** To be shown with the word provisional. */
  | { readonly kind: 'provisional'; readonly words: string }
  /** Somebody's own file, or made-up numbers: there is nothing to check against. */
  | { readonly kind: 'not-applicable' };

/** Of daily closes. */
export interface ClosesProvenance extends Provenance {
  readonly check: CrossCheck;
}
