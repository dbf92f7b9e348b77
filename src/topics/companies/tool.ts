import { z } from 'zod';
import { LARGEST_MOVE_BPS } from '../rate-move/question.ts';
import { defineTool, fieldsOf, wrongArgument } from '../tool.ts';
import { CompaniesSchema } from './question.ts';

const { names, taxRate } = CompaniesSchema.shape;

/** What a move does to the companies that a workspace keeps. */
export const companiesTool = defineTool({
  name: 'own_companies',
  title: 'Effect on our own companies',
  description: `What a cut or hike of the Federal Reserve’s rate does to the companies that this workspace keeps (/company): who gains and who loses most, ranked, the effect by portfolio weight, and those without a profit apart, in dollars. Use it for “which of ours gains most from 50 bp”, or, with names, for a few of them by name or ticker, beside SmallCap and LargeCap where wanted. Of a company that is not in the list it says so and computes nothing. Sizes are basis points without a sign, up to ${LARGEST_MOVE_BPS}; the direction says which way. Net income in percent of itself, interest in US$ millions a year. Not for the two example companies alone (rate_move), and no advice to buy or sell.`,
  input: z.strictObject({
    direction: z.enum(['cut', 'hike']).describe('cut: rates fall; hike: rates rise'),
    sizeBps: z.number().positive().max(LARGEST_MOVE_BPS).describe('How far, in basis points without a sign'),
    names: names.describe('Only these, by name or ticker, at most eight; the whole list without it'),
    taxRate: taxRate.describe('Income tax on the change, percent: 21 is the federal rate; not counted without it'),
  }),
  others: 'Another move',
  question: ({ direction, sizeBps, names: asked, taxRate: rate }) =>
    asked !== undefined && new Set(asked.map((name) => name.toLowerCase())).size < asked.length
      ? wrongArgument('names', 'each company once')
      : {
          kind: 'companies',
          moveBps: direction === 'cut' ? -sizeBps : sizeBps,
          ...(asked && { names: asked }),
          ...(rate !== undefined && { taxRate: rate }),
        },
  argumentsFor: (question) => {
    if (question.kind !== 'companies' || question.moveBps === 0) return undefined;
    const asked = fieldsOf(question, 'moveBps', 'names', 'taxRate');
    if (
      asked === undefined ||
      new Set(asked.names?.map((name) => name.toLowerCase())).size < (asked.names?.length ?? 0)
    )
      return undefined;
    const { moveBps, ...rest } = asked;
    return { direction: moveBps < 0 ? ('cut' as const) : ('hike' as const), sizeBps: Math.abs(moveBps), ...rest };
  },
});
