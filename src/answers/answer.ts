import type { NotKnownQuestion, Question, RefusalQuestion, Silence, Unclear } from '../questions/index.ts';
import type { RateMoveEffect } from '../sensitivity/index.ts';
import type { Answered, DatedClaim, DatedReading, Pair, Voices } from './answered.ts';
import type { FedAnswer, LiveReading, MarketMoveAnswer, RotationAnswer } from './answers-about-market.ts';
import type {
  CheckAnswer,
  ConflictsAnswer,
  FigureAnswer,
  NotesAnswer,
  RatioAnswer,
  SourceAnswer,
  ValuationAnswer,
  ViewsAnswer,
} from './answers-about-notes.ts';
import type { CompareMovesAnswer, MethodAnswer, RateMoveAnswer, SolveAnswer } from './answers-about-rates.ts';

export type * from './answered.ts';
export type * from './answers-about-market.ts';
export type * from './answers-about-notes.ts';
export type * from './answers-about-rates.ts';

/** Something this desk does not do; what it can show instead comes with it. */
export interface RefusalAnswer extends Answered {
  readonly kind: 'refusal';
  readonly question: RefusalQuestion;
  /** In the whole library. */
  readonly voices: Voices;
}

/** Something in neither the notes nor the data, and the nearest that is. */
export interface NotKnownAnswer extends Answered {
  readonly kind: 'not-known';
  readonly question: NotKnownQuestion;
  /** What the notes do say of it. */
  readonly claims: readonly DatedClaim[];
  readonly reading?: DatedReading;
  /** The ratio at its newest close, where there are closes. */
  readonly live?: LiveReading;
  /** The two example companies before any move. */
  readonly effects: Pair<RateMoveEffect>;
  readonly voices: Voices;
}

export interface HelpAnswer extends Answered {
  readonly kind: 'help';
  readonly question: Extract<Question, { kind: 'help' }>;
}

/** Words that were not understood; an answer like any other, which says so. */
export interface UnclearAnswer extends Answered {
  readonly kind: 'unclear';
  readonly question: null;
  readonly unclear: Unclear;
}

/** Something was done instead of asked. */
export interface DoneAnswer extends Answered {
  readonly kind: 'done';
  readonly question: null;
  readonly effect: Silence;
}

export type Answer =
  | RateMoveAnswer
  | MarketMoveAnswer
  | CompareMovesAnswer
  | SolveAnswer
  | MethodAnswer
  | ViewsAnswer
  | CheckAnswer
  | ConflictsAnswer
  | FigureAnswer
  | ValuationAnswer
  | RatioAnswer
  | RotationAnswer
  | FedAnswer
  | NotesAnswer
  | SourceAnswer
  | RefusalAnswer
  | NotKnownAnswer
  | HelpAnswer
  | UnclearAnswer
  | DoneAnswer;
