import type { App } from '@slack/bolt';
import { z } from 'zod';
import { type BotContext, createAsker } from '../asker.ts';
import { applyBriefEffect } from '../briefs/apply-brief-effect.ts';
import { originOf } from '../request-origin.ts';
import type { RequestOutcome, RunRequest } from '../request-runner.ts';

const JoinedSchema = z.looseObject({ user: z.string(), channel: z.string() });

/** Registers that the bot was invited to a channel: what it had to hold back for that is carried out, for who asked. */
export const listenToInvitations = (app: App, bot: BotContext, runRequest: RunRequest): void => {
  app.event('member_joined_channel', async ({ event, context }) => {
    const { user, channel } = JoinedSchema.parse(event);
    if (user !== context.botUserId) return;
    const { team } = originOf(context).workspace.installation;
    await runRequest('member_joined_channel', async (): Promise<RequestOutcome> => {
      bot.channels.forget({ team, channel });
      const held = await bot.briefStore.takeHeld(team, channel, bot.now());
      for (const { user: asked, from, wanted } of held) {
        await applyBriefEffect(bot, createAsker({ context }, { user: asked, channel: from }), wanted);
      }
      return held.length === 0 ? 'silent' : 'changed';
    });
  });
};
