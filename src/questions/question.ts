import { z } from 'zod';
import { STANCES } from '../notes/index.ts';
import { ASSUMPTIONS } from './assumptions.ts';

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

/** How a figure that could be read in two ways was read; the reply says so. */
export const READ_AS = [
  'percentage points',
  'basis points',
  'points as basis points',
  'points as percentage points',
  'minus as a cut',
  'plus as a hike',
] as const;

export const RateMoveSchema = z.strictObject({
  kind: z.literal('rate-move'),
  /** Basis points; negative is a fall in rates, zero a hold. */
  moveBps: z.number().min(-LARGEST_MOVE_BPS).max(LARGEST_MOVE_BPS),
  /** Assumptions that differ from note 000's, percent, multiples and US$ millions. */
  small: OverridesSchema.optional(),
  large: OverridesSchema.optional(),
  readAs: z.array(z.enum(READ_AS)).nonempty().optional(),
});

export const ViewsSchema = z.strictObject({ kind: z.literal('views'), stance: z.enum(STANCES).optional() });

export const HelpSchema = z.strictObject({ kind: z.literal('help') });

/** What a person wants to know. A button carries one as JSON; it is parsed with this schema when it comes back. */
export const QuestionSchema = z.discriminatedUnion('kind', [RateMoveSchema, ViewsSchema, HelpSchema]);

export type Overrides = z.infer<typeof OverridesSchema>;
export type RateMoveQuestion = z.infer<typeof RateMoveSchema>;
export type ViewsQuestion = z.infer<typeof ViewsSchema>;
export type Question = z.infer<typeof QuestionSchema>;
export type ReadAs = (typeof READ_AS)[number];

/** Why words were not understood, with the part of them that was not. The renderer phrases it. */
export type Unclear =
  | { readonly kind: 'unclear'; readonly reason: 'nothing-typed' }
  | { readonly kind: 'unclear'; readonly reason: 'no-amount' }
  | { readonly kind: 'unclear'; readonly reason: 'unknown-command'; readonly words: string }
  | { readonly kind: 'unclear'; readonly reason: 'not-a-move'; readonly words: string }
  | {
      readonly kind: 'unclear';
      readonly reason: 'several-moves';
      /** Each as it would be asked alone, assumptions and all. */
      readonly moves: readonly RateMoveQuestion[];
    }
  | { readonly kind: 'unclear'; readonly reason: 'mixed-signs'; readonly words: string }
  | { readonly kind: 'unclear'; readonly reason: 'out-of-range'; readonly words: string }
  | { readonly kind: 'unclear'; readonly reason: 'unknown-assumption'; readonly words: string }
  | { readonly kind: 'unclear'; readonly reason: 'assumption-set-twice'; readonly words: string }
  | { readonly kind: 'unclear'; readonly reason: 'assumption-without-number'; readonly words: string }
  | {
      readonly kind: 'unclear';
      readonly reason: 'assumption-out-of-range';
      readonly assumption: keyof typeof ASSUMPTIONS;
      readonly words: string;
    };

/** Words, read: a question to answer, to all or to the asker only, or what was not understood. */
export type Reading = { readonly kind: 'question'; readonly question: Question; readonly private: boolean } | Unclear;
