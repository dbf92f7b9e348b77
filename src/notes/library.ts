import { z } from 'zod';
import { type IsoDate, isoDate } from '../units.ts';
import { type ClaimRecord, type NoteFile, NoteFileSchema, noteNumberOf, type Stance } from './format.ts';
import note000 from './library/000.json' with { type: 'json' };
import note001 from './library/001.json' with { type: 'json' };
import note002 from './library/002.json' with { type: 'json' };
import note003 from './library/003.json' with { type: 'json' };
import note004 from './library/004.json' with { type: 'json' };

/** A note without its claims. */
export interface Note extends Omit<NoteFile['note'], 'date'> {
  /** The first three digits of the id, as people and replies name it: `001`. */
  readonly number: string;
  readonly date: IsoDate;
}

/** A claim with its note. */
export interface Claim extends Omit<ClaimRecord, 'speaker'> {
  readonly note: Note;
  readonly speaker?: string;
  /** Who holds it: the person, or the firm where no person is named. */
  readonly voice: string;
}

/** A claim that takes a side on small caps against large caps, or openly weighs both. */
export interface AnalystView extends Claim {
  readonly kind: 'view';
  readonly stance: Stance;
  readonly short: string;
  readonly bearsOn: 'cut' | 'any';
}

/** Notes, oldest first, and their claims in the order of the files. */
export interface Library {
  readonly notes: readonly Note[];
  readonly claims: readonly Claim[];
  /** The claims that take a stance. */
  readonly views: readonly AnalystView[];
}

/** Thrown where the files of a library are wrong; a line a problem. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
}

const isView = (claim: Claim): claim is AnalystView => claim.stance !== undefined;

/** The rules that hold between fields, which the schema of one record cannot say. */
const brokenRule = (claim: ClaimRecord): string | undefined => {
  if (claim.stance === undefined) {
    return claim.short === undefined && claim.bearsOn === undefined
      ? undefined
      : 'short and bearsOn go with a stance only';
  }
  if (claim.kind !== 'view') return `a ${claim.kind} takes no stance`;
  if (claim.short === undefined || claim.bearsOn === undefined) return 'a stance needs short and bearsOn';
  return undefined;
};

/** A file's name and its parsed JSON, not yet checked. */
export type LibraryFile = readonly [name: string, content: unknown];

/** Enough of a file to name the claim an issue lies in, should the claim have a name. */
const NamedClaimsSchema = z.object({ claims: z.array(z.object({ id: z.string() }).catch({ id: '' })) });

/** `002.json: 002-ratio: claims.7.stance: …`; the claim's id is left out where the issue lies in none. */
const where = (file: string, content: unknown, { path, message }: z.core.$ZodIssue): string => {
  const named = path[0] === 'claims' ? NamedClaimsSchema.safeParse(content).data : undefined;
  const claim = named?.claims[Number(path[1])]?.id;
  return [file, ...(claim ? [claim] : []), path.join('.') || 'the whole file', message].join(': ');
};

/**
 * Reads the notes' files into one library, oldest note first.
 *
 * @throws {LibraryError} naming the file, the field and what is wrong with it
 */
export const readLibrary = (files: readonly LibraryFile[]): Library => {
  const notes: Note[] = [];
  const claims: Claim[] = [];
  const seen = new Map<string, string>();
  for (const [name, content] of files) {
    const parsed = NoteFileSchema.safeParse(content);
    if (!parsed.success)
      throw new LibraryError(parsed.error.issues.map((issue) => where(name, content, issue)).join('\n'));
    const note: Note = {
      ...parsed.data.note,
      number: noteNumberOf(parsed.data.note.id),
      date: isoDate(parsed.data.note.date),
    };
    notes.push(note);
    for (const { speaker, ...claim } of parsed.data.claims) {
      const broken = brokenRule({ ...claim, speaker });
      if (broken) throw new LibraryError(`${name}: ${claim.id}: stance: ${broken}`);
      for (const id of [claim.id, ...claim.figures.map((figure) => figure.id)]) {
        const taken = seen.get(id);
        if (taken) throw new LibraryError(`${name}: ${id}: id: this id is taken in ${taken}; choose another`);
        seen.set(id, name);
      }
      claims.push({ ...claim, ...(speaker !== undefined && { speaker }), voice: speaker ?? claim.firm, note });
    }
  }
  if (notes.length === 0) throw new LibraryError('no notes: the library is empty');
  return {
    notes: notes.sort((one, other) => one.date.localeCompare(other.date)),
    claims,
    views: claims.filter(isView),
  };
};

/** The five notes the product ships with, read and checked once, at start. */
export const NOTES = readLibrary([
  ['000.json', note000],
  ['001.json', note001],
  ['002.json', note002],
  ['003.json', note003],
  ['004.json', note004],
]);
