import type { KnownNames } from './claim.ts';
import { JOBS, WORD, withoutLead } from './firms.ts';
import { isPersonHere, isPlainName, LINKED_FIRM, lastName, literally } from './person-signs.ts';
import {
  FEMALE_NAMES,
  FIRM_WORDS,
  HONORIFICS,
  isFirstName,
  LAST_NAMES,
  MALE_NAMES,
  NO_PERSON,
  PARTICLES,
} from './words/names.ts';

/** Who can say something in a note. */
export interface Voice {
  /** `group`: analysts, bulls, the consensus: nobody to ask. */
  readonly kind: 'person' | 'firm' | 'group';
  /** Null for a firm or a group. */
  readonly name: string | null;
  readonly firm: string | null;
  readonly title: string | null;
  /** Which pronoun can mean a person, where the first name shows it. */
  readonly pronoun?: 'he' | 'she';
}

const PERSON = new RegExp(String.raw`(?<![\p{L}-])${WORD}(?: (?:(?:${PARTICLES}) )*${WORD}){1,4}`, 'gu');
/** What may stand between a name and the job behind it: `, the firm's chief`. */
const TO_JOB =
  /^(?:,| is| was|, who is|, who was| \(| -+| \u2014) ?(?:an? |the |its |their |our |her |his )?[\p{L}'&. -]{0,60}$/u;
/** `who oversees $9 billion at`, `has run the Tern fund at`. */
const WORKS_AT =
  /^(?:(?: on| in| back| along)?, (?:now |then )?who)? (?:has |had )?(?:is|looks? after|looked after|spent|runs?|ran|manages?|managed|heads?|leads?|oversees?|oversaw|founded|co-founded|works?|joined(?! (?:us )?from)|was|advises|covers|taught|teaches)\b(?:[^.;]|\.\d){0,90}? (?:at|of|for|with|from) (?:the )?$|^(?:, who)? (?:has |had )?(?:runs?|ran|manages?|managed|founded|co-founded|heads?|headed|leads?|led|owns?|chairs?) (?:the )?$/;
/** Where somebody worked before. */
const FORMER =
  /\b(?:(?:joined|came|moved|arrived|hired|recruited|poached)(?: us| over)* from|formerly|previously|lately of|ex-|a former|who (?:left|quit))\b/;
const THEIR_FIRM = /^,? (?:is |was )?the (?:firm|bank|broker|brokerage|fund|company|house|group|manager|boutique)'s\b/;
const personOf = (phrase: string): { readonly name: string; readonly skipped: number } | undefined => {
  const all = phrase.split(' ');
  const words = withoutLead(
    all,
    (word) =>
      NO_PERSON.has(word) ||
      (FIRM_WORDS.has(word) && !isFirstName(word)) ||
      new RegExp(`^(?:${HONORIFICS})$`).test(word),
  );
  if (words.length < 2 || words.length > 4) return undefined;
  if (words.some((word, at) => at > 0 && FIRM_WORDS.has(word) && !LAST_NAMES.test(word))) return undefined;
  return { name: words.join(' '), skipped: all.length - words.length };
};

/** `Over at Tisdale & Rook, Farrar`. */
const OVER_AT = /\bat (?:the )?\p{Lu}[^,.;]{1,40},$/iu;
/** `Goldman Sachs strategists led by`, `at UBS, where strategists including`. */
const OF_TEAM =
  /\b(?:strategists|analysts|economists|team|managers|researchers)\b[^,;.]{0,12}(?:,)? ?(?:led by|including|such as|like) ?$/i;
export const cleanTitle = (title: string): string =>
  title
    .trim()
    .replace(/^(?:an?|the|its|their|our) /i, '')
    .replace(/\s+/g, ' ');

/** The firm that a text gives to somebody where it does not give the name in full, or only for a colleague. */
const laterFirm = (
  { name }: Voice,
  texts: readonly string[],
  people: readonly Voice[],
  firms: readonly string[],
): string | undefined => {
  const full = name ?? '';
  const firm = `(?:the )?(${firms.map(literally).join('|')})(?![\\p{L}])`;
  if (firms.length === 0) return undefined;
  // `says Ms Hallenquist, now chief strategist at Corviston Bank`
  const byLast = new RegExp(
    `${literally(lastName(full))}(?:, (?:now|then|who|the|an?)\\b| (?:manages|runs|heads|leads|oversees|trades)\\b)[^.;":]{3,70} (?:at|for|with) ${firm}`,
    'u',
  );
  // `the fund he runs for Tidewater Capital`, `Her firm, Prairie Wealth`
  const own = new RegExp(
    `(?:\\b(?:[Hh]er|[Hh]is) (?:own )?(?:firm|shop|fund|company|employer|boutique|outfit), |\\b(?:fund|money|portfolio|book|desk) s?he (?:runs|manages|oversees|leads)\\b[^.;]{0,50} (?:for|at) )${firm}`,
    'u',
  );
  const colleague = new RegExp(
    `\\b(?:[Hh]is|[Hh]er|[Yy]our) (?:(?!old |former )[\\p{Ll}-]+ )*colleague,? ${literally(full)}`,
    'u',
  );
  for (const [at, text] of texts.entries()) {
    const later = byLast.exec(text)?.[1];
    if (later !== undefined) return later;
    if (!text.includes(full)) continue;
    const near = texts.slice(at, at + 3).join(' ');
    const others = people.filter((one) => one.name !== name && one.name !== null);
    if (colleague.test(text)) {
      const before = texts.slice(Math.max(0, at - 3), at).join(' ');
      const last = others.toSorted(
        (one, other) => before.lastIndexOf(other.name ?? '') - before.lastIndexOf(one.name ?? ''),
      )[0];
      if (last?.firm && before.includes(last.name ?? '')) return last.firm;
      const employed = others.filter((one) => one.firm !== null);
      if (employed.length === 1) return employed[0]?.firm ?? undefined;
    }
    const behind = near.slice(near.indexOf(full));
    const found = own.exec(behind);
    if (found !== null && !others.some((one) => behind.slice(0, found.index).includes(one.name ?? ''))) return found[1];
  }
  return undefined;
};

/** Puts the people of a note together with their jobs and firms. */
export const peopleIn = (
  texts: readonly string[],
  firms: readonly string[],
  known: KnownNames,
  authors: readonly string[],
): readonly Voice[] => {
  const people = new Map<string, Voice>();
  const longest = [...firms].sort((one, other) => other.length - one.length);
  const firmStarting = (text: string): string | undefined =>
    longest.find((firm) => text.startsWith(firm) && !/^\p{L}/u.test(text.slice(firm.length)));
  const firmEnding = (text: string): string | undefined => longest.find((firm) => text.endsWith(firm));
  const anyFirm =
    firms.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}])(?:${longest.map(literally).join('|')})(?![\\p{L}])`, 'gu');
  const firmsAll = (text: string): readonly string[] =>
    anyFirm === undefined ? [] : [...text.matchAll(anyFirm)].map(([firm]) => firm);
  /** `of the Copperkettle Fund at Wick & Tarnley`: a fund is run by a firm. */
  const firmWithin = (text: string): string | undefined => {
    const [first, second] = firmsAll(text);
    const isOfSecond = second !== undefined && new RegExp(`Fund (?:at|with) (?:the )?${literally(second)}`).test(text);
    return isOfSecond ? second : first;
  };
  const worksAt = (behind: string): string | undefined => {
    const near = behind.slice(0, 150);
    const places = anyFirm === undefined ? [] : [...near.matchAll(anyFirm)];
    const first = places.findIndex(({ index }) => WORKS_AT.test(near.slice(0, index)));
    return first < 0 ? undefined : firmWithin(near.slice(places[first]?.index));
  };
  const whole = texts.join(' ');
  const alone = (word: string): boolean =>
    new RegExp(`(?<!\\p{Lu}[\\p{L}'.&-]* |[\\p{L}-])${literally(word)}(?![\\p{L}-]| (?:& |and )?\\p{Lu})`, 'u').test(
      whole,
    );
  /** People are called by the last word of their names, firms by the first. */
  const isCalledByLast = (name: string): boolean => alone(lastName(name)) && !alone(name.split(' ')[0] ?? '');
  let lastFirm: string | undefined;
  for (const [at, text] of texts.entries()) {
    // `Copperline Investors` is no job
    const places = anyFirm === undefined ? [] : [...text.matchAll(anyFirm)];
    const jobs = [...text.matchAll(JOBS)]
      .map(({ index, 0: job }) => ({ job, from: index, to: index + job.length }))
      .filter(({ from, to }) => !places.some(({ index, 0: firm }) => from < index + firm.length && to > index));
    for (const { index, 0: phrase } of text.matchAll(PERSON)) {
      const found = personOf(phrase);
      if (found === undefined) continue;
      const { name, skipped } = found;
      const to = index + phrase.length;
      const from = to - name.length;
      if (longest.some((firm) => name.endsWith(firm)) || firmStarting(text.slice(from)) !== undefined) continue;
      const behind = text.slice(to);
      const jobBefore = jobs.find((job) => job.to <= from && /^(?:,? | - )$/.test(text.slice(job.to, from)));
      const jobBehind = jobs.find((job) => job.from >= to && TO_JOB.test(text.slice(to, job.from)));
      const job = jobBehind ?? jobBefore;
      const former = people.get(name);
      const linked = LINKED_FIRM.exec(behind);
      const linkedFirm = linked
        ? firmStarting(behind.slice(linked[0].length).replace(/^(?:[\p{Ll}-]+ )+/u, ''))
        : undefined;
      // `Oona Brandvold (Bexhill Capital):`, `Oona Brandvold, Bexhill Capital` alone
      const [opens = ''] = /^(?:, | \()(?:the )?/.exec(behind) ?? [];
      const labelFirm = index === 0 && opens !== '' ? firmStarting(behind.slice(opens.length)) : undefined;
      const isLabel = labelFirm !== undefined && /^\)?(?::|$)/.test(behind.slice(opens.length + labelFirm.length));
      const isLinked =
        ((linkedFirm !== undefined && linked?.[0] !== ' (') || isLabel) &&
        name.split(' ').length <= 3 &&
        isPlainName(name);
      const place = {
        name,
        before: text.slice(0, from),
        behind,
        isFirst: index === 0 && skipped === 0,
        next: texts[at + 1] ?? '',
        job: job?.job,
        isLinked,
      };
      if (former === undefined && !isPersonHere(place) && !(isPlainName(name) && isCalledByLast(name))) continue;
      const isApposed = jobBehind !== undefined || /^(?:, | \(| - | \u2014 )/.test(behind);
      const reach =
        behind
          .slice(jobBehind === undefined ? 0 : Math.max(0, jobBehind.from - to), 170)
          // `Jonty Falk (JF), Ruxandra Ilie (adviser, Mill Row)`: each has a bracket
          .split(FORMER)[0]
          ?.split(/[;:]\s|(?<=[a-z\d)]{3})\.\s|(?<=^ \([^)]*\)),/)[0] ?? '';
      const lead = text
        .slice(Math.max(0, from - 90), jobBefore?.from ?? from)
        .replace(/(?:'s?)? ?(?:own |veteran |longtime |former )?$/, '');
      const firm =
        linkedFirm ??
        (isLabel ? labelFirm : undefined) ??
        (jobBehind === undefined ? undefined : firmWithin(text.slice(to, jobBehind.from))) ??
        firmEnding(lead) ??
        firmEnding(lead.replace(/[\s\u2013\u2014-]+$/, '')) ??
        (OVER_AT.test(lead) ? firmEnding(lead.slice(0, -1)) : undefined) ??
        (OF_TEAM.test(lead) ? firmsAll(lead).at(-1) : undefined) ??
        (THEIR_FIRM.test(behind) ? (firmsAll(text.slice(0, from)).at(-1) ?? lastFirm) : undefined) ??
        (isApposed ? firmWithin(reach) : undefined) ??
        worksAt(behind);
      const title =
        job === undefined
          ? ''
          : cleanTitle(text.slice(jobBehind === undefined ? job.from : Math.max(job.from, to), job.to));
      const knownAs = known.people.find((person) => person.name === name);
      const [first = ''] = name.split(' ');
      const isMale = MALE_NAMES.has(first);
      people.set(name, {
        kind: 'person',
        name,
        firm: former?.firm ?? firm ?? knownAs?.firm ?? null,
        title: former?.title ?? (title !== '' ? title : (knownAs?.title ?? null)),
        ...(isMale !== FEMALE_NAMES.has(first) && { pronoun: isMale ? 'he' : 'she' }),
      });
    }
    lastFirm = firmsAll(text).findLast((one) => !/ (?:Strategy|Fund|Portfolio|ETF)$/.test(one)) ?? lastFirm;
  }
  for (const person of people.values()) {
    const firm = person.firm ?? laterFirm(person, texts, [...people.values()], longest);
    if (firm !== undefined) people.set(person.name ?? '', { ...person, firm });
  }
  for (const { name, firm, title } of known.people) {
    if (!people.has(name) && name.includes(' ') && texts.some((text) => text.includes(name)))
      people.set(name, { kind: 'person', name, firm, title: title ?? null });
  }
  for (const name of authors) {
    const [first = ''] = name.split(' ');
    const isMale = MALE_NAMES.has(first);
    if (!people.has(name) && name.includes(' '))
      people.set(name, {
        ...{ kind: 'person', name, firm: null, title: null },
        ...(isMale !== FEMALE_NAMES.has(first) && { pronoun: isMale ? 'he' : 'she' }),
      });
  }
  return [...people.values()];
};
