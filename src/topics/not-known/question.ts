import { z } from 'zod';

/** What is in neither the notes nor the data. */
export const UNKNOWNS = [
  'price',
  'forecast',
  'person',
  'data',
  'Powell',
  'Bitcoin',
  'coverage of the index',
  'topic',
  'central bank',
  'votes',
  'around the meetings',
] as const;

const LONGEST_WORD = 40;

/** What a person asked for, in their own words: letters, digits and the signs of names, so that no markup gets in. */
const word = z
  .string()
  .max(LONGEST_WORD)
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,&'’()/%+-]*$/u);

export const NotKnownSchema = z.strictObject({
  kind: z.literal('not-known'),
  what: z.enum(UNKNOWNS),
  /** The topic no note speaks of, or the central bank. */
  word: word.optional(),
});
export type NotKnownQuestion = z.infer<typeof NotKnownSchema>;
