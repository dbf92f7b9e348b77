import { basename, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, ROOT, SOURCES } from './sources.ts';

interface Rules {
  /** Other rooms, entered by their door; `topics/*` with a role names that file of any topic. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const FINANCE = ['src/calendar', 'src/sensitivity', 'src/index-ratio', 'src/fed', 'src/notes', 'src/record'];
/** Formats, blocks and the words that several replies share: what a message is made of. */
const MESSAGES = ['src/message', 'src/wording'];

/** What each pure room may import besides itself, lowest first. */
const ROOMS: Record<string, Rules> = {
  'src/units.ts': { rooms: [], packages: [] },
  'src/calendar': { rooms: ['src/units.ts'], packages: ['date-fns/'] },
  'src/sensitivity': { rooms: ['src/units.ts'], packages: [] },
  'src/index-ratio': { rooms: ['src/units.ts', 'src/calendar'], packages: [] },
  'src/fed': { rooms: ['src/units.ts', 'src/calendar'], packages: [] },
  'src/notes': { rooms: ['src/units.ts', 'src/calendar'], packages: ['zod', 'date-fns/', 'fastest-levenshtein'] },
  'src/record': {
    rooms: ['src/units.ts', 'src/calendar', 'src/index-ratio', 'src/sensitivity', 'src/notes', 'src/fed'],
    packages: [],
  },
  'src/facts': {
    rooms: ['src/units.ts', ...FINANCE, 'topics/*/question'],
    // a hash is a pure function; nothing else of this module may be imported, see below
    packages: ['node:crypto'],
  },
  'src/message': { rooms: ['src/units.ts'], packages: [] },
  'src/wording': { rooms: ['src/units.ts', ...FINANCE, 'src/facts', 'src/message', 'topics/*/question'], packages: [] },
  'src/language': {
    rooms: ['src/units.ts', 'src/calendar'],
    packages: ['fastest-levenshtein', 'minisearch', 'date-fns/'],
  },
  'src/topics': { rooms: ['src/units.ts', ...FINANCE, 'src/facts', ...MESSAGES, 'src/language'], packages: ['zod'] },
  'src/brief': {
    rooms: ['src/units.ts', ...FINANCE, 'src/facts', ...MESSAGES, 'src/language', 'src/topics'],
    packages: ['zod', '@date-fns/tz', 'date-fns/'],
  },
  'src/reading': {
    rooms: ['src/units.ts', ...FINANCE, 'src/facts', 'src/language', 'src/topics', 'src/brief'],
    packages: ['zod', 'minisearch', 'fastest-levenshtein'],
  },
  'src/surface': {
    rooms: ['src/units.ts', ...FINANCE, 'src/facts', ...MESSAGES, 'src/topics', 'src/brief', 'src/reading'],
    packages: ['zod'],
  },
  commands: { rooms: ['src/reading', 'src/brief', 'src/topics'], packages: [] },
};

interface Role {
  /** What it may import values of, besides the units and packages. */
  readonly rooms: readonly string[];
  /** What it may import types of only. */
  readonly types?: readonly string[];
  /** Its own topic's files, by their roles. */
  readonly own: readonly string[];
}

const COMPUTES: Role = { rooms: [...FINANCE, 'src/facts'], own: ['question', 'answer', 'figures', 'measures'] };

/** What a file of a topic may import, by its name. */
const ROLES: Record<string, Role> = {
  question: { rooms: FINANCE, own: [] },
  read: {
    rooms: ['src/language', 'src/notes', 'src/record', 'src/calendar', 'src/sensitivity'],
    own: ['question', 'read'],
  },
  answer: COMPUTES,
  figures: COMPUTES,
  measures: COMPUTES,
  // it may name days and the model's constants; it computes nothing
  message: {
    rooms: ['src/calendar', 'src/sensitivity', ...MESSAGES],
    types: [...FINANCE, 'src/facts'],
    own: ['question', 'answer', 'message'],
  },
  // the topic's door puts its parts together
  index: { rooms: [...FINANCE, 'src/facts'], own: ['question', 'read', 'answer', 'message'] },
};

/** What every topic may know of the others: their questions, and what a topic, a reading, a context and a turn are. */
const BELOW_TOPICS = ['questions', 'topic', 'context', 'reading', 'turn'].map((name) => `src/topics/${name}.ts`);
/** Kinds whose words go on from a rate move: `and 75?`, `net of 25% tax`. */
const GO_ON_FROM_A_MOVE = ['compare-moves', 'solve', 'method'];

const PURE = Object.keys(ROOMS);
const PROTOCOL = 'src/playground/protocol.ts';
/** Runs in the browser: of the house it knows what it and the server say to each other, and nothing else. */
const PAGE = 'src/playground/page';
const RULES: typeof ROOMS = {
  ...ROOMS,
  [PAGE]: {
    rooms: [PROTOCOL],
    packages: ['react', 'react-dom/client', '@date-fns/tz', 'vite'],
  },
};
const EDGES = [
  'src/slack',
  'src/scheduler',
  'src/playground',
  'src/market-data',
  'src/market.ts',
  'src/store',
  'src/console.ts',
  'src/notes-lint.ts',
  'src/config.ts',
  'src/clock.ts',
  'src/keyed-queue.ts',
  'src/manifest.ts',
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

interface Import {
  readonly from: string;
  /** True where nothing but types is imported. */
  readonly isTypes: boolean;
}

const isTypesOnly = (clause: string): boolean =>
  clause.startsWith('type ') || /^\{(?:\s*type \w[^,}]*,?)+\s*\}$/.test(clause);

const importsOf = (code: string): Import[] => [
  ...[...code.matchAll(/^\s*(?:import|export)\s+([^;'"]*?)\s*from\s*['"]([^'"]+)/gm)].map(
    ([, clause = '', from = '']) => ({ from, isTypes: isTypesOnly(clause) }),
  ),
  ...[/^\s*import\s*['"]([^'"]+)/gm, /\bimport\s*\(\s*['"]([^'"]+)/g]
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .map(([, from = '']) => ({ from, isTypes: false })),
];

const roomOf = (file: string): string | undefined =>
  [PROTOCOL, PAGE, ...PURE, ...EDGES].find((room) => file === room || file.startsWith(`${room}/`));

/** `rate-move` of `src/topics/rate-move/answer.ts`; undefined for what stands beside the topics' folders. */
const topicOf = (file: string): string | undefined => /^src\/topics\/(.+)\/[^/]+$/.exec(file)?.[1];

/** `message` of `message-reasons.ts`. */
const roleOf = (file: string): string => basename(file, '.ts').split('-')[0] ?? '';

/** What is wrong with an import that one file of a topic makes of another file in `src/topics`, if anything. */
const brokenBetweenTopics = (file: string, target: string): string | undefined => {
  const topic = topicOf(file);
  // the registry and the union of the questions stand above and below the topics; topic.ts describes one
  if (topic === undefined) return undefined;
  const other = topicOf(target);
  if (other === undefined) {
    return BELOW_TOPICS.includes(target) ? undefined : `${file} looks up at ${target}`;
  }
  if (other !== topic) {
    const goesOn =
      GO_ON_FROM_A_MOVE.includes(topic) &&
      other === 'rate-move' &&
      [file, target].every((one) => roleOf(one) === 'read');
    return goesOn || basename(target) === 'question.ts' ? undefined : `${file} imports another topic's ${target}`;
  }
  return ROLES[roleOf(file)]?.own.includes(roleOf(target)) ? undefined : `${file} may not know ${target}`;
};

/** What is wrong with one import, if anything. */
const brokenRule = (file: string, { from: imported, isTypes }: Import): string | undefined => {
  const room = roomOf(file) ?? '';
  const rules = RULES[room];
  if (imported === 'date-fns') return `${file} imports the date-fns barrel`;
  if (!imported.startsWith('.')) {
    return rules && !rules.packages.some((one) => imported === one || (one.endsWith('/') && imported.startsWith(one)))
      ? `${file} imports ${imported}`
      : undefined;
  }
  const target = relative(ROOT, resolve(ROOT, file, '..', imported));
  // what is done with briefs is a value, which turns carry as they carry questions
  if (file === 'src/topics/turn.ts' && target === 'src/brief/effect.ts') return undefined;
  if (/^src\/topics\/views\/read-/.test(file) && target.startsWith('src/reading/ordered-rules/')) return undefined;
  const other = target === 'manifest.json' ? room : roomOf(target);
  if (other === undefined) return `${file} imports ${target}, which is in no room`;
  if (other === room) return room === 'src/topics' ? brokenBetweenTopics(file, target) : undefined;
  if (rules?.rooms.includes('topics/*/question') && /^src\/topics\/(?:.+\/question|questions)\.ts$/.test(target))
    return undefined;
  if (rules && !rules.rooms.includes(other)) return `${file} reaches into ${other}`;
  const role = topicOf(file) === undefined ? undefined : ROLES[roleOf(file)];
  if (role && other !== 'src/units.ts' && !role.rooms.includes(other)) {
    if (!role.types?.includes(other)) return `${file} reaches into ${other}`;
    if (!isTypes) return `${file} takes more than types of ${other}`;
  }
  const isDoor =
    target === other ||
    target === `${other}/index.ts` ||
    ['commands/typed.ts', 'commands/command.ts'].includes(target) ||
    other === 'src/topics';
  return isDoor ? undefined : `${file} enters ${other} by ${target}, not by its door`;
};

const problemsIn = (file: string, code: string): string[] => [
  ...importsOf(code).flatMap((imported) => brokenRule(file, imported) ?? []),
  ...(PURE.includes(roomOf(file) ?? '')
    ? AMBIENT.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${file} uses ${name}`)
    : []),
];

/** The files that an import leads to, types as well as values; what is not in `files` is left out. */
const targetsOf = (file: string, code: string, files: ReadonlySet<string>): readonly string[] =>
  importsOf(code)
    .filter(({ from }) => from.startsWith('.'))
    .map(({ from }) => relative(ROOT, resolve(ROOT, file, '..', from)))
    .filter((target) => files.has(target));

/** Circles of imports, each as the files it leads through, the first one again at its end. */
const circlesIn = (imports: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) follow(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  return circles;
};

describe('the layout', () => {
  it('has a room for every source file', () => {
    expect(SOURCES.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('lets imports run one way, by the doors, and keeps clock, network, chance and environment out of pure rooms', () => {
    expect(SOURCES.flatMap((file) => problemsIn(file, codeOf(file)))).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    const files = new Set(SOURCES);
    expect(circlesIn(new Map(SOURCES.map((file) => [file, targetsOf(file, codeOf(file), files)])))).toEqual([]);
  });

  it('notices a planted circle of types', () => {
    const code = new Map([
      ['src/facts/a.ts', "export { b } from './b.ts';"],
      ['src/facts/b.ts', "import type { C } from '../fed/c.ts';"],
      ['src/fed/c.ts', "import {\n  type A,\n} from '../facts/a.ts';\nimport '../units.ts';"],
    ]);
    const files = new Set(code.keys());
    expect(circlesIn(new Map([...code].map(([file, text]) => [file, targetsOf(file, text, files)])))).toEqual([
      'src/facts/a.ts → src/facts/b.ts → src/fed/c.ts → src/facts/a.ts',
    ]);
  });

  it('loads the playground where it is opened, and not before', () => {
    const STATIC = /^\s*(?:import|export)\s[^;'"]*?from\s*['"][^'"]*\/playground\//m;
    const outside = SOURCES.filter((file) => !file.startsWith('src/playground/'));
    expect(outside.filter((file) => codeOf(file).includes('/playground/'))).toEqual(['src/main.ts']);
    expect(outside.filter((file) => STATIC.test(codeOf(file)))).toEqual([]);
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
    ['src/topics/fed/message.ts', "import type { Fed } from '../../facts/index.ts';"],
    ['src/topics/fed/message.ts', "import {\n  type Fed,\n  type Odds,\n} from '../../facts/index.ts';"],
    ['src/topics/fed/message.ts', "import { ROTATION } from '../../wording/index.ts';"],
    ['src/topics/method/answer.ts', "import type { RateMoveQuestion } from '../rate-move/question.ts';"],
    ['src/facts/x.ts', "import type { Overrides } from '../topics/rate-move/question.ts';"],
  ])('lets %s have what it may: %s', (file, code) => {
    expect(problemsIn(file, code)).toEqual([]);
  });

  it.each([
    ['src/topics/fed/question.ts', "import type { Fed } from '../../facts/index.ts';"],
    ['src/topics/fed/question.ts', "import type { FedAnswer } from './answer.ts';"],
    ['src/topics/fed/read.ts', "import { liveReading } from '../../facts/index.ts';"],
    ['src/topics/fed/read.ts', "import { answerFed } from './answer.ts';"],
    ['src/topics/fed/answer.ts', "import { day } from '../../message/index.ts';"],
    ['src/topics/fed/answer.ts', "import { renderFed } from './message.ts';"],
    ['src/topics/fed/figures.ts', "import { rateRange } from '../../wording/index.ts';"],
    ['src/topics/rotation/measures-day.ts', "import { rotationTable } from './message-table.ts';"],
    ['src/topics/fed/message.ts', "import { liveReading } from '../../facts/index.ts';"],
    ['src/topics/fed/message.ts', "import { type Fed, fedAt } from '../../facts/index.ts';"],
    ['src/topics/fed/message-odds.ts', "import { impliedPath } from '../../fed/index.ts';"],
    ['src/topics/fed/message.ts', "import { readFed } from './read.ts';"],
    ['src/topics/fed/message.ts', "import type { Utterance } from '../../language/index.ts';"],
    ['src/topics/fed/index.ts', "import { day } from '../../message/index.ts';"],
    ['src/topics/fed/message.ts', "import { renderRateMove } from '../rate-move/message.ts';"],
    ['src/topics/fed/answer.ts', "import { answer } from '../registry.ts';"],
    ['src/topics/topic.ts', "import { briefAt } from '../brief/index.ts';"],
    ['src/wording/x.ts', "import type { FedAnswer } from '../topics/fed/answer.ts';"],
    ['src/message/x.ts', "import type { Question } from '../topics/questions.ts';"],
    ['src/message/x.ts', "import { rateRange } from '../wording/index.ts';"],
    ['src/sensitivity/x.ts', "import { answer } from '../facts/index.ts';"],
    ['src/sensitivity/x.ts', "import type { Note } from '../notes/index.ts';"],
    ['src/message/x.ts', "export { effectOf } from '../sensitivity/rate-move.ts';"],
    ['src/facts/x.ts', "await import('../slack/index.ts');"],
    ['src/facts/x.ts', "import 'node:fs';"],
    ['src/notes/x.ts', "import {\n  addDays,\n} from 'date-fns';"],
    ['src/slack/x.ts', "import { addDays } from 'date-fns';"],
    ['src/reading/x.ts', 'const today = new Date();'],
    ['src/reading/x.ts', 'const now = Date.now;'],
    ['src/message/x.ts', "const page = await fetch('https://example.com');"],
    ['src/index-ratio/x.ts', 'const seed = Math.random();'],
    ['commands/x.ts', 'const token = process.env.TOKEN;'],
    ['commands/x.ts', "import { App } from '@slack/bolt';"],
    ['src/facts/x.ts', "import { x } from '../secret-room/index.ts';"],
    ['src/playground/page/x.tsx', "import type { Message } from '../../message/index.ts';"],
    ['src/playground/page/x.tsx', "import { openPlayground } from '../playground.ts';"],
    ['src/playground/page/x.tsx', "import { readFileSync } from 'node:fs';"],
    ['src/playground/server/x.ts', "import { unescaped } from '../page/text/markup.ts';"],
  ])('notices a planted break in %s: %s', (file, code) => {
    expect(problemsIn(file, code)).toHaveLength(1);
  });
});
