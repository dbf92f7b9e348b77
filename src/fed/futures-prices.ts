import { addDays, firstDayOf, lastDayOfMonth, sessionsBetween } from '../calendar/index.ts';
import { type IsoDate, type IsoMonth, isoMonthOf, type Percent } from '../units.ts';

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

/** A weekend and a holiday beside it. A longer gap is a hole in the data. */
const MOST_DAYS_CARRIED = 3;

/**
 * What the contract of a month that has ended settled at: 100 less the mean effective rate over all its calendar days; a
 * day without a rate of its own (a weekend, a holiday) carries that of the day before.
 *
 * @param days ascending; those before the month serve to carry into its first days
 * @returns undefined where the rates leave more than three days in a row open, or do not reach to the end of the month
 * @example May 2026 at 3.60 % to Thursday the 28th, and 3.70 % on Friday the 29th, which the weekend carries: 96.390323
 */
export const settledPrice = (days: readonly EffectiveDay[], month: IsoMonth): FuturesPrice | undefined => {
  const [first, last] = [firstDayOf(month), lastDayOfMonth(month)];
  const byDay = new Map(
    days.flatMap(({ on, effective }) => (effective === undefined ? [] : [[on, effective] as const])),
  );
  let carried: number | undefined;
  let [daysCarried, sum, counted] = [0, 0, 0];
  for (let on = addDays(first, -MOST_DAYS_CARRIED); on <= last; on = addDays(on, 1)) {
    const rate = byDay.get(on);
    daysCarried = rate === undefined ? daysCarried + 1 : 0;
    carried = rate ?? (daysCarried > MOST_DAYS_CARRIED ? undefined : carried);
    if (on < first) continue;
    if (carried === undefined) return undefined;
    sum += carried;
    counted += 1;
  }
  return { month, price: 100 - sum / counted, asOf: last };
};

/** The newest effective rate up to a day; undefined where none is out. @param days ascending */
export const newestEffective = (days: readonly EffectiveDay[], today: IsoDate): ObservedRate | undefined => {
  const newest = days.findLast(({ on, effective }) => on <= today && effective !== undefined);
  return newest?.effective === undefined ? undefined : { rate: newest.effective, on: newest.on };
};

/** The effective federal funds rate of a day, percent. */
export interface ObservedRate {
  readonly rate: Percent;
  readonly on: IsoDate;
}

/** A contract's price is used up to this many sessions after its day. */
const MOST_SESSIONS_OLD = 3;

/** A price further from the market's rate is none, or another number: a rate sent as a price, 100. Percentage points. */
const MOST_POINTS_OFF = 2;

/** A month's contract as far as it can be used on a day. */
export type ContractState =
  | { readonly kind: 'usable'; readonly price: FuturesPrice }
  | { readonly kind: 'missing-contract'; readonly month: IsoMonth }
  | { readonly kind: 'stale-contract'; readonly month: IsoMonth; readonly asOf: IsoDate }
  /** More than two points from the market's rate. */
  | { readonly kind: 'implausible-price'; readonly month: IsoMonth; readonly price: number };

/**
 * The newest price of a month that was known on a day, and whether it can be used: at most three sessions of the stock
 * exchange old, counted to the end of the month once that is over, and within two points of the market's rate.
 * @param today later prices are not looked at
 * @param rate the market's rate now, percent: the effective rate or the middle of the target range
 * @example a price of Friday 2026-09-18 is usable until Wednesday the 23rd, stale on the 24th
 */
export const contractState = (
  prices: readonly FuturesPrice[],
  month: IsoMonth,
  today: IsoDate,
  rate?: number,
): ContractState => {
  const known = prices.filter((one) => one.month === month && one.asOf <= today && Number.isFinite(one.price));
  const price = known.toSorted((one, other) => (one.asOf < other.asOf ? 1 : -1))[0];
  if (price === undefined) return { kind: 'missing-contract', month };
  const age = sessionsBetween(price.asOf, isoMonthOf(today) > month ? lastDayOfMonth(month) : today);
  if (age.kind !== 'counted' || age.sessions > MOST_SESSIONS_OLD) {
    return { kind: 'stale-contract', month, asOf: price.asOf };
  }
  return rate !== undefined && Math.abs(100 - price.price - rate) > MOST_POINTS_OFF
    ? { kind: 'implausible-price', month, price: price.price }
    : { kind: 'usable', price };
};
