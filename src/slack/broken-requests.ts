import type { App, RespondFn } from '@slack/bolt';
import type { Asker } from './asker.ts';
import type { Log } from './log.ts';
import { classifyRequest, type RequestOrigin } from './request-origin.ts';
import { reportFailure } from './request-runner.ts';

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
