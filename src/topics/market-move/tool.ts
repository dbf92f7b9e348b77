import { z } from 'zod';
import { overridden } from '../rate-move/question.ts';
import { defineTool, fieldsOf } from '../tool.ts';

/** What the move that futures price in does. */
export const marketMoveTool = defineTool({
  name: 'priced_move',
  title: 'Effect of what futures price in',
  description:
    'What the rate move that fed funds futures price in for the next meeting, weighed by its odds, does to net income and interest of the two example companies. Use it for “what does the market’s move do to small caps”, “run it on what is priced in”. It takes no size. The next meeting only: for a later month take fed_outlook with ask = count, and then rate_move. Without futures prices it says so and computes nothing. Not for a size somebody names (rate_move), and not for the odds themselves (fed_outlook).',
  input: z.strictObject({
    small: overridden.small.describe('Changed inputs of the small company, as in rate_move'),
    large: overridden.large.describe('Changed inputs of the large company, as in rate_move'),
  }),
  others: 'Other inputs',
  question: (assumed) => ({ kind: 'rate-move-market', ...assumed }),
  argumentsFor: (question) => (question.kind === 'rate-move-market' ? fieldsOf(question, 'small', 'large') : undefined),
});
