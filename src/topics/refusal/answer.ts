import { type Answered, answerIdOf, type Facts, type StanceCounts, stanceFigures } from '../../facts/index.ts';
import { stanceCounts } from '../../notes/index.ts';
import { utcDateOf } from '../../units.ts';
import type { RefusalQuestion } from './question.ts';

/** Something the product does not do; what it can show instead comes with it. */
export interface RefusalAnswer extends Answered {
  readonly kind: 'refusal';
  readonly question: RefusalQuestion;
  /** In the whole library. */
  readonly stanceCounts: StanceCounts;
}

/** Answers what is not done here; with advice asked for, both sides are counted, and neither is recommended. */
export const answerRefusal = (question: RefusalQuestion, facts: Facts): RefusalAnswer => {
  const counts = stanceCounts(facts.notes.views);
  const isCounted = question.reason === 'advice';
  return {
    kind: 'refusal',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    stanceCounts: counts,
    figures: isCounted ? stanceFigures(counts) : [],
    views: [],
    sources: isCounted ? facts.notes.notes.map(({ id }) => id) : [],
  };
};
