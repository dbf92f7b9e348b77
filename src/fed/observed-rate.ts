import { addDays, dateFrom } from '../calendar/index.ts';
import { type IsoDate, type Percent, percent } from '../units.ts';
import type { Month } from './contracts.ts';

/** The effective federal funds rate of a day, percent; absent where it is not out yet. */
export interface EffectiveDay {
  readonly on: IsoDate;
  readonly effective?: Percent;
}

export interface ObservedMean {
  /** Mean over the month's calendar days from the first known one, percent. */
  readonly mean: Percent;
  /** The last day that is counted: the newest with a rate. */
  readonly through: IsoDate;
}

/**
 * The mean effective rate over the elapsed days of a month, as fed funds futures settle: every calendar day counts, and a
 * day without a rate of its own (a weekend, a holiday) carries that of the day before.
 *
 * @param days ascending; those before the month serve to carry into its first days
 * @returns undefined where no day of the month has a rate yet
 * @example Friday the 1st at 3.60 %, Monday the 4th at 3.64 %: (3 × 3.60 + 3.64) ÷ 4 = 3.61 % through the 4th
 */
export const observedMean = (days: readonly EffectiveDay[], month: Month): ObservedMean | undefined => {
  const first = dateFrom(Number(month.slice(0, 4)), Number(month.slice(5)), 1);
  const byDay = new Map(
    days.flatMap(({ on, effective }) => (effective === undefined ? [] : [[on, effective] as const])),
  );
  const through = [...byDay.keys()].filter((on) => on.startsWith(month)).at(-1);
  if (through === undefined) return undefined;
  let carried = [...byDay].filter(([on]) => on < first).at(-1)?.[1];
  let [sum, counted] = [0, 0];
  for (let on = first; on <= through; on = addDays(on, 1)) {
    carried = byDay.get(on) ?? carried;
    if (carried === undefined) continue;
    sum += carried;
    counted += 1;
  }
  return { mean: percent(sum / counted), through };
};
