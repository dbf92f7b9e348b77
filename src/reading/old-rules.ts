import type { Library } from '../notes/index.ts';
import type { Context } from '../topics/context.ts';
import type { Question } from '../topics/questions.ts';
import type { Turn } from '../topics/turn.ts';
import { readTurn as readByRules } from './ordered-rules/conversation/turn.ts';

/** Kinds that have their own readings: what the rules make of them is not listened to. */
const READ_ANEW: ReadonlySet<Question['kind']> = new Set([
  ...(['rate-move', 'compare-moves', 'solve', 'method', 'fed'] as const),
  ...(['views', 'notes', 'source', 'help', 'refusal', 'not-known'] as const),
  ...(['check', 'conflicts', 'figure', 'valuation', 'ratio'] as const),
  ...(['rotation', 'fed-history', 'about', 'rate-move-market'] as const),
]);

/** Kinds that would pass over a size in silence. */
const NO_NUMBERS: ReadonlySet<Question['kind']> = new Set(['figure', 'ratio', 'valuation']);

/** Reasons to ask back that are of those kinds too. */
const ASKED_ANEW: ReadonlySet<string> = new Set([
  ...['no-amount', 'not-a-move', 'mixed-signs', 'out-of-range', 'several-moves', 'assumption-out-of-range'],
  ...['assumption-set-twice', 'assumption-without-number', 'unknown-assumption', 'not-understood', 'not-in-notes'],
]);

/**
 * What the ordered rules make of words that no topic has read: until every topic reads by itself. Undefined where they
 * would answer for a kind that does.
 *
 * @param hasSizes numbers with the unit of a move or of money stand among the words
 */
export const readByOldRules = (
  typed: string,
  context: Context | undefined,
  library: Library,
  hasSizes = false,
): Turn | undefined => {
  const before = context && { last: context.last, ...(context.move && { move: context.move }) };
  const turn = readByRules(typed, before, library);
  if (turn.kind === 'question') {
    const isLost = hasSizes && NO_NUMBERS.has(turn.question.kind);
    return READ_ANEW.has(turn.question.kind) || isLost ? undefined : turn;
  }
  return turn.kind === 'unclear' && ASKED_ANEW.has(turn.reason) ? undefined : turn;
};
