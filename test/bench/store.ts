import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/lowdb.ts';
import type { Store, ThreadKey } from '../../src/store/store.ts';
import { isoInstant } from '../../src/units.ts';
import { median } from './core.ts';

const THREADS = 10_000;
const TURNS = 100;
const ROUNDS = 9;
const NOW = isoInstant('2026-11-20T14:30:00Z');

export interface StoreCosts {
  /** Of a hundred turns at once, with ten thousand threads remembered: file writes, the most of any round. */
  readonly writes: number;
  /** How long the slowest of the hundred waited: the median of the rounds, and the worst. */
  readonly slowestMs: number;
  readonly worstSlowestMs: number;
  /** The yardstick: one plain writeFile of the same bytes, in the same folder, the median of the rounds. */
  readonly plainWriteMs: number;
  readonly bytes: number;
  /** To open the file with all that in it. */
  readonly openMs: number;
}

const keyOf = (number: number): ThreadKey => ({
  team: 'T0123456789',
  channel: 'C0123456789',
  thread: `${1_763_000_000 + number}.123456`,
});

const takeMany = (store: Store, from: number, count: number): Promise<number[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const key = keyOf((from + index) % THREADS);
      const start = performance.now();
      await store.claimTurn(
        {
          key,
          message: `${from + index}.000100`,
          change: () => ({ user: 'U0123456789', context: { last: { kind: 'rate-move', moveBps: -50 } } }),
        },
        NOW,
      );
      return performance.now() - start;
    }),
  );

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** What the file form of the store costs when it is full, in a folder of its own. */
export const measureStore = async (): Promise<StoreCosts> => {
  const folder = await mkdtemp(join(tmpdir(), 'rotation-desk-bench-'));
  const path = join(folder, 'desk.json');
  let writes = 0;
  const open = () =>
    openStore({
      path,
      now: NOW,
      report: ({ kind }) => {
        throw new Error(`the store found its own file ${kind}`);
      },
      wrote: () => {
        writes += 1;
      },
    });
  try {
    const filling = await open();
    await takeMany(filling, 0, THREADS);
    await filling.close();
    const openings = performance.now();
    const store = await open();
    const openMs = performance.now() - openings;
    const rounds: { writes: number; slowestMs: number; plainMs: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      writes = 0;
      const slowestMs = Math.max(...(await takeMany(store, (round + 1) * THREADS, TURNS)));
      const written = writes;
      const bytes = await readFile(path);
      rounds.push({
        writes: written,
        slowestMs,
        plainMs: await timed(() => writeFile(join(folder, 'plain.json'), bytes)),
      });
    }
    const { length: bytes } = await readFile(path);
    await store.close();
    return {
      writes: Math.max(...rounds.map((one) => one.writes)),
      slowestMs: median(rounds.map((one) => one.slowestMs)),
      worstSlowestMs: Math.max(...rounds.map((one) => one.slowestMs)),
      plainWriteMs: median(rounds.map((one) => one.plainMs)),
      bytes,
      openMs,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
