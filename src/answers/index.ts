import type { Question, Unclear } from '../questions/index.ts';
import { dateOf } from '../units.ts';
import type { Answer, UnclearAnswer } from './answer.ts';
import type { Facts } from './facts.ts';
import { answerRateMove } from './rate-move.ts';
import { receiptOf } from './receipt.ts';
import { answerViews } from './views.ts';

export type * from './answer.ts';
export type { Facts, Market } from './facts.ts';
export { shippedFacts } from './shipped-facts.ts';

/** Answers a question from a snapshot of facts: pure, synchronous, the same every time. */
export const answer = (question: Question, facts: Facts): Answer => {
  switch (question.kind) {
    case 'rate-move':
      return answerRateMove(question, facts);
    case 'views':
      return answerViews(question, facts);
    case 'help':
      return { kind: 'help', question, ...empty(question, facts) };
  }
};

/** Answers words that were not understood: says what was not, and what would be. */
export const answerUnclear = (unclear: Unclear, facts: Facts): UnclearAnswer => ({
  kind: 'unclear',
  question: null,
  unclear,
  ...empty(unclear, facts),
});

const empty = (asked: Question | Unclear, facts: Facts) => ({
  id: receiptOf(asked, facts),
  figures: [],
  views: [],
  sources: [],
  asOf: dateOf(facts.now),
});
