import { z } from 'zod';
import { ASSUMPTIONS, REFINEMENT_RULES } from '../../sensitivity/index.ts';

/** What can be asked about a move of the Fed's rate and the two example companies. */

/** The largest move that is answered, either way, in basis points. */
export const LARGEST_MOVE_BPS = 600;

const bounded = ({ least, most }: { least: number; most: number }) => z.number().min(least).max(most).optional();

const OverridesSchema = z.strictObject({
  floatingShare: bounded(ASSUMPTIONS.floatingShare),
  debtToEbitda: bounded(ASSUMPTIONS.debtToEbitda),
  rate: bounded(ASSUMPTIONS.rate),
  loanFloor: bounded(ASSUMPTIONS.loanFloor),
  ebitda: bounded(ASSUMPTIONS.ebitda),
  netIncome: bounded(ASSUMPTIONS.netIncome),
  cash: bounded(REFINEMENT_RULES.cash),
  cashYield: bounded(REFINEMENT_RULES.cashYield),
  hedgedShare: bounded(REFINEMENT_RULES.hedgedShare),
  passThrough: bounded(REFINEMENT_RULES.passThrough),
  taxRate: bounded(REFINEMENT_RULES.taxRate),
  interestCap: bounded(REFINEMENT_RULES.interestCap),
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
  'per basis point',
  'a level as the top of the range',
  'a level as the bottom of the range',
  'net debt as all debt',
] as const;

export const CompanySchema = z.enum(['small', 'large']);
/** Basis points; negative is a fall in rates, zero a hold. */
export const moveBps = z.number().min(-LARGEST_MOVE_BPS).max(LARGEST_MOVE_BPS);

/** One of several moves that are added up, and its month where one was named. */
export const MovePartSchema = z.strictObject({
  moveBps,
  month: z.number().int().min(1).max(12).optional(),
  year: z.number().int().min(1900).max(2200).optional(),
});

const MOST_PERCENT = 100;
const level = z.number().min(-MOST_PERCENT).max(MOST_PERCENT);
/** A rate in percent, or the bounds of a range. */
const LevelSchema = z.union([level, z.tuple([level, level])]);

/** The interest bill, net income, interest as a share of EBITDA, interest coverage: before the move and after it. */
const SHOWN = ['interest', 'net income', 'interest share', 'coverage'] as const;

export const RateMoveSchema = z.strictObject({
  kind: z.literal('rate-move'),
  moveBps,
  ...overridden,
  readAs: z.array(z.enum(READ_AS)).nonempty().optional(),
  /** The moves that add up to `moveBps`, in order. */
  parts: z.array(MovePartSchema).min(2).max(24).optional(),
  /** Where the move leads from and to, where levels were named; `from` is the Fed's range where `isFed`. */
  levels: z.strictObject({ from: LevelSchema, to: LevelSchema, isFed: z.literal(true).optional() }).optional(),
  /** The one company asked about. */
  only: CompanySchema.optional(),
  /** What of the year after the move is said first, where it was asked for. */
  shows: z.enum(SHOWN).optional(),
});

export type Overrides = z.infer<typeof OverridesSchema>;
export type RateMoveQuestion = z.infer<typeof RateMoveSchema>;
export type MovePart = z.infer<typeof MovePartSchema>;
export type Level = z.infer<typeof LevelSchema>;
export type ReadAs = (typeof READ_AS)[number];
export type ShownResult = (typeof SHOWN)[number];
