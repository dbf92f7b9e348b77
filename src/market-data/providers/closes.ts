import { addDays, calendarDaysBetween, lastFinalSession, newYorkTime, sessionOn } from '../../calendar/index.ts';
import { alignCloses } from '../../index-ratio/index.ts';
import type { IsoDate, IsoInstant } from '../../units.ts';
import { type Closes, type DataResult, ok, type Provider, unavailable, unavailableBecause } from '../port.ts';

/** A close as a provider sent it. */
export interface RawClose {
  readonly on: IsoDate;
  readonly close: number | null;
}

/** Closes that are final, of days on which the exchange traded; dates ascending, none twice. */
export interface FinalCloses {
  readonly dates: readonly IsoDate[];
  readonly closes: readonly number[];
  /** What was left out, in words. */
  readonly remarks: readonly string[];
}

/** Neither index has moved by more in a day: −20.5 % on 1987-10-19 was the furthest. */
const MOST_PERCENT_A_DAY = 25;
/** Rows further apart are not a day's move. */
const DAYS_APART = 5;
/** A history of less than a year is no history of 37 years. */
const LEAST_CLOSES = 252;

/** The newest day whose close is final. Where the calendar does not know the year, today from 16:15 New York time. */
export const lastFinalDay = (now: IsoInstant): IsoDate => {
  const session = lastFinalSession(now);
  if (session.kind === 'session') return session.date;
  const { date, time } = newYorkTime(now);
  return time >= '16:15' ? date : addDays(date, -1);
};

const isTrading = (date: IsoDate): boolean => !['closed', 'weekend'].includes(sessionOn(date).kind);

const jump = (rows: readonly { on: IsoDate; close: number }[]): IsoDate | undefined =>
  rows.find(({ on, close }, at) => {
    const before = rows[at - 1];
    if (before === undefined || calendarDaysBetween(before.on, on) > DAYS_APART) return false;
    return Math.abs(close / before.close - 1) * 100 > MOST_PERCENT_A_DAY;
  })?.on;

const remark = (count: number, words: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'day' : 'days'} ${words} left out`];

/**
 * What may be counted on of what a provider sent: the running day, days without a close and days on which the exchange
 * was shut are left out. Of two closes of one day the later sent is taken. A move beyond 25 % from one day to the next
 * makes the whole reply implausible: an index in another unit, or another index.
 *
 * @param name the symbol or column, for problems and remarks
 * @param sent in any order; closes in index points
 * @param least with fewer closes the reply counts as empty
 */
export const finalCloses = (
  provider: Provider,
  name: string,
  sent: readonly RawClose[],
  now: IsoInstant,
  least = LEAST_CLOSES,
): DataResult<FinalCloses> => {
  const until = lastFinalDay(now);
  const known = sent.flatMap(({ on, close }) =>
    close !== null && Number.isFinite(close) && close > 0 ? [{ on, close }] : [],
  );
  const past = known.filter(({ on }) => on <= until);
  const trading = past.filter(({ on }) => isTrading(on));
  const rows = [...new Map(trading.map((row) => [row.on, row])).values()].sort((one, other) =>
    one.on < other.on ? -1 : 1,
  );
  if (rows.length < least) {
    return unavailableBecause(
      provider,
      'empty',
      `${provider} sent ${rows.length} closes of ${name}, at least ${least} were expected`,
    );
  }
  const jumped = jump(rows);
  if (jumped !== undefined) {
    return unavailableBecause(
      provider,
      'implausible',
      `${provider} has ${name} move by more than ${MOST_PERCENT_A_DAY}% on ${jumped}`,
    );
  }
  return ok({
    dates: rows.map(({ on }) => on),
    closes: rows.map(({ close }) => close),
    remarks: [
      ...remark(sent.length - known.length, `without a close of ${name}`),
      ...remark(past.length - trading.length, `of ${name} on which the exchange was shut`),
    ],
  });
};

/** The names problems and remarks call the indexes by. */
export const RUSSELL = 'Russell 2000';
export const SP500 = 'S&P 500';

interface Origin {
  readonly provider: Provider;
  readonly source: string;
  readonly fetchedAt: IsoInstant;
  readonly isSynthetic?: boolean;
  readonly remarks?: readonly string[];
}

/** Both indexes of one provider as one value. Legs of two providers are never put together. */
export const pairIndexes = (
  russell: DataResult<FinalCloses>,
  sp500: DataResult<FinalCloses>,
  { provider, source, fetchedAt, isSynthetic = false, remarks = [] }: Origin,
): DataResult<Closes> => {
  if (russell.kind !== 'ok' || sp500.kind !== 'ok') {
    const problems = [russell, sp500].flatMap((leg) => (leg.kind === 'ok' ? [] : leg.problems));
    return unavailable(...new Map(problems.map((problem) => [problem.words, problem])).values());
  }
  const basis = 'price index' as const;
  const aligned = alignCloses({ name: RUSSELL, basis, ...russell.value }, { name: SP500, basis, ...sp500.value });
  const asOf = aligned.kind === 'aligned' ? aligned.series.dates.at(-1) : undefined;
  if (aligned.kind !== 'aligned' || asOf === undefined) {
    return unavailableBecause(provider, 'implausible', `${provider} has no day on which both indexes closed`);
  }
  return ok({
    ratio: aligned.series,
    check: { kind: 'not-applicable' },
    provenance: {
      provider,
      source,
      asOf,
      fetchedAt,
      isFallback: false,
      isCached: false,
      isSynthetic,
      remarks: [...remarks, ...russell.value.remarks, ...sp500.value.remarks],
      problems: [],
    },
  });
};
