import type { PrintedReading } from '../index-ratio/index.ts';
import type { Library } from '../notes/index.ts';
import type { RecordFacts } from '../record/index.ts';
import type { Borrower } from '../sensitivity/index.ts';
import type { IsoInstant } from '../units.ts';

/** All that an answer may rest on: a snapshot, taken by an edge. The same question and facts give the same answer. */
export interface Facts {
  readonly notes: Library;
  readonly borrowers: { readonly small: Borrower; readonly large: Borrower };
  readonly market: Market;
  /** What the notes' statements are held against. */
  readonly record: RecordFacts;
  readonly now: IsoInstant;
}

/** Where small caps stand against large caps. Without market data, only what the notes themselves print. */
export interface Market {
  readonly kind: 'printed';
  readonly readings: readonly PrintedReading[];
}
