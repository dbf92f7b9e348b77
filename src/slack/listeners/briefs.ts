import { setTimeout as wait } from 'node:timers/promises';
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import {
  BRIEF_FORM,
  type BriefAction,
  briefActionOf,
  parseBriefFormValues,
  renderBriefForm,
} from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import type { Asked } from '../../store/index.ts';
import { type Asker, askerOfClick, type BotContext, createAsker } from '../asker.ts';
import { applyBriefEffect, setUpBrief } from '../briefs/apply-brief-effect.ts';
import { changeScheduleById } from '../briefs/schedule-changes.ts';
import { slackMeaning } from '../errors.ts';
import { isDirectMessage } from '../incoming-message.ts';
import { type Click, parseClick, parseForm, parseSender } from '../interaction-payload.ts';
import { keepFor } from '../keep-request.ts';
import { loadMember, refuseChange } from '../members.ts';
import { replyToAsker } from '../post-message.ts';
import { takeInHand } from '../request-in-hand.ts';
import type { RequestOutcome, RunRequest } from '../request-runner.ts';
import { slackView } from '../slack-types.ts';
import { publishHome } from './home.ts';

/** Where the form was asked for; it travels with the form and comes back. */
const FormOriginSchema = z.strictObject({
  /** A channel; or a user, for the direct message with them. */
  channel: z.string(),
  isHome: z.boolean(),
});

/** How long the form waits for Slack to give a person's zone. */
const ZONE_MS = 1_500;

/** Opens the form *New brief*, for people of the workspace. */
export const openBriefForm = async (
  asker: Asker,
  triggerId: string,
  origin: z.infer<typeof FormOriginSchema>,
): Promise<RequestOutcome> => {
  // a trigger opens a form for three seconds
  const known = loadMember(asker).catch((error: unknown) => {
    if (slackMeaning(error) === undefined) throw error;
    return 'unknown' as const;
  });
  const person = await Promise.race([known, wait(ZONE_MS, 'unknown' as const, { ref: false })]);
  if (person === undefined) return refuseChange(asker);
  const { zone = MARKET_ZONE } = person === 'unknown' ? {} : person;
  const { channel } = origin;
  const view = renderBriefForm({
    zone,
    privateMetadata: JSON.stringify(origin),
    ...(!isDirectMessage(channel) && { channel }),
  });
  await asker.client.views.open({ trigger_id: triggerId, view: slackView(view) });
  return 'opened';
};

const listenToBriefForm = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.view(BRIEF_FORM, async ({ ack, client, view, body, context }) => {
    // what cannot be parsed is acknowledged, and told, before any listener: see answerBrokenRequests
    const { carried, values } = parseForm(view, FormOriginSchema);
    const user = parseSender(body);
    const read = parseBriefFormValues(values);
    if (read.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...read.errors } });
    const { channel, isHome } = carried;
    const asker = createAsker({ client, context }, { channel, user, request: takeInHand(bot.store) });
    await keepFor(asker, { asked: { kind: 'change' }, via: 'control' });
    await ack();
    const setUp = async (): Promise<RequestOutcome> => {
      const outcome = await replyToAsker(asker, await setUpBrief(bot, asker, read.effect));
      if (isHome) await publishHome(bot, asker);
      return outcome;
    };
    await runRequest(BRIEF_FORM, setUp, asker);
  });

/** Pauses, resumes or removes a brief from the Home tab, and publishes it anew. */
const changeAtHome = async (
  bot: BotContext,
  asker: Asker,
  action: Extract<BriefAction, 'pause' | 'resume' | 'remove'>,
  id: string,
): Promise<RequestOutcome> => {
  const refused = await changeScheduleById(bot, asker, id, { do: action });
  await publishHome(bot, asker, refused === undefined ? {} : { briefs: refused });
  return refused === undefined ? 'changed' : 'refused';
};

const applyAction = (
  bot: BotContext,
  asker: Asker,
  action: BriefAction,
  click: Click,
  value: string,
): Promise<RequestOutcome> => {
  switch (action) {
    case 'new':
      return openBriefForm(asker, click.triggerId, {
        channel: asker.channel,
        isHome: click.isHome,
      });
    case 'manage':
      return applyBriefEffect(bot, asker, { kind: 'brief', do: 'list' });
    default:
      return changeAtHome(bot, asker, action, value);
  }
};

/** What a click comes to for a process that finds it left open. */
const KEPT_AS: Readonly<Record<BriefAction, Asked>> = {
  new: { kind: 'again' },
  manage: { kind: 'brief', do: 'list' },
  pause: { kind: 'change' },
  resume: { kind: 'change' },
  remove: { kind: 'change' },
};

/** Registers the buttons and the form of briefs. */
export const listenToBriefs = (app: App, bot: BotContext, runRequest: RunRequest): void => {
  app.action<BlockAction<ButtonAction>>({ action_id: /^brief:/, type: 'block_actions' }, async (args) => {
    const { ack, body, action } = args;
    const click = parseClick(body);
    const asker = askerOfClick(args, click, takeInHand(bot.store));
    const known = briefActionOf(action.action_id);
    if (known !== undefined) await keepFor(asker, { asked: KEPT_AS[known], via: 'control' });
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      if (known === undefined) throw new Error('there is no such action on briefs');
      return applyAction(bot, asker, known, click, action.value ?? '');
    };
    await runRequest(known === undefined ? 'brief' : action.action_id, work, asker);
  });
  listenToBriefForm(app, bot, runRequest);
};
