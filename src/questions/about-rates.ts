import { z } from 'zod';
import { ASSUMPTIONS } from './assumptions.ts';

/** What can be asked about a move of the Fed's rate and the two example companies. */

/** The largest move that is answered, either way, in basis points. */
export const LARGEST_MOVE_BPS = 600;

const bounded = ({ least, most }: { least: number; most: number }) => z.number().min(least).max(most).optional();

const OverridesSchema = z.strictObject({
  floatingShare: bounded(ASSUMPTIONS.floatingShare),
  debtToEbitda: bounded(ASSUMPTIONS.debtToEbitda),
  rate: bounded(ASSUMPTIONS.rate),
  ebitda: bounded(ASSUMPTIONS.ebitda),
  netIncome: bounded(ASSUMPTIONS.netIncome),
});

/** Assumptions that differ from note 000's: percent, multiples and US$ millions. */
export const overridden = { small: OverridesSchema.optional(), large: OverridesSchema.optional() };

/** How a figure that could be read in two ways was read; the reply says so. */
const READ_AS = [
  'percentage points',
  'basis points',
  'points as basis points',
  'points as percentage points',
  'minus as a cut',
  'plus as a hike',
] as const;

const CompanySchema = z.enum(['small', 'large']);
/** Basis points; negative is a fall in rates, zero a hold. */
const moveBps = z.number().min(-LARGEST_MOVE_BPS).max(LARGEST_MOVE_BPS);

export const RateMoveSchema = z.strictObject({
  kind: z.literal('rate-move'),
  moveBps,
  ...overridden,
  readAs: z.array(z.enum(READ_AS)).nonempty().optional(),
  /** The one company asked about. */
  only: CompanySchema.optional(),
});

/** Several moves side by side. */
export const CompareMovesSchema = z.strictObject({
  kind: z.literal('compare-moves'),
  moves: z.array(moveBps).min(2).max(4),
  ...overridden,
});

/** Which move brings a wanted change? */
export const SolveSchema = z.strictObject({
  kind: z.literal('solve'),
  /** The one company asked about; both otherwise. */
  only: CompanySchema.optional(),
  /** `lift`: percent of net income, negative for a fall. `saving`: US$ m of interest a year, negative for a rise. */
  target: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('lift'), percent: z.number().min(-1_000).max(1_000) }),
    z.strictObject({ of: z.literal('saving'), millions: z.number().min(-100_000).max(100_000) }),
  ]),
  ...overridden,
});

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

export type Overrides = z.infer<typeof OverridesSchema>;
export type RateMoveQuestion = z.infer<typeof RateMoveSchema>;
export type CompareMovesQuestion = z.infer<typeof CompareMovesSchema>;
export type SolveQuestion = z.infer<typeof SolveSchema>;
export type MethodQuestion = z.infer<typeof MethodSchema>;
export type MethodAspect = (typeof METHOD_ASPECTS)[number];
export type ReadAs = (typeof READ_AS)[number];
