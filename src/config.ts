import { z } from 'zod';
import {
  FILING_VARIABLES,
  type FilingSettings,
  filingSettings,
  type LiveSettings,
  liveSettings,
  MARKET_VARIABLES,
  type MarketSettings,
  marketSettings,
} from './market-data/index.ts';

/** A wrong setting; the message names the variable and what is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const token = (prefix: string) => z.string().startsWith(prefix, `must start with ${prefix}`);

const KEY_BYTES = 32;

const tokenKeys = z.string().transform((text, { addIssue }) => {
  const keys = text.split(',').map((key) => Buffer.from(key.trim(), 'base64'));
  if (keys.some((key) => key.length !== KEY_BYTES)) {
    addIssue(
      `must be keys of ${KEY_BYTES} bytes in base64, parted by commas; openssl rand -base64 ${KEY_BYTES} makes one`,
    );
  }
  return keys;
});

const EnvironmentSchema = z.object({
  SLACK_BOT_TOKEN: token('xoxb-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'must have at least 8 characters').optional(),
  SLACK_APP_TOKEN: token('xapp-').optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'must be a client ID such as 1234567890.1234567890')
    .optional(),
  SLACK_CLIENT_SECRET: z.string().min(8, 'must have at least 8 characters').optional(),
  SLACK_STATE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SLACK_TOKEN_KEYS: tokenKeys.optional(),
  SLACK_API_URL: httpUrl.default('https://slack.com/api/'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535, 'must be a port, 0 to 65535').default(3000),
  STORE_PATH: z.string().default('./data/rotation-desk.json'),
  METRICS_PORT: z.coerce.number('must be a number').int().min(0).max(65_535, 'must be a port, 0 to 65535').optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['info', 'warn', 'error', 'silent'], { error: 'must be info, warn, error or silent' }).optional(),
  ...MARKET_VARIABLES,
  ...FILING_VARIABLES,
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'must be an address such as postgres://user:password@host/database' })
    .optional(),
});

/** The names of all environment variables; .env.example lists the same ones. */
export const SETTINGS: readonly string[] = Object.keys(EnvironmentSchema.shape);

/** Where to listen. */
interface Server {
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
}

/** How to call Slack's Web API. */
export interface SlackApi {
  readonly botToken: string;
  /** Ends with a slash. */
  readonly apiUrl: string;
}

/** How the app is installed by a link, in any number of workspaces. */
export interface Installing extends Pick<SlackApi, 'apiUrl'> {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what travels with a person who installs. */
  readonly stateSecret: string;
  /** Of 32 bytes each: the first encrypts tokens, each decrypts. */
  readonly tokenKeys: readonly Buffer[];
}

/**
 * How Slack reaches the bot: by signed HTTP requests, of one workspace or of all that have installed it, or over a WebSocket that
 * the bot opens (Socket Mode).
 */
export type Connection =
  | ({ readonly kind: 'http'; readonly signingSecret: string } & SlackApi & Server)
  | ({ readonly kind: 'installed'; readonly signingSecret: string } & Installing & Server)
  | ({ readonly kind: 'socket'; readonly appToken: string; readonly health?: Server } & SlackApi);

/** The playground: a workspace on this machine in place of Slack. */
export interface PlaygroundSettings extends Server {
  /** The settings for live data, if a person chooses them; nothing is cached on disk. */
  readonly live: LiveSettings;
}

/** The parsed environment. */
export interface Config {
  /** Where market data come from: by default live with Slack tokens, else off. */
  readonly market: MarketSettings;
  /** Where company filings come from, and who asks. */
  readonly filings: FilingSettings;
  /** The store's file. */
  readonly storePath: string;
  /** The database that is the store instead, which any number of processes share. */
  readonly databaseUrl?: string;
  readonly logLevel: 'info' | 'warn' | 'error' | 'silent';
  /** Where metrics are served; nothing is counted without it. */
  readonly metrics?: Server;
  /** Absent where variables for Slack are missing; `missing` names them. */
  readonly connection?: Connection;
  /** Present where no variable for Slack is set. */
  readonly playground?: PlaygroundSettings;
  readonly missing: readonly string[];
}

/**
 * Stops the start where a person's own file of closes cannot be used.
 *
 * @param problem a sentence without its full stop; undefined where there is none
 * @throws {ConfigError} with what is wrong, or is to be decided, and how
 */
export const refuseFile = (problem: string | undefined): void => {
  if (problem !== undefined) throw new ConfigError(`MARKET_DATA cannot be read as it is. ${problem}.`);
};

/**
 * Without a bot token: the connection of an app that is installed by a link, or what it lacks; undefined where nothing is said
 * of one.
 *
 * @throws {ConfigError} where Socket Mode is asked for as well
 */
const installedConnection = (
  {
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    SLACK_TOKEN_KEYS: keys,
  }: z.infer<typeof EnvironmentSchema>,
  rest: Server & Pick<SlackApi, 'apiUrl'>,
): Pick<Config, 'connection' | 'missing'> | undefined => {
  if ([clientId, clientSecret, stateSecret, keys].every((one) => one === undefined)) return undefined;
  if (appToken !== undefined) {
    throw new ConfigError('SLACK_APP_TOKEN must be empty where the app is installed by a link, which needs HTTP');
  }
  if (signingSecret && clientId && clientSecret && stateSecret && keys) {
    const secrets = { signingSecret, clientId, clientSecret, stateSecret, tokenKeys: keys };
    return { connection: { kind: 'installed', ...secrets, ...rest }, missing: [] };
  }
  const needed = {
    ...{ SLACK_SIGNING_SECRET: signingSecret, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret },
    ...{ SLACK_STATE_SECRET: stateSecret, SLACK_TOKEN_KEYS: keys },
  };
  return { missing: Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : [])) };
};

/**
 * Reads the environment once. An empty value counts as unset, as in a copied .env.example.
 *
 * @throws {ConfigError} naming every variable that is wrong, and how
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = EnvironmentSchema.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  }
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL, HOST, PORT } = parsed.data;
  const server = { host: HOST, port: PORT };
  const apiUrl = SLACK_API_URL.replace(/\/*$/, '/');
  const many = SLACK_BOT_TOKEN === undefined ? installedConnection(parsed.data, { ...server, apiUrl }) : undefined;
  const canReachSlack =
    many?.connection !== undefined ||
    (SLACK_BOT_TOKEN !== undefined && (SLACK_APP_TOKEN !== undefined || SLACK_SIGNING_SECRET !== undefined));
  const isForSlack =
    many !== undefined || [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET].some((one) => one !== undefined);
  const base = {
    // a person who looks at the bot from a terminal reads no log
    logLevel: parsed.data.LOG_LEVEL ?? (isForSlack ? ('info' as const) : ('warn' as const)),
    storePath: parsed.data.STORE_PATH,
    ...(parsed.data.DATABASE_URL !== undefined && { databaseUrl: parsed.data.DATABASE_URL }),
    ...(parsed.data.METRICS_PORT !== undefined && {
      metrics: { host: parsed.data.METRICS_HOST, port: parsed.data.METRICS_PORT },
    }),
    market: marketSettings(parsed.data, canReachSlack ? 'live' : 'off'),
    filings: filingSettings(parsed.data),
    missing: [],
  };
  if (many !== undefined) return { ...base, ...many };
  if (SLACK_BOT_TOKEN !== undefined) {
    const api = { botToken: SLACK_BOT_TOKEN, apiUrl };
    if (SLACK_APP_TOKEN !== undefined) {
      const health = set['PORT'] === undefined ? {} : { health: server };
      return { ...base, connection: { kind: 'socket', appToken: SLACK_APP_TOKEN, ...health, ...api } };
    }
    if (SLACK_SIGNING_SECRET !== undefined) {
      return { ...base, connection: { kind: 'http', signingSecret: SLACK_SIGNING_SECRET, ...server, ...api } };
    }
  }
  const { cachePath: _, ...live } = liveSettings(parsed.data);
  return {
    ...base,
    ...(!isForSlack && { playground: { ...server, live } }),
    missing: [
      ...(SLACK_BOT_TOKEN === undefined ? ['SLACK_BOT_TOKEN'] : []),
      ...(SLACK_SIGNING_SECRET === undefined && SLACK_APP_TOKEN === undefined
        ? ['SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode)']
        : []),
    ],
  };
};
