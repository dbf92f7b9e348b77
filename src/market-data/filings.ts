import {
  CompanyFactsSchema,
  type Filer,
  type FilingOutcome,
  filingIn,
  TickerListSchema,
  tickerIn,
} from '../filings/index.ts';
import { addMilliseconds, type IsoInstant, utcDateOf } from '../units.ts';
import { type Client, createClient, type Fetch, type MarketDependencies, readJson } from './http-client.ts';
import { type DataResult, ok, type Unavailable } from './port.ts';
import type { FilingSettings } from './settings.ts';

/** What companies file with the SEC. Nothing here throws or rejects for want of data. */
export interface Filings {
  /** @param ticker `ACME`, `BRK.B`, in any case */
  readonly company: (ticker: string) => Promise<FilingOutcome>;
  /** Ends the requests under way. */
  readonly stop: () => void;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** The SEC allows ten requests a second. */
const LEAST_GAP_MS = 110;
/** The facts of a large company are some ten megabytes. */
const MAX_BYTES = 32_000_000;
const MOST_CACHED = 500;

/** One request after the other, each a while after the one before has begun. */
const paced = ({ fetch, now, wait }: MarketDependencies): Fetch => {
  let next: IsoInstant | undefined;
  return async (url, init) => {
    const asked = now();
    const begin = next !== undefined && next > asked ? next : asked;
    next = addMilliseconds(begin, LEAST_GAP_MS);
    if (begin > asked) await wait(Date.parse(begin) - Date.parse(asked), init.signal ?? undefined);
    return fetch(url, init);
  };
};

/** Loads a value by its key at most once a day; one that could not be loaded is asked for again. */
const dailyCache = <Value>(now: () => IsoInstant, isKept: (value: Value) => boolean) => {
  const cached = new Map<string, { readonly until: IsoInstant; readonly value: Promise<Value> }>();
  return (key: string, load: () => Promise<Value>): Promise<Value> => {
    const before = cached.get(key);
    if (before !== undefined && now() < before.until) return before.value;
    const entry = { until: addMilliseconds(now(), DAY_MS), value: load() };
    cached.delete(key);
    cached.set(key, entry);
    for (const oldest of cached.keys()) if (cached.size > MOST_CACHED) cached.delete(oldest);
    void entry.value.then((value) => {
      if (!isKept(value) && cached.get(key) === entry) cached.delete(key);
    });
    return entry.value;
  };
};

type Tickers = ReadonlyMap<string, Filer & { readonly cik: number }>;

const loadTickers = async (client: Client): Promise<DataResult<Tickers>> => {
  const reply = await client('/files/company_tickers.json', 'tickers');
  if (reply.kind !== 'ok') return reply;
  const read = readJson('SEC', reply.value, TickerListSchema);
  if (read.kind !== 'ok') return read;
  const rows = Object.values(read.value).map(({ ticker, title, cik_str }) => ({ ticker, name: title, cik: cik_str }));
  return ok(new Map(rows.map((row) => [row.ticker.toUpperCase(), row])));
};

const inWords = ({ problems }: Unavailable): FilingOutcome => ({
  kind: 'unavailable',
  words: problems.map(({ words }) => words).join('; '),
});

/**
 * The SEC's free data: its list of tickers and the facts of a company, each loaded once a day at most and ten requests a
 * second. Every request names who asks; where the settings do not say, none is made.
 */
export const createFilings = (
  { contact, baseUrl, dataUrl }: FilingSettings,
  dependencies: MarketDependencies,
): Filings => {
  const stopped = new AbortController();
  if (contact === undefined) return { company: async () => ({ kind: 'no-contact' }), stop: () => undefined };
  const { now } = dependencies;
  const asking = { maxBytes: MAX_BYTES, ...dependencies, fetch: paced(dependencies), userAgent: contact };
  const list = createClient('SEC', baseUrl, asking, stopped.signal);
  const data = createClient('SEC', dataUrl, asking, stopped.signal);
  const tickers = dailyCache<DataResult<Tickers>>(now, ({ kind }) => kind === 'ok');
  const outcomes = dailyCache<FilingOutcome>(now, ({ kind }) => kind !== 'unavailable');

  const outcomeOf = async (asked: string): Promise<FilingOutcome> => {
    const known = await tickers('all', () => loadTickers(list));
    if (known.kind !== 'ok') return inWords(known);
    const filer = known.value.get(asked);
    if (filer === undefined) return { kind: 'unknown-ticker', ticker: asked };
    const reply = await data(`/api/xbrl/companyfacts/CIK${String(filer.cik).padStart(10, '0')}.json`, filer.ticker);
    if (reply.kind !== 'ok') {
      const isAbsent = reply.problems.some(({ kind }) => kind === 'not-found');
      return isAbsent ? { kind: 'no-facts', ticker: filer.ticker, name: filer.name } : inWords(reply);
    }
    const read = readJson('SEC', reply.value, CompanyFactsSchema);
    return read.kind === 'ok' ? filingIn(read.value, filer, utcDateOf(now())) : inWords(read);
  };

  return {
    company: async (ticker) => {
      const asked = tickerIn(ticker);
      if (asked === undefined) return { kind: 'unknown-ticker', ticker: ticker.trim().slice(0, 20) };
      return outcomes(asked, () => outcomeOf(asked));
    },
    stop: () => stopped.abort(),
  };
};
