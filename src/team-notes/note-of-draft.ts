import { hash } from 'node:crypto';
import {
  type ClaimRecord,
  type Library,
  MOST_WORDS_QUOTED,
  type NoteFile,
  noteNumberOf,
  STANCES,
} from '../notes/index.ts';
import type { IsoDate } from '../units.ts';
import { type Choice, cut, type DraftClaim, isChosen, NO_FIRM, type NoteDraft } from './draft.ts';
import { claimInShort } from './in-short.ts';
import type { KeptNote } from './kept-notes.ts';

/** What a draft comes to in the library: the note of its chosen claims, what is left of it, and whether it is there already. */

const isStance = (choice: Choice): choice is (typeof STANCES)[number] => STANCES.some((one) => one === choice);

const LONGEST_QUOTED = 400;

const quotationOf = (sentence: string): string => {
  const words = sentence.replace(/\s+/g, ' ').trim().split(' ');
  const some = words.length <= MOST_WORDS_QUOTED ? words.join(' ') : `${words.slice(0, MOST_WORDS_QUOTED).join(' ')}…`;
  return cut(some, LONGEST_QUOTED);
};

/** Views that rest on falling rates are shown beside a cut. */
const restsOnCuts = ({ sentence, topics }: DraftClaim): boolean =>
  topics.some((topic) => topic === 'rates' || topic === 'floating debt') &&
  /\b(?:cut|cuts|cutting|easing|lower(?:ed)? rates|falling rates|rates? (?:falls?|come down))\b/i.test(sentence);

const LONGEST_BEHIND = 48;
/** Nobodies of two houses are not one voice. */
const firmOf = ({ speaker, firm }: DraftClaim, publisher: string): string =>
  speaker === undefined && firm === NO_FIRM ? `Unnamed (${cut(publisher, LONGEST_BEHIND)})` : firm;

const recordOf = (claim: DraftClaim, note: string, publisher: string): ClaimRecord => {
  const { number, speaker, role, horizon, condition, topics, figures, choice, summary, sentence, paragraph } = claim;
  const id = `${note}-${number}`;
  const stance = isStance(choice) ? choice : undefined;
  return {
    ...{ id, firm: firmOf(claim, publisher), topics, locator: { paragraph } },
    ...(speaker !== undefined && { speaker }),
    ...(role !== undefined && { role }),
    kind: stance ? 'view' : claim.kind,
    ...(stance && {
      stance,
      bearsOn: restsOnCuts(claim) ? ('cut' as const) : ('any' as const),
      short: claimInShort(claim),
    }),
    ...(horizon && { horizon: { label: horizon.label, ...(horizon.ends && { ends: horizon.ends }) } }),
    ...(condition !== undefined && { condition }),
    ...(summary === undefined ? { paraphrase: quotationOf(sentence), quoted: true as const } : { paraphrase: summary }),
    figures: figures.map(({ label, value, unit, printed, basis, asOf }, at) => ({
      ...{ id: `${id}-${at + 1}`, label, value, unit, printed, basis: basis ?? 'not given' },
      ...(asOf ? { asOf } : { undated: 'not given' as const }),
    })),
  };
};

/** What has to be said of a note before it is added, and its text does not say. */
export const missingIn = (header: NoteDraft['header']): readonly ('title' | 'publisher' | 'date')[] =>
  (['title', 'publisher', 'date'] as const).filter((part) => !header[part]);

/**
 * A note in the library's own format, of the claims of a draft that are chosen.
 *
 * @param wanted which of the claims; all that are chosen unless said
 * @returns undefined where there is none, or the note has no title, publisher or date yet
 */
export const noteOf = (
  draft: NoteDraft,
  number: string,
  added: NonNullable<NoteFile['note']['added']>,
  wanted: (claim: DraftClaim) => boolean = isChosen,
): NoteFile | undefined => {
  const { title, publisher, date, author, link } = draft.header;
  const claims = draft.claims.filter(wanted);
  if (!title || !publisher || !date || claims.length === 0) return undefined;
  return {
    note: {
      ...{ id: `${number}-${date}`, title, publisher, date, dateBasis: 'printed', added },
      author: author ? { name: author, kind: 'person' } : { kind: 'unnamed' },
      ...(link && { link }),
    },
    claims: claims.map((claim) => recordOf(claim, number, publisher)),
  };
};

const plainWords = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** By which a sentence that was dropped is known again; the sentence itself is not kept. */
export const markOf = ({ sentence }: Pick<DraftClaim, 'sentence'>): string =>
  hash('sha256', plainWords(sentence), 'base64url').slice(0, 12);

/**
 * A draft of a note that is in the library, of what was left out of it: under its number, its claims that are there taken
 * away, and those that somebody has dropped left out. Claims that share an id with another are numbered behind it.
 */
export const draftOfRest = (
  draft: NoteDraft,
  { file: { note, claims: there }, dropped = [] }: Pick<KeptNote, 'file' | 'dropped'>,
): NoteDraft => {
  const number = noteNumberOf(note.id);
  const quoted = new Set(there.map(({ paraphrase }) => plainWords(paraphrase)));
  const placeOf = new Map(there.map(({ id, quoted: isQuoted, locator }) => [id, isQuoted ? 0 : locator.paragraph]));
  const idOf = (at: number): string => `${number}-${at}`;
  const rest = draft.claims.filter(
    (claim) =>
      !quoted.has(plainWords(quotationOf(claim.sentence))) && placeOf.get(idOf(claim.number)) !== claim.paragraph,
  );
  let highest = Math.max(
    ...[0, ...draft.claims.map((claim) => claim.number)],
    ...there.map(({ id }) => Number(id.split('-')[1]) || 0),
  );
  const claims = rest.map((one) => {
    const claim: DraftClaim = dropped.includes(markOf(one))
      ? { ...one, choice: 'drop', isNarration: true, wasDropped: true }
      : one;
    if (!placeOf.has(idOf(claim.number))) return claim;
    highest += 1;
    return { ...claim, number: highest };
  });
  const { title, publisher, author, link } = note;
  const header = {
    ...{ title, publisher, date: note.date as IsoDate },
    ...(author.name && { author: author.name }),
    ...(link && { link }),
  };
  return { ...draft, header, isHeaderSeen: true, note: number, claims };
};

/** The note that a draft is once more: the same text, or the same title, publisher and day. */
export const sameNote = (
  { fingerprint, header: { title, publisher, date } }: Pick<NoteDraft, 'fingerprint' | 'header'>,
  kept: readonly KeptNote[],
  library: Library,
): string | undefined => {
  const byText = kept.find((one) => one.fingerprint === fingerprint);
  if (byText) return byText.file.note.id;
  if (!title || !publisher || !date) return undefined;
  return library.notes.find(
    (note) =>
      note.date === date &&
      plainWords(note.title) === plainWords(title) &&
      plainWords(note.publisher) === plainWords(publisher),
  )?.id;
};
