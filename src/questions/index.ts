export { ASSUMPTIONS, type AssumptionRule } from './assumptions.ts';
export {
  LARGEST_MOVE_BPS,
  type Overrides,
  type Question,
  QuestionSchema,
  type RateMoveQuestion,
  type ReadAs,
  type Reading,
  type Unclear,
  type ViewsQuestion,
} from './question.ts';
export { readRateMove } from './rate-move.ts';
