/** Single closes and published figures, each with where it was printed; nothing here is a history. */

interface Anchor {
  readonly on: string;
  readonly russell: number;
  readonly sp500: number;
  /** Russell 2000 ÷ S&P 500. */
  readonly ratio: number;
}

/** Closes as newspapers printed them: AP, "How major US stock indexes fared", and its year-end lines. */
export const ANCHORS: readonly Anchor[] = [
  { on: '2018-12-31', russell: 1348.56, sp500: 2506.85, ratio: 0.538 },
  { on: '2019-12-31', russell: 1668.47, sp500: 3230.78, ratio: 0.5164 },
  { on: '2020-12-31', russell: 1974.86, sp500: 3756.07, ratio: 0.5258 },
  { on: '2021-03-22', russell: 2266.84, sp500: 3940.59, ratio: 0.5753 },
  { on: '2021-12-31', russell: 2245.32, sp500: 4766.18, ratio: 0.4711 },
  { on: '2022-12-30', russell: 1761.25, sp500: 3839.5, ratio: 0.4587 },
  { on: '2023-12-29', russell: 2027.07, sp500: 4769.83, ratio: 0.425 },
  { on: '2024-07-02', russell: 2033.87, sp500: 5509.01, ratio: 0.3692 },
  { on: '2025-06-30', russell: 2175.04, sp500: 6204.95, ratio: 0.3505 },
  { on: '2025-09-30', russell: 2436.48, sp500: 6688.46, ratio: 0.3643 },
];

/** The rotation of July 2024, price returns in percent. */
export const JULY_2024 = { from: '2024-07-09', to: '2024-07-25', russell: 9.54, sp500: -3.19 };

/** Barron's, 2025-09-18: the day ended 967 sessions without a record close; the record was 2,442.74 of 2021-11-08. */
export const RECORD = { on: '2025-09-17', close: 2442.74, since: '2021-11-08', sessions: 967 };

/** In 3 of the 8 cycles the Russell had returned more than the S&P 252 sessions after the first cut: our own count. */
export const SMALL_CAPS_LED = { months: 12, led: 3, of: 8 };

/** Of all windows of 252 sessions, how many the Russell led: counted over the same closes by another program. */
export const BASE_RATE = { sessions: 252, percent: 47.8, within: 0.05 };

/** The exact 95 % interval of 3 in 8, percent: as tables of the binomial distribution have it. */
export const INTERVAL = { low: 9, high: 76 };

/** By the months of the NBER: the Russell led in 3 of 4, from the close of the peak's month to that of the trough's. */
export const RECESSION_LEADS: readonly (readonly [peak: string, lead: number])[] = [
  ['1990-07', 0.5],
  ['2001-03', 4.15],
  ['2007-12', 5.98],
  ['2020-02', -9.95],
];

/** Relative return per percentage point of the Fed's rate, 1990 to 2026: coefficients within 0.05, t within 0.1. */
export const RATE_STUDY = {
  same: { coefficient: 0.67, t: 0.7 },
  after: { coefficient: -9.9, t: -3.6 },
  first: '1990-01',
  last: '2026-08',
} as const;

/** Closes of fed funds futures and what they imply of a meeting, beside what was published of it that day. */
export interface OddsAnchor {
  readonly asOf: string;
  /** By the exchange's code of the contract. */
  readonly prices: Readonly<Record<string, number>>;
  /** A figure of the answer about the Fed, in its unit. */
  readonly figure: string;
  readonly implied: number;
  readonly published: { readonly value: number; readonly within: number; readonly by: string };
}

const AT_CLOSE = 1;
const AS_PRINTED = 0.05;

export const ODDS: readonly OddsAnchor[] = [
  {
    asOf: '2026-09-18',
    prices: { ZQV26: 96.105, ZQX26: 95.98 },
    figure: 'fed.odds.2026-10-28.hike',
    implied: 57.41,
    published: { value: 57.6, within: AT_CLOSE, by: 'published by cme-fedwatch 0.2.0' },
  },
  {
    asOf: '2023-03-21',
    prices: { ZQH23: 95.365, ZQJ23: 95.22 },
    figure: 'fed.odds.2023-03-22.hike25',
    implied: 85.62,
    published: { value: 86.4, within: AT_CLOSE, by: 'published during the day, jubakpicks' },
  },
  {
    asOf: '2022-06-14',
    prices: { ZQM22: 98.81, ZQN22: 98.34, ZQQ22: 97.695 },
    figure: 'fed.odds.2022-06-15.hike75',
    implied: 96.54,
    published: { value: 96.8, within: AT_CLOSE, by: 'published earlier that day' },
  },
  {
    asOf: '2022-09-12',
    prices: { ZQU22: 97.4475, ZQV22: 96.94, ZQX22: 96.43 },
    figure: 'fed.expected.2022-09-21',
    implied: 76.125,
    published: { value: 76.1, within: AS_PRINTED, by: "the exchange's sheet" },
  },
  {
    asOf: '2022-09-12',
    prices: { ZQU22: 97.4475, ZQV22: 96.94, ZQX22: 96.43 },
    figure: 'fed.rate.2022-11-02',
    implied: 3.5876,
    published: { value: 3.5876, within: 0.00005, by: "the exchange's sheet" },
  },
  {
    asOf: '2026-11-27',
    prices: { ZQX26: 96.12, ZQZ26: 96.08, ZQF27: 96.07, ZQG27: 96.045 },
    figure: 'fed.odds.2026-12-09.hike',
    implied: 21.57,
    published: { value: 21.6, within: AS_PRINTED, by: 'forward from November' },
  },
  {
    asOf: '2026-11-27',
    prices: { ZQX26: 96.12, ZQZ26: 96.085, ZQF27: 96.065, ZQG27: 96.045 },
    figure: 'fed.odds.2026-12-09.hike',
    implied: 18.87,
    published: { value: 18.9, within: AS_PRINTED, by: 'two ticks further' },
  },
];
