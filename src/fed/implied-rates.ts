import { type IsoMonth, type Percent, percent } from '../units.ts';

/** A month in which the rate may change once: the old rate counts for its first days, the new one for the rest. */
interface MonthSplit {
  /** Days in the month. */
  readonly days: number;
  /** Days the old rate counts: those before the decision, as in the exchange's sheets, though the range itself changes a day later. */
  readonly oldRateDays: number;
  /** Mean rate over all calendar days, percent: 100 less the contract's price. */
  readonly average: number;
}

/**
 * The rate before a meeting, percent a year, from the month's average and the rate after it. With N days and a decision
 * on day d: average = ((d − 1) ÷ N) × start + ((N − d + 1) ÷ N) × end, solved for the start.
 * @see CME Group, "Fed Funds Futures Probability Tree Calculator"
 * @example startGivenEnd({ days: 30, oldRateDays: 20, average: 2.5525 }, 3.06) // 2.29875
 */
export const startGivenEnd = ({ days, oldRateDays, average }: MonthSplit, end: number): Percent =>
  percent((average - ((days - oldRateDays) / days) * end) / (oldRateDays / days));

/**
 * The rate after a meeting, percent a year, from the month's average and the rate before it: the same sum, solved for the end.
 * @see CME Group, "Understanding the CME Group FedWatch Tool Methodology"
 * @example endGivenStart({ days: 30, oldRateDays: 16, average: 0.195 }, 0.1325) // 0.266429
 */
export const endGivenStart = ({ days, oldRateDays, average }: MonthSplit, start: number): Percent =>
  percent((average - (oldRateDays / days) * start) / ((days - oldRateDays) / days));

/**
 * The fewest days by which an average may be divided. Over ten of 31 days, half a basis point in a price becomes one and
 * a half in the rate, 6 points of odds; over the nine before a meeting on the 9th it would be 8, over the last three 21.
 */
const FEWEST_DAYS = 10;

/** True where the old rate counts for enough days. @example canSolveStart({ days: 31, oldRateDays: 8 }) // false */
export const canSolveStart = ({ oldRateDays }: Omit<MonthSplit, 'average'>): boolean => oldRateDays >= FEWEST_DAYS;
/** True where the new rate counts for enough days. @example canSolveEnd({ days: 31, oldRateDays: 27 }) // false */
export const canSolveEnd = ({ days, oldRateDays }: Omit<MonthSplit, 'average'>): boolean =>
  days - oldRateDays >= FEWEST_DAYS;

/** One month as the solver needs it. */
export interface PlannedMonth {
  readonly month: IsoMonth;
  readonly days: number;
  /** Day of the month of the decision; absent where there is no meeting. */
  readonly decisionDay?: number;
  /** Mean rate in percent; absent where its contract has no usable price. */
  readonly average?: number;
}

/** How much a rate rises, in percentage points, where one month's average rises by one. The weights sum to 1. */
export type RateWeights = ReadonlyMap<IsoMonth, number>;

/** A rate in percent, and the months it was solved from. */
interface SolvedRate {
  readonly rate: number;
  readonly weights: RateWeights;
}

/** What is known of a month: the rate it opens with and the rate it ends with. */
export interface SolvedMonth {
  readonly start?: SolvedRate;
  readonly end?: SolvedRate;
}

type Slot = { start?: SolvedRate; end?: SolvedRate };

/** The days of the month before and from its decision on. */
export const splitOf = ({ days, decisionDay = 1 }: Pick<PlannedMonth, 'days' | 'decisionDay'>) => ({
  days,
  oldRateDays: decisionDay - 1,
});

/** The weights of a rate solved from a month of its own and another rate: linear in both, so they scale as the rates do. */
const solvedWeights = (month: IsoMonth, solve: (average: number, other: number) => number, other: RateWeights) => {
  const [own, scale] = [solve(1, 0), solve(0, 1)];
  const weights = new Map([...other].map(([from, weight]) => [from, weight * scale] as const));
  return weights.set(month, (weights.get(month) ?? 0) + own);
};

const solved = (
  month: IsoMonth,
  average: number,
  other: SolvedRate,
  solve: (average: number, rate: number) => number,
) => ({ rate: solve(average, other.rate), weights: solvedWeights(month, solve, other.weights) });

/** The end of a month from its start and its own contract; undefined where it is known already, or cannot be solved. */
const forward = (planned: PlannedMonth, { start, end }: Slot): SolvedRate | undefined => {
  const { average, month } = planned;
  const split = splitOf(planned);
  if (end !== undefined || start === undefined || average === undefined || !canSolveEnd(split)) return undefined;
  return solved(month, average, start, (mean, rate) => endGivenStart({ ...split, average: mean }, rate));
};

/** The start of a month from its end and its own contract; undefined where it is known already, or cannot be solved. */
const backward = (planned: PlannedMonth, { start, end }: Slot): SolvedRate | undefined => {
  const { average, month } = planned;
  const split = splitOf(planned);
  if (start !== undefined || end === undefined || average === undefined || !canSolveStart(split)) return undefined;
  return solved(month, average, end, (mean, rate) => startGivenEnd({ ...split, average: mean }, rate));
};

/** Rates join: what one month ends with, the next one opens with. */
const join = (slots: readonly Slot[]): void => {
  for (const [at, slot] of slots.entries()) {
    const next = slots[at + 1];
    if (next === undefined) continue;
    if (slot.end !== undefined) next.start ??= slot.end;
    else if (next.start !== undefined) slot.end = next.start;
  }
};

/** Fills in the first month that a step can solve. True where there was one. */
const takeStep = (
  plan: readonly PlannedMonth[],
  slots: readonly Slot[],
  key: 'start' | 'end',
  isTurn: (at: number) => boolean = () => true,
): boolean => {
  for (const [at, planned] of plan.entries()) {
    if (planned.decisionDay === undefined || !isTurn(at)) continue;
    const slot = slots[at] as Slot;
    const found = key === 'end' ? forward(planned, slot) : backward(planned, slot);
    if (found === undefined) continue;
    slot[key] = found;
    return true;
  }
  return false;
};

/**
 * The rate each month opens and ends with, from its contracts alone. A month without a meeting stands at its average
 * throughout and anchors both neighbours; rates join, so one month's end is the next one's start. What is not anchored is
 * solved from the month's own contract, the steadiest first: forward from a month without a meeting, back from one, then
 * back and forward from whatever has become known. What would need a division by few days stays unknown. Where both ends
 * of a month are known without it, its own contract is not used.
 *
 * @param plan months in order, none left out
 * @returns one entry a month of the plan, in order; a rate that cannot be solved is absent
 */
export const solveMonths = (plan: readonly PlannedMonth[]): readonly SolvedMonth[] => {
  const slots: Slot[] = plan.map(({ month, decisionDay, average }) => {
    if (decisionDay !== undefined || average === undefined) return {};
    const anchor = { rate: average, weights: new Map([[month, 1]]) };
    return { start: anchor, end: anchor };
  });
  const isQuiet = (at: number) => plan[at] !== undefined && plan[at].decisionDay === undefined;
  do join(slots);
  while (
    takeStep(plan, slots, 'end', (at) => isQuiet(at - 1)) ||
    takeStep(plan, slots, 'start', (at) => isQuiet(at + 1)) ||
    takeStep(plan, slots, 'start') ||
    takeStep(plan, slots, 'end')
  );
  return slots;
};
