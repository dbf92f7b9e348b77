import { startFakeSlack } from '../doubles/fake-slack.ts';
import { type Instance, newDatabase, startInstance } from '../postgres/instances.ts';
import { killWhilePosting } from '../postgres/kills.ts';
import { busySlack, clocksApart } from '../postgres/scenarios.ts';
import { startPostgres } from '../postgres/server.ts';
import { type Fault, holds } from './killable.ts';

const KILLS = Number(process.env['KILLS'] ?? 200);
const BUSY_MS = 60_000;
/** Until both clocks have shown the minute of each brief. */
const BOTH_CLOCKS_MS = 130_000;

export const fault: Fault = {
  name: `Two instances on one PostgreSQL: ${KILLS} kills with -9 while they post, a minute of 429, clocks two minutes apart`,
  run: async (report) => {
    const server = await startPostgres();
    const withSlack = async <T>(
      name: string,
      work: (
        slack: Awaited<ReturnType<typeof startFakeSlack>>,
        url: string,
        start: (url: string, aheadMs?: number) => Promise<Instance>,
      ) => Promise<T>,
    ): Promise<T> => {
      const slack = await startFakeSlack();
      const started: Instance[] = [];
      try {
        return await work(slack, await newDatabase(server.urlOf('postgres'), name), async (url, aheadMs) => {
          const instance = await startInstance(slack, url, aheadMs);
          started.push(instance);
          return instance;
        });
      } finally {
        await Promise.all(started.map((one) => one.end()));
        await slack.close();
      }
    };
    try {
      const busy = await withSlack('busy', (slack, url, start) => busySlack(slack, start, { url, busyMs: BUSY_MS }));
      holds(
        busy.outcomes.every((kind) => kind === 'posted'),
        `after a minute of 429: ${busy.outcomes.join(', ')}`,
      );
      holds(
        busy.standing.every((count) => count === 1),
        'after a minute of 429 a brief stands twice',
      );
      report('a minute of 429 is over');
      const clocks = await withSlack('clocks', (slack, url, start) =>
        clocksApart(slack, start, { url, waitMs: BOTH_CLOCKS_MS }),
      );
      holds(
        clocks.outcomes.every((kind) => kind === 'posted'),
        `clocks apart: ${clocks.outcomes.join(', ')}`,
      );
      holds(
        clocks.standing.every((count) => count === 1),
        'clocks apart: a brief stands twice',
      );
      holds(clocks.answered.length === 6, `clocks apart: ${clocks.answered.length} answers to 6 questions`);
      report('clocks two minutes apart are over');
      const killed = await withSlack('kills', (slack, url) =>
        killWhilePosting(slack, url, { kills: KILLS, perKill: 8, patienceMs: 600_000 }),
      );
      holds(killed.doubled === 0, `${killed.doubled} briefs were posted twice`);
      holds(killed.lost === 0, `${killed.lost} briefs were lost: ${JSON.stringify(killed.outcomes)}`);
      return {
        'posts tried in a channel during a minute of 429': busy.triesAChannel,
        kills: KILLS,
        'briefs due': killed.schedules,
        'posted once': killed.posted,
        'posted twice': 0,
        lost: 0,
      };
    } finally {
      await server.remove();
    }
  },
};
