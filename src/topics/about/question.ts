import { z } from 'zod';

/** What can be asked about the product itself. */
export const ABOUT_ASPECTS = ['what', 'can do', 'data', 'model', 'privacy', 'terms'] as const;

/** Words of the answers that can be asked about. */
export const TERMS = [
  ...(['lift', 'basis point', 'floating share', 'leverage', 'coverage', 'saving', 'EBITDA', 'net income'] as const),
  ...(['ratio', 'rotation', 'target range', 'projections', 'odds', 'forward P/E', 'stance'] as const),
] as const;

/**
 * What this is, what it can do, how fresh its data are, what its model leaves out, what is stored of a person, and what
 * the words of its answers mean.
 */
export const AboutSchema = z.strictObject({
  kind: z.literal('about'),
  aspect: z.enum(ABOUT_ASPECTS),
  /** With `terms`: one of them. */
  term: z.enum(TERMS).optional(),
});
export type AboutQuestion = z.infer<typeof AboutSchema>;
export type AboutAspect = (typeof ABOUT_ASPECTS)[number];
export type Term = (typeof TERMS)[number];
