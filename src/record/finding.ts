import type { IsoDate } from '../units.ts';
import type { Phrase } from './phrase.ts';

/** Worst first; the order is the order in which findings are shown. */
export const VERDICTS = ['disagrees', 'conflicts', 'loose', 'agrees', 'cannot be checked'] as const;

/**
 * `disagrees`: the record says otherwise. `conflicts`: another note says otherwise, and the record cannot settle it.
 * `loose`: true only on a reading or between dates the note does not name. `cannot be checked`: no free record of it.
 */
export type Verdict = (typeof VERDICTS)[number];

/** A number of the record that a finding rests on, in full precision. */
export interface RecordFigure {
  /** Unique in the record: `record.ratio-2020`. */
  readonly id: string;
  readonly value: number;
  readonly unit: '%' | 'bp' | '×' | 'US$ m' | 'US$ tn' | 'ratio' | 'index points' | 'count' | 'months';
  readonly label: string;
  readonly source: string;
  readonly asOf: IsoDate;
}

/** What came of holding one statement of a note against the record. */
export interface Finding {
  /** Unique: `002-ratio-2020`. */
  readonly id: string;
  /** Id of the note: `002-2024-07-25`. */
  readonly note: string;
  /** Ids of the claims it is about: where one of them is cited, the flag goes with it. */
  readonly claims: readonly string[];
  /** Ids of the library's figures it covers. */
  readonly figures: readonly string[];
  /** What is held against the record, at most 60 characters: `Russell ÷ S&P at the end of 2020`. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** What the note says, without the word "Note" and without a full stop: `0.6`. It follows "Note" or "Note:". */
  readonly said: Phrase;
  /** What the record says, or why it cannot say; ends with a full stop. It follows "record" or "Record:". */
  readonly record: Phrase;
  /** What follows for a reader, one sentence with its full stop. Flagged findings only. */
  readonly consequence?: Phrase;
  /** At most 45 characters behind a citation, no full stop: `record: 18 Sep 2024`. Flagged findings only. */
  readonly flag?: Phrase;
  /** The numbers the verdict rests on, in full precision. */
  readonly recomputed: readonly RecordFigure[];
  /** Whose record it is: `Federal Reserve`, `Yahoo, daily price closes`. Empty where there is none. */
  readonly sources: readonly string[];
}

/** True where a citation of its claims must carry a warning. */
export const isFlagged = ({ verdict }: Pick<Finding, 'verdict'>): boolean =>
  verdict === 'disagrees' || verdict === 'conflicts' || verdict === 'loose';
