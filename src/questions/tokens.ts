/** A number as typed, or a word or sign, in lower case. */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly sign: '' | '+' | '-'; readonly typed: string }
  | { readonly kind: 'word'; readonly word: string };

const MENTION = /<[@#][^>]*>/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const DASH = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const MARKUP =
  /[`~"\u201c-\u201f\u00ab\u00bb]|(?<![\p{L}\p{N}])[*_'\u2018\u2019]+|[*_'\u2018\u2019]+(?![\p{L}\p{N}])/gu;

const VULGAR: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅛': 0.125,
  '⅜': 0.375,
  '⅝': 0.625,
  '⅞': 0.875,
};

/** `1½` and `1 1/2` are one number, 1.5; taken apart they would be read as eleven halves, or as two. */
const MIXED_NUMBER = /(?<![\d.,])(\d+)?\s*([½¼¾⅛⅜⅝⅞])|(?<![\d.,/])(\d+)\s+(\d)\/([248])(?!\d)/g;

const mixedNumber = (_typed: string, whole = '', sign = '', outer = '', above = '', below = ''): string => {
  const part = VULGAR[sign];
  if (part === undefined) return String(Number(outer) + Number(above) / Number(below));
  return whole === '' ? `${part * 8}/8` : String(Number(whole) + part);
};

const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;

/** Decimal digits of every script stand in runs of ten that start with their zero. */
const asciiDigit = (digit: string): string => {
  const point = digit.codePointAt(0) as number;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
};

/** The hyphen of `quarter-point` and `25-bp`; the one of `twenty-five` and `small-cap` stays. */
const JOINED_UNIT = /-(?=(?:points?|basis|bps?|percent(?:age)?)\b)/g;

/**
 * What a person meant to type: Slack's entities decoded and mentions gone, full-width forms and curly signs plain,
 * markup and invisible characters removed, in lower case.
 */
export const plainWords = (typed: string): string =>
  typed
    .replace(MENTION, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(MIXED_NUMBER, mixedNumber)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(FOREIGN_DIGIT, asciiDigit)
    .replace(DASH, '-')
    .replace(MARKUP, '')
    .replaceAll('\u2019', "'")
    .toLowerCase()
    .replace(JOINED_UNIT, ' ')
    .replace(/(?<=\d)x(?=\d)/g, ' x ')
    .replace(/\s+/g, ' ')
    .trim();

const TOKEN =
  /(?<number>(?:(?<=^|[\s=:(])[+-]\s?)?(?:us)?\$?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:\/\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_'/&.-]*[\p{L}\p{N}_]|[\p{L}_])|(?<sign>\S)/gu;

export const tokensOf = (plain: string): readonly Token[] =>
  [...plain.matchAll(TOKEN)].map((match): Token => {
    const typed = match.groups?.['number'];
    return typed === undefined ? { kind: 'word', word: match[0] } : numberToken(typed);
  });

const numberToken = (typed: string): Token => {
  const sign = typed.startsWith('-') ? '-' : typed.startsWith('+') ? '+' : '';
  const [above = '', below] = typed.replace(/^[+-]?\s?(?:us)?\$?/, '').split(/\//);
  const value = decimal(above) / (below === undefined ? 1 : Number(below));
  return { kind: 'number', value, sign, typed: typed.replace(/\s/g, '') };
};

/** A comma before groups of three separates thousands; any other single comma is a decimal comma. */
const decimal = (digits: string): number =>
  /^\d+,\d{1,2}$|^0,\d+$/.test(digits) ? Number(digits.replace(',', '.')) : Number(digits.replaceAll(',', ''));

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const shownWord = (token: Token | undefined): string =>
  token === undefined ? '' : token.kind === 'word' ? token.word : token.typed;

export const wordAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at];
  return token?.kind === 'word' ? token.word : '';
};

const MOST_ECHOED = 60;

/** Words as they may be shown back: joined as typed, at most 60 characters. */
export const echo = (tokens: readonly Token[]): string =>
  clip(
    tokens
      .map(shownWord)
      .join(' ')
      .replace(/ ?([=:]) ?/g, '$1')
      .replace(/(\d) (%|x|×|bps?|m|bn)(?= |$)/g, '$1$2'),
  );

export const clip = (words: string): string =>
  words.length <= MOST_ECHOED ? words : `${words.slice(0, MOST_ECHOED - 1)}…`;
