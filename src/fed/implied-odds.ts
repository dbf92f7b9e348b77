import { type BasisPoints, basisPoints } from '../units.ts';

/** One size of move and how likely it is. */
export interface MoveOdds {
  /** A multiple of 25; negative is a cut, 0 a hold. */
  readonly move: BasisPoints;
  /** 0 to 1, unrounded. */
  readonly probability: number;
}

const STEP_BPS = 25;
/** A point either way: prices that imply more are at fault sooner than right. */
const MOST_STEPS = 4;
/** A change this near to a whole number of steps is that number, and floating point made the rest. */
const NOISE = 1e-9;

/** The odds of each move at one meeting. */
interface StepOdds {
  /** Smallest move first; they sum to 1, and none is 0. */
  readonly outcomes: readonly MoveOdds[];
  /** True where the prices imply a move beyond 100 bp, and 100 bp is put in its place. */
  readonly isClamped: boolean;
}

/**
 * The odds of each quarter-point move at one meeting. x = (end − start) ÷ 0.25, held within −4 and 4; k = the whole
 * number below x and f = x − k: k steps with probability 1 − f, k + 1 steps with probability f.
 *
 * @param start rate before the meeting, percent
 * @param end rate after it, percent
 * @example stepOdds(4, 3.675).outcomes // x = −1.3: −50 bp with 0.3, −25 bp with 0.7
 */
export const stepOdds = (start: number, end: number): StepOdds => {
  const raw = ((end - start) * 100) / STEP_BPS;
  const held = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, raw));
  const steps = Math.abs(held - Math.round(held)) < NOISE ? Math.round(held) : held;
  const below = Math.floor(steps);
  const outcomes = [
    { move: basisPoints(below * STEP_BPS), probability: 1 - (steps - below) },
    { move: basisPoints((below + 1) * STEP_BPS), probability: steps - below },
  ];
  return {
    outcomes: outcomes.filter(({ probability }) => probability > 0),
    isClamped: Math.abs(raw) > MOST_STEPS + NOISE,
  };
};

/**
 * The odds of every sum of two independent moves: P(sum = s) = Σ P(first = m) × P(second = s − m).
 *
 * @returns smallest sum first
 * @example a 25 bp hike at 0.374, then one at 0.524: 0 with 0.298, 25 with 0.506, 50 with 0.196
 */
export const convolve = (first: readonly MoveOdds[], second: readonly MoveOdds[]): readonly MoveOdds[] => {
  const sums = new Map<number, number>();
  for (const one of first) {
    for (const other of second) {
      const move = one.move + other.move;
      sums.set(move, (sums.get(move) ?? 0) + one.probability * other.probability);
    }
  }
  return [...sums]
    .sort(([one], [other]) => one - other)
    .map(([move, probability]) => ({ move: basisPoints(move), probability }));
};

/** The probability-weighted move, Σ probability × move, unrounded. @example 30 % of −50, 70 % of −25 // −32.5 */
export const expectedMove = (outcomes: readonly MoveOdds[]): BasisPoints =>
  basisPoints(outcomes.reduce((sum, { move, probability }) => sum + move * probability, 0));

/** How likely a move down, none and a move up are; 0 to 1, together 1. */
export interface Directions {
  readonly cut: number;
  readonly hold: number;
  readonly hike: number;
}

/**
 * The probabilities of all cuts, of a hold and of all hikes, each summed.
 * @example 30 % of −50, 70 % of −25 // cut 1, hold 0, hike 0
 */
export const directionsOf = (outcomes: readonly MoveOdds[]): Directions => {
  const share = (isCounted: (move: number) => boolean): number =>
    outcomes.reduce((sum, { move, probability }) => (isCounted(move) ? sum + probability : sum), 0);
  return { cut: share((move) => move < 0), hold: share((move) => move === 0), hike: share((move) => move > 0) };
};
