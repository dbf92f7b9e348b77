import { z } from 'zod';
import { bodyPlaces, type ExtractedClaim, type ExtractedNote, type NoteHeader } from '../notes/extract/index.ts';
import {
  type ClaimRecord,
  type Library,
  MOST_WORDS_QUOTED,
  NOTE_TOPICS,
  type NoteFile,
  noteNumberOf,
  STANCES,
} from '../notes/index.ts';
import { type IsoDate, type IsoInstant, isIsoDate } from '../units.ts';
import type { KeptNote } from './kept-notes.ts';
import { type Proposal, proposalsOf } from './shown-side.ts';

/** A note that is read and not confirmed yet: what is proposed, and what a person has decided on each claim so far. */

const Day = z
  .string()
  .refine(isIsoDate)
  .transform((day) => day as IsoDate);

/** What becomes of a claim: a side, `keep` where it takes none, `drop`, or `open` where a person has to choose. */
export const CHOICES = ['open', ...STANCES, 'keep', 'drop'] as const;
export type Choice = (typeof CHOICES)[number];

const FigureSchema = z.looseObject({
  label: z.string(),
  value: z.number(),
  unit: z.enum(['%', 'bp', '×', 'US$ m', 'US$ bn', 'US$ tn', 'index points', 'ratio', 'count', 'months']),
  printed: z.string(),
  basis: z.string().optional(),
  asOf: Day.optional(),
});

/** One claim of a draft. */
const DraftClaimSchema = z.looseObject({
  /** From 1, in the order of the note. */
  number: z.int().positive(),
  /** As it stands in the note. */
  sentence: z.string(),
  /** As a reader counts: without title, byline and headings. */
  paragraph: z.int().positive(),
  speaker: z.string().optional(),
  firm: z.string(),
  role: z.string().optional(),
  kind: z.enum(['view', 'fact', 'mention']),
  /** What the sentence shows; absent where it does not show it. */
  proposed: z.enum(STANCES).optional(),
  horizon: z.looseObject({ label: z.string(), ends: Day.optional() }).optional(),
  condition: z.string().optional(),
  topics: z.array(z.enum(NOTE_TOPICS)),
  figures: z.array(FigureSchema),
  choice: z.enum(CHOICES),
  /** A person has chosen what becomes of it. */
  isDecided: z.boolean().optional(),
  /** It tells of others, or of what was: it is left out unless a person keeps it. */
  isNarration: z.boolean().optional(),
  /** What the confirmer says in the place of the sentence. */
  summary: z.string().optional(),
});
export type DraftClaim = Readonly<z.infer<typeof DraftClaimSchema>>;

/** What a note says of itself, as a form has it. */
const DraftHeaderSchema = z.looseObject({
  title: z.string().optional(),
  author: z.string().optional(),
  publisher: z.string().optional(),
  date: Day.optional(),
  link: z.string().optional(),
});

/** A draft as it is stored. */
export const NoteDraftSchema = z.looseObject({
  id: z.string().min(1),
  by: z.string(),
  at: z.string().transform((at) => at as IsoInstant),
  /** The whole text; it goes with the draft. */
  text: z.string(),
  /** Tells the same text from every other. */
  fingerprint: z.string(),
  header: DraftHeaderSchema,
  /** A person has seen what the note says of itself. */
  isHeaderSeen: z.boolean(),
  claims: z.array(DraftClaimSchema),
  /** The number of the note that some of its claims are in already. */
  note: z.string().optional(),
  /** Where it is told of: these messages go on saying what becomes of it. */
  messages: z.array(z.looseObject({ channel: z.string(), ts: z.string() })).optional(),
});
export type NoteDraft = Readonly<z.infer<typeof NoteDraftSchema>>;

export const DRAFT_DAYS = 7;

const LONGEST = { name: 60, title: 160, publisher: 80, role: 80, label: 50, condition: 70, figure: 90, printed: 60 };
/** The library's word for a voice that a note gives no house. */
const NO_FIRM = 'Firm not named';

const cut = (words: string, most: number): string => {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
};
const cutOrNone = (words: string | null | undefined, most: number): string | undefined =>
  words ? cut(words, most) || undefined : undefined;

/** An address that is one, and no markup. */
export const isLink = (text: string): boolean =>
  /^https?:\/\/[^\s<>|"]+\.[^\s<>|"]+$/i.test(text) && URL.canParse(text);

const headerOf = ({ title, author, publisher, date, link }: NoteHeader): NoteDraft['header'] => ({
  ...(title && { title: cut(title, LONGEST.title) }),
  ...(author && { author: cut(author, LONGEST.name) }),
  ...(publisher && { publisher: cut(publisher, LONGEST.publisher) }),
  ...(date && { date }),
  ...(link && isLink(link) && { link }),
});

const claimOf = (
  claim: ExtractedClaim,
  { kind, side }: Proposal,
  at: number,
  { publisher }: NoteDraft['header'],
): DraftClaim => {
  const { text, paragraph, horizon, horizonEnds, condition, topics, figures } = claim;
  const isNarration = kind === 'narration';
  const speaker = cutOrNone(claim.speaker, LONGEST.name);
  const role = cutOrNone(claim.title, LONGEST.role);
  const label = cutOrNone(horizon, LONGEST.label);
  const given = cutOrNone(condition, LONGEST.condition);
  return {
    ...{ number: at + 1, sentence: text, paragraph, topics: [...topics] },
    kind: isNarration ? (claim.role === 'mentioned' ? 'mention' : 'view') : kind,
    firm: cut(claim.firm ?? publisher ?? NO_FIRM, LONGEST.name),
    ...(speaker && { speaker }),
    ...(role && { role }),
    ...(side && { proposed: side }),
    ...(label && { horizon: { label, ...(horizonEnds && { ends: horizonEnds }) } }),
    ...(given && { condition: given }),
    figures: figures.map(({ value, unit, printed, label: name, basis, date }) => ({
      ...{ value, unit, label: cut(name, LONGEST.figure), printed: cut(printed, LONGEST.printed) },
      ...(basis && { basis: cut(basis, LONGEST.figure) }),
      ...(date && { asOf: date }),
    })),
    choice: isNarration ? 'drop' : kind === 'view' ? (side ?? 'open') : 'keep',
    ...(isNarration && { isNarration }),
  };
};

/** What a note that was just read comes to: nothing of it is in the library. @param given what a person has said of it already */
export const draftOf = (
  { header: read, claims }: ExtractedNote,
  made: Pick<NoteDraft, 'id' | 'by' | 'at' | 'text' | 'fingerprint'>,
  given: NoteDraft['header'] = {},
): NoteDraft => {
  const header = { ...headerOf(read), ...given };
  const proposals = proposalsOf({ claims });
  const places = bodyPlaces(made.text);
  return {
    ...{ ...made, header, isHeaderSeen: false },
    claims: claims.map((claim, at) => {
      const paragraph = places.get(claim.paragraph) ?? claim.paragraph;
      return claimOf({ ...claim, paragraph }, proposals[at] ?? { kind: 'view' }, at, header);
    }),
  };
};

/** The draft with what a person says of the note; claims of the publisher follow its name. */
export const withHeader = (draft: NoteDraft, header: NoteDraft['header']): NoteDraft => {
  const before = cut(draft.header.publisher ?? NO_FIRM, LONGEST.name);
  const firm = cut(header.publisher ?? NO_FIRM, LONGEST.name);
  return {
    ...draft,
    header,
    isHeaderSeen: true,
    claims: draft.claims.map((claim) => (claim.firm === before || claim.firm === NO_FIRM ? { ...claim, firm } : claim)),
  };
};

/** The draft with one claim changed by a person. */
export const withClaim = (draft: NoteDraft, number: number, change: Partial<DraftClaim>): NoteDraft => ({
  ...draft,
  claims: draft.claims.map((claim) => (claim.number === number ? { ...claim, ...change, isDecided: true } : claim)),
});

/** A claim that is added as its box says. */
export const isChosen = ({ choice }: DraftClaim): boolean => choice !== 'open' && choice !== 'drop';
const isStance = (choice: Choice): choice is (typeof STANCES)[number] => STANCES.some((one) => one === choice);

const LONGEST_SHORT = 52;
const LONGEST_QUOTED = 400;

/** Behind a name and a colon: the beginning of what is said, without a capital. */
const shortOf = (words: string): string => {
  const plain = cut(words.replace(/[“”"]/g, '').replace(/[.!]$/, ''), LONGEST_SHORT);
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
  `“${cut(behindSpeaker(sentence.replace(/[“”"]/g, ''), speaker).replace(/[.!]$/, ''), LONGEST_SHORT - 2)}”`;

const quotationOf = (sentence: string): string => {
  const words = sentence.replace(/\s+/g, ' ').trim().split(' ');
  const some = words.length <= MOST_WORDS_QUOTED ? words.join(' ') : `${words.slice(0, MOST_WORDS_QUOTED).join(' ')}…`;
  return cut(some, LONGEST_QUOTED);
};

/** Views that rest on falling rates are shown beside a cut. */
const restsOnCuts = ({ sentence, topics }: DraftClaim): boolean =>
  topics.some((topic) => topic === 'rates' || topic === 'floating debt') &&
  /\b(?:cut|cuts|cutting|easing|lower(?:ed)? rates|falling rates|rates? (?:falls?|come down))\b/i.test(sentence);

const recordOf = (claim: DraftClaim, note: string): ClaimRecord => {
  const { number, speaker, firm, role, horizon, condition, topics, figures, choice, summary, sentence, paragraph } =
    claim;
  const id = `${note}-${number}`;
  const stance = isStance(choice) ? choice : undefined;
  return {
    ...{ id, firm, topics, locator: { paragraph } },
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

/** What has to be said of a note before it is added. */
export const missingIn = ({
  header: { title, publisher, date },
}: NoteDraft): readonly ('title' | 'publisher' | 'date')[] => [
  ...(title ? [] : (['title'] as const)),
  ...(publisher ? [] : (['publisher'] as const)),
  ...(date ? [] : (['date'] as const)),
];

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
    claims: claims.map((claim) => recordOf(claim, number)),
  };
};

const plainWords = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * A draft of a note that is in the library, of what was left out of it: under its number, its claims that are there taken
 * away. Claims that share an id with another are numbered behind it.
 */
export const draftOfRest = (draft: NoteDraft, { note, claims: there }: NoteFile): NoteDraft => {
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
  const claims = rest.map((claim) => {
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
