import type { Context, RespondFn, webApi } from '@slack/bolt';
import { context, escaped, type HomeTab, type Message, section } from '../message/index.ts';
import type { Asker, BotContext, Sender } from './asker.ts';
import { slackMeaning } from './errors.ts';
import type { Click } from './interaction-payload.ts';
import { type ReplyTarget, replyToAsker } from './post-message.ts';
import type { RequestInHand } from './request-in-hand.ts';
import { type Affiliation, isInstalledIn, originOf, type RequestOrigin } from './request-origin.ts';
import type { RequestOutcome } from './request-runner.ts';
import { retryRead } from './web-client.ts';
import type { Installation } from './workspaces.ts';

/** Who asks: the person behind a request, whose they are, and whether they may. */

/** What Bolt hands to every listener. */
interface ListenerArgs {
  readonly context: Context;
  readonly respond?: RespondFn;
}

/**
 * The asker behind a request that a listener was given.
 *
 * @throws where the request has passed no `ignoreOtherInstallations`
 */
export const createAsker = (
  { context, respond }: ListenerArgs,
  where: Pick<Asker, 'user' | 'channel' | 'privateThreadTs' | 'request'>,
): Asker => {
  const origin = originOf(context);
  const { client, installation } = origin.workspace;
  return { client, origin, team: installation.team, ...where, ...(respond && { respond }) };
};

/** Whoever clicked a button; on the Home tab Slack gives no address to respond to. */
export const askerOfClick = (
  { context, respond }: ListenerArgs,
  { user, channel, isHome, begunThreadTs }: Click,
  request?: RequestInHand,
): Asker =>
  createAsker(
    { context, ...(!isHome && respond && { respond }) },
    { user, channel, privateThreadTs: begunThreadTs, request },
  );

/** The same asker, whose answer stands in one more queue. */
export const inQueue = (asker: Asker, letOthersPass: () => void): Asker => ({
  ...asker,
  letOthersPass: () => {
    asker.letOthersPass?.();
    letOthersPass();
  },
});

/** The workspace that a person belongs to. */
interface HomeWorkspace {
  readonly team: string;
  readonly enterprise?: string;
  /** All their workspaces, in an organisation of Enterprise Grid. */
  readonly teams: readonly string[];
  /** Of another company, and known from a shared channel. */
  readonly isStranger: boolean;
}

/** A person, and what the bot may do in their workspace, as far as Slack tells. */
export interface Person {
  /** As the workspace shows it. */
  readonly name?: string;
  /** IANA zone; where Slack gives none, times are written and read in New York's. */
  readonly zone?: string;
  readonly home?: HomeWorkspace;
  /** Owner or admin of the workspace that they belong to, whichever that is. */
  readonly isAdminAtHome: boolean;
  /** Let into some channels only. */
  readonly isGuest: boolean;
  /** No longer in the workspace. */
  readonly hasLeft: boolean;
  /** The bot's, which Slack names with each answer; undefined where it does not. */
  readonly scopes?: readonly string[];
}

/** What is known of a person of whom Slack tells nothing. */
export const UNKNOWN_PERSON: Person = { isAdminAtHome: false, isGuest: false, hasLeft: false };

type SlackPerson = Awaited<ReturnType<webApi.WebClient['users']['info']>>['user'];

const homeOf = (person: SlackPerson): HomeWorkspace | undefined => {
  if (!person?.team_id) return undefined;
  const enterprise = person.enterprise_user?.enterprise_id ?? person.enterprise_id;
  return {
    team: person.team_id,
    ...(enterprise && { enterprise }),
    teams: person.enterprise_user?.teams ?? [],
    isStranger: person.is_stranger === true,
  };
};

/** Loads a person by `users.info`. @throws where Slack may tell more in a minute: nobody is refused anything for that */
const loadPersonForSure = async (client: webApi.WebClient, user: string): Promise<Person> => {
  try {
    const { user: person, response_metadata: said } = await retryRead(() => client.users.info({ user }));
    const name = person?.profile?.display_name || person?.real_name || person?.name;
    const home = homeOf(person);
    return {
      ...(name && { name }),
      ...(home && { home }),
      isAdminAtHome: (person?.is_admin || person?.is_owner || person?.is_primary_owner) === true,
      isGuest: (person?.is_restricted || person?.is_ultra_restricted) === true,
      hasLeft: person?.deleted === true,
      ...(person?.tz && { zone: person.tz }),
      ...(said?.scopes && { scopes: said.scopes }),
    };
  } catch (error) {
    const meaning = slackMeaning(error);
    if (meaning === 'person not there') return { ...UNKNOWN_PERSON, hasLeft: true };
    if (meaning === undefined || meaning === 'later' || meaning === 'unknown') throw error;
    return UNKNOWN_PERSON;
  }
};

/** Loads a person; where Slack gives nothing, nobody is an admin and nobody has left. */
export const loadPerson = (client: webApi.WebClient, user: string): Promise<Person> =>
  loadPersonForSure(client, user).catch((error: unknown) => {
    if (slackMeaning(error) === undefined) throw error;
    return UNKNOWN_PERSON;
  });

/** Somebody of the bot's own workspace. */
export interface Member extends Person {
  /** Owner or admin of that workspace. */
  readonly isAdmin: boolean;
}

/** By what Slack says of the person, whatever the request said; undefined where it says nothing. */
const affiliationByProfile = ({ home }: Person, own: Installation): Affiliation | undefined => {
  if (home === undefined) return undefined;
  const { team, enterprise, teams, isStranger } = home;
  if (isStranger) return 'another workspace';
  const isOfOrganisation = own.enterprise !== undefined && (enterprise ?? team) === own.enterprise;
  if (isInstalledIn(team, enterprise, own) || (isOfOrganisation && teams.includes(own.team))) return 'own';
  return isOfOrganisation ? 'organisation' : 'another workspace';
};

/** What Slack says of the person counts before what the request says, which is finer within an organisation. */
const affiliationOf = (person: Person, { workspace, affiliation }: RequestOrigin): Affiliation => {
  const known = affiliationByProfile(person, workspace.installation) ?? affiliation;
  return known === 'organisation' && affiliation === 'own' ? 'own' : known;
};

/**
 * The sender, where they are of the bot's own workspace; undefined where they are not, or where that stays unclear.
 * Nothing of the workspace's is shown to, or changed by, anybody else.
 */
export const loadMember = async ({ client, user, origin }: Sender): Promise<Member | undefined> => {
  if (origin.affiliation === 'another workspace') return undefined;
  const person = await loadPersonForSure(client, user);
  if (affiliationOf(person, origin) !== 'own') return undefined;
  const { home, isAdminAtHome } = person;
  // an admin of another workspace is none here
  const isHere = home === undefined || isInstalledIn(home.team, home.enterprise, origin.workspace.installation);
  return { ...person, isAdmin: isAdminAtHome && isHere };
};

/** Whether the sender is of the same company; Slack is asked only where the request leaves it open. */
export const isColleague = async ({ client, user, origin }: Sender): Promise<boolean> => {
  if (origin.affiliation !== 'unclear') return origin.affiliation !== 'another workspace';
  const standing = affiliationOf(await loadPersonForSure(client, user), origin);
  return standing === 'own' || standing === 'organisation';
};

const ONLY_PEOPLE = 'Only people of the workspace that Rotation Desk belongs to can';
const MAY_NOT_CHANGE = `${ONLY_PEOPLE} do that.`;
const MAY_NOT_ASK = `${ONLY_PEOPLE} ask here. One of its admins may allow others to, channel by channel.`;

const inSmall = (text: string): Message => ({ text: escaped(text), blocks: [context(escaped(text))] });

/** Said instead of everything that shows or changes what a workspace has set up, to whoever is not of it. */
export const MEMBERS_ONLY: Message = inSmall(MAY_NOT_CHANGE);

/** The Home tab of whoever is not of the workspace. */
export const NON_MEMBER_HOME: HomeTab = {
  type: 'home',
  blocks: [section(escaped(`${ONLY_PEOPLE} see and change its briefs and settings.`))],
};

/** Own people may ask anywhere; those of another company in the shared channels that an admin has allowed. */
export const mayAsk = async ({ store }: BotContext, caller: Asker): Promise<boolean> => {
  if (await isColleague(caller)) return true;
  const { allowedSharedChannels } = await store.settings(caller.team);
  return allowedSharedChannels.includes(caller.channel);
};

/** Tells whoever may not ask that they may not. */
export const refuseQuestion = async (caller: Asker, where?: ReplyTarget): Promise<RequestOutcome> => {
  await replyToAsker(caller, inSmall(MAY_NOT_ASK), where);
  return 'refused';
};

/** Tells whoever is not of the workspace that this is for its people. */
export const refuseChange = async (caller: Asker, where?: ReplyTarget): Promise<RequestOutcome> => {
  await replyToAsker(caller, MEMBERS_ONLY, where);
  return 'refused';
};

/** Does what is asked for, where the caller may ask. */
export const ifMayAsk = async (
  bot: BotContext,
  caller: Asker,
  work: () => Promise<RequestOutcome>,
  where?: ReplyTarget,
): Promise<RequestOutcome> => ((await mayAsk(bot, caller)) ? work() : refuseQuestion(caller, where));
