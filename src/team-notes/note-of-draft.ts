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
import type { KeptNote } from './kept-notes.ts';

/** What a draft comes to in the library: the note of its chosen claims, what is left of it, and whether it is there already. */

const isStance = (choice: Choice): choice is (typeof STANCES)[number] => STANCES.some((one) => one === choice);

const LONGEST_SHORT = 52;
const LONGEST_QUOTED = 400;

/** Words that promise another, at the end of what is cut. */
const OPEN_END =
  /(?: (?:by|of|the|an?|and|or|but|to|in|on|at|for|with|from|over|through|against|than|as|that|which|who|is|are|was|were|be|been|will|would|should|has|have|we|they|it|its|their|our|because|since|while|if|when|about|around|roughly|nearly|some|more|most|not|no|so|very|next|last|further))+$/i;
/** A clause that ends sooner leaves too little of its sentence. */
const LEAST_OF_SENTENCE = 0.6;

/** What is too long is cut where a clause ends, or else behind a word that leaves nothing open. */
const cutAtClause = (words: string, most: number): string => {
  const short = cut(words, most);
  if (!short.endsWith('…') || words.endsWith('…')) return short;
  const head = short.slice(0, -1);
  const clause = Math.max(...[', ', '; ', ': ', ' – ', ' — '].map((sign) => `${head} `.lastIndexOf(sign)));
  return `${(clause >= most * LEAST_OF_SENTENCE ? head.slice(0, clause) : head).replace(OPEN_END, '').replace(/[,;:]$/, '')}…`;
};

/** Behind a name and a colon: the beginning of what is said, without a capital. */
const shortOf = (words: string): string => {
  const plain = cutAtClause(words.replace(/[“”"]/g, '').replace(/[.!]$/, ''), LONGEST_SHORT);
  return /^[A-Z][a-z]+\s/.test(plain) && !/^(?:I|Fed|Russell|Small-cap|America)\b/.test(plain)
    ? plain.charAt(0).toLowerCase() + plain.slice(1)
    : plain;
};

const VERB =
  /\b(?:is|are|was|remains?|stays?|keeps?|expects?|forecasts?|predicts?|thinks?|believes?|sees?|argues?|favou?rs?|prefers?|likes?|holds?|recommends?|warns?|says?|said|reckons?|doubts?|turned)\b/;

/** Where the name of whoever says it begins at the latest. */
const LONGEST_LEAD = 30;

/** What a sentence that begins with its speaker says of them: `Tom Reyes, chief strategist at Calder, expects …` from `expects` on. */
const behindSpeaker = (sentence: string, speaker: string | undefined): string => {
  const last = speaker?.split(' ').at(-1);
  const named = last === undefined ? -1 : sentence.indexOf(last);
  if (last === undefined || named < 0 || named > LONGEST_LEAD) return sentence;
  const from = named + last.length;
  const at = sentence.slice(from).search(VERB);
  return at < 0 ? sentence : `…${sentence.slice(from + at)}`;
};

/** The same of a sentence of the note: its beginning, in quotation marks. */
const shortQuotation = ({ sentence, speaker }: DraftClaim): string =>
  `“${cutAtClause(behindSpeaker(sentence.replace(/[“”"]/g, ''), speaker).replace(/[.!]$/, ''), LONGEST_SHORT - 2)}”`;

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
      short: summary === undefined ? shortQuotation(claim) : shortOf(summary),
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
    const claim: DraftClaim = dropped.includes(markOf(one)) ? { ...one, choice: 'drop', isNarration: true } : one;
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
