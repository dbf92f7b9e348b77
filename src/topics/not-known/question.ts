import { z } from 'zod';

/** What is in neither the notes nor the data. */
export const UNKNOWNS = ['price', 'forecast', 'person', 'data', 'Powell', 'Bitcoin', 'coverage of the index'] as const;
export const NotKnownSchema = z.strictObject({ kind: z.literal('not-known'), what: z.enum(UNKNOWNS) });
export type NotKnownQuestion = z.infer<typeof NotKnownSchema>;
