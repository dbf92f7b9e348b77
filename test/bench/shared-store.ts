import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { openPostgresStore } from '../../src/store/postgres/index.ts';
import type { ThreadKey } from '../../src/store/store.ts';
import { isoInstant } from '../../src/units.ts';
import { startFakeSlack } from '../doubles/fake-slack.ts';
import { type Instance, newDatabase, startInstance } from '../postgres/instances.ts';
import { mention } from '../postgres/scenarios.ts';
import { startPostgres } from '../postgres/server.ts';
import { median } from './core.ts';

const MANY = 1_000_000;
const FEW = 1_000;
const READS = 3_000;
const FOLLOW_UPS = 200;
const PATIENCE_MS = 60_000;
const AT_ONCE = 20;
const ROUNDS = 3;
const NOW = isoInstant('2026-11-20T14:30:00Z');

export interface SharedStoreCosts {
  /** To recall a thread, among so many: medians. */
  readonly amongManyMs: number;
  readonly amongFewMs: number;
  /** Follow-ups answered a second by one instance and by two: medians of the rounds. */
  readonly onePerSecond: number;
  readonly twoPerSecond: number;
}

const keyOf = (number: number): ThreadKey => ({ team: 'T1', channel: 'C1', thread: `${number}.000100` });

/** Reads in turn from a store with many threads and one with few. */
const measureRecall = async (url: string): Promise<Pick<SharedStoreCosts, 'amongManyMs' | 'amongFewMs'>> => {
  const open = async (schema: string, threads: number) => {
    const { store, database } = await openPostgresStore({ url, schema, lost: () => undefined });
    const body = JSON.stringify({
      context: { last: { kind: 'rate-move', moveBps: -50 } },
      ...{ speakers: ['U1'], silent: false, rooted: true, answered: true, touched: NOW },
    });
    const table = sql.table(`${schema}.threads`);
    for (let from = 0; from < threads; from += 100_000) {
      const to = Math.min(from + 100_000, threads) - 1;
      await database.query((db) =>
        sql`insert into ${table} (id, team, body, touched)
          select 'T1/C1/' || number || '.000100', 'T1', ${body}::jsonb, ${NOW}::timestamptz
          from generate_series(${from}::int, ${to}::int) as number`.execute(db),
      );
    }
    await database.query((db) => sql`analyze ${table}`.execute(db));
    return { store, threads, times: [] as number[] };
  };
  const both = [await open('many', MANY), await open('few', FEW)] as const;
  for (let read = 0; read < READS; read += 1) {
    for (const { store, threads, times } of both) {
      const key = keyOf(Math.floor(Math.random() * threads));
      const start = performance.now();
      if ((await store.thread(key, NOW)) === undefined) throw new Error('a thread is not there');
      times.push(performance.now() - start);
    }
  }
  await Promise.all(both.map(({ store }) => store.close()));
  return { amongManyMs: median(both[0].times), amongFewMs: median(both[1].times) };
};

/** Follow-ups answered a second, each in a thread of its own, sent to the instances in turn. */
const measureFollowUps = async (url: string, count: number): Promise<number> => {
  const slack = await startFakeSlack();
  const instances: Instance[] = await Promise.all(Array.from({ length: count }, () => startInstance(slack, url)));
  try {
    const channel = (number: number): string => `C0MANY${number}`;
    const begin = async (number: number, thread: string): Promise<void> => {
      await instances[number % count]?.sender.sendEvent({
        ...mention('50bps', undefined, thread),
        channel: channel(number),
      });
    };
    const threads = Array.from({ length: FOLLOW_UPS }, (_, number) => `${1_795_200_000 + number}.000100`);
    const all = async (work: (number: number, thread: string) => Promise<void>, answers: number): Promise<void> => {
      for (let from = 0; from < FOLLOW_UPS; from += AT_ONCE) {
        await Promise.all(threads.slice(from, from + AT_ONCE).map((thread, place) => work(from + place, thread)));
      }
      // in private where the machine is too busy to say in time who reads along
      const answered = (): number => slack.posted.length + slack.privateReplies.length;
      const giveUpAt = performance.now() + PATIENCE_MS;
      while (answered() < answers) {
        if (performance.now() > giveUpAt) throw new Error(`${answered()} of ${answers} were answered`);
        await wait(10);
      }
    };
    await all(begin, FOLLOW_UPS);
    const start = performance.now();
    await all(async (number, threadTs) => {
      const event = mention('and 100?', threadTs, `${1_795_300_000 + number}.000200`);
      // whichever instance answered before
      await instances[(number + 1) % count]?.sender.sendEvent({ ...event, channel: channel(number) });
    }, 2 * FOLLOW_UPS);
    return (FOLLOW_UPS * 1_000) / (performance.now() - start);
  } finally {
    await Promise.all(instances.map((one) => one.end()));
    await slack.close();
  }
};

/** What the store in PostgreSQL costs, on a server of the bench's own. */
export const measureSharedStore = async (): Promise<SharedStoreCosts> => {
  const server = await startPostgres();
  try {
    const recall = await measureRecall(server.urlOf('postgres'));
    const rounds: { one: number; two: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const fresh = (count: number): Promise<string> =>
        newDatabase(server.urlOf('postgres'), `bench_${round}_${count}`);
      rounds.push({ one: await measureFollowUps(await fresh(1), 1), two: await measureFollowUps(await fresh(2), 2) });
    }
    return {
      ...recall,
      onePerSecond: median(rounds.map(({ one }) => one)),
      twoPerSecond: median(rounds.map(({ two }) => two)),
    };
  } finally {
    await server.remove();
  }
};
