import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CATEGORIES, EXPECTED } from './mapping.ts';

/** A file of questions: what a person types, and what a right reply holds. It is read strictly, so that a misspelt key never passes as nothing expected. */

export type Expectation = { readonly [key: string]: number | Expectation };

const ExpectationSchema: z.ZodType<Expectation> = z.lazy(() =>
  z.record(z.string(), z.union([z.number(), ExpectationSchema])),
);

const strings = z.array(z.string().min(1));

const AskedSchema = z.strictObject({
  /** Absent in files made elsewhere; with it, the kind of the reply is judged as well. */
  category: z.enum(CATEGORIES).optional(),
  /** Asked before in the same thread, in order; only the last reply is judged. */
  previous: z.array(z.string()),
  text: z.string().min(1),
  behaviour: z.enum(EXPECTED),
  facts: strings.default([]),
  /** The first three digits of the notes that the reply must cite. */
  cites: z.array(z.string().regex(/^\d{3}$/)).default([]),
  numbers: ExpectationSchema.optional(),
  mustNot: strings.optional(),
  /** Each holds alternatives between bars, of which the reply must show one. */
  mustSay: strings.optional(),
  /** By name: a stance that the reply must show that person or firm to take. */
  stances: z.record(z.string(), z.string()).optional(),
  lang: z.string().optional(),
});

const MoveReadSchema = z.strictObject({
  cutBps: z.number().optional(),
  params: z.strictObject({ floatingShareSmall: z.number() }).optional(),
  /** Any name will do: the words must not be read as a move. */
  error: z.string().optional(),
  warning: z.union([z.boolean(), z.string()]).optional(),
  default: z.boolean().optional(),
});

const RatecutSchema = z.strictObject({
  input: z.string(),
  expected: MoveReadSchema,
  alsoFine: z.array(MoveReadSchema).default([]),
});

const FileSchema = z.strictObject({
  about: z.string().optional(),
  conventions: strings.optional(),
  questions: z.array(AskedSchema),
  ratecut: z.array(RatecutSchema).default([]),
});

export type Asked = z.infer<typeof AskedSchema>;
export type RatecutCase = z.infer<typeof RatecutSchema>;
export type MoveRead = z.infer<typeof MoveReadSchema>;
export type QuestionFile = z.infer<typeof FileSchema>;

export const questionFile = (content: unknown): QuestionFile => FileSchema.parse(content);

export const readQuestionFile = (path: string): QuestionFile => questionFile(JSON.parse(readFileSync(path, 'utf8')));

/** A set of conversations written before anything was run: what people type in a thread, and what a right reply to each turn holds. */

export type GoldValue = number | string | readonly string[] | { readonly [key: string]: GoldValue };

const GoldValueSchema: z.ZodType<GoldValue> = z.lazy(() =>
  z.union([z.number(), z.string(), z.array(z.string()), z.record(z.string(), GoldValueSchema)]),
);

const maybeStrings = z.array(z.string()).default([]);

const GoldSchema = z.strictObject({
  behaviour: z.enum(['answer', 'ask-back', 'decline', 'effect']),
  /** Replies that are as good, in words. */
  accept: maybeStrings,
  /** `moveBps` is negative for a cut; percentages are percent, `M` is US$ m; groups named in words are alternatives. */
  numbers: z.record(z.string(), GoldValueSchema).default({}),
  /** For a reader: no program judges them. */
  facts: maybeStrings,
  mustNot: maybeStrings,
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

/** A file of requests in free words, with the calls of tools that answer them: how well tools are chosen is judged by it. */

const CallSchema = z.strictObject({
  tool: z.string().min(1),
  arguments: z.record(z.string(), z.unknown()),
  /** Arguments that the answer to the call before gives; the values here are an example of them. */
  fromBefore: z.array(z.string().min(1)).nonempty().optional(),
});

const RequestSchema = z.strictObject({
  id: z.string().regex(/^T\d{2}$/),
  /** As it is typed to an assistant: no command, no name of a tool. */
  says: z.string().min(3).max(300),
  /** The day on which it is asked, where the arguments depend on it. */
  today: z.iso.date().optional(),
  /** The calls that answer it, in order; none where no tool should be called. */
  right: z.array(CallSchema).max(3),
  /** What would be no worse: each a call, or several in order. */
  alsoFine: z.array(z.array(CallSchema).min(1).max(3)).default([]),
});

const ToolFileSchema = z.strictObject({ about: z.string().optional(), requests: z.array(RequestSchema).min(1) });

export type ToolRequest = z.infer<typeof RequestSchema>;

/** Reads it strictly: a misspelt key, an id twice or a file of another form throws. */
export const readToolRequests = (file: unknown): readonly ToolRequest[] => {
  const { requests } = ToolFileSchema.parse(file);
  const ids = requests.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`${twice} is there twice`);
  return requests;
};
