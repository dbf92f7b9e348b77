import { access, chmod, rename, stat } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { type IsoInstant, isoInstant } from '../units.ts';
import type { DurableFile } from './durable-file.ts';
import type { State } from './state.ts';
import { createStateSerializer, type LostRecords, type ParsedState, parseState } from './state-text.ts';
import { StoreError } from './store.ts';

/**
 * A problem found in the file at the start, in spite of which the bot runs: the file was set aside, the last good copy took its
 * place, or records could not be read and are kept as they are.
 */
export type StoreFinding =
  | {
      readonly kind: 'set aside';
      readonly file: string;
      readonly setAsideAs: string;
      readonly reason: string;
      /** The people whom the damaged file still names as having installed the bot or set up a brief. */
      readonly people: readonly string[];
    }
  | {
      readonly kind: 'restored';
      readonly file: string;
      /** Absent where the file was gone. */
      readonly setAsideAs?: string;
      readonly reason: string;
      /** What was changed after this is lost. */
      readonly copyOf: IsoInstant;
    }
  | { readonly kind: 'left out'; readonly file: string; readonly lost: LostRecords };

const OWNER_ONLY = 0o600;

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const freeName = async (wanted: string, count = 1): Promise<string> => {
  const name = count === 1 ? wanted : `${wanted}-${count}`;
  return (await exists(name)) ? freeName(wanted, count + 1) : name;
};

/** As the damaged text of a file names them. */
const peopleIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/"(?:installer|owner)":"([UW][A-Z0-9]+)"/g), ([, user = '']) => user)),
];

const laterVersion = (file: string, version: number): StoreError =>
  new StoreError(
    `STORE_PATH: ${file} was written by a later version of Rotation Desk (its form is ${version}, this version knows 1). Start that version again, or set STORE_PATH to another file.`,
  );

/** Where the copy of a store's file is. */
export const copyOf = (file: string): string => `${file}.backup`;

interface StateFileOptions {
  readonly now: IsoInstant;
  readonly report: (finding: StoreFinding) => void;
}

/** lowdb's adapter for a state as text, and its copy. */
interface StateFile extends Adapter<State> {
  /** Writes the copy. */
  readonly backUp: (state: State) => Promise<void>;
}

/**
 * A state in a file, checked as it is read. A damaged file is set aside under another name, never overwritten, and the last
 * good copy takes its place, also where the file is gone.
 *
 * @param text the file
 * @param copy the file's copy
 */
export const createStateFile = (
  file: string,
  text: DurableFile,
  copy: DurableFile,
  { now, report }: StateFileOptions,
): StateFile => {
  const write = createStateSerializer();

  const parsed = (found: string): Exclude<ParsedState, { kind: 'later version' }> => {
    const state = parseState(found);
    if (state.kind === 'later version') throw laterVersion(file, state.version);
    return state;
  };

  const setAside = async (): Promise<string> => {
    // colons are not allowed in file names everywhere
    const setAsideAs = await freeName(`${file}.corrupt-${now.replaceAll(':', '-')}`);
    await rename(file, setAsideAs);
    await chmod(setAsideAs, OWNER_ONLY);
    return setAsideAs;
  };

  const reportLost = (lost: LostRecords): void => {
    if (Object.keys(lost).length > 0) report({ kind: 'left out', file, lost });
  };

  const restored = async (reason: string, damaged: string | null): Promise<State | null> => {
    const found = await copy.read();
    const good = found === null ? undefined : parsed(found);
    const setAsideAs = damaged === null ? undefined : await setAside();
    if (good?.kind === 'state') {
      const { mtime } = await stat(copyOf(file));
      report({
        kind: 'restored',
        file,
        ...(setAsideAs && { setAsideAs }),
        reason,
        copyOf: isoInstant(mtime.toISOString()),
      });
      reportLost(good.lost);
      return good.state;
    }
    if (setAsideAs !== undefined && damaged !== null) {
      report({ kind: 'set aside', file, setAsideAs, reason, people: peopleIn(damaged) });
    }
    return null;
  };

  return {
    read: async () => {
      const found = await text.read();
      if (found === null) return restored('it is gone', found);
      const read = parsed(found);
      if (read.kind === 'damaged') return restored(read.reason, found);
      reportLost(read.lost);
      return read.state;
    },
    write: (state) => text.write(write(state)),
    backUp: (state) => copy.write(write(state)),
  };
};
