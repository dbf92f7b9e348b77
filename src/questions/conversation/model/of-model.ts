import type { Library } from '../../../notes/index.ts';
import type { CompareMovesQuestion, MethodQuestion, RateMoveQuestion, SolveQuestion } from '../../about-rates.ts';
import type { Question } from '../../question.ts';

/** The note whose model is asked about, and its two example companies. */
export const MODEL_NOTE = '000';

/** Who wrote that note: a name in a question about the model that is nobody's view. */
export const authorOfModel = ({ notes }: Library): string | undefined =>
  notes.find(({ number }) => number === MODEL_NOTE)?.author.name;

type OfModel = RateMoveQuestion | CompareMovesQuestion | SolveQuestion | MethodQuestion;

const KINDS: ReadonlySet<Question['kind']> = new Set(['rate-move', 'compare-moves', 'solve', 'method']);

/** True of a question that the model answers. */
export const isOfModel = (question: Question): question is OfModel => KINDS.has(question.kind);
