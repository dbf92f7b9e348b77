import { setTimeout as wait } from 'node:timers/promises';
import type { App, Context } from '@slack/bolt';
import { type Belonging, belongingOf, type Installation, type Standing } from './belonging.ts';
import type { Identity } from './identity.ts';
import type { Log } from './log.ts';
import type { Channels } from './visibility.ts';

/** Slack waits three seconds for the acknowledgement. */
const LOOK_UP_MS = 2_000;

/** Where a request comes from, held against the installation. */
export interface From {
  readonly installation: Installation;
  readonly standing: Standing;
}

/** Where the request of a listener comes from. */
export const fromIn = (context: Context): From => {
  const from: From | undefined = context['from'];
  if (from === undefined) throw new Error('the request was let in by nobody');
  return from;
};

/**
 * Stands before every listener, over HTTP and Socket Mode alike: a request for another installation is acknowledged and
 * gets nothing, and what is let in carries where it comes from.
 */
export const admitOwnRequests = (app: App, identity: Promise<Identity>, channels: Channels, log: Log): void =>
  void app.use(async (args) => {
    const { body, context, client, next } = args;
    const { installation: own } = await identity;
    const { isForUs, standing, channel, ids } = belongingOf(body, own);

    const comesThroughOurs = async (): Promise<boolean> => {
      if (channel === undefined) return false;
      const place = channels.placeFor({ client, team: own.team, channel });
      return (await Promise.race([place, wait(LOOK_UP_MS, undefined, { ref: false })])) === 'private: shared';
    };
    const isLetIn: Record<Belonging['isForUs'], () => boolean | Promise<boolean>> = {
      yes: () => true,
      no: () => false,
      'if shared': comesThroughOurs,
    };
    if (await isLetIn[isForUs]()) {
      const from: From = { installation: own, standing };
      context['from'] = from;
      return next();
    }
    // Bolt has acknowledged events already
    if ('ack' in args) await (args.ack as () => Promise<void>)();
    log.warn({ ...ids, outcome: 'not for us' }, 'a request for another installation');
  });
