import { defineTopic } from '../topic.ts';
import { answerFedHistory } from './answer.ts';
import { renderFedHistory } from './message.ts';
import { readFedHistory } from './read.ts';
import { fedHistoryTool } from './tool.ts';

/** Past decisions of the Fed. */
export const fedHistory = defineTopic('fed-history', {
  read: readFedHistory,
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
  tool: fedHistoryTool,
});
