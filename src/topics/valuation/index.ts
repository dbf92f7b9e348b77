import { defineTopic } from '../topic.ts';
import { answerValuation } from './answer.ts';
import { renderValuation } from './message.ts';
import { readValuation } from './read.ts';

/** One multiple of the notes against another. */
export const valuation = defineTopic('valuation', {
  read: readValuation,
  answer: answerValuation,
  render: renderValuation,
  cite: (answer) => ({
    claims: [
      ...[answer.of, answer.against].flatMap((noted) => noted?.claim.id ?? []),
      ...(answer.conflict?.sides.flatMap(({ claims }) => claims) ?? []),
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
