import { hash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { App, Context, ReceiverEvent, RespondFn } from '@slack/bolt';
import type { Asker, BotContext } from './asker.ts';
import type { Log } from './log.ts';
import { type ClassifiedRequest, classifyRequest, type FindWorkspace, type RequestOrigin } from './request-origin.ts';
import { reportFailure } from './request-runner.ts';
import type { Channels } from './visibility.ts';
import type { BotWorkspace } from './workspaces.ts';

/**
 * What stands before every listener: a request that comes twice or is for another installation gets nothing, and whoever sent
 * one that nobody can read is told so.
 */

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

/** What Bolt hands to a middleware, as far as it may be there. */
interface Given {
  readonly ack?: () => Promise<void>;
  readonly respond?: RespondFn;
}

/** Whoever sent it, as far as it says. */
const askerIn = (body: unknown, origin: RequestOrigin, respond: RespondFn | undefined): Asker | undefined => {
  const { client, installation } = origin.workspace;
  const { affiliation, channel, user } = classifyRequest(body, installation);
  if (user === undefined) return undefined;
  return {
    ...{ client, user, channel: channel ?? user, team: installation.team },
    origin: { ...origin, affiliation },
    ...(respond && { respond }),
  };
};

/**
 * Stands before every listener: a request that none of them can read (an id that is missing, a form whose metadata are
 * not the bot's) is acknowledged all the same, and whoever sent it hears that it failed, as far as the request tells who
 * that is.
 */
export const answerBrokenRequests = (app: App, log: Log): void =>
  void app.use(async (args) => {
    const { body, context, next } = args;
    try {
      await next();
    } catch (error) {
      const { ack, respond } = args as Given;
      // it may have been acknowledged already
      await ack?.().catch(() => undefined);
      const origin: RequestOrigin | undefined = context['origin'];
      const asker = origin && askerIn(body, origin, respond);
      await reportFailure(log, 'broken request', error, asker ?? respond);
    }
  });

/** Slack waits three seconds for the acknowledgement. */
const LOOK_UP_MS = 2_000;

/**
 * Stands before every listener, over HTTP and Socket Mode alike: a request for another installation is acknowledged and
 * gets nothing, and what is let in carries where it comes from.
 */
export const ignoreOtherInstallations = (app: App, find: FindWorkspace, channels: Channels, log: Log): void =>
  void app.use(async (args) => {
    const { body, context, next } = args;
    const workspace = await find(body);
    const { isForUs, affiliation, channel, ids } = classifyRequest(body, workspace?.installation);

    const comesThroughSharedChannel = async ({ client, installation }: BotWorkspace): Promise<boolean> => {
      if (channel === undefined) return false;
      const visibility = channels.visibilityFor({ client, team: installation.team, channel });
      return (await Promise.race([visibility, wait(LOOK_UP_MS, undefined, { ref: false })])) === 'private: shared';
    };
    const isLetIn: Record<ClassifiedRequest['isForUs'], (one: BotWorkspace) => boolean | Promise<boolean>> = {
      yes: () => true,
      no: () => false,
      'if shared': comesThroughSharedChannel,
    };
    if (workspace && (await isLetIn[isForUs](workspace))) {
      const origin: RequestOrigin = { workspace, affiliation };
      context['origin'] = origin;
      return next();
    }
    // Bolt has acknowledged events already
    if ('ack' in args) await (args.ack as () => Promise<void>)();
    log.warn({ ...ids, outcome: 'not for us' }, 'a request for another installation');
  });
