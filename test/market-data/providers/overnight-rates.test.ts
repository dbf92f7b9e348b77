import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../src/market-data/http-client.ts';
import { loadCboeCloses } from '../../../src/market-data/providers/cboe.ts';
import { FRED_NOTICE, loadFredRates, loadNewYorkFedRates } from '../../../src/market-data/providers/overnight-rates.ts';
import { isoDate, isoInstant } from '../../../src/units.ts';
import { cboeBody, fredBody } from '../../doubles/market-bodies.ts';
import { NEVER, recorded, testTools } from '../../doubles/market-providers.ts';
import { walk } from '../../doubles/market-series.ts';

const NOW = '2026-09-18T14:00:00Z';
const KEY = 'abcdefghijklmnopqrstuvwxyz012345';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('the New York Fed', () => {
  const BASE = 'https://markets.newyorkfed.org';
  const load = (body: string) => {
    const tools = testTools(NOW);
    nock(BASE)
      .get('/api/rates/unsecured/effr/search.json')
      .query({ startDate: '2026-04-21', endDate: '2026-09-18' })
      .reply(200, body);
    return loadNewYorkFedRates(createClient('New York Fed', BASE, tools, NEVER), tools.now());
  };

  it('gives the effective rate and the range of a day together: the new range holds from the day after the decision', async () => {
    expect(await load(recorded('new-york-fed-effr.json'))).toMatchObject({
      kind: 'ok',
      value: {
        days: [
          { on: '2026-09-16', lower: 3.5, upper: 3.75, effective: 3.63 },
          { on: '2026-09-17', lower: 3.75, upper: 4, effective: 3.88 },
        ],
        provenance: { provider: 'New York Fed', asOf: '2026-09-17' },
      },
    });
  });

  it('may lack one figure of a day', async () => {
    const lacking = recorded('new-york-fed-effr.json').replace('3.88', '"NA"');
    const outcome = await load(lacking);
    if (outcome.kind !== 'ok') return expect.unreachable();
    expect(outcome.value.days.at(-1)).toEqual({ on: '2026-09-17', lower: 3.75, upper: 4 });
  });

  it.each([
    ['no days', recorded('new-york-fed-empty.json'), 'empty', /no day with a target range/],
    [
      'a range upside down',
      recorded('new-york-fed-effr.json').replaceAll('"targetRateFrom"', '"targetRateTo2"'),
      'empty',
      /no day/,
    ],
    [
      'rates out of reason',
      recorded('new-york-fed-effr.json').replace(/"targetRateTo": ?[\d.]+/g, '"targetRateTo":375'),
      'empty',
      /no day/,
    ],
    ['another shape', '{"refRates":{}}', 'unreadable', /something else/],
    ['a web page', recorded('page.html'), 'unreadable', /web page/],
  ])('with %s is refused in words', async (_, body, kind, words) => {
    expect(await load(body)).toEqual({
      kind: 'unavailable',
      problems: [{ provider: 'New York Fed', kind, words: expect.stringMatching(words) }],
    });
  });
});

describe('FRED', () => {
  const BASE = 'https://api.stlouisfed.org';
  const series = (id: string, body: string, status = 200) =>
    nock(BASE)
      .get('/fred/series/observations')
      .query((query) => query['series_id'] === id && query['api_key'] === KEY && query['file_type'] === 'json')
      .reply(status, body);
  const load = async () => {
    const tools = testTools(NOW);
    return { outcome: await loadFredRates(createClient('FRED', BASE, tools, NEVER), KEY, tools), waits: tools.waits };
  };

  it('gives three series, slowly, joined by day, with the sentence its terms ask for', async () => {
    series('DFEDTARU', recorded('fred-observations.json'));
    series(
      'DFEDTARL',
      fredBody([
        { on: isoDate('2026-09-16'), value: 3.5 },
        { on: isoDate('2026-09-17'), value: 3.75 },
      ]),
    );
    series(
      'DFF',
      fredBody([
        { on: isoDate('2026-09-16'), value: 3.63 },
        { on: isoDate('2026-09-17'), value: undefined },
      ]),
    );
    const { outcome, waits } = await load();
    if (outcome.kind !== 'ok') return expect.unreachable();
    expect(outcome.value.days).toEqual([
      { on: '2026-09-16', lower: 3.5, upper: 3.75, effective: 3.63 },
      { on: '2026-09-17', lower: 3.75, upper: 4 },
    ]);
    expect(outcome.value.provenance).toMatchObject({ provider: 'FRED', asOf: '2026-09-17', notice: FRED_NOTICE });
    expect(waits).toEqual([600, 600]);
  });

  it.each([
    [400, 'rejected'],
    [200, 'rejected'],
  ])('with an error and %i is refused in words that hold neither key nor address', async (status, kind) => {
    series('DFEDTARU', recorded('fred-error.json'), status);
    const { outcome } = await load();
    expect(outcome).toMatchObject({ kind: 'unavailable', problems: [{ provider: 'FRED', kind }] });
    expect(JSON.stringify(outcome)).not.toMatch(new RegExp(`${KEY}|stlouisfed|api_key`));
  });
});

const BASE = 'https://cdn.cboe.com';
const SATURDAY = isoInstant('2026-03-14T12:00:00Z');
const SERIES = walk(299, '2025-01-02');
const rows = (closes: readonly number[]) => SERIES.dates.map((on, at) => ({ on, close: closes[at] ?? null }));
const RUT = cboeBody('RUT', rows(SERIES.numerator));
const SPX = cboeBody('SPX', rows(SERIES.denominator));

const load = (rut: string, status = 200) => {
  nock(BASE).get('/api/global/us_indices/daily_prices/RUT_History.csv').reply(status, rut);
  nock(BASE).get('/api/global/us_indices/daily_prices/SPX_History.csv').reply(200, SPX);
  return loadCboeCloses(createClient('Cboe', BASE, testTools(SATURDAY), NEVER), SATURDAY);
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
