import { defineTopic } from '../topic.ts';
import { answerFedHistory } from './answer.ts';
import { renderFedHistory } from './message.ts';

export const fedHistory = defineTopic('fed-history', {
  answer: answerFedHistory,
  render: renderFedHistory,
  cite: ({ sources }) => ({ records: sources }),
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
});
