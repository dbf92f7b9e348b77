import { setTimeout as wait } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { ThreadKey } from '../store/index.ts';
import { conversationKey } from './incoming-message.ts';
import type { ResilientStore } from './resilient-store.ts';

/** Answers take a fraction of a second; what takes longer waits for Slack, and the asker is shown that it is under way. */
const LONG_MS = 1_500;
/** What is shown as under way can be stopped at another process: how often that is looked for. */
const LOOK_MS = 1_000;

/** Slack's own "Working…", where the app is an agent; elsewhere Slack refuses, and nothing is lost. */
const setStatus = async (client: webApi.WebClient, { channel, thread }: ThreadKey, status: 'processing' | 'active') => {
  await client.agents.sessions.setStatus({ channel_id: channel, thread_ts: thread, status }).catch(() => undefined);
};

/** Whether a stop in its thread came behind a message. Both are by Slack's clock, in seconds. */
export const isStopped = (stop: string | undefined, ts: string): boolean => Number(stop ?? 0) > Number(ts);

/** A message that is being answered. */
interface Underway {
  readonly key: ThreadKey;
  readonly ts: string;
  readonly controller: AbortController;
  isLong: boolean;
}

/** The turns of agent conversations that are under way, so that a person can stop them, here or through another process. */
export const createAgentSessions = (store: Pick<ResilientStore, 'stopAnswers' | 'lastStops'>) => {
  const underway = new Set<Underway>();
  let isLooking = false;

  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (;;) {
        const long = [...underway].filter(({ isLong }) => isLong);
        if (long.length === 0) return;
        const stops = await store.lastStops(long.map(({ key }) => key));
        for (const [place, { ts, controller }] of long.entries()) {
          if (isStopped(stops[place], ts)) controller.abort();
        }
        await wait(LOOK_MS, undefined, { ref: false });
      }
    } finally {
      isLooking = false;
    }
  };

  return {
    /** Answers a message; one that was stopped comes to `stopped`. @param ts the message's */
    run: async <T>(
      client: webApi.WebClient,
      { key, ts }: Pick<Underway, 'key' | 'ts'>,
      work: (signal: AbortSignal) => Promise<T>,
    ): Promise<T | 'stopped'> => {
      const one: Underway = { key, ts, controller: new AbortController(), isLong: false };
      underway.add(one);
      const { signal } = one.controller;
      const long = setTimeout(() => {
        one.isLong = true;
        void setStatus(client, key, 'processing');
        void look();
      }, LONG_MS);
      try {
        return await work(signal);
      } catch (error) {
        if (signal.aborted) return 'stopped';
        throw error;
      } finally {
        clearTimeout(long);
        underway.delete(one);
        if (one.isLong) await setStatus(client, key, 'active');
      }
    },
    /** Stops what is under way in a thread, wherever it is answered, and leaves Slack's "Working…". @param ts of the stop */
    stop: async (client: webApi.WebClient, key: ThreadKey, ts: string): Promise<void> => {
      const name = conversationKey(key);
      for (const one of underway) {
        if (conversationKey(one.key) === name) one.controller.abort();
      }
      await store.stopAnswers(key, ts);
      await setStatus(client, key, 'active');
    },
  };
};

export type AgentSessions = ReturnType<typeof createAgentSessions>;
