import type { Phrase } from './phrase.ts';

/** One side of a conflict between notes. */
export interface ConflictSide {
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
