import { defineTopic } from '../topic.ts';
import { answerCheck } from './answer.ts';
import { renderCheck } from './message.ts';
import { readCheck } from './read.ts';
import { checkTool } from './tool.ts';

/** The notes held against the record. */
export const check = defineTopic('check', {
  read: readCheck,
  answer: answerCheck,
  render: renderCheck,
  cite: (answer) => {
    const findings = [...answer.flagged.shown, ...answer.folded];
    return { claims: findings.flatMap(({ claims }) => claims), records: findings.flatMap(({ sources }) => sources) };
  },
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: ['/check 002', '/check 50bp july', '/check conflicts'],
  help: [{ label: 'Check', examples: ['/check', '/check 002', '/check forward p/e', '/check conflicts'] }],
  tool: checkTool,
});
