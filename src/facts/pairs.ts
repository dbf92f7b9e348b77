import type { RatioSeries } from '../index-ratio/index.ts';
import type { ClosesProvenance } from './market.ts';

/** A series of closes, by the id that its figures begin with. */
export type SeriesId = 'rut' | 'spx' | 'rut_tr' | 'spx_tr' | 'sp600' | 'ndx' | 'spx_ew' | 'omxsscpi' | 'omxs30';

/** One side of a ratio. */
export interface Leg {
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
export interface RefusedPair {
  readonly kind: 'refused';
  readonly pair: OtherPair;
  /** Why, in sentences without their full stop. */
  readonly words: readonly string[];
}

/** Another pair, as far as it is known. */
export type KnownPair = PairCloses | RefusedPair;
