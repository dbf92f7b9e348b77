import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const MODULE = new URL('../src/idle-memory.ts', import.meta.url).href;
const run = promisify(execFile);

interface Outcome {
  readonly collections: readonly { readonly beforeMb: number; readonly afterMb: number }[];
  readonly residentMb: { readonly grown: number; readonly quiet: number };
  readonly isExposed: boolean;
}

/** A process that fills its heap with so many megabytes, lets go of them or not, and is quiet from then on. */
const outcomeOf = async (heldMb: number, isLetGo: boolean): Promise<Outcome> => {
  const program = `
    import { setTimeout as wait } from 'node:timers/promises';
    import { giveBackIdleMemory } from '${MODULE}';
    const collections = [];
    giveBackIdleMemory((sizes) => collections.push(sizes), 200);
    const resident = () => process.memoryUsage().rss / 1024 / 1024;
    let held = Array.from({ length: ${heldMb} }, () => Array.from({ length: 16_384 }, (_, index) => ({ index })).slice(0, 16_384));
    const grown = resident();
    if (${isLetGo}) held = [];
    await wait(3_000);
    const residentMb = { grown, quiet: resident() };
    process.stdout.write(JSON.stringify({ collections, residentMb, isExposed: 'gc' in globalThis, held: held.length }));
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
  return JSON.parse(stdout);
};

describe('the heap of a burst', () => {
  it('goes back to the system once the event loop is quiet, in one collection', async () => {
    const { collections, residentMb, isExposed } = await outcomeOf(400, true);
    expect(collections).toHaveLength(1);
    expect(collections[0]?.afterMb).toBeLessThan(64);
    expect(residentMb.grown).toBeGreaterThan(300);
    expect(residentMb.quiet).toBeLessThan(150);
    expect(isExposed).toBe(false);
  });

  it('is collected once and not again and again where all of it is in use', async () => {
    const { collections } = await outcomeOf(400, false);
    expect(collections).toHaveLength(1);
    expect(collections[0]?.afterMb).toBeGreaterThan(150);
  });

  it('is left alone where it is small', async () => {
    expect((await outcomeOf(5, true)).collections).toEqual([]);
  });
});
