import type { DatedClaim, DatedView, Side } from '../facts/index.ts';
import { day, dayOfYear, listed, month, plural, type RichTextBlock, textRun, unbroken } from '../message/index.ts';
import { isTeamNote, type Note } from '../notes/index.ts';
import { phraseText } from './findings.ts';

/** Who wrote a note and what it is called, short enough for a line. */

const LONGEST_TITLE = 48;

/** A title that is too long is cut after a word. */
export const shortTitle = (title: string): string => {
  if (title.length <= LONGEST_TITLE) return title;
  const words = title.slice(0, LONGEST_TITLE).split(' ').slice(0, -1).join(' ');
  return `${words.replace(/[\s:,.]+$/, '')}…`;
};

/** `Tom Stevenson, Fidelity International`; only the publisher where no author is named. */
export const byline = ({ author, publisher }: Pick<Note, 'author' | 'publisher'>): string => {
  if (author.kind === 'unnamed' || author.name === undefined) return publisher;
  return `${author.name}, ${author.kind === 'AI agent' ? 'AI agent, ' : ''}${publisher}`;
};

const AGE_SHOWN_ABOVE_MONTHS = 12;

const inBrackets = (parts: readonly string[], flag: DatedClaim['flag']): string =>
  `(${unbroken(parts.join(', '))}${flag ? `; ${phraseText(flag)}` : ''})`;

/** `(001, Sep 2025)`, with `expired` where the claim's time has run out, and what the record says against it. */
export const citation = (dated: DatedClaim): string => {
  const { claim, expired, flag } = dated;
  const { note, locator } = claim;
  return inBrackets(
    isTeamNote(note.id)
      ? [note.number, noteDayOf(dated), paragraphOf(locator), ...endOf(dated)]
      : [note.number, month(note.date), ...(expired ? ['expired'] : [])],
    flag,
  );
};

const RECENT_MONTHS = 6;
/** `18 Sep`, with its year once that is half a year ago. */
const noteDayOf = ({ claim: { note }, monthsOld }: DatedClaim): string =>
  monthsOld < RECENT_MONTHS ? dayOfYear(note.date) : day(note.date);
const endOf = ({ expired, superseded }: DatedClaim): readonly string[] =>
  superseded ? ['superseded'] : expired ? ['expired'] : [];

/** `para 33`, `para 65–68`. */
export const paragraphOf = ({ paragraph, through }: DatedClaim['claim']['locator']): string =>
  `para ${paragraph}${through === undefined ? '' : `–${through}`}`;

/** The same with the paragraph: `(001, Sep 2025, para 33)`. */
export const locatedCitation = (dated: DatedClaim): string => {
  const { claim, flag } = dated;
  const { note, locator } = claim;
  const written = isTeamNote(note.id) ? noteDayOf(dated) : month(note.date);
  return inBrackets([note.number, written, paragraphOf(locator), ...endOf(dated)], flag);
};

/** `, 14 months old` or `, 14 to 26 months old` behind the head of a list, once any of its views is older than a year. */
export const agesOf = (views: readonly DatedClaim[]): string => {
  const months = views.map(({ monthsOld }) => monthsOld);
  const [youngest, oldest] = [Math.min(...months), Math.max(...months)];
  if (!(oldest > AGE_SHOWN_ABOVE_MONTHS)) return '';
  const from = youngest === 0 ? 'up to ' : `${youngest} to `;
  return `, ${youngest === oldest ? '' : from}${oldest} months old`;
};

const isAgent = ({ claim: { note, speaker } }: DatedClaim): boolean =>
  note.author.kind === 'AI agent' && speaker === note.author.name;

/** What the library writes where a note names no firm. */
const NO_FIRM = 'Firm not named';

/** `, RBC` behind `Lori Calvasina`; nothing where the firm itself speaks. An AI agent is called one. */
export const affiliation = (dated: DatedClaim): string => {
  const { speaker, firmShort, firm } = dated.claim;
  if (speaker === undefined || firm === NO_FIRM) return '';
  return `, ${isAgent(dated) ? 'AI agent, ' : ''}${firmShort ?? firm}`;
};

const PARTICLES = /^(?:de|van|von)$/i;

/** `Calvasina`; a firm, or a voice of one name, as it is. */
export const shortName = ({ claim: { speaker, firmShort, firm } }: DatedClaim): string =>
  speaker === undefined
    ? (firmShort ?? firm)
    : (speaker
        .split(' ')
        .filter((part) => !PARTICLES.test(part))
        .at(-1) ?? speaker);

type Stance = Side['stance'];

/** The label of a stance in a list. */
export const STANCE_LABEL: Record<Stance, 'Bullish' | 'Bearish' | 'Mixed' | 'Neutral'> = {
  bullish: 'Bullish',
  bearish: 'Bearish',
  mixed: 'Mixed',
  neutral: 'Neutral',
};

/** The people of a side, as buttons name them. */
export const STANCE_PEOPLE: Record<Stance, string> = {
  bullish: 'the bulls',
  bearish: 'the bears',
  mixed: 'the mixed',
  neutral: 'the neutral',
};

const LEANS: Record<Stance, readonly [one: string, several: string]> = {
  bullish: ['leans bullish', 'lean bullish'],
  bearish: ['leans bearish', 'lean bearish'],
  mixed: ['weighs both sides', 'weigh both sides'],
  neutral: ['is neutral', 'are neutral'],
};

const MOST_NAMED = 3;
const IN_WORDS = ['No', 'One', 'Two', 'Three'];

/** `Three lean bearish: Kostin, Calvasina and Beath`, `13 lean bullish, led by Lee, Wilson and UBS`, `Nobody in the notes is neutral`. */
export const stanceSentence = ({ stance, voices }: Side, about = ''): string => {
  const [one, several] = LEANS[stance];
  if (voices.length === 0) return `Nobody ${about || 'in the notes'} ${one}`;
  const scope = about && ` ${about}`;
  const names = listed(voices.slice(0, MOST_NAMED).map(shortName));
  if (voices.length > MOST_NAMED) return `${voices.length} ${several}${scope}, led by ${names}`;
  return `${IN_WORDS[voices.length]} ${voices.length === 1 ? one : several}${scope}: ${names}`;
};

/** How many, and their names where they are few: `2 voices (Irene Tunkel, BCA; Tom Stevenson, Fidelity)`. */
export const otherSideWords = ({ voices }: Side, shownAbove: ReadonlySet<string>): string => {
  if (voices.length <= MOST_NAMED + 1) {
    const names = voices.map((voice) => `${voice.claim.voice}${affiliation(voice)}`).join('; ');
    return `${plural(voices.length, 'voice')} (${names})`;
  }
  const both = voices.filter(({ claim }) => shownAbove.has(claim.voice)).map(shortName);
  const among = both.length > 0 && both.length <= MOST_NAMED ? `, ${listed(both)} among them` : '';
  return `${voices.length} voices${among}`;
};

/** `Lori Calvasina, RBC: cuts alone will not do it, the economy must firm (004, Aug 2025)`. */
export const viewLine = (dated: DatedView): string => `${dated.claim.voice}${lineBehindVoice(dated)}`;

const lineBehindVoice = (dated: DatedView): string =>
  `${affiliation(dated)}: ${dated.claim.short} ${citation(dated)}${dated.isNew ? ', new' : ''}`;

/** A line for each view. */
export const viewLines = (views: readonly DatedView[]): RichTextBlock['elements'] => [
  {
    type: 'rich_text_list',
    style: 'bullet',
    elements: views.map((dated) => ({
      type: 'rich_text_section',
      elements: [textRun(dated.claim.voice, { bold: true }), textRun(lineBehindVoice(dated))],
    })),
  },
];

/** A bold name with what is counted behind it, and a line for each view. */
export const viewList = (name: string, counted: string, views: readonly DatedView[]): RichTextBlock['elements'] => [
  { type: 'rich_text_section', elements: [textRun(name, { bold: true }), textRun(`  ${counted}`)] },
  ...viewLines(views),
];
