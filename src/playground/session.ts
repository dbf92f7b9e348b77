import type { App, Receiver } from '@slack/bolt';
import { COMMANDS } from '../../commands/index.ts';
import { createMinuteTimer } from '../scheduler/index.ts';
import { type CurrentFacts, type Log, type RunningBot, startBot } from '../slack/index.ts';
import { createMemoryStore } from '../store/index.ts';
import { BOT } from './cast.ts';
import type { Acted } from './protocol.ts';
import { createWebApi } from './web-api/web-api.ts';
import { openWorkspace, type WorkspaceParts } from './workspace/workspace.ts';

const PATIENCE_MS = 3_000;

/** What became of a request within the three seconds that Slack waits. */
export type Delivered =
  | { readonly kind: 'acknowledged'; readonly response: unknown }
  | { readonly kind: 'not acknowledged' };

/**
 * Hands requests to the bot's listeners, as a connection to Slack would.
 *
 * @param during told of the work that a request sets off
 */
export const createReceiver = (during: (work: Promise<unknown>) => void) => {
  let app: App | undefined;
  const receiver: Receiver = {
    init: (of) => {
      app = of;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };

  /** @returns what was acknowledged, as soon as it is */
  const deliver = async (body: Record<string, unknown>): Promise<Delivered> => {
    if (app === undefined) throw new Error('the bot is not started');
    const { promise, resolve } = Promise.withResolvers<Delivered>();
    const late = setTimeout(() => resolve({ kind: 'not acknowledged' }), PATIENCE_MS);
    during(app.processEvent({ body, ack: async (response) => resolve({ kind: 'acknowledged', response }) }));
    return promise.finally(() => clearTimeout(late));
  };

  return { receiver, deliver };
};

export type Deliver = ReturnType<typeof createReceiver>['deliver'];

/** What a person is told of requests that their act set off. */
export const actedBy = (...requests: readonly Delivered[]): Acted =>
  requests.every(({ kind }) => kind === 'acknowledged')
    ? { ok: true }
    : { ok: false, problem: `${BOT.name} did not acknowledge this within three seconds.` };

/** What a session is begun with. */
export interface SessionParts extends WorkspaceParts {
  readonly facts: () => CurrentFacts;
  /** Told of what the bot works on. */
  readonly during: (work: Promise<unknown>) => void;
  readonly log: Log;
}

/** A workspace in which nothing is said yet, with a bot that remembers nothing; it lasts until somebody starts over. */
export const beginSession = ({ facts, during, log, ...parts }: SessionParts) => {
  const workspace = openWorkspace(parts);
  const store = createMemoryStore();
  const { receiver, deliver } = createReceiver(during);
  let bot: RunningBot | undefined;
  const timer = createMinuteTimer({
    now: parts.now,
    failed: (error) => log.error({ error: String(error) }, 'the minute could not be dealt with'),
  });
  return {
    workspace,
    deliver,
    answer: createWebApi(workspace),
    /** Starts the bot; by now its calls are to lead to this session. */
    start: async (): Promise<void> => {
      bot = await startBot({
        connection: { kind: 'own', receiver, botToken: BOT.token, apiUrl: `${parts.address}/api/` },
        ...{ commands: COMMANDS, store, now: parts.now, facts, log },
      });
      timer.start(bot.tick);
    },
    /** Deals with everything that is due by the clock. */
    runDue: async (): Promise<void> => bot?.runDue(),
    end: async (): Promise<void> => {
      await timer.stop();
      await bot?.stop();
      await store.close();
    },
  };
};

export type Session = ReturnType<typeof beginSession>;
