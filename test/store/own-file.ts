import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import type { StoreFinding } from '../../src/store/state-file.ts';
import type { Store } from '../../src/store/store.ts';
import type { IsoInstant } from '../../src/units.ts';
import { temporaryFolder } from '../doubles/temporary.ts';
import { NOW } from './scenario.ts';

/** A path in a folder of its own that goes when the test is over. Neither file nor its own folder is there yet. */
export const ownFile = (): string => {
  const folder = temporaryFolder(onTestFinished);
  return join(folder, 'data', 'desk.json');
};

interface Opened {
  readonly store: Store;
  readonly findings: readonly StoreFinding[];
  readonly writes: () => number;
}

export const openAt = async (path: string, now: IsoInstant = NOW): Promise<Opened> => {
  const findings: StoreFinding[] = [];
  let writes = 0;
  const store = await openStore({
    path,
    now,
    report: (finding) => findings.push(finding),
    wrote: () => {
      writes += 1;
    },
  });
  onTestFinished(() => store.close().catch(() => undefined));
  return { store, findings, writes: () => writes };
};

/** A test that has such a path, and may have a store opened there. */
export const it = test.extend('path', () => ownFile()).extend('opened', ({ path }) => openAt(path));

export interface Started {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  readonly said: readonly string[];
  /** The first line that it says with these words at its beginning; rejects when it ends without. */
  readonly says: (beginning: string) => Promise<string>;
  /** Ends it as a power switch would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  readonly ended: Promise<unknown>;
}

/** Starts another process on a store: see process.ts for what it does. */
export const start = (path: string, ...job: readonly string[]): Started => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'process.ts'), path, ...job], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  const ended = once(child, 'close');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  const says = async (beginning: string): Promise<string> => {
    for (;;) {
      const line = said.find((one) => one.startsWith(beginning));
      if (line !== undefined) return line;
      const more = await Promise.race([once(lines, 'line').then(() => true), ended.then(() => false)]);
      if (!more && !said.some((one) => one.startsWith(beginning))) throw new Error(`ended after: ${said.join(' | ')}`);
    }
  };
  return { child, said, says, kill, ended };
};
