import { defineTopic } from '../topic.ts';
import { answerFan } from './answer.ts';
import { renderFan } from './message.ts';
import { readFan } from './read.ts';

/** How far the effect of a move depends on what is assumed. */
export const fan = defineTopic('fan', {
  read: readFan,
  answer: answerFan,
  render: renderFan,
  cite: (answer) => ({
    model: true,
    publications: answer.rows.flatMap(({ published }) =>
      published?.url
        ? [{ name: published.by, url: published.url, gave: `${published.shares[answer.company]}% floating` }]
        : [],
    ),
  }),
  needsMarketData: false,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: true,
  examples: ['/ratecut 100bps fan', '/ratecut 50bps what matters most'],
  help: [],
});
