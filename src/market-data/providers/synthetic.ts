import { addDays, isSession, newYorkTime } from '../../calendar/index.ts';
import { type IsoDate, type IsoInstant, type IsoMonth, isoDate, percent } from '../../units.ts';
import {
  type Closes,
  type DataResult,
  type Futures,
  type LoadProvenance,
  ok,
  type RateDay,
  type Rates,
} from '../port.ts';
import { finalCloses, lastFinalDay, pairIndexes, type RawClose } from './closes.ts';

/** Made-up numbers for demonstrations and tests. They look like markets, are none, and are labelled wherever they go. */

const FIRST_DAY = isoDate('1990-01-02');
const [FIRST_RUSSELL, FIRST_SP500] = [170, 360];
const DAILY_DRIFT = 0.0003;
const [COMMON, OWN] = [0.008, 0.005];

/** Mulberry32: 32 bits of state, the same numbers from the same seed on every machine. From 0 up to 1. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Three even draws, about −1.5 to 1.5: a hump in the middle and no far tails. */
const shock = (next: () => number): number => next() + next() + next() - 1.5;

const named = (seed: number) =>
  ({ provider: 'synthetic', source: `synthetic, seed ${seed}: made-up numbers` }) as const;

/** Two walks that share most of their days' shocks. A later day never changes an earlier one. */
export const syntheticCloses = (seed: number, now: IsoInstant): DataResult<Closes> => {
  const next = numbersFrom(seed);
  const until = lastFinalDay(now);
  const [russell, sp500]: [RawClose[], RawClose[]] = [[], []];
  let [small, large] = [FIRST_RUSSELL, FIRST_SP500];
  for (let on = FIRST_DAY; on <= until; on = addDays(on, 1)) {
    if (!isSession(on)) continue;
    const common = shock(next) * COMMON;
    small *= Math.exp(DAILY_DRIFT + common + shock(next) * OWN);
    large *= Math.exp(DAILY_DRIFT + common + shock(next) * OWN);
    russell.push({ on, close: Math.round(small * 100) / 100 });
    sp500.push({ on, close: Math.round(large * 100) / 100 });
  }
  return pairIndexes(
    finalCloses({ provider: 'synthetic', label: 'the synthetic small caps', least: 1 }, russell, now),
    finalCloses({ provider: 'synthetic', label: 'the synthetic large caps', least: 1 }, sp500, now),
    { ...named(seed), fetchedAt: now, isSynthetic: true },
  );
};

const provenance = (seed: number, asOf: IsoDate, now: IsoInstant): LoadProvenance => ({
  ...named(seed),
  asOf,
  fetchedAt: now,
  isFallback: false,
  isCached: false,
  isSynthetic: true,
  remarks: [],
  problems: [],
});

const [LOWER, UPPER, EFFECTIVE] = [percent(3.75), percent(4), percent(3.88)];
const DAYS_BACK = 150;

/** A range that has stood still. */
export const syntheticRates = (seed: number, now: IsoInstant): DataResult<Rates> => {
  const yesterday = addDays(newYorkTime(now).date, -1);
  const days: RateDay[] = [];
  for (let on = addDays(yesterday, -DAYS_BACK); on <= yesterday; on = addDays(on, 1)) {
    if (isSession(on)) days.push({ on, lower: LOWER, upper: UPPER, effective: EFFECTIVE });
  }
  return ok({ days, provenance: provenance(seed, days.at(-1)?.on ?? yesterday, now) });
};

/** Prices that climb or fall by a fixed step a month, drawn once from the seed: between −6 and 6 bp a month. */
export const syntheticFutures = (seed: number, months: readonly IsoMonth[], now: IsoInstant): DataResult<Futures> => {
  const asOf = lastFinalDay(now);
  const monthlyMove = Math.round((numbersFrom(seed)() - 0.5) * 24) * 0.005;
  return ok({
    prices: months.map((month, at) => ({ month, price: 100 - EFFECTIVE - at * monthlyMove, asOf })),
    missing: [],
    provenance: provenance(seed, asOf, now),
  });
};
