import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import { factsAt } from '../../src/market-data/market-facts.ts';
import { openMarketData } from '../../src/market-data/open-market-data.ts';
import type { MarketData } from '../../src/market-data/port.ts';
import type { MarketSettings } from '../../src/market-data/settings.ts';
import { answer } from '../../src/topics/registry.ts';
import { type IsoDate, isoDate, isoInstant } from '../../src/units.ts';
import type { Row } from '../doubles/market-bodies.ts';
import { type PlayedProviders, playProviders, status } from '../doubles/market-providers.ts';
import { ODDS, type OddsAnchor } from './anchors.ts';
import { type Check, checksOf, sameAs } from './checks.ts';
import { deadChecks, productChecks, toolsAt } from './product.ts';
import { verdictChecks } from './verdicts.ts';

/**
 * Holds a real history of closes, which may not stand in this repository, against published figures, once through every
 * way it can come in: the file itself, Yahoo and Cboe played on this machine, and the cache.
 */

const USAGE = 'Usage: npm run verify:market -- --csv FILE    (columns date,rut_close,spx_close)';

const say = (words: string): void => void process.stdout.write(`${words}\n`);

const FIRST_LOAD_MS = 10_000;
/** Half of the last digit typed in. */
const ROUNDED = 0.005;

/** An evening long after the file ends: every row of it is final. */
const EVENING = isoInstant('2028-12-29T23:00:00Z');

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

const futuresOf = ({ asOf, prices }: OddsAnchor): Record<string, readonly Row[]> =>
  Object.fromEntries(Object.entries(prices).map(([code, close]) => [`${code}.CBT`, [{ on: isoDate(asOf), close }]]));

/** `/fed` on the evening of a day with published odds, from the provider of prices to the answer. */
const odds = async (
  providers: PlayedProviders,
  closes: RatioSeries,
  anchor: OddsAnchor,
  kept: string,
): Promise<readonly Check[]> => {
  providers.know({ closes, futures: futuresOf(anchor) });
  const now = isoInstant(`${anchor.asOf}T21:30:00Z`);
  const market = await openMarketData(providers.settings(kept), toolsAt(now));
  const answered = answer({ kind: 'fed' }, factsAt(now, await market.snapshotWithin(FIRST_LOAD_MS)));
  market.stop();
  const found = answered.figures.find(({ id }) => id === anchor.figure)?.value;
  const { value, within, by } = anchor.published;
  const check = (what: string, expected: number, tolerance: number): Check => ({
    what,
    expected: `${expected} ± ${tolerance}`,
    found: found?.toFixed(4) ?? 'none',
    holds: found !== undefined && Math.abs(found - expected) <= tolerance,
  });
  return [check(`${anchor.asOf} ${anchor.figure}`, anchor.implied, ROUNDED), check(`  ${by}`, value, within)];
};

const verify = async (path: string, folder: string): Promise<readonly Check[]> => {
  const file = await taken({ kind: 'csv', path }, (market) => market.closes());
  const { dates } = file.ratio;
  say(`${dates.length} days, ${dates[0]} to ${dates.at(-1) as IsoDate}`);
  for (const remark of file.remarks) say(remark);
  const providers = await playProviders({ closes: file.ratio });
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
    tell('the verdicts on the notes, from the file', verdictChecks(file.ratio));
    const implied: Check[] = [];
    for (const [at, anchor] of ODDS.entries()) {
      implied.push(...(await odds(providers, file.ratio, anchor, join(folder, `odds-${at}`))));
    }
    tell('/fed beside published odds, from the provider to the answer', implied);
    return results;
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
