import { isNoteId } from '../../notes/index.ts';
import { defineTopic } from '../topic.ts';
import { answerAbout } from './answer.ts';
import { renderAbout } from './message.ts';
import { readAbout } from './read.ts';
import { aboutTool } from './tool.ts';

/** What the product is, what it can do, and how old its data are. */
export const about = defineTopic('about', {
  read: readAbout,
  answer: answerAbout,
  render: renderAbout,
  cite: ({ sources, data, figures }) => ({
    printedRatio: figures.length > 0 && 'kind' in data.closes && data.reading !== undefined,
    records: sources.filter((source) => !isNoteId(source)),
  }),
  needsMarketData: true,
  changesContext: false,
  isWorthSpeakingUpFor: false,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
  tool: aboutTool,
});
