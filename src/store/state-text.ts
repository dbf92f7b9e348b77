import { NoteDraftSchema } from '../team-notes/index.ts';
import { recordReader } from './record-reader.ts';
import {
  ClaimSchema,
  CountsSchema,
  DeliverySchema,
  FileSchema,
  HeldBriefSchema,
  InstallationSchema,
  KeptCompaniesSchema,
  KeptNotesSchema,
  LastToldSchema,
  NumbersSchema,
  SettingsSchema,
  StoredScheduleSchema,
  ThreadSchema,
  ThreadWithoutContextSchema,
  VersionSchema,
  VoterSchema,
  withScheduleNumbers,
} from './schema.ts';
import { nothingUnread, type State, type UnreadRecords, unreadEntries } from './state.ts';

const VERSION = 1;

const READ = {
  thread: recordReader(ThreadSchema),
  threadWithoutContext: recordReader(ThreadWithoutContextSchema),
  claims: recordReader(ClaimSchema),
  votes: recordReader(CountsSchema),
  voters: recordReader(VoterSchema),
  settings: recordReader(SettingsSchema),
  schedules: recordReader(StoredScheduleSchema),
  numbers: recordReader(NumbersSchema),
  deliveries: recordReader(DeliverySchema),
  marks: recordReader(LastToldSchema),
  held: recordReader(HeldBriefSchema),
  companies: recordReader(KeptCompaniesSchema),
  teamNotes: recordReader(KeptNotesSchema),
  drafts: recordReader(NoteDraftSchema),
  installations: recordReader(InstallationSchema),
};

/** UTF-8 takes at most three bytes for a UTF-16 unit. */
const MOST_BYTES_A_UNIT = 3;

/** Text that is encoded piece by piece: joining so many pieces first takes four times as long. */
const createEncoded = (expectedBytes: number) => {
  let bytes = Buffer.allocUnsafe(expectedBytes);
  let length = 0;
  return {
    add: (text: string): void => {
      const most = length + text.length * MOST_BYTES_A_UNIT;
      if (most > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(most, bytes.length * 2));
        bytes.copy(larger, 0, 0, length);
        bytes = larger;
      }
      length += bytes.write(text, length);
    },
    bytes: (): Buffer => bytes.subarray(0, length),
  };
};

const FIRST_BYTES = 65_536;

/**
 * Writes a state as JSON, one record a line, and before the records of a section those that could not be read. The text of a
 * record is cached, since records are never mutated: with ten thousand threads that halves the time.
 */
export const createStateSerializer = () => {
  const lines = new WeakMap<object, string>();
  let lastBytes = FIRST_BYTES;

  const lineOf = (key: string, record: object): string => {
    const known = lines.get(record);
    if (known !== undefined) return known;
    const text = JSON.stringify([key, record]);
    lines.set(record, text);
    return text;
  };

  return ({ unread, ...state }: State): Buffer => {
    const encoded = createEncoded(lastBytes + FIRST_BYTES);
    encoded.add(`{"version":${VERSION}`);
    for (const [name, records] of Object.entries(state) as [string, ReadonlyMap<string, object>][]) {
      encoded.add(`,\n"${name}":[`);
      let isFirst = true;
      const addLine = (line: string): void => {
        if (!isFirst) encoded.add(',\n');
        isFirst = false;
        encoded.add(line);
      };
      for (const entry of unreadEntries(unread, name)) addLine(JSON.stringify(entry));
      for (const [key, record] of records) {
        const context = name === 'threads' ? unread.contexts.get(key) : undefined;
        addLine(context === undefined ? lineOf(key, record) : JSON.stringify([key, { context, ...record }]));
      }
      encoded.add(']');
    }
    for (const [name, entries] of unread.sections) {
      if (!Object.hasOwn(state, name)) encoded.add(`,\n${JSON.stringify(name)}:${JSON.stringify(entries)}`);
    }
    encoded.add('}\n');
    const bytes = encoded.bytes();
    lastBytes = bytes.length;
    return bytes;
  };
};

/** How many records could not be read, by kind. */
export type LostRecords = Readonly<Partial<Record<'contexts' | keyof State, number>>>;

/** What the text of a file turned out to be. */
export type ParsedState =
  | { readonly kind: 'state'; readonly state: State; readonly lost: LostRecords }
  | { readonly kind: 'damaged'; readonly reason: string }
  /** Written by a later version of the bot, in a form that this one does not know. */
  | { readonly kind: 'later version'; readonly version: number };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads the text of a state, record by record: one that does not fit its schema is counted and kept unread. A thread whose
 * context cannot be read loses only that, so that a silenced thread stays silent. Fields that no schema names stay in their
 * records.
 */
export const parseState = (text: string): ParsedState => {
  const json = parseJson(text);
  if (json === undefined) return { kind: 'damaged', reason: 'it is not JSON' };
  const version = VersionSchema.safeParse(json).data?.version ?? 0;
  if (version > VERSION) return { kind: 'later version', version };
  const parsed = FileSchema.safeParse(json);
  if (!parsed.success) return { kind: 'damaged', reason: 'it is not the file of a store' };
  const { version: _, ...file } = parsed.data;
  const lost: Record<string, number> = {};
  const unread: UnreadRecords = nothingUnread();
  const lose = (what: keyof LostRecords): void => {
    lost[what] = (lost[what] ?? 0) + 1;
  };
  const records = <T extends object>(
    name: Exclude<keyof State, 'unread'>,
    read: (record: unknown, key: string) => T | undefined,
  ): Map<string, T> => {
    const found = new Map<string, T>();
    const left: unknown[] = [];
    for (const entry of file[name]) {
      const [key, raw] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
      const record = typeof key === 'string' ? read(raw, key) : undefined;
      if (typeof key !== 'string' || record === undefined) {
        lose(name);
        left.push(entry);
      } else found.set(key, record);
    }
    if (left.length > 0) unread.sections.set(name, left);
    return found;
  };
  const thread = (raw: unknown, key: string) => {
    const whole = READ.thread(raw);
    if (whole) return whole;
    const rest = READ.threadWithoutContext(raw);
    if (rest === undefined) return undefined;
    lose('contexts');
    const { context, ...readable } = rest;
    unread.contexts.set(key, context);
    return readable;
  };
  const state: State = {
    threads: records('threads', thread),
    claims: records('claims', READ.claims),
    votes: records('votes', READ.votes),
    voters: records('voters', READ.voters),
    settings: records('settings', READ.settings),
    schedules: withScheduleNumbers(records('schedules', READ.schedules)),
    numbers: records('numbers', READ.numbers),
    deliveries: records('deliveries', READ.deliveries),
    marks: records('marks', READ.marks),
    held: records('held', READ.held),
    companies: records('companies', READ.companies),
    teamNotes: records('teamNotes', READ.teamNotes),
    drafts: records('drafts', READ.drafts),
    installations: records('installations', READ.installations),
    unread,
  };
  for (const [name, entries] of Object.entries(file)) {
    if (!Object.hasOwn(state, name)) unread.sections.set(name, entries);
  }
  return { kind: 'state', state, lost };
};
