import { z } from 'zod';

/** The Fed's target range, its next meeting, and what futures imply. */
export const FedSchema = z.strictObject({ kind: z.literal('fed') });
export type FedQuestion = z.infer<typeof FedSchema>;
