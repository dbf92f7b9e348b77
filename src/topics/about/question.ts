import { z } from 'zod';

/** What can be asked about the product itself. */
export const ABOUT_ASPECTS = ['what', 'can do', 'data', 'model', 'privacy'] as const;

/** What this is, what it can do, how fresh its data are, what its model leaves out, and what is stored of a person. */
export const AboutSchema = z.strictObject({ kind: z.literal('about'), aspect: z.enum(ABOUT_ASPECTS) });
export type AboutQuestion = z.infer<typeof AboutSchema>;
export type AboutAspect = (typeof ABOUT_ASPECTS)[number];
