import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../src/market-data/http-client.ts';
import { loadCboeCloses } from '../../../src/market-data/providers/cboe.ts';
import { isoInstant } from '../../../src/units.ts';
import { cboeBody } from '../../doubles/market-bodies.ts';
import { NEVER, recorded, testTools } from '../../doubles/market-providers.ts';
import { walk } from '../../doubles/market-series.ts';

const BASE = 'https://cdn.cboe.com';
const NOW = isoInstant('2026-03-14T12:00:00Z');
const SERIES = walk(299, '2025-01-02');
const rows = (closes: readonly number[]) => SERIES.dates.map((on, at) => ({ on, close: closes[at] ?? null }));
const RUT = cboeBody('RUT', rows(SERIES.numerator));
const SPX = cboeBody('SPX', rows(SERIES.denominator));

const load = (rut: string, status = 200) => {
  nock(BASE).get('/api/global/us_indices/daily_prices/RUT_History.csv').reply(status, rut);
  nock(BASE).get('/api/global/us_indices/daily_prices/SPX_History.csv').reply(200, SPX);
  return loadCboeCloses(createClient('Cboe', BASE, testTools(NOW), NEVER), NOW);
};

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe("Cboe's daily files", () => {
  it('give month, day and year in that order', async () => {
    const outcome = await load(RUT);
    if (outcome.kind !== 'ok') return expect.unreachable();
    expect(outcome.value.ratio.dates).toEqual(SERIES.dates);
    expect(outcome.value.ratio.numerator[7]).toBeCloseTo(SERIES.numerator[7] ?? 0, 6);
    expect(outcome.value.provenance).toMatchObject({ provider: 'Cboe', asOf: '2026-03-13' });
  });

  it('may lack a close', async () => {
    const [header, ...lines] = RUT.split('\r\n');
    const holes = [header, lines[0]?.replace(/,.*/, ','), ...lines.slice(1)].join('\r\n');
    const outcome = await load(holes);
    if (outcome.kind !== 'ok') return expect.unreachable();
    expect(outcome.value.provenance.remarks).toEqual(['1 day without a close of RUT left out']);
  });

  it.each([
    ['a web page', recorded('page.html'), /^Cboe sent a web page in place of data$/],
    ['another index', RUT.replace('DATE,RUT', 'DATE,RUI'), /the columns DATE and RUT/],
    ['the day before the month', RUT.replace(/^(\d\d)\/(\d\d)\//gm, '$2/$1/'), /something else/],
    ['a thirteenth month', RUT.replace(/^01\/02\/2025/m, '13/02/2025'), /something else/],
    ['a price with a comma', RUT.replace(/(\d{3}\.\d+)/, '"1,$1"'), /something else/],
    ['nothing', '', /something else/],
  ])('are refused where they are %s', async (_, body, words) => {
    expect(await load(body)).toEqual({
      kind: 'unavailable',
      problems: [{ provider: 'Cboe', kind: 'unreadable', words: expect.stringMatching(words) }],
    });
  });

  it('of a few days are no history', async () => {
    expect(await load(recorded('cboe-rut.csv'))).toMatchObject({
      problems: [{ kind: 'empty', words: 'Cboe sent 3 closes of RUT, at least 252 were expected' }],
    });
  });
});
