import { defineTopic } from '../topic.ts';
import { answerCompanies } from './answer.ts';
import { renderCompanies } from './message.ts';
import { readCompanies } from './read.ts';
import { companiesTool } from './tool.ts';

/** What a move does to a team's own companies. */
export const companies = defineTopic('companies', {
  read: readCompanies,
  answer: answerCompanies,
  render: renderCompanies,
  cite: (answer) => ({ model: true, records: answer.source === undefined ? [] : [answer.source] }),
  needsMarketData: false,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: true,
  examples: ['/ratecut 50bps ours'],
  help: [],
  tool: companiesTool,
});
