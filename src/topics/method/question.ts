import { z } from 'zod';
import { FEDERAL_TAX_RATE } from '../../sensitivity/index.ts';
import { RateMoveSchema } from '../rate-move/question.ts';

export const METHOD_ASPECTS = [
  'formula',
  'tax',
  'hedges',
  'cash',
  'refinancing',
  'timing',
  'companies',
  'assumptions',
  'lift ratio',
  'coverage',
  'floor',
  'rounding',
  'why',
  'growth',
] as const;

/** How the model works, and what it leaves out; on the move last asked about, where there was one. */
export const MethodSchema = z.strictObject({
  kind: z.literal('method'),
  aspect: z.enum(METHOD_ASPECTS),
  of: RateMoveSchema.optional(),
  /** Percent of profit, where another rate than the federal one is asked about. */
  taxRate: z.number().min(0).max(99).optional(),
});
export type MethodQuestion = z.infer<typeof MethodSchema>;
export type MethodAspect = (typeof METHOD_ASPECTS)[number];

/** The law behind the federal tax rate, as `source?` tells it. */
export const FEDERAL_TAX = {
  name: FEDERAL_TAX_RATE.source,
  url: FEDERAL_TAX_RATE.url,
  gave: `${FEDERAL_TAX_RATE.rate}% federal tax`,
};
