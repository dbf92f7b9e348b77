import { defineTopic } from '../topic.ts';
import { answerCompareMoves } from './answer.ts';
import { renderCompareMoves } from './message.ts';
import { readCompareMoves } from './read.ts';

/** Several rate moves side by side. */
export const compareMoves = defineTopic('compare-moves', {
  read: readCompareMoves,
  answer: answerCompareMoves,
  render: renderCompareMoves,
  cite: () => ({ model: true }),
  needsMarketData: false,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: true,
  examples: [],
  help: [],
});
