import { type Percent, percent } from '../units.ts';

/** A month in which the rate may change once: the old rate holds for its first days, the new one for the rest. */
export interface MonthSplit {
  /** Days in the month. */
  readonly days: number;
  /** Days the old rate holds: up to and including the day of the decision, since a new range takes effect the day after. */
  readonly oldRateDays: number;
  /** Mean rate over all calendar days, percent: 100 less the contract's price. */
  readonly average: number;
}

/**
 * average = (d ÷ N) × start + ((N − d) ÷ N) × end, solved for the rate before the meeting.
 * @see CME Group, "Fed Funds Futures Probability Tree Calculator"
 * @example startGivenEnd({ days: 30, oldRateDays: 20, average: 2.5525 }, 3.06) // 2.29875
 */
export const startGivenEnd = ({ days, oldRateDays, average }: MonthSplit, end: number): Percent =>
  percent((average - ((days - oldRateDays) / days) * end) / (oldRateDays / days));

/**
 * The same sum, solved for the rate after the meeting.
 * @example endGivenStart({ days: 30, oldRateDays: 16, average: 0.195 }, 0.1325) // 0.266429
 */
export const endGivenStart = ({ days, oldRateDays, average }: MonthSplit, start: number): Percent =>
  percent((average - (oldRateDays / days) * start) / ((days - oldRateDays) / days));

/**
 * The least share of a month by which an average may be divided. At a quarter, half a basis point in a price becomes two
 * in the rate, 8 points of odds; for a meeting on the 28th, dividing by the 3 days left would make it 21 points.
 */
const LEAST_SHARE = 0.25;

export const canSolveStart = ({ days, oldRateDays }: Omit<MonthSplit, 'average'>): boolean =>
  oldRateDays / days >= LEAST_SHARE;
export const canSolveEnd = ({ days, oldRateDays }: Omit<MonthSplit, 'average'>): boolean =>
  (days - oldRateDays) / days >= LEAST_SHARE;
