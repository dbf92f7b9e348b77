import { z } from 'zod';
import {
  type Library,
  LibraryError,
  NOTES,
  type NoteFile,
  NoteFileSchema,
  noteNumberOf,
  readLibrary,
  withNotes,
} from '../notes/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';

/** What `/note` can be told to do with a team's notes. None of it is a question. */
export type NoteEffect = { readonly kind: 'note' } & (
  | { readonly do: 'help' /** Words that were not understood. */; readonly unread?: string }
  /** `text`: what stands behind it, where a note was pasted. */
  | { readonly do: 'add'; readonly text?: string }
  | { readonly do: 'list' | 'export' | 'import' }
  /** `number`: such as `T2`. */
  | { readonly do: 'edit' | 'retire' | 'restore'; readonly number: string }
  /** `from` is spelled as `to` from now on; the form asks where either is missing. */
  | { readonly do: 'merge'; readonly from?: string; readonly to?: string }
  | { readonly do: 'house'; readonly on: boolean }
);

/** A note that a team added, and what the desk keeps beside it. */
export const KeptNoteSchema = z.looseObject({
  file: NoteFileSchema,
  /** Of the text that it was read from, by which the same text is recognised. */
  fingerprint: z.string().optional(),
  /** Marks of its sentences that somebody has dropped: they are not proposed again. */
  dropped: z.array(z.string()).optional(),
  /** Taken out of the library, and no longer shown. */
  retired: z.looseObject({ on: z.string(), by: z.string() }).optional(),
});
export type KeptNote = Readonly<z.infer<typeof KeptNoteSchema>>;

/** What a team has of notes. */
export interface TeamNotes {
  /** Oldest number first. */
  readonly notes: readonly KeptNote[];
  /** The highest number that was ever given. */
  readonly highest: number;
  /** Whether the five notes of the house stand beside them. */
  readonly house: boolean;
  /** People and firms spelled otherwise, and how they are to be spelled. */
  readonly spellings: Readonly<Record<string, string>>;
}

/** The same as it is kept. */
export interface KeptNotes extends TeamNotes {
  /** Another one after each change: what was answered from earlier notes is not answered again. */
  readonly version: string;
  readonly changedAt: IsoInstant;
  /** The id of whoever changed it last. */
  readonly changedBy: string;
}

export const NO_NOTES: TeamNotes = { notes: [], highest: 0, house: true, spellings: {} };
/** So many notes, and claims of one, are kept at most. */
const MOST_NOTES = 2_000;
export const MOST_CLAIMS = 300;

const isShown = ({ retired }: KeptNote): boolean => retired === undefined;

/** The library of a team: its own notes, and those of the house unless it has switched them off and has others. */
export const libraryOf = ({ notes, house }: TeamNotes): Library => {
  const own = notes.filter(isShown).map(({ file }) => file);
  if (own.length === 0) return NOTES;
  return withNotes(own, house ? NOTES : undefined);
};

/** What comes of a change to a team's notes. */
export type NotesChange =
  | { readonly kind: 'changed'; readonly notes: TeamNotes; readonly note?: NoteFile['note'] }
  | { readonly kind: 'none of that number'; readonly number: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'same'; readonly number: string };

export const numberOf = ({ file }: KeptNote): string => noteNumberOf(file.note.id);
const spelled = (spellings: TeamNotes['spellings'], name: string): string =>
  (Object.hasOwn(spellings, name) ? spellings[name] : undefined) ?? name;

/** Names as the team spells them. */
const withSpellings = ({ note, claims }: NoteFile, spellings: TeamNotes['spellings']): NoteFile => ({
  note: {
    ...note,
    publisher: spelled(spellings, note.publisher),
    author: { ...note.author, ...(note.author.name && { name: spelled(spellings, note.author.name) }) },
  },
  claims: claims.map((claim) => ({
    ...claim,
    firm: spelled(spellings, claim.firm),
    ...(claim.speaker && { speaker: spelled(spellings, claim.speaker) }),
  })),
});

/** The number that the next note is given. */
export const nextNumber = ({ highest }: TeamNotes): string => `T${highest + 1}`;

/**
 * The notes with one more, or with more claims of one that is there.
 *
 * @param file under its own number
 * @param dropped marks of the sentences that are not to be proposed again
 */
export const withNote = (
  before: TeamNotes,
  file: NoteFile,
  fingerprint?: string,
  dropped: readonly string[] = [],
): NotesChange => {
  const number = noteNumberOf(file.note.id);
  const spelledFile = withSpellings(file, before.spellings);
  const there = before.notes.find((one) => numberOf(one) === number);
  if (there) {
    const known = new Set(there.file.claims.map(({ id }) => id));
    const claims = [...there.file.claims, ...spelledFile.claims.filter(({ id }) => !known.has(id))].toSorted(
      (one, other) => one.locator.paragraph - other.locator.paragraph,
    );
    const marks = [...new Set([...(there.dropped ?? []), ...dropped])];
    const more = { ...there, file: { ...there.file, claims }, ...(marks.length > 0 && { dropped: marks }) };
    const notes = before.notes.map((one) => (one === there ? more : one));
    return { kind: 'changed', notes: { ...before, notes }, note: there.file.note };
  }
  if (before.notes.length >= MOST_NOTES) return { kind: 'full' };
  const kept: KeptNote = {
    file: spelledFile,
    ...(fingerprint && { fingerprint }),
    ...(dropped.length > 0 && { dropped: [...dropped] }),
  };
  const highest = Math.max(before.highest, Number(number.slice(1)));
  return { kind: 'changed', notes: { ...before, notes: [...before.notes, kept], highest }, note: spelledFile.note };
};

const changedNote = (before: TeamNotes, number: string, change: (note: KeptNote) => KeptNote): NotesChange => {
  const there = before.notes.find((one) => numberOf(one) === number.toUpperCase());
  if (there === undefined) return { kind: 'none of that number', number };
  const notes = before.notes.map((one) => (one === there ? change(one) : one));
  return { kind: 'changed', notes: { ...before, notes }, note: there.file.note };
};

/** The notes with one taken out of the library, or put back where it is out. */
export const withRetired = (
  before: TeamNotes,
  number: string,
  retired: { readonly on: IsoDate; readonly by: string } | undefined,
): NotesChange => changedNote(before, number, ({ retired: _, ...note }) => ({ ...note, ...(retired && { retired }) }));

/** The notes with what one says of itself changed; its id follows its day. */
export const withNoteHeader = (
  before: TeamNotes,
  number: string,
  header: Pick<NoteFile['note'], 'title' | 'publisher' | 'date' | 'author' | 'link'>,
): NotesChange =>
  changedNote(before, number, (kept) => {
    const { link: _, ...note } = kept.file.note;
    const changed = { ...note, ...header, id: `${numberOf(kept)}-${header.date}` };
    const claims = kept.file.claims.map((claim) =>
      claim.firm === note.publisher ? { ...claim, firm: header.publisher } : claim,
    );
    return { ...kept, file: { note: changed, claims } };
  });

/** The notes with a name spelled another way, in all that are there and all that come. */
export const withSpelling = (before: TeamNotes, from: string, to: string): TeamNotes => {
  const { [to]: _, ...others } = before.spellings;
  const spellings = Object.fromEntries(
    [...Object.entries(others), [from, to] as const].map(([name, as]) => [name, as === from ? to : as]),
  );
  return {
    ...before,
    spellings,
    notes: before.notes.map((one) => ({ ...one, file: withSpellings(one.file, spellings) })),
  };
};

/** Notes of a file in the library's own format, or why there are none: the first thing that is wrong with it. */
type NotesRead =
  | { readonly kind: 'read'; readonly files: readonly NoteFile[] }
  | { readonly kind: 'refused'; readonly words: string };

/** The first thing that is wrong, without what a parser says of its types. */
const plainProblem = (words: string): string =>
  (words.split('\n')[0] ?? '')
    .replace(/Invalid input: expected \w+, received undefined/, 'is missing')
    .replace(/Invalid input: .*/, 'is not what the format has there')
    .replace(/^(note \d+): the whole file: /, '$1: ');

/** Reads what was exported: one note or a list of them. All of it is read, or none. @param today no note is of a later day */
export const filesIn = (text: string, today: IsoDate): NotesRead => {
  const refused = (words: string): NotesRead => ({ kind: 'refused', words });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refused('it is not JSON');
  }
  const all = Array.isArray(content) ? content : [content];
  try {
    readLibrary(all.map((one, at) => [`note ${at + 1}`, one] as const));
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    return refused(plainProblem(error.message));
  }
  const files = all.map((one) => NoteFileSchema.parse(one));
  const ahead = files.find(({ note }) => note.date > today);
  return ahead
    ? refused(`“${ahead.note.title}” is of ${ahead.note.date}, which is still to come`)
    : { kind: 'read', files };
};

/** What files of notes come to beside those that are there. */
type ImportedNotes =
  | { readonly kind: 'imported'; readonly notes: TeamNotes; readonly added: number; readonly known: number }
  | { readonly kind: 'full' };

/** Under another number; an id that is not the number's own gets its place in the note instead. */
const renumbered = ({ note, claims }: NoteFile, number: string, added: NoteFile['note']['added']): NoteFile => {
  const before = `${noteNumberOf(note.id)}-`;
  const isWhole = claims.every(({ id, figures }) =>
    [id, ...figures.map((one) => one.id)].every((one) => one.startsWith(before)),
  );
  const renamed = (id: string, place: string): string =>
    isWhole ? `${number}-${id.slice(before.length)}` : `${number}-${place}`;
  return {
    note: { ...note, id: `${number}-${note.date}`, added: note.added ?? added },
    claims: claims.map((claim, at) => ({
      ...claim,
      id: renamed(claim.id, `${at + 1}`),
      figures: claim.figures.map((figure, of) => ({ ...figure, id: renamed(figure.id, `${at + 1}-${of + 1}`) })),
    })),
  };
};

const titleOf = ({ title, publisher, date }: NoteFile['note']): string =>
  [title, publisher, date].map((part) => part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')).join('/');

/** Takes notes in the library's own format, each under the next number; those that are there already are left as they are. */
export const withImportedNotes = (
  before: TeamNotes,
  files: readonly NoteFile[],
  added: NonNullable<NoteFile['note']['added']>,
): ImportedNotes => {
  const known = new Set([...before.notes.map(({ file }) => titleOf(file.note)), ...NOTES.notes.map(titleOf)]);
  let notes = before;
  let count = 0;
  for (const file of files) {
    if (known.has(titleOf(file.note))) continue;
    known.add(titleOf(file.note));
    const change = withNote(notes, renumbered(file, nextNumber(notes), added));
    if (change.kind !== 'changed') return { kind: 'full' };
    notes = change.notes;
    count += 1;
  }
  return { kind: 'imported', notes, added: count, known: files.length - count };
};
