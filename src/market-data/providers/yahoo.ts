import { addDays, newYorkTime } from '../../calendar/index.ts';
import { contractCode, type FuturesPrice, type Month } from '../../fed/index.ts';
import { type IsoDate, type IsoInstant, isoDate } from '../../units.ts';
import { type FinalCloses, finalCloses } from '../final-closes.ts';
import type { Client } from '../http/client.ts';
import { type Outcome, ok, type Problem, unavailable } from '../outcome.ts';
import type { Closes, Futures } from '../values.ts';
import { pairOf } from './index-pair.ts';
import { yahooBars } from './yahoo-chart.ts';

/** The Russell 2000's first day at Yahoo is 1987-09-10. */
const FIRST_DAY = isoDate('1987-09-01');

const closesOf = async (client: Client, symbol: string, now: IsoInstant): Promise<Outcome<FinalCloses>> => {
  const bars = await yahooBars(client, symbol, FIRST_DAY, now);
  return bars.kind === 'ok' ? finalCloses('Yahoo', symbol, bars.value, now) : bars;
};

/** Both indexes' whole history. */
export const yahooCloses = async (client: Client, now: IsoInstant): Promise<Outcome<Closes>> => {
  const [russell, sp500] = await Promise.all([closesOf(client, '^RUT', now), closesOf(client, '^GSPC', now)]);
  const source = 'Yahoo Finance, ^RUT and ^GSPC';
  return pairOf(russell, sp500, { provider: 'Yahoo', source, fetchedAt: now });
};

/** Far enough back to find a close where Yahoo misses days. */
const DAYS_BACK = 14;
const AT_ONCE = 3;

const priceOf = async (client: Client, month: Month, now: IsoInstant): Promise<Outcome<FuturesPrice>> => {
  const symbol = `${contractCode(month)}.CBT`;
  const bars = await yahooBars(client, symbol, addDays(newYorkTime(now).date, -DAYS_BACK), now);
  if (bars.kind !== 'ok') return bars;
  const final = finalCloses('Yahoo', symbol, bars.value, now, 1);
  if (final.kind !== 'ok') return final;
  const { dates, closes } = final.value;
  return ok({ month, price: closes.at(-1) as number, asOf: dates.at(-1) as IsoDate });
};

/** True where asking further would only annoy. */
const endsAsking = ({ kind }: Problem): boolean => kind === 'refused' || kind === 'paused';

/**
 * The newest close of each month's fed funds future. Contracts without one are named, not filled; after a refusal no
 * further one is asked for.
 */
export const yahooFutures = async (
  client: Client,
  months: readonly Month[],
  now: IsoInstant,
): Promise<Outcome<Futures>> => {
  const prices: FuturesPrice[] = [];
  const missing: { readonly month: Month; readonly problem: Problem }[] = [];
  for (let at = 0; at < months.length; at += AT_ONCE) {
    const stop = missing.find(({ problem }) => endsAsking(problem));
    const batch = months.slice(at, at + AT_ONCE);
    const found = stop
      ? batch.map(() => unavailable(stop.problem))
      : await Promise.all(batch.map((month) => priceOf(client, month, now)));
    for (const [place, one] of found.entries()) {
      const month = batch[place] as Month;
      if (one.kind === 'ok') prices.push(one.value);
      else missing.push({ month, problem: one.problems[0] as Problem });
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
