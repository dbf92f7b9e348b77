import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { lastFinalSession } from '../calendar/index.ts';
import type { IsoInstant } from '../units.ts';
import type { MarketDependencies } from './http-client.ts';
import type { Closes, Futures, Rates } from './port.ts';

/** The age at which each kind of value is loaded again. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Asked each minute: no sessions in between are counted. */
const isCurrent = (value: Closes | Futures, now: IsoInstant): boolean => {
  const newest = lastFinalSession(now);
  return newest.kind === 'session' && value.provenance.asOf >= newest.date;
};

/**
 * Milliseconds after which closes are loaded again: 12 hours where they are final and confirmed, an hour where they are
 * provisional, a quarter of an hour where a session's closes are missing.
 */
export const closesMaxAgeMs = (closes: Closes, now: IsoInstant): number => {
  if (!isCurrent(closes, now)) return 15 * MINUTE;
  return closes.check.kind === 'provisional' ? HOUR : 12 * HOUR;
};

/** Milliseconds after which rates are loaded again: an hour. They are published once a day, about 09:00 in New York. */
export const ratesMaxAgeMs = (_: Rates): number => HOUR;

/** Milliseconds after which futures prices are loaded again: 12 hours where all are of the newest session, else half an hour. */
export const futuresMaxAgeMs = (futures: Futures, now: IsoInstant): number =>
  isCurrent(futures, now) && futures.missing.length === 0 ? 12 * HOUR : HOUR / 2;

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** The environment variables of this room, to be spread into the one schema that reads them. */
export const MARKET_VARIABLES = {
  MARKET_DATA: z
    .string()
    .regex(/^(off|live|synthetic|csv:.+)$/, 'must be off, live, synthetic or csv:PATH')
    .optional(),
  CSV_DATES: z.enum(['dmy', 'mdy'], { error: 'must be dmy or mdy' }).optional(),
  CSV_DECIMAL: z.enum(['comma', 'point'], { error: 'must be comma or point' }).optional(),
  CACHE_PATH: z.string().default('./data/cache'),
  YAHOO_BASE_URL: httpUrl.default('https://query2.finance.yahoo.com'),
  CBOE_BASE_URL: httpUrl.default('https://cdn.cboe.com'),
  NYFED_BASE_URL: httpUrl.default('https://markets.newyorkfed.org'),
  FRED_BASE_URL: httpUrl.default('https://api.stlouisfed.org'),
  FRED_API_KEY: z
    .string()
    .regex(/^[0-9a-z]{32}$/, 'must be the 32 characters of a FRED key')
    .optional(),
};

const MarketVariables = z.object(MARKET_VARIABLES);

/** The environment variables of company filings, to be spread into the one schema that reads them. */
export const FILING_VARIABLES = {
  SEC_CONTACT: z
    .string()
    // it goes out as a header
    .regex(
      /^(?=.*\S@\S+\.\S)[ -~]{6,200}$/,
      'must name you with an e-mail address, such as Example Capital desk@example.com',
    )
    .optional(),
  SEC_BASE_URL: httpUrl.default('https://www.sec.gov'),
  SEC_DATA_URL: httpUrl.default('https://data.sec.gov'),
};

const FilingVariables = z.object(FILING_VARIABLES);

/** Where company filings are, and who asks for them. */
export interface FilingSettings {
  /** Name and e-mail address, which the SEC wants in every request; without it nothing is asked. */
  readonly contact?: string;
  /** Serves the list of tickers. */
  readonly baseUrl: string;
  /** Serves the companies' facts. */
  readonly dataUrl: string;
}

/** The settings of company filings, from parsed environment variables. */
export const filingSettings = (variables: z.output<typeof FilingVariables>): FilingSettings => ({
  ...(variables.SEC_CONTACT !== undefined && { contact: variables.SEC_CONTACT }),
  baseUrl: variables.SEC_BASE_URL,
  dataUrl: variables.SEC_DATA_URL,
});

/** Where the live providers are, and where their data are cached. */
export interface LiveSettings {
  readonly kind: 'live';
  /** The folder in which the last good data are cached; without it nothing is. */
  readonly cachePath?: string;
  readonly yahooUrl: string;
  readonly cboeUrl: string;
  readonly newYorkFedUrl: string;
  readonly fredUrl: string;
  /** FRED is asked only where there is one. */
  readonly fredApiKey?: string;
}

/** A person's own files, and how to read what they leave open. */
interface CsvSettings {
  /** A path; several behind commas, each perhaps behind its index: `rut=a.csv,spx=b.csv`. */
  readonly path: string;
  /** Whether the day or the month comes first in dates such as 03/04/2024. */
  readonly dates?: 'dmy' | 'mdy';
  /** What separates whole numbers from decimals in numbers such as 2.222. */
  readonly decimal?: 'comma' | 'point';
}

/** Where market data come from. */
export type MarketSettings =
  | LiveSettings
  | { readonly kind: 'off' }
  | ({ readonly kind: 'csv' } & CsvSettings)
  /** The same, as the text of a file. */
  | { readonly kind: 'csv-text'; readonly name: string; readonly text: string }
  | { readonly kind: 'synthetic'; readonly seed: number };

const SEED = 1;

type Variables = z.output<typeof MarketVariables>;

/** The settings of live market data, from parsed environment variables. */
export const liveSettings = (
  variables: Omit<Variables, 'MARKET_DATA' | 'CSV_DATES' | 'CSV_DECIMAL'>,
): LiveSettings => ({
  kind: 'live',
  cachePath: variables.CACHE_PATH,
  yahooUrl: variables.YAHOO_BASE_URL,
  cboeUrl: variables.CBOE_BASE_URL,
  newYorkFedUrl: variables.NYFED_BASE_URL,
  fredUrl: variables.FRED_BASE_URL,
  ...(variables.FRED_API_KEY !== undefined && { fredApiKey: variables.FRED_API_KEY }),
});

/**
 * The settings of market data, from parsed environment variables.
 *
 * @param unset the mode where MARKET_DATA says nothing: live with a way to reach Slack, else off
 */
export const marketSettings = (variables: Variables, unset: 'live' | 'off'): MarketSettings => {
  const mode = variables.MARKET_DATA ?? unset;
  if (mode === 'off') return { kind: 'off' };
  if (mode === 'synthetic') return { kind: 'synthetic', seed: SEED };
  if (mode.startsWith('csv:')) {
    const { CSV_DATES: dates, CSV_DECIMAL: decimal } = variables;
    return { kind: 'csv', path: mode.slice('csv:'.length), ...(dates && { dates }), ...(decimal && { decimal }) };
  }
  return liveSettings(variables);
};

/**
 * The real network, timers and randomness.
 *
 * @param now the clock, of which the program has one
 */
export const marketDependencies = (now: () => IsoInstant): MarketDependencies => ({
  fetch: (url, init) => fetch(url, init),
  now,
  random: Math.random,
  wait: (ms, signal) => wait(ms, undefined, signal && { signal }),
});
