import type { App, RespondFn } from '@slack/bolt';
import type { Asker } from './asker.ts';
import type { Log } from './log.ts';
import { classifyRequest, type Identity } from './request-origin.ts';
import { reportFailure } from './request-runner.ts';

/** What Bolt hands to a middleware, as far as it may be there. */
interface Given {
  readonly ack?: () => Promise<void>;
  readonly respond?: RespondFn;
}

/**
 * Stands before every listener: a request that none of them can read (an id that is missing, a form whose metadata are
 * not the bot's) is acknowledged all the same, and whoever sent it hears that it failed, as far as the request tells who
 * that is.
 */
export const answerBrokenRequests = (app: App, identity: Promise<Identity>, log: Log): void =>
  void app.use(async (args) => {
    const { body, client, context, next } = args;
    try {
      await next();
    } catch (error) {
      const { ack, respond } = args as Given;
      // it may have been acknowledged already
      await ack?.().catch(() => undefined);
      const { installation } = await identity;
      const { affiliation, channel, user } = classifyRequest(body, installation);
      const asker: Asker | undefined =
        user === undefined || context['origin'] === undefined
          ? undefined
          : {
              ...{ client, user, channel: channel ?? user, team: installation.team },
              origin: { installation, affiliation },
              ...(respond && { respond }),
            };
      await reportFailure(log, 'broken request', error, asker ?? respond);
    }
  });
