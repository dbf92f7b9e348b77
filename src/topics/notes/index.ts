import { defineTopic } from '../topic.ts';
import { answerNotes } from './answer.ts';
import { renderNotes } from './message.ts';
import { readNotes } from './read.ts';

/** The notes themselves. */
export const notes = defineTopic('notes', {
  read: readNotes,
  answer: answerNotes,
  render: renderNotes,
  cite: () => ({}),
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
});
