import type { Answer } from '../answers/index.ts';
import type { Message } from './block-kit.ts';
import { renderHelp } from './help.ts';
import { renderRateMove } from './rate-move.ts';
import { renderUnclear } from './unclear.ts';
import { renderViews } from './views.ts';

export { withAsker, withHint, withShare } from './additions.ts';
export type { Block, Message } from './block-kit.ts';
export { ASK_ACTION, context, plainText, SHARE_ACTION, section, shareButton } from './build.ts';
export { LIMITS } from './limits.ts';
export { asPlainText, asSections } from './plain.ts';
export { problemsWith } from './problems.ts';
export { escaped } from './wording.ts';

/** Draws an answer; the same answer gives the same message. */
export const render = (answer: Answer): Message => {
  switch (answer.kind) {
    case 'rate-move':
      return renderRateMove(answer);
    case 'views':
      return renderViews(answer);
    case 'help':
      return renderHelp(answer);
    case 'unclear':
      return renderUnclear(answer);
  }
};
