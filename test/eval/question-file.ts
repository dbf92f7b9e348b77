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
