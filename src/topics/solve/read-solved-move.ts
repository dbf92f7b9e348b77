import { LARGE_CAP, moveForLift, moveForSaving, SMALL_CAP } from '../../sensitivity/index.ts';
import { multiple, percent, usdMillions } from '../../units.ts';
import { LARGEST_MOVE_BPS } from '../rate-move/question.ts';
import type { SolveQuestion } from './question.ts';

const DECIMALS = 10_000;

/**
 * The move that a question solves for, in basis points, negative for a cut: of the one company asked about, else of
 * SmallCap. Undefined where no move brings the change, or none within reach.
 */
export const solvedMove = ({ only = 'small', target, small, large }: SolveQuestion): number | undefined => {
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
