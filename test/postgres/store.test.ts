import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, describe, expect, inject, it, onTestFinished, test } from 'vitest';
import { renderHistory } from '../../src/brief/message-history.ts';
import { openSharedJobs } from '../../src/scheduler/boss-jobs.ts';
import { createDeliveryWorker } from '../../src/scheduler/deliver-due-briefs.ts';
import type { BriefPoster, DeliveryJob, DeliveryWorker } from '../../src/scheduler/port.ts';
import { databaseOver } from '../../src/store/postgres/database.ts';
import { createPostgresStore, openPostgresStore } from '../../src/store/postgres/index.ts';
import { migrate } from '../../src/store/postgres/migrations.ts';
import type { StoreTables } from '../../src/store/postgres/tables.ts';
import { isoInstant } from '../../src/units.ts';
import { added, briefStoreContract } from '../contracts/brief-store.ts';
import { installationContract } from '../contracts/installations.ts';
import { leaseContract } from '../contracts/leases.ts';
import { requestStoreContract } from '../contracts/request-store.ts';
import { separationContract } from '../contracts/separation.ts';
import { storeContract } from '../contracts/store.ts';
import { startFakeSlack } from '../doubles/fake-slack.ts';
import { eventually } from '../e2e/eventually.ts';
import { newDatabase, startInstance, storeIn } from './instances.ts';
import { mention } from './scenarios.ts';

let schemas = 0;

/** A schema of its own for each test. */
const inPostgres = async (leaseMs?: number) => {
  schemas += 1;
  const schema = `contract_${process.pid}_${schemas}`;
  const options = { url: inject('databaseUrl'), schema, lost: () => undefined };
  return (await openPostgresStore({ ...options, ...(leaseMs !== undefined && { leaseMs }) })).store;
};

storeContract('in PostgreSQL', () => inPostgres());
briefStoreContract('in PostgreSQL', () => inPostgres());
requestStoreContract('in PostgreSQL', () => inPostgres());
leaseContract('in PostgreSQL', inPostgres);
installationContract('in PostgreSQL', inPostgres);
separationContract('in PostgreSQL', () => inPostgres());

const lite = await PGlite.create();
afterAll(() => lite.close());
/** Whoever closes a store leaves the instance to the next. */
const shared = new Proxy(lite, {
  get: (target, name) => {
    const value: unknown = name === 'close' ? () => Promise.resolve() : Reflect.get(target, name);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});

/** The same in this process, one store at a time. */
const inPglite = async (leaseMs?: number) => {
  schemas += 1;
  const schema = `contract_${schemas}`;
  await lite.exec(`set search_path = ${schema}`);
  const kysely = new Kysely<StoreTables>({ dialect: new PGliteDialect({ pglite: shared }) });
  await migrate(kysely as never, schema);
  return createPostgresStore(databaseOver(kysely), leaseMs);
};

storeContract('in pglite', () => inPglite());
briefStoreContract('in pglite', () => inPglite());
requestStoreContract('in pglite', () => inPglite());
leaseContract('in pglite', inPglite, false);
installationContract('in pglite', inPglite, false);

/** A way to a database on which, from a moment on, nothing comes through, while every connection stays open. */
const silencedWay = async (url: string) => {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let isSilent = false;
  const pipe = (from: Socket, to: Socket): void => {
    open.add(from);
    from.on('data', (bytes) => void (isSilent || to.write(bytes)));
    from.on('error', () => to.destroy());
    from.on('close', () => void (isSilent || to.end()));
  };
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    pipe(client, database);
    pipe(database, client);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    silence: (): void => {
      isSilent = true;
    },
  };
};

test('a process whose database says nothing any more ends within ten seconds all the same', {
  timeout: 120_000,
}, async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const way = await silencedWay(await newDatabase(inject('databaseUrl'), 'silent'));
  const instance = await startInstance(slack, way.url);
  onTestFinished(() => instance.end());
  way.silence();
  void instance.sender.sendEvent(mention('50bps')).catch(() => undefined);
  const stoppedMs = performance.now();
  await instance.end('SIGTERM');
  expect(performance.now() - stoppedMs).toBeLessThan(10_000);
});

const now = () => isoInstant(new Date().toISOString());
const JOB: DeliveryJob = { schedule: 's1', slot: '2026-11-23', due: now() };

const workerOf = (work: DeliveryWorker['work'], giveUp: DeliveryWorker['giveUp'] = async () => undefined) => ({
  ...{ work, giveUp, report: () => undefined },
});

const opened = async (name: string, retries = {}) => {
  const url = await newDatabase(inject('databaseUrl'), name);
  const open = async () => {
    const jobs = await openSharedJobs(url, 'jobs', () => undefined, retries);
    onTestFinished(jobs.stop);
    return jobs;
  };
  return { url, open };
};

describe('jobs of two processes', () => {
  it('are done once, however often and by whomever they are added', { timeout: 60_000 }, async () => {
    const { open } = await opened('jobs_once');
    const done: string[] = [];
    const work: DeliveryWorker['work'] = async ({ slot }) => {
      await wait(3_000);
      done.push(slot);
      return { kind: 'done' };
    };
    const both = await Promise.all([open(), open()]);
    const queues = both.map(({ jobsOf }) => jobsOf(workerOf(work)));
    const slots = Array.from({ length: 5 }, (_, day) => ({ ...JOB, slot: `2026-11-2${day}` }));
    for (let times = 0; times < 10; times += 1) await Promise.all(queues.map(({ add }) => add([...slots, ...slots])));
    await eventually(() => expect(done.length).toBeGreaterThanOrEqual(5), 30_000);
    await wait(1_500);
    expect(done.toSorted()).toEqual(slots.map(({ slot }) => slot));
  });

  it('that fail are tried again, and given up in the end, which the history shows', { timeout: 60_000 }, async () => {
    const { url, open } = await opened('jobs_fail', { retryLimit: 2, retryDelay: 1, retryDelayMax: 1 });
    const store = await storeIn(url);
    onTestFinished(() => store.close());
    const schedule = await added(store);
    let tries = 0;
    const poster: BriefPoster = {
      post: () => Promise.reject(new Error('never called')),
      find: () => Promise.resolve({ kind: 'not found' }),
    };
    const { giveUp } = createDeliveryWorker({
      ...{ store, poster, owner: 'one', now, wait: () => Promise.resolve(), report: () => undefined },
      signal: new AbortController().signal,
    });
    const failing = workerOf(() => {
      tries += 1;
      return Promise.reject(new Error('a bug'));
    }, giveUp);
    const { jobsOf } = await open();
    await jobsOf(failing).add([{ ...JOB, schedule: schedule.id }]);
    await eventually(async () => {
      expect((await store.deliveries(schedule.team, schedule.id))[0]?.outcome).toEqual({
        kind: 'skipped',
        reason: 'given up',
      });
    }, 30_000);
    expect(tries).toBe(3);
    const shown = renderHistory(schedule, await store.deliveries(schedule.team, schedule.id), {
      zone: 'UTC',
      now: now(),
    });
    expect(JSON.stringify(shown)).toContain('given up after many tries');
  });
});
