import { z } from 'zod';
import { BEHAVIOUR_OF_KIND, BEHAVIOUR_OF_UNCLEAR, type Behaviour, LANGUAGE_NOTICE } from './mapping.ts';

/** A line of the terminal's JSON mode, as far as it is judged; whatever else it holds is left alone. */

const OverridesSchema = z.record(z.string(), z.number());

const ReplyQuestionSchema = z.object({
  kind: z.string(),
  moveBps: z.number().optional(),
  moves: z.array(z.number()).optional(),
  small: OverridesSchema.optional(),
  large: OverridesSchema.optional(),
  reason: z.string().optional(),
});

const FigureSchema = z.object({ id: z.string(), value: z.number(), unit: z.string() });

const ViewSchema = z.object({ person: z.string().optional(), firm: z.string(), stance: z.string(), note: z.string() });

const AnswerSchema = z.object({
  kind: z.string(),
  figures: z.array(FigureSchema).default([]),
  views: z.array(ViewSchema).default([]),
  sources: z.array(z.string()).default([]),
  reason: z.string().optional(),
  unclear: z.object({ reason: z.string() }).optional(),
});

const ReplySchema = z.object({
  text: z.string(),
  blocks: z.array(z.unknown()).default([]),
  question: ReplyQuestionSchema.nullish(),
  answer: AnswerSchema,
});

export type Reply = z.infer<typeof ReplySchema>;
export type ReplyFigure = z.infer<typeof FigureSchema>;

/** A reply, or what stands in its place where there is none. */
export const readReply = (line: string): Reply | { readonly error: string } => {
  const content: unknown = JSON.parse(line);
  const read = ReplySchema.safeParse(content);
  return read.success ? read.data : { error: `no reply: ${line.slice(0, 200)}` };
};

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
};

/** All that a reader sees, and a little more: fallback text and every string of the blocks. */
export const wordsOf = ({ text, blocks }: Reply): string => [text, ...stringsIn(blocks)].join('\n');

/** The kind of question that was read; of an answer to none, its own kind. */
export const kindOf = ({ question, answer }: Reply): string => question?.kind ?? answer.kind;

export const behaviourOf = (reply: Reply): Behaviour => {
  const { answer } = reply;
  const reason = answer.reason ?? answer.unclear?.reason;
  if (answer.kind === 'unclear') {
    if (reason === undefined) return LANGUAGE_NOTICE.test(wordsOf(reply)) ? 'language' : 'clarify';
    return BEHAVIOUR_OF_UNCLEAR[reason] ?? 'clarify';
  }
  return BEHAVIOUR_OF_KIND[answer.kind] ?? 'answer';
};
