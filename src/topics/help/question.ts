import { z } from 'zod';

/** What can be asked; after a greeting or thanks in one line. */
export const HelpSchema = z.strictObject({ kind: z.literal('help'), said: z.enum(['hello', 'thanks']).optional() });

export type HelpQuestion = z.infer<typeof HelpSchema>;
