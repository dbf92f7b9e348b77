import { defineTopic } from '../topic.ts';
import { answerConflicts } from './answer.ts';
import { renderConflicts } from './message.ts';
import { readConflicts } from './read.ts';

/** Where notes contradict one another. */
export const conflicts = defineTopic('conflicts', {
  read: readConflicts,
  answer: answerConflicts,
  render: renderConflicts,
  cite: (answer) => ({ claims: answer.conflicts.shown.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)) }),
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
});
