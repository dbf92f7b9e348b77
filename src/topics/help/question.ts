import { z } from 'zod';

/** What can be asked; after a greeting, thanks or a remark in one line. */
export const HelpSchema = z.strictObject({
  kind: z.literal('help'),
  said: z.enum(['hello', 'thanks', 'remark']).optional(),
});

export type HelpQuestion = z.infer<typeof HelpSchema>;
