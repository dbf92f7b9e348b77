import { defineTopic } from '../topic.ts';
import { answerRatio } from './answer.ts';
import { renderRatio } from './message.ts';
import { readRatio } from './read.ts';

/** Russell 2000 ÷ S&P 500, as printed and at its newest close. */
export const ratio = defineTopic('ratio', {
  read: readRatio,
  answer: answerRatio,
  render: renderRatio,
  cite: (answer) => ({
    claims: answer.rows.map(({ claim }) => claim.id),
    printedRatio: answer.reading !== undefined,
    records: [
      ...answer.rows.flatMap(({ finding }) => finding?.sources ?? []),
      ...(answer.live ? [answer.live.provenance.source] : []),
    ],
  }),
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: [],
  help: [],
});
