import type { NoteParagraph } from './paragraphs.ts';

/** One sentence and what of it stands between quotation marks. */
export interface Sentence {
  readonly paragraph: NoteParagraph;
  /** As it stands in the note, quotation marks included. */
  readonly text: string;
  readonly plain: string;
  /** Places in `plain`, the last not included, of words that somebody is quoted with; single words in quotes are none. */
  readonly quotes: readonly (readonly [from: number, to: number])[];
  /** The sentence starts inside a quotation that began in an earlier one. */
  readonly isGoingOn: boolean;
}

const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof sr jr st vs v inc corp co ltd llc plc lp jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri no nos fig figs est approx dept gen gov sen rep
  hon rev messrs cf al pp p ed eds vol ch sec approx avg max min mo yr yrs bros assn bldg cap e.g i.e etc u.s u.k e.u u.n a.m p.m ph.d q.e m.d b.a fed-chair adj ann rel excl incl`.split(
    /\s+/,
  ),
);
/** Abbreviations behind which a sentence may end, should the next word be one that begins sentences. */
const MAY_END = new Set([
  'u.s',
  'u.k',
  'e.u',
  'a.m',
  'p.m',
  'inc',
  'corp',
  'co',
  'ltd',
  'etc',
  'plc',
  'ph.d',
  'jr',
  'llc',
]);
const STARTERS =
  /^["'(]*(?:The|But|And|It|Its|In|On|At|He|She|We|They|That|This|These|Those|There|For|If|While|As|However|So|Yet|Still|Our|My|I|Small|Large|Investors|Analysts|What|When|Why|How|With|By|To|After|Since|Rate|Even|Not|No|Only|Some|Most|Many|Meanwhile|Instead|Although|Though|Despite|A|An)\b/;
const END = /[.!?\u2026]+["')\]*_]*(?=\s+|$)/g;

const isEnd = (text: string, at: number, end: number): boolean => {
  const rest = text.slice(end).trimStart();
  if (rest === '') return true;
  if (!/^["'([]*[\p{Lu}\p{N}$€£*-]/u.test(rest)) return false;
  const mark = text.slice(at, end);
  // `"A trap." - Petra Vann`
  if (/"$/.test(mark) && /^-+ ?\p{Lu}/u.test(rest)) return false;
  const [before = ''] = /[\p{L}\p{N}.]*$/u.exec(text.slice(0, at)) ?? [];
  if (/^\.["')\]]*$/.test(mark)) {
    const word = before.toLowerCase();
    // a list's number, a person's initial
    if (/^\d{1,2}$/.test(before) && text.slice(0, at - before.length).trim() === '') return false;
    if (/^\p{Lu}$/u.test(before) && before !== 'I') return false;
    if (ABBREVIATIONS.has(word) && mark === '.') return MAY_END.has(word) && STARTERS.test(rest);
    if (/^\p{Lu}\.(?:\p{Lu}\.?)*\p{Lu}$/u.test(before)) return STARTERS.test(rest);
  }
  return true;
};

/** Places of the sentences of a paragraph, the space between them in none. */
const spansOf = (plain: string): readonly (readonly [from: number, to: number])[] => {
  const spans: [number, number][] = [];
  let from = /^\s*(?:[-*•●▪–]\s+)?/.exec(plain)?.[0].length ?? 0;
  for (const { index, 0: mark } of plain.matchAll(END)) {
    const to = index + mark.length;
    if (!isEnd(plain, index, to)) continue;
    spans.push([from, to]);
    from = to + (/^\s*/.exec(plain.slice(to))?.[0].length ?? 0);
  }
  if (from < plain.length) spans.push([from, plain.length]);
  return spans;
};

const FEWEST_QUOTED = 4;

/** Quotations of a paragraph; one that is not closed runs to its end, as one that goes on in the next paragraph does. */
const quotesOf = (plain: string): readonly (readonly [from: number, to: number])[] => {
  const places = [
    ...plain.matchAll(/"|(?<![\p{L}\p{N}])'(?=\p{L}[^']{30,}[,.?!]'(?![\p{L}]))|(?<=[,.?!])'(?![\p{L}\p{N}])/gu),
  ];
  const quotes: [number, number][] = [];
  let from: number | undefined;
  for (const { index } of places) {
    if (from === undefined) from = index;
    else {
      quotes.push([from, index + 1]);
      from = undefined;
    }
  }
  if (from !== undefined && plain.slice(from).split(' ').length >= FEWEST_QUOTED) quotes.push([from, plain.length]);
  return quotes.filter(([start, end]) => plain.slice(start, end).trim().split(/\s+/).length >= FEWEST_QUOTED);
};

/** The sentences of a paragraph; one of a heading is the heading. */
export const sentencesOf = (paragraph: NoteParagraph): readonly Sentence[] => {
  const { plain, text } = paragraph;
  const quotes = quotesOf(plain);
  return spansOf(plain).map(([from, to]) => ({
    paragraph,
    text: text.slice(from, to),
    plain: plain.slice(from, to),
    quotes: quotes
      .filter(([start, end]) => start < to && end > from)
      .map(([start, end]) => [Math.max(start, from) - from, Math.min(end, to) - from] as const),
    isGoingOn: quotes.some(([start, end]) => start < from && end > from),
  }));
};
