import type { AllMiddlewareArgs, App } from '@slack/bolt';
import { z } from 'zod';
import { fromIn } from './admission.ts';
import type { Attempt } from './attempts.ts';
import { hear } from './conversation.ts';
import type { Desk } from './desk.ts';
import type { Caller } from './guests.ts';
import { heardIn, isDirectMessage } from './heard.ts';
import type { Log } from './log.ts';
import { createSessions } from './sessions.ts';

/** A person pressed stop in an agent conversation. */
const StopSchema = z.looseObject({ channel: z.string(), thread_ts: z.string().optional() });

/** Wires what people write: mentions, threads and direct messages. */
export const listenToMessages = (app: App, desk: Desk, attempt: Attempt, log: Log): void => {
  const sessions = createSessions();

  const onMessage = async (what: string, event: unknown, { client, context }: AllMiddlewareArgs): Promise<void> => {
    const from = fromIn(context);
    const self = { team: from.installation.team, user: context.botUserId };
    const heard = heardIn(event, self, what === 'app_mention');
    if (heard === undefined) return log.debug({ what, outcome: 'silent' }, 'passed over');
    const { key, channel, user, isReply, isDirect } = heard;
    const asker: Caller = {
      ...{ client, from, team: key.team, channel, user },
      privateThreadTs: isReply || isDirect ? key.thread : undefined,
    };
    const run = (signal = new AbortController().signal) => hear(desk, asker, heard, signal);
    await attempt(what, () => (isDirect ? sessions.during(client, key, run) : run()), asker);
  };

  app.event('app_mention', ({ event, ...args }) => onMessage('app_mention', event, args));
  app.event('message', ({ event, ...args }) => onMessage('message', event, args));

  app.event('agent_session_stopped', async ({ event, client, context }) => {
    const { channel, thread_ts: thread } = StopSchema.parse(event);
    if (thread === undefined || !isDirectMessage(channel)) return;
    await attempt('agent_session_stopped', async () => {
      await sessions.stop(client, { team: fromIn(context).installation.team, channel, thread });
      return 'stopped';
    });
  });
};
