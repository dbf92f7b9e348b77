import type { Claim, Figure, Note } from '../notes/index.ts';
import type {
  CheckQuestion,
  ConflictsQuestion,
  FigureQuestion,
  Need,
  NotesQuestion,
  RatioQuestion,
  SourceQuestion,
  ValuationQuestion,
  ViewsQuestion,
} from '../questions/index.ts';
import type { ApparentConflict, Conflict, Finding, Verdict } from '../record/index.ts';
import type { IsoDate, Multiple, Percent } from '../units.ts';
import type { Answered, DatedClaim, DatedReading, Page, Side } from './answered.ts';
import type { LiveReading } from './answers-about-market.ts';

export interface ViewsAnswer extends Answered {
  readonly kind: 'views';
  readonly question: ViewsQuestion;
  /** Everybody, by stance, whatever stance was asked for: who stands on the other sides is part of every answer. */
  readonly sides: readonly Side[];
  /** The claims asked for; absent where everybody was. */
  readonly claims?: Page<DatedClaim>;
  /** What the claims asked for need, where a condition was asked for. */
  readonly needs?: readonly Need[];
  /** The note asked for, where it was one. */
  readonly note?: Note;
}

export interface CheckAnswer extends Answered {
  readonly kind: 'check';
  readonly question: CheckQuestion;
  /** How many findings there are of each verdict, among those asked for. */
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly flagged: Page<Finding>;
  /** Those that agree, and those that cannot be checked. */
  readonly folded: readonly Finding[];
  readonly note?: Note;
}

export interface ConflictsAnswer extends Answered {
  readonly kind: 'conflicts';
  readonly question: ConflictsQuestion;
  readonly conflicts: Page<Conflict>;
  /** The claims of both sides of those shown. */
  readonly claims: readonly Claim[];
}

/** A figure as a note prints it, with what the record says of it. */
export interface NotedFigure {
  readonly figure: Figure;
  readonly claim: Claim;
  readonly finding?: Finding;
}

export interface FigureAnswer extends Answered {
  readonly kind: 'figure';
  readonly question: FigureQuestion;
  readonly noted: Page<NotedFigure>;
}

/** What one multiple is against another. */
export type Comparison =
  /** Percent: 1 − the one ÷ the other. Negative where the one is the dearer. */
  | { readonly kind: 'discount'; readonly discount: Percent }
  /** Measured on different earnings: no discount comes of it. */
  | { readonly kind: 'unlike' }
  | { readonly kind: 'not-multiples' }
  | { readonly kind: 'not-in-notes' };

export interface ValuationAnswer extends Answered {
  readonly kind: 'valuation';
  readonly question: ValuationQuestion;
  readonly of?: NotedFigure;
  readonly against?: NotedFigure;
  readonly comparison: Comparison;
  /** Where another note gives another discount. */
  readonly conflict?: Conflict;
  /** Why the two only seem to contradict one another. */
  readonly apparent?: ApparentConflict;
  /** Two multiples of one basis and note, to ask about instead or next. */
  readonly alike: readonly (readonly [NotedFigure, NotedFigure])[];
}

/** A printed ratio beside what the record says of its day. */
export interface RatioRow extends NotedFigure {
  readonly on: IsoDate;
  readonly recorded?: Multiple;
}

export interface RatioAnswer extends Answered {
  readonly kind: 'ratio';
  readonly question: RatioQuestion;
  /** Known on the day of the answer, oldest first. */
  readonly rows: readonly RatioRow[];
  readonly reading?: DatedReading;
  /** The ratio at its newest close, where there are closes. */
  readonly live?: LiveReading;
  /** From the row before the newest to the newest, as recorded. */
  readonly recordedChange?: Percent;
  /** By how much the Russell 2000 must beat the S&P 500 to reach the level asked for. */
  readonly needed?: {
    /** The level asked to start from, or the newest close's; the newest printed reading otherwise. */
    readonly from?: Multiple;
    readonly isFromLive?: true;
    readonly level: Multiple;
    readonly lead: Percent;
    readonly leadAsRecorded?: Percent;
  };
}

export interface NoteInShort {
  readonly note: Note;
  readonly monthsOld: number;
  readonly sides: readonly Side[];
  readonly flagged: readonly Finding[];
}

export interface NotesAnswer extends Answered {
  readonly kind: 'notes';
  readonly question: NotesQuestion;
  /** All notes, newest first, or the one asked for; empty where there is no such note. */
  readonly notes: readonly NoteInShort[];
}

/** A passage that an answer rests on. */
export interface Place {
  readonly heading?: string;
  readonly from: number;
  readonly to: number;
}

export interface CitedNote {
  readonly note: Note;
  readonly places: readonly Place[];
}

/** Something published besides the notes. */
export interface Publication {
  readonly name: string;
  readonly month?: string;
  readonly url: string;
  /** What was taken from it. */
  readonly gave: string;
}

export interface SourceAnswer extends Answered {
  readonly kind: 'source';
  readonly question: SourceQuestion;
  /** Id of the answer asked about. */
  readonly about: string;
  readonly notes: readonly CitedNote[];
  readonly publications: readonly Publication[];
  readonly laws: readonly Publication[];
  /** Whose record the notes were held against. */
  readonly records: readonly string[];
}
