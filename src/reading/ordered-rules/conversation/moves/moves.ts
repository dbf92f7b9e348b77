import { firstOf, type Rule } from '../said.ts';
import { comparedMoves } from './comparisons.ts';
import { moreOrLess, turnedMove } from './follow-ups.ts';
import { isPlainMove, oneMove, otherAssumptions, wrongAssumption } from './one-move.ts';

/** A move of the rate, wherever it stands in the words. */
export const moves: Rule = firstOf(wrongAssumption, comparedMoves, moreOrLess, oneMove, turnedMove, otherAssumptions);

/** The same, where nothing else can be meant: before people and notes are looked for. */
export const plainMoves: Rule = (said) => (isPlainMove(said) ? moves(said) : undefined);
