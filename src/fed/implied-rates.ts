import { type IsoMonth, type Percent, percent } from '../units.ts';

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
 * The rate before a meeting, percent a year, from the month's average and the rate after it:
 * average = (d ÷ N) × start + ((N − d) ÷ N) × end, solved for the rate before the meeting.
 * @see CME Group, "Fed Funds Futures Probability Tree Calculator"
 * @example startGivenEnd({ days: 30, oldRateDays: 20, average: 2.5525 }, 3.06) // 2.29875
 */
export const startGivenEnd = ({ days, oldRateDays, average }: MonthSplit, end: number): Percent =>
  percent((average - ((days - oldRateDays) / days) * end) / (oldRateDays / days));

/**
 * The rate after a meeting, percent a year, from the month's average and the rate before it: the same sum, solved for end.
 * @see CME Group, "Understanding the CME Group FedWatch Tool Methodology"
 * @example endGivenStart({ days: 30, oldRateDays: 16, average: 0.195 }, 0.1325) // 0.266429
 */
export const endGivenStart = ({ days, oldRateDays, average }: MonthSplit, start: number): Percent =>
  percent((average - (oldRateDays / days) * start) / ((days - oldRateDays) / days));

/**
 * The least share of a month by which an average may be divided. At a quarter, half a basis point in a price becomes two
 * in the rate, 8 points of odds; for a meeting on the 28th, dividing by the 3 days left would make it 21 points.
 */
const LEAST_SHARE = 0.25;

/** True where the old rate holds for at least a quarter of the month. @example canSolveStart({ days: 30, oldRateDays: 7 }) // false */
export const canSolveStart = ({ days, oldRateDays }: Omit<MonthSplit, 'average'>): boolean =>
  oldRateDays / days >= LEAST_SHARE;
/** True where the new rate holds for at least a quarter of the month. @example canSolveEnd({ days: 30, oldRateDays: 28 }) // false */
export const canSolveEnd = ({ days, oldRateDays }: Omit<MonthSplit, 'average'>): boolean =>
  (days - oldRateDays) / days >= LEAST_SHARE;

/** One month as the solver needs it. */
export interface PlannedMonth {
  readonly month: IsoMonth;
  readonly days: number;
  /** Day of the month of the decision; absent where there is no meeting. */
  readonly decisionDay?: number;
  /** Mean rate in percent; absent where its contract has no usable price. */
  readonly average?: number;
}

/** A rate in percent, and the contracts it was solved from. */
export interface SolvedRate {
  readonly rate: number;
  readonly from: readonly IsoMonth[];
}

/** What is known of a month: the rate it opens with and the rate it ends with. */
export interface SolvedMonth {
  readonly start?: SolvedRate;
  readonly end?: SolvedRate;
}

type Slots = { start?: SolvedRate; end?: SolvedRate }[];

const split = ({ days, decisionDay = days }: PlannedMonth) => ({ days, oldRateDays: decisionDay });

/** From the last month to the first: a month's end is the next one's start, and its average then gives its own start. */
const sweepBack = (plan: readonly PlannedMonth[], slots: Slots): void => {
  for (let at = plan.length - 1; at >= 0; at -= 1) {
    const [planned, slot] = [plan[at] as PlannedMonth, slots[at] as Slots[number]];
    const { average, month } = planned;
    if (planned.decisionDay === undefined) {
      if (average !== undefined) slot.start ??= slot.end ??= { rate: average, from: [month] };
      continue;
    }
    const next = slots[at + 1]?.start;
    if (next !== undefined) slot.end ??= next;
    if (slot.end === undefined || average === undefined || !canSolveStart(split(planned))) continue;
    slot.start ??= {
      rate: startGivenEnd({ ...split(planned), average }, slot.end.rate),
      from: [month, ...slot.end.from],
    };
  }
};

/** From the first month to the last: where the end is not known from behind, the start gives it. */
const sweepOn = (plan: readonly PlannedMonth[], slots: Slots): void => {
  for (const [at, planned] of plan.entries()) {
    const slot = slots[at] as Slots[number];
    if (planned.decisionDay === undefined) continue;
    const { average, month } = planned;
    const before = slots[at - 1]?.end;
    if (before !== undefined) slot.start ??= before;
    if (slot.start === undefined || average === undefined || !canSolveEnd(split(planned))) continue;
    slot.end ??= {
      rate: endGivenStart({ ...split(planned), average }, slot.start.rate),
      from: [...slot.start.from, month],
    };
  }
};

const known = (slots: Slots): number => slots.flatMap((slot) => [slot.start, slot.end]).filter(Boolean).length;

/**
 * The rate each month opens and ends with. A month without a meeting stands at its average throughout; rates join, so
 * one month's end is the next one's start. Backward first, then forward, until nothing more is found; what cannot be
 * found without dividing by a small share of a month stays unknown. Behind a month without a meeting the next meeting may
 * start a little off that month's mean: its start is solved from its own month, as the exchange's sheets do it.
 *
 * @param plan months in order, none left out
 * @param opening the rate the first month opened with, percent a year, where it was observed
 * @returns one entry a month of the plan, in order; a rate that cannot be solved is absent
 */
export const solveMonths = (plan: readonly PlannedMonth[], opening?: number): readonly SolvedMonth[] => {
  const slots: Slots = plan.map(() => ({}));
  if (opening !== undefined && slots[0] !== undefined) slots[0].start = { rate: opening, from: [] };
  for (let before = -1; before < known(slots); ) {
    before = known(slots);
    sweepBack(plan, slots);
    if (known(slots) === before) sweepOn(plan, slots);
  }
  return slots;
};
