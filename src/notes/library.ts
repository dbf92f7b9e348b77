import { z } from 'zod';
import { isoDate } from '../units.ts';
import {
  type AnalystView,
  type Claim,
  type ClaimRecord,
  type Library,
  MOST_WORDS_QUOTED,
  type Note,
  type NoteFile,
  NoteFileSchema,
  noteNumberOf,
  quotedSentence,
} from './format.ts';
import note000 from './library/000.json' with { type: 'json' };
import note001 from './library/001.json' with { type: 'json' };
import note002 from './library/002.json' with { type: 'json' };
import note003 from './library/003.json' with { type: 'json' };
import note004 from './library/004.json' with { type: 'json' };
import { isTeamNote, leadingFirst } from './selection.ts';

/** Thrown where the files of a library are wrong; a line a problem. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
}

/** True of a claim that takes a stance. */
export const takesStance = (claim: Claim): claim is AnalystView => claim.stance !== undefined;

const LONGEST_PARAPHRASE = 160;

/** The rules that hold between fields, which the schema of one record cannot say. */
const brokenRule = (claim: ClaimRecord, at: number, isOfTeam: boolean): string | undefined => {
  const { paraphrase, quoted, topics } = claim;
  if (quoted && paraphrase.split(/\s+/).length > MOST_WORDS_QUOTED)
    return 'paraphrase: a quotation has at most 40 words';
  if (!quoted && paraphrase.length > LONGEST_PARAPHRASE) return 'paraphrase: it has at most 160 characters';
  if (!isOfTeam && topics.length === 0) return `claims.${at}.topics: none is named`;
  if (!isOfTeam && quoted) return 'quoted: only notes that a team added quote';
  if (claim.stance === undefined) {
    return claim.short === undefined && claim.bearsOn === undefined
      ? undefined
      : 'stance: short and bearsOn go with a stance only';
  }
  if (claim.kind !== 'view') return `stance: a ${claim.kind} takes no stance`;
  if (claim.short === undefined || claim.bearsOn === undefined) return 'stance: a stance needs short and bearsOn';
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

/** A note and its claims, of a file that its schema has passed. */
const membersOf = ({ note: { date, added, ...rest }, claims }: NoteFile): readonly [Note, readonly Claim[]] => {
  const note: Note = {
    ...rest,
    number: noteNumberOf(rest.id),
    date: isoDate(date),
    ...(added && { added: { on: isoDate(added.on), by: added.by } }),
  };
  return [
    note,
    claims.map(({ speaker, paraphrase, ...claim }) => ({
      ...claim,
      paraphrase: claim.quoted ? quotedSentence(paraphrase) : paraphrase,
      ...(speaker !== undefined && { speaker }),
      voice: speaker ?? claim.firm,
      note,
    })),
  ];
};

/** How far ahead a horizon looks: near, about a year, far. */
const reachOf = ({ horizon }: Claim): number | undefined => {
  if (horizon === undefined) return undefined;
  if (/near|short|coming|week|quarter/.test(horizon.label)) return 0;
  return /long|decade|years/.test(horizon.label) ? 2 : 1;
};

/** Later notes first. Days as text sort as days. */
const byDate = (one: { readonly note: Note }, other: { readonly note: Note }): number =>
  one.note.date === other.note.date ? 0 : one.note.date < other.note.date ? 1 : -1;

/** The last view of the same voice that took the place of each; views on two horizons stand beside each other. */
const supersededIn = (views: readonly AnalystView[]): Library['superseded'] => {
  const added = Map.groupBy(leadingFirst(views.filter(({ note }) => isTeamNote(note.id))), ({ voice }) => voice);
  const newest = new Map(
    [...added].map(([voice, some]) => [voice, some.toSorted(byDate).map((view) => ({ view, reach: reachOf(view) }))]),
  );
  return new Map(
    views.flatMap((view) => {
      const own = newest.get(view.voice) ?? [];
      const reach = reachOf(view);
      const by = own.find(
        (one) =>
          one.view.note.date > view.note.date &&
          (reach === undefined || one.reach === undefined || one.reach === reach),
      );
      return by ? [[view.id, by.view] as const] : [];
    }),
  );
};

/** Puts notes and claims together, oldest note first. */
const assembled = (members: readonly (readonly [Note, readonly Claim[]])[]): Library => {
  const claims = members.flatMap(([, own]) => own);
  const all = claims.filter(takesStance);
  const superseded = supersededIn(all);
  return {
    notes: members
      .map(([note]) => note)
      .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0)),
    claims,
    views: superseded.size === 0 ? all : all.filter(({ id }) => !superseded.has(id)),
    superseded,
  };
};

/**
 * Reads the notes' files into one library, oldest note first.
 *
 * @throws {LibraryError} naming the file, the field and what is wrong with it
 */
export const readLibrary = (files: readonly LibraryFile[]): Library => {
  const seen = new Map<string, string>();
  const read = files.map(([name, content]) => {
    const parsed = NoteFileSchema.safeParse(content);
    if (!parsed.success)
      throw new LibraryError(parsed.error.issues.map((issue) => where(name, content, issue)).join('\n'));
    const { note, claims } = parsed.data;
    for (const [at, claim] of claims.entries()) {
      const broken = brokenRule(claim, at, isTeamNote(note.id));
      if (broken) throw new LibraryError(`${name}: ${claim.id}: ${broken}`);
      for (const id of [claim.id, ...claim.figures.map((figure) => figure.id)]) {
        const taken = seen.get(id);
        if (taken) throw new LibraryError(`${name}: ${id}: id: this id is taken in ${taken}; choose another`);
        seen.set(id, name);
      }
    }
    return membersOf(parsed.data);
  });
  if (read.length === 0) throw new LibraryError('no notes: the library is empty');
  return assembled(read);
};

const knownMembers = new WeakMap<NoteFile, ReturnType<typeof membersOf>>();

/** A team's own notes, and behind them those of another library where it has them too. @param files as they were checked */
export const withNotes = (files: readonly NoteFile[], others?: Library): Library => {
  const own = files.map((file) => {
    const members = knownMembers.get(file) ?? membersOf(file);
    knownMembers.set(file, members);
    return members;
  });
  const claimsOf = Map.groupBy(others?.claims ?? [], ({ note }) => note);
  return assembled([...(others?.notes ?? []).map((note) => [note, claimsOf.get(note) ?? []] as const), ...own]);
};

/** The five notes the product ships with, read and checked once, at start. */
export const NOTES = readLibrary([
  ['000.json', note000],
  ['001.json', note001],
  ['002.json', note002],
  ['003.json', note003],
  ['004.json', note004],
]);
