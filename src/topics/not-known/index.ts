import { MODEL_NOTE } from '../../facts/index.ts';
import { defineTopic } from '../topic.ts';
import { answerNotKnown } from './answer.ts';
import { renderNotKnown } from './message.ts';
import { readNotKnown } from './read.ts';

/** What is in neither the notes nor the data. */
export const notKnown = defineTopic('not-known', {
  read: readNotKnown,
  answer: answerNotKnown,
  render: renderNotKnown,
  cite: (answer) => ({
    claims: answer.claims.map(({ claim }) => claim.id),
    model: answer.sources.includes(MODEL_NOTE),
    printedRatio: answer.reading !== undefined,
  }),
  needsMarketData: true,
  changesContext: false,
  isWorthSpeakingUpFor: false,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
});
