import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A set of conversations written before anything was run: what people type in a thread, and what a right reply to each turn holds. */

export type GoldValue = number | string | readonly string[] | { readonly [key: string]: GoldValue };

const GoldValueSchema: z.ZodType<GoldValue> = z.lazy(() =>
  z.union([z.number(), z.string(), z.array(z.string()), z.record(z.string(), GoldValueSchema)]),
);

const strings = z.array(z.string()).default([]);

const GoldSchema = z.strictObject({
  behaviour: z.enum(['answer', 'ask-back', 'decline', 'effect']),
  /** Replies that are as good, in words. */
  accept: strings,
  /** `moveBps` is negative for a cut; percentages are percent, `M` is US$ m; groups named in words are alternatives. */
  numbers: z.record(z.string(), GoldValueSchema).default({}),
  /** For a reader: no program judges them. */
  facts: strings,
  mustNot: strings,
  note: z.string().default(''),
});

const ConversationSchema = z.strictObject({
  id: z.string().min(1),
  /** `csv` needs a file of closes. */
  market: z.enum(['off', 'csv']).default('off'),
  /** Asked with the made-up companies of `companies.csv`. */
  companies: z.literal(true).optional(),
  turns: z.array(z.strictObject({ text: z.string().min(1), gold: GoldSchema })).min(1),
});

const SetSchema = z.strictObject({ set: z.string().min(1), conversations: z.array(ConversationSchema).min(1) });

export type Gold = z.infer<typeof GoldSchema>;
export type Conversation = z.infer<typeof ConversationSchema>;
export type EvalSet = z.infer<typeof SetSchema>;

export const gold = (content: unknown): Gold => GoldSchema.parse(content);

export const evalSet = (content: unknown): EvalSet => SetSchema.parse(content);

/** Whether a file holds conversations, not questions. */
export const isSet = (path: string): boolean => 'conversations' in JSON.parse(readFileSync(path, 'utf8'));

export const readEvalSet = (path: string): EvalSet => evalSet(JSON.parse(readFileSync(path, 'utf8')));
