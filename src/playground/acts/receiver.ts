import type { App, Receiver } from '@slack/bolt';
import { BOT } from '../cast.ts';
import type { Acted } from '../protocol.ts';

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
