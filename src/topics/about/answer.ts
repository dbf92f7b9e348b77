import { type Answered, type Facts, nothingAnswered } from '../../facts/index.ts';
import type { AboutQuestion } from './question.ts';

export interface AboutAnswer extends Answered {
  readonly kind: 'about';
  readonly question: AboutQuestion;
}

export const answerAbout = (question: AboutQuestion, facts: Facts): AboutAnswer => ({
  kind: 'about',
  question,
  ...nothingAnswered(question, facts),
});
