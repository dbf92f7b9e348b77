import { isNoteId } from '../../notes/index.ts';
import { defineTopic } from '../topic.ts';
import { answerMarketMove } from './answer.ts';
import { renderMarketMove } from './message.ts';
import { readMarketMove } from './read.ts';
import { marketMoveTool } from './tool.ts';

/** What the move that futures imply would do to the two example companies. */
export const marketMove = defineTopic('rate-move-market', {
  read: readMarketMove,
  answer: answerMarketMove,
  render: renderMarketMove,
  cite: (answer) => ({ model: true, records: answer.sources.filter((source) => !isNoteId(source)) }),
  needsMarketData: true,
  needs: () => 'futures',
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
  tool: marketMoveTool,
});
