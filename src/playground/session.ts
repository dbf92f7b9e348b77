import type { App, Receiver } from '@slack/bolt';
import { COMMANDS } from '../../commands/index.ts';
import type { Filings } from '../market-data/index.ts';
import { createMinuteTimer } from '../scheduler/index.ts';
import { type CurrentFacts, type Log, type RunningBot, startBot } from '../slack/index.ts';
import { createMemoryStore } from '../store/index.ts';
import type { ActionResult } from './protocol.ts';
import { BOT } from './seed.ts';
import { createWebApi } from './web-api/web-api.ts';
import { openWorkspace, type WorkspaceParts } from './workspace/workspace.ts';

const ACK_TIMEOUT_MS = 3_000;

/** Whether the bot acknowledged a request within the three seconds that Slack waits, and with what. */
type Delivered = { readonly kind: 'acknowledged'; readonly response: unknown } | { readonly kind: 'not acknowledged' };

/**
 * A Bolt receiver that passes requests to the bot's listeners in memory.
 *
 * @param trackWork gets the work that each request starts, which may go on after the acknowledgement
 */
const createReceiver = (trackWork: (work: Promise<unknown>) => void) => {
  let app: App | undefined;
  const receiver: Receiver = {
    init: (of) => {
      app = of;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };

  /**
   * Resolves as soon as the bot acknowledges, or after three seconds.
   *
   * @throws where the bot has not been started
   */
  const deliver = async (body: Record<string, unknown>): Promise<Delivered> => {
    if (app === undefined) throw new Error('the bot is not started');
    const { promise, resolve } = Promise.withResolvers<Delivered>();
    const late = setTimeout(() => resolve({ kind: 'not acknowledged' }), ACK_TIMEOUT_MS);
    trackWork(app.processEvent({ body, ack: async (response) => resolve({ kind: 'acknowledged', response }) }));
    return promise.finally(() => clearTimeout(late));
  };

  return { receiver, deliver };
};

export type Deliver = ReturnType<typeof createReceiver>['deliver'];

/** The outcome of an action for the user: a problem if one of its requests was not acknowledged. */
export const resultOf = (...requests: readonly Delivered[]): ActionResult =>
  requests.every(({ kind }) => kind === 'acknowledged')
    ? { ok: true }
    : { ok: false, problem: `${BOT.name} did not acknowledge this within three seconds.` };

/** What a session is created with. */
interface SessionParts extends WorkspaceParts {
  readonly facts: () => CurrentFacts;
  /** Gets the work that each request starts. */
  readonly trackWork: (work: Promise<unknown>) => void;
  readonly filings?: Filings | undefined;
  readonly log: Log;
}

/** An empty workspace and a bot with an empty store. It lasts until a user starts over. */
export const createSession = ({ facts, filings, trackWork, log, ...parts }: SessionParts) => {
  const workspace = openWorkspace(parts);
  const store = createMemoryStore();
  const { receiver, deliver } = createReceiver(trackWork);
  let bot: RunningBot | undefined;
  const timer = createMinuteTimer({
    now: parts.now,
    failed: (error) => log.error({ error: String(error) }, 'the minute could not be dealt with'),
  });
  return {
    workspace,
    deliver,
    answer: createWebApi(workspace),
    /** Starts the bot. Calls to the Web API must reach this session by now. */
    start: async (): Promise<void> => {
      bot = await startBot({
        connection: { kind: 'own', receiver, botToken: BOT.token, apiUrl: `${parts.address}/api/` },
        ...{ commands: COMMANDS, store, now: parts.now, facts, filings, log },
      });
      timer.start(bot.tick);
    },
    ownFacts: async (...asked: Parameters<RunningBot['ownFacts']>) => bot?.ownFacts(...asked),
    proposeNote: async (...asked: Parameters<RunningBot['proposeNote']>): Promise<string> =>
      bot?.proposeNote(...asked) ?? 'Nothing was kept: the playground is not open yet.',
    /** Posts everything that is due by the clock, and waits for it. */
    runDue: async (): Promise<void> => bot?.runDue(),
    end: async (): Promise<void> => {
      await timer.stop();
      await bot?.stop();
      await store.close();
    },
  };
};

export type Session = ReturnType<typeof createSession>;
