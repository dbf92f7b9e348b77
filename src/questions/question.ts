import { z } from 'zod';
import { FedSchema, MarketMoveSchema, RotationSchema } from './about-market.ts';
import {
  CheckSchema,
  ConflictsSchema,
  FigureSchema,
  NotesSchema,
  RatioSchema,
  ValuationSchema,
  ViewsSchema,
} from './about-notes.ts';
import { CompareMovesSchema, MethodSchema, RateMoveSchema, SolveSchema } from './about-rates.ts';

const HelpSchema = z.strictObject({ kind: z.literal('help') });

/** Why something is not answered: `advice` is never given, the rest is not what this is for. */
export const REFUSALS = ['advice', 'off topic', 'instruction', 'secrets', 'adding a note', 'single stocks'] as const;

/** What is in neither the notes nor the data. */
export const UNKNOWNS = ['price', 'forecast', 'person', 'data', 'Powell', 'Bitcoin', 'coverage of the index'] as const;

const RefusalSchema = z.strictObject({ kind: z.literal('refusal'), reason: z.enum(REFUSALS) });
const NotKnownSchema = z.strictObject({ kind: z.literal('not-known'), what: z.enum(UNKNOWNS) });

const AnswerableSchema = z.discriminatedUnion('kind', [
  RateMoveSchema,
  MarketMoveSchema,
  CompareMovesSchema,
  SolveSchema,
  MethodSchema,
  ViewsSchema,
  CheckSchema,
  ConflictsSchema,
  FigureSchema,
  ValuationSchema,
  RatioSchema,
  RotationSchema,
  FedSchema,
  NotesSchema,
  HelpSchema,
  RefusalSchema,
  NotKnownSchema,
]);

/** Where the previous answer had its figures and views from. */
const SourceSchema = z.strictObject({ kind: z.literal('source'), of: AnswerableSchema });

/** What a person wants to know. A button carries one as JSON; it is parsed with this schema when it comes back. */
export const QuestionSchema = z.discriminatedUnion('kind', [...AnswerableSchema.options, SourceSchema]);

/** What a conversation has been about: enough to understand a follow-up, and no words of anybody. */
export const ContextSchema = z.strictObject({
  /** The question answered last. */
  last: QuestionSchema,
  /** The rate move asked about last, with its assumptions, whatever came in between. */
  move: RateMoveSchema.optional(),
});

export type Question = z.infer<typeof QuestionSchema>;
export type Context = z.infer<typeof ContextSchema>;
export type RefusalQuestion = z.infer<typeof RefusalSchema>;
export type NotKnownQuestion = z.infer<typeof NotKnownSchema>;
export type SourceQuestion = z.infer<typeof SourceSchema>;
