import { type IsoInstant, isIsoDate } from '../../units.ts';
import { type Client, unreadable } from '../http-client.ts';
import { type Closes, type DataResult, ok } from '../port.ts';
import { type FinalCloses, finalCloses, pairIndexes, type RawClose } from './closes.ts';

/** The exchange's own files, undocumented for these two indexes: `DATE,RUT`, then `07/08/2026,2956.388700`. */

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
