import type { webApi } from '@slack/bolt';
import type { From } from './admission.ts';
import { type Installation, isInstalledIn, type Standing } from './belonging.ts';
import { type Person, personOf } from './people.ts';

/** Whoever sent a request. */
export interface Sender {
  readonly client: webApi.WebClient;
  readonly user: string;
  readonly from: From;
}

/** Somebody of the bot's own workspace. */
export interface Member extends Person {
  /** Owner or admin of that workspace. */
  readonly isAdmin: boolean;
}

/** As Slack tells of the person, whatever the request said; undefined where it does not tell. */
const standingToldOf = ({ home }: Person, own: Installation): Standing | undefined => {
  if (home === undefined) return undefined;
  const { team, enterprise, teams, isStranger } = home;
  if (isStranger) return 'another workspace';
  const isOfOrganisation = own.enterprise !== undefined && (enterprise ?? team) === own.enterprise;
  if (isInstalledIn(team, enterprise, own) || (isOfOrganisation && teams.includes(own.team))) return 'own';
  return isOfOrganisation ? 'organisation' : 'another workspace';
};

/** Slack's word on the person counts before the request's own, which is finer within an organisation. */
const standingOf = (person: Person, { installation, standing }: From): Standing => {
  const told = standingToldOf(person, installation) ?? standing;
  return told === 'organisation' && standing === 'own' ? 'own' : told;
};

/**
 * The sender, where they are of the bot's own workspace; undefined where they are not, or where that stays unclear.
 * Nothing of the workspace's is shown to, or changed by, anybody else.
 */
export const memberOf = async ({ client, user, from }: Sender): Promise<Member | undefined> => {
  if (from.standing === 'another workspace') return undefined;
  const person = await personOf(client, user);
  if (standingOf(person, from) !== 'own') return undefined;
  const { home, isAdminAtHome } = person;
  // an admin of another workspace is none here
  const isHere = home === undefined || isInstalledIn(home.team, home.enterprise, from.installation);
  return { ...person, isAdmin: isAdminAtHome && isHere };
};

/** Whether the sender is of the same company; Slack is asked only where the request leaves it open. */
export const isColleague = async ({ client, user, from }: Sender): Promise<boolean> => {
  if (from.standing !== 'unclear') return from.standing !== 'another workspace';
  const standing = standingOf(await personOf(client, user), from);
  return standing === 'own' || standing === 'organisation';
};
