import { addDays } from '../../src/calendar/days.ts';
import { isSession } from '../../src/calendar/sessions.ts';
import type { Facts } from '../../src/facts/facts.ts';
import type { FuturesFacts, RateFacts } from '../../src/facts/fed.ts';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import { type IsoDate, isoDate, percent } from '../../src/units.ts';
import { liveFacts } from './live-facts.ts';
import { closesOn, ratioOf } from './market-series.ts';

/** Facts of the autumn of 2026 for morning briefs: closes that end on a day, the Fed on hold in October, December priced. */

/** Sessions in a row that end on a date. */
export const sessionsTo = (last: string, count: number): IsoDate[] => {
  const dates: IsoDate[] = [];
  for (let date = isoDate(last); dates.length < count; date = addDays(date, -1)) {
    if (isSession(date)) dates.unshift(date);
  }
  return dates;
};

/** Both indexes, as many closes of the one as of the other, up to a session. */
export const closesTo = (last: string, russell: readonly number[], sp: readonly number[]): RatioSeries => {
  const dates = sessionsTo(last, russell.length);
  return ratioOf(closesOn(dates, russell), closesOn(dates, sp));
};

/** The same ratio for long, then the given ones; the S&P leg stands at 5,000 throughout. */
export const ratiosTo = (last: string, newest: readonly number[], before = 0.4, count = 300): RatioSeries => {
  const ratios = [...Array.from({ length: count - newest.length }, () => before), ...newest];
  return closesTo(
    last,
    ratios.map((one) => one * 5_000),
    ratios.map(() => 5_000),
  );
};

/** Held at 3.75 to 4.00 % on 28 October. */
const ratesTo = (last: string, [lower, upper] = [3.75, 4]): RateFacts => ({
  days: ['2026-10-28', '2026-10-29', last].map((on) => ({
    on: isoDate(on),
    lower: percent(lower as number),
    upper: percent(upper as number),
    effective: percent(3.88),
  })),
  source: 'New York Fed',
  isSynthetic: false,
});

/** A hike on 9 December at about these odds: its month opens near 3.88 %. */
const decemberPrices = (asOf: string, hike: number): FuturesFacts => {
  const after = 3.88 + 0.25 * hike;
  const december = (3.88 * 8 + after * 23) / 31;
  return {
    prices: [
      { month: '2026-11' as const, price: 96.12, asOf: isoDate(asOf) },
      { month: '2026-12' as const, price: 100 - december, asOf: isoDate(asOf) },
      { month: '2027-01' as const, price: 100 - after, asOf: isoDate(asOf) },
    ],
    source: 'Yahoo',
    asOf: isoDate(asOf),
    isSynthetic: false,
  };
};

interface Autumn {
  readonly closes?: RatioSeries;
  readonly hike?: number;
  readonly range?: readonly [number, number];
}

/** Seen at an instant, with closes, rates and futures up to a session. */
export const autumnFacts = (now: string, last: string, { closes, hike = 0.4, range }: Autumn = {}): Facts =>
  liveFacts(now, {
    closes: closes ?? ratiosTo(last, []),
    futures: decemberPrices(last, hike),
    rates: ratesTo(last, range ? [...range] : undefined),
  });
