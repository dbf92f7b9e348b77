import { setTimeout as wait } from 'node:timers/promises';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { dueAgo, type Instance, outcomesOf, standing, startInstance, storeIn } from './instances.ts';

/** Slack takes so long for a post: a kill may come before it, in the middle, or behind it. */
const POST_MS = 60;
const CHANNELS = 10;

/** What there is of briefs when all kills are over. */
interface AfterKills {
  readonly schedules: number;
  readonly posted: number;
  readonly doubled: number;
  readonly lost: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/**
 * Two instances post briefs that are all due; again and again one of them is killed with -9 and another is started.
 *
 * @param kills how often
 * @param perKill briefs that come due for each kill
 */
export const killWhilePosting = async (
  slack: FakeSlack,
  databaseUrl: string,
  { kills, perKill, patienceMs }: { readonly kills: number; readonly perKill: number; readonly patienceMs: number },
): Promise<AfterKills> => {
  slack.script.always('chat.postMessage', { delayMs: POST_MS });
  const store = await storeIn(databaseUrl);
  let schedules = 0;
  const setUp = async (): Promise<void> => {
    for (let one = 0; one < perKill; one += 1) {
      await store.addSchedule(dueAgo(1, { channel: `C0MANY${schedules % CHANNELS}` }), 1_000_000);
      schedules += 1;
    }
  };
  for (let round = 0; round < Math.min(kills, 10); round += 1) await setUp();
  const instances: Instance[] = await Promise.all([
    startInstance(slack, databaseUrl),
    startInstance(slack, databaseUrl),
  ]);
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill >= 10) await setUp();
    await wait(200 + Math.random() * 700);
    await instances.shift()?.end('SIGKILL');
    instances.push(await startInstance(slack, databaseUrl));
  }
  const outcomes = await outcomesOf(store, schedules, patienceMs);
  await Promise.all(instances.map((one) => one.end('SIGTERM')));
  await store.close();
  const counts = standing(slack);
  return {
    schedules,
    posted: counts.size,
    doubled: [...counts.values()].filter((count) => count > 1).length,
    lost: schedules - outcomes.filter(({ kind }) => kind === 'posted').length,
    outcomes: Object.fromEntries(
      [...Map.groupBy(outcomes, (one) => ('reason' in one ? one.reason : one.kind))].map(([kind, all]) => [
        kind,
        all.length,
      ]),
    ),
  };
};
