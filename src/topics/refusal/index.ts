import { defineTopic } from '../topic.ts';
import { answerRefusal } from './answer.ts';
import { renderRefusal } from './message.ts';

export const refusal = defineTopic('refusal', {
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
