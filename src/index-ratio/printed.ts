import type { IsoDate, Multiple } from '../units.ts';

/** A ratio somebody printed, with the precision they printed it in. It is their reading, not a computed one. */
export interface PrintedReading {
  readonly level: Multiple;
  /** As printed: `0.4`. */
  readonly printed: string;
  /** The day it speaks of, or the last day of the period it speaks of. */
  readonly on: IsoDate;
  /** True where the day is inferred, not printed. */
  readonly isInferred: boolean;
  /** Id of the note that prints it. */
  readonly note: string;
}

/** The newest printed reading dated on or before `date`. */
export const latestPrintedReading = (readings: readonly PrintedReading[], date: IsoDate): PrintedReading | undefined =>
  readings
    .filter(({ on }) => on <= date)
    .reduce<PrintedReading | undefined>(
      (newest, reading) => (newest === undefined || reading.on > newest.on ? reading : newest),
      undefined,
    );
