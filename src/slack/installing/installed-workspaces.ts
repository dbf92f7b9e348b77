import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ConfigError, type Installing } from '../../config.ts';
import { type InstallationStore, StoreAwayError, type StoredInstallation } from '../../store/index.ts';
import type { IsoInstant } from '../../units.ts';
import { type Log, loggable } from '../log.ts';
import { type ClientOptions, createSlackClient } from '../slack-client.ts';
import type { BotWorkspace, WorkspaceIds, Workspaces } from '../workspaces.ts';
import { createSeal, GivenSchema, type GrantedInstallation, identityOf, installationName, SealError } from './seal.ts';

/** What Slack answers where a token is exchanged for the next. */
const RefreshedSchema = z.looseObject({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

/** Slack's tokens live for twelve hours; so long before their end they are exchanged. */
const BEFORE_END_MS = 2 * 3_600_000;
/** What lives for less than this is not used any more. */
const LEAST_LIFE_MS = 60_000;
const AFTER_FAILURE_MS = 30_000;
const BETWEEN_LOOKS_MS = 200;
/** Longer than a lease: whoever has it by then has failed. */
const PATIENCE_MS = 20_000;

/** What installed workspaces rest on. */
interface InstalledParts {
  readonly installing: Installing;
  readonly store: InstallationStore;
  /** Names this process in its leases. */
  readonly owner: string;
  readonly now: () => IsoInstant;
  readonly log: Log;
  /** Of a client of its own; a fresh object each time. */
  readonly newOptions: () => ClientOptions;
}

/** The workspaces that have installed the app, as they are in the store. */
export interface InstalledWorkspaces extends Workspaces {
  /** Keeps what a person has allowed. @returns the workspace, and who installed the app there */
  readonly keep: (installation: unknown) => Promise<{ readonly workspace: BotWorkspace; readonly installer: string }>;
  /**
   * Sees to it that every token can be opened, and seals those anew that an older key has sealed.
   *
   * @throws {ConfigError} where the keys do not open all
   */
  readonly checkKeys: () => Promise<void>;
}

/**
 * The workspaces that have installed the app. Each is read from the store when it is asked for, so that all processes know of it
 * at once, and has clients of its own for as long as its token stays the same. Tokens that end soon are exchanged by one process
 * at a time; nobody waits for that while the present one lives.
 */
export const createInstalledWorkspaces = (parts: InstalledParts): InstalledWorkspaces => {
  const { installing, store, owner, now, log, newOptions } = parts;
  const seal = createSeal(installing.tokenKeys);
  const known = new Map<string, { readonly token: string; readonly workspace: BotWorkspace }>();
  /** As it was opened last. */
  const read = new Map<string, { readonly sealed: string; readonly installation: GrantedInstallation }>();
  const renewals = new Map<string, Promise<void>>();
  const failedAtMs = new Map<string, number>();

  const opened = ({ team, sealed }: StoredInstallation): GrantedInstallation => {
    const before = read.get(team);
    if (before?.sealed === sealed) return before.installation;
    const installation = GivenSchema.parse(JSON.parse(seal.open(sealed, team)));
    read.set(team, { sealed, installation });
    return installation;
  };
  const sealedOf = (installation: GrantedInstallation): string =>
    seal.close(JSON.stringify(installation), installationName(installation));

  const lifeMs = ({ bot }: GrantedInstallation): number =>
    bot.refreshToken === undefined || bot.expiresAt === undefined
      ? Number.POSITIVE_INFINITY
      : bot.expiresAt * 1_000 - Date.parse(now());

  const isStored = async (team: string): Promise<boolean> =>
    store.installation(team).then(
      (found) => found !== undefined,
      () => true,
    );

  const forgetLocally = (team: string): void => {
    known.delete(team);
    read.delete(team);
    failedAtMs.delete(team);
  };

  const workspaceOf = (team: string, installation: GrantedInstallation): BotWorkspace => {
    const { token } = installation.bot;
    const before = known.get(team);
    if (before?.token === token) return before.workspace;
    const identity = identityOf(team, installation);
    const { teamId } = identity.authorized;
    const workspace: BotWorkspace = {
      ...identity,
      client: createSlackClient(token, { ...newOptions(), ...(teamId && { teamId }) }),
      spareClient: createSlackClient(token, newOptions()),
      isInstalled: () => isStored(team),
    };
    known.set(team, { token, workspace });
    return workspace;
  };

  const exchange = async (installation: GrantedInstallation): Promise<GrantedInstallation> => {
    const { clientId, clientSecret } = installing;
    const answer = await createSlackClient(undefined, newOptions()).oauth.v2.access({
      ...{ client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token' },
      refresh_token: installation.bot.refreshToken ?? '',
    });
    const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = RefreshedSchema.parse(answer);
    const expiresAt = Math.floor(Date.parse(now()) / 1_000) + seconds;
    return { ...installation, bot: { ...installation.bot, token, refreshToken, expiresAt } };
  };

  /** Changes what is sealed, by one process at a time; nothing where another does, or where there is nothing to do any more. */
  const inHand = async (
    team: string,
    isDue: (stored: StoredInstallation) => boolean,
    change: (installation: GrantedInstallation) => Promise<GrantedInstallation>,
  ): Promise<boolean> => {
    const fence = await store.takeInstallation(team, owner, now());
    if (fence === undefined) return false;
    let sealed: string | undefined;
    try {
      const stored = await store.installation(team);
      if (stored !== undefined && isDue(stored)) sealed = sealedOf(await change(opened(stored)));
    } finally {
      await store.settleInstallation(team, fence, sealed);
    }
    return sealed !== undefined;
  };

  const renew = (team: string): Promise<void> => {
    const underWay = renewals.get(team);
    if (underWay !== undefined) return underWay;
    if (performance.now() - (failedAtMs.get(team) ?? Number.NEGATIVE_INFINITY) < AFTER_FAILURE_MS) {
      return Promise.resolve();
    }
    const isDue = (stored: StoredInstallation): boolean => lifeMs(opened(stored)) <= BEFORE_END_MS;
    const done = inHand(team, isDue, exchange)
      .then((isRenewed) => void (isRenewed && log.info({ team }, 'a token was renewed')))
      .catch((error: unknown) => {
        failedAtMs.set(team, performance.now());
        log.warn({ team, ...loggable(error) }, 'a token could not be renewed');
      })
      .finally(() => renewals.delete(team));
    renewals.set(team, done);
    return done;
  };

  /** The installation with a token that lives; another process may be renewing it just now. */
  const withLivingToken = async (stored: StoredInstallation): Promise<StoredInstallation | undefined> => {
    const { team } = stored;
    const life = lifeMs(opened(stored));
    if (life > BEFORE_END_MS) return stored;
    const renewing = renew(team);
    if (life > LEAST_LIFE_MS) return stored;
    const giveUpAt = performance.now() + PATIENCE_MS;
    await renewing;
    for (;;) {
      const found = await store.installation(team);
      const isOver = performance.now() > giveUpAt || failedAtMs.has(team);
      if (found === undefined || isOver || lifeMs(opened(found)) > LEAST_LIFE_MS) return found;
      await wait(BETWEEN_LOOKS_MS);
      await renew(team);
    }
  };

  const named = async (team: string): Promise<BotWorkspace | undefined> => {
    try {
      const stored = await store.installation(team);
      const living = stored && (await withLivingToken(stored));
      if (living === undefined) forgetLocally(team);
      return living && workspaceOf(team, opened(living));
    } catch (error) {
      // while the database is away, those are answered who were known before
      if (error instanceof StoreAwayError) return known.get(team)?.workspace;
      if (!(error instanceof SealError)) throw error;
      log.error({ team }, 'the tokens of a workspace cannot be opened');
      return undefined;
    }
  };

  const isTokenAlive = async (team: string): Promise<boolean> => {
    const tested = (await named(team))?.spareClient.auth.test().then(
      () => true,
      () => false,
    );
    return (await tested) ?? false;
  };

  return {
    named,
    find: async (sides: readonly WorkspaceIds[]) => {
      for (const { team, enterprise } of sides) {
        for (const name of [team, enterprise]) {
          const found = name === undefined ? undefined : await named(name);
          if (found) return found;
        }
      }
      return undefined;
    },
    all: async () => {
      const found = await Promise.all((await store.installations()).map(({ team }) => named(team)));
      return found.flatMap((one) => one ?? []);
    },
    touch: () => Promise.resolve(),
    forget: async ({ installation: { team } }, at, what) => {
      const stored = await store.installation(team);
      const isSince = stored !== undefined && Date.parse(stored.installedAt) / 1_000 > at;
      // clocks differ, and old tokens are revoked when they are exchanged: Slack itself knows best
      const isAlive = (isSince || what === 'token revoked') && (await isTokenAlive(team));
      if (!isAlive) forgetLocally(team);
      return !isAlive;
    },
    keep: async (given) => {
      const installation = GivenSchema.parse(given);
      const stored = { team: installationName(installation), installedAt: now(), sealed: sealedOf(installation) };
      await store.keepInstallation(stored);
      failedAtMs.delete(stored.team);
      return { workspace: workspaceOf(stored.team, installation), installer: installation.user.id };
    },
    checkKeys: async () => {
      const all = await store.installations();
      const isOpened = (stored: StoredInstallation): boolean => {
        try {
          return opened(stored) !== undefined;
        } catch (error) {
          if (error instanceof SealError) return false;
          throw error;
        }
      };
      const open = all.filter(isOpened);
      if (open.length < all.length) {
        throw new ConfigError(
          `SLACK_TOKEN_KEYS opens the tokens of ${open.length} of ${all.length} workspaces: the key that sealed the others is missing`,
        );
      }
      const isOld = ({ sealed }: StoredInstallation): boolean => !seal.isCurrent(sealed);
      const renewed = await Promise.all(open.filter(isOld).map(({ team }) => inHand(team, isOld, async (one) => one)));
      if (renewed.length > 0) log.info({ workspaces: renewed.length }, 'tokens were sealed with the first key');
    },
  };
};
