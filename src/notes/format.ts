import { z } from 'zod';
import { type IsoDate, isIsoDate } from '../units.ts';

/** Notes and claims, and the file format of the library: one JSON file a note. Every sentence in it is ours; figures, names and dates are the note's. */

/** Most words, and characters, of a sentence that is quoted. */
export const MOST_WORDS_QUOTED = 40;
const LONGEST_QUOTATION = 400;

const date = z.string().refine(isIsoDate, 'must be a calendar date such as 2025-09-17');
const words = (most: number) => z.string().trim().min(1).max(most);

/** Three digits for a note of the house, `T` and a number for one that a team added. */
const NUMBER = String.raw`(?:\d{3}|T[1-9]\d{0,3})`;
const NOTE_ID = new RegExp(`^${NUMBER}-\\d{4}-\\d{2}-\\d{2}$`);
export const NOTE_NUMBER = new RegExp(`^${NUMBER}$`);

/** True of a note's id, `000-2024-09-18` or `T12-2026-09-18`, among the names of other sources. */
export const isNoteId = (source: string): boolean => NOTE_ID.test(source);

/** The number of the note that an id of a note, a claim or a figure begins with: `001`, `T12`. */
export const noteNumberOf = (id: string): string => id.slice(0, id.indexOf('-'));

/** A note's own sentence in quotation marks; those inside it become single ones. One that begins with what somebody says has its own. */
export const quotedSentence = (sentence: string): string => {
  if (/^["“][^"“”]{20,}["”][^"“”]{0,60}$/.test(sentence))
    return `“${sentence.slice(1).replace(/["”](?=[^"”]*$)/, '”')}`;
  let isOpen = false;
  const inside = sentence.replace(/["“”]/g, (mark) => {
    isOpen = mark === '"' ? !isOpen : mark === '“';
    return isOpen ? '‘' : '’';
  });
  return `“${inside}”`;
};

/** Somebody's opinion on small caps against large caps. */
export const STANCES = ['bullish', 'bearish', 'mixed', 'neutral'] as const;

/** What a claim can be about. */
export const NOTE_TOPICS = [
  'rates',
  'floating debt',
  'economy',
  'inflation',
  'earnings',
  'valuation',
  'flows',
  'momentum',
  'policy',
  'tariffs',
  'mergers',
  'technology',
  'breadth',
  'quality',
  'index levels',
  'dollar',
  'Sweden',
] as const;

const FIGURE_UNITS = ['%', 'bp', '×', 'US$ m', 'US$ bn', 'US$ tn', 'index points', 'ratio', 'count', 'months'] as const;

/** Why a figure has no date: it belongs to a worked example, the note gives none, or it is a figure of speech. */
const UNDATED = ['example', 'not given', 'figure of speech'] as const;

/** A number that a note prints. */
const NoteFigureSchema = z.strictObject({
  /** Unique in the library: `001-rut-intraday-high`. */
  id: words(60),
  /** What is measured: `Russell 2000, highest level of the day`. */
  label: words(90),
  value: z.number(),
  unit: z.enum(FIGURE_UNITS),
  /** As the note prints it, figures only: `more than 36%`. */
  printed: words(60),
  /** How it is measured: `price index, intraday`, `forward 12 months`, `before tax`. */
  basis: words(90),
  /** Its day, or the last day of its period; absent only where the note gives none. */
  asOf: date.optional(),
  /** The period it spans, in words: `since the April 2025 low`. */
  period: words(60).optional(),
  /** Why it has neither a day nor a period; only then. */
  undated: z.enum(UNDATED).optional(),
  /** Whom the note credits for it: `Financial Times, 2024`. */
  creditedTo: words(60).optional(),
});

/** One statement of a note, in our own words. */
const NoteClaimSchema = z.strictObject({
  /** Unique in the library: `001-kostin-12-months`. */
  id: words(60),
  /** The person who says it; absent when a firm or a report speaks. */
  speaker: words(60).optional(),
  /** Whom the speaker speaks for; the publisher for the note's own author. */
  firm: words(60),
  /** The firm in a line with no room: `RBC`. */
  firmShort: words(30).optional(),
  role: words(80).optional(),
  /**
   * `view`: somebody holds it. `fact`: the note reports it as a fact, with no stance of its own.
   * `mention`: a person is only mentioned and takes no side on small caps.
   */
  kind: z.enum(['view', 'fact', 'mention']),
  /** Toward small caps against large caps; only on a view, and only when it takes a side or openly weighs both. */
  stance: z.enum(STANCES).optional(),
  /** How far ahead it looks, in words, and the last day of that where it can be dated. */
  horizon: z.strictObject({ label: words(50), ends: date.optional() }).optional(),
  /** What must hold for it: `no recession`. */
  condition: words(70).optional(),
  /** One at least in a note of the house. */
  topics: z.array(z.enum(NOTE_TOPICS)),
  /** `cut`: rests on rates falling. `any`: stands whatever the Fed does. Only on a view with a stance. */
  bearsOn: z.enum(['cut', 'any']).optional(),
  /** One whole sentence in our own words, at most 160 characters; the note's own sentence where `quoted` says so. */
  paraphrase: words(LONGEST_QUOTATION),
  /** The sentence is the note's own, at most 40 words, and is shown as a quotation. Notes that a team added only. */
  quoted: z.literal(true).optional(),
  /** The same, lower case, no full stop: it follows a name and a colon. At most 52 characters in a note of the house. Views with a stance only. */
  short: words(104).optional(),
  figures: z.array(NoteFigureSchema).default([]),
  /**
   * Where it is in the note: the section heading as printed (figures, names and titles may be), and the paragraph, counted over
   * the lines that are not empty, the title being 1; in a note that a team added, over the paragraphs of its text alone. `through` is the last paragraph where it runs over several, as the
   * lines of a sum do.
   */
  locator: z.strictObject({
    heading: words(160).optional(),
    paragraph: z.number().int().positive(),
    through: z.number().int().positive().optional(),
  }),
});

/** One file of the library: a note and its claims. */
export const NoteFileSchema = z.strictObject({
  note: z.strictObject({
    id: z.string().regex(NOTE_ID),
    title: words(160),
    author: z.strictObject({ name: words(60).optional(), kind: z.enum(['person', 'AI agent', 'unnamed']) }),
    publisher: words(80),
    date,
    dateBasis: z.enum(['printed', 'inferred']),
    /** What an inferred date is inferred from. */
    inferredFrom: words(160).optional(),
    /** What the note argues, in our own words, at most 400 characters. */
    summary: words(400).optional(),
    /** Where it can be read. */
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    /** Who of a team added it, and on which day; notes of the house have none. */
    added: z.strictObject({ on: date, by: words(30) }).optional(),
  }),
  claims: z.array(NoteClaimSchema).min(1),
});

/** See {@link STANCES}. */
export type Stance = (typeof STANCES)[number];
/** See {@link NOTE_TOPICS}. */
export type NoteTopic = (typeof NOTE_TOPICS)[number];
/** See {@link NoteFigureSchema}. */
export type Figure = z.infer<typeof NoteFigureSchema>;
/** See {@link NoteClaimSchema}. */
export type ClaimRecord = z.infer<typeof NoteClaimSchema>;
/** See {@link NoteFileSchema}. */
export type NoteFile = z.infer<typeof NoteFileSchema>;

/** A note without its claims. */
export interface Note extends Omit<NoteFile['note'], 'date' | 'added'> {
  /** What the id begins with, as people and replies name it: `001`, `T12`. */
  readonly number: string;
  readonly date: IsoDate;
  readonly added?: { readonly on: IsoDate; readonly by: string };
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
  /** The claims that take a stance, but for those that were superseded. */
  readonly views: readonly AnalystView[];
  /** By a view's id, the later one of the same voice, in a note that a team added, that has taken its place. */
  readonly superseded: ReadonlyMap<string, AnalystView>;
}
