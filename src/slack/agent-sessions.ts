import type { webApi } from '@slack/bolt';
import type { ThreadKey } from '../store/index.ts';
import { conversationKey } from './incoming-message.ts';

/** Answers take a fraction of a second; what takes longer waits for Slack, and the asker is shown that it is under way. */
const LONG_MS = 1_500;

/** Slack's own "Working…", where the app is an agent; elsewhere Slack refuses, and nothing is lost. */
const setStatus = async (client: webApi.WebClient, { channel, thread }: ThreadKey, status: 'processing' | 'active') => {
  await client.agents.sessions.setStatus({ channel_id: channel, thread_ts: thread, status }).catch(() => undefined);
};

/** The turns of agent conversations that are under way, so that a person can stop them. */
export const createAgentSessions = () => {
  const underway = new Map<string, Set<AbortController>>();

  const begin = (name: string): AbortController => {
    const controller = new AbortController();
    underway.set(name, (underway.get(name) ?? new Set()).add(controller));
    return controller;
  };

  const end = (name: string, controller: AbortController): void => {
    const rest = underway.get(name);
    rest?.delete(controller);
    if (rest?.size === 0) underway.delete(name);
  };

  return {
    /** Does one turn; a turn that was stopped comes to `stopped`. */
    run: async <T>(
      client: webApi.WebClient,
      key: ThreadKey,
      work: (signal: AbortSignal) => Promise<T>,
    ): Promise<T | 'stopped'> => {
      const name = conversationKey(key);
      const controller = begin(name);
      let isShown = false;
      const long = setTimeout(() => {
        isShown = true;
        void setStatus(client, key, 'processing');
      }, LONG_MS);
      try {
        return await work(controller.signal);
      } catch (error) {
        if (controller.signal.aborted) return 'stopped';
        throw error;
      } finally {
        clearTimeout(long);
        end(name, controller);
        if (isShown) await setStatus(client, key, 'active');
      }
    },
    /** Stops what is under way in a thread, and leaves Slack's "Working…". */
    stop: async (client: webApi.WebClient, key: ThreadKey): Promise<void> => {
      for (const controller of underway.get(conversationKey(key)) ?? []) controller.abort();
      await setStatus(client, key, 'active');
    },
  };
};
