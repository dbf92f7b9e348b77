import { join } from 'node:path';
import { onTestFinished } from 'vitest';
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
