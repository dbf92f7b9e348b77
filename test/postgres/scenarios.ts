import { setTimeout as wait } from 'node:timers/promises';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { ASKER, mentionEvent } from '../doubles/payloads.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { BOT, newTs } from '../e2e/conversing.ts';
import { dueAgo, type Instance, outcomesOf, standing, storeIn } from './instances.ts';

export const mention = (text: string, threadTs?: string, ts = newTs()) =>
  mentionEvent({ text: `${BOT} ${text}`, user: ASKER, channel: MEMBER, ts, threadTs });

/** The sizes of the cuts that were answered, each as often as it was; in private where Slack was too slow to say who reads along. */
export const answeredCuts = ({ posted, privateReplies }: FakeSlack): readonly number[] =>
  [...posted, ...privateReplies]
    .flatMap(({ text }) => Number(/^(\d+) bp cut/.exec(text)?.[1] ?? Number.NaN))
    .filter((size) => !Number.isNaN(size))
    .toSorted((one, other) => one - other);

/** Sends each of so many questions, cuts of 1 bp, 2 bp and on, to all instances at once. */
export const sendToAll = async (instances: readonly Instance[], questions: number): Promise<void> => {
  for (let size = 1; size <= questions; size += 1) {
    const event = mention(`cut ${size} bp`);
    await Promise.all(instances.map(({ sender }) => sender.sendEvent(event)));
  }
};

type Start = (url: string, aheadMs?: number) => Promise<Instance>;

/** What there is of briefs and answers at the end. */
interface AtTheEnd {
  readonly outcomes: readonly string[];
  /** How often each brief stands in Slack. */
  readonly standing: readonly number[];
  readonly answered: readonly number[];
}

const CLOCKS_APART_MS = 120_000;

/** Two instances, one of them two minutes ahead: briefs that are due by both clocks, and by one alone. */
export const clocksApart = async (
  slack: FakeSlack,
  start: Start,
  { url, waitMs }: { readonly url: string; readonly waitMs: number },
): Promise<AtTheEnd> => {
  const store = await storeIn(url);
  for (let channel = 0; channel < 10; channel += 1) {
    await store.addSchedule(dueAgo(channel < 5 ? 1 : -1, { channel: `C0MANY${channel}` }), 100);
  }
  await sendToAll(await Promise.all([start(url), start(url, CLOCKS_APART_MS)]), 6);
  await wait(waitMs);
  const outcomes = (await outcomesOf(store, 10, 90_000)).map(({ kind }) => kind);
  await store.close();
  return { outcomes, standing: [...standing(slack).values()], answered: answeredCuts(slack) };
};

const RETRY_AFTER_SECONDS = 10;
const BUSY_CHANNELS = 20;

/** Slack answers 429 to every post for some time. */
export const busySlack = async (
  slack: FakeSlack,
  start: Start,
  { url, busyMs }: { readonly url: string; readonly busyMs: number },
): Promise<AtTheEnd & { readonly triesAChannel: number }> => {
  const store = await storeIn(url);
  for (let one = 0; one < BUSY_CHANNELS; one += 1) await store.addSchedule(dueAgo(1, { channel: `C0MANY${one}` }), 100);
  slack.script.always('chat.postMessage', { status: 429, retryAfterSeconds: RETRY_AFTER_SECONDS });
  await Promise.all([start(url), start(url)]);
  await wait(busyMs);
  const triesAChannel = slack.callsTo('chat.postMessage').length / BUSY_CHANNELS;
  slack.script.always('chat.postMessage', { delayMs: 5 });
  const outcomes = (await outcomesOf(store, BUSY_CHANNELS, 150_000)).map(({ kind }) => kind);
  await store.close();
  return { outcomes, standing: [...standing(slack).values()], answered: answeredCuts(slack), triesAChannel };
};
