import manifest from '../../manifest.json' with { type: 'json' };
import { type Message, problemsWith } from '../../src/blocks/index.ts';
import { type Answer, refusal } from '../../src/playground/web-api/answer.ts';
import type { Arguments } from '../../src/playground/web-api/arguments.ts';
import type { Views } from './views.ts';

export { refusal } from '../../src/playground/web-api/answer.ts';
export { type Arguments, argumentsOf } from '../../src/playground/web-api/arguments.ts';

/** What the fake knows of a channel; one that it does not know is not found. */
export interface FakeChannel {
  readonly member: boolean;
  readonly shared?: 'with another company' | 'soon';
}

export const MEMBER = 'C0MEMBER';
export const OUTSIDE = 'C0OUTSIDE';
export const SHARED = 'C0SHARED';
export const SOON_SHARED = 'C0SOONSHARED';
export const DIRECT_MESSAGE = 'D0DIRECT';
export const UNKNOWN = 'C0UNKNOWN';

export const CHANNELS: Readonly<Record<string, FakeChannel>> = {
  [MEMBER]: { member: true },
  [OUTSIDE]: { member: false },
  [SHARED]: { member: true, shared: 'with another company' },
  [SOON_SHARED]: { member: true, shared: 'soon' },
  [DIRECT_MESSAGE]: { member: true },
};

/** What manifest.json asks for, all of it granted. */
export const SCOPES: readonly string[] = [
  ...manifest.oauth_config.scopes.bot,
  ...manifest.oauth_config.scopes.bot_optional,
];

export const BOT_TOKEN = 'xoxb-fake-bot-token';
export const APP_TOKEN = 'xapp-fake-app-token';

/** May change a workspace's settings. */
export const ADMIN = 'U0ADMIN';
/** Has left the workspace. */
export const LEFT = 'U0LEFT';
/** Lives in Stockholm; everybody else in New York. */
export const STOCKHOLMER = 'U0STOCKHOLM';

/** A post to a person goes to their direct message with the bot. */
const placeOf = (channel: unknown): string => (/^[UW]/.test(String(channel)) ? DIRECT_MESSAGE : String(channel));

const posting = (args: Arguments): Answer => {
  const channel = placeOf(args['channel']);
  const known = CHANNELS[channel];
  if (known === undefined) return refusal('channel_not_found');
  return known.member ? { ok: true, channel } : refusal('not_in_channel');
};

/** What stands in a channel, as far as a call may ask for it. */
interface Standing {
  readonly channel?: string;
  readonly ts: string;
  readonly text: string;
  readonly threadTs?: string;
  readonly metadata?: unknown;
}

interface World {
  readonly linkUrl: string;
  readonly uploadUrl: string;
  readonly scopes: readonly string[];
  readonly standing: readonly Standing[];
}

/** What stands in a channel outside its threads, the newest first. */
const history = ({ channel, include_all_metadata: withMetadata }: Arguments, { scopes, standing }: World): Answer => {
  if (!scopes.includes('channels:history')) return refusal('missing_scope');
  if (CHANNELS[String(channel)]?.member !== true) return refusal('not_in_channel');
  const messages = standing
    .filter((one) => one.channel === channel && one.threadTs === undefined)
    .map(({ ts, text, metadata }) => ({
      ...{ type: 'message', user: 'U0BOT', bot_id: 'B0BOT', ts, text },
      ...(String(withMetadata) === 'true' && metadata !== undefined && { metadata }),
    }));
  return { ok: true, messages: messages.toReversed(), has_more: false };
};

const METHODS: Readonly<Record<string, (args: Arguments, world: World) => Answer>> = {
  'auth.test': () => ({ ok: true, team: 'Fake', team_id: 'T0TEAM', user: 'desk', user_id: 'U0BOT', bot_id: 'B0BOT' }),
  'conversations.info': ({ channel }) => {
    const known = CHANNELS[String(channel)];
    if (known === undefined) return refusal('channel_not_found');
    return {
      ok: true,
      channel: {
        id: channel,
        is_member: known.member,
        is_ext_shared: known.shared === 'with another company',
        is_pending_ext_shared: known.shared === 'soon',
      },
    };
  },
  'conversations.history': history,
  'chat.postMessage': posting,
  'chat.postEphemeral': posting,
  'chat.update': posting,
  'files.getUploadURLExternal': ({ filename, length }, { uploadUrl }) =>
    filename && Number(length) > 0
      ? { ok: true, upload_url: uploadUrl, file_id: 'F0CLOSES' }
      : refusal('invalid_arguments'),
  'files.completeUploadExternal': ({ channel_id: channel }) =>
    CHANNELS[String(channel)]?.member ? { ok: true, files: [{ id: 'F0CLOSES' }] } : refusal('channel_not_found'),
  'users.info': ({ user }) => ({
    ok: true,
    user: {
      id: user,
      deleted: user === LEFT,
      profile: { display_name: String(user).toLowerCase() },
      is_admin: user === ADMIN,
      is_owner: false,
      ...(user !== LEFT && { tz: user === STOCKHOLMER ? 'Europe/Stockholm' : 'America/New_York' }),
    },
  }),
  'assistant.threads.setSuggestedPrompts': ({ prompts, thread_ts: thread }) =>
    Array.isArray(prompts) && prompts.length <= 4 && thread === undefined ? { ok: true } : refusal('invalid_arguments'),
  'agents.sessions.setStatus': () => ({ ok: true }),
  'apps.connections.open': (_, { linkUrl }) => ({ ok: true, url: linkUrl }),
};

/** Answers a call as Slack does on an ordinary day. */
export const answerCall = (
  method: string,
  args: Arguments,
  { authorization, views, ...world }: World & { authorization: string; views: Views },
): Answer => {
  const answer = METHODS[method] ?? new Map(Object.entries(views.methods)).get(method);
  if (answer === undefined) return refusal('unknown_method');
  const token = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
  return authorization === `Bearer ${token}` ? answer(args, world) : refusal('invalid_auth');
};

/** Every way in which a message breaks Slack's rules. */
export const problemsOf = (args: Arguments): readonly string[] => {
  if (args['delete_original'] !== undefined) {
    return Object.keys(args).length === 1 ? [] : ['delete_original stands beside other arguments'];
  }
  if (args['blocks'] === undefined) return args['text'] ? [] : ['a message without text'];
  return problemsWith(args as unknown as Message);
};
