import { NO_NAME } from './byline.ts';
import { caseless, FIRM_WORDS, isFirstName, JOB, NO_PERSON } from './words/names.ts';

/** Lines of a head or a foot that are made of parts: person, job, department, firm, date, place, in any order. */

type Kind = 'person' | 'named' | 'job' | 'department' | 'firm' | 'date' | 'contact' | 'letters' | 'place' | 'other';
interface Part {
  readonly kind: Kind;
  readonly words: string;
}

const SEPARATOR =
  /\s*(?:\||·|•|\u2014|\u2013| - |\/\/| \/ |;| @ |(?<=\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}'-]+) (?:for|at|from) (?=\p{Lu})|,(?! (?:Inc|LLC|LP|LLP|Ltd)\b))\s*/u;
const LETTERS = /^(?:CFA|CMT|PhD|Ph\.D\.?|CAIA|MBA|CFP|FRM|FSA|FIA|CPA)$/;
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?';
const DATE = new RegExp(
  String.raw`^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? ?)?(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\.?(?:,? \d{4})?|${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|${MONTH} \d{4}|(?:q[1-4] )?(?:19|20)\d\d(?:-\d\d-\d\d)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})?(?:,? ?(?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?|,? ?\d{1,2} ?[ap]\.?m\.?(?: [A-Z]{2,4})?)?$`,
  'i',
);
/** A day behind a name without a sign between. */
const BARE_DATE = new RegExp(
  String.raw`(?<=[\p{L}.)])(?<!\b(?:on|of|for|from|as|dated?|updated|published|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?) +(?=(?:\d{1,2}(?:st|nd|rd|th)? ${MONTH}\.?,? \d{4}|${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|20\d\d-\d\d-\d\d)$)`,
  'iu',
);
const CONTACT =
  /^\S*@|^(?:(?:tel|phone|ph|t|m|e|e-?mail|fax)\b[.:]? ?)?\+?[\d() .-]{7,}$|^(?:https?:|www\.)|^\d+[ -]min(?:ute)?s? read$|^(?:1st|2nd|3rd)$/i;
/** `Rotation Watch`, `Issue 12`: what a text appears in. */
const SERIES =
  /^(?:(?:Issue|Vol(?:ume)?|No)\.? ?#?\d+|(?:Guest )?(?:Opinion|Column|Comment|Viewpoint|Essay)|(?:\p{Lu}[\p{L}'-]* ){0,3}(?:Watch|Weekly|Daily|Monthly|Quarterly|Monitor|Compass|Chartbook|Outlook|Review|Update|Strategy))$/u;
const PLACE =
  /^(?:New York|London|Boston|Chicago|San Francisco|Los Angeles|Zurich|Geneva|Paris|Frankfurt|Hong Kong|Singapore|Tokyo|Toronto|Edinburgh|Dublin|Amsterdam|Stockholm|Oslo|Copenhagen|Milan|Madrid|Sydney|Washington|Dallas|Houston|Atlanta|Denver|Seattle|Philadelphia|Charlotte|Minneapolis|Milwaukee)(?: \(.*\))?$/;
const BY =
  /^(?:(?:[Ff]rom|At) the (?:desk|office|pen) of|(?:(?:[Ss]tory|[Ww]ords|[Tt]ext|[Ww]ritten|[Pp]repared|[Pp]osted|[Pp]ublished|[Nn]ote) )?(?:[Bb]y|BY)|(?:[Ll]ead )?(?:[Aa]uthors?|[Aa]nalysts?|[Ss]trategists?|[Cc]ontact|[Cc]ontributors?|[Rr]esearch|[Ww]ords|[Tt]ext|(?:[Gg]uest )?[Cc]olumn(?:ist)?|[Oo]pinion)(?=:)) ?:? (?=\p{Lu})/u;
const PERSON =
  /^(?:(?:Dr|Mr|Ms|Mrs|Prof|Professor|Sir|Dame)\.? )?((?:\p{Lu}\.(?: ?\p{Lu}\.)*|\p{Lu}\p{Ll}[\p{L}'-]*|\p{Lu}'\p{L}+|Ma?c\p{Lu}\p{L}+)(?: (?:van|von|de|der|den|di|da|del|la|le|af|al|bin))*(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'-]*\p{Ll}[\p{L}'-]*)){1,3}?)(?: (?:Jr|Sr)\.?| I{2,3})?(?: (?:CFA|CMT|PhD|CAIA|MBA))?(?: \((?:CFA|[+\d][^)]*|[^)]*@[^)]*)\))?$/u;
const FIRM_END = /(?: & (?:\p{Lu}[\p{L}'-]+|Co\.?|Cie\.?|Sons|Company)| (?:Inc|Co|Ltd|Plc|PLC|LLC|LLP|LP|SA|AG)\.?)$/u;
const DEPARTMENT =
  /^(?:(?:US|U\.S\.|UK|EU|Global|European|American|Americas|Asia|Small-Caps?|Small|Mid|SMID|Caps?|Equit(?:y|ies)|Portfolio|Investments?|Markets?|Macro|Quant(?:itative)?|Cross-Asset|Multi-Asset|Derivatives|Fixed|Income|Credit|Rates|Economics?|Asset|Allocation|Strategy|Research|Insights|Office|Desk|Sales|Trading|Team|Group|Solutions|Wealth|Chief|and|&|of) ?)+$/;
/** `strategist at Harrowgate Pell & Co.` */
const AT_FIRM = / (?:at|for|with) (?:the )?(\p{Lu}[^()]{2,50})$/u;
const IS_JOB = caseless(`^(?:our |the |an? )?(?:[\\p{L}.&-]+ ){0,5}${JOB}(?: (?:of|for|and|at) .*)?$`);

const kindOf = (words: string): Kind => {
  if (LETTERS.test(words)) return 'letters';
  if (DATE.test(words)) return 'date';
  if (CONTACT.test(words)) return 'contact';
  if (PLACE.test(words)) return 'place';
  if (
    DEPARTMENT.test(words) ||
    SERIES.test(words) ||
    (/^\p{Lu}/u.test(words) &&
      !/\.$/.test(words) &&
      NO_NAME.test(words) &&
      !FIRM_WORDS.has(words.split(' ').at(-1) ?? '') &&
      words.split(' ').length < 5)
  )
    return 'department';
  const all = words.split(' ');
  const isFirm =
    /^(?:The )?\p{Lu}/u.test(words) &&
    all.length > 1 &&
    all.length <= 7 &&
    (FIRM_END.test(words) || FIRM_WORDS.has((all.at(-1) ?? '').replace(/\.$/, '')));
  if (isFirm && !IS_JOB.test(words)) return 'firm';
  if (IS_JOB.test(words)) return 'job';
  const [, name = ''] = PERSON.exec(words) ?? [];
  if (name === '' || name.split(' ').some((word) => NO_PERSON.has(word) || FIRM_WORDS.has(word))) return 'other';
  return isFirstName(name.split(' ')[0] ?? '') || /^\p{Lu}\./u.test(name) || LETTERS.test(all.at(-1) ?? '')
    ? 'named'
    : 'person';
};

/** Whether a part is what somebody does: no firm. */
export const isJob = (words: string): boolean => kindOf(words) === 'job';

const isPerson = (words: string): boolean => /^(?:named|person)$/.test(kindOf(words.replace(BY, '')));

/** `By Ann Roe and Bo Lund`: people together, and no firm. */
const together = (part: string): readonly string[] => {
  const people = part.split(/ (?:and|&) /);
  return people.length > 1 && people.every((one) => one.includes(' ') && isPerson(one)) ? people : [];
};

const inWords = (line: string): string =>
  /\p{Ll}/u.test(line)
    ? line
    : line.replace(/(?<=\p{Lu})\p{Lu}{3,}|(?<=\bC)O(?=\.)|(?<=\bB)Y\b/gu, (rest) => rest.toLowerCase());

const partsOf = (line: string): readonly Part[] =>
  inWords(line)
    .replace(/^[\s*_#>-]+|[\s*_]+$/g, '')
    .replace(/(?<=\p{Ll}{3})\.$/u, '')
    .replace(BARE_DATE, ', ')
    .replace(/ \((\p{Lu}[^()@\d]{4,40})\)/gu, (whole, inside: string) =>
      kindOf(inside) === 'firm' ? `, ${inside}` : whole,
    )
    .split(SEPARATOR)
    .flatMap((part) => {
      const people = together(part);
      const words = part
        .replace(/^(?:and|&) /, '')
        .replace(BY, '')
        .replace(/ <[^>]*>$/, '');
      if (people.length > 0) return people.map((one): Part => ({ kind: 'named', words: one.replace(BY, '') }));
      const kind = kindOf(words);
      return words === '' ? [] : [{ kind: kind === 'person' && words !== part ? 'named' : kind, words }];
    });

/** The people and the firm of a byline in parts. */
export interface BylineParts {
  readonly people: readonly string[];
  readonly firm: string | undefined;
}

const ANCHORS: ReadonlySet<Kind> = new Set(['job', 'department', 'firm', 'date', 'contact', 'letters']);

/** `Greta Holm, Chief Strategist, Calder Vale`: behind a person and their job stands the firm, unless it has a job too. */
const isBehindJob = (parts: readonly Part[], at: number): boolean =>
  parts[at - 1]?.kind === 'job' &&
  /^(?:named|person|letters)$/.test(`${parts[at - 2]?.kind}`) &&
  !/^(?:job|letters)$/.test(`${parts[at + 1]?.kind}`);

const read = (parts: readonly Part[]): BylineParts | undefined => {
  const atFirm = parts.flatMap(({ kind, words }) => (kind === 'job' ? (AT_FIRM.exec(words)?.[1] ?? []) : []));
  const firm = parts.find(({ kind }) => kind === 'firm')?.words ?? atFirm[0];
  /** Two plain words may be a person or a firm: a job, letters or an address behind them, or a firm elsewhere, decide. */
  const isNamed = ({ kind }: Part, at: number): boolean =>
    kind === 'named' ||
    (kind === 'person' &&
      !isBehindJob(parts, at) &&
      (firm !== undefined ||
        /^(?:job|letters|contact)$/.test(`${parts[at + 1]?.kind}`) ||
        parts[at - 1]?.kind === 'job' ||
        /^(?:Guest )?(?:Opinion|Column|Comment|Viewpoint|Essay)$/.test(parts[at - 1]?.words ?? '') ||
        // `Wexley Lane | US Equity Strategy | Oona Brandvold`
        parts.some(
          ({ kind: other }, place) => other === 'person' && place < at && parts[place + 1]?.kind === 'department',
        )));
  const named = parts.filter(isNamed);
  const people = named.map(({ words }) => PERSON.exec(words)?.[1] ?? words);
  const rest = parts.filter((part, at) => part.kind === 'person' && !isNamed(part, at));
  if (people.length === 0 || people.length > 4) return undefined;
  return { people: [...new Set(people)], firm: firm ?? rest[0]?.words };
};

/** The parts of a line that is nothing but a byline's; a title may stand before a name that is one. Empty for other lines. */
const bylineLine = (line: string): readonly Part[] => {
  if (line.length > 200 || /[?!"]/.test(line)) return [];
  const parts = partsOf(line);
  const isTitled =
    /[|·•\u2014]/.test(line) &&
    parts[0]?.kind === 'other' &&
    parts.some(({ kind }) => kind === 'named' || kind === 'job');
  const own = isTitled ? parts.slice(1) : parts;
  return own.some(({ kind }) => kind === 'other') ? [] : own;
};

/** The first byline in parts of some lines, on one of them or on several in a row; undefined where there is none. */
export const bylineInParts = (lines: readonly string[]): BylineParts | undefined => {
  const runs: Part[][] = [[]];
  for (const parts of lines.map(bylineLine)) {
    if (parts.length === 0) runs.push([]);
    else runs.at(-1)?.push(...parts);
  }
  return runs
    .filter((parts) => parts.length > 1 && parts.some(({ kind }) => ANCHORS.has(kind)))
    .map(read)
    .find((byline) => byline !== undefined);
};
