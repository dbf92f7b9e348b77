import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { rotationCommand } from '../../commands/rotation.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { createCache } from '../../src/market-data/cache.ts';
import { factsAt } from '../../src/market-data/market-facts.ts';
import { type Closes, ok } from '../../src/market-data/port.ts';
import { type Answer, answer, render } from '../../src/topics/registry.ts';
import { type IsoDate, isoInstant } from '../../src/units.ts';
import { readerOf } from '../doubles/asked.ts';
import { liveMarket } from '../doubles/live-facts.ts';
import { closesOn, ratioOf, walk } from '../doubles/market-series.ts';
import { median } from './core.ts';

const readRotationWords = readerOf(rotationCommand);

/** As many sessions as both indexes have had since 1987. */
export const WHOLE_HISTORY = 9_800;
export const HALF_HISTORY = WHOLE_HISTORY / 2;
const [WARM_UP_ROUNDS, ROUNDS] = [3, 15];
const COLLECTIONS = 3;
const BYTES_A_MEGABYTE = 1_048_576;

/** @param first the first day of the closes */
const typedFor = (first: IsoDate): readonly string[] => [
  '',
  'ytd',
  `since ${first}`,
  'since 2024-07-09',
  'from 2011-09-19 to 2013-03-11',
  'to 0.6',
  'after cuts',
  `csv since ${first}`,
];

export interface RotationTimes {
  /** Milliseconds from words to a drawn message, the median over all words and rounds. */
  readonly answerMs: number;
  readonly slowestMs: number;
  readonly slowest: string;
  /** The yardstick: the same series written as JSON and read again. */
  readonly jsonMs: number;
  /** From the file to facts that can answer. */
  readonly loadMs: number;
  /** What the loaded series takes in memory. */
  readonly heldMb: number;
}

const timed = async (call: () => unknown): Promise<number> => {
  const start = performance.now();
  await call();
  return performance.now() - start;
};

const made = (sessions: number): Closes => {
  const whole = walk(WHOLE_HISTORY);
  const [dates, numerator, denominator] = [
    whole.dates.slice(-sessions),
    whole.numerator.slice(-sessions),
    whole.denominator.slice(-sessions),
  ];
  const cents = (closes: readonly number[]): number[] => closes.map((close) => Math.round(close * 100) / 100);
  const { ratio, provenance } = liveMarket(
    ratioOf(closesOn(dates, cents(numerator)), closesOn(dates, cents(denominator))),
  );
  const { check, ...rest } = provenance;
  return {
    ratio,
    check: { kind: 'provisional', words: 'none' },
    provenance: { ...rest, provider: 'Yahoo', problems: [] },
  };
};

const answered = (words: string, facts: Facts): Answer => {
  const reading = readRotationWords(words);
  if (reading.kind !== 'question') throw new Error(`not a question: ${words}`);
  return answer(reading.question, facts);
};

/** What lives on the heap, once what has died is gone: also what dies only when a turn of the loop is over. */
const collected = async (): Promise<number> => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < COLLECTIONS; round += 1) {
    await turnOfTheLoop();
    collect();
  }
  return process.memoryUsage().heapUsed;
};

/** Any `/rotation` answer over a full history; what loading it from disk takes, and what it holds in memory. */
export const measureRotation = async (sessions: number): Promise<RotationTimes> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-market-'));
  try {
    const cache = createCache(folder);
    await cache.write('closes', made(sessions));
    const before = await collected();
    let loaded = await cache.read('closes');
    const heldMb = ((await collected()) - before) / BYTES_A_MEGABYTE;
    const loads: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      loads.push(
        await timed(async () => {
          loaded = await cache.read('closes');
        }),
      );
    }
    if (loaded.kind !== 'ok') throw new Error('the cache gave nothing back');
    const closes = ok(loaded.value);
    const now = isoInstant(`${loaded.value.provenance.asOf}T22:00:00Z`);
    const nothing = { kind: 'unavailable', problems: [] } as const;
    const facts = (): Facts => factsAt(now, { takenAt: now, closes, rates: nothing, futures: nothing });
    const [first] = loaded.value.ratio.dates;
    if (first === undefined) throw new Error('there are no closes');
    const runs = typedFor(first).map((words) => ({ words, took: [] as number[] }));
    const json: number[] = [];
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
      for (const { words, took } of runs) {
        const ms = await timed(() => render(answered(words, facts())));
        if (round >= 0) took.push(ms);
      }
      json.push(await timed(() => JSON.parse(JSON.stringify(closes))));
    }
    const [slowest] = runs.map(({ words, took }) => ({ words, ms: median(took) })).toSorted((a, b) => b.ms - a.ms);
    return {
      answerMs: median(runs.flatMap(({ took }) => took)),
      slowestMs: slowest?.ms ?? 0,
      slowest: slowest?.words ?? '',
      jsonMs: median(json),
      loadMs: median(loads),
      heldMb,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
