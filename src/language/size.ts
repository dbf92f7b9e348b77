import type { SizeReadAs } from './amounts.ts';
import type { Amount, Count, Span } from './slots.ts';

export type Place = Pick<Span, 'from' | 'to'>;
export type Way = 'cut' | 'hike';

/** A size of move as it is put: one number, several of it, or the way between two levels. */
export interface Size {
  /** Basis points, never negative. */
  readonly bps: number;
  /** The direction said of it, if any. */
  readonly way?: Way;
  readonly sign: '' | '-' | '+';
  readonly readAs?: SizeReadAs;
  /** `not 50`, `instead of 50`. */
  readonly isDenied: boolean;
  /** `25 more`, `another 25`, `20 less`: on top of another; `raise it to 75`: in its place, whichever way that went. */
  readonly step?: 'more' | 'less' | 'to';
  /** The month it is named by, from 1. */
  readonly month?: number;
  readonly year?: number;
  readonly unit: Amount['unit'];
  /** Of two levels or ranges, percent. */
  readonly levels?: { readonly from: number | [number, number]; readonly to: number | [number, number] };
  /** How many of how much: `two 25s`. */
  readonly each?: { readonly count: number; readonly bps: number };
  /** The count may be of the whole: `3 cuts 75`. */
  readonly isOpen?: true;
  readonly amounts: readonly Amount[];
  readonly uses: readonly Place[];
}

export interface Sizes {
  readonly sizes: readonly Size[];
  readonly levels: readonly RateLevel[];
  /** Counts of moves without a size: `three cuts`. */
  readonly counts: readonly Count[];
}

/** `to 3.5%`: where the rate goes, percent; of a range the upper end. */
export interface RateLevel {
  readonly percent: number;
  readonly amounts: readonly Amount[];
  readonly uses: readonly Place[];
}
