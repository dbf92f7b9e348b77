import type { KnownNames } from './claim.ts';
import type { Sentence } from './sentences.ts';
import {
  FEMALE_NAMES,
  FIRM_WORDS,
  isFirstName,
  JOB,
  KNOWN_FIRMS,
  MALE_NAMES,
  NO_PERSON,
  OFFICIALS,
  PARTICLES,
  SAYING,
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

const WORD = String.raw`(?:(?=\p{Lu}[\p{L}'-]*\p{Ll})\p{Lu}(?:(?!'s\b)[\p{L}'-])*|\p{Lu}\.(?:-?\p{Lu}\.)*)`;
const CAPITALS = String.raw`(?:\p{Lu}[\p{Lu}\d&]+(?!\p{Ll}))`;
const PERSON = new RegExp(String.raw`(?<![\p{L}-])${WORD}(?: (?:(?:${PARTICLES}) )*${WORD}){1,4}`, 'gu');
const FIRM = String.raw`(?:${WORD}|${CAPITALS})(?:,? (?:&|(?:of|and|for)(?= \p{Lu})|${WORD}|${CAPITALS}))*`;
const FIRMS = new RegExp(String.raw`(?<![\p{L}-])${FIRM}`, 'gu');
const JOBS = new RegExp(JOB, 'giu');
const TEAMS = /\b(?:team|desk|colleagues?|analysts|strategists|economists|researchers|group)\b/giu;
/** Directly behind a job or a team: `at the broker Wexley & Lane`. */
const AT_FIRM = new RegExp(
  String.raw`^(?:,| \([^)]*\))? (?:at|with|from|for|of) (?:the )?(?:[a-z-]+ (?:firm|broker|brokerage|bank|manager|boutique|shop|house) )?(${FIRM})`,
  'u',
);
/** Directly behind a firm: `'s small-cap research`. */
const OF_FIRM = new RegExp(
  String.raw`^'s? (?:(?:own|latest|new|house|in-house|research|strategy|equity|small-cap|us|u\.s\.|quant(?:itative)?|global|macro|chief|head|senior) )*(?:${JOB}|team|desk|analysts|strategists|economists|researchers|house view|research|investment committee)\b`,
  'iu',
);

/** Case matters in names, not in the words around them: the patterns above ignore it, this does not. */
const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name) && /\p{Lu}[\p{L}.&'-]*$/u.test(name);

const wordsOf = (name: string): readonly string[] => name.split(/,? /);
const bare = (word: string): string => word.replace(/[.,']+$/, '');

/** A name without the words of a sentence or a title that stand before it. */
const withoutLead = (words: readonly string[], isLead: (word: string) => boolean): readonly string[] => {
  const first = words.findIndex((word) => !isLead(bare(word)));
  return first < 0 ? [] : words.slice(first);
};

const GENERIC_FIRM =
  /^(?:the|a|an|our|investment|wall|main|small|large|us|u\.s|equity|wealth|research|capital|market|markets|asset|strategy|global|value|growth|quality|cash|index|value|momentum)$/i;
/** Ends of capitalised phrases that only look like firms. */
const NO_FIRM =
  /(?:^|\s)(?:Street|Markets?|Index|Equities|Equity|Strategy|Value|Investors?|Banks?|Fund|Funds|Capital|Data|Global|Research|Review|Reserve|Company|Research|Assets?|Times|Investments?|Management|Financials?|Credit|Insurance|Trust|Macro|Quant|News|Outlook|Weekly|Daily|Monthly|Quarterly)$/;

/** `Raj Patel of Kestrel Securities` is a person at a firm; `Bank of America` is a firm. */
const partsOfPhrase = (phrase: string): readonly string[] => {
  const [first = '', ...rest] = phrase.split(/ (?:of|for|and|,) (?=\p{Lu})/u);
  if (rest.length === 0) return [phrase];
  const [word = ''] = first.split(' ');
  return isFirstName(word) && !FIRM_WORDS.has(bare(first.split(' ').at(-1) ?? '')) ? [...rest] : [phrase];
};

const firmOf = (phrase: string): string | undefined => {
  const all = wordsOf(phrase);
  const words = withoutLead(all, (word) =>
    /^(?:The|A|An|At|In|By|For|From|Of|And|But|With|As|On|To|Our|Its|Their|His|Her|While|When|If|Even|Meanwhile|Former|Both|Like|Unlike|Chief|Head|Senior|Mr|Ms|Mrs|Dr)$/.test(
      word,
    ),
  );
  const name = words.join(' ').replace(/'+$/, '');
  if (words.length < 2 || words.length > 6) return undefined;
  if (!words.some((word, at) => at > 0 && FIRM_WORDS.has(bare(word)))) return undefined;
  if (!FIRM_WORDS.has(bare(words.at(-1) ?? ''))) return undefined;
  // `Wall Street`, `Small Cap Value Fund`: words of the market throughout
  const own = words.filter(
    (word) => !FIRM_WORDS.has(bare(word)) && !NO_PERSON.has(bare(word)) && !/^(?:&|of|and|for)$/.test(word),
  );
  if (own.length === 0 && NO_FIRM.test(name)) return undefined;
  return own.length > 0 ? name : undefined;
};

/** Firms that a note names, by ending, by a job there, or because everybody knows them. */
const firmsIn = (texts: readonly string[], known: readonly string[]): ReadonlySet<string> => {
  const firms = new Set<string>();
  for (const text of texts) {
    for (const [phrase] of text.matchAll(FIRMS)) {
      for (const part of partsOfPhrase(phrase)) {
        const firm = firmOf(part);
        if (firm !== undefined) firms.add(firm);
      }
    }
    const jobs = [...text.matchAll(JOBS), ...text.matchAll(TEAMS)];
    const phrases = [
      ...jobs.map(({ index, 0: job }) => AT_FIRM.exec(text.slice(index + job.length))?.[1] ?? ''),
      ...[...text.matchAll(FIRMS)]
        .filter(({ index, 0: phrase }) => OF_FIRM.test(text.slice(index + phrase.length, index + phrase.length + 120)))
        .map(([phrase]) => phrase),
    ];
    for (const phrase of phrases.flatMap(partsOfPhrase)) {
      const name = withoutLead(wordsOf(phrase), (word) => /^(?:the|a|an)$/i.test(word))
        .join(' ')
        .replace(/[.,]+$/, '');
      const words = name.split(' ');
      const isPerson = isFirstName(words[0] ?? '') && words.length <= 3 && !FIRM_WORDS.has(words.at(-1) ?? '');
      if (isCapital(name) && !isPerson && !words.every((word) => NO_PERSON.has(word))) firms.add(name);
    }
    for (const name of known) if (text.includes(name)) firms.add(name);
  }
  return firms;
};

const TITLED = /\b(?:Mr|Ms|Mrs|Dr|Prof|Sir|Professor)\.? $/;
/** What may stand between a name and the job behind it: `, the firm's chief`. */
const TO_JOB =
  /^(?:,| is| was|, who is|, who was| \(| -+| \u2014) ?(?:an? |the |its |their |our |her |his )?[\p{L}'&. -]{0,60}$/u;
/** A person by the last name alone: `Okafor, a strategist`, `Mr. Okafor`. */
const SINGLE =
  /(?<![\p{L}.'-] ?)(?<!\p{Lu}[\p{L}.'-]* )(\p{Lu}\p{Ll}[\p{L}'-]+), (?:an? |the |its |our )?(?:[\p{Ll}-]+ ){0,3}(?:[Ss]trategist|[Ee]conomist|[Aa]nalyst|[Mm]anager|[Oo]fficer|[Hh]ead|[Ss]trategy|[Pp]artner|[Dd]irector)\b|(?<=\b(?:Mr|Ms|Mrs|Dr)\.? )(\p{Lu}\p{Ll}[\p{L}'-]+)(?! \p{Lu})/gu;
const SAYS_BEHIND = new RegExp(
  String.raw`^(?:,[^,]{0,120},)? (?:also |has |have |had |still |then |now |later |recently )?(?:${SAYING})\b`,
  'iu',
);
const SAYS_BEFORE =
  /(?:\b(?:said|says|wrote|writes|asked|argues|argued|added|adds|according to|told|by|with|thanks|welcome),? |^\W*|^By )$/iu;
const LINKED_FIRM = /^(?:'s)? (?:of|at|from|with) |^ \(|^, (?:of|at|from) /;
const SPEAKS = /^(?: \([^)]*\))?:/;

interface Place {
  readonly name: string;
  readonly before: string;
  readonly behind: string;
  readonly isFirst: boolean;
  /** The job that the words around give. */
  readonly job: string | undefined;
}

/** How surely the words around two or more capitalised words make them a person. */
const isPersonHere = ({ name, before, behind, isFirst, job }: Place): boolean => {
  const [first = ''] = name.split(' ');
  const hasFirstName = isFirstName(first) || /^\p{Lu}\./u.test(first);
  const isMarket = wordsOf(name)
    .slice(1)
    .some((word) => NO_PERSON.has(bare(word)));
  if (job !== undefined || TITLED.test(before)) return hasFirstName || !isMarket;
  if (SPEAKS.test(behind) && before.trim() === '') return hasFirstName;
  if (SAYS_BEHIND.test(behind) || SAYS_BEFORE.test(before)) return hasFirstName || (!isMarket && !isFirst);
  if (LINKED_FIRM.test(behind)) return hasFirstName && !isMarket;
  return hasFirstName && !isMarket;
};

const personOf = (phrase: string): { readonly name: string; readonly skipped: number } | undefined => {
  const all = phrase.split(' ');
  const words = withoutLead(
    all,
    (word) =>
      NO_PERSON.has(word) || (FIRM_WORDS.has(word) && !isFirstName(word)) || /^(?:Mr|Ms|Mrs|Dr|Prof|Sir)$/.test(word),
  );
  if (words.length < 2 || words.length > 4) return undefined;
  if (
    words.some(
      (word, at) =>
        at > 0 && FIRM_WORDS.has(word) && !/^(?:Street|Banks|Post|Stanley|Lynch|Chase|Templeton)$/.test(word),
    )
  )
    return undefined;
  return { name: words.join(' '), skipped: all.length - words.length };
};

/** `Goldman Sachs strategists led by`, `at UBS, where strategists including`. */
const OF_TEAM =
  /\b(?:strategists|analysts|economists|team|managers|researchers)\b[^,;.]{0,12}(?:,)? ?(?:led by|including|such as|like) ?$/i;
const clean = (title: string): string =>
  title
    .trim()
    .replace(/^(?:an?|the|its|their|our) /i, '')
    .replace(/\s+/g, ' ');

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const lastName = (name: string): string => {
  const words = name.split(' ').filter((word) => !/^(?:Jr|Sr|II|III|CFA)\.?$/.test(word));
  const particle = words.findIndex((word, at) => at > 0 && new RegExp(`^(?:${PARTICLES})$`).test(word));
  return particle > 0 ? words.slice(particle).join(' ') : (words.at(-1) ?? name);
};

/** Puts the people of a note together with their jobs and firms. */
const peopleIn = (texts: readonly string[], firms: readonly string[], known: KnownNames): readonly Voice[] => {
  const people = new Map<string, Voice>();
  const longest = [...firms].sort((one, other) => other.length - one.length);
  const firmStarting = (text: string): string | undefined =>
    longest.find((firm) => text.startsWith(firm) && !/^\p{L}/u.test(text.slice(firm.length)));
  const firmEnding = (text: string): string | undefined => longest.find((firm) => text.endsWith(firm));
  const anyFirm =
    firms.length === 0 ? undefined : new RegExp(`(?<![\\p{L}])(?:${longest.map(escaped).join('|')})(?![\\p{L}])`, 'u');
  const firmsAll = (text: string): readonly string[] =>
    anyFirm === undefined ? [] : [...text.matchAll(new RegExp(anyFirm, 'gu'))].map(([firm]) => firm);
  const firmWithin = (text: string): string | undefined => anyFirm?.exec(text)?.[0];
  for (const text of texts) {
    const jobs = [...text.matchAll(JOBS)].map(({ index, 0: job }) => ({ job, from: index, to: index + job.length }));
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
      const place = { name, before: text.slice(0, from), behind, isFirst: index === 0 && skipped === 0, job: job?.job };
      if (former === undefined && !isPersonHere(place)) continue;
      const linked = LINKED_FIRM.exec(behind);
      const isApposed = jobBehind !== undefined || /^(?:, | \(| - | \u2014 )/.test(behind);
      const reach =
        behind
          .slice(jobBehind === undefined ? 0 : Math.max(0, jobBehind.from - to), 170)
          .split(/[;:]\s|(?<=[a-z\d)]{3})\.\s/)[0] ?? '';
      const lead = text
        .slice(Math.max(0, from - 90), jobBefore?.from ?? from)
        .replace(/(?:'s?)? ?(?:own |veteran |longtime |former )?$/, '');
      const firm =
        (linked ? firmStarting(behind.slice(linked[0].length).replace(/^the /, '')) : undefined) ??
        (jobBehind === undefined ? undefined : firmWithin(text.slice(to, jobBehind.from))) ??
        firmEnding(lead) ??
        (OF_TEAM.test(lead) ? firmsAll(lead).at(-1) : undefined) ??
        (isApposed ? firmWithin(reach) : undefined);
      const title =
        job === undefined ? '' : clean(text.slice(jobBehind === undefined ? job.from : Math.max(job.from, to), job.to));
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
  }
  const lastNames = new Set([...people.keys()].flatMap((name) => name.split(' ').slice(1)));
  for (const text of texts) {
    for (const { 0: whole, 1: apposed, 2: titled, index } of text.matchAll(SINGLE)) {
      const name = apposed ?? titled ?? '';
      if (NO_PERSON.has(name) || FIRM_WORDS.has(name) || lastNames.has(name) || people.has(name)) continue;
      if (longest.some((firm) => firm.split(' ').includes(name))) continue;
      const person = known.people.find((one) => lastName(one.name) === name);
      if (person !== undefined) {
        people.set(person.name, { kind: 'person', name: person.name, firm: person.firm, title: person.title ?? null });
        continue;
      }
      const title = clean(/,\s(.*)$/.exec(whole)?.[1] ?? '');
      const firm = firmWithin(text.slice(index + whole.length).split(/[,.;]\s/)[0] ?? '') ?? null;
      people.set(name, { kind: 'person', name, firm, title: title === '' ? null : title });
    }
  }
  for (const { name, firm, title } of known.people) {
    if (!people.has(name) && name.includes(' ') && texts.some((text) => text.includes(name)))
      people.set(name, { kind: 'person', name, firm, title: title ?? null });
  }
  return [...people.values()];
};

/** `Harborline` for Harborline Capital, `RBC` for RBC Capital Markets: the words before the firm's generic ones. */
const shortFirm = (firm: string): string | undefined => {
  const words = firm.split(' ');
  const at = words.findIndex((word) => FIRM_WORDS.has(bare(word)));
  const short = words
    .slice(0, at)
    .join(' ')
    .replace(/ (?:&|and|of)$/, '');
  if (at <= 0 || short === '' || NO_PERSON.has(short) || GENERIC_FIRM.test(short) || isFirstName(short))
    return undefined;
  return short.split(' ').every((word) => NO_PERSON.has(word)) ? undefined : short;
};

/** Reads who is in a note. */
export const castOf = (sentences: readonly Sentence[], lines: readonly string[], known: KnownNames): Cast => {
  const texts = [...lines, ...sentences.map(({ plain }) => plain)];
  const found = firmsIn(texts, [...KNOWN_FIRMS, ...known.firms]);
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
  const people = peopleIn(texts, firms, known);
  const byName = new Map<string, Voice>();
  const add = (name: string, voice: Voice): void => void (byName.has(name) || byName.set(name, voice));
  for (const person of people) add(person.name ?? '', person);
  for (const firm of firms) add(firm, { kind: 'firm', name: null, firm, title: null });
  for (const person of people) {
    const last = lastName(person.name ?? '');
    if (!NO_PERSON.has(last) && !FIRM_WORDS.has(last)) add(last, person);
    else for (const form of ['Mr.', 'Ms.', 'Mrs.', 'Dr.']) add(`${form} ${last}`, person);
  }
  for (const firm of firms) {
    const short = shortFirm(firm);
    if (short !== undefined) add(short, { kind: 'firm', name: null, firm, title: null });
  }
  for (const official of OFFICIALS) add(official, { kind: 'person', name: official, firm: null, title: null });
  const names = [...byName.keys()].filter((name) => name.length > 1).sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const initials = (name: string): string =>
    name
      .split(' ')
      .map((word) => word[0])
      .join('');
  return {
    people,
    firmNamed: (name) => byName.get(name)?.firm ?? name,
    mentionsIn: (plain) =>
      [...plain.matchAll(pattern)].flatMap(({ index, 0: name }) => {
        const voice = byName.get(name);
        return voice === undefined ? [] : [{ voice, from: index, to: index + name.length }];
      }),
    personCalled: (label) => {
      const said = label.toLowerCase().replace(/[.*_]/g, '').trim();
      return people.find(({ name }) => {
        const full = (name ?? '').toLowerCase();
        return (
          said === full ||
          said.startsWith(`${full} `) ||
          said.startsWith(`${full},`) ||
          said === lastName(full) ||
          said === full.split(' ')[0] ||
          (said.length >= 2 && said === initials(full).replace(/[^a-z]/g, ''))
        );
      });
    },
  };
};
