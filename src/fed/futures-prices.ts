import { addDays, firstDayOf, sessionsBetween } from '../calendar/index.ts';
import { type IsoDate, type IsoMonth, type Percent, percent } from '../units.ts';

/** The last price of one month's 30-day fed funds future. */
export interface FuturesPrice {
  readonly month: IsoMonth;
  /** 100 less the month's mean rate in percent: 96.105 says 3.895 %. */
  readonly price: number;
  /** The session of the price. */
  readonly asOf: IsoDate;
}

const MONTH_LETTERS = 'FGHJKMNQUVXZ';

/** The CME's code of a month's 30-day fed funds future. @example contractCode('2026-10') // ZQV26 */
export const contractCode = (month: IsoMonth): string =>
  `ZQ${MONTH_LETTERS[Number(month.slice(5)) - 1]}${month.slice(2, 4)}`;

/** The effective federal funds rate of a day, percent; absent where it is not out yet. */
export interface EffectiveDay {
  readonly on: IsoDate;
  readonly effective?: Percent;
}

/** The mean rate of the elapsed days of a month. */
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
 * @returns percent, unrounded; undefined where no day of the month has a rate yet
 * @example Friday the 1st at 3.60 %, Monday the 4th at 3.64 %: (3 × 3.60 + 3.64) ÷ 4 = 3.61 % through the 4th
 */
export const observedMean = (days: readonly EffectiveDay[], month: IsoMonth): ObservedMean | undefined => {
  const first = firstDayOf(month);
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

/** A contract's price is used up to this many sessions after its day. */
const MOST_SESSIONS_OLD = 3;

/** A month's contract as far as it can be used on a day. */
export type ContractState =
  | { readonly kind: 'usable'; readonly price: FuturesPrice }
  | { readonly kind: 'missing-contract'; readonly month: IsoMonth }
  | { readonly kind: 'stale-contract'; readonly month: IsoMonth; readonly asOf: IsoDate };

/**
 * The newest price of a month that was known on a day, and whether it is still usable: at most three sessions of the stock
 * exchange old.
 * @param today later prices are not looked at
 * @example a price of Friday 2026-09-18 is usable until Wednesday the 23rd, stale on the 24th
 */
export const contractState = (prices: readonly FuturesPrice[], month: IsoMonth, today: IsoDate): ContractState => {
  const known = prices.filter((one) => one.month === month && one.asOf <= today && Number.isFinite(one.price));
  const price = known.toSorted((one, other) => (one.asOf < other.asOf ? 1 : -1))[0];
  if (price === undefined) return { kind: 'missing-contract', month };
  const age = sessionsBetween(price.asOf, today);
  return age.kind === 'counted' && age.sessions <= MOST_SESSIONS_OLD
    ? { kind: 'usable', price }
    : { kind: 'stale-contract', month, asOf: price.asOf };
};
