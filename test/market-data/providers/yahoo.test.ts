import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../src/market-data/http-client.ts';
import { loadYahooBars, loadYahooCloses, loadYahooFutures } from '../../../src/market-data/providers/yahoo.ts';
import { type IsoMonth, isoDate, isoInstant } from '../../../src/units.ts';
import { type Row, yahooBody, yahooUnknown } from '../../doubles/market-bodies.ts';
import { NEVER, recorded, testTools } from '../../doubles/market-providers.ts';
import { sessionsFrom, walk } from '../../doubles/market-series.ts';

const BASE = 'https://query2.finance.yahoo.com';
const NOW = isoInstant('2026-03-10T20:30:00Z');
const PATH = '/v8/finance/chart/%5ERUT';

const client = () => createClient('Yahoo', BASE, testTools(NOW), NEVER);
const reply = (body: string, status = 200) => nock(BASE).get(PATH).query(true).reply(status, body);
const bars = () => loadYahooBars(client(), '^RUT', isoDate('2026-03-01'), NOW);
const problem = (kind: string, words: RegExp) => ({
  kind: 'unavailable',
  problems: [{ provider: 'Yahoo', kind, words: expect.stringMatching(words) }],
});

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe("Yahoo's chart of one symbol", () => {
  it('is asked for by an encoded symbol, a span in seconds and daily bars, without cookie or crumb', async () => {
    const asked = nock(BASE, { badheaders: ['cookie'] })
      .get(PATH)
      .query({ period1: '1772323200', period2: '1773174600', interval: '1d' })
      .reply(200, recorded('yahoo-chart.json'));
    await bars();
    expect(asked.isDone()).toBe(true);
  });

  it("has the days of its exchange's clocks, in the week they go forward too", async () => {
    reply(recorded('yahoo-chart.json'));
    expect(await bars()).toEqual({
      kind: 'ok',
      value: [
        { on: '2026-03-05', close: 1001.5 },
        { on: '2026-03-06', close: 1002.25 },
        { on: '2026-03-09', close: 1003.75 },
        { on: '2026-03-10', close: 1004.5 },
      ],
    });
  });

  it('keeps a day without a close apart', async () => {
    reply(recorded('yahoo-null-close.json'));
    expect(await bars()).toMatchObject({ value: [{}, { on: '2026-03-06', close: null }, {}] });
  });

  it('may be empty', async () => {
    reply(recorded('yahoo-no-bars.json'));
    expect(await bars()).toEqual({ kind: 'ok', value: [] });
  });

  it.each([
    ['an error with 200', 200, recorded('yahoo-error.json'), 'not-found', /^Yahoo does not know \^RUT$/],
    ['an error with 404', 404, recorded('yahoo-error.json'), 'not-found', /404/],
    [
      'another error',
      200,
      recorded('yahoo-error.json').replace('Not Found', 'Internal *Error*'),
      'rejected',
      /^Yahoo answered with an error for \^RUT$/,
    ],
    ['a web page with 200', 200, recorded('page.html'), 'unreadable', /^Yahoo sent a web page in place of data$/],
    ['half a reply', 200, recorded('yahoo-chart.json').slice(0, 900), 'unreadable', /something else/],
    [
      'a number as text',
      200,
      recorded('yahoo-chart.json').replaceAll('1001.5', '"1001.5"'),
      'unreadable',
      /something else/,
    ],
    ['no result', 200, '{"chart":{"result":[],"error":null}}', 'empty', /^Yahoo sent nothing for \^RUT$/],
    [
      'another symbol',
      200,
      recorded('yahoo-chart.json').replace('^RUT', 'IWM'),
      'implausible',
      /another symbol than \^RUT/,
    ],
    [
      'an unknown zone',
      200,
      recorded('yahoo-chart.json').replace('New_York', 'Gotham'),
      'unreadable',
      /something else/,
    ],
    [
      'thinned out to weeks',
      200,
      recorded('yahoo-chart.json').replace(/("dataGranularity":\s*)"1d"/, '$1"1wk"'),
      'implausible',
      /^Yahoo sent \^RUT in steps of 1wk, and daily closes were asked for$/,
    ],
    [
      'more days than closes',
      200,
      recorded('yahoo-chart.json').replace(/1772721000,/, '1772721000,1772721001,'),
      'unreadable',
      /a close for each day/,
    ],
  ])('is refused in words where it is %s', async (_, status, body, kind, words) => {
    reply(body.replace(/\s*\n\s*/g, ''), status);
    expect(await bars()).toEqual(problem(kind, words));
  });
});

const SERIES = walk(299, '2025-01-02');
const rows = (closes: readonly number[]): Row[] => SERIES.dates.map((on, at) => ({ on, close: closes[at] ?? null }));
const RUSSELL = rows(SERIES.numerator);
const SP500 = rows(SERIES.denominator);
const LAST = SERIES.dates.at(-1) ?? isoDate('2026-03-13');

describe('both indexes', () => {
  const load = async (russell: readonly Row[], now: string, sp500 = SP500) => {
    nock(BASE).get(PATH).query(true).reply(200, yahooBody('^RUT', russell));
    nock(BASE).get('/v8/finance/chart/%5EGSPC').query(true).reply(200, yahooBody('^GSPC', sp500));
    const tools = testTools(now);
    return loadYahooCloses(createClient('Yahoo', BASE, tools, NEVER), tools.now());
  };
  const loaded = async (...given: Parameters<typeof load>) => {
    const outcome = await load(...given);
    if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };

  it('are one value with its source and its day', async () => {
    expect(LAST).toBe('2026-03-13');
    const { ratio, provenance } = await loaded(RUSSELL, '2026-03-14T12:00:00Z');
    expect(ratio).toEqual(SERIES);
    expect(provenance).toEqual({
      provider: 'Yahoo',
      source: 'Yahoo Finance, ^RUT and ^GSPC',
      asOf: '2026-03-13',
      fetchedAt: '2026-03-14T12:00:00.000Z',
      isFallback: false,
      isCached: false,
      isSynthetic: false,
      remarks: [],
      // the series is made up
      doubts: [
        expect.stringMatching(
          /^\^RUT is 164\.72 on 2025-04-08, where 1760\.71 is cited; so on (\d+) of \1 cited days$/,
        ),
        expect.stringMatching(
          /^\^GSPC is 322\.40 on 2025-04-08, where 4982\.77 is cited; so on (\d+) of \1 cited days$/,
        ),
      ],
      problems: [],
    });
  });

  it.each([
    ['2026-03-13T20:14:59Z', '2026-03-12', 'the running day is left out'],
    ['2026-03-13T20:15:00Z', '2026-03-13', 'a quarter of an hour after the bell it counts'],
  ])('seen at %s end on %s: %s', async (now, asOf) => {
    expect((await loaded(RUSSELL, now)).provenance.asOf).toBe(asOf);
  });

  it('leave out a day without a close and a bar of a holiday, and say so', async () => {
    const withHoliday = [...RUSSELL, { on: isoDate('2025-07-04'), close: 150 }];
    const holes = withHoliday.map((row, at) => (at === 40 ? { ...row, close: null } : row));
    const { ratio, provenance } = await loaded(holes, '2026-03-14T12:00:00Z');
    expect(ratio.dates).toHaveLength(298);
    expect(ratio.dates).not.toContain('2025-07-04');
    expect(provenance.remarks).toEqual([
      '1 day without a close of ^RUT left out',
      '1 day of ^RUT on which the exchange was shut left out, the first 2025-07-04, a Friday',
    ]);
  });

  it('take the later of two closes of one day', async () => {
    const twice = [...RUSSELL, { on: LAST, close: 170 }];
    expect((await loaded(twice, '2026-03-14T12:00:00Z')).ratio.numerator.at(-1)).toBe(170);
  });

  it('are refused where one moves by more than 25 % in a day', async () => {
    const jumped = RUSSELL.map((row, at) => (at >= 200 ? { ...row, close: (row.close ?? 0) * 10 } : row));
    expect(await load(jumped, '2026-03-14T12:00:00Z')).toEqual(
      problem('implausible', /\^RUT move by more than 25% on/),
    );
  });

  it('are refused where there is less than a year of them', async () => {
    expect(await load(RUSSELL.slice(-200), '2026-03-14T12:00:00Z')).toEqual(
      problem('empty', /^Yahoo sent 200 closes of \^RUT, at least 252 were expected$/),
    );
  });

  it('are refused where they share no day', async () => {
    const elsewhere = sessionsFrom('2020-01-02', 300).map((on) => ({ on, close: 100 }));
    expect(await load(RUSSELL, '2026-03-14T12:00:00Z', elsewhere)).toEqual(
      problem('implausible', /no day on which both/),
    );
  });

  it('fall together: one leg is never taken alone', async () => {
    nock(BASE).get(PATH).query(true).reply(200, yahooBody('^RUT', RUSSELL));
    nock(BASE).get('/v8/finance/chart/%5EGSPC').query(true).reply(404);
    expect(await loadYahooCloses(client(), NOW)).toEqual(problem('not-found', /404/));
  });
});

describe('fed funds futures', () => {
  const NOW_SEPTEMBER = '2026-09-18T21:00:00Z';
  const price = (on: string, close: number | null): Row => ({ on: isoDate(on), close });
  const contract = (code: string, body: string, status = 200) =>
    nock(BASE).get(`/v8/finance/chart/${code}.CBT`).query(true).reply(status, body);
  const load = (months: IsoMonth[]) => {
    const tools = testTools(NOW_SEPTEMBER);
    return loadYahooFutures(createClient('Yahoo', BASE, tools, NEVER), months, tools.now());
  };

  it('are the newest closes, each with its own day, where Yahoo misses days', async () => {
    contract('ZQV26', yahooBody('ZQV26.CBT', [price('2026-09-17', 96.11), price('2026-09-18', 96.105)]));
    contract('ZQX26', yahooBody('ZQX26.CBT', [price('2026-09-16', 95.98), price('2026-09-18', null)]));
    expect(await load(['2026-10', '2026-11'])).toMatchObject({
      kind: 'ok',
      value: {
        prices: [
          { month: '2026-10', price: 96.105, asOf: '2026-09-18' },
          { month: '2026-11', price: 95.98, asOf: '2026-09-16' },
        ],
        missing: [],
        provenance: { asOf: '2026-09-18', provider: 'Yahoo' },
      },
    });
  });

  it('name the contracts that are not to be had', async () => {
    contract('ZQV26', yahooBody('ZQV26.CBT', [price('2026-09-18', 96.105)]));
    contract('ZQX26', yahooUnknown, 404);
    contract('ZQZ26', yahooBody('ZQZ26.CBT', []));
    expect(await load(['2026-10', '2026-11', '2026-12'])).toMatchObject({
      value: {
        prices: [{ month: '2026-10' }],
        missing: [
          { month: '2026-11', problem: { kind: 'not-found' } },
          { month: '2026-12', problem: { kind: 'empty' } },
        ],
      },
    });
  });

  it('are not asked for any further after a refusal', async () => {
    for (const code of ['ZQU26', 'ZQV26', 'ZQX26']) contract(code, 'Too Many Requests', 429);
    const months: IsoMonth[] = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'];
    expect(await load(months)).toEqual(problem('refused', /429/));
    expect(nock.isDone()).toBe(true);
  });
});
