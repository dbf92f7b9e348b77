import {
  type Clickable,
  homeClickPayload,
  homeOpenedEvent,
  mentionEvent,
  messageEvent,
  submitPayload,
} from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, OTHER_ADMIN, OTHER_TEAM, SHARED, TEAM } from '../doubles/web-api.ts';
import { briefing, conversing, newTs } from './conversing.ts';
import type { Workspace } from './workspace.ts';

/** How a sentence begins that tells somebody of another company that they may not. */
export const ONLY_PEOPLE = /^Only people of the workspace that Rotation Desk belongs to can/;

/** Allows the shared channel, and sets up a brief in it. @returns its id */
export const withBrief = async (workspace: Workspace): Promise<string> => {
  await workspace.store.changeSettings(TEAM, (was) => ({ ...was, allowedSharedChannels: [SHARED] }));
  await briefing(workspace).type('weekdays 07:30 New York', { channel: SHARED });
  const [schedule] = await workspace.store.schedules(TEAM);
  if (schedule === undefined) throw new Error('no brief was set up');
  return schedule.id;
};

/** All that a workspace has set up. */
export const setUpIn = async ({ store }: Workspace) => ({
  schedules: await store.schedules(TEAM),
  settings: await store.settings(TEAM),
  votes: await store.votes(),
  others: await store.schedules(OTHER_TEAM),
});

/** All that anybody was shown, in one. */
export const shownIn = ({ slack: { posted, privateReplies, updated, views } }: Workspace): string =>
  JSON.stringify([posted, privateReplies, updated, views.homes, views.forms]).replaceAll('\u00a0', ' ');

const USER = { id: OTHER_ADMIN, username: 'other', name: 'other', team_id: OTHER_TEAM };
const THEIRS = { team: { id: OTHER_TEAM, domain: 'other' }, user: USER };
const OURS = { team: { id: TEAM, domain: 'fake' }, user: USER };
/** What Slack puts around what is said in a shared channel. */
const SHARED_ENVELOPE = { team_id: OTHER_TEAM, context_team_id: TEAM, is_ext_shared_channel: true };

interface Form {
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly filledIn: Readonly<Record<string, string | object>>;
}

/** An admin of another company's workspace, in a channel that it shares with ours. */
export const guest = (workspace: Workspace) => {
  const { slack, sender } = workspace;
  const { sent } = conversing(workspace);
  const once = (send: () => Promise<unknown>): Promise<void> => sent([send]);
  const written = (text: string, threadTs: string | undefined) => ({
    ...{ text, user: OTHER_ADMIN, channel: SHARED, ts: newTs(), threadTs },
    more: { user_team: OTHER_TEAM, source_team: OTHER_TEAM },
  });
  return {
    types: (command: string, words: string, channel = SHARED) =>
      once(() =>
        sender.sendCommand({
          ...{ command, text: words, user: OTHER_ADMIN, channel, team: OTHER_TEAM },
          responseUrl: slack.newResponseUrl(),
        }),
      ),
    clicks: (button: Clickable, { isPrivate = false, channel = SHARED, by = OURS as object } = {}) =>
      once(() =>
        sender.sendClick({
          ...{ button, isPrivate, channel, ts: newTs(), more: by },
          responseUrl: slack.newResponseUrl(),
        }),
      ),
    says: (text: string, { as = 'message', thread }: { as?: 'app_mention' | 'message'; thread?: string } = {}) => {
      const event = { app_mention: mentionEvent, message: messageEvent }[as](written(text, thread));
      return once(() => sender.sendEvent(event, undefined, SHARED_ENVELOPE));
    },
    opensHome: (tab: 'home' | 'messages' = 'home', envelope: object = {}) =>
      once(() => sender.sendEvent(homeOpenedEvent(OTHER_ADMIN, DIRECT_MESSAGE, tab), undefined, envelope)),
    usesAtHome: (action: object) =>
      once(() => sender.sendInteraction({ ...homeClickPayload(OTHER_ADMIN, action), ...OURS })),
    /** A form that stands in their own workspace, where the bot is not installed. */
    submits: (form: Form, isSaidToBeOurs = true) => {
      const payload = submitPayload(OTHER_ADMIN, { id: 'V0', ...form });
      const view = { ...(payload['view'] as object), ...(isSaidToBeOurs && { app_installed_team_id: TEAM }) };
      return once(() => sender.sendInteraction({ ...payload, ...THEIRS, view }));
    },
  };
};

/** Clicked in the workspace of the other company, where the bot is not installed. */
export const THEIR_CLICK = THEIRS;
