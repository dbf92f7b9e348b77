import { type Percent, percent } from '../units.ts';
import type { RateMoveEffect } from './rate-move.ts';

/**
 * The change in EBITDA that takes net income back to where it was before the move, every other cost unchanged:
 * −saving ÷ EBITDA.
 *
 * @returns percent of EBITDA, before tax: negative after a cut, positive after a hike
 * @example
 * ebitdaChangeUndoing(effectOf(SMALL_CAP, basisPoints(-100))) // −2.925000 %: 5.22405 ÷ 178.6
 * ebitdaChangeUndoing(effectOf(LARGE_CAP, basisPoints(-100))) // −0.207000 %: 17.7399 ÷ 8,570
 */
export const ebitdaChangeUndoing = ({ borrower, saving }: RateMoveEffect): Percent =>
  percent((-saving / borrower.ebitda) * 100);
