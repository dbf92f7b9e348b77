import { defineTopic } from '../topic.ts';
import { answerSolve } from './answer.ts';
import { renderSolve } from './message.ts';
import { readSolve } from './read.ts';
import { solveTool } from './tool.ts';

/** The move that a wanted effect would take. */
export const solve = defineTopic('solve', {
  read: readSolve,
  answer: answerSolve,
  render: renderSolve,
  cite: () => ({ model: true }),
  needsMarketData: false,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: true,
  examples: [],
  help: [],
  tool: solveTool,
});
