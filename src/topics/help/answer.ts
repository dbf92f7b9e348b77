import { type Answered, type Facts, nothingAnswered } from '../../facts/index.ts';
import type { HelpQuestion } from './question.ts';

export interface HelpAnswer extends Answered {
  readonly kind: 'help';
  readonly question: HelpQuestion;
}

/** The questions there are; states no figure and no view. */
export const answerHelp = (question: HelpQuestion, facts: Facts): HelpAnswer => ({
  kind: 'help',
  question,
  ...nothingAnswered(question, facts),
});
