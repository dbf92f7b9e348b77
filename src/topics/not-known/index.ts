import { MODEL_NOTE } from '../../facts/index.ts';
import { defineTopic } from '../topic.ts';
import { answerNotKnown } from './answer.ts';
import { renderNotKnown } from './message.ts';

export const notKnown = defineTopic('not-known', {
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
