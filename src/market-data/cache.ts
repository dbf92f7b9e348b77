import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Cached, type CachedKind, FORMS } from './cached-forms.ts';
import { jsonIn } from './http/reading.ts';
import { because, type Outcome, ok } from './outcome.ts';

/** The last good value of each kind, on disk. What is read back is checked as strictly as what comes from a provider. */
export interface Cache {
  readonly read: <Kind extends CachedKind>(kind: Kind) => Promise<Outcome<Cached[Kind]>>;
  /** Whole or not at all: written beside and then renamed. */
  readonly write: <Kind extends CachedKind>(kind: Kind, value: Cached[Kind]) => Promise<Outcome<undefined>>;
}

const VERSION = 1;

const FileSchema = z.object({ version: z.literal(VERSION), value: z.unknown() });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

export const createCache = (folder: string): Cache => {
  const fileOf = (kind: CachedKind): string => join(folder, `${kind}.json`);
  return {
    read: async <Kind extends CachedKind>(kind: Kind): Promise<Outcome<Cached[Kind]>> => {
      let text: string;
      try {
        text = await readFile(fileOf(kind), 'utf8');
      } catch (error) {
        return codeOf(error) === 'ENOENT'
          ? because('cache', 'empty', `nothing is kept of ${kind} yet`)
          : because('cache', 'no-answer', `what is kept of ${kind} cannot be read (${codeOf(error)})`);
      }
      const file = FileSchema.safeParse(jsonIn(text));
      const value = file.success ? FORMS[kind].read.safeParse(file.data.value) : undefined;
      return value?.success
        ? ok(value.data as Cached[Kind])
        : because('cache', 'unreadable', `what is kept of ${kind} is damaged or of another version, and is not used`);
    },
    write: async (kind, value) => {
      const beside = `${fileOf(kind)}.${randomUUID()}.tmp`;
      try {
        await mkdir(folder, { recursive: true });
        const form = FORMS[kind] as { readonly write: (value: Cached[typeof kind]) => unknown };
        await writeFile(beside, JSON.stringify({ version: VERSION, value: form.write(value) }));
        await rename(beside, fileOf(kind));
        return ok(undefined);
      } catch (error) {
        await rm(beside, { force: true }).catch(() => undefined);
        return because('cache', 'fault', `${kind} cannot be kept on disk (${codeOf(error)})`);
      }
    },
  };
};

/** Keeps nothing. */
export const noCache: Cache = {
  read: async (kind) => because('cache', 'empty', `nothing is kept of ${kind}`),
  write: async () => ok(undefined),
};
