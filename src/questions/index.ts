export {
  type BriefEffect,
  type BriefTiming,
  BriefTimingSchema,
  type BriefTrigger,
  type BriefWanted,
  type OnClosed,
  type OnStale,
  type SaidDay,
  type TypedTiming,
  WEEKDAYS,
  type Weekday,
} from './about-briefs.ts';
export type { Benchmark, FedQuestion, MarketMoveQuestion, RotationQuestion } from './about-market.ts';
export type {
  CheckQuestion,
  ConflictsQuestion,
  FigureQuestion,
  Horizon,
  Need,
  NotesQuestion,
  RatioQuestion,
  ValuationQuestion,
  ViewsQuestion,
} from './about-notes.ts';
export {
  type CompareMovesQuestion,
  LARGEST_MOVE_BPS,
  type MethodAspect,
  type MethodQuestion,
  type Overrides,
  type RateMoveQuestion,
  type ReadAs,
  type SolveQuestion,
} from './about-rates.ts';
export { readAssumptionValue } from './assumption-value.ts';
export { ASSUMPTIONS, type AssumptionRule } from './assumptions.ts';
export { isUnclearBrief, readBrief } from './brief.ts';
export { readCheck } from './check.ts';
export { isForDesk } from './conversation/for-desk.ts';
export { contextAfter, readTurn } from './conversation/turn.ts';
export { readFed } from './fed.ts';
export {
  type Context,
  ContextSchema,
  type NotKnownQuestion,
  type Question,
  QuestionSchema,
  type RefusalQuestion,
  type SourceQuestion,
} from './question.ts';
export { readRateMove } from './rate-move.ts';
export type {
  AskedTurn,
  Effect,
  Language,
  NamedQuestion,
  Reading,
  Silence,
  Turn,
  Unclear,
  UnclearBrief,
} from './reading.ts';
export { readRotation } from './rotation.ts';
export { readViews } from './views.ts';
