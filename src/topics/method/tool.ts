import { z } from 'zod';
import { LARGEST_MOVE_BPS } from '../rate-move/question.ts';
import { defineTool, fieldsOf } from '../tool.ts';
import { METHOD_ASPECTS } from './question.ts';

/** How the model works. */
export const methodTool = defineTool({
  name: 'explain_model',
  title: 'How the effect is computed',
  description: `How rate_move computes its effect, and what it leaves out: the formula, tax, hedges, cash, refinancing, timing, why the small company gains so much more, rounding, interest coverage. Use it for “is that after tax”, “how does it round”, “do they hedge”, “show the formula”, “why so much more”. Give the move that was asked about, so that the explanation uses its numbers. Not for a number in a note that looks wrong (check_notes), and not for another size or other inputs (rate_move). Above ${LARGEST_MOVE_BPS} bp it refuses: never clip a size.`,
  input: z.strictObject({
    aspect: z.enum(METHOD_ASPECTS).describe('What is to be explained'),
    direction: z.enum(['cut', 'hike']).optional().describe('Of the move that was asked about'),
    sizeBps: z
      .number()
      .positive()
      .max(LARGEST_MOVE_BPS)
      .optional()
      .describe('Its size, basis points without a sign; with direction'),
    taxRatePercent: z.number().min(0).max(99).optional().describe('With tax: another rate than the federal 21 percent'),
  }),
  others: 'More on the model',
  question: ({ aspect, direction, sizeBps, taxRatePercent }) => ({
    kind: 'method',
    aspect,
    ...(sizeBps && { of: { kind: 'rate-move', moveBps: direction === 'hike' ? sizeBps : -sizeBps } }),
    ...(taxRatePercent !== undefined && { taxRate: taxRatePercent }),
  }),
  argumentsFor: (question) => {
    const asked = question.kind === 'method' ? fieldsOf(question, 'aspect', 'of', 'taxRate') : undefined;
    if (asked === undefined) return undefined;
    const { aspect, of, taxRate } = asked;
    const move = of && fieldsOf(of, 'moveBps');
    if (of && !move?.moveBps) return undefined;
    return {
      aspect,
      ...(move && ({ direction: move.moveBps < 0 ? 'cut' : 'hike', sizeBps: Math.abs(move.moveBps) } as const)),
      ...(taxRate !== undefined && { taxRatePercent: taxRate }),
    };
  },
});
