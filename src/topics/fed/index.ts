import { isNoteId } from '../../notes/index.ts';
import { defineTopic } from '../topic.ts';
import { answerFed } from './answer.ts';
import { renderFed } from './message.ts';
import { readFed } from './read.ts';
import { fedTool } from './tool.ts';

/** The Fed's range, its next meeting, and what futures imply. */
export const fed = defineTopic('fed', {
  read: readFed,
  answer: answerFed,
  render: renderFed,
  cite: (answer) => ({ records: answer.sources.filter((source) => !isNoteId(source)) }),
  needsMarketData: true,
  needs: ({ ask }) => (ask ? 'futures' : undefined),
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: ['/fed', '/ratecut market', '/ratecut hike 25'],
  help: [{ label: 'Fed', examples: ['/fed', '/ratecut market'] }],
  tool: fedTool,
});
