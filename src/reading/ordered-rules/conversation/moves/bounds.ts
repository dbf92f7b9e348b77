import { LARGEST_MOVE_BPS } from '../../../../topics/rate-move/question.ts';
import type { ReadingResult } from '../../../../topics/turn.ts';

/** Basis points that are answered, either way. */
export const isInBounds = (bps: number): boolean => Math.abs(bps) <= LARGEST_MOVE_BPS;

/** What is said of a size beyond those; a number is a size in basis points. */
export const outOfBounds = (size: string | number): ReadingResult => ({
  kind: 'unclear',
  reason: 'out-of-range',
  words: typeof size === 'number' ? `${Math.abs(size)} bp` : size,
});
