import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MARKET_VARIABLES, marketSettings } from '../../src/market-data/settings.ts';

const Schema = z.object(MARKET_VARIABLES);
const read = (environment: Record<string, string>, unset: 'live' | 'off' = 'off') =>
  marketSettings(Schema.parse(environment), unset);

describe('the settings of market data', () => {
  it.each([
    [{}, { kind: 'off' }],
    [{ MARKET_DATA: 'off' }, { kind: 'off' }],
    [{ MARKET_DATA: 'synthetic' }, { kind: 'synthetic', seed: 1 }],
    [{ MARKET_DATA: 'csv:./closes of mine.csv' }, { kind: 'csv', path: './closes of mine.csv' }],
  ])('%j', (environment, settings) => {
    expect(read(environment)).toEqual(settings);
  });

  it('say off against a default of live, and live against one of off', () => {
    expect(read({ MARKET_DATA: 'off' }, 'live')).toEqual({ kind: 'off' });
    expect(read({}, 'live')).toEqual({
      kind: 'live',
      cachePath: './data/cache',
      yahooUrl: 'https://query2.finance.yahoo.com',
      cboeUrl: 'https://cdn.cboe.com',
      newYorkFedUrl: 'https://markets.newyorkfed.org',
      fredUrl: 'https://api.stlouisfed.org',
    });
    expect(read({ MARKET_DATA: 'live', FRED_API_KEY: 'a'.repeat(32) })).toMatchObject({ fredApiKey: 'a'.repeat(32) });
  });

  it.each([
    [{ MARKET_DATA: 'yahoo' }, 'must be off, live, synthetic or csv:PATH'],
    [{ MARKET_DATA: 'csv:' }, 'must be off, live, synthetic or csv:PATH'],
    [{ YAHOO_BASE_URL: 'ftp://x' }, 'must be an http or https address'],
    [{ FRED_API_KEY: 'short' }, 'must be the 32 characters of a FRED key'],
  ])('%j are refused in words', (environment, words) => {
    expect(Schema.safeParse(environment).error?.issues.map(({ message }) => message)).toEqual([words]);
  });
});
