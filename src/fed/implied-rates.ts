import type { Month } from './contracts.ts';
import { canSolveEnd, canSolveStart, endGivenStart, startGivenEnd } from './implied-month.ts';

/** One month as the solver needs it. */
export interface PlannedMonth {
  readonly month: Month;
  readonly days: number;
  /** Day of the month of the decision; absent where there is no meeting. */
  readonly decisionDay?: number;
  /** Mean rate in percent; absent where its contract has no usable price. */
  readonly average?: number;
}

/** A rate in percent, and the contracts it was solved from. */
export interface SolvedRate {
  readonly rate: number;
  readonly from: readonly Month[];
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
 * @param opening the rate the first month opened with, where it was observed
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
