import type { BlockAction, StaticSelectAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { HomeBriefs } from '../../brief/index.ts';
import { MARKET_ZONE } from '../../calendar/index.ts';
import { noteRightIn } from '../../note-review/index.ts';
import type { Asked, Settings } from '../../store/index.ts';
import { type ChannelList, parseChannelList, renderHome } from '../../surface/index.ts';
import type { BotContext, Sender } from '../asker.ts';
import { visibleSchedules, withOwnersWhoLeft } from '../briefs/choose-schedule.ts';
import { slackMeaning } from '../errors.ts';
import { parseSender, requestId, UserIdSchema } from '../interaction-payload.ts';
import { createAsker, isColleague, loadMember, type Member, NON_MEMBER_HOME } from '../members.ts';
import { keepFor, takeInHand } from '../request-in-hand.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { slackView } from '../slack-client.ts';
import type { Listening } from './controls.ts';

/** What the Messages tab offers to somebody who has not written yet; manifest.json lists the same ones. At most four. */
export const SUGGESTED_PROMPTS = [
  { title: 'What does a 50 bp cut do?', message: '50bps' },
  { title: 'Who is bearish?', message: 'who is bearish?' },
  { title: 'Which figures are wrong?', message: 'check the notes' },
  { title: 'What can I ask?', message: 'help' },
] as const;

/** Sets the prompts; an app that is no agent in its workspace is refused, and goes without. */
export const setSuggestedPrompts = async (client: webApi.WebClient, channel: string): Promise<RequestOutcome> => {
  try {
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      prompts: SUGGESTED_PROMPTS.map((one) => ({ ...one })),
    });
    return 'published';
  } catch (error) {
    if (slackMeaning(error) === undefined) throw error;
    return 'refused';
  }
};

const OpenedSchema = z.looseObject({
  user: UserIdSchema,
  channel: z.string(),
  tab: z.enum(['home', 'messages']).catch('home'),
});
const ChosenSchema = z.looseObject({ action_id: z.string(), selected_conversations: z.array(z.string()) });

/** Without them Slack sends no message in a thread that does not mention the bot. */
const HISTORY_SCOPES = ['channels:history', 'groups:history'];

const listsIn = ({
  replies,
  silentChannels,
  allowedSharedChannels,
}: Settings): Record<ChannelList, readonly string[]> => ({
  private: Object.keys(replies).filter((channel) => replies[channel] === 'private'),
  silent: silentChannels,
  shared: allowedSharedChannels,
});

/** @param chosen all channels of the list from now on */
const withList = (settings: Settings, list: ChannelList, chosen: readonly string[]): Settings => {
  if (list === 'silent') return { ...settings, silentChannels: chosen };
  if (list === 'shared') return { ...settings, allowedSharedChannels: chosen };
  return { ...settings, replies: Object.fromEntries(chosen.map((channel) => [channel, 'private' as const])) };
};

/** The briefs that one person may see, in their own time. */
const briefsAtHome = async (
  bot: BotContext,
  { client, team, user }: Sender,
  { zone = MARKET_ZONE, isAdmin }: Member,
): Promise<HomeBriefs> => {
  const visible = await visibleSchedules(bot, { team, user, channel: user, isAdmin });
  return { rows: await withOwnersWhoLeft(client, visible), viewer: { zone, now: bot.now() } };
};

/**
 * Publishes the Home tab of one person; to whoever is not of the workspace it shows nothing of it.
 *
 * @param notices what came of a change just tried, under the heading that it belongs to
 */
export const publishHome = async (
  bot: BotContext,
  viewer: Sender,
  notices: { readonly settings?: string; readonly briefs?: string } = {},
): Promise<Extract<RequestOutcome, 'published' | 'refused'>> => {
  const { client, team, user } = viewer;
  const person = await loadMember(viewer);
  if (person === undefined) {
    await client.views.publish({ user_id: user, view: slackView(NON_MEMBER_HOME) });
    return 'refused';
  }
  const settings = await bot.store.settings(team);
  const { scopes } = person;
  const { answer: notes } = bot.answers.forQuestion({ kind: 'notes' }, undefined, await bot.own.ofTeam(team));
  const { answer: rotation } = bot.answers.forQuestion({ kind: 'rotation' });
  if (notes.kind !== 'notes' || rotation.kind !== 'rotation')
    throw new Error('a question has an answer of another kind');
  const channels = listsIn(settings);
  const [companies, ownNotes] = await Promise.all([bot.store.companies(team), bot.store.notes(team)]);
  const isUsed =
    companies !== undefined || ownNotes !== undefined || Object.values(channels).some(({ length }) => length > 0);
  const view = renderHome({
    rotation,
    notes: notes.notes,
    settings: {
      channels,
      mayChange: person.isAdmin,
      ...(notices.settings !== undefined && { notice: notices.settings }),
    },
    briefs: { ...(await briefsAtHome(bot, viewer, person)), notice: notices.briefs },
    companies,
    ownNotes,
    noteRights: settings.noteRights,
    isNew: !isUsed && (await bot.briefStore.schedules(team)).length === 0,
    missingScopes: scopes && HISTORY_SCOPES.filter((scope) => !scopes.includes(scope)),
  });
  await client.views.publish({ user_id: user, view: slackView(view) });
  if (person.isAdmin && settings.installer === undefined) {
    await bot.store.changeSettings(team, (was) => ({ ...was, installer: was.installer ?? user }));
  }
  return 'published';
};

const changeListNow = async (
  bot: BotContext,
  viewer: Sender,
  { list, channels }: Omit<Extract<Asked, { kind: 'setting' }>, 'kind'>,
): Promise<RequestOutcome> => {
  const member = await loadMember(viewer);
  if (member === undefined) return publishHome(bot, viewer);
  if (!member.isAdmin) {
    await publishHome(bot, viewer, { settings: 'Not changed: you may not change them.' });
    return 'refused';
  }
  const isSaved = await bot.store.changeSettings(viewer.team, (settings) => withList(settings, list, channels));
  await publishHome(
    bot,
    viewer,
    isSaved ? {} : { settings: 'Changed until the next start only: it could not be written down.' },
  );
  return 'changed';
};

/** Changes a list of the settings, in the order in which changes came: one that a restart left open goes before newer ones. */
export const changeList: typeof changeListNow = (bot, viewer, change) =>
  bot.readingQueue.run(JSON.stringify(['settings', viewer.team]), () => changeListNow(bot, viewer, change));

/** Who may add and confirm notes, as an admin sets it on the Home tab. */
const listenToNoteRights = ({ app, bot, runRequest }: Listening): void =>
  app.action<BlockAction<StaticSelectAction>>({ action_id: /^note-rights:/, type: 'block_actions' }, async (args) => {
    const { ack, body, action, context } = args;
    const user = parseSender(body);
    const asker = createAsker({ context }, { channel: user, user });
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      const set = noteRightIn(action.action_id, action.selected_option?.value ?? '');
      if (set === undefined) throw new Error('there is no such right');
      const member = await loadMember(asker);
      if (!member?.isAdmin) {
        await publishHome(bot, asker, { settings: 'Not changed: you may not change them.' });
        return 'refused';
      }
      await bot.store.changeSettings(asker.team, (was) => ({
        ...was,
        noteRights: { add: 'members', confirm: 'members', ...was.noteRights, [set.right]: set.to },
      }));
      await publishHome(bot, asker);
      return 'changed';
    };
    await runRequest('note-rights', work, asker);
  });

/** Registers the Home tab and its settings, and the prompts of the Messages tab. */
export const listenToHome = ({ app, bot, runRequest }: Listening): void => {
  app.event('app_home_opened', async ({ event, context }) => {
    const { user, channel, tab } = OpenedSchema.parse(event);
    const viewer = createAsker({ context }, { user, channel: user });
    await runRequest(`app_home_opened:${tab}`, async () => {
      if (tab === 'messages')
        return (await isColleague(viewer)) ? setSuggestedPrompts(viewer.client, channel) : 'refused';
      return publishHome(bot, viewer);
    });
  });

  app.action<BlockAction>(
    { action_id: /^settings:/, type: 'block_actions' },
    async ({ ack, body, action, context }) => {
      const user = parseSender(body);
      const { action_id: id, selected_conversations: channels } = ChosenSchema.parse(action);
      const list = parseChannelList(id);
      if (list === undefined) throw new Error('there is no such setting');
      const asked = { kind: 'setting', list, channels } as const;
      const request = takeInHand(bot.store, requestId(action.action_ts, body.trigger_id, id, ...channels));
      const viewer = createAsker({ context }, { user, channel: user, request });
      const isNew = await keepFor(viewer, { asked, via: 'control' });
      await ack();
      await runRequest('settings', async () => (isNew ? changeList(bot, viewer, asked) : 'answered before'), viewer);
    },
  );
  listenToNoteRights({ app, bot, runRequest });
};
