import type { PrintedReading, RatioSeries } from '../index-ratio/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';

/** What is known of the index ratio: daily closes, or only what the notes print. */
export type Market = PrintedMarket | LiveMarket;

/** Without market data: only what the notes themselves print. */
interface PrintedMarket {
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

/** A series of closes, by the id that its figures begin with. */
export type SeriesId = 'rut' | 'spx' | 'rut_tr' | 'spx_tr' | 'sp600' | 'ndx' | 'spx_ew' | 'omxsscpi' | 'omxs30';

/** One side of a ratio. */
interface Leg {
  readonly id: SeriesId;
  readonly name: string;
  /** As table rows and headlines have it. */
  readonly short: string;
}

/** A pair besides the Russell 2000 and the S&P 500, as questions name it. */
export type PairName = 'total return' | 'S&P 600' | 'Nasdaq' | 'equal weight' | 'OMXSSCPI';

/** Two indexes whose closes are divided: small ÷ large. */
export interface Pair {
  /** Absent for the Russell 2000 and the S&P 500. */
  readonly name?: PairName;
  readonly small: Leg;
  readonly large: Leg;
  readonly basis: 'price index' | 'total return';
  /** Whose sessions its days are. */
  readonly exchange: 'New York' | 'Stockholm';
}

const RUSSELL: Leg = { id: 'rut', name: 'Russell 2000', short: 'Russell' };
const SP500: Leg = { id: 'spx', name: 'S&P 500', short: 'S&P 500' };
const US = { basis: 'price index', exchange: 'New York' } as const;

/** What every reply is of that names no other pair. */
export const US_PAIR: Pair = { small: RUSSELL, large: SP500, ...US };

/** The pairs that a person's own file may hold as well. */
export const PAIRS: readonly (Pair & { readonly name: PairName })[] = [
  {
    name: 'total return',
    small: { id: 'rut_tr', name: 'Russell 2000 total return', short: 'Russell TR' },
    large: { id: 'spx_tr', name: 'S&P 500 total return', short: 'S&P 500 TR' },
    ...US,
    basis: 'total return',
  },
  { name: 'S&P 600', small: { id: 'sp600', name: 'S&P 600', short: 'S&P 600' }, large: SP500, ...US },
  { name: 'Nasdaq', small: RUSSELL, large: { id: 'ndx', name: 'Nasdaq-100', short: 'Nasdaq-100' }, ...US },
  {
    name: 'equal weight',
    small: RUSSELL,
    large: { id: 'spx_ew', name: 'S&P 500 equal weight', short: 'S&P 500 EW' },
    ...US,
  },
  {
    name: 'OMXSSCPI',
    small: { id: 'omxsscpi', name: 'OMXSSCPI', short: 'OMXSSCPI' },
    large: { id: 'omxs30', name: 'OMXS30', short: 'OMXS30' },
    basis: 'price index',
    exchange: 'Stockholm',
  },
];

type OtherPair = Pair & { readonly name: PairName };

/** Daily closes of another pair, of one file or of files given together. */
export interface PairCloses {
  readonly kind: 'closes';
  readonly pair: OtherPair;
  readonly ratio: RatioSeries;
  readonly provenance: ClosesProvenance;
}

/** A pair whose columns are there and are not what they say. */
interface RefusedPair {
  readonly kind: 'refused';
  readonly pair: OtherPair;
  /** Why, in sentences without their full stop. */
  readonly words: readonly string[];
}

/** Another pair, as far as it is known. */
export type KnownPair = PairCloses | RefusedPair;
