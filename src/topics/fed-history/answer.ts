import { type Answered, type Facts, nothingAnswered } from '../../facts/index.ts';
import type { FedHistoryQuestion } from './question.ts';

export interface FedHistoryAnswer extends Answered {
  readonly kind: 'fed-history';
  readonly question: FedHistoryQuestion;
}

export const answerFedHistory = (question: FedHistoryQuestion, facts: Facts): FedHistoryAnswer => ({
  kind: 'fed-history',
  question,
  ...nothingAnswered(question, facts),
});
