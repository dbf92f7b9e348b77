import type { Authorize, Context } from '@slack/bolt';
import { z } from 'zod';
import { loggableId } from './log.ts';
import type { BotWorkspace, Installation, WorkspaceIds, Workspaces } from './workspaces.ts';

/** How a person belongs to the installation, as their request itself says. */
export type Affiliation =
  | 'own'
  /** Of the same organisation; of which of its workspaces is not said. */
  | 'organisation'
  /** Of the organisation or of another company. */
  | 'unclear'
  | 'another workspace';

const Id = z.string().nullish();
const Named = z.looseObject({ id: Id }).nullish();

const RequestSchema = z.looseObject({
  team_id: Id,
  enterprise_id: Id,
  context_team_id: Id,
  context_enterprise_id: Id,
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z.array(z.looseObject({ team_id: Id, enterprise_id: Id })).nullish(),
  event: z
    .looseObject({
      type: Id,
      user: z.unknown().optional(),
      channel: z.unknown().optional(),
      user_team: Id,
      source_team: Id,
      team: z.unknown().optional(),
    })
    .nullish(),
  team: z.looseObject({ id: Id, enterprise_id: Id }).nullish(),
  enterprise: Named,
  user: z.looseObject({ id: Id, team_id: Id }).nullish(),
  user_id: Id,
  channel: Named,
  channel_id: Id,
  container: z.looseObject({ channel_id: Id }).nullish(),
  message: z.looseObject({ team: Id, bot_profile: z.looseObject({ team_id: Id }).nullish() }).nullish(),
  view: z.looseObject({ app_installed_team_id: Id, private_metadata: Id }).nullish(),
});

type Request = z.infer<typeof RequestSchema>;

const parsed = new WeakMap<object, Request | undefined>();

/** A request's body, looked through once for whoever asks; undefined where it is none. */
const requestIn = (body: unknown): Request | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  if (!parsed.has(body)) parsed.set(body, RequestSchema.safeParse(body).data);
  return parsed.get(body);
};

const side = (team: unknown, enterprise: unknown): WorkspaceIds => ({
  team: typeof team === 'string' && team !== '' ? team : undefined,
  enterprise: typeof enterprise === 'string' && enterprise !== '' ? enterprise : undefined,
});

const isNamed = ({ team, enterprise }: WorkspaceIds): boolean => team !== undefined || enterprise !== undefined;

/** The workspace itself, or its organisation; Slack puts an organisation's id in the place of a workspace's too. */
const isOurs = ({ team, enterprise }: WorkspaceIds, own: Installation): boolean =>
  team === own.team || (own.enterprise !== undefined && (team === own.enterprise || enterprise === own.enterprise));

/** The workspace that the bot is installed in, and none beside it in the same organisation. */
export const isInstalledIn = (team: string, enterprise: string | undefined, own: Installation): boolean =>
  team === own.team || (own.isOrgWide && isOurs({ team, enterprise }, own));

/** For whom Slack says that the request is; nobody, where it leaves that to the workspace it came from. */
const recipientsOf = (request: Request): readonly WorkspaceIds[] =>
  [
    ...(request.authorizations ?? []).map((one) => side(one.team_id, one.enterprise_id)),
    side(request.context_team_id, request.context_enterprise_id),
    side(request.view?.app_installed_team_id, undefined),
  ].filter(isNamed);

/** The workspace that the request came from. */
const senderOf = ({ team_id, enterprise_id, team, enterprise, user }: Request): WorkspaceIds => {
  const named = side(team_id ?? team?.id, enterprise_id ?? enterprise?.id ?? team?.enterprise_id);
  return isNamed(named) ? named : side(user?.team_id, undefined);
};

/**
 * Whose request it may be, likeliest first: of whom Slack says that it is for, of whose bot the message is from, and where it
 * came from.
 */
const sidesOf = (body: unknown): readonly WorkspaceIds[] => {
  const request = requestIn(body);
  if (request === undefined) return [];
  const recipients = recipientsOf(request);
  const author = side(request.message?.bot_profile?.team_id ?? request.message?.team, undefined);
  return (recipients.length > 0 ? recipients : [author, senderOf(request)]).filter(isNamed);
};

/** Finds the workspace of a request, once for whoever asks. */
export type FindWorkspace = (body: object) => Promise<BotWorkspace | undefined>;

export const createWorkspaceFinder = (workspaces: Workspaces): FindWorkspace => {
  const found = new WeakMap<object, ReturnType<FindWorkspace>>();
  return (body) => {
    const workspace = found.get(body) ?? workspaces.find(sidesOf(body));
    found.set(body, workspace);
    return workspace;
  };
};

/**
 * Tells Bolt whose bot a request is for, without a token: what is sent goes by the workspace's own clients. Bolt writes the
 * asker into what it is given: a copy.
 */
export const authorizeBy =
  (find: FindWorkspace): Authorize<boolean> =>
  async (_, body) => ({ ...(body && (await find(body)))?.authorized });

const carriedChannel = (metadata: string | null | undefined): unknown => {
  try {
    return metadata ? (JSON.parse(metadata) as { channel?: unknown } | null)?.channel : undefined;
  } catch {
    return undefined;
  }
};

const channelOf = ({ event, channel, channel_id, container, view }: Request): string | undefined =>
  [event?.channel, channel?.id, channel_id, container?.channel_id, carriedChannel(view?.private_metadata)].find(
    (one) => typeof one === 'string',
  );

/** The person's own workspace: what an event says of its writer, what a control says of its user. */
const homeOf = (request: Request, from: WorkspaceIds): string | undefined => {
  const { event, user, is_ext_shared_channel: isShared } = request;
  const named = event ? (event.user_team ?? event.source_team ?? event.team) : user?.team_id;
  if (typeof named === 'string') return named;
  // who is in a channel of two companies may be of either
  return isShared === true ? undefined : (from.team ?? from.enterprise);
};

const affiliationOf = (home: string | undefined, from: WorkspaceIds, own: Installation): Affiliation => {
  if (home === undefined) return 'unclear';
  if (isInstalledIn(home, undefined, own)) return 'own';
  if (home === own.enterprise) return 'organisation';
  if (!isOurs(from, own) || own.enterprise === undefined) return 'another workspace';
  if (home !== from.team) return from.enterprise === own.enterprise ? 'unclear' : 'another workspace';
  return own.isOrgWide ? 'own' : 'organisation';
};

/** A request, compared with the installation. */
export interface ClassifiedRequest {
  /** `if shared`: only where it comes through a channel that is shared with us. */
  readonly isForUs: 'yes' | 'no' | 'if shared';
  readonly affiliation: Affiliation;
  readonly channel?: string;
  readonly user?: string;
  /** For the log. */
  readonly ids: Readonly<Record<string, string | undefined>>;
}

const FOR_NOBODY: ClassifiedRequest = { isForUs: 'no', affiliation: 'another workspace', ids: {} };

const isForUs = (request: Request, from: WorkspaceIds, own: Installation): ClassifiedRequest['isForUs'] => {
  const recipients = recipientsOf(request);
  const isSaidToBe = recipients.some((one) => isOurs(one, own));
  if (recipients.length > 0 && !isSaidToBe) return 'no';
  if (isOurs(from, own)) return 'yes';
  const isShared = request.is_ext_shared_channel === true || Boolean(request.view?.app_installed_team_id);
  return isSaidToBe && isShared ? 'yes' : 'if shared';
};

/** Compares a request with the installation. What cannot be parsed is for nobody, as is what is for no installation. */
export const classifyRequest = (body: unknown, own: Installation | undefined): ClassifiedRequest => {
  const request = requestIn(body);
  if (request === undefined || own === undefined) return FOR_NOBODY;
  const { event, user, user_id: typist } = request;
  const from = senderOf(request);
  const home = homeOf(request, from);
  const channel = channelOf(request);
  const who = user?.id ?? typist ?? (typeof event?.user === 'string' ? event.user : undefined);
  const ids = { ...from, home, user: who, channel };
  return {
    isForUs: isForUs(request, from, own),
    affiliation: affiliationOf(home, from, own),
    ...(channel !== undefined && { channel }),
    ...(who && { user: who }),
    ids: Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, loggableId(id)])),
  };
};

/** Where a request comes from, compared with the installation. */
export interface RequestOrigin {
  readonly workspace: BotWorkspace;
  readonly affiliation: Affiliation;
}

/** Where a listener's request comes from. @throws where it has passed no `ignoreOtherInstallations` */
export const originOf = (context: Context): RequestOrigin => {
  const origin: RequestOrigin | undefined = context['origin'];
  if (origin === undefined) throw new Error('the request was let in by nobody');
  return origin;
};
