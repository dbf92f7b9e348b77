import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createSeal } from '../../src/slack/installing/seal.ts';
import { startFakeSlack } from '../doubles/fake-slack.ts';
import { ASKER, BOT_USER } from '../doubles/payloads.ts';
import { BOT_TOKEN } from '../doubles/web-api.ts';
import {
  dueAgo,
  type Instance,
  manyWorkspaces,
  minutesFromNow,
  outcomesOf,
  standing,
  startInstance,
  storeIn,
} from '../postgres/instances.ts';
import { startPostgres } from '../postgres/server.ts';
import { type Fault, holds } from './killable.ts';

const WORKSPACES = 100;
const TEAMS = Array.from({ length: WORKSPACES }, (_, team) => `T${team}`);
const CHANNELS = 10;
const BRIEFS = 2_000;
const PATIENCE_MS = 900_000;
/** Slack's own clock and the machine's load make a second a little shorter or longer. */
const LEAST_GAP_MS = 700;
const MOST_IN_A_MINUTE = 330;

const residentMb = ({ pid }: Instance): number => {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
};

/** The shortest time between two posts of briefs in one channel, and the most in a workspace within a minute. */
const paceOf = (posts: readonly { readonly channel: string; readonly atMs: number }[]) => {
  const byChannel = Map.groupBy(posts, ({ channel }) => channel);
  const gaps = [...byChannel.values()].flatMap((all) =>
    all.slice(1).map(({ atMs }, at) => atMs - (all[at]?.atMs ?? 0)),
  );
  const teamOf = (channel: string): number => Math.floor(Number(channel.slice('C0MANY'.length)) / CHANNELS);
  const byTeam = Map.groupBy(posts, ({ channel }) => teamOf(channel));
  const inMinute = [...byTeam.values()].map((all) =>
    Math.max(...all.map(({ atMs }) => all.filter((other) => other.atMs >= atMs && other.atMs < atMs + 60_000).length)),
  );
  return { leastGapMs: Math.min(...gaps), mostInMinute: Math.max(...inMinute) };
};

export const fault: Fault = {
  name: `${BRIEFS} briefs of ${WORKSPACES} workspaces due in one minute, two instances, one of them killed on the way`,
  run: async (report) => {
    const [server, slack] = await Promise.all([startPostgres(), startFakeSlack()]);
    const instances: Instance[] = [];
    try {
      const url = server.urlOf('postgres');
      const store = await storeIn(url);
      const key = randomBytes(32);
      const seal = createSeal([key]);
      for (const id of TEAMS) {
        const bot = { token: BOT_TOKEN, id: 'B0BOT', userId: BOT_USER };
        const installation = { team: { id }, isEnterpriseInstall: false, user: { id: ASKER }, bot };
        const sealed = seal.close(JSON.stringify(installation), id);
        await store.keepInstallation({ team: id, installedAt: minutesFromNow(-60), sealed });
      }
      const due = dueAgo(1);
      for (let one = 0; one < BRIEFS; one += 1) {
        const team = one % WORKSPACES;
        const channel = `C0MANY${team * CHANNELS + (Math.floor(one / WORKSPACES) % CHANNELS)}`;
        await store.addSchedule({ ...due, team: `T${team}`, channel }, BRIEFS);
      }
      report('the briefs are set up');
      const start = () => startInstance(slack, url, 0, manyWorkspaces(key.toString('base64')));
      const startedMs = performance.now();
      instances.push(...(await Promise.all([start(), start()])));
      while (standing(slack).size < BRIEFS / 4) await wait(200);
      await instances.shift()?.end('SIGKILL');
      report(`one is killed, ${standing(slack).size} briefs are posted`);
      const [left] = instances;
      const early = left ? residentMb(left) : 0;
      while (standing(slack).size < BRIEFS && performance.now() - startedMs < PATIENCE_MS) await wait(500);
      const tookS = Math.round((performance.now() - startedMs) / 1_000);
      const late = left ? residentMb(left) : 0;
      const outcomes = await outcomesOf(store, BRIEFS, 120_000, TEAMS);
      await store.close();
      const counts = [...standing(slack).values()];
      const posts = slack
        .callsTo('chat.postMessage')
        .flatMap(({ arguments: args, atMs }) =>
          args['metadata'] === undefined ? [] : [{ channel: String(args['channel']), atMs }],
        );
      const { leastGapMs, mostInMinute } = paceOf(posts);
      holds(
        counts.every((count) => count === 1),
        'a brief stands twice',
      );
      holds(counts.length === BRIEFS, `${BRIEFS - counts.length} briefs are missing`);
      holds(
        outcomes.length === BRIEFS && outcomes.every(({ kind }) => kind === 'posted'),
        'not every brief is on record as posted',
      );
      holds(leastGapMs >= LEAST_GAP_MS, `two posts in one channel came ${Math.round(leastGapMs)} ms apart`);
      holds(mostInMinute <= MOST_IN_A_MINUTE, `a workspace had ${mostInMinute} posts in a minute`);
      holds(late <= early * 1.3 + 20, `memory went from ${Math.round(early)} to ${Math.round(late)} MB`);
      return {
        'posted once': counts.length,
        'all posted after, in seconds': tookS,
        'least time between two posts in a channel, in ms': Math.round(leastGapMs),
        'most posts of a workspace in a minute': mostInMinute,
        'memory of the one left, a quarter of the way and at the end, in MB': `${Math.round(early)}, ${Math.round(late)}`,
      };
    } finally {
      await Promise.all(instances.map((one) => one.end()));
      await slack.close();
      await server.remove();
    }
  },
};
