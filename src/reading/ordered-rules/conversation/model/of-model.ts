import type { Library } from '../../../../notes/index.ts';
import type { CompareMovesQuestion } from '../../../../topics/compare-moves/question.ts';
import type { MethodQuestion } from '../../../../topics/method/question.ts';
import type { Question } from '../../../../topics/questions.ts';
import type { RateMoveQuestion } from '../../../../topics/rate-move/question.ts';
import { topicOf } from '../../../../topics/registry.ts';
import type { SolveQuestion } from '../../../../topics/solve/question.ts';

/** The note whose model is asked about, and its two example companies. */
export const MODEL_NOTE = '000';

/** Who wrote that note: a name in a question about the model that is nobody's view. */
export const authorOfModel = ({ notes }: Library): string | undefined =>
  notes.find(({ number }) => number === MODEL_NOTE)?.author.name;

type OfModel = RateMoveQuestion | CompareMovesQuestion | SolveQuestion | MethodQuestion;

/** True of a question that the model answers. */
export const isOfModel = (question: Question): question is OfModel => topicOf(question.kind).isAboutModel;
