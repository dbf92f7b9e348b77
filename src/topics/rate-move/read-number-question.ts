import { hasAny, rateWays, type Scope } from '../../language/index.ts';
import { LARGE_CAP, moveForLift, moveForSaving, SMALL_CAP } from '../../sensitivity/index.ts';
import { multiple, percent, usdMillions } from '../../units.ts';
import type { CompareMovesQuestion } from '../compare-moves/question.ts';
import type { SolveQuestion } from '../solve/question.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from './question.ts';
import { moveButtonName } from './read-assumed.ts';
import type { Turned } from './read-turned.ts';

/** A question of numbers that follow-ups change. */
export type NumberQuestion = RateMoveQuestion | CompareMovesQuestion | SolveQuestion;

const DECIMALS = 10_000;

/**
 * The move that a question solves for, in basis points, negative for a cut: of the one company asked about, else of
 * SmallCap. Undefined where no move brings the change, or none within reach.
 */
const solvedMove = ({ only = 'small', target, small, large }: SolveQuestion): number | undefined => {
  const { floatingShare, debtToEbitda, rate, loanFloor, ebitda, netIncome } = { ...(only === 'small' ? small : large) };
  const noted = only === 'small' ? SMALL_CAP : LARGE_CAP;
  const borrower = {
    ...noted,
    ...(floatingShare !== undefined && { floatingShare: percent(floatingShare) }),
    ...(debtToEbitda !== undefined && { debtToEbitda: multiple(debtToEbitda) }),
    ...(rate !== undefined && { rate: percent(rate) }),
    ...(loanFloor !== undefined && { loanFloor: percent(loanFloor) }),
    ...(ebitda !== undefined && { ebitda: usdMillions(ebitda) }),
    ...(netIncome !== undefined && { netIncome: usdMillions(netIncome) }),
  };
  const solved =
    target.of === 'lift'
      ? moveForLift(borrower, percent(target.percent))
      : moveForSaving(borrower, usdMillions(target.millions));
  if (solved.kind !== 'move' || Math.abs(solved.move) > LARGEST_MOVE_BPS) return undefined;
  return Math.round(solved.move * DECIMALS) / DECIMALS;
};

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 + 0;

/** Every size in it made another; how a size was read and added up is forgotten. */
export const resized = (
  standing: NumberQuestion,
  size: (bps: number) => number,
  wanted: (change: number) => number,
): NumberQuestion => {
  switch (standing.kind) {
    case 'rate-move': {
      const { parts, levels: __, readAs: ___, ...rest } = standing;
      const moveBps = rounded(size(standing.moveBps));
      const resizedParts = parts?.map((part) => ({ ...part, moveBps: rounded(size(part.moveBps)) }));
      const isSum = resizedParts?.reduce((sum, part) => sum + part.moveBps, 0) === moveBps;
      return { ...rest, moveBps, ...(resizedParts && isSum && { parts: resizedParts }) };
    }
    case 'compare-moves':
      return { ...standing, moves: [...new Set(standing.moves.map((bps) => rounded(size(bps))))] };
    case 'solve': {
      const { target } = standing;
      return {
        ...standing,
        target:
          target.of === 'lift'
            ? { of: 'lift', percent: rounded(wanted(target.percent)) }
            : { of: 'saving', millions: rounded(wanted(target.millions)) },
      };
    }
  }
};

/** The same, of one company or of both. */
export const scoped = (one: NumberQuestion, scope: Scope): NumberQuestion => {
  const { only: _, ...rest } = one;
  return scope === 'both' ? rest : { ...rest, only: scope };
};

/** The same comparison of other moves; one that is left alone is a move. */
export const comparing = (
  { moves: _, kind: __, ...rest }: CompareMovesQuestion,
  moves: readonly number[],
): NumberQuestion => {
  const [only, second] = moves;
  return only !== undefined && second === undefined
    ? { kind: 'rate-move', moveBps: only, ...rest }
    : { kind: 'compare-moves', moves: [...moves], ...rest };
};

/** The move that was solved for, of both companies unless the one it was solved for is kept. */
export const asMove = (one: NumberQuestion, isOfOne = false): RateMoveQuestion | undefined => {
  if (one.kind !== 'solve') return undefined;
  const moveBps = solvedMove(one);
  const { kind: _, target: __, only, ...rest } = one;
  return moveBps === undefined ? undefined : { kind: 'rate-move', moveBps, ...rest, ...(isOfOne && only && { only }) };
};

/** As a button asks it. */
export const numberButtonName = (one: NumberQuestion): string =>
  one.kind === 'rate-move'
    ? moveButtonName(one)
    : one.kind === 'compare-moves'
      ? compareName(one.moves)
      : `Move for ${one.target.of === 'lift' ? `${one.target.percent}% net income` : `$${one.target.millions}m`}`;

/** `Compare hikes of 25 and 50 bp`, 30 characters at most. */
export const compareName = (moves: readonly number[]): string => {
  const way = moves.every((bps) => bps <= 0) ? '' : moves.every((bps) => bps >= 0) ? 'hikes of ' : '';
  const sizes = moves.map((bps) => (bps > 0 && way === '' ? `+${bps}` : bps === 0 ? 'hold' : String(Math.abs(bps))));
  return `Compare ${way}${sizes.slice(0, -1).join(', ')} and ${sizes.at(-1)} bp`.slice(0, 30);
};

/** Whether everything in it is within reach. */
export const isWithin = (one: NumberQuestion): boolean =>
  one.kind === 'rate-move'
    ? Math.abs(one.moveBps) <= LARGEST_MOVE_BPS
    : one.kind === 'compare-moves'
      ? one.moves.length > 1 && one.moves.length <= 4 && one.moves.every((bps) => Math.abs(bps) <= LARGEST_MOVE_BPS)
      : Math.abs(one.target.of === 'lift' ? one.target.percent / 1_000 : one.target.millions / 100_000) <= 1;

/** `up two?`, `and for a 3 pct drop`, behind a change of income that was asked for: a direction of that change, and not of the rate. */
export const isOfTarget = ({ utterance, figures: { free }, numbers }: Turned): boolean =>
  numbers.active === 'solve' &&
  !hasAny(utterance, 'rate', 'fed') &&
  free.every(({ unit }) => unit === '%' || unit === undefined) &&
  rateWays(utterance).every(({ isStrong, way }) => !isStrong && way !== 'hold');
