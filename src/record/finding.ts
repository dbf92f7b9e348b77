import type { IsoDate } from '../units.ts';
import type { Phrase } from './phrase.ts';
import type { Source } from './published.ts';

/** Binary fractions: 638.495 must count as the half of 638.49 and 638.50. */
const SLACK = 1e-9;

/** Decimals a number is written with: 0.6 has one, 17 none. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/**
 * True when the record's value, rounded to the decimals the note prints, is what the note prints.
 * @example roundsTo(8.779916, 8.78) // true
 * @example roundsTo(17.559832, 17.55) // false: it rounds to 17.56
 */
export const roundsTo = (value: number, printed: number): boolean =>
  Math.abs(value - printed) <= 0.5 * 10 ** -decimalsOf(printed) + SLACK;

/**
 * True when the record's value, rounded to the decimals the note prints, is one off in the last of them.
 * @example isLastDigit(17.559832, 17.55) // true: 17.56
 */
export const isLastDigit = (value: number, printed: number): boolean =>
  !roundsTo(value, printed) && Math.abs(value - printed) <= 1.5 * 10 ** -decimalsOf(printed) + SLACK;

/** "around 4 %": true within `most` to either side, in the value's own unit. */
export const isAbout = (value: number, printed: number, most: number): boolean =>
  Math.abs(value - printed) <= most + SLACK;

/** "just under 10 %": below it, by at most `most`. */
export const isJustUnder = (value: number, printed: number, most: number): boolean =>
  value < printed && printed - value <= most + SLACK;

/** "more than 36 %": above it. */
export const isMoreThan = (value: number, printed: number): boolean => value > printed;

/** Worst first; the order is the order in which findings are shown. */
export const VERDICTS = [
  'disagrees',
  'conflicts',
  'loose',
  'rounding',
  'differs',
  'agrees',
  'cannot be checked',
] as const;

/**
 * `disagrees`: the record says otherwise. `conflicts`: another note's own numbers make it otherwise, and no record settles it.
 * `differs`: another note has another figure of the same thing; neither is a record, and nothing is flagged.
 * `loose`: true only on a reading or between dates the note does not name.
 * `rounding`: right but for its last digit. `cannot be checked`: no free record of it.
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

/** The result of checking one statement of a note against the record. */
export interface Finding {
  /** Unique: `002-ratio-2020`. */
  readonly id: string;
  /** Id of the note: `002-2024-07-25`. */
  readonly note: string;
  /** Ids of the claims it is about: where one of them is cited, the flag goes with it. */
  readonly claims: readonly string[];
  /** Ids of the library's figures it covers. */
  readonly figures: readonly string[];
  /** What is checked, at most 60 characters: `Russell ÷ S&P at the end of 2020`. */
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
  verdict === 'disagrees' || verdict === 'conflicts' || verdict === 'loose' || verdict === 'rounding';

/** The numbers that a verdict rests on, all from the same record. */
export const recomputedFrom =
  (sources: readonly Pick<Source, 'name'>[]) =>
  (id: string, label: string, value: number, unit: RecordFigure['unit'], asOf: IsoDate): RecordFigure => ({
    id: `record.${id}`,
    value,
    unit,
    label,
    source: [...new Set(sources.map(({ name }) => name))].join('; '),
    asOf,
  });

/** One side of a conflict between notes. */
interface ConflictSide {
  /** Ids of the claims that take it. */
  readonly claims: readonly string[];
  /** What they say, in our words; no full stop. */
  readonly says: Phrase;
  /** Its date or method, where that is part of the difference; no full stop. */
  readonly basis?: Phrase;
}

/** Notes that say different things of one matter. */
export interface Conflict {
  /** Unique: `conflict-easing-began`. */
  readonly id: string;
  /** At most 60 characters. */
  readonly subject: string;
  readonly sides: readonly [ConflictSide, ConflictSide];
  /** Index of the side the record supports; absent where it settles nothing. */
  readonly supports?: 0 | 1;
  /** Why the record supports it, or why it cannot; ends with a full stop. */
  readonly why: Phrase;
  /** Id of the finding that shows the working. */
  readonly finding?: string;
}

/** What looks like a conflict and is none. */
export interface ApparentConflict {
  readonly id: string;
  readonly subject: string;
  readonly claims: readonly string[];
  readonly why: Phrase;
}
