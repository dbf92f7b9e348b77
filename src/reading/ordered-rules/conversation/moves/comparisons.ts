import { words } from '../patterns.ts';
import { asked, type Rule, type Said } from '../said.ts';
import { isInBounds, outOfBounds } from './bounds.ts';
import { changesOf } from './changes.ts';
import { earlierMove } from './earlier-move.ts';

const SIDE_BY_SIDE = words`
  vs | versus | against | compare | compared | comparison | side by side | difference | differ | next to | beside | and
  or | both
`;
const BESIDE_LAST = words`
  next to | beside | alongside | versus | vs | against | compare[d] [that|it|this] [to|with] | side by side | difference
`;
const MOST_COMPARED = 4;

/** The sizes set side by side: those named, a hold, and the move asked about last where words point back to it. */
const sizesIn = ({ text, context, moveWords }: Said): readonly number[] => {
  const { amounts, hold, cut, hike } = moveWords;
  const move = context?.move;
  const pointsBack = move !== undefined && amounts.length === 1 && BESIDE_LAST.test(text);
  const isHike = pointsBack && !cut && !hike && move.moveBps > 0;
  return [
    ...new Set([
      ...(hold && amounts.length > 0 ? [0] : []),
      ...(pointsBack ? [move.moveBps] : []),
      ...amounts.map(({ signed, sign, bps }) => (isHike && sign === '' ? bps : signed)),
    ]),
  ];
};

/** `25bps vs 50bps side by side`, `compare a 25 hike with a 50 cut`, `put that next to 100`. */
export const comparedMoves: Rule = (said) => {
  const { amounts, isBlocked, hasOtherNumbers, changes } = said.moveWords;
  // "is the discount 18 or 40" sets no moves side by side
  const isOfNotes = said.topics.some((topic) => topic !== 'rates') && !said.plain.includes('bp');
  const isListed = SIDE_BY_SIDE.test(said.text) || /[,/]/.test(said.plain) || (amounts.length > 1 && !isBlocked);
  const sizes = isListed && !isOfNotes ? sizesIn(said) : [];
  if (hasOtherNumbers || sizes.length < 2 || sizes.length > MOST_COMPARED) return undefined;
  if (!sizes.every(isInBounds)) return outOfBounds(Math.max(...sizes.map(Math.abs)));
  return asked({ kind: 'compare-moves', moves: [...sizes], ...changesOf(earlierMove(said), changes) });
};
