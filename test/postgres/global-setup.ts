import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the database for the tests of this folder is. */
    readonly databaseUrl: string;
  }
}

/** The tests that need it. */
const TESTS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join(import.meta.dirname, name));

/** Starts a PostgreSQL before the tests of this folder, which takes two seconds, and ends it behind them. */
export const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const { filenamePattern: chosen = [] } = project.vitest as { readonly filenamePattern?: readonly string[] };
  const isNeeded = chosen.length === 0 || TESTS.some((test) => chosen.some((pattern) => test.includes(pattern)));
  if (!isNeeded) return undefined;
  const server = await startPostgres();
  project.provide('databaseUrl', server.urlOf('postgres'));
  return server.remove;
};
