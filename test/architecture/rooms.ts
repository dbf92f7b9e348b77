/** The rooms of the house, and what each may import. Where a file stands says its room; in a topic, its name says its role. */

interface Rules {
  /** Other rooms, entered by their door; `topics/*` with a role names that file of any topic. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const FINANCE = [
  'src/calendar',
  'src/sensitivity',
  'src/companies',
  'src/index-ratio',
  'src/fed',
  'src/notes',
  'src/record',
];
/** Formats, blocks and the words that several replies share: what a message is made of. */
const MESSAGES = ['src/message', 'src/wording'];

/** What each pure room may import besides itself, lowest first. */
const ROOMS: Record<string, Rules> = {
  'src/units.ts': { rooms: [], packages: [] },
  'src/calendar': { rooms: ['src/units.ts'], packages: ['date-fns/'] },
  'src/sensitivity': { rooms: ['src/units.ts'], packages: [] },
  'src/companies': { rooms: ['src/units.ts', 'src/sensitivity'], packages: ['zod', 'csv-parse/'] },
  'src/filings': { rooms: ['src/units.ts', 'src/companies'], packages: ['zod'] },
  'src/index-ratio': { rooms: ['src/units.ts', 'src/calendar'], packages: [] },
  'src/fed': { rooms: ['src/units.ts', 'src/calendar'], packages: [] },
  // what a note of the team's says is found with the language's readings, which the library does without
  'src/notes/extract': {
    rooms: ['src/units.ts', 'src/calendar', 'src/notes', 'src/language'],
    packages: ['date-fns/'],
  },
  'src/notes': { rooms: ['src/units.ts', 'src/calendar'], packages: ['zod', 'date-fns/', 'fastest-levenshtein'] },
  'src/record': {
    rooms: ['src/units.ts', 'src/calendar', 'src/index-ratio', 'src/sensitivity', 'src/notes', 'src/fed'],
    packages: [],
  },
  'src/team-notes': {
    rooms: ['src/units.ts', 'src/calendar', 'src/notes', 'src/notes/extract'],
    packages: ['zod', 'node:crypto'],
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
  // days, spans and moves of the Fed as people name them
  'src/periods': {
    rooms: ['src/units.ts', 'src/calendar', 'src/fed', 'src/message', 'src/language', 'topics/*/question'],
    packages: [],
  },
  'src/topics': {
    rooms: ['src/units.ts', ...FINANCE, 'src/team-notes', 'src/facts', ...MESSAGES, 'src/language', 'src/periods'],
    packages: ['zod'],
  },
  'src/brief': {
    rooms: ['src/units.ts', ...FINANCE, 'src/facts', ...MESSAGES, 'src/language', 'src/topics'],
    packages: ['zod', '@date-fns/tz', 'date-fns/', 'fastest-levenshtein'],
  },
  'src/company-list': { rooms: ['src/units.ts', 'src/companies', 'src/message'], packages: [] },
  'src/note-review': {
    rooms: ['src/units.ts', 'src/notes', 'src/record', 'src/team-notes', ...MESSAGES],
    packages: [],
  },
  'src/reading': {
    rooms: ['src/units.ts', ...FINANCE, 'src/facts', 'src/language', 'src/periods', 'src/topics', 'src/brief'],
    packages: ['zod', 'minisearch', 'fastest-levenshtein'],
  },
  'src/surface': {
    rooms: [
      'src/units.ts',
      ...FINANCE,
      'src/filings',
      'src/facts',
      ...MESSAGES,
      'src/topics',
      'src/brief',
      'src/company-list',
      'src/team-notes',
      'src/note-review',
      'src/reading',
    ],
    packages: ['zod'],
  },
  commands: {
    rooms: [
      'src/notes',
      'src/companies',
      'src/company-list',
      'src/team-notes',
      'src/note-review',
      'src/reading',
      'src/brief',
      'src/topics',
    ],
    packages: [],
  },
};

interface Role {
  /** What it may import values of, besides the units and packages. */
  readonly rooms: readonly string[];
  /** What it may import types of only. */
  readonly types?: readonly string[];
  /** Its own topic's files, by their roles. */
  readonly own: readonly string[];
}

const COMPUTES: Role = {
  rooms: [...FINANCE, 'src/facts'],
  own: ['question', 'selection', 'answer', 'figures', 'measures'],
};

/** What a file of a topic may import, by its name. */
export const ROLES: Record<string, Role> = {
  question: { rooms: FINANCE, own: [] },
  read: {
    rooms: [
      'src/language',
      'src/periods',
      'src/notes',
      'src/record',
      'src/calendar',
      'src/fed',
      'src/sensitivity',
      'src/companies',
    ],
    own: ['question', 'selection', 'read', 'words.json'],
  },
  // what a question asks for of the library: answers state it, and follow-ups count through it
  selection: { rooms: ['src/notes', 'src/facts'], own: ['question'] },
  answer: COMPUTES,
  figures: COMPUTES,
  measures: COMPUTES,
  // it may name days and the model's constants; it computes nothing
  message: {
    rooms: ['src/calendar', 'src/sensitivity', ...MESSAGES],
    types: [...FINANCE, 'src/facts'],
    own: ['question', 'answer', 'message'],
  },
  // arguments in words are looked up as the topic reads words; what the notes and the model may be asked is allowed
  tool: { rooms: ['src/language', 'src/notes', 'src/sensitivity'], own: ['question', 'read'] },
  // the topic's door puts its parts together
  index: { rooms: [...FINANCE, 'src/facts'], own: ['question', 'read', 'answer', 'message', 'tool'] },
};

/** What every topic may know of the others: their questions, what a topic, a tool, a reading, a context and a turn are, and what several look things up in. */
export const BELOW_TOPICS = [
  'questions',
  'topic',
  'tool',
  'context',
  'reading',
  'turn',
  'findings',
  'figure-subjects',
].map((name) => `src/topics/${name}.ts`);
/** Whose words a kind reads besides its own: `and 75?`, `net of 25% tax` go on from a rate move; `/check 8.78` finds figures too. */
export const READ_BESIDE: ReadonlyMap<string, readonly string[]> = new Map([
  ['compare-moves', ['rate-move']],
  ['solve', ['rate-move']],
  ['fan', ['rate-move']],
  ['companies', ['rate-move']],
  ['years', ['rate-move']],
  ['method', ['rate-move']],
  ['market-move', ['rate-move']],
  ['check', ['conflicts', 'figure']],
]);

export const PURE = Object.keys(ROOMS);
const PROTOCOL = 'src/playground/protocol.ts';
/** Runs in the browser: of the house it knows what it and the server say to each other, and nothing else. */
const PAGE = 'src/playground/page';
export const RULES: typeof ROOMS = {
  ...ROOMS,
  [PAGE]: { rooms: [PROTOCOL], packages: ['react', 'react-dom/client', '@date-fns/tz', 'vite'] },
};
const EDGES = [
  'src/slack',
  'src/mcp',
  'src/mcp.ts',
  'src/scheduler',
  'src/playground',
  'src/market-data',
  'src/market.ts',
  'src/store',
  'src/console.ts',
  'src/notes-lint.ts',
  'src/notes-extract.ts',
  'src/note-files',
  'src/config.ts',
  'src/clock.ts',
  'src/idle-memory.ts',
  'src/queues.ts',
  'src/manifest.ts',
  'src/main.ts',
  'src/metrics.ts',
  'src/migrate.ts',
  'src/open-store.ts',
  'src/signed-request.ts',
  'src/store-copy.ts',
  'src/env-file.ts',
  'src/own-files.ts',
  'src/terminal-reply.ts',
  'src/terminal.ts',
];

export const roomOf = (file: string): string | undefined =>
  [PROTOCOL, PAGE, ...PURE, ...EDGES].find((room) => file === room || file.startsWith(`${room}/`));
