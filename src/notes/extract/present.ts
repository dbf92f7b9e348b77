import type { NoteParagraph } from './paragraphs.ts';
import { FIRM_WORDS, HONORIFICS, NO_PERSON } from './words/names.ts';

/** Who a list above minutes or a talk says was there. */
export interface Present {
  readonly name: string;
  /** What the text calls them for short. */
  readonly initials: string | undefined;
  readonly title: string | null;
  readonly firm: string | null;
  /** Of the house whose text it is. */
  readonly isHost: boolean;
}

const STARTS =
  /^(?:\W*|.{0,110}\. )(?:Present|In attendance|Attend(?:ees|ing|ance)|Members(?: present)?|Participants|Committee members|Trustees present|Speakers|On the call|In the room)\b[^.:]{0,30}:/i;
/** `In attendance:`, `For the consultant, Kestermann Advisory:`. */
const SECTION = /(?:^|(?<=[.;)]) )((?!\p{Lu}\. )\p{Lu}[^.:;()]{2,70}): /gu;
const GUESTS =
  /^(?:in attendance|guests?|by invitation|invited|observers?|visitors?|advis[eo]rs?|consultants?|for |from |on behalf of )/i;
const NAME = String.raw`(?:\p{Lu}\.(?: ?\p{Lu}\.)*|\p{Lu}[\p{L}'-]*\p{Ll}[\p{L}'-]*)(?: (?:van|von|de|der|di|da|del|la|le|al|bin))*(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'-]*\p{Ll}[\p{L}'-]*)){1,3}`;
const FIRM_NAME = String.raw`(?:the )?(\p{Lu}[\p{L}'&.-]*(?: (?:&|and(?= \p{Lu})|of(?= \p{Lu})|\p{Lu}[\p{L}'&-]*))*)`;
const TITLED = new RegExp(String.raw`^(?:${HONORIFICS}|Captain|Chief|Rev|Judge)\.? (?=\p{Lu})`, 'u');
const PERSON = new RegExp(`^(${NAME})(?:,? (?:of|at|from) ${FIRM_NAME})?`, 'u');
/** `Trustee Nordquist`. */
const LAST_NAME = /^(\p{Lu}\p{Ll}[\p{L}'-]+)(?! \p{Lu})/u;
const OF_SECTION = new RegExp(String.raw`(?:, |\b(?:[Ff]or|[Ff]rom|[Oo]f) )${FIRM_NAME}$`, 'u');
const SHORT = /^\p{Lu}{2,4}$/u;
const IS_JOB =
  /\b(?:Head|Chief|Director|Actuary|Officer|Secretary|Treasurer|Manager|Adviser|Advisor|Consultant|Analyst|Economist|Strategist|Clerk|Solicitor|Auditor|Trustee|Member|Chair(?:man|woman)?)\b/;
const NO_TITLE = /\d|\b(?:items?|by|via|on|from|until|part|left|joined|absent|apologies|video|phone|voting)\b/i;

/** Where a list goes on with its next name: outside of brackets. */
const ENTRIES = /(?:;|,(?![^(]*\))|(?<!\([^)]*) and) +/u;

const isFirmLike = (words: string): boolean =>
  words.split(' ').some((word) => FIRM_WORDS.has(word)) || / & /.test(words);

/** A job as a list gives it, or a firm in its place. */
const placed = (person: Present, words: readonly string[]): Present => {
  let { initials, title, firm } = person;
  for (const part of words.map((one) => one.trim())) {
    if (SHORT.test(part) && part[0] === person.name[0]) initials ??= part;
    else if (isFirmLike(part) && /^\p{Lu}/u.test(part) && !IS_JOB.test(part)) firm ??= part;
    else if (part !== '' && !NO_TITLE.test(part)) title ??= part;
  }
  return { ...person, initials, title, firm };
};

const entriesOf = (label: string, body: string): readonly Present[] => {
  const isGuest = GUESTS.test(label);
  const ofAll = isGuest ? (OF_SECTION.exec(label)?.[1] ?? null) : null;
  const list: Present[] = [];
  let isTitled = false;
  for (const entry of body.replace(/\.\s*$/, '').split(ENTRIES)) {
    const named = entry.replace(TITLED, '');
    const found: RegExpExecArray | null =
      PERSON.exec(named) ?? (named !== entry || isTitled ? LAST_NAME.exec(named) : null);
    const name: string = found?.[1] ?? '';
    const whole = found?.[0] ?? '';
    const firm = found?.[2];
    // `Trustees Brackenreed (chair), Nordquist and Ellery`
    isTitled = TITLED.test(entry) ? /^\p{L}+s /u.test(entry) : isTitled && !name.includes(' ');
    const isPerson = name !== '' && !name.split(' ').some((word) => NO_PERSON.has(word) || FIRM_WORDS.has(word));
    const [, bracket = ''] = /\(([^)]*)\)/.exec(entry) ?? [];
    const outside = named.slice(isPerson ? whole.length : 0).replace(/\([^)]*\)?/g, '');
    const former = isPerson
      ? { name, initials: undefined, title: null, firm: firm ?? ofAll, isHost: !isGuest && firm === undefined }
      : list.pop();
    if (former === undefined) continue;
    list.push(placed(former, [...bracket.split(','), outside]));
  }
  // speakers at a conference are of anywhere, unless they are given a job here
  const isAnywhere = /^speakers/i.test(label);
  return list.map((one) => ({
    ...one,
    isHost: one.isHost && one.firm === null && !(isAnywhere && one.title === null),
  }));
};

const LATEST = 12;

/** A list of who is present makes no claims. */
export const isPresentList = ({ plain }: NoteParagraph): boolean => STARTS.test(plain);

/** The people of the list of who is present; empty where a text has none. */
export const presentIn = (paragraphs: readonly NoteParagraph[]): readonly Present[] =>
  paragraphs
    .slice(0, LATEST)
    .flatMap((paragraph, at) => {
      if (!isPresentList(paragraph)) return [];
      if (!paragraph.plain.endsWith(':')) return [paragraph.plain];
      // a line a person
      const below = paragraphs.slice(at + 1);
      const end = below.findIndex(({ kind }) => kind === 'prose');
      const list = below.slice(0, end < 0 ? below.length : end).map(({ plain }) => plain.replace(/^[-*•] /, ''));
      return [`${paragraph.plain} ${list.join('; ')}`];
    })
    .flatMap((plain) => {
      const sections = [...plain.matchAll(SECTION)];
      return sections.flatMap(({ 0: whole, 1: label = '', index }, at) =>
        entriesOf(label, plain.slice(index + whole.length, sections[at + 1]?.index ?? plain.length)),
      );
    });
