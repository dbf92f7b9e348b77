import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { WEEKDAYS } from '../../src/brief/day-reference.ts';
import type { NewSchedule } from '../../src/brief/schedule.ts';
import { openPostgresStore } from '../../src/store/postgres/index.ts';
import type { Store } from '../../src/store/store.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { CLIENT } from '../doubles/oauth.ts';
import { ASKER } from '../doubles/payloads.ts';
import { httpSender, type Sender, SIGNING_SECRET } from '../doubles/sending.ts';
import { BOT_TOKEN, CHANNELS, TEAM } from '../doubles/web-api.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Channels that the bot is in, for what needs many. */
const MANY = Object.fromEntries(Array.from({ length: 1_000 }, (_, number) => [`C0MANY${number}`, { member: true }]));
Object.assign(CHANNELS, MANY);

/** The program on a database, one of several. */
export interface Instance {
  readonly port: number;
  readonly pid: number;
  readonly sender: Sender;
  /** What it has logged, a line each. */
  readonly logged: () => string;
  readonly end: (signal?: NodeJS.Signals) => Promise<void>;
}

/** What a bot of one workspace is told. */
const ONE_WORKSPACE: Readonly<Record<string, string>> = { SLACK_BOT_TOKEN: BOT_TOKEN };

/** What a bot is told that any number of workspaces install. @param keys of 32 bytes in base64 */
export const manyWorkspaces = (...keys: readonly string[]): Readonly<Record<string, string>> => ({
  SLACK_CLIENT_ID: CLIENT.id,
  SLACK_CLIENT_SECRET: CLIENT.secret,
  SLACK_STATE_SECRET: 'a state secret that nobody guesses, ever',
  SLACK_TOKEN_KEYS: keys.join(','),
});

/**
 * Starts the program on a database, as `npm start` does.
 *
 * @param aheadMs by how much its clock is ahead
 * @param settings beside those of every instance
 */
export const startInstance = async (
  { apiUrl }: FakeSlack,
  databaseUrl: string,
  aheadMs = 0,
  settings = ONE_WORKSPACE,
): Promise<Instance> => {
  const skew = aheadMs === 0 ? [] : ['--import', join(import.meta.dirname, 'skewed-clock.ts')];
  const child: ChildProcess = spawn(process.execPath, [...skew, '--import', './src/node-version.js', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: resolve(ROOT, 'node_modules/.cache/e2e'),
      CLOCK_AHEAD_MS: String(aheadMs),
      DATABASE_URL: databaseUrl,
      MARKET_DATA: 'off',
      ...settings,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: apiUrl,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let logged = '';
  const port = await new Promise<number>((found, failed) => {
    const hear = (bytes: Buffer): void => {
      logged = `${logged}${bytes.toString()}`.slice(-200_000);
      const [, number] = /"port":(\d+)/.exec(logged) ?? [];
      if (number !== undefined) found(Number(number));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(() => failed(new Error(`the program ended: ${logged.slice(-500)}`)));
  });
  return {
    port,
    pid: child.pid ?? 0,
    sender: httpSender(port),
    logged: () => logged,
    end: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await ended;
    },
  };
};

/** Makes a database, and gives its address. */
export const newDatabase = async (serverUrl: string, name: string): Promise<string> => {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

export const storeIn = async (url: string): Promise<Store> =>
  (await openPostgresStore({ url, lost: () => undefined })).store;

const MINUTE_MS = 60_000;

export const minutesFromNow = (minutes: number): IsoInstant =>
  isoInstant(new Date(Date.now() + minutes * MINUTE_MS).toISOString());

/** A brief that came due some minutes ago, or comes due in some where that is negative. */
export const dueAgo = (minutes: number, more: Partial<NewSchedule> = {}): NewSchedule => ({
  ...{ team: TEAM, channel: 'C0MANY0', owner: ASKER, onClosed: 'say', onStale: 'say' },
  timing: { kind: 'clock', days: [...WEEKDAYS], time: minutesFromNow(-minutes).slice(11, 16), zone: 'UTC' },
  createdAt: minutesFromNow(-minutes - 5),
  ...more,
});

/** How often each brief stands in Slack, by schedule and slot. */
export const standing = ({ posted }: FakeSlack): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { metadata } of posted) {
    const { event_type: type, event_payload: payload } = (metadata ?? {}) as {
      readonly event_type?: string;
      readonly event_payload?: { readonly schedule: string };
    };
    if (type !== 'rotation_desk_brief' || payload === undefined) continue;
    counts.set(payload.schedule, (counts.get(payload.schedule) ?? 0) + 1);
  }
  return counts;
};

/** Waits until nothing is open any more, or time is up. @returns what came of each delivery, by its kind */
export const outcomesOf = async (store: Store, schedules: number, patienceMs: number, teams = [TEAM]) => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const all = (await Promise.all(teams.map((team) => store.schedules(team)))).flat();
    const outcomes = (await Promise.all(all.map(({ team, id }) => store.deliveries(team, id))))
      .flat()
      .map(({ outcome }) => outcome);
    const isOver = outcomes.length >= schedules && outcomes.every(({ kind }) => kind !== 'claimed');
    if (isOver || performance.now() > giveUpAt) return outcomes;
    await wait(500);
  }
};
