import manifest from '../../manifest.json' with { type: 'json' };
import type { Message } from '../../src/message/block-kit.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { type ApiArguments, type ApiResponse, apiError } from '../../src/playground/web-api/call.ts';
import type { Allowing, OAuth } from './oauth.ts';
import type { Views } from './views.ts';

/** What the fake knows of a channel; one that it does not know is not found. */
interface FakeChannel {
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
  C0ONE: { member: true },
  C0TWO: { member: true },
};

/** What manifest.json asks for, all of it granted. */
export const SCOPES: readonly string[] = [
  ...manifest.oauth_config.scopes.bot,
  ...manifest.oauth_config.scopes.bot_optional,
];

export const BOT_TOKEN = 'xoxb-fake-bot-token';
export const APP_TOKEN = 'xapp-fake-app-token';

/** The bot's token where it is installed in one workspace of an organisation, and in the whole of it. */
export const GRID_TOKEN = 'xoxb-fake-grid-token';
export const ORG_TOKEN = 'xoxb-fake-org-token';

export const TEAM = 'T0TEAM';
/** The organisation that the workspace belongs to, where it belongs to one, and another workspace of it. */
export const ORGANISATION = 'E0ORG';
export const SISTER_TEAM = 'T0SISTER';
/** Of another company. */
export const OTHER_TEAM = 'T0OTHER';

/** What `auth.test` says of a token. */
const INSTALLATIONS: Readonly<Record<string, object>> = {
  [BOT_TOKEN]: { team_id: TEAM },
  [GRID_TOKEN]: { team_id: TEAM, enterprise_id: ORGANISATION, is_enterprise_install: false },
  [ORG_TOKEN]: { team_id: ORGANISATION, enterprise_id: ORGANISATION, is_enterprise_install: true },
};

/** May change a workspace's settings. */
export const ADMIN = 'U0ADMIN';
/** An admin too, but of another company's workspace. */
export const OTHER_ADMIN = 'U0OTHERADMIN';
/** An admin of the organisation's other workspace. */
export const SISTER_ADMIN = 'U0SISTERADMIN';
/** Has left the workspace. */
export const LEFT = 'U0LEFT';
/** Let into some channels of the workspace only. */
export const GUEST = 'U0GUEST';
/** Lives in Stockholm; everybody else in New York. */
export const STOCKHOLMER = 'U0STOCKHOLM';

/** A post to a person goes to their direct message with the bot. */
const placeOf = (channel: unknown): string => (/^[UW]/.test(String(channel)) ? DIRECT_MESSAGE : String(channel));

/** The workspaces that install the app by a link, and the channel of each that the bot is in. */
export const INSTALLING = { T0ONE: 'C0ONE', T0TWO: 'C0TWO' } as const;

/** One workspace's token reaches no channel of another. */
const isOutOfReach = (channel: string, holder: Allowing | undefined): boolean =>
  Object.entries(INSTALLING).some(([team, own]) => own === channel && holder?.team !== team);

const posting = (args: ApiArguments, { invited, holder }: World): ApiResponse => {
  const channel = placeOf(args['channel']);
  if (isOutOfReach(channel, holder)) return apiError('channel_not_found');
  const known = CHANNELS[channel];
  if (known === undefined) return apiError('channel_not_found');
  return known.member || invited.has(channel) ? { ok: true, channel } : apiError('not_in_channel');
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
  readonly token: string;
  /** Of a token that came of an installation by a link. */
  readonly holder?: Allowing | undefined;
  readonly linkUrl: string;
  readonly uploadUrl: string;
  readonly scopes: readonly string[];
  /** Channels that the bot was invited to meanwhile. */
  readonly invited: ReadonlySet<string>;
  readonly standing: readonly Standing[];
}

/** What Slack tells of messages, oldest first. */
const listed = (messages: readonly Standing[], all: readonly Standing[], withMetadata: unknown) =>
  messages.map(({ ts, text, metadata, channel }) => ({
    ...{ type: 'message', user: 'U0BOT', bot_id: 'B0BOT', ts, text },
    reply_count: all.filter((one) => one.channel === channel && one.threadTs === ts).length,
    ...(String(withMetadata) === 'true' && metadata !== undefined && { metadata }),
  }));

const readable = ({ channel }: ApiArguments, { scopes }: World): ApiResponse | undefined => {
  const isDirect = String(channel).startsWith('D');
  if (!scopes.includes(isDirect ? 'im:history' : 'channels:history')) return apiError('missing_scope');
  return CHANNELS[String(channel)]?.member === true ? undefined : apiError('not_in_channel');
};

/** What stands in a channel outside its threads, the newest first. */
const history = (args: ApiArguments, world: World): ApiResponse => {
  const { channel, include_all_metadata: withMetadata } = args;
  const messages = world.standing.filter((one) => one.channel === channel && one.threadTs === undefined);
  return (
    readable(args, world) ?? {
      ok: true,
      messages: listed(messages, world.standing, withMetadata).toReversed(),
      has_more: false,
    }
  );
};

/** A thread, its first message included where it is the bot's. */
const replies = (args: ApiArguments, world: World): ApiResponse => {
  const { channel, ts, include_all_metadata: withMetadata } = args;
  const messages = world.standing.filter((one) => one.channel === channel && (one.threadTs === ts || one.ts === ts));
  return (
    readable(args, world) ?? { ok: true, messages: listed(messages, world.standing, withMetadata), has_more: false }
  );
};

const TEAMS: Readonly<Record<string, string>> = { [OTHER_ADMIN]: OTHER_TEAM, [SISTER_ADMIN]: SISTER_TEAM };

/** What Slack tells of where somebody belongs. */
const homeOf = (user: string, token: string, holder: Allowing | undefined): object => {
  if (holder) return holder.isOrgWide ? { team_id: TEAM, enterprise_id: holder.team } : { team_id: holder.team };
  const team = TEAMS[user] ?? TEAM;
  const isInOrganisation = token !== BOT_TOKEN && team !== OTHER_TEAM;
  return {
    team_id: team,
    ...(isInOrganisation && { enterprise_user: { id: user, enterprise_id: ORGANISATION, teams: [team] } }),
  };
};

const METHODS: Readonly<Record<string, (args: ApiArguments, world: World) => ApiResponse>> = {
  'auth.test': (_, { token, holder }) => ({
    ok: true,
    ...{ team: 'Fake', user: 'desk', user_id: 'U0BOT', bot_id: 'B0BOT', ...INSTALLATIONS[token] },
    ...(holder && { team_id: holder.team, is_enterprise_install: holder.isOrgWide === true }),
  }),
  'conversations.info': ({ channel }, { invited, holder }) => {
    const known = CHANNELS[String(channel)];
    if (known === undefined || isOutOfReach(String(channel), holder)) return apiError('channel_not_found');
    return {
      ok: true,
      channel: {
        id: channel,
        is_member: known.member || invited.has(String(channel)),
        is_ext_shared: known.shared === 'with another company',
        is_pending_ext_shared: known.shared === 'soon',
      },
    };
  },
  'conversations.history': history,
  'conversations.replies': replies,
  'chat.postMessage': posting,
  'chat.postEphemeral': posting,
  'chat.update': posting,
  'files.getUploadURLExternal': ({ filename, length }, { uploadUrl }) =>
    filename && Number(length) > 0
      ? { ok: true, upload_url: uploadUrl, file_id: 'F0CLOSES' }
      : apiError('invalid_arguments'),
  'files.completeUploadExternal': ({ channel_id: channel }) =>
    CHANNELS[String(channel)]?.member ? { ok: true, files: [{ id: 'F0CLOSES' }] } : apiError('channel_not_found'),
  'users.info': ({ user }, { token, holder }) => ({
    ok: true,
    user: {
      ...{ id: user, ...homeOf(String(user), token, holder) },
      deleted: user === LEFT,
      profile: { display_name: String(user).toLowerCase() },
      is_admin: [ADMIN, OTHER_ADMIN, SISTER_ADMIN].includes(String(user)),
      is_owner: false,
      ...(user === GUEST && { is_restricted: true }),
      ...(user !== LEFT && { tz: user === STOCKHOLMER ? 'Europe/Stockholm' : 'America/New_York' }),
    },
  }),
  'assistant.threads.setSuggestedPrompts': ({ prompts, thread_ts: thread }) =>
    Array.isArray(prompts) && prompts.length <= 4 && thread === undefined
      ? { ok: true }
      : apiError('invalid_arguments'),
  'agents.sessions.setStatus': () => ({ ok: true }),
  'apps.connections.open': (_, { linkUrl }) => ({ ok: true, url: linkUrl }),
};

/** Answers a call as Slack does on an ordinary day. */
export const answerCall = (
  method: string,
  args: ApiArguments,
  {
    authorization,
    views,
    oauth,
    ...world
  }: Omit<World, 'token' | 'holder'> & { readonly authorization: string; readonly views: Views; readonly oauth: OAuth },
): ApiResponse => {
  if (method === 'oauth.v2.access') return oauth.access(args);
  const answer = METHODS[method] ?? new Map(Object.entries(views.methods)).get(method);
  if (answer === undefined) return apiError('unknown_method');
  const token = authorization.replace('Bearer ', '');
  const holder = oauth.holderOf(token);
  if (holder !== undefined) return 'ok' in holder ? holder : answer(args, { ...world, token, holder });
  const isKnown = method === 'apps.connections.open' ? token === APP_TOKEN : token in INSTALLATIONS;
  return isKnown ? answer(args, { ...world, token }) : apiError('invalid_auth');
};

/** Every way in which a message breaks Slack's rules. */
export const problemsOf = (args: ApiArguments): readonly string[] => {
  if (args['delete_original'] !== undefined) {
    return Object.keys(args).length === 1 ? [] : ['delete_original stands beside other arguments'];
  }
  if (args['blocks'] === undefined) return args['text'] ? [] : ['a message without text'];
  return messageProblems(args as unknown as Message);
};

/** What a Web API method, or `response_url`, does instead of its usual work. */
export type Behaviour =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly delayMs: number }
  | 'never answer'
  /** Carried out, and the connection is gone before the answer is. */
  | 'lose the answer'
  /** Carried out; the answer begins, and then nothing more comes. */
  | 'stall the answer'
  /** Carried out; the answer begins, and the connection is gone in the middle of it. */
  | 'cut the answer'
  /** Carried out, and answered 200 with such a body, of this type. */
  | { readonly body: string; readonly type: string }
  | 'hang up';

/** Holds what Slack is told to do next; without it Slack does its usual work. */
export interface Script {
  /** The next call does this, the one after it is usual again; given several times, they queue up. */
  readonly once: (method: string, behaviour: Behaviour) => void;
  readonly always: (method: string, behaviour: Behaviour) => void;
  readonly next: (method: string) => Behaviour | undefined;
}

export const createScript = (): Script => {
  const queued = new Map<string, Behaviour[]>();
  const standing = new Map<string, Behaviour>();
  return {
    once: (method, behaviour) => void queued.set(method, [...(queued.get(method) ?? []), behaviour]),
    always: (method, behaviour) => void standing.set(method, behaviour),
    next: (method) => queued.get(method)?.shift() ?? standing.get(method),
  };
};
