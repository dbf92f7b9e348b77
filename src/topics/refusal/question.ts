import { z } from 'zod';

/** Why something is not answered: `advice` is never given, the rest is not what this is for. */
export const REFUSALS = [
  'advice',
  'off topic',
  'instruction',
  'secrets',
  'adding a note',
  'single stocks',
  'files',
] as const;

export const RefusalSchema = z.strictObject({ kind: z.literal('refusal'), reason: z.enum(REFUSALS) });
export type RefusalQuestion = z.infer<typeof RefusalSchema>;
