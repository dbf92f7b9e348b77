import { type BasisPoints, basisPoints, type Percent, percent, type UsdMillions, usdMillions } from '../units.ts';
import type { Borrower } from './borrower.ts';
import { isRefined, type MoveLimit, type RateMoveEffect } from './note-sum.ts';
import { deepestCut, effectOf } from './rate-move.ts';

/** The move that brings a wanted change, or why none does. */
export type SolvedMove =
  /** Negative for a cut. It may be larger than any the Fed has made; who asks decides what is too large. */
  | { readonly kind: 'move'; readonly move: BasisPoints }
  /** A cut would have to go on past the point where it brings no more. */
  | {
      readonly kind: 'floor-first';
      /** What the formula alone asks for. */
      readonly unfloored: BasisPoints;
      readonly floorAt: BasisPoints;
      /** What ends the cut there. */
      readonly by: MoveLimit['by'];
      /** The most a cut can bring: the effect of the move that goes as far as one can. */
      readonly most: RateMoveEffect;
    }
  /** No debt floats, or so little that no finite move brings the change. */
  | { readonly kind: 'no-floating-debt' }
  /** Without a profit there is no percentage of it. */
  | { readonly kind: 'no-profit' };

/**
 * Which move of the rate saves a wanted amount of interest a year: the inverse of {@link effectOf}.
 *
 * fall in rate = saving ÷ floating debt (less what is hedged, times what lenders hand on); move = −fall in rate
 *
 * @param baseRate the Fed's rate before the move, percent, where it is known
 * @param saving US$ millions a year, before tax; negative asks for a rise in interest, and gives a hike
 * @returns basis points, unrounded, negative for a cut
 * @see note 000, "Debt Sensitivity Dynamics", steps 2 and 4, solved for the rate
 * @example
 * moveForSaving(SMALL_CAP, usdMillions(5)) // a move of −95.711182 bp: 5 ÷ 522.405 is 0.957112 %
 */
export const moveForSaving = (borrower: Borrower, saving: UsdMillions, baseRate?: Percent): SolvedMove => {
  if (saving === 0) return { kind: 'move', move: basisPoints(0) };
  const fallBps = (saving / repricingDebtOf(borrower)) * 10_000;
  if (!Number.isFinite(fallBps)) return { kind: 'no-floating-debt' };
  const move = basisPoints(0 - fallBps);
  const { limit } = effectOf(borrower, move, baseRate);
  if (limit === undefined) return { kind: 'move', move };
  // a loan floor holds the rate for the first part of a hike
  if (move > 0) return { kind: 'move', move: basisPoints(move + limit.at) };
  const most = effectOf(borrower, limit.at, baseRate);
  return { kind: 'floor-first', unfloored: move, floorAt: limit.at, by: limit.by, most };
};

/**
 * Which move of the rate changes net income by a wanted percentage: the inverse of {@link effectOf}.
 *
 * saving = net income × lift; then as in {@link moveForSaving}
 *
 * @param lift percent of net income, before tax; negative asks for a fall, and gives a hike
 * @returns basis points, unrounded, negative for a cut
 * @example
 * moveForLift(SMALL_CAP, percent(10)) // a move of −113.896307 bp: 5.95 ÷ 522.405 is 1.138963 %
 * moveForLift(LARGE_CAP, percent(10)) // floor first: 2,142.063935 bp, but the rate is zero from 400 bp, at 1.867358 %
 */
export const moveForLift = (borrower: Borrower, lift: Percent, baseRate?: Percent): SolvedMove => {
  if (borrower.netIncome <= 0) return { kind: 'no-profit' };
  const change = usdMillions((borrower.netIncome * lift) / 100);
  return isRefined(borrower) ? moveForChange(borrower, change, baseRate) : moveForSaving(borrower, change, baseRate);
};

/** The floating debt that a move reaches: without what is hedged, and as far as lenders hand the move on. */
const repricingDebtOf = (borrower: Borrower): number => {
  const { floatingDebt } = effectOf(borrower, basisPoints(0));
  const { hedgedShare = 0, passThrough = 100 } = borrower;
  return floatingDebt * (1 - hedgedShare / 100) * (passThrough / 100);
};

const MOST_HIKE_BPS = 1e7;
/** Halvings of the span in which the move lies: the last one is far below the precision of a number. */
const HALVINGS = 120;

/** Cash, taxes and their cap bend the line from a move to net income: the move is found by halving. */
const moveForChange = (borrower: Borrower, change: UsdMillions, baseRate: Percent | undefined): SolvedMove => {
  if (change === 0) return { kind: 'move', move: basisPoints(0) };
  const at = (bps: number): number => effectOf(borrower, basisPoints(bps), baseRate).change;
  const brings = (bps: number): boolean => at(bps) !== 0 && Math.sign(at(bps)) === Math.sign(change);
  const way = brings(-1) ? -1 : brings(1) ? 1 : undefined;
  if (way === undefined) return { kind: 'no-floating-debt' };
  const isReached = (bps: number): boolean => Math.abs(at(bps)) >= Math.abs(change);
  const deepest = way < 0 ? deepestCut(borrower, baseRate) : undefined;
  const furthest = deepest?.limit.at ?? MOST_HIKE_BPS;
  if (!isReached(furthest)) {
    if (deepest === undefined) return { kind: 'no-floating-debt' };
    const { limit, ...most } = deepest;
    return {
      kind: 'floor-first',
      unfloored: basisPoints((way * change) / Math.abs(at(way)) / Math.sign(change)),
      floorAt: limit.at,
      by: limit.by,
      most: { ...most, limit },
    };
  }
  let [short, far] = [0, furthest as number];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (short + far) / 2;
    if (isReached(middle)) far = middle;
    else short = middle;
  }
  return { kind: 'move', move: basisPoints(far) };
};

/** The floating share that brings a wanted change, or why none does. */
export type SolvedShare =
  /** Percent of debt, 0 to 100. */
  | { readonly kind: 'share'; readonly share: Percent }
  /** More than all debt would have to float. */
  | { readonly kind: 'impossible'; readonly asked: Percent; readonly most: RateMoveEffect }
  /** Nothing that floats brings it: no debt, no move that reaches the rate, or a change that the move does not go with. */
  | { readonly kind: 'never' }
  | { readonly kind: 'no-profit' };

/**
 * Which floating share makes a move change net income by a wanted percentage: share = lift ÷ the lift if all debt floated.
 *
 * @param lift percent of net income, before tax; with the sign of what the move brings
 * @example
 * shareForLift(SMALL_CAP, basisPoints(-100), percent(10)) // 51.253338 %: 10 ÷ 19.510924 %
 * shareForLift(LARGE_CAP, basisPoints(-100), percent(10)) // impossible: 192.785754 %
 */
export const shareForLift = (borrower: Borrower, move: BasisPoints, lift: Percent, baseRate?: Percent): SolvedShare => {
  if (borrower.netIncome <= 0) return { kind: 'no-profit' };
  const most = effectOf({ ...borrower, floatingShare: percent(100) }, move, baseRate);
  const whole = most.netIncome.kind === 'lift' ? most.netIncome.lift : 0;
  const asked = (lift / whole) * 100;
  if (!Number.isFinite(asked) || asked < 0)
    return lift === 0 ? { kind: 'share', share: percent(0) } : { kind: 'never' };
  return asked <= 100 ? { kind: 'share', share: percent(asked) } : { kind: 'impossible', asked: percent(asked), most };
};
