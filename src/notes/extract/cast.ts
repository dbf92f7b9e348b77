import type { KnownNames } from './claim.ts';
import { firmsIn, shortFirm } from './firms.ts';
import { peopleIn, type Voice } from './people.ts';
import { initials, lastName, literally, shortForms } from './person-signs.ts';
import type { Present } from './present.ts';
import type { Sentence } from './sentences.ts';
import { shortNamesIn } from './short-names.ts';
import { FIRM_WORDS, HONORIFICS, KNOWN_FIRMS, NO_PERSON, OFFICIALS } from './words/names.ts';

/** A place where a note names a voice. */
export interface Mention {
  readonly voice: Voice;
  readonly from: number;
  readonly to: number;
}

/** Who is in a note. */
export interface Cast {
  /** Where a text names them, in its order, the longest name where several begin. */
  readonly mentionsIn: (plain: string) => readonly Mention[];
  readonly people: readonly Voice[];
  readonly firmNamed: (name: string) => string;
  /** The person that a label or a byline names: in full, by the last or first name, or by initials, in any case. */
  readonly personCalled: (label: string) => Voice | undefined;
}

const SAME_FIRMS: ReadonlyMap<string, string> = new Map([
  ['BofA', 'Bank of America'],
  ['BofA Securities', 'Bank of America'],
  ['JP Morgan', 'JPMorgan'],
  ['J.P. Morgan', 'JPMorgan'],
]);

const RELEASE = /^\W*(?:for immediate release|(?:press|news|media) release)\b/i;
const TITLED = new RegExp(`^(?:${HONORIFICS}) `, 'i');

/** With what a list of who is present says of them. */
const withPresent = (people: readonly Voice[], present: readonly Present[], house: string | null): readonly Voice[] => {
  const joined = new Map(people.map((person) => [person.name ?? '', person]));
  for (const { name, title, firm, isHost } of present) {
    const own = firm ?? (isHost ? house : null);
    const former = joined.get(name) ?? { kind: 'person', name, firm: null, title: null };
    joined.set(name, { ...former, firm: own ?? former.firm, title: title ?? former.title });
  }
  return [...joined.values()];
};

/**
 * Reads who is in a note.
 *
 * @param authors people, whatever their names
 * @param present who a list says is there
 * @param house whose text it is
 */
export const castOf = (
  sentences: readonly Sentence[],
  lines: readonly string[],
  known: KnownNames,
  authors: readonly string[],
  present: readonly Present[],
  house: string | null,
): Cast => {
  const texts = [...lines, ...sentences.map(({ plain }) => plain)];
  const found = firmsIn(texts, [...KNOWN_FIRMS, ...known.firms, ...present.flatMap(({ firm }) => firm ?? [])]);
  const isJoined = (firm: string): boolean => {
    const parts = firm.split(/,? and |, /);
    return (
      parts.length > 1 &&
      parts.every(
        (part) =>
          KNOWN_FIRMS.includes(part) || found.has(part) || KNOWN_FIRMS.includes(part.replace(/ \p{Lu}\p{L}+$/u, '')),
      )
    );
  };
  // a short name of a longer one is that firm
  const isShort = (firm: string): boolean =>
    !KNOWN_FIRMS.includes(firm) &&
    !known.firms.includes(firm) &&
    [...found].some((other) => other !== firm && shortFirm(other) === firm);
  const firms = [...found].filter((firm) => !isJoined(firm) && !isShort(firm));
  // a release is of a house and of its people
  const isRelease = house !== null && lines.some((line) => RELEASE.test(line));
  const inFull = withPresent(peopleIn(texts, firms, known, authors), present, house).map((person) =>
    isRelease ? { ...person, firm: person.firm ?? house } : person,
  );
  const people = [...inFull, ...shortNamesIn(texts, inFull, firms, known)];
  const byName = new Map<string, Voice>();
  const add = (name: string, voice: Voice): void => void (byName.has(name) || byName.set(name, voice));
  for (const person of people) add(person.name ?? '', person);
  const wholeOf = (firm: string): string =>
    firms.find((other) => other.startsWith(`${firm} `)) ?? SAME_FIRMS.get(firm) ?? firm;
  for (const firm of firms) add(firm, { kind: 'firm', name: null, firm: wholeOf(firm), title: null });
  for (const person of people) {
    const last = lastName(person.name ?? '');
    if (!NO_PERSON.has(last) && !FIRM_WORDS.has(last)) add(last, person);
    else for (const form of ['Mr.', 'Ms.', 'Mrs.', 'Dr.']) add(`${form} ${last}`, person);
  }
  for (const firm of firms) {
    const short = shortFirm(firm);
    if (short !== undefined) add(short, { kind: 'firm', name: null, firm, title: null });
  }
  const whole = texts.join('\n');
  for (const person of people) {
    const [, short = ''] = new RegExp(`${literally(person.name ?? '')} \\((\\p{Lu}{2,4})\\)`, 'u').exec(whole) ?? [];
    if (short !== '' && short === initials(person.name ?? '')) add(short, person);
  }
  for (const { name, initials: short } of present) {
    const person = people.find((one) => one.name === name);
    if (short !== undefined && person !== undefined) add(short, person);
  }
  for (const official of OFFICIALS) add(official, { kind: 'person', name: official, firm: null, title: null });
  const longestFirst = [...byName.keys()]
    .filter((name) => name.length > 1)
    .sort((one, other) => other.length - one.length);
  // `Greg wasn't having it`: a first name that is one person's, and no other name's beginning
  const firstNames = people.flatMap((person) => {
    const [first = '', ...rest] = (person.name ?? '').split(' ');
    const isTheirs = people.every(({ name }) => name === person.name || !name?.split(' ').includes(first));
    if (rest.length === 0 || first.length < 3 || byName.has(first) || NO_PERSON.has(first) || !isTheirs) return [];
    byName.set(first, person);
    return [first];
  });
  const names = [
    ...longestFirst.map(literally),
    ...firstNames.map((first) => `(?<!\\p{Lu}[\\p{L}.'-]* )${literally(first)}(?! \\p{Lu}\\p{Ll})`),
  ];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return {
    people,
    firmNamed: (name) => byName.get(name)?.firm ?? name,
    mentionsIn: (plain) =>
      [...plain.matchAll(pattern)].flatMap(({ index, 0: name }) => {
        const voice = byName.get(name);
        return voice === undefined ? [] : [{ voice, from: index, to: index + name.length }];
      }),
    personCalled: (label) => {
      const said = label.toLowerCase().replace(/[.*_]/g, '').replace(TITLED, '').trim();
      const inFull = people.find(({ name }) => {
        const full = (name ?? '').toLowerCase();
        return (
          said === full ||
          said.startsWith(`${full} `) ||
          said.startsWith(`${full},`) ||
          said === lastName(full) ||
          said === full.split(' ')[0]
        );
      });
      return inFull ?? people.find(({ name }) => shortForms(name ?? '').includes(said));
    },
  };
};
