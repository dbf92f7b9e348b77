import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { impliedPath } from '../../src/fed/implied-path.ts';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import type { MarketDependencies } from '../../src/market-data/http-client.ts';
import { openMarketData } from '../../src/market-data/open-market-data.ts';
import type { MarketData } from '../../src/market-data/port.ts';
import type { MarketSettings } from '../../src/market-data/settings.ts';
import { type IsoDate, type IsoInstant, isoDate, isoInstant } from '../../src/units.ts';
import type { Row } from '../doubles/market-bodies.ts';
import { type PlayedProviders, playProviders, status } from '../doubles/market-providers.ts';
import { ODDS } from './anchors.ts';
import { type Check, checksOf, sameAs } from './checks.ts';
import { deadChecks, productChecks } from './product.ts';

/**
 * Holds a real history of closes, which may not stand in this repository, against published figures, once through every
 * way it can come in: the file itself, Yahoo and Cboe played on this machine, and the cache.
 */

const USAGE = 'Usage: npm run verify:market -- --csv FILE    (columns date,rut_close,spx_close)';

const say = (words: string): void => void process.stdout.write(`${words}\n`);

/** An evening long after the file ends: every row of it is final. */
const EVENING = isoInstant('2028-12-29T23:00:00Z');

const toolsAt = (now: IsoInstant): MarketDependencies => ({
  fetch: (url, init) => fetch(url, init),
  now: () => now,
  random: Math.random,
  wait: (ms, signal) => wait(ms, undefined, signal && { signal }),
});

interface Taken {
  readonly ratio: RatioSeries;
  readonly source: string;
  readonly remarks: readonly string[];
  readonly tookMs: number;
}

const taken = async (
  settings: MarketSettings,
  load: (market: MarketData) => ReturnType<MarketData['closes']>,
): Promise<Taken> => {
  const began = performance.now();
  const market = await openMarketData(settings, toolsAt(EVENING));
  const outcome = await load(market);
  if (outcome.kind !== 'ok') throw new Error(outcome.problems.map(({ words }) => words).join('; '));
  const { ratio, provenance } = outcome.value;
  return {
    ratio,
    source: `${provenance.source}${provenance.isCached ? ', kept on disk' : ''}`,
    remarks: provenance.remarks,
    tookMs: performance.now() - began,
  };
};

const table = (checks: readonly Check[]): void => {
  for (const { what, expected, found, holds } of checks) {
    const verdict = holds === undefined ? 'skipped' : holds ? 'ok' : 'WRONG';
    say(`  ${verdict.padEnd(8)}${what.padEnd(46)}${expected.padEnd(40)}${found}`);
  }
};

const futuresOf = (): Record<string, readonly Row[]> =>
  Object.fromEntries(
    Object.entries(ODDS.prices).map(([code, close]) => [`${code}.CBT`, [{ on: isoDate(ODDS.asOf), close }]]),
  );

const odds = async (providers: PlayedProviders, folder: string): Promise<Check> => {
  const now = isoInstant(`${ODDS.asOf}T21:30:00Z`);
  const market = await openMarketData(providers.settings(join(folder, 'odds')), toolsAt(now));
  const futures = await market.futures(['2026-10', '2026-11']);
  const path = futures.kind === 'ok' ? impliedPath({ prices: futures.value.prices, now, count: 1 }) : undefined;
  const meeting = path?.kind === 'path' ? path.meetings[0] : undefined;
  const hike = meeting?.kind === 'odds' && meeting.meeting.decision === ODDS.meeting ? meeting.hike * 100 : undefined;
  return {
    what: `odds of a hike on ${ODDS.meeting}, %`,
    expected: `${ODDS.hike} ± 0.05`,
    found: hike?.toFixed(2) ?? 'none',
    holds: hike !== undefined && Math.abs(hike - ODDS.hike) <= 0.05,
  };
};

const verify = async (path: string, folder: string): Promise<readonly Check[]> => {
  const file = await taken({ kind: 'csv', path }, (market) => market.closes());
  const { dates } = file.ratio;
  say(`${dates.length} days, ${dates[0]} to ${dates.at(-1) as IsoDate}`);
  for (const remark of file.remarks) say(remark);
  const providers = await playProviders({ closes: file.ratio, futures: futuresOf() });
  const results: Check[] = [];
  const report = ({ ratio, source, tookMs }: Taken, tolerance: number): void => {
    const checks = [sameAs(file.ratio, ratio, tolerance), ...checksOf(ratio)];
    say(`\n${source}: ${tookMs.toFixed(0)} ms`);
    table(checks);
    results.push(...checks);
  };
  try {
    report(file, 0);
    const kept = join(folder, 'yahoo');
    report(await taken(providers.settings(kept), (market) => market.closes()), 0);
    providers.answer('yahoo', status(429));
    report(await taken(providers.settings(join(folder, 'cboe')), (market) => market.closes()), 1e-6);
    providers.answer('cboe', status(503));
    providers.answer('newYorkFed', status(500));
    const known = async (market: MarketData) => {
      const { closes } = market.snapshot();
      market.stop();
      return closes.kind === 'loading' ? { kind: 'unavailable' as const, problems: [] } : closes;
    };
    report(await taken(providers.settings(kept), known), 0);
    const tell = (name: string, checks: readonly Check[]): void => {
      say(`\n${name}`);
      table(checks);
      results.push(...checks);
    };
    const today = isoInstant(`${dates.at(-1)}T22:30:00Z`);
    tell('the product, every provider dead', await deadChecks(providers.settings(join(folder, 'nothing')), today));
    tell('the product, from the cache', await productChecks(providers.settings(kept), today));
    tell('the product, from the file', await productChecks({ kind: 'csv', path }, today));
    providers.answer('yahoo');
    const implied = await odds(providers, folder);
    say('\nfed funds futures, Yahoo');
    table([implied]);
    return [...results, implied];
  } finally {
    await providers.stop();
  }
};

const { values } = parseArgs({ options: { csv: { type: 'string' } } });
if (values.csv === undefined) {
  say(USAGE);
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'verify-market-'));
  try {
    const checks = await verify(resolve(values.csv), folder);
    const wrong = checks.filter(({ holds }) => holds === false).length;
    const skipped = checks.filter(({ holds }) => holds === undefined).length;
    say(`\n${checks.length - wrong - skipped} hold, ${wrong} wrong, ${skipped} skipped`);
    if (wrong > 0) process.exitCode = 1;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
