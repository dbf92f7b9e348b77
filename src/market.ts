import { z } from 'zod';
import type { Freshness } from './calendar/index.ts';
import { now } from './clock.ts';
import { recordState } from './fed/index.ts';
import {
  type KindHealth,
  MARKET_VARIABLES,
  marketDependencies,
  marketSettings,
  openMarketData,
  type Probe,
  type Progress,
  probeProviders,
} from './market-data/index.ts';
import { endWithReader, print } from './terminal.ts';

/** `npm run market`: prints for every source of market data whether it answers, and up to which date. */

const ageOf = (freshness: Freshness): string => {
  if (freshness.kind === 'current') return 'current';
  if (freshness.kind === 'behind')
    return `${freshness.sessions} ${freshness.sessions === 1 ? 'session' : 'sessions'} old`;
  return `age unknown: no calendar for ${freshness.year}`;
};

const row = (name: string, day: string, rest: string): string => `${name.padEnd(20)}${day.padEnd(12)}${rest}`;

const probeRow = ({ name, tookMs, answer }: Probe): string =>
  answer.kind === 'ok'
    ? row(name, answer.asOf, `${ageOf(answer.freshness)}, ${tookMs} ms, ${answer.source}`)
    : row(name, 'none', answer.problems.map(({ words }) => words).join('; '));

const healthRow = ({ what, asOf, freshness, source, remarks = [], problems }: KindHealth): string =>
  row(
    what,
    asOf ?? 'none',
    [freshness && ageOf(freshness), source, ...remarks, ...problems.map(({ words }) => words)]
      .filter(Boolean)
      .join(', '),
  );

/** Prints how much of a long history has been loaded, if standard error is a terminal. */
const printProgress = ({ provider, what, bytes }: Progress): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${provider} ${what}: ${Math.ceil(bytes / 1_000)} kB `);
};

/** Whether the decisions typed in here end before the newest that the range of the New York Fed shows, and the line they want. */
const recordRows = (probes: readonly Probe[]): readonly string[] => {
  const days = probes.flatMap(({ answer }) => (answer.kind === 'ok' ? (answer.rates ?? []) : []));
  const { through, wanted, unknown } = recordState(
    days.toSorted((one, other) => one.on.localeCompare(other.on)),
    now(),
  );
  const lines = wanted.map(
    ({ on, change, lower, upper }) =>
      `wants a line in src/fed/decision-record.ts: ['${on}', ${change}, ${lower}, ${upper}]`,
  );
  const all = [...lines, ...unknown.map((on) => `the outcome of ${on} is neither on record nor in the rates`)];
  return (all.length > 0 ? all : ['complete']).map((words) => row('Fed decisions', through, words));
};

endWithReader();
const environment = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value?.trim()));
const variables = z.object(MARKET_VARIABLES).safeParse(environment);

if (!variables.success) {
  print(variables.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  process.exitCode = 1;
} else {
  const settings = marketSettings(variables.data, 'live');
  const tools = { ...marketDependencies(now), onProgress: printProgress };
  print(`Market data: ${settings.kind}`);
  if (settings.kind === 'live') {
    const probes = await probeProviders(settings, tools);
    for (const probe of probes) print(probeRow(probe));
    if (settings.fredApiKey === undefined) print(row('FRED rates', 'not asked', 'no FRED_API_KEY is set'));
    for (const line of recordRows(probes)) print(line);
    process.exitCode = probes.some(({ name, answer }) => name.endsWith('closes') && answer.kind === 'ok') ? 0 : 1;
  } else {
    const health = (await openMarketData(settings, tools)).health();
    for (const one of health) print(healthRow(one));
    process.exitCode = settings.kind === 'off' || health[0]?.state === 'ok' ? 0 : 1;
  }
}
