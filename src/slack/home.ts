import type { App, BlockAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { BriefsAtHome, Schedule } from '../brief/index.ts';
import { MARKET_ZONE } from '../calendar/index.ts';
import type { Settings } from '../store/index.ts';
import { type ChannelList, channelListOf, homeTab } from '../surface/index.ts';
import { fromIn } from './admission.ts';
import { visibleTo } from './briefs/carry-out.ts';
import { rowsOf, withLeavers } from './briefs/show.ts';
import type { Desk } from './context.ts';
import type { Attempt, Outcome } from './failure.ts';
import { GUESTS_HOME } from './guests.ts';
import { isColleague, type Member, memberOf, type Sender } from './members.ts';
import { platformError } from './posting.ts';
import { slackView } from './slack-types.ts';

/** What the Messages tab offers to somebody who has not written yet; manifest.json lists the same ones. At most four. */
export const PROMPTS = [
  { title: 'What does a 50 bp cut do?', message: '50bps' },
  { title: 'Who is bearish?', message: 'who is bearish?' },
  { title: 'Which figures are wrong?', message: 'check the notes' },
  { title: 'What can I ask?', message: 'help' },
] as const;

/** Sets the prompts; an app that is no agent in its workspace is refused, and goes without. */
export const offerPrompts = async (client: webApi.WebClient, channel: string): Promise<Outcome> => {
  try {
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      prompts: PROMPTS.map((one) => ({ ...one })),
    });
    return 'published';
  } catch (error) {
    if (platformError(error) === undefined) throw error;
    return 'refused';
  }
};

const OpenedSchema = z.looseObject({ user: z.string(), channel: z.string(), tab: z.string() });
const ChosenSchema = z.looseObject({ action_id: z.string(), selected_conversations: z.array(z.string()) });

/** What it takes to hear what is said in a thread without naming the bot. */
const HISTORY_SCOPES = ['channels:history', 'groups:history'];

/** Somebody who looks at the Home tab. */
export interface Visitor extends Sender {
  readonly team: string;
}

/** Owners and admins of the workspace may, and whoever installed the bot. */
const mayChangeSettings = ({ isAdmin }: Member, user: string, { installer }: Pick<Settings, 'installer'>): boolean =>
  isAdmin || user === installer;

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
  { store, now }: Desk,
  { client, team, user }: Visitor,
  { zone = MARKET_ZONE, isAdmin }: Member,
): Promise<BriefsAtHome> => {
  const all = rowsOf(await store.schedules(team), now());
  const rows = await withLeavers(client, visibleTo(all, { user, channel: user, isAdmin }));
  const mayChange = ({ owner }: Schedule): boolean => isAdmin || owner === user;
  return {
    rows: rows.map((row) => ({ ...row, mayChange: mayChange(row.schedule) })),
    reader: { zone, now: now() },
  };
};

/** Draws the Home tab of one person anew; to whoever is not of the workspace it shows nothing of it. @param said what came of a change just tried, and under which heading it belongs */
export const publishHome = async (
  desk: Desk,
  visitor: Visitor,
  said: { readonly settings?: string; readonly briefs?: string } = {},
): Promise<Extract<Outcome, 'published' | 'refused'>> => {
  const { client, team, user } = visitor;
  const person = await memberOf(visitor);
  if (person === undefined) {
    await client.views.publish({ user_id: user, view: slackView(GUESTS_HOME) });
    return 'refused';
  }
  const settings = await desk.memory.settings(team);
  const { scopes } = person;
  const { answered: notes } = desk.answers.to({ kind: 'notes' });
  const { answered: rotation } = desk.answers.to({ kind: 'rotation' });
  if (notes.kind !== 'notes' || rotation.kind !== 'rotation')
    throw new Error('a question has an answer of another kind');
  const view = homeTab({
    rotation,
    notes: notes.notes,
    settings: {
      channels: listsIn(settings),
      mayChange: mayChangeSettings(person, user, settings),
      ...(said.settings !== undefined && { notice: said.settings }),
    },
    briefs: { ...(await briefsAtHome(desk, visitor, person)), notice: said.briefs },
    missingScopes: scopes && HISTORY_SCOPES.filter((scope) => !scopes.includes(scope)),
  });
  await client.views.publish({ user_id: user, view: slackView(view) });
  return 'published';
};

const changeList = async (
  desk: Desk,
  visitor: Visitor,
  list: ChannelList,
  chosen: readonly string[],
): Promise<Outcome> => {
  const { team, user } = visitor;
  const member = await memberOf(visitor);
  if (member === undefined) return publishHome(desk, visitor);
  const { installer } = await desk.memory.settings(team);
  if (!mayChangeSettings(member, user, { installer })) {
    await publishHome(desk, visitor, { settings: 'Not changed: you may not change them.' });
    return 'refused';
  }
  const isKept = await desk.memory.changeSettings(team, (settings) => withList(settings, list, chosen));
  await publishHome(
    desk,
    visitor,
    isKept ? {} : { settings: 'Changed until the next start only: it could not be written down.' },
  );
  return 'changed';
};

/** Wires the Home tab and its settings, and the prompts of the Messages tab. */
export const listenToHome = (app: App, desk: Desk, attempt: Attempt): void => {
  app.event('app_home_opened', async ({ event, client, context }) => {
    const { user, channel, tab } = OpenedSchema.parse(event);
    const from = fromIn(context);
    const visitor: Visitor = { client, user, from, team: from.installation.team };
    await attempt(`app_home_opened:${tab}`, async () => {
      if (tab === 'messages') return (await isColleague(visitor)) ? offerPrompts(client, channel) : 'refused';
      return publishHome(desk, visitor);
    });
  });

  app.action<BlockAction>(
    { action_id: /^settings:/, type: 'block_actions' },
    async ({ ack, body, action, client, context }) => {
      await ack();
      const from = fromIn(context);
      const visitor: Visitor = { client, user: body.user.id, from, team: from.installation.team };
      await attempt('settings', async () => {
        const { action_id: id, selected_conversations: chosen } = ChosenSchema.parse(action);
        const list = channelListOf(id);
        if (list === undefined) throw new Error('there is no such setting');
        return changeList(desk, visitor, list, chosen);
      });
    },
  );
};
