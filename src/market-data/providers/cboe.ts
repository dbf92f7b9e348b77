import type { CrossCheck } from '../../facts/index.ts';
import type { RatioSeries } from '../../index-ratio/index.ts';
import { type IsoDate, type IsoInstant, isIsoDate } from '../../units.ts';
import { type Client, unreadable } from '../http-client.ts';
import { type Closes, type DataResult, ok } from '../port.ts';
import { type FinalCloses, finalCloses, pairIndexes, type RawClose, RUSSELL, SP500 } from './closes.ts';

/** The exchange's own files, which confirm another provider's closes. They are undocumented for these two indexes: `DATE,RUT`, then `07/08/2026,2956.388700`. */

const ROW = /^(\d{2})\/(\d{2})\/(\d{4}),(\d+(?:\.\d+)?)?$/;

const rowOf = (line: string): RawClose | undefined => {
  const [whole, month, day, year, close] = ROW.exec(line) ?? [];
  const on = `${year}-${month}-${day}`;
  return whole !== undefined && isIsoDate(on) ? { on, close: close === undefined ? null : Number(close) } : undefined;
};

const readHistory = (text: string, symbol: string): DataResult<readonly RawClose[]> => {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const expected = `the columns DATE and ${symbol}`;
  if (header.replaceAll('"', '').toUpperCase() !== `DATE,${symbol}`) return unreadable('Cboe', text, expected);
  const rows = lines.map((line) => rowOf(line.trim()));
  return rows.every((row) => row !== undefined) ? ok(rows) : unreadable('Cboe', text, expected);
};

const historyOf = async (client: Client, symbol: string, now: IsoInstant): Promise<DataResult<FinalCloses>> => {
  const reply = await client(`/api/global/us_indices/daily_prices/${symbol}_History.csv`, symbol);
  if (reply.kind !== 'ok') return reply;
  const read = readHistory(reply.value, symbol);
  return read.kind === 'ok' ? finalCloses({ provider: 'Cboe', label: symbol }, read.value, now) : read;
};

/** Daily closes of both price indexes, index points. */
export const loadCboeCloses = async (client: Client, now: IsoInstant): Promise<DataResult<Closes>> => {
  const [russell, sp500] = await Promise.all([historyOf(client, 'RUT', now), historyOf(client, 'SPX', now)]);
  return pairIndexes(russell, sp500, { provider: 'Cboe', source: 'Cboe, RUT and SPX', fetchedAt: now });
};

/** Index points. Providers round to cents or to millionths. */
const TOLERANCE = 0.02;
const NEWEST = 2;

interface Pair {
  readonly small: number;
  readonly large: number;
}

const pairOn = (series: RatioSeries, date: IsoDate): Pair | undefined => {
  const at = series.dates.lastIndexOf(date);
  const [small, large] = [series.numerator[at], series.denominator[at]];
  return small === undefined || large === undefined ? undefined : { small, large };
};

const agree = (one: number, other: number): boolean => Math.abs(one - other) <= TOLERANCE;

/**
 * Whether a second provider has the same newest two closes of both indexes, within 0.02 points. Without one, or where it
 * is a day behind or says otherwise, the value is provisional.
 */
export const crossCheck = (closes: Closes, second: DataResult<Closes>): CrossCheck => {
  const provisional = (words: string): CrossCheck => ({ kind: 'provisional', words });
  const first = closes.provenance.provider;
  if (second.kind !== 'ok')
    return provisional(`${first} alone: ${second.problems.map(({ words }) => words).join('; ')}`);
  const other = second.value;
  const { provider } = other.provenance;
  const dates = closes.ratio.dates.slice(-NEWEST);
  for (const date of dates) {
    const [ours, theirs] = [pairOn(closes.ratio, date), pairOn(other.ratio, date)];
    if (ours === undefined || theirs === undefined) {
      return provisional(`${first} alone: ${provider} has no close of ${date} yet`);
    }
    const off = agree(ours.small, theirs.small) ? 'large' : 'small';
    if (agree(ours[off], theirs[off])) continue;
    const name = off === 'small' ? RUSSELL : SP500;
    return provisional(
      `${name} on ${date}: ${first} has ${ours[off].toFixed(2)}, ${provider} ${theirs[off].toFixed(2)}`,
    );
  }
  return { kind: 'agreed', with: provider, on: dates };
};
