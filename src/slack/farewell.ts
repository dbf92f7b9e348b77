import type { App, Context } from '@slack/bolt';
import { z } from 'zod';
import { fromIn } from './admission.ts';
import type { Attempt } from './attempts.ts';
import { isInstalledIn } from './belonging.ts';
import type { Desk } from './desk.ts';

const EnvelopeSchema = z.looseObject({ team_id: z.string(), enterprise_id: z.string().nullish() });
const RevokedSchema = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).default([]) }) });

/** Wires what Slack says when a workspace sends the bot away: all that is kept of it goes. */
export const listenToFarewell = (app: App, { memory }: Desk, attempt: Attempt): void => {
  const forget = (what: string, body: unknown, context: Context): Promise<void> =>
    attempt(what, async () => {
      const { installation } = fromIn(context);
      const { team_id: team, enterprise_id: enterprise } = EnvelopeSchema.parse(body);
      // another workspace of the organisation has an installation of its own
      if (!isInstalledIn(team, enterprise ?? undefined, installation)) return 'refused';
      const isKept = !(await memory.forget(installation.team));
      if (isKept) throw new Error('the data of the workspace could not be removed');
      return 'forgotten';
    });

  app.event('app_uninstalled', ({ body, context }) => forget('app_uninstalled', body, context));
  app.event('tokens_revoked', async ({ event, body, context }) => {
    // a person's own token is none of the bot's
    const { tokens } = RevokedSchema.parse(event);
    if (tokens.bot.length > 0) await forget('tokens_revoked', body, context);
  });
};
