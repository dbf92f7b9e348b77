import { defineTopic } from '../topic.ts';
import { answerHelp } from './answer.ts';
import { renderHelp } from './message.ts';
import { readHelp } from './read.ts';

/** What can be asked. */
export const help = defineTopic('help', {
  read: readHelp,
  answer: answerHelp,
  render: renderHelp,
  cite: () => ({}),
  needsMarketData: false,
  changesContext: false,
  isWorthSpeakingUpFor: false,
  isForAskerOnly: true,
  isAboutModel: false,
  examples: [],
  help: [],
});
