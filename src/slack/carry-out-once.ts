import { hash } from 'node:crypto';
import type { App, Context, ReceiverEvent } from '@slack/bolt';
import type { BotContext } from './asker.ts';
import type { Log } from './log.ts';

/** Under this name a receiver hands over the signature of a request. */
export const SIGNATURE = 'signature';

const NAME_LENGTH = 22;

/** By its signature, which covers the time and all of it; over a WebSocket, where nothing is signed, by all of it. */
const nameOf = ({ body, customProperties }: ReceiverEvent): string =>
  hash('sha256', String(customProperties?.[SIGNATURE] ?? JSON.stringify(body)), 'base64url').slice(0, NAME_LENGTH);

/** Bolt acknowledges events before any listener has seen them; of these, what is to be done is kept first. */
const isKeptFirst = ({ body }: ReceiverEvent): boolean => {
  const { type, event } = body as { type?: unknown; event?: { type?: unknown } };
  return type === 'event_callback' && (event?.type === 'message' || event?.type === 'app_mention');
};

type Acknowledge = ReceiverEvent['ack'];

/** Bolt waits three seconds and then refuses it. It is answered all the same: where Slack sends it again, it was answered before. */
const isTooLate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_HTTP_HEADERS_SENT';

/** Acknowledges the event that a listener was given; a second time does nothing. */
export const acknowledgeEvent = async (context: Context): Promise<void> => {
  const acknowledge: Acknowledge | undefined = context['acknowledge'];
  await acknowledge?.();
};

/**
 * Stands between the receiver and the app: a request that comes a second time, byte for byte and with its signature, is
 * acknowledged and gets nothing. One counts as taken from its acknowledgement on, restarts included, and for longer than its
 * timestamp is accepted; one that is sent again before that waits for it.
 */
export const carryOutOnce = (app: App, { store, metrics }: Pick<BotContext, 'store' | 'metrics'>, log: Log): void => {
  /** Until they are acknowledged. */
  const underWay = new Map<string, Promise<void>>();
  const processEvent = app.processEvent.bind(app);

  const process = async (name: string, event: ReceiverEvent, taken: () => void): Promise<void> => {
    const readMs = performance.now();
    let isAcknowledged = false;
    const acknowledge: Acknowledge = async (response) => {
      if (isAcknowledged) return;
      isAcknowledged = true;
      await store.rememberTaken(name);
      await event.ack(response).catch((error: unknown) => {
        if (!isTooLate(error)) throw error;
        log.warn('a request was acknowledged too late');
      });
      metrics?.acknowledged(performance.now() - readMs);
      taken();
    };
    if (!isKeptFirst(event)) return processEvent({ ...event, ack: acknowledge });
    await processEvent({
      ...event,
      ack: () => Promise.resolve(),
      customProperties: { ...event.customProperties, acknowledge },
    });
    await acknowledge();
  };

  app.processEvent = async (event) => {
    const name = nameOf(event);
    while (underWay.has(name)) await underWay.get(name);
    const { promise, resolve } = Promise.withResolvers<void>();
    underWay.set(name, promise);
    const taken = (): void => {
      if (underWay.get(name) === promise) underWay.delete(name);
      resolve();
    };
    try {
      if (!(await store.wasTaken(name))) return await process(name, event, taken);
      log.warn({ outcome: 'answered before' }, 'a request was sent again');
      await event.ack();
    } finally {
      taken();
    }
  };
};
