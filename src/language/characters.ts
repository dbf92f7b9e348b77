/** A text as it is read, with the place in the typed text that each of its characters comes from. */
export interface Plain {
  /** Lower case, full-width forms and curly signs plain, Slack's own marks blank. */
  readonly text: string;
  /** `origin[at]` is the offset in the typed text; one more than there are characters, for the end. */
  readonly origin: readonly number[];
  /** What was left blank: mentions, links, emoji codes. Offsets in the typed text. */
  readonly masked: readonly { readonly start: number; readonly end: number }[];
}

/** Mentions, channels, groups, links, addresses, emoji with their skin tones, and code between fences. */
const MARKS =
  /<[@#!][^<>]{0,200}>|<(?:https?|mailto|tel):[^<>]*>|\bhttps?:\/\/[^\s<>]+|\bwww\.[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w):[a-z0-9_+'-]+:(?::?skin-tone-\d:)?(?!\w)/giu;
const ENTITIES: ReadonlyMap<string, string> = new Map(Object.entries({ '&amp;': '&', '&lt;': '<', '&gt;': '>' }));
const ENTITY = /&(?:amp|lt|gt);/y;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u;

const REPLACED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\u2010': '-',
    '\u2011': '-',
    '\u2212': '-',
    '\ufe63': '-',
    '\uff0d': '-',
    '\u2012': '\u2013',
    '\u2014': '\u2013',
    '\u2015': '\u2013',
    '\u2018': "'",
    '\u2019': "'",
    '\u201b': "'",
    '\u2026': '. ',
    '\u2044': '/',
    // a delta before a change
    '\u0394': ' ',
    '\u2206': ' ',
    '\u2192': '>',
    '\u21d2': '>',
    '\u27a1': '>',
    '\u00d7': 'x',
    '\u00a0': ' ',
  }),
);
/** Markup and quotation marks, which say nothing of the words between them. */
const MARKUP = new Set(['`', '~', '"', '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2039', '\u203a']);

/** Decimal digits of every script stand in runs of ten that start with their zero. */
const asciiDigit = (digit: string): string => {
  const point = digit.codePointAt(0) as number;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
};

const VULGAR = /[\u00bc-\u00be\u2150-\u215e]/;

const plainForm = (char: string, before: string): string => {
  const replaced = REPLACED.get(char);
  if (replaced !== undefined) return replaced;
  if (char.charCodeAt(0) < 128 && char.length === 1) return MARKUP.has(char) ? ' ' : char.toLowerCase();
  if (MARKUP.has(char) || PICTURE.test(char)) return ' ';
  if (INVISIBLE.test(char)) return '';
  // 1½ is one and a half, not eleven halves
  if (VULGAR.test(char)) return `${/\d/.test(before) ? ' ' : ''}${char.normalize('NFKC').replace('\u2044', '/')}`;
  if (FOREIGN_DIGIT.test(char)) return asciiDigit(char);
  return char.normalize('NFKC').toLowerCase();
};

/** The text as it is read; offsets lead back to the words as typed. */
export const normalizedText = (typed: string): Plain => {
  const masked = [...typed.matchAll(MARKS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const parts: string[] = [];
  const origin: number[] = [];
  let mask = 0;
  let before = '';
  const put = (text: string, at: number): void => {
    parts.push(text);
    for (let each = 0; each < text.length; each += 1) origin.push(at);
    if (text !== '') before = text.at(-1) as string;
  };
  for (let at = 0; at < typed.length; ) {
    while ((masked[mask]?.end ?? Number.POSITIVE_INFINITY) <= at) mask += 1;
    const marked = masked[mask];
    if (marked && marked.start <= at) {
      put(' ', at);
      at = marked.end;
      continue;
    }
    ENTITY.lastIndex = at;
    const entity = typed[at] === '&' ? ENTITY.exec(typed)?.[0] : undefined;
    if (entity !== undefined) {
      put(ENTITIES.get(entity) as string, at);
      at += entity.length;
      continue;
    }
    const char = String.fromCodePoint(typed.codePointAt(at) as number);
    put(plainForm(char, before), at);
    at += char.length;
  }
  origin.push(typed.length);
  return { text: parts.join(''), origin, masked };
};
