import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Attempt } from './attempts.ts';
import type { Desk } from './desk.ts';

const EnvelopeSchema = z.looseObject({ team_id: z.string() });
const RevokedSchema = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).default([]) }) });

/** Wires what Slack says when a workspace sends the bot away: all that is kept of it goes. */
export const listenToFarewell = (app: App, { memory }: Desk, attempt: Attempt): void => {
  const forget = (what: string, body: unknown): Promise<void> =>
    attempt(what, async () => {
      const isKept = !(await memory.forget(EnvelopeSchema.parse(body).team_id));
      if (isKept) throw new Error('the data of the workspace could not be removed');
      return 'forgotten';
    });

  app.event('app_uninstalled', ({ body }) => forget('app_uninstalled', body));
  app.event('tokens_revoked', async ({ event, body }) => {
    // a person's own token is none of the bot's
    const { tokens } = RevokedSchema.parse(event);
    if (tokens.bot.length > 0) await forget('tokens_revoked', body);
  });
};
