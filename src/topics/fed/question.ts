import { z } from 'zod';

/** `odds`: how likely moves are at one meeting; `count`: how many moves by a meeting; `rate`: the rate that is priced. */
export const FED_PRICED = ['odds', 'count', 'rate'] as const;

const LARGEST_BPS = 600;

/** The Fed's target range, its next meeting, and what futures imply; with `ask`, one thing that futures imply and nothing else. */
export const FedSchema = z.strictObject({
  kind: z.literal('fed'),
  ask: z.enum(FED_PRICED).optional(),
  /**
   * The month of the meeting asked about, `2026-12`: `odds` of that meeting, `count` and `rate` up to it. Without it the
   * next meeting for `odds`, else the end of the year.
   */
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional(),
  /** Only cuts, holds or hikes. */
  way: z.enum(['cut', 'hold', 'hike']).optional(),
  /** Only moves of that size, basis points without a sign; `way` says which way. */
  sizeBps: z.number().int().min(1).max(LARGEST_BPS).optional(),
});
export type FedQuestion = z.infer<typeof FedSchema>;
