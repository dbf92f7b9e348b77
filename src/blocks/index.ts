import type { Answer } from '../answers/index.ts';
import type { Message } from './block-kit.ts';
import { renderHelp } from './help.ts';
import { renderRateMove } from './rate-move.ts';
import { renderUnclear } from './unclear.ts';
import { renderViews } from './views.ts';

export type { Block, Message } from './block-kit.ts';
export { ASK_ACTION, context, plainText, SHARE_ACTION, section, shareButton } from './build.ts';
export { LIMITS } from './limits.ts';
export { asPlainText, asSections } from './plain.ts';
export { withHint, withShare } from './private.ts';
export { problemsWith } from './problems.ts';
export { escaped } from './wording.ts';

/** @param askedBy a Slack mention of the person a public post answers */
export const render = (answer: Answer, askedBy?: string): Message => {
  switch (answer.kind) {
    case 'rate-move':
      return renderRateMove(answer, askedBy);
    case 'views':
      return renderViews(answer, askedBy);
    case 'help':
      return renderHelp(answer);
    case 'unclear':
      return renderUnclear(answer);
  }
};
