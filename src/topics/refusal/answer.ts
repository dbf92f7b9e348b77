import {
  type Answered,
  answerIdOf,
  backgroundOf,
  type Facts,
  type StanceCounts,
  voiceFigures,
} from '../../facts/index.ts';
import { basisPoints, utcDateOf } from '../../units.ts';
import type { RefusalQuestion } from './question.ts';

/** Something this desk does not do; what it can show instead comes with it. */
export interface RefusalAnswer extends Answered {
  readonly kind: 'refusal';
  readonly question: RefusalQuestion;
  /** In the whole library. */
  readonly voices: StanceCounts;
}

/** Any move will do: how many hold a stance does not depend on it. */
const voicesIn = (facts: Facts): StanceCounts => backgroundOf(facts, basisPoints(0)).voices;

/** Answers what is not done here; with advice asked for, both sides are counted, and neither is recommended. */
export const answerRefusal = (question: RefusalQuestion, facts: Facts): RefusalAnswer => {
  const voices = voicesIn(facts);
  const isCounted = question.reason === 'advice';
  return {
    kind: 'refusal',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    voices,
    figures: isCounted ? voiceFigures(voices) : [],
    views: [],
    sources: isCounted ? facts.notes.notes.map(({ id }) => id) : [],
  };
};
