import type { webApi } from '@slack/bolt';
import { platformError } from './posting.ts';
import { withSecondTries } from './retry.ts';

/** The workspace that a person belongs to. */
export interface PersonsHome {
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
  /** IANA zone; where Slack tells none, times are told and read in New York's. */
  readonly zone?: string;
  readonly home?: PersonsHome;
  /** Owner or admin of the workspace that they belong to, whichever that is. */
  readonly isAdminAtHome: boolean;
  /** No longer in the workspace. */
  readonly hasLeft: boolean;
  /** The bot's, which Slack names with each answer; undefined where it does not. */
  readonly scopes?: readonly string[];
}

/** What is known of a person of whom Slack tells nothing. */
export const UNKNOWN_PERSON: Person = { isAdminAtHome: false, hasLeft: false };

type SlackPerson = Awaited<ReturnType<webApi.WebClient['users']['info']>>['user'];

const homeOf = (person: SlackPerson): PersonsHome | undefined => {
  if (!person?.team_id) return undefined;
  const enterprise = person.enterprise_user?.enterprise_id ?? person.enterprise_id;
  return {
    team: person.team_id,
    ...(enterprise && { enterprise }),
    teams: person.enterprise_user?.teams ?? [],
    isStranger: person.is_stranger === true,
  };
};

/** Where Slack does not tell, nobody is an admin and nobody has left. */
export const personOf = async (client: webApi.WebClient, user: string): Promise<Person> => {
  try {
    const { user: person, response_metadata: said } = await withSecondTries(() => client.users.info({ user }));
    const name = person?.profile?.display_name || person?.real_name || person?.name;
    const home = homeOf(person);
    return {
      ...(name && { name }),
      ...(home && { home }),
      isAdminAtHome: (person?.is_admin || person?.is_owner || person?.is_primary_owner) === true,
      hasLeft: person?.deleted === true,
      ...(person?.tz && { zone: person.tz }),
      ...(said?.scopes && { scopes: said.scopes }),
    };
  } catch (error) {
    if (platformError(error) === undefined) throw error;
    return platformError(error) === 'user_not_found' ? { ...UNKNOWN_PERSON, hasLeft: true } : UNKNOWN_PERSON;
  }
};
