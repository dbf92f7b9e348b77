import { type AppName, type Both, startApp } from './apps.ts';
import type { FakeSlack } from './fake-slack.ts';

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
