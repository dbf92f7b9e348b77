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
    expect([...names].sort()).toEqual([...SETTINGS].sort());
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
