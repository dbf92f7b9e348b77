import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../src/units.ts';
import { playProviders, status } from './doubles/market-providers.ts';
import { walk } from './doubles/market-series.ts';

const ROOT = resolve(import.meta.dirname, '..');

const run = (env: Record<string, string>): Promise<{ code: number; said: string }> =>
  new Promise((ended) => {
    execFile(process.execPath, ['src/market.ts'], { cwd: ROOT, env }, (error, said) =>
      ended({ code: typeof error?.code === 'number' ? error.code : 0, said }),
    );
  });

const played = async () => {
  const providers = await playProviders({ closes: walk(299, '2025-01-02') });
  onTestFinished(providers.stop);
  const { yahooUrl: url } = providers.settings('');
  return { providers, env: { YAHOO_BASE_URL: url, CBOE_BASE_URL: url, NYFED_BASE_URL: url, FRED_BASE_URL: url } };
};

describe('npm run market', () => {
  it('says of each source up to which day it answers, or why it does not', async () => {
    const { providers, env } = await played();
    providers.answer('cboe', status(403));
    const { code, said } = await run(env);
    const lines = said.trimEnd().split('\n');
    expect(lines).toEqual([
      'Market data: live',
      expect.stringMatching(/^Yahoo closes +2026-03-13 +\S.*, \d+ ms, Yahoo Finance, \^RUT and \^GSPC$/),
      expect.stringMatching(/^Cboe closes +none +Cboe answered 403 \(not allowed\)$/),
      expect.stringMatching(/^New York Fed rates +none +New York Fed sent no day with a target range$/),
      expect.stringMatching(/^Yahoo futures +none +Yahoo answered 404 \(not found\)$/),
      expect.stringMatching(/^FRED rates +not asked +no FRED_API_KEY is set$/),
      ...lines.slice(6),
    ]);
    expect(
      lines.slice(6).every((line) => /^Fed decisions +\d{4}-\d\d-\d\d +(?:complete|the outcome of )/.test(line)),
    ).toBe(true);
    expect(lines.length).toBeGreaterThan(6);
    expect(code).toBe(0);
  });

  it('names the line that the record of decisions wants', async () => {
    const { providers, env } = await played();
    const day = (on: string, lower: number) => ({
      on: isoDate(on),
      effective: lower + 0.13,
      lower,
      upper: lower + 0.25,
    });
    const rates = [day('2026-10-28', 3.75), day('2026-10-29', 4), day('2026-11-20', 4)];
    providers.know({ closes: walk(299, '2025-01-02'), rates });
    const { said } = await run(env);
    expect(said).toMatch(
      /^Fed decisions +2026-09-16 +wants a line in src\/fed\/decision-record\.ts: \['2026-10-28', 25, 4, 4\.25\]$/m,
    );
  });

  it('ends with 1 where no source of closes answers', async () => {
    const { providers, env } = await played();
    for (const provider of ['yahoo', 'cboe'] as const) providers.answer(provider, status(404));
    expect((await run(env)).code).toBe(1);
  });

  it('says what the modes without a network know', async () => {
    expect(await run({ MARKET_DATA: 'off' })).toMatchObject({
      code: 0,
      said: expect.stringMatching(/closes +none +market data are switched off/),
    });
    expect((await run({ MARKET_DATA: 'synthetic' })).said).toMatch(/closes .*synthetic, seed 1: made-up numbers/);
    expect(await run({ MARKET_DATA: 'csv:nowhere.csv' })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/closes +none +nowhere.csv cannot be read: there is no such file/),
    });
  });

  it('names a setting that is wrong', async () => {
    expect(await run({ MARKET_DATA: 'yahoo' })).toEqual({
      code: 1,
      said: 'MARKET_DATA must be off, live, synthetic or csv:PATH\n',
    });
  });
});
