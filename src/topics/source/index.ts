import { defineTopic } from '../topic.ts';
import { answerSource } from './answer.ts';
import { renderSource } from './message.ts';

/** What the answer before rests on. */
export const source = defineTopic('source', {
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
