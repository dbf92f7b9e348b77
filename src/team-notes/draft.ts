import { hash } from 'node:crypto';
import { z } from 'zod';
import { bodyPlaces, type ExtractedClaim, type ExtractedNote, type NoteHeader } from '../notes/extract/index.ts';
import { NOTE_TOPICS, STANCES } from '../notes/index.ts';
import { type IsoDate, type IsoInstant, isIsoDate } from '../units.ts';
import { withLeaningJoined } from './leaning.ts';
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
  /** The author says it, or the house itself: it is of whoever the form names as them. */
  isOwn: z.boolean().optional(),
  role: z.string().optional(),
  kind: z.enum(['view', 'fact', 'mention']),
  /** What the sentence shows; absent where it does not show it. */
  proposed: z.enum(STANCES).optional(),
  horizon: z.looseObject({ label: z.string(), ends: Day.optional() }).optional(),
  condition: z.string().optional(),
  topics: z.array(z.enum(NOTE_TOPICS)),
  figures: z.array(FigureSchema),
  choice: z.enum(CHOICES),
  /** What an open choice most likely comes to; `keep`: no side. A person sees it as a guess, and confirms or changes it. */
  guess: z.enum([...STANCES, 'keep']).optional(),
  /** A person has chosen what becomes of it. */
  isDecided: z.boolean().optional(),
  /** It tells of others or of what was, or is said in passing: it is left out unless a person keeps it. */
  isNarration: z.boolean().optional(),
  /** Somebody has dropped it where the same note came before. */
  wasDropped: z.boolean().optional(),
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
export const NO_FIRM = 'Firm not named';

export const cut = (words: string, most: number): string => {
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
  { kind, side, guess }: Proposal,
  at: number,
  { publisher }: NoteDraft['header'],
): DraftClaim => {
  const { text, paragraph, horizon, horizonEnds, condition, topics, figures } = claim;
  const isNarration = kind === 'narration';
  const isOwn = claim.role === 'author';
  const speaker = cutOrNone(claim.speaker, LONGEST.name);
  const role = cutOrNone(claim.title, LONGEST.role);
  const label = cutOrNone(horizon, LONGEST.label);
  const given = cutOrNone(condition, LONGEST.condition);
  return {
    ...{ number: at + 1, sentence: text, paragraph, topics: [...topics] },
    kind: isNarration ? (claim.role === 'mentioned' ? 'mention' : 'view') : kind,
    firm: cut(claim.firm ?? (isOwn ? publisher : undefined) ?? NO_FIRM, LONGEST.name),
    ...(isOwn && { isOwn }),
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
    ...(guess && { guess }),
    ...(isNarration && { isNarration }),
  };
};

/** The same for the same words, however they are set. */
export const fingerprintOf = (text: string): string =>
  hash(
    'sha256',
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    'base64url',
  ).slice(0, 22);

const MOST_CHARACTERS = 300_000;

/** Why a text is no note, unread; undefined where it may be one. */
export const whyNoNote = (text: string): string | undefined => {
  if (text.trim() === '') return 'There is no text in it';
  return text.length > MOST_CHARACTERS
    ? 'It is longer than a note: more than 300,000 characters. Send the part that matters'
    : undefined;
};

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** What a note has to speak of somewhere. */
const ON_SMALL_CAPS = /\bsmall(?:er|est)?[- ]?(?:caps?|companies|firms|stocks|businesses)\b|\bRussell\b/i;

const otherLanguage = (code: string): string => {
  const name = code === 'other' ? undefined : LANGUAGES.of(code);
  return name === undefined || name === code
    ? 'It does not read as English, and I read notes in English only'
    : `It seems to be in ${name}, and I read notes in English only`;
};

/** Why a text that was read gives no claims; undefined where it does. */
export const whyNoClaims = (text: string, { language, claims }: ExtractedNote): string | undefined => {
  if (language !== 'en') return otherLanguage(language);
  return claims.length === 0 || !ON_SMALL_CAPS.test(text)
    ? 'It says nothing on small caps against large caps that I can find'
    : undefined;
};

/** What a note that was just read comes to: nothing of it is in the library. @param given what a person has said of it already */
export const draftOf = (
  { header: read, claims: found }: ExtractedNote,
  made: Pick<NoteDraft, 'id' | 'by' | 'at' | 'text' | 'fingerprint'>,
  given: NoteDraft['header'] = {},
): NoteDraft => {
  const header = { ...headerOf(read), ...given };
  const claims = withLeaningJoined(found, made.text);
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

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
/** `Harrow & Pine` for `Harrow & Pine Securities`. */
const isRespelled = (one: string, other: string): boolean =>
  plainName(one).startsWith(plainName(other)) || plainName(other).startsWith(plainName(one));

const lastNameOf = (name: string): string => name.split(' ').at(-1) ?? name;
/** It names who says it, who is not the author after all. */
const isOfAnother = ({ speaker, sentence }: DraftClaim, author: string | undefined): boolean =>
  speaker !== undefined &&
  author !== undefined &&
  lastNameOf(speaker) !== lastNameOf(author) &&
  sentence.includes(lastNameOf(speaker));

/**
 * The draft with what a person says of the note. The author's claims and the house's own follow the names in it; those of
 * its other people follow where the house is only spelled otherwise, and nobody else's do.
 */
export const withHeader = (draft: NoteDraft, header: NoteDraft['header']): NoteDraft => {
  const { author, publisher } = draft.header;
  const firm = cut(header.publisher ?? NO_FIRM, LONGEST.name);
  const before = publisher === undefined ? undefined : cut(publisher, LONGEST.name);
  const isSpelling = before !== undefined && isRespelled(before, firm);
  return {
    ...draft,
    header,
    isHeaderSeen: true,
    claims: draft.claims.map((claim) => {
      if (!claim.isOwn || claim.isDecided || isOfAnother(claim, header.author))
        return isSpelling && claim.firm === before ? { ...claim, firm } : claim;
      const { speaker, ...rest } = claim;
      const said = author === header.author ? speaker : header.author;
      return { ...rest, firm: claim.firm === (before ?? NO_FIRM) ? firm : claim.firm, ...(said && { speaker: said }) };
    }),
  };
};

/** The draft with one claim changed by a person. */
export const withClaim = (draft: NoteDraft, number: number, change: Partial<DraftClaim>): NoteDraft => ({
  ...draft,
  claims: draft.claims.map((claim) => (claim.number === number ? { ...claim, ...change, isDecided: true } : claim)),
});

const isSameVoice = (one: DraftClaim, other: DraftClaim): boolean =>
  one.speaker === other.speaker && (one.speaker !== undefined || (one.firm === other.firm && one.firm !== NO_FIRM));

/** The claims of whoever makes one of them, by its number; none where nobody is named. */
export const ofSameVoice = ({ claims }: NoteDraft, number: number): readonly DraftClaim[] => {
  const claim = claims.find((one) => one.number === number);
  return claim ? claims.filter((one) => isSameVoice(one, claim)) : [];
};

/** The claim as its box shows it: where a choice is open, with what it most likely comes to. */
export const asShown = (claim: DraftClaim): DraftClaim =>
  claim.choice === 'open' && claim.guess ? { ...claim, choice: claim.guess } : claim;

/** A claim that is added as its box says. */
export const isChosen = ({ choice }: DraftClaim): boolean => choice !== 'open' && choice !== 'drop';
