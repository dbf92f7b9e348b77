import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../src/config.ts';

const EXAMPLE = readFileSync(resolve(import.meta.dirname, '../.env.example'), 'utf8');
const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shhhhhhhh' };

describe('.env.example', () => {
  it('lists every setting, each with a line of explanation above it', () => {
    const paragraphs = EXAMPLE.split(/\n\n/).filter((paragraph) => /^[A-Z_]+=/m.test(paragraph));
    const names = paragraphs.map((paragraph) => /^([A-Z_]+)=/m.exec(paragraph)?.[1]);
    // compose.yaml alone reads the password
    expect([...names].sort()).toEqual([...SETTINGS, 'POSTGRES_PASSWORD'].sort());
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/^# .{20,}\n[A-Z_]+=/);
  });

  it('is itself an environment that can be read', () => {
    const example = Object.fromEntries(
      [...EXAMPLE.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    expect(readConfig(example)).toEqual({
      logLevel: 'info',
      storePath: './data/rotation-desk.json',
      market: { kind: 'off' },
      filings: { baseUrl: 'https://www.sec.gov', dataUrl: 'https://data.sec.gov' },
      playground: expect.objectContaining({ host: '127.0.0.1', port: 3000 }),
      missing: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode)'],
    });
  });
});

describe('readConfig', () => {
  it('chooses HTTP for a bot token and a signing secret', () => {
    expect(readConfig(HTTP).connection).toEqual({
      kind: 'http',
      botToken: 'xoxb-1',
      signingSecret: 'shhhhhhhh',
      apiUrl: 'https://slack.com/api/',
      host: '127.0.0.1',
      port: 3000,
    });
  });

  it('chooses Socket Mode where there is an app token, with health pages only on a port that was given', () => {
    const socket = readConfig({ ...HTTP, SLACK_APP_TOKEN: 'xapp-1' }).connection;
    expect(socket).toEqual({
      kind: 'socket',
      appToken: 'xapp-1',
      botToken: 'xoxb-1',
      apiUrl: 'https://slack.com/api/',
    });
    expect(readConfig({ ...HTTP, SLACK_APP_TOKEN: 'xapp-1', PORT: '8080' }).connection).toMatchObject({
      health: { host: '127.0.0.1', port: 8080 },
    });
  });

  describe('for many workspaces', () => {
    const KEY = Buffer.alloc(32, 7);
    const MANY = {
      SLACK_SIGNING_SECRET: 'shhhhhhhh',
      SLACK_CLIENT_ID: '12.34',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_STATE_SECRET: 's'.repeat(32),
      SLACK_TOKEN_KEYS: `${KEY.toString('base64')}, ${Buffer.alloc(32, 8).toString('base64')}`,
    };

    it('chooses installing by a link where there is no bot token and all that it needs', () => {
      const { connection, market } = readConfig({ ...MANY, SLACK_API_URL: 'http://127.0.0.1:1/api' });
      expect(connection).toEqual({
        ...{ kind: 'installed', signingSecret: 'shhhhhhhh', clientId: '12.34', clientSecret: 'client-secret' },
        ...{ stateSecret: 's'.repeat(32), tokenKeys: [KEY, Buffer.alloc(32, 8)] },
        ...{ apiUrl: 'http://127.0.0.1:1/api/', host: '127.0.0.1', port: 3000 },
      });
      expect(market.kind).toBe('live');
    });

    it('is as it was for one workspace where there is a bot token', () => {
      expect(readConfig({ ...MANY, ...HTTP })).toEqual(readConfig(HTTP));
    });

    it('names what is missing, and opens no playground instead', () => {
      const { missing, connection, playground } = readConfig({ SLACK_CLIENT_ID: '12.34' });
      expect({ connection, playground }).toEqual({});
      expect(missing).toEqual([
        'SLACK_SIGNING_SECRET',
        'SLACK_CLIENT_SECRET',
        'SLACK_STATE_SECRET',
        'SLACK_TOKEN_KEYS',
      ]);
    });

    it.each([
      ['SLACK_CLIENT_ID', 'desk', 'SLACK_CLIENT_ID must be a client ID such as'],
      ['SLACK_CLIENT_SECRET', 'short', 'SLACK_CLIENT_SECRET must have at least 8 characters'],
      ['SLACK_STATE_SECRET', 'guessable', 'SLACK_STATE_SECRET must have at least 32 characters'],
      ['SLACK_TOKEN_KEYS', `${KEY.toString('base64')},c2hvcnQ=`, 'SLACK_TOKEN_KEYS must be keys of 32 bytes in base64'],
      ['SLACK_APP_TOKEN', 'xapp-1', 'SLACK_APP_TOKEN must be empty where the app is installed by a link'],
    ])('refuses %s=%s in words', (name, value, words) => {
      expect(() => readConfig({ ...MANY, [name]: value })).toThrow(ConfigError);
      expect(() => readConfig({ ...MANY, [name]: value })).toThrow(words);
    });
  });

  it('opens the playground where nothing is said of Slack, and only there', () => {
    const { playground, connection, logLevel, market } = readConfig({ PORT: '8080', CACHE_PATH: '/data' });
    expect({ connection, logLevel, market }).toEqual({ logLevel: 'warn', market: { kind: 'off' } });
    expect(playground).toMatchObject({ host: '127.0.0.1', port: 8080, live: { kind: 'live' } });
    expect(JSON.stringify(playground)).not.toContain('/data');
    for (const said of Object.entries({ ...HTTP, SLACK_APP_TOKEN: 'xapp-1' })) {
      expect(readConfig(Object.fromEntries([said])).playground).toBeUndefined();
    }
    expect(readConfig(HTTP)).not.toHaveProperty('playground');
    expect(readConfig(HTTP).logLevel).toBe('info');
  });

  it('puts the store in a folder of its own, unless another file is set', () => {
    expect(readConfig(HTTP).storePath).toBe('./data/rotation-desk.json');
    expect(readConfig({ ...HTTP, STORE_PATH: '/var/lib/desk.json' }).storePath).toBe('/var/lib/desk.json');
  });

  it('ends the address of Slack with one slash', () => {
    const { connection } = readConfig({ ...HTTP, SLACK_API_URL: 'http://127.0.0.1:9/api' });
    expect(connection?.apiUrl).toBe('http://127.0.0.1:9/api/');
  });

  it.each([
    [{}, 'live'],
    [{ SLACK_SIGNING_SECRET: '' }, 'off'],
    [{ MARKET_DATA: 'off' }, 'off'],
    [{ MARKET_DATA: 'synthetic' }, 'synthetic'],
    [{ MARKET_DATA: 'csv:/data/closes.csv' }, 'csv'],
    [{ SLACK_BOT_TOKEN: '', MARKET_DATA: 'live' }, 'live'],
  ])('takes market data as %j says: live where Slack can be reached, else off', (given, kind) => {
    expect(readConfig({ ...HTTP, ...given }).market.kind).toBe(kind);
  });

  it('counts an empty value as unset', () => {
    expect(readConfig({ ...HTTP, PORT: '', SLACK_APP_TOKEN: '  ' }).connection).toMatchObject({
      kind: 'http',
      port: 3000,
    });
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a port, 0 to 65535'],
    [{ SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN must start with xoxb-'],
    [{ SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN must start with xapp-'],
    [{ SLACK_API_URL: 'slack' }, 'SLACK_API_URL must be an http or https address'],
    [{ MARKET_DATA: 'yes' }, 'MARKET_DATA must be off, live, synthetic or csv:PATH'],
    [{ YAHOO_BASE_URL: 'yahoo' }, 'YAHOO_BASE_URL must be an http or https address'],
    [{ FRED_API_KEY: 'short' }, 'FRED_API_KEY must be the 32 characters of a FRED key'],
    [
      { SEC_CONTACT: 'us' },
      'SEC_CONTACT must name you with an e-mail address, such as Example Capital desk@example.com',
    ],
    [{ SEC_DATA_URL: 'sec' }, 'SEC_DATA_URL must be an http or https address'],
    [{ LOG_LEVEL: 'debug' }, 'LOG_LEVEL must be info, warn, error or silent'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address such as postgres://user:password@host/database'],
  ])('stops at %j, naming it', (wrong, words) => {
    expect(() => readConfig({ ...HTTP, ...wrong })).toThrow(new ConfigError(words));
  });
});
