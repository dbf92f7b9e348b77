import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type RunningApp, startApp } from './apps.ts';
import type { FakeSlack } from './fake-slack.ts';
import { questionText, sendCommand, slashCommand } from './slash-command.ts';

/** What came of sending commands over so many connections, each the next one as soon as the last is acknowledged. */
export interface Pressure {
  readonly connections: number;
  readonly sent: number;
  readonly acksPerSecond: number;
  readonly ackMs: readonly number[];
  /** Told in the acknowledgement to try again. */
  readonly refused: number;
  readonly answered: number;
  /** Acknowledged and not refused, and without an answer in the half minute after the load. */
  readonly lost: number;
  /** Messages beyond one for each command. */
  readonly doubled: number;
  /** The most connections that the app had open to Slack at once. */
  readonly mostOutgoing: number;
  /** Absent where the system has no /proc. */
  readonly peakMb: number | undefined;
  readonly residentMb: number | undefined;
}

const SECOND_MS = 1_000;
const AFTERMATH_MS = 30_000;
const POLL_MS = 100;
/** Most of what the load left is given back in this time. */
const REST_MS = 5_000;

/** Posts without end over one connection, in a channel of its own. */
const insist = async (
  app: RunningApp,
  slack: FakeSlack,
  { channel, until, agent }: { readonly channel: string; readonly until: number; readonly agent: Agent },
  acknowledged: (ms: number, isRefused: boolean) => void,
): Promise<void> => {
  for (let index = 0; performance.now() < until; index += 1) {
    const command = slashCommand(channel, questionText(index), slack.port);
    const { ackMs, body } = await sendCommand(app.port, command, agent);
    acknowledged(ackMs, body !== '');
  }
};

/** Sends commands for a while, as fast as they are acknowledged. */
export const press = async (
  app: RunningApp,
  slack: FakeSlack,
  connections: number,
  seconds: number,
): Promise<Pressure> => {
  const counted = slack.countPosts();
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ackMs: number[] = [];
  let refused = 0;
  const start = performance.now();
  const until = start + seconds * SECOND_MS;
  const acknowledged = (ms: number, isRefused: boolean): void => {
    ackMs.push(ms);
    if (isRefused) refused += 1;
  };
  const everybody = Array.from({ length: connections }, (_, person) =>
    insist(app, slack, { channel: `C${5000 + person}`, until, agent }, acknowledged),
  );
  await Promise.race([Promise.all(everybody), slack.surprise]);
  const lasted = (performance.now() - start) / SECOND_MS;
  const due = ackMs.length - refused;
  const giveUp = performance.now() + AFTERMATH_MS;
  while (counted.posts() < due && performance.now() < giveUp) await wait(POLL_MS);
  await wait(REST_MS);
  agent.destroy();
  const memory = await app.memory();
  const answered = counted.posts();
  const mostOutgoing = counted.mostConnections();
  counted.stop();
  return {
    ...{ connections, ackMs, refused, answered, mostOutgoing },
    sent: ackMs.length,
    acksPerSecond: ackMs.length / lasted,
    lost: Math.max(0, due - answered),
    doubled: Math.max(0, answered - due),
    peakMb: memory?.peakMb,
    residentMb: memory?.residentMb,
  };
};

const FEW = 20;
const MANY = 200;
const FEW_SECONDS = 20;
const MANY_SECONDS = 60;

const MINUTE_MS = 60_000;

/** Our app under few connections and then, started anew, under many. */
export interface BothPressures {
  readonly few: Pressure;
  readonly many: Pressure;
  /** What the app takes after the many and a minute in which nobody asks. Absent where the system has no /proc. */
  readonly minuteAfterMb: number | undefined;
}

export const measurePressure = async (slack: FakeSlack): Promise<BothPressures> => {
  const under = async <T>(measure: (app: RunningApp) => Promise<T>): Promise<T> => {
    const app = await startApp('ours', slack);
    try {
      return await measure(app);
    } finally {
      await app.stop();
    }
  };
  const few = await under((app) => press(app, slack, FEW, FEW_SECONDS));
  return under(async (app) => {
    const many = await press(app, slack, MANY, MANY_SECONDS);
    await wait(MINUTE_MS - REST_MS);
    return { few, many, minuteAfterMb: (await app.memory())?.residentMb };
  });
};
