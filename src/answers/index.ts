import type { AskedTurn, Question, Silence, Unclear } from '../questions/index.ts';
import { dateOf } from '../units.ts';
import type { Answer, DoneAnswer, UnclearAnswer } from './answer.ts';
import { answerCheck } from './check.ts';
import { answerCompareMoves } from './compare-moves.ts';
import { answerConflicts } from './conflicts.ts';
import type { Facts } from './facts.ts';
import { answerFed } from './fed.ts';
import { answerFigure } from './figure.ts';
import { answerMarketMove } from './market-move.ts';
import { answerMethod } from './method.ts';
import { answerNotKnown } from './not-known.ts';
import { answerNotes } from './notes.ts';
import { answerRateMove } from './rate-move.ts';
import { answerRatio } from './ratio.ts';
import { receiptOf } from './receipt.ts';
import { answerRefusal } from './refusal.ts';
import { answerRotation } from './rotation.ts';
import { answerSolve } from './solve.ts';
import { answerSource } from './source.ts';
import { answerValuation } from './valuation.ts';
import { answerViews } from './views.ts';

export type * from './answer.ts';
export type { Facts, LiveMarket, Market, NoData, PrintedMarket, Provenance } from './facts.ts';
export { type Fed, type FedInputs, type FuturesFacts, fedAt, type Odds, type RateFacts } from './fed-facts.ts';
export { receiptOf } from './receipt.ts';
export { shippedFacts } from './shipped-facts.ts';

/** Answers a question from a snapshot of facts: pure, synchronous, the same every time. */
export const answer = (question: Question, facts: Facts): Answer => {
  switch (question.kind) {
    case 'rate-move':
      return answerRateMove(question, facts);
    case 'rate-move-market':
      return answerMarketMove(question, facts);
    case 'compare-moves':
      return answerCompareMoves(question, facts);
    case 'solve':
      return answerSolve(question, facts);
    case 'method':
      return answerMethod(question, facts);
    case 'views':
      return answerViews(question, facts);
    case 'check':
      return answerCheck(question, facts);
    case 'conflicts':
      return answerConflicts(question, facts);
    case 'figure':
      return answerFigure(question, facts);
    case 'valuation':
      return answerValuation(question, facts);
    case 'ratio':
      return answerRatio(question, facts);
    case 'rotation':
      return answerRotation(question, facts);
    case 'fed':
      return answerFed(question, facts);
    case 'notes':
      return answerNotes(question, facts);
    case 'source':
      return answerSource(question, facts, answer);
    case 'refusal':
      return answerRefusal(question, facts);
    case 'not-known':
      return answerNotKnown(question, facts);
    case 'help':
      return { kind: 'help', question, ...empty(question, facts) };
  }
};

/** Answers words that were not understood: says what was not, and what would be. */
export const answerUnclear = (unclear: Unclear, facts: Facts): UnclearAnswer => ({
  kind: 'unclear',
  question: null,
  unclear,
  ...empty(unclear, facts),
});

/** Says what was done. */
const answerEffect = (effect: Silence, facts: Facts): DoneAnswer => ({
  kind: 'done',
  question: null,
  effect,
  ...empty(effect, facts),
});

/** Answers one turn of a conversation, whatever it comes to. */
export const answerTurn = (turn: AskedTurn, facts: Facts): Answer => {
  switch (turn.kind) {
    case 'question':
      return answer(turn.question, facts);
    case 'silence':
      return answerEffect(turn, facts);
    case 'unclear':
      return answerUnclear(turn, facts);
  }
};

const empty = (asked: Question | Unclear | Silence, facts: Facts) => ({
  id: receiptOf(asked, facts),
  figures: [],
  views: [],
  sources: [],
  asOf: dateOf(facts.now),
});
