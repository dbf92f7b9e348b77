import { defineTopic } from '../topic.ts';
import { answerSource } from './answer.ts';
import { renderSource } from './message.ts';
import { readSource } from './read.ts';

/** What the answer before rests on. */
export const source = defineTopic('source', {
  read: readSource,
  answer: answerSource,
  render: renderSource,
  cite: () => ({}),
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
});
