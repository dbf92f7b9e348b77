import { defineTopic } from '../topic.ts';
import { answerFigure } from './answer.ts';
import { renderFigures } from './message.ts';
import { readFigure } from './read.ts';
import { figureTool } from './tool.ts';

/** Figures as the notes print them. */
export const figure = defineTopic('figure', {
  read: readFigure,
  answer: answerFigure,
  render: renderFigures,
  cite: (answer) => ({
    claims: answer.noted.shown.map(({ claim }) => claim.id),
    records: answer.noted.shown.flatMap(({ finding }) => finding?.sources ?? []),
  }),
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
  tool: figureTool,
});
