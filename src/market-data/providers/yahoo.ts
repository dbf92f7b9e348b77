import { z } from 'zod';
import { addDays, newYorkTime } from '../../calendar/index.ts';
import { contractCode, type FuturesPrice } from '../../fed/index.ts';
import { type IsoDate, type IsoInstant, type IsoMonth, isoDate } from '../../units.ts';
import { type Client, readJson, unreadable } from '../http-client.ts';
import {
  type Closes,
  type DataProblem,
  type DataResult,
  type Futures,
  ok,
  unavailable,
  unavailableBecause,
} from '../port.ts';
import { type FinalCloses, finalCloses, pairIndexes, type RawClose } from './closes.ts';

/** Yahoo's chart endpoint, which needs no key, cookie or crumb. Undocumented, so everything used of it is checked. */

const zoneFormat = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  } catch {
    return undefined;
  }
};

const ResultSchema = z.object({
  meta: z.object({
    symbol: z.string(),
    // Yahoo thins long spans out to weeks or months by itself
    dataGranularity: z.string().default('1d'),
    exchangeTimezoneName: z.string().transform(zoneFormat).pipe(z.custom<Intl.DateTimeFormat>(Boolean)),
  }),
  // left out by Yahoo where it has no bars
  timestamp: z.array(z.number().int()).default([]),
  indicators: z.object({ quote: z.array(z.object({ close: z.array(z.number().nullable()).default([]) })) }),
});

const ChartSchema = z.object({
  chart: z.object({ result: z.array(ResultSchema).nullable(), error: z.object({ code: z.string() }).nullish() }),
});

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1_000);

/**
 * Daily bars of one symbol as sent: a bar's day is the one its exchange's clocks show, the running day among them.
 * @param symbol as Yahoo writes it, `^RUT`; percent-encoded here
 */
export const loadYahooBars = async (
  client: Client,
  symbol: string,
  from: IsoDate,
  now: IsoInstant,
): Promise<DataResult<readonly RawClose[]>> => {
  const span = `period1=${secondsOf(from)}&period2=${secondsOf(now)}&interval=1d`;
  const reply = await client(`/v8/finance/chart/${encodeURIComponent(symbol)}?${span}`, symbol);
  if (reply.kind !== 'ok') return reply;
  const read = readJson('Yahoo', reply.value, ChartSchema);
  if (read.kind !== 'ok') return read;
  const { result, error } = read.value.chart;
  if (error) {
    return /not found/i.test(error.code)
      ? unavailableBecause('Yahoo', 'not-found', `Yahoo does not know ${symbol}`)
      : unavailableBecause('Yahoo', 'rejected', `Yahoo answered with an error for ${symbol}`);
  }
  const [bars] = result ?? [];
  if (bars === undefined) return unavailableBecause('Yahoo', 'empty', `Yahoo sent nothing for ${symbol}`);
  if (bars.meta.symbol.toUpperCase() !== symbol.toUpperCase()) {
    return unavailableBecause('Yahoo', 'implausible', `Yahoo answered for another symbol than ${symbol}`);
  }
  const { dataGranularity } = bars.meta;
  if (dataGranularity !== '1d') {
    return unavailableBecause(
      'Yahoo',
      'implausible',
      `Yahoo sent ${symbol} in steps of ${/^\w{1,5}$/.test(dataGranularity) ? dataGranularity : 'another length'}, and daily closes were asked for`,
    );
  }
  const closes = bars.indicators.quote[0]?.close ?? [];
  if (closes.length !== bars.timestamp.length) return unreadable('Yahoo', '', `a close for each day of ${symbol}`);
  const zone = bars.meta.exchangeTimezoneName;
  return ok(
    bars.timestamp.map((seconds, at) => ({ on: zone.format(seconds * 1_000) as IsoDate, close: closes[at] ?? null })),
  );
};

/** The Russell 2000's first day at Yahoo is 1987-09-10. */
const FIRST_DAY = isoDate('1987-09-01');

const closesOf = async (client: Client, symbol: string, now: IsoInstant): Promise<DataResult<FinalCloses>> => {
  const bars = await loadYahooBars(client, symbol, FIRST_DAY, now);
  return bars.kind === 'ok' ? finalCloses({ provider: 'Yahoo', label: symbol }, bars.value, now) : bars;
};

/** Daily closes of both price indexes since 1987, index points. */
export const loadYahooCloses = async (client: Client, now: IsoInstant): Promise<DataResult<Closes>> => {
  const [russell, sp500] = await Promise.all([closesOf(client, '^RUT', now), closesOf(client, '^GSPC', now)]);
  const source = 'Yahoo Finance, ^RUT and ^GSPC';
  return pairIndexes(russell, sp500, { provider: 'Yahoo', source, fetchedAt: now });
};

/** Far enough back to find a close where Yahoo misses days. */
const DAYS_BACK = 14;
const AT_ONCE = 3;

const priceOf = async (client: Client, month: IsoMonth, now: IsoInstant): Promise<DataResult<FuturesPrice>> => {
  const symbol = `${contractCode(month)}.CBT`;
  const bars = await loadYahooBars(client, symbol, addDays(newYorkTime(now).date, -DAYS_BACK), now);
  if (bars.kind !== 'ok') return bars;
  const final = finalCloses({ provider: 'Yahoo', label: symbol, least: 1 }, bars.value, now);
  if (final.kind !== 'ok') return final;
  const { dates, closes } = final.value;
  return ok({ month, price: closes.at(-1) as number, asOf: dates.at(-1) as IsoDate });
};

/** True where asking further would only annoy. */
const endsAsking = ({ kind }: DataProblem): boolean => kind === 'refused' || kind === 'paused';

/**
 * The newest close of each month's fed funds future. Contracts without one are named, not filled; after a refusal no
 * further one is asked for.
 */
export const loadYahooFutures = async (
  client: Client,
  months: readonly IsoMonth[],
  now: IsoInstant,
): Promise<DataResult<Futures>> => {
  const prices: FuturesPrice[] = [];
  const missing: { readonly month: IsoMonth; readonly problem: DataProblem }[] = [];
  for (let at = 0; at < months.length; at += AT_ONCE) {
    const stop = missing.find(({ problem }) => endsAsking(problem));
    const batch = months.slice(at, at + AT_ONCE);
    const found = stop
      ? batch.map(() => unavailable(stop.problem))
      : await Promise.all(batch.map((month) => priceOf(client, month, now)));
    for (const [place, one] of found.entries()) {
      const month = batch[place] as IsoMonth;
      if (one.kind === 'ok') prices.push(one.value);
      else missing.push({ month, problem: one.problems[0] as DataProblem });
    }
  }
  const asOf = prices
    .map((one) => one.asOf)
    .toSorted()
    .at(-1);
  if (asOf === undefined) {
    return unavailable(...new Map(missing.map(({ problem }) => [problem.words, problem])).values());
  }
  return ok({
    prices,
    missing,
    provenance: {
      provider: 'Yahoo',
      source: 'Yahoo Finance, 30-day fed funds futures (ZQ)',
      asOf,
      fetchedAt: now,
      isFallback: false,
      isCached: false,
      isSynthetic: false,
      remarks: [],
      problems: [],
    },
  });
};
