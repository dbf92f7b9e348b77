import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { webApi } from '@slack/bolt';
import { ClearStateStore, ErrorCode, InstallProvider, InvalidStateError, type StateStore } from '@slack/oauth';
import manifest from '../../../manifest.json' with { type: 'json' };
import type { Installing } from '../../config.ts';
import type { RequestStore } from '../../store/index.ts';
import type { IsoInstant } from '../../units.ts';
import { boltLogger, type Log, loggable } from '../log.ts';
import type { BotWorkspace } from '../workspaces.ts';
import type { InstalledWorkspaces } from './installed-workspaces.ts';

const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/** How long a person may take to allow the app; what was used is remembered for longer. */
const STATE_SECONDS = 600;

/** What is signed and dated by the library, and is good for one use, whichever process is asked. */
const onceOnly = (
  secret: string,
  { rememberTaken }: Pick<RequestStore, 'rememberTaken'>,
  now: () => IsoInstant,
): StateStore => {
  const signed = new ClearStateStore(secret, STATE_SECONDS);
  return {
    generateStateParam: (options, at) => signed.generateStateParam(options, at),
    verifyStateParam: async (at, state) => {
      const options = await signed.verifyStateParam(at, state);
      const isFirst = await rememberTaken(`install ${hash('sha256', state, 'base64url')}`, now());
      if (!isFirst) throw new InvalidStateError('it was used before');
      return options;
    },
  };
};

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page of a few words, whose address is passed on to nobody. */
const reply = (response: ServerResponse, status: number, title: string, body: string): void => {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    })
    .end(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}</style></head>
<body><h1>${title}</h1><p>${body}</p></body>
</html>
`);
};

const AGAIN = `<a href="${INSTALL_PATH}">Start again</a>.`;

/** What is told to whoever could not install the app. @param code the library's */
const FAILURES = new Map<string, readonly [status: number, title: string, body: string]>([
  [ErrorCode.AuthorizationError, [200, 'Not installed', `Slack was not allowed to add the app. ${AGAIN}`]],
  [
    ErrorCode.InvalidStateError,
    [
      400,
      'Not installed',
      `This link was used before, is more than ten minutes old, or was begun in another browser. ${AGAIN}`,
    ],
  ],
  [ErrorCode.MissingStateError, [400, 'Not installed', `Something is missing in this address. ${AGAIN}`]],
  [ErrorCode.MissingCodeError, [400, 'Not installed', `Something is missing in this address. ${AGAIN}`]],
]);
const FAILED = [502, 'Not installed', `Slack or my store did not answer as it should. ${AGAIN}`] as const;

/** What installing rests on. */
interface InstallParts {
  readonly installing: Installing;
  readonly workspaces: Pick<InstalledWorkspaces, 'keep'>;
  readonly store: Pick<RequestStore, 'rememberTaken'>;
  readonly now: () => IsoInstant;
  readonly log: Log;
  readonly options: webApi.WebClientOptions;
  /** Beside those of the manifest. */
  readonly scopes: readonly string[];
  /** Told of each workspace once it is kept. */
  readonly installed: (workspace: BotWorkspace, installer: string) => void;
}

/** The pages by which the app is installed: the link that leads to Slack, and where Slack leads back to. */
export const installRoutes = ({
  installing: { apiUrl, clientId, clientSecret, stateSecret },
  workspaces,
  store,
  now,
  log,
  options,
  scopes,
  installed,
}: InstallParts) => {
  const kept = new WeakMap<object, Awaited<ReturnType<InstalledWorkspaces['keep']>>>();
  const provider = new InstallProvider({
    ...{ clientId, clientSecret, directInstall: true, clientOptions: options },
    // what fails is logged here, once
    logger: { ...boltLogger(log), error: () => undefined },
    authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
    stateStore: onceOnly(stateSecret, store, now),
    installationStore: {
      storeInstallation: async (installation) => void kept.set(installation, await workspaces.keep(installation)),
      fetchInstallation: () => Promise.reject(new Error('tokens are found elsewhere')),
    },
    installUrlOptions: {
      scopes: [...manifest.oauth_config.scopes.bot, ...manifest.oauth_config.scopes.bot_optional, ...scopes],
    },
  });

  const failed = (response: ServerResponse, error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const [status, title, body] = FAILURES.get(code) ?? FAILED;
    log.warn({ ...loggable(error), code, status }, 'the app was not installed');
    if (response.headersSent) response.destroy();
    else reply(response, status, title, body);
  };

  const begin = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('cache-control', 'no-store');
    await provider.handleInstallPath(request, response);
  };

  const end = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    provider.handleCallback(request, response, {
      success: (installation) => {
        const { workspace, installer } = kept.get(installation) ?? {};
        if (workspace === undefined || installer === undefined) return failed(response, new Error('nothing was kept'));
        const { team, isOrgWide } = workspace.installation;
        log.info({ team, isOrgWide }, 'the app was installed');
        installed(workspace, installer);
        const name = installation.team?.name ?? installation.enterprise?.name ?? 'your workspace';
        const link = isOrgWide
          ? 'slack://open'
          : `slack://app?team=${team}&amp;id=${encodeURIComponent(installation.appId ?? '')}`;
        const next = `I have sent you a direct message that says what to do first. <a href="${link}">Open Slack</a>.`;
        reply(response, 200, 'Rotation Desk is installed', `It is in ${escapeHtml(name)} now. ${next}`);
      },
      failure: (error) => failed(response, error),
    });

  return [
    [INSTALL_PATH, begin],
    [REDIRECT_PATH, end],
  ].map(([path, answer]) => ({
    path: path as string,
    method: 'GET',
    handler: (request: IncomingMessage, response: ServerResponse): void =>
      void (answer as typeof begin)(request, response).catch((error: unknown) => failed(response, error)),
  }));
};
