import type { AuthorizeResult, webApi } from '@slack/bolt';

/** What the bot is installed in: one workspace, or a whole organisation of Enterprise Grid. */
export interface Installation {
  /** The workspace; for an organisation, the id under which Slack knows the installation. Its data are stored under it. */
  readonly team: string;
  /** The organisation, where there is one. */
  readonly enterprise?: string;
  /** Every workspace of the organisation is the bot's own. */
  readonly isOrgWide: boolean;
}

/** Who the bot is, and where it is installed. */
export interface Identity {
  readonly authorized: Pick<AuthorizeResult, 'botId' | 'botUserId' | 'teamId'>;
  readonly installation: Installation;
}

/** Where the bot is installed, and its ways to Slack there. */
export interface BotWorkspace extends Identity {
  /** Its own, with pauses and connections of its own. */
  readonly client: webApi.WebClient;
  /** With connections of its own: what it sends does not wait behind answers. */
  readonly spareClient: webApi.WebClient;
  /** False once the bot was removed from it, whoever has noticed. */
  readonly isInstalled: () => Promise<boolean>;
}

/** A workspace, its organisation, or both, as far as Slack names them. */
export interface WorkspaceIds {
  readonly team?: string | undefined;
  readonly enterprise?: string | undefined;
}

/** Every workspace that a process answers for. */
export interface Workspaces {
  /** The first of these that the bot is installed in; where it is installed in one only, that one. */
  readonly find: (sides: readonly WorkspaceIds[]) => Promise<BotWorkspace | undefined>;
  /** By the name under which its data are stored. */
  readonly named: (team: string) => Promise<BotWorkspace | undefined>;
  readonly all: () => Promise<readonly BotWorkspace[]>;
  /** Any call to Slack, of which its token may be told; none, where it is not known whose. Never rejects. */
  readonly touch: () => Promise<unknown>;
  /**
   * Slack has said that the bot was removed, or that a token of it is good for nothing.
   *
   * @param at when, in seconds since 1970
   * @returns false where the bot is there all the same: installed again since, or with another token
   */
  readonly forget: (workspace: BotWorkspace, at: number, what: 'removed' | 'token revoked') => Promise<boolean>;
}

/** The one workspace of a bot that has its token from the environment. @param left is told when the bot was removed from it */
export const oneWorkspace = (
  identity: Promise<Identity>,
  clients: (known: Identity) => Pick<BotWorkspace, 'client' | 'spareClient'>,
  left: () => void,
): Workspaces => {
  const workspace = identity.then(
    (known): BotWorkspace => ({ ...known, ...clients(known), isInstalled: async () => true }),
  );
  // whoever waits for it hears of its failure; nobody may be waiting yet
  workspace.catch(() => undefined);
  return {
    find: () => workspace,
    named: async (team) => {
      const one = await workspace;
      return one.installation.team === team ? one : undefined;
    },
    all: async () => [await workspace],
    touch: () => workspace.then(({ spareClient }) => spareClient.auth.test()).catch(() => undefined),
    forget: async () => {
      left();
      return true;
    },
  };
};
