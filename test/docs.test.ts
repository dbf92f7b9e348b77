import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import manifest from '../manifest.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import { SETTINGS } from '../src/config.ts';
import { TOOL_SCOPE } from '../src/mcp/tool-path.ts';
import { emptyState, STORE_LIMITS } from '../src/store/state.ts';
import { codeOf, ROOT, SOURCES } from './architecture/sources.ts';

/** What README and the security page list, against the code's own lists. */

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const README = read('README.md');
const SECURITY = read('docs/security.md');

type Row = readonly string[];

/** The rows of the table whose head begins with these columns. */
const tableIn = (text: string, ...head: readonly string[]): readonly Row[] => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`| ${head.join(' | ')} |`));
  expect(at, `a table of ${head.join(', ')}`).toBeGreaterThan(-1);
  const rest = lines.slice(at + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end === -1 ? undefined : end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
};

/** Whatever stands in backticks. */
const codeIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const firstCells = (rows: readonly Row[]): readonly string[] => rows.flatMap(([first = '']) => codeIn(first));
const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

const { bot: needed, bot_optional: optional } = manifest.oauth_config.scopes;

describe.each([
  ['README', README, tableIn(README, 'scope', 'why')],
  ['the security page', SECURITY, tableIn(SECURITY, 'scope', 'why it is needed')],
])('the scopes of %s', (_name, _text, rows) => {
  it('are those of the manifest, and that of the tools', () => {
    expect(sorted(firstCells(rows))).toEqual(sorted([...needed, ...optional, TOOL_SCOPE]));
  });

  it('are called optional where the manifest has them so', () => {
    const said = rows.filter(([first = '']) => first.includes('(optional)'));
    expect(sorted(firstCells(said))).toEqual(sorted(optional));
  });

  it('each say why', () => {
    for (const [scope, why = ''] of rows) expect(why.length, scope).toBeGreaterThan(12);
  });
});

describe("README's tables", () => {
  it('name every command there is', () => {
    const row = tableIn(README, 'scope', 'why').find(([scope]) => scope === '`commands`');
    expect(sorted(codeIn(row?.[1] ?? ''))).toEqual(sorted(COMMANDS.map(({ name }) => name)));
  });

  it('name every event that the manifest subscribes to', () => {
    expect(sorted(firstCells(tableIn(README, 'event', 'why')))).toEqual(
      sorted(manifest.settings.event_subscriptions.bot_events),
    );
  });

  it('name every dependency, and none that there is not', () => {
    const { dependencies, devDependencies, optionalDependencies } = packageJson;
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const own = all.filter((name) => !name.startsWith('@types/'));
    const listed = tableIn(README, 'dependency', 'why').flatMap(([first = '']) => codeIn(first));
    expect(sorted(listed)).toEqual(sorted(own));
  });
});

/** Variables that others read: Node, npm, the tests, the database's own programs. */
const OF_OTHERS = ['CHROMIUM_PATH', 'HTTPS_PROXY', 'NODE_EXTRA_CA_CERTS', 'NODE_USE_ENV_PROXY', 'POSTGRES_PASSWORD'];

describe.each([
  ['README', README],
  ['the security page', SECURITY],
  ['the changelog', read('CHANGELOG.md')],
])('the variables that %s names', (_, text) => {
  it('are read by the program, or by somebody else who is known', () => {
    const named = new Set(
      [...text.matchAll(/`\$?([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=[^`]*)?`/g)].map(([, name = '']) => name),
    );
    expect(named.size).toBeGreaterThan(2);
    for (const name of named) expect([...SETTINGS, ...OF_OTHERS]).toContain(name);
  });
});

describe('what the security page says is stored', () => {
  const rows = tableIn(SECURITY, 'file', 'table', 'what', 'how long');

  it('is each section of the file', () => {
    const sections = Object.keys(emptyState()).filter((name) => name !== 'unread');
    const named = firstCells(rows).filter((name) => name !== '.requests');
    expect(sorted(named)).toEqual(sorted(sections));
  });

  it('is each table of the database', () => {
    const made = [...read('src/store/postgres/migrations.ts').matchAll(/create table (\w+)/g)].map(
      ([, name = '']) => name,
    );
    expect(made.length).toBeGreaterThan(10);
    expect(sorted(rows.flatMap(([, table = '']) => codeIn(table)))).toEqual(sorted(made));
  });

  it.each(Object.entries(STORE_LIMITS))('lives as long as is said: %s', (section, { lifeMs, ...limits }) => {
    const [, , , howLong = ''] = rows.find(([first]) => first === `\`${section}\``) ?? [];
    const days = lifeMs / 86_400_000;
    expect(howLong).toContain({ 1: section === 'held' ? 'a day' : '24 hours' }[days] ?? `${days} days`);
    if ('most' in limits) expect(howLong).toContain(limits.most.toLocaleString('en-US'));
  });
});

/** Where replies lead a reader, as sources of figures; the program itself asks none of them. */
const SHOWN = [
  'bot.example.com',
  'example.com',
  'www.apolloacademy.com',
  'www.ft.com',
  'www.law.cornell.edu',
  'www.nber.org',
  'www.plantemoran.com',
];

/** Sources whose addresses are those of notes and decisions: citations, which `test/notes` and `test/record` read. */
const CITING = /^src\/(?:notes\/library|record|fed|playground\/page)\//;

/** What a file has to name to open a connection: what serves names the same modules, and asks for servers and types. */
const SENDS =
  /(?<![.\w])fetch\s*\(|\b(?:request|get|setGlobalProxyFromEnv)\b[^;]*from 'node:https?'|\bhttps?\.(?:request|get)\b|import https?,? |from 'node:(?:http2|net|tls|dgram|dns)'|new webApi\.WebClient|new SocketModeReceiver|new PgBoss|new pg\.Pool/;

describe('the outgoing addresses of the security page', () => {
  const rows = tableIn(SECURITY, 'host', 'setting', 'when');
  const listed = firstCells(rows).filter((host) => !host.includes('*') && !/^(?:hooks|files)\.slack\./.test(host));
  const inCode = new Set(
    SOURCES.filter((file) => !CITING.test(file)).flatMap((file) =>
      [...codeOf(file).matchAll(/https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/g)].map(([, host = '']) => host),
    ),
  );

  it('are the hosts in the code, but for those that are shown only', () => {
    expect(sorted([...inCode])).toEqual(sorted([...new Set([...listed, ...SHOWN])]));
  });

  it('each stand with the setting that has them as its default', () => {
    const code = ['src/config.ts', 'src/market-data/settings.ts'].map(codeOf).join('\n');
    for (const [host = '', setting = ''] of rows.filter(([first = '']) => listed.includes(codeIn(first)[0] ?? ''))) {
      const [name = ''] = codeIn(setting);
      expect(SETTINGS).toContain(name);
      expect(code).toMatch(
        new RegExp(`${name}: httpUrl.default\\('https://${codeIn(host)[0]?.replaceAll('.', '\\.')}[/']`),
      );
    }
  });

  it('are called from these files, and no other sends anything', () => {
    const sending = SOURCES.filter(
      (file) => !file.startsWith('src/playground/') && SENDS.test(codeOf(file).replace(/^import type .*$/gm, '')),
    );
    expect(sorted(sending)).toEqual([
      // only has Node go through the environment's proxy
      'src/env-file.ts',
      // what the settings of market data and filings name
      'src/market-data/filings.ts',
      'src/market-data/settings.ts',
      // the database
      'src/scheduler/boss-jobs.ts',
      // Slack, whose addresses `web-client.ts` checks
      'src/slack/connection.ts',
      'src/slack/notes/shared-files.ts',
      'src/slack/slack-client.ts',
      'src/store/postgres/database.ts',
    ]);
  });
});
