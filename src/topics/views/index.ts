import { defineTopic } from '../topic.ts';
import { answerViews } from './answer.ts';
import { renderEverybody } from './message.ts';
import { renderClaims } from './message-claims.ts';
import { renderScored } from './message-scored.ts';
import { readViews } from './read.ts';
import { viewsTool } from './tool.ts';

/** Who says what about small caps against large caps. */
export const views = defineTopic('views', {
  read: readViews,
  answer: answerViews,
  render: (answer) =>
    answer.question.scored ? renderScored(answer) : answer.claims ? renderClaims(answer) : renderEverybody(answer),
  cite: ({ claims, findings }) => ({
    claims: claims?.shown.map(({ claim }) => claim.id) ?? [],
    ...(findings && { records: [...new Set(findings.flatMap(({ sources }) => sources))] }),
  }),
  needsMarketData: true,
  changesContext: true,
  isWorthSpeakingUpFor: true,
  isForAskerOnly: false,
  isAboutModel: false,
  examples: ['/views bearish', '/views Calvasina', '/views tariffs'],
  help: [
    { label: 'Views', examples: ['/views', '/views bearish', '/views Calvasina', '/views tariffs', '/views note 002'] },
  ],
  tool: viewsTool,
});
