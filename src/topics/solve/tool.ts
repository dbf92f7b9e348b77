import { z } from 'zod';
import { CompanySchema, overridden } from '../rate-move/question.ts';
import { defineTool } from '../tool.ts';
import type { SolveQuestion } from './question.ts';

const WANTED = ['net income up', 'net income down', 'interest down', 'interest up'] as const;
const MOST_PERCENT = 1_000;
const MOST_MILLIONS = 100_000;

const targetOf = (wanted: (typeof WANTED)[number], by: number): SolveQuestion['target'] => {
  const signed = wanted === 'net income down' || wanted === 'interest up' ? -by : by;
  return wanted.startsWith('net income') ? { of: 'lift', percent: signed } : { of: 'saving', millions: signed };
};

/** How far rates must move for a wanted effect. */
export const solveTool = defineTool({
  name: 'rate_needed',
  title: 'Rate move needed for a target',
  description:
    'How far the Federal Reserve’s rate would have to move so that an example company’s net income changes by a wanted percentage, or its yearly interest by a wanted amount: the sum of rate_move done backwards. Use it for “how big a cut for +10% net income”, “what saves SmallCap $5m”. The target has no sign: wanted says whether it is a rise or a fall. Net income in percent, interest in US$ millions a year; the answer is in basis points. Not for a given move (rate_move).',
  input: z.strictObject({
    wanted: z.enum(WANTED).describe('What is to change, and which way'),
    by: z
      .number()
      .positive()
      .max(MOST_MILLIONS)
      .describe('By how much: percent for net income (at most 1,000), US$ millions a year for interest'),
    company: CompanySchema.optional().describe('Only this example company; both without it'),
    small: overridden.small.describe('Changed inputs of the small company, as in rate_move'),
    large: overridden.large.describe('Changed inputs of the large company, as in rate_move'),
  }),
  others: 'Another target',
  question: ({ wanted, by, company, small, large }) =>
    wanted.startsWith('net income') && by > MOST_PERCENT
      ? { kind: 'wrong-argument', argument: 'by', problem: `must be at most ${MOST_PERCENT} percent for net income` }
      : {
          kind: 'solve',
          ...(company && { only: company }),
          target: targetOf(wanted, by),
          ...(small && { small }),
          ...(large && { large }),
        },
  argumentsFor: (question) => {
    if (question.kind !== 'solve') return undefined;
    const { target, only, small, large } = question;
    const size = target.of === 'lift' ? target.percent : target.millions;
    if (size === 0) return undefined;
    const wanted = WANTED.find(
      (one) =>
        Math.sign(size) === (/net income up|interest down/.test(one) ? 1 : -1) &&
        one.startsWith(target.of === 'lift' ? 'net income' : 'interest'),
    );
    return (
      wanted && {
        wanted,
        by: Math.abs(size),
        ...(only && { company: only }),
        ...(small && { small }),
        ...(large && { large }),
      }
    );
  },
});
