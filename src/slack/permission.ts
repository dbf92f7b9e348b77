import type { webApi } from '@slack/bolt';
import { platformError } from './posting.ts';
import { withSecondTries } from './second-tries.ts';

/** Whether somebody may change a workspace's settings, and what the bot may do there, as Slack says with each answer. */
interface Permission {
  readonly mayChange: boolean;
  /** Undefined where Slack does not say. */
  readonly scopes: readonly string[] | undefined;
}

/** Owners and admins of the workspace may, and whoever installed the bot. Where Slack does not tell, nobody may. */
export const mayChangeSettings = async (
  client: webApi.WebClient,
  user: string,
  installer: string | undefined,
): Promise<Permission> => {
  try {
    const { user: person, response_metadata: said } = await withSecondTries(() => client.users.info({ user }));
    const isAdmin = person?.is_admin || person?.is_owner || person?.is_primary_owner;
    return { mayChange: isAdmin === true || user === installer, scopes: said?.scopes };
  } catch (error) {
    if (platformError(error) === undefined) throw error;
    return { mayChange: user === installer, scopes: undefined };
  }
};
