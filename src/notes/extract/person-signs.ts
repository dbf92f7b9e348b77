import { bare, wordsOf } from './firms.ts';
import {
  caseless,
  FIRM_WORDS,
  HOLDING,
  HONORIFICS,
  isFirstName,
  NO_PERSON,
  PARTICLES,
  RELATION,
  SAYING,
} from './words/names.ts';

/** Names of people, and what shows that capitalised words are one. */

export const literally = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word[0])
    .join('');

/** What a name can be shortened to: `MOV`, `MO` or `MV` for Marguerite Oyelaran-Voss, `JD` for Jane Q. Doe; lower case. */
export const shortForms = (name: string): readonly string[] => {
  const words = name.toLowerCase().replace(/\./g, '').split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const ends = last.split('-').map((part) => `${first[0] ?? ''}${part[0] ?? ''}`);
  return [initials(words.join(' ')), initials(words.join(' ').replaceAll('-', ' ')), ...ends].filter(
    ({ length }) => length >= 2,
  );
};

export const lastName = (name: string): string => {
  const words = name.split(' ').filter((word) => !/^(?:Jr|Sr|II|III|CFA)\.?$/.test(word));
  const particle = words.findIndex((word, at) => at > 0 && new RegExp(`^(?:${PARTICLES})$`).test(word));
  return particle > 0 ? words.slice(particle).join(' ') : (words.at(-1) ?? name);
};

const TITLED = new RegExp(`\\b(?:${HONORIFICS})\\.? $`);
const SAYS_BEHIND = caseless(
  String.raw`^(?:,[^,]{0,120},)? (?:also |has |have |had |still |then |now |later |recently )?(?:${SAYING})\b`,
);
const SAYS_BEFORE =
  /(?:\b(?:said|says|wrote|writes|asked|argues|argued|added|adds|according to|told|by|with|thanks|welcome),? |^\W*|^By |^From:? )$/iu;
export const LINKED_FIRM =
  /^(?:'s)?,? (?:over |up |down |out )?(?:of|at|from|with) (?=(?:the )?(?:[\p{Ll}-]+ ){0,3}\p{Lu})|^ \(|^, (?:now |then |late )?(?:of|at|from) /u;
const SPEAKS = /^(?: \([^)]*\))?:|^, [^:."]{2,60}: ["']/;
const INTRODUCED = /(?:such as|like|including|is|sits|stands|are|comes|there's|meet|from) $/i;

const VERB_NEAR = caseless(String.raw`^ (?:of|at|from) [^.;]{2,60}\b(?:${SAYING})\b`);

/** `Brandvold, no, she isn't`; `Weatherby, who runs one of our holdings`. */
const WHO_BEHIND = /^(?: on| in| back| along)?, (?:who|whose)\b/;
const TAKEN_UP_BEHIND = /^, [^.;"]{0,40}\b(?:he|she)\b/;
/** `Ingeborg Sayle taught finance. She`. */
const BEHIND_DASH = /["'] ?[-\u2013\u2014]+ ?$/;
const HAS_SUBJECT = caseless(`^(?:,[^,]{0,80},)? (?:${SAYING}|${HOLDING}|is|was|has|had|argu)\\b`);
const LIST_OF_PEOPLE =
  /^\W*(?:(?:co-?)?hosts?|guests?|panell?ists?|participants?|speakers?|present|attendees|attending|moderators?|(?:the )?cast|on the call|in the room|with|(?:the |our )?(?:bulls?|bears?|optimist|pessimist|case for|case against|for|against|pro|con|yes|no))\b[^:]{0,20}:[^.]*$|\b(?:Hosts?|Guests?|Moderator): ?[^.]*$/i;
/** `My friend Balthazar Quince`, `Lucius Penn on the credit desk`. */
const RELATED = new RegExp(`\\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:[\\p{Ll}-]+ )?(?:${RELATION}),? $`, 'u');
const ON_DESK = /^,? (?:on|from|in) (?:the|our) [^,.;]{2,30}(?:desk|team)\b/;
/** `"It is a trap," said the manager`: who stands before it is one. */
const SAID_BY_JOB = /^"[^"]+" (?:said|says|added|argued|wrote|asked) the \p{Ll}/u;
const DOES = /^ \p{Ll}+(?:s|ed|t|ew|id|an) /u;
const TAKEN_UP = /^["']?(?:But |And |Yet |When )?(?:She|He|Her|His|she|he)\b/;
const OF_PERSON = /\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+ (?:of|at|from|with) (?:the )?$/u;

/** Capitalised words, and what stands around them. */
interface Place {
  readonly name: string;
  readonly before: string;
  readonly behind: string;
  readonly isFirst: boolean;
  /** The sentence behind. */
  readonly next: string;
  /** The job that the words around give. */
  readonly job: string | undefined;
  /** A firm of the note stands directly behind, linked to the name. */
  readonly isLinked: boolean;
}

/** How surely the words around two or more capitalised words make them a person. */
export const isPersonHere = ({ name, before, behind, isFirst, next, job, isLinked }: Place): boolean => {
  const [first = ''] = name.split(' ');
  const hasFirstName = isFirstName(first) || /^\p{Lu}\./u.test(first);
  const isMarket = wordsOf(name)
    .slice(1)
    .some((word) => NO_PERSON.has(bare(word)));
  if (job !== undefined || TITLED.test(before)) return hasFirstName || !isMarket;
  if (SPEAKS.test(behind) && before.trim() === '')
    return hasFirstName || (!isMarket && (isLinked || /: ["']/.test(behind.slice(0, 70))));
  if (BEHIND_DASH.test(before) || RELATED.test(before) || ON_DESK.test(behind)) return !isMarket;
  // `Coldbrook's Matthijs Oort has been`, `Hesper Quill <hq@tallow.example>`
  if (isPlainName(name) && ((/\p{L}'s? $/u.test(before) && HAS_SUBJECT.test(behind)) || /^ <[^>]*@/.test(behind)))
    return true;
  if (isPlainName(name) && LIST_OF_PEOPLE.test(before)) return true;
  // `Bettany Crowle (BC)`
  if (behind.startsWith(` (${initials(name)})`) && isPlainName(name)) return true;
  if (isPlainName(name) && SAID_BY_JOB.test(next) && !behind.includes('"')) return true;
  if (isFirst && isPlainName(name) && DOES.test(behind) && TAKEN_UP.test(next)) return true;
  // `Freund of Arbor Ninth says`: the second is where the first works
  if (!hasFirstName && OF_PERSON.test(before)) return false;
  if (isLinked || (isPlainName(name) && (WHO_BEHIND.test(behind) || TAKEN_UP_BEHIND.test(behind)))) return !isMarket;
  if (INTRODUCED.test(before) && /^(?:,| of | at )/.test(behind)) return !isMarket;
  if (SAYS_BEHIND.test(behind) || SAYS_BEFORE.test(before)) return hasFirstName || (!isMarket && !isFirst);
  if (LINKED_FIRM.test(behind)) return !isMarket && (hasFirstName || (!isFirst && VERB_NEAR.test(behind)));
  return hasFirstName && !isMarket;
};

export const isPlainName = (name: string): boolean =>
  name.split(' ').every((word) => !NO_PERSON.has(word) && !FIRM_WORDS.has(word));
