import { type ApiArguments, type ApiResponse, apiError } from '../../src/playground/web-api/call.ts';

/** Slack's side of installing an app by a link: what a person allows, and the tokens that come of it. */

export const CLIENT = { id: '1234.5678', secret: 'fake-client-secret-0123456789' };

/** Whoever allows the app, and where. */
export interface Allowing {
  /** The workspace; the organisation, for all of it. */
  readonly team: string;
  readonly user: string;
  readonly isOrgWide?: boolean;
}

interface Granted extends Allowing {
  readonly token: string;
  readonly refreshToken?: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  state: 'alive' | 'revoked';
}

/** Two tokens live at once, as at Slack. */
const MOST_ALIVE = 2;

export const createOAuth = () => {
  const codes = new Map<string, Allowing & { readonly scope: string }>();
  const granted: Granted[] = [];
  let count = 0;
  let lifeSeconds: number | undefined;

  const grant = (allowing: Allowing): Granted => {
    count += 1;
    const one: Granted = {
      ...allowing,
      token: `xoxe.xoxb-fake-token-${count}`,
      ...(lifeSeconds !== undefined && { refreshToken: `xoxe-1-fake-refresh-${count}` }),
      expiresAt: lifeSeconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + lifeSeconds * 1_000,
      state: 'alive',
    };
    granted.push(one);
    const alive = granted.filter(({ team, state }) => team === allowing.team && state === 'alive');
    for (const old of alive.slice(0, -MOST_ALIVE)) old.state = 'revoked';
    return one;
  };

  const tokensOf = ({ token, refreshToken }: Granted) => ({
    ok: true as const,
    ...{ token_type: 'bot', access_token: token },
    ...(refreshToken !== undefined && { refresh_token: refreshToken, expires_in: lifeSeconds }),
  });

  const refreshed = new Set<string>();
  const refresh = (refreshToken: unknown): ApiResponse => {
    const before = granted.find((one) => one.refreshToken === refreshToken);
    // good for one use
    if (before === undefined || before.state !== 'alive' || refreshed.has(String(refreshToken))) {
      return apiError('invalid_refresh_token');
    }
    refreshed.add(String(refreshToken));
    return tokensOf(grant({ team: before.team, user: before.user, isOrgWide: before.isOrgWide === true }));
  };

  return {
    /** From now on tokens live for so many seconds, and are exchanged for the next. */
    rotate: (seconds: number): void => {
      lifeSeconds = seconds;
    },
    /** Which of them a person's browser asks for. @returns where it is led to */
    allow: (page: URL, allowing: Allowing, redirectTo: string): string => {
      count += 1;
      const code = `code-${count}`;
      codes.set(code, { ...allowing, scope: page.searchParams.get('scope') ?? '' });
      const back = new URL(redirectTo);
      back.search = new URLSearchParams({ code, state: page.searchParams.get('state') ?? '' }).toString();
      return back.href;
    },
    access: ({ client_id: id, client_secret: secret, code, grant_type: type, refresh_token: token }: ApiArguments) => {
      if (id !== CLIENT.id || secret !== CLIENT.secret) return apiError('bad_client_secret');
      if (type === 'refresh_token') return refresh(token);
      const allowed = codes.get(String(code));
      codes.delete(String(code));
      if (allowed === undefined) return apiError('invalid_code');
      const { scope, team, user, isOrgWide = false } = allowed;
      return {
        ...tokensOf(grant({ team, user, isOrgWide })),
        ...{ scope, bot_user_id: 'U0BOT', app_id: 'A0DESK', authed_user: { id: user } },
        ...{ team: isOrgWide ? null : { id: team, name: `<${team}>` } },
        ...{ enterprise: isOrgWide ? { id: team, name: team } : null, is_enterprise_install: isOrgWide },
      };
    },
    /** Whose token it is; an error where it is no good any more, nothing where it is none of these. */
    holderOf: (token: string): Allowing | ApiResponse | undefined => {
      const one = granted.find((known) => known.token === token);
      if (one === undefined) return undefined;
      if (one.state === 'revoked') return apiError('account_inactive');
      return one.expiresAt <= Date.now() ? apiError('token_expired') : one;
    },
    /** The bot is removed from a workspace: its tokens are good for nothing. */
    uninstall: (gone: string): void => {
      for (const one of granted) if (one.team === gone) one.state = 'revoked';
    },
    /** Every token that was ever given. */
    tokens: (): readonly string[] => granted.flatMap(({ token, refreshToken = token }) => [token, refreshToken]),
  };
};

export type OAuth = ReturnType<typeof createOAuth>;
