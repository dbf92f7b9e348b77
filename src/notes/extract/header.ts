import { type IsoDate, isIsoDate } from '../../units.ts';
import { authorOf, bylineIn, isAboutAuthor, isPersonLike, MASTHEAD, together } from './byline.ts';
import { bylineInParts, isJob } from './byline-parts.ts';
import type { NoteHeader } from './claim.ts';
import { isLeftOver, type NoteParagraph, plainSigns } from './paragraphs.ts';
import { FIRM_WORDS, isFirstName, JOB, KNOWN_FIRMS, NO_PERSON } from './words/names.ts';

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MONTH = `(${MONTHS})[a-z]*\\.?`;
const pad = (value: number): string => String(value).padStart(2, '0');

const dateFrom = (year: string, month: string, day: string): IsoDate | undefined => {
  const number = /^\d+$/.test(month) ? Number(month) : MONTHS.split('|').indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const iso = `${year}-${pad(number)}-${pad(Number(day))}`;
  return isIsoDate(iso) ? iso : undefined;
};

/** The first full date of a line: `14 March 2025`, `March 14, 2025`, `2025-03-14`. */
export const dateIn = (line: string): IsoDate | undefined => {
  const iso = /\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b/.exec(line);
  if (iso) return dateFrom(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (20\\d\\d)\\b`, 'i').exec(line);
  if (dayFirst) return dateFrom(dayFirst[3] ?? '', dayFirst[2] ?? '', dayFirst[1] ?? '');
  const monthFirst = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d\\d)\\b`, 'i').exec(line);
  return monthFirst ? dateFrom(monthFirst[3] ?? '', monthFirst[1] ?? '', monthFirst[2] ?? '') : undefined;
};

const LABELS: readonly (readonly ['title' | 'author' | 'publisher', RegExp])[] = [
  ['title', /^\W*(?:title|subject|re|headline)\W*: ?(.+)$/i],
  ['author', /^\W*(?:author|by|from|analyst|written by|host)\W*: ?(.+)$/i],
  ['publisher', /^\W*(?:publisher|published by|publication|source|firm)\W*: ?(.+)$/i],
];

const labelled = (lines: readonly string[], field: 'title' | 'author' | 'publisher'): string | undefined => {
  const pattern = LABELS.find(([name]) => name === field)?.[1];
  for (const line of lines) {
    const [, value = ''] = pattern?.exec(line) ?? [];
    if (value !== '') return value.replace(/[*_]+/g, '').trim();
  }
  return undefined;
};

/** `BRACKEN & HOLT` as names are written; abbreviations of a few letters stay. */
const inWords = (part: string): string =>
  /\p{Ll}/u.test(part) || part.length < 6
    ? part
    : part.replace(/\p{Lu}[\p{Lu}']{3,}|\b(?:THE|OF|AND|FOR)\b/gu, (word) =>
        /^(?:OF|AND|FOR)$/.test(word) ? word.toLowerCase() : `${word[0] ?? ''}${word.slice(1).toLowerCase()}`,
      );
const DEPARTMENT =
  /^(?:Small|Mid|SMID|Global|US|U\.S\.|European|Equity|Portfolio|Investment|Market|Macro|Chief)\b.*(?:Strategy|Research|Insights|Office)$/;
const isFirmName = (part: string): boolean =>
  part.split(' ').length <= 6 &&
  /^(?:The )?\p{Lu}/u.test(part) &&
  (/ (?:Co|Inc|Ltd|Cie|Bros)\.$/.test(part) || !/[.?!:]$/.test(part)) &&
  !/^(?:Co-)?(?:Head|Chief|Director|Manager|Senior|Portfolio Manager)\b/.test(part);

/** The parts of mastheads that may name a firm. */
const partsOf = (lines: readonly string[]): readonly string[] =>
  lines
    .filter((line) => line.length < 140)
    .flatMap((line) => line.split(MASTHEAD))
    .flatMap((part) => part.split(/, (?=[\p{Lu}\d])|(?<=[\p{Ll}\d]{2})\. (?=\p{Lu})/u))
    .map((part) => part.replace(/(?<=\p{Ll}{2})\.$/u, ''))
    .map((part) =>
      inWords(
        part
          .replace(/[*_#]+/g, '')
          .replace(/^(?:(?:from|to|by|author|publisher|published by|fund|firm): ?|about )/i, '')
          .replace(
            /^(?:[Ff]rom )?(?:the )?(?:desk|team|(?:[\p{L}-]+ ){0,3}(?:Office|Team|Desk|Committee)) (?:of|at) (?:the )?(?=\p{Lu})/u,
            '',
          )
          .replace(
            /^(?:Special to|Published (?:in|by)|First published (?:in|by)|From|For) (?=the \p{Lu}|\p{Lu})(?:the )?/u,
            '',
          )
          .trim(),
      ),
    );

const isKnown = (part: string, firms: readonly string[]): boolean =>
  firms.includes(part) ||
  KNOWN_FIRMS.includes(part) ||
  FIRM_WORDS.has(part.split(' ').at(-1) ?? '') ||
  /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)* & \p{Lu}[\p{L}'-]+\.?$/u.test(part);

/** The firm under the name below a letter. */
const signedFor = (
  bottom: readonly string[],
  author: string | undefined,
  firms: readonly string[],
): string | undefined => {
  const at = bottom.findIndex((line) => line.replace(/^[-\u2013\u2014]+ ?/, '') === author);
  if (at < 0) return undefined;
  return partsOf(bottom.slice(at + 1, at + 3)).find(
    (part) => isFirmName(part) && isKnown(part, firms) && !DEPARTMENT.test(part),
  );
};

const FIRM_NAME = String.raw`(\p{Lu}[\p{L}&.'-]*(?: (?:&|of(?= \p{Lu})|and(?= \p{Lu})|\p{Lu}[\p{L}&'-]*))+)`;
/** `Portfolio Manager at Windrose Asset Management | Small caps`. */
const AT_FIRM = new RegExp(String.raw`^(?:[\p{L}.&-]+ ){0,5}${JOB} (?:at|with|for) (?:the )?${FIRM_NAME}`, 'iu');
/** `To: Clients of Larkspur Fiduciary`. */
const CLIENTS_OF = new RegExp(
  String.raw`^(?:to|dear)\b:? ?(?:[\p{L}-]+ ){0,3}(?:clients|investors|partners|shareholders|holders|members|friends) (?:of|in) (?:the )?${FIRM_NAME}`,
  'iu',
);
/** `Bellwether & Rhodes is a registered adviser`, `© 2025 Bellwether & Rhodes`, `issued by Bellwether & Rhodes`. */
const BOILERPLATE = new RegExp(
  String.raw`^${FIRM_NAME}(?:, (?:Inc\.|LLC|LP|Ltd\.?))?,? is (?:an? |the )?(?:registered|independent|employee-owned|authori[sz]ed|privately|regulated|trading name|global|leading|wholly|privately-held)\b|(?:(?:©|[Cc]opyright)(?: \(c\))? ?(?:\d{4},? )?|\b(?:issued|published|distributed|approved|circulated) by (?:the )?)${FIRM_NAME}`,
  'u',
);

/** A firm in the masthead, in the line about the author, or alone above the text. */
const publisherOf = (
  top: readonly string[],
  above: readonly string[],
  bottom: readonly string[],
  firms: readonly string[],
): string | undefined => {
  const named = partsOf(top).find(
    (part) =>
      isFirmName(part) &&
      isKnown(part, firms) &&
      !DEPARTMENT.test(part) &&
      part.includes(' ') &&
      !isFirstName(part.split(' ')[0] ?? ''),
  );
  if (named !== undefined) return named;
  for (const line of bottom.filter((one) => one.length < 160 && isAboutAuthor(one))) {
    const [, firm = ''] =
      /\b(?:at|for|(?<!\b(?:[Hh]ead|[Dd]irector) )of|with) (?:the )?(\p{Lu}[\p{L}&'.]*(?: (?:&|of(?= \p{Lu})|and(?= \p{Lu})|\p{Lu}[\p{L}&']*))*)/u.exec(
        line,
      ) ?? [];
    if (firm !== '' && /^\p{Lu}/u.test(firm)) return firm.replace(/[.,']+$/, '');
  }
  const employed = [...above.map((line) => AT_FIRM.exec(line)), ...top.map((line) => CLIENTS_OF.exec(line))]
    .map((found) => found?.[1])
    .find((firm) => firm !== undefined);
  if (employed !== undefined) return employed;
  const stated = bottom.map((line) => BOILERPLATE.exec(line)).find((found) => found !== null);
  if (stated !== undefined) return stated[1] ?? stated[2];
  return partsOf(above).find(
    (part) =>
      isFirmName(part) &&
      /^(?:The )?[\p{Lu}][\p{L}'&. -]+$/u.test(part) &&
      part.split(' ').length <= 5 &&
      !isLeftOver(part) &&
      !isJob(part) &&
      !part.split(' ').every((word) => NO_PERSON.has(word)) &&
      dateIn(part) === undefined &&
      !/^(?:Dear|Memo|Memorandum|Books|Edited|Promoted|Sponsored|Following|Main|Comment|Commentary|Column|Columns|Columnist|Feature|Features|Letters?|Blog|Podcast|Views?|Business|Finance|Money|Markets|Investing|Guest|Essay|Viewpoint|Perspective|Leader|Leaders|US|Equity|Global|Investment|Table|Contents|Summary|Key|Update|Market|Weekly|Daily|Small|Large|Opinion|Analysis|News|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Interview|Transcript|Q&A|The Takeaway|Morning|Economic|Chart)\b/i.test(
        part,
      ) &&
      !/ (?:of|on|in|at) |'s? /.test(part) &&
      bylineIn(part) === undefined &&
      !isFirstName(part.split(' ')[0] ?? '') &&
      part.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length >= Math.ceil(part.split(' ').length / 2),
  );
};

/** `Minutes of the Investment Committee, Dunsel County`, `Minutes of the Board of the Wrenbury Fund`. */
const ORGANS: readonly RegExp[] = [
  /^Minutes of [^,]+, (?:the )?(\p{Lu}[^,\d]+)$/u,
  /^(?:[\p{L}-]+ )*?[Mm]inutes of (?:the |a )?[^,:]*?(?:[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Mm]eeting|[Tt]rustees)\b[^,:]*? of (?:the )?(\p{Lu}[^,:\d]+)/u,
  /^((?![^:]*\b(?:Committee|Board|Council|Panel)\b)[^:,]{4,60}): (?:(?:draft|summary|the) )?minutes\b/iu,
];
/** `NEW YORK, Oct 29 (Meridian Newswire) -`. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}. ]{2,}|\p{Lu}\p{Ll}{2,8}\.? \d{1,2}\b)[^()]{0,30}\((\p{Lu}[^()]{2,40})\) ?[-\u2013\u2014]/u;

/** The news agency whose dateline begins the text. */
export const agencyIn = (paragraphs: readonly NoteParagraph[]): string | undefined =>
  DATELINE.exec(paragraphs.find(({ kind, number }) => kind === 'prose' && number > 0)?.plain ?? '')?.[1];

/** `Corwin Bank Wealth: client call, a summary`. */
const firmBefore = (title: string, firms: readonly string[]): string | undefined => {
  const [, owner = ''] = /^(\p{Lu}[^:,\d]{3,50}): /u.exec(title) ?? [];
  return owner.includes(' ') && isFirmName(owner) && isKnown(owner, firms) && !DEPARTMENT.test(owner)
    ? owner
    : undefined;
};

const TOP = 10;
const BOTTOM = 8;
const MOST_SUBTITLE = 25;

/** What the head and the foot of a note say about it. */
export const headerOf = (paragraphs: readonly NoteParagraph[], firms: readonly string[]): NoteHeader => {
  const lines = paragraphs.map(({ text }) => plainSigns(text));
  const titleLine = paragraphs.find(({ kind }) => kind === 'title');
  const head = lines.slice(0, TOP).filter((line) => line.length < 240);
  const foot = lines.slice(-BOTTOM).filter((line) => line.length < 400);
  const title = (labelled(head, 'title') ?? titleLine?.text ?? '')
    .replace(/^#+\s*/, '')
    .replace(/\*\*/g, '')
    .trim();
  const above = paragraphs
    .slice(
      0,
      paragraphs.findIndex(({ kind, number }) => kind === 'prose' && number > 0),
    )
    .filter(
      (paragraph) =>
        paragraph !== titleLine && !/^(?:to|cc|bcc|from|sent|attn|attention)\b[^.]{0,10}:/i.test(paragraph.plain),
    )
    .map(({ plain }) => plain);
  const text = paragraphs.findIndex(
    ({ kind, number, plain }) => kind === 'prose' && number > 0 && plain.split(' ').length > MOST_SUBTITLE,
  );
  const alone = paragraphs.slice(0, text).flatMap(({ kind, plain }) => (kind === 'heading' ? [plain] : []));
  const named = labelled(head, 'author');
  const said = named !== undefined && named.length < 90 && isPersonLike(named) ? named : undefined;
  const parts = bylineInParts(head.filter((line) => line !== titleLine?.plain));
  const found = authorOf(head, alone, foot);
  const by = head.find((line) => found !== undefined && bylineIn(line) === found);
  const people = (by === undefined ? parts : bylineInParts([by]))?.people ?? [];
  const author =
    (said === undefined ? undefined : (bylineIn(`By ${said}`) ?? said.split(/[,|(]/)[0]?.trim())) ??
    (people.every((name) => found?.includes(name)) ? found : together(people));
  const publisher =
    labelled(head, 'publisher') ??
    agencyIn(paragraphs) ??
    ORGANS.map((organ) => organ.exec(title)?.[1]).find((name) => name !== undefined) ??
    signedFor(foot, author, firms) ??
    parts?.firm ??
    publisherOf(
      head.filter((line) => line !== titleLine?.plain && !/\p{L}{3}.* [\u2014\u2013-] .*\p{Ll}\.$/u.test(line)),
      above,
      foot,
      firms,
    ) ??
    firmBefore(title, firms);
  const date = [...head, ...foot].map(dateIn).find((day) => day !== undefined);
  const link = /https?:\/\/[^\s)>\]]+/.exec([...head, ...foot].join(' '))?.[0];
  return {
    ...(title !== '' && { title }),
    ...(author !== undefined && author !== '' && { author }),
    ...(publisher !== undefined && publisher !== author && { publisher }),
    ...(date !== undefined && { date }),
    ...(link !== undefined && { link }),
  };
};
