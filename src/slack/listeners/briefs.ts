import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import {
  BRIEF_FORM,
  type BriefAction,
  briefActionOf,
  type FilledInBrief,
  fieldErrorsOf,
  parseBriefChoice,
  parseBriefFormValues,
  renderBriefForm,
} from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import { type Asked, StoreError } from '../../store/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { applyBriefEffect, changeOne, setUpBrief } from '../briefs/apply-brief-effect.ts';
import { prepareSchedule } from '../briefs/brief-schedules.ts';
import { changeScheduleById, prepareChange } from '../briefs/schedule-changes.ts';
import { slackMeaning } from '../errors.ts';
import { createAsker, loadMember, refuseChange } from '../members.ts';
import { openForm } from '../own-lists.ts';
import { replyToAsker } from '../post-message.ts';
import { originOf } from '../request-origin.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { isDirectMessage } from '../visibility.ts';
import { type ActionClick, type Listening, listenToActions, listenToForm } from './controls.ts';
import { publishHome } from './home.ts';

/** Where the form was asked for; it travels with the form and comes back. */
const FormOriginSchema = z.strictObject({
  /** A channel; or a user, for the direct message with them. */
  channel: z.string(),
  isHome: z.boolean(),
  /** Id of the brief that is edited. */
  edited: z.string().optional(),
});
type FormOrigin = z.infer<typeof FormOriginSchema>;

/** How long the form waits for Slack to give a person's zone. */
const ZONE_MS = 1_500;
/** How long a form that was sent is checked before it is taken: Slack waits three seconds. */
const CHECK_MS = 2_000;

/** Opens the form of briefs, for people of the workspace. */
export const openBriefForm = async (
  bot: BotContext,
  asker: Asker,
  triggerId: string,
  origin: FormOrigin,
): Promise<RequestOutcome> => {
  // a trigger opens a form for three seconds
  const known = loadMember(asker).catch((error: unknown) => {
    if (slackMeaning(error) === undefined) throw error;
    return 'unknown' as const;
  });
  const person = await Promise.race([known, wait(ZONE_MS, 'unknown' as const, { ref: false })]);
  if (person === undefined) return refuseChange(asker);
  const { channel, edited: id } = origin;
  const edited =
    id === undefined ? undefined : (await bot.briefStore.schedules(asker.team)).find((one) => one.id === id);
  const isOthers = edited !== undefined && edited.owner !== asker.user && person !== 'unknown' && !person.isAdmin;
  // what may not be changed, or is gone, is told instead
  if (id !== undefined && (edited === undefined || isOthers)) {
    return replyToAsker(asker, await changeOne(bot, asker, id, { do: 'change' }));
  }
  const { zone = MARKET_ZONE } = person === 'unknown' ? {} : person;
  const view = renderBriefForm({
    zone,
    privateMetadata: JSON.stringify(origin),
    edited,
    ...(!isDirectMessage(channel) && { channel }),
  });
  return openForm(asker, triggerId, view);
};

/** At which fields a form that was filled in cannot be carried out; undefined where none is known to be wrong. */
const wrongFields = async (bot: BotContext, asker: Asker, brief: FilledInBrief, edited: string | undefined) => {
  const checked = async () => {
    // nobody else is told of the workspace's channels and briefs
    if ((await loadMember(asker)) === undefined) return undefined;
    if (edited === undefined)
      return prepareSchedule(bot, asker, { kind: 'brief', do: 'schedule', ...brief }, undefined);
    const schedule = (await bot.briefStore.schedules(asker.team)).find((one) => one.id === edited);
    return schedule && prepareChange(bot, { ...asker, isAdmin: true }, schedule, brief);
  };
  // what cannot be found out in time, or goes wrong, is told behind the acknowledgement
  const found = await Promise.race([
    checked().catch((error: unknown) => {
      if (slackMeaning(error) === undefined && !(error instanceof StoreError)) throw error;
      return undefined;
    }),
    wait(CHECK_MS, undefined, { ref: false }),
  ]);
  return found === undefined || found.kind === 'ready' ? undefined : fieldErrorsOf(found);
};

const SET_UP = 'Set up: it is in the list.';

/** Carries out a form that was filled in. */
const carryOutForm = async (
  bot: BotContext,
  asker: Asker,
  brief: FilledInBrief,
  { isHome, edited }: FormOrigin,
): Promise<RequestOutcome> => {
  if (edited !== undefined) {
    const outcome = await replyToAsker(asker, await changeOne(bot, asker, edited, { do: 'change', ...brief }));
    if (isHome) await publishHome(bot, asker);
    return outcome;
  }
  const notice = await setUpBrief(bot, asker, { kind: 'brief', do: 'schedule', ...brief }, isHome);
  if (isHome) await publishHome(bot, asker, notice === undefined ? { briefs: SET_UP } : {});
  return notice === undefined ? 'channel' : replyToAsker(asker, notice);
};

const listenToBriefForm = (listening: Listening): void =>
  listenToForm(listening, BRIEF_FORM, { kind: 'change' }, FormOriginSchema, async ({ carried, values }, asker) => {
    const { bot } = listening;
    const read = parseBriefFormValues(values);
    if (read.kind === 'wrong') return read;
    const { brief } = read;
    const errors = await wrongFields(bot, asker, brief, carried.edited);
    if (errors !== undefined) return { kind: 'wrong', errors };
    return { kind: 'taken', work: () => carryOutForm(bot, asker, brief, carried) };
  });

/** Pauses, resumes or removes a brief by its button, and shows what came of it where the button is. */
const changeByButton = async (
  bot: BotContext,
  asker: Asker,
  action: Extract<BriefAction, 'pause' | 'resume' | 'remove'>,
  { isHome, value: id }: ActionClick<BriefAction>,
): Promise<RequestOutcome> => {
  if (!isHome) return replyToAsker(asker, await changeOne(bot, asker, id, { do: action }));
  const refused = await changeScheduleById(bot, asker, id, { do: action });
  await publishHome(bot, asker, refused === undefined ? {} : { briefs: refused });
  return refused === undefined ? 'changed' : 'refused';
};

const applyAction = (bot: BotContext, asker: Asker, click: ActionClick<BriefAction>): Promise<RequestOutcome> => {
  const { action, value } = click;
  const origin = { channel: asker.channel, isHome: click.isHome };
  switch (action) {
    case 'new':
      return openBriefForm(bot, asker, click.triggerId, origin);
    case 'edit':
      return openBriefForm(bot, asker, click.triggerId, { ...origin, edited: value });
    case 'manage':
      return applyBriefEffect(bot, asker, { kind: 'brief', do: 'list' });
    case 'choose':
      return applyBriefEffect(bot, asker, parseBriefChoice(value));
    default:
      return changeByButton(bot, asker, action, click);
  }
};

/** What a click comes to for a process that finds it left open. */
const KEPT_AS: Readonly<Record<BriefAction, Asked>> = {
  new: { kind: 'again' },
  edit: { kind: 'again' },
  manage: { kind: 'brief', do: 'list' },
  pause: { kind: 'change' },
  resume: { kind: 'change' },
  remove: { kind: 'change' },
  choose: { kind: 'change' },
};

/** Registers the buttons and the form of briefs. */
export const listenToBriefs = (listening: Listening): void => {
  listenToActions(listening, 'brief', {
    actionOf: briefActionOf,
    keptAs: (action) => KEPT_AS[action],
    apply: (asker, click) => applyAction(listening.bot, asker, click),
  });
  listenToBriefForm(listening);
};

const JoinedSchema = z.looseObject({ user: z.string(), channel: z.string() });

/** Registers that the bot was invited to a channel: what it had to hold back for that is carried out, for who asked. */
export const listenToInvitations = ({ app, bot, runRequest }: Listening): void => {
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
