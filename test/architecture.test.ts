import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What answers are made of. */
const ROOMS_OF_ANSWERS = [
  'src/units.ts',
  'src/calendar',
  'src/sensitivity',
  'src/index-ratio',
  'src/fed',
  'src/notes',
  'src/record',
  'src/questions',
];

/** What each room may import besides itself: other rooms, by their door, and packages. */
const ROOMS: Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }> = {
  'src/units.ts': { rooms: [], packages: [] },
  'src/sensitivity': { rooms: ['src/units.ts'], packages: [] },
  'src/calendar': { rooms: ['src/units.ts'], packages: [] },
  'src/fed': { rooms: ['src/units.ts', 'src/calendar'], packages: [] },
  'src/index-ratio': { rooms: ['src/units.ts', 'src/calendar'], packages: [] },
  'src/notes': { rooms: ['src/units.ts'], packages: ['zod', 'date-fns/', 'fastest-levenshtein'] },
  'src/record': {
    rooms: ['src/units.ts', 'src/index-ratio', 'src/sensitivity', 'src/notes', 'src/fed'],
    packages: [],
  },
  'src/questions': {
    rooms: ['src/units.ts', 'src/sensitivity', 'src/notes', 'src/record'],
    packages: ['zod', 'minisearch', 'fastest-levenshtein'],
  },
  'src/answers': {
    rooms: ROOMS_OF_ANSWERS,
    // a hash is a pure function; nothing else of this module may be imported, see below
    packages: ['node:crypto'],
  },
  'src/brief': {
    rooms: [...ROOMS_OF_ANSWERS, 'src/answers'],
    packages: ['@date-fns/tz', 'date-fns/'],
  },
  'src/blocks': {
    rooms: ['src/units.ts', 'src/sensitivity', 'src/record', 'src/questions', 'src/answers', 'src/brief'],
    packages: [],
  },
  commands: { rooms: ['src/questions'], packages: [] },
};
const PURE = Object.keys(ROOMS);
const PROTOCOL = 'src/playground/protocol.ts';
/** Runs in the browser: of the house it knows what it and the server say to each other, and nothing else. */
const PAGE = 'src/playground/page';
const RULES: typeof ROOMS = {
  ...ROOMS,
  [PAGE]: {
    rooms: [PROTOCOL],
    packages: ['react', 'react-dom/client', 'slack-blocks-to-jsx', '@date-fns/tz', 'vite'],
  },
};
const EDGES = [
  'src/slack',
  'src/jobs',
  'src/playground',
  'src/market-data',
  'src/market-facts.ts',
  'src/market.ts',
  'src/store',
  'src/console.ts',
  'src/notes-lint.ts',
  'src/config.ts',
  'src/clock.ts',
  'src/main.ts',
  'src/start.ts',
];

/** Names that bring a clock, the network, chance or the environment into a room. */
const AMBIENT: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['fetch', /(?<![.\w])fetch\s*\(/],
  ['Date.now', /\bDate\.now\b/],
  ['new Date()', /new Date\(\s*\)/],
  ['performance.now', /\bperformance\.now\b/],
  ['Math.random', /\bMath\.random\b/],
  ['process', /(?<![.\w])process\./],
  ['globalThis', /\bglobalThis\b/],
  ['timers', /\bset(?:Timeout|Interval|Immediate)\b/],
];

const sourcesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

const SOURCES = [...sourcesUnder('src'), ...sourcesUnder('commands')];

const codeOf = (file: string): string =>
  readFileSync(join(ROOT, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<![:'"`])\/\/[^\n]*/g, '');

const importsOf = (code: string): string[] =>
  [
    /^\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)/gm,
    /^\s*import\s*['"]([^'"]+)/gm,
    /\bimport\s*\(\s*['"]([^'"]+)/g,
  ]
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .map((match) => match[1] ?? '');

const roomOf = (file: string): string | undefined =>
  [PROTOCOL, PAGE, ...PURE, ...EDGES].find((room) => file === room || file.startsWith(`${room}/`));

/** What is wrong with one import, if anything. */
const brokenRule = (file: string, imported: string): string | undefined => {
  const room = roomOf(file) ?? '';
  const rules = RULES[room];
  if (imported === 'date-fns') return `${file} imports the date-fns barrel`;
  if (!imported.startsWith('.')) {
    return rules && !rules.packages.some((one) => imported === one || (one.endsWith('/') && imported.startsWith(one)))
      ? `${file} imports ${imported}`
      : undefined;
  }
  const target = relative(ROOT, resolve(ROOT, file, '..', imported));
  const other = target === 'manifest.json' ? room : roomOf(target);
  if (other === room) return undefined;
  if (other === undefined) return `${file} imports ${target}, which is in no room`;
  if (rules && !rules.rooms.includes(other)) return `${file} reaches into ${other}`;
  const isDoor = target === other || target === `${other}/index.ts` || target === 'commands/typed.ts';
  return isDoor ? undefined : `${file} enters ${other} by ${target}, not by its door`;
};

const problemsIn = (file: string, code: string): string[] => [
  ...importsOf(code).flatMap((imported) => brokenRule(file, imported) ?? []),
  ...(PURE.includes(roomOf(file) ?? '')
    ? AMBIENT.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${file} uses ${name}`)
    : []),
];

const TABLE = /^(?<exported>export )?\s*const (?<name>\w+)(?<type>: [^=]*)? = \{(?!\})/gm;

interface Table {
  readonly file: string;
  readonly name: string;
  readonly isExported: boolean;
  /** By any text, so that `constructor` would find what every object has. */
  readonly isByText: boolean;
}

const tablesIn = (file: string, code: string): Table[] =>
  [...code.matchAll(TABLE)].map(({ groups }) => ({
    file,
    name: groups?.['name'] ?? '',
    isExported: groups?.['exported'] !== undefined,
    isByText: /\bRecord<string,/.test(groups?.['type'] ?? ''),
  }));

/** The object literals in which words are looked up; a Map, or Object.hasOwn, knows its own keys only. */
const lookedUpIn = (file: string, code: string, tables: readonly Table[]): string[] =>
  tables
    .filter((table) => table.isExported || table.file === file)
    .filter(({ name, isByText }) => {
      const uses = isByText ? String.raw`\b${name}\[| in ${name}\b` : String.raw`\w\)? in ${name}\b[^ ]`;
      return new RegExp(`${uses}|as keyof typeof ${name}\\]`).test(code);
    })
    .map(({ name }) => `${file} looks words up in ${name}`);

describe('the layout', () => {
  it('has a room for every source file', () => {
    expect(SOURCES.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('lets imports run one way, by the doors, and keeps clock, network, chance and environment out of pure rooms', () => {
    expect(SOURCES.flatMap((file) => problemsIn(file, codeOf(file)))).toEqual([]);
  });

  it('loads the playground where it is opened, and not before', () => {
    const STATIC = /^\s*(?:import|export)\s[^;'"]*?from\s*['"][^'"]*\/playground\//m;
    const outside = SOURCES.filter((file) => !file.startsWith('src/playground/'));
    expect(outside.filter((file) => codeOf(file).includes('/playground/'))).toEqual(['src/main.ts']);
    expect(outside.filter((file) => STATIC.test(codeOf(file)))).toEqual([]);
  });

  it('looks no words up in an object literal', () => {
    const sources = SOURCES.map((file) => [file, codeOf(file)] as const);
    const tables = sources.flatMap(([file, code]) => tablesIn(file, code));
    expect(sources.flatMap(([file, code]) => lookedUpIn(file, code, tables))).toEqual([]);
  });

  it.each([
    "const MEANT: Readonly<Record<string, string>> = { rut: 'russell' };\nconst meant = MEANT[word];",
    "export const MEANT: Record<string, string> = {\n  rut: 'russell',\n};\nconst meant = MEANT[word] ?? word;",
    "const MEANT = { rut: 'russell' };\nconst isMeant = (word: string) => word in MEANT;",
    "const MEANT = { rut: 'russell' } as const;\nconst meant = MEANT[word as keyof typeof MEANT];",
  ])('notices words looked up in an object literal: %s', (code) => {
    expect(lookedUpIn('commands/x.ts', code, tablesIn('commands/x.ts', code))).toHaveLength(1);
  });

  it("turns our blocks and views into Slack's types in one file", () => {
    const casting = SOURCES.filter((file) => file.startsWith('src/slack/') && /\bas unknown as\b/.test(codeOf(file)));
    expect(casting).toEqual(['src/slack/slack-types.ts']);
  });

  it('takes nothing but the hash from node:crypto in a pure room', () => {
    const imports = SOURCES.filter((file) => PURE.includes(roomOf(file) ?? '')).flatMap(
      (file) => codeOf(file).match(/import[^;]*node:crypto';/g) ?? [],
    );
    expect(imports).toEqual(["import { hash } from 'node:crypto';"]);
  });

  it.each([
    ['src/sensitivity/x.ts', "import { answer } from '../answers/index.ts';"],
    ['src/sensitivity/x.ts', "import type { Note } from '../notes/index.ts';"],
    ['src/blocks/x.ts', "export { effectOf } from '../sensitivity/rate-move.ts';"],
    ['src/answers/x.ts', "await import('../slack/index.ts');"],
    ['src/answers/x.ts', "import 'node:fs';"],
    ['src/notes/x.ts', "import {\n  addDays,\n} from 'date-fns';"],
    ['src/slack/x.ts', "import { addDays } from 'date-fns';"],
    ['src/questions/x.ts', 'const today = new Date();'],
    ['src/questions/x.ts', 'const now = Date.now;'],
    ['src/blocks/x.ts', "const page = await fetch('https://example.com');"],
    ['src/index-ratio/x.ts', 'const seed = Math.random();'],
    ['commands/x.ts', 'const token = process.env.TOKEN;'],
    ['commands/x.ts', "import { App } from '@slack/bolt';"],
    ['src/answers/x.ts', "import { x } from '../secret-room/index.ts';"],
    ['src/playground/page/x.tsx', "import type { Message } from '../../blocks/index.ts';"],
    ['src/playground/page/x.tsx', "import { openPlayground } from '../playground.ts';"],
    ['src/playground/page/x.tsx', "import { readFileSync } from 'node:fs';"],
    ['src/playground/server/x.ts', "import { unescaped } from '../page/text/markup.ts';"],
  ])('notices a planted break in %s: %s', (file, code) => {
    expect(problemsIn(file, code)).toHaveLength(1);
  });
});
