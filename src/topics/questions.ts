import { z } from 'zod';
import { AboutSchema } from './about/question.ts';
import { CheckSchema } from './check/question.ts';
import { CompaniesSchema } from './companies/question.ts';
import { CompareMovesSchema } from './compare-moves/question.ts';
import { ConflictsSchema } from './conflicts/question.ts';
import { FanSchema } from './fan/question.ts';
import { FedSchema } from './fed/question.ts';
import { FedHistorySchema } from './fed-history/question.ts';
import { FigureSchema } from './figure/question.ts';
import { HelpSchema } from './help/question.ts';
import { MarketMoveSchema } from './market-move/question.ts';
import { MethodSchema } from './method/question.ts';
import { NotKnownSchema } from './not-known/question.ts';
import { NotesSchema } from './notes/question.ts';
import { RateMoveSchema } from './rate-move/question.ts';
import { RatioSchema } from './ratio/question.ts';
import { RefusalSchema } from './refusal/question.ts';
import { RotationSchema } from './rotation/question.ts';
import { SolveSchema } from './solve/question.ts';
import { ValuationSchema } from './valuation/question.ts';
import { ViewsSchema } from './views/question.ts';
import { YearsSchema } from './years/question.ts';

const AnswerableSchema = z.discriminatedUnion('kind', [
  RateMoveSchema,
  MarketMoveSchema,
  CompareMovesSchema,
  SolveSchema,
  FanSchema,
  CompaniesSchema,
  YearsSchema,
  MethodSchema,
  ViewsSchema,
  CheckSchema,
  ConflictsSchema,
  FigureSchema,
  ValuationSchema,
  RatioSchema,
  RotationSchema,
  FedSchema,
  FedHistorySchema,
  NotesSchema,
  HelpSchema,
  AboutSchema,
  RefusalSchema,
  NotKnownSchema,
]);

/** Where the previous answer had its figures and views from. */
const SourceSchema = z.strictObject({ kind: z.literal('source'), of: AnswerableSchema });

/** What a person wants to know. A button carries one as JSON; it is parsed with this schema when it comes back. */
export const QuestionSchema = z.discriminatedUnion('kind', [...AnswerableSchema.options, SourceSchema]);

export type Question = z.infer<typeof QuestionSchema>;
export type SourceQuestion = z.infer<typeof SourceSchema>;
