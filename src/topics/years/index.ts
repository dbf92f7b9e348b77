import { defineTopic } from '../topic.ts';
import { answerYears } from './answer.ts';
import { renderYears } from './message.ts';
import { readYears } from './read.ts';

/** What moves do year by year, with what matures meanwhile. */
export const years = defineTopic('years', {
  read: readYears,
  answer: answerYears,
  render: renderYears,
  cite: () => ({ model: true }),
  needsMarketData: false,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: true,
  examples: ['/ratecut 100bps year by year'],
  help: [],
});
