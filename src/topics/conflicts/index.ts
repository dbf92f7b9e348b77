import { defineTopic } from '../topic.ts';
import { answerConflicts } from './answer.ts';
import { renderConflicts } from './message.ts';

/** Where notes contradict one another. */
export const conflicts = defineTopic('conflicts', {
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
