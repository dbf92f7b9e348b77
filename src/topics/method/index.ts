import { defineTopic } from '../topic.ts';
import { answerMethod } from './answer.ts';
import { renderMethod } from './message.ts';
import { FEDERAL_TAX } from './question.ts';
import { readMethod } from './read.ts';
import { methodTool } from './tool.ts';

/** How the model works, and what it leaves out. */
export const method = defineTopic('method', {
  read: readMethod,
  answer: answerMethod,
  render: renderMethod,
  cite: (answer) => ({
    claims: answer.claims.map(({ claim }) => claim.id),
    model: true,
    ...(answer.question.aspect === 'tax' && { laws: [FEDERAL_TAX] }),
  }),
  needsMarketData: false,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: true,
  examples: [],
  help: [],
  tool: methodTool,
});
