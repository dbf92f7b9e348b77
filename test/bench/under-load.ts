import { setTimeout as wait } from 'node:timers/promises';
import { type AppName, type Both, type Memory, type RunningApp, startApp } from './apps.ts';
import type { FakeSlack } from './fake-slack.ts';
import { PEOPLE, type Questions, type Round, runRound } from './load.ts';

const WARM_UP_COMMANDS = 200 * PEOPLE;
export const ROUNDS = 11;
export const ROUND_COMMANDS = 30 * PEOPLE;
const REST_MS = 1_000;

export interface UnderLoad {
  readonly rounds: readonly Both<MeasuredRound>[];
  readonly memory: Both<Memory | undefined>;
  /** Share of one processor that this process used for itself while the apps were measured. */
  readonly benchShare: number;
}

/** A round, and how many messages the app posted for a second of processor. */
interface MeasuredRound extends Round {
  /** NaN where the system does not tell. */
  readonly postsPerProcessorSecond: number;
}

const SECOND_MS = 1_000;

const round = async (app: RunningApp, slack: FakeSlack, questions: Questions): Promise<MeasuredRound> => {
  try {
    const before = (await app.processorMs()) ?? Number.NaN;
    const one = await runRound(app.port, slack, questions);
    const after = (await app.processorMs()) ?? Number.NaN;
    return { ...one, postsPerProcessorSecond: (questions.count * SECOND_MS) / (after - before) };
  } catch (error) {
    throw new Error(`the load failed; the app printed: ${app.output() || 'nothing'}`, { cause: error });
  }
};

/** The same questions to one app after the other; the first one changes, so that a machine that slows down is fair. */
const pairOfRounds = async (
  { bare, other }: Both<RunningApp>,
  slack: FakeSlack,
  text: Questions['text'],
  turn: number,
): Promise<Both<MeasuredRound>> => {
  const questions = { text, from: WARM_UP_COMMANDS + turn * ROUND_COMMANDS, count: ROUND_COMMANDS };
  if (turn % 2 === 0) {
    const first = await round(bare, slack, questions);
    return { bare: first, other: await round(other, slack, questions) };
  }
  const first = await round(other, slack, questions);
  return { bare: await round(bare, slack, questions), other: first };
};

/**
 * The bare app and another one in turn, under the same load.
 *
 * @param text what people type
 * @param nodeOptions for the other app only, to profile it
 */
export const measureUnderLoad = async (
  name: Exclude<AppName, 'bare'>,
  slack: FakeSlack,
  text: Questions['text'],
  nodeOptions: readonly string[] = [],
): Promise<UnderLoad> => {
  const apps = { bare: await startApp('bare', slack), other: await startApp(name, slack, nodeOptions) };
  const warmUp = { text, from: 0, count: WARM_UP_COMMANDS };
  await round(apps.bare, slack, warmUp);
  const { lastForm } = await round(apps.other, slack, warmUp);
  if (!lastForm.includes('blocks=')) throw new Error(`${name} did not post an answer but ${lastForm.slice(0, 500)}`);
  const start = performance.now();
  const before = process.cpuUsage();
  const rounds: Both<MeasuredRound>[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) rounds.push(await pairOfRounds(apps, slack, text, turn));
  const { user, system } = process.cpuUsage(before);
  const benchShare = (user + system) / 1000 / (performance.now() - start);
  await wait(REST_MS);
  const memory = { bare: await apps.bare.memory(), other: await apps.other.memory() };
  await Promise.all([apps.bare.stop(), apps.other.stop()]);
  return { rounds, memory, benchShare };
};

const STARTS = 7;

/** From the spawn to the first command that was acked. */
interface Start {
  readonly ms: number;
  /** Of all threads; NaN where the system does not tell. */
  readonly processorMs: number;
}

const startOnce = async (name: AppName, slack: FakeSlack, store?: string): Promise<Start> => {
  const app = await startApp(name, slack, [], store);
  const processorMs = (await app.processorMs()) ?? Number.NaN;
  await app.stop();
  return { ms: app.startMs, processorMs };
};

/** Starts both apps in turn, several times, after one start each that fills the file cache. */
export const measureStarts = async (slack: FakeSlack): Promise<Both<Start>[]> => {
  const starts: Both<Start>[] = [];
  for (let turn = 0; turn <= STARTS; turn += 1) {
    starts.push({ bare: await startOnce('bare', slack), other: await startOnce('ours', slack) });
  }
  return starts.slice(1);
};

/** Starts our app several times, each with a store of its own that holds this. */
export const measureStartsWith = async (store: string, slack: FakeSlack): Promise<number[]> => {
  const starts: number[] = [];
  for (let turn = 0; turn < STARTS; turn += 1) starts.push((await startOnce('ours', slack, store)).ms);
  return starts;
};
