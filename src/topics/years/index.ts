import { isNoteId } from '../../notes/index.ts';
import { defineTopic } from '../topic.ts';
import { answerYears } from './answer.ts';
import { renderYears } from './message.ts';
import { readYears } from './read.ts';

/** What moves do year by year, with what matures meanwhile. */
export const years = defineTopic('years', {
  read: readYears,
  answer: answerYears,
  render: renderYears,
  cite: ({ sources }) => ({ model: true, records: sources.filter((source) => !isNoteId(source)) }),
  needsMarketData: true,
  needs: ({ path }) => (path === undefined ? undefined : 'futures'),
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: true,
  examples: ['/ratecut 100bps year by year', '/ratecut path as priced'],
  help: [],
});
