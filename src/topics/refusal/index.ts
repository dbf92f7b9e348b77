import { defineTopic } from '../topic.ts';
import { answerRefusal } from './answer.ts';
import { renderRefusal } from './message.ts';
import { readRefusal } from './read.ts';

/** What is not answered, and what can be shown instead. */
export const refusal = defineTopic('refusal', {
  read: readRefusal,
  answer: answerRefusal,
  render: renderRefusal,
  cite: () => ({}),
  needsMarketData: false,
  changesContext: false,
  isWorthSpeakingUpFor: false,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
});
