import type { KnownNames } from './claim.ts';
import { cleanTitle, type Voice } from './people.ts';
import { lastName } from './person-signs.ts';
import { compiled, FIRM_WORDS, HONORIFICS, isFirstName, JOB, NO_PERSON, RELATION, SAYING } from './words/names.ts';

/** People whom a note never names in full. */

const NAME = String.raw`(\p{Lu}\p{Ll}[\p{L}'-]+)`;
/** Where a capitalised word is by itself. */
const ALONE = String.raw`(?<![\p{L}.'-] ?)(?<!\p{Lu}[\p{L}.'-]* )${NAME}`;
/** Each finds a name first and, where it can, the job. */
const SIGNS: readonly RegExp[] = [
  // `Okafor, a strategist`
  new RegExp(
    String.raw`${ALONE}, ((?:an? |the |its |our )?(?:[\p{Ll}-]+ ){0,3}(?:[Ss]trategist|[Ee]conomist|[Aa]nalyst|[Mm]anager|[Oo]fficer|[Hh]ead|[Ss]trategy|[Pp]artner|[Dd]irector))\b`,
    'gu',
  ),
  // `Mr. Okafor`, `Trustees Okafor (chair)`
  new RegExp(String.raw`(?<=\b(?:${HONORIFICS})\.? )${NAME}(?! \p{Lu})(?: \(([^)]{3,60})\))?`, 'gu'),
  // `Okafor on our desk`
  new RegExp(String.raw`${ALONE}(?=,? (?:on|from|in|over on) (?:the|our) (?:[\p{L}-]+ ){0,2}(?:desk|team)\b)`, 'gu'),
  // `@macroMolly`
  /(?<=(?<![\p{L}\d.])@)(\p{L}\w{2,})/gu,
  // `Okafor and Berg (2021)`, who are cited
  /(\p{Lu}\p{Ll}[\p{L}'-]+(?:,? (?:and|&) \p{Lu}\p{Ll}[\p{L}'-]+| et al\.?)?)(?= \((?:19|20)\d\d[a-z]?\))/gu,
  // `my sister Dot`
  new RegExp(
    String.raw`(?<=\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:[\p{Ll}-]+ ){0,2}(?:${RELATION}),? )${NAME}(?! \p{Lu})`,
    'gu',
  ),
];
/** `Wilhelmina "Billie" Crane`, whom the text calls Billie. */
const NICKNAMED = /(?<![\p{L}-])\p{Lu}[\p{L}-]+ ["'(](\p{Lu}\p{Ll}+)["')] (\p{Lu}[\p{L}'-]+)/gu;
const IS_JOB = new RegExp(JOB, 'i');

/** `Tomasz pushed back`: a first name that speaks. */
const FIRST_NAME = compiled(new RegExp(String.raw`${ALONE} (?:${SAYING})\b`, 'gu'));

/** The people of a note whom it names by one name only. */
export const shortNamesIn = (
  texts: readonly string[],
  inFull: readonly Voice[],
  firms: readonly string[],
  known: KnownNames,
): readonly Voice[] => {
  const people = new Map<string, Voice>();
  const taken = new Set(inFull.flatMap(({ name }) => name?.split(' ') ?? []));
  const ofFirms = new Set(firms.flatMap((firm) => firm.split(' ')));
  const longest = [...firms].sort((one, other) => other.length - one.length);
  for (const sign of SIGNS) {
    for (const text of texts) {
      for (const { 0: whole, 1: name = '', 2: job = '', index } of text.matchAll(sign)) {
        if (NO_PERSON.has(name) || FIRM_WORDS.has(name) || taken.has(name) || ofFirms.has(name)) continue;
        const person = known.people.find((one) => lastName(one.name) === name);
        if (person !== undefined) {
          people.set(person.name, {
            kind: 'person',
            name: person.name,
            firm: person.firm,
            title: person.title ?? null,
          });
          continue;
        }
        const title = IS_JOB.test(job) ? cleanTitle(job) : null;
        const near = text.slice(index + whole.length).split(/[,.;]\s/)[0] ?? '';
        const firm = title === null ? null : (longest.find((one) => near.includes(one)) ?? null);
        const former = people.get(name);
        people.set(name, { kind: 'person', name, firm: former?.firm ?? firm, title: former?.title ?? title });
      }
    }
  }
  for (const text of texts) {
    for (const [, name = ''] of text.matchAll(FIRST_NAME)) {
      // `Toby` for Tobias Renwick
      const isShort = [...taken].some((other) => other.startsWith(name.slice(0, 3)));
      if (isFirstName(name) && !NO_PERSON.has(name) && !isShort && !ofFirms.has(name) && !people.has(name))
        people.set(name, { kind: 'person', name, firm: null, title: null });
    }
    for (const [, called = '', last = ''] of text.matchAll(NICKNAMED)) {
      const name = `${called} ${last}`;
      if (!taken.has(last) && !FIRM_WORDS.has(last))
        people.set(name, { kind: 'person', name, firm: null, title: null });
    }
  }
  return [...people.values()];
};
