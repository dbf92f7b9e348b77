import { z } from 'zod';

/** What can be asked? */
export const HelpSchema = z.strictObject({ kind: z.literal('help') });

export type HelpQuestion = z.infer<typeof HelpSchema>;
