import { decimal, fraction, plainFractions } from './decimal.ts';

export type Sign = '' | '+' | '-';

/** A number as typed, or a word or sign, in lower case. */
export type Token =
  | {
      readonly kind: 'number';
      /** Never negative; NaN where the digits are no number anybody writes (`1,2,3`, `25/50`). */
      readonly value: number;
      readonly sign: Sign;
      readonly typed: string;
    }
  | { readonly kind: 'word'; readonly word: string };

const MENTION = /<[@#][^>]*>/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const DASH = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const MARKUP =
  /[`~"\u201c-\u201f\u00ab\u00bb]|(?<![\p{L}\p{N}])[*_'\u2018\u2019]+|[*_'\u2018\u2019]+(?![\p{L}\p{N}])/gu;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;

/** Decimal digits of every script stand in runs of ten that start with their zero. */
const asciiDigit = (digit: string): string => {
  const point = digit.codePointAt(0) as number;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
};

/** The hyphen of `quarter-point` and `25-bp`; the one of `twenty-five` and `small-cap` stays. */
const JOINED_UNIT = /-(?=(?:points?|basis|bps?|percent(?:age)?|quarters?)\b)/g;
const JOINED_DIRECTION = /\b(cut|hike|raise|lower)(?=\d)/g;

/**
 * What a person meant to type: Slack's entities decoded and mentions gone, full-width forms and curly signs plain,
 * markup and invisible characters removed, in lower case.
 */
export const plainWords = (typed: string): string =>
  plainFractions(
    typed
      .replace(MENTION, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replaceAll('\u2026', ' '),
  )
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(FOREIGN_DIGIT, asciiDigit)
    .replace(DASH, '-')
    .replace(MARKUP, '')
    .replaceAll('\u2019', "'")
    .toLowerCase()
    .replace(JOINED_UNIT, ' ')
    .replace(JOINED_DIRECTION, '$1 ')
    .replace(/(?<=[1-9])x(?=\d)/g, ' x ')
    .replace(/\s+/g, ' ')
    .trim();

/** `+$2,500.5`, `.5`, `1/4`: a sign counts only where no number can stand before it. */
const NUMBER = /(?:(?<=^|[\s=:(])[+-]\s?)?(?:us)?\$?(?:\d[\d,]*(?:\.\d+)?|(?<![\d.,])[.,]\d+)(?:\/\d+)?/u;
/** `small-cap`, `s&p`, `debt/ebitda`: signs stand within a word and not at its end. */
const WORD = /[\p{L}_][\p{L}\p{N}_'/&.-]*[\p{L}\p{N}_]|[\p{L}_]/u;
const TOKEN = new RegExp(`(?<number>${NUMBER.source})|(?<word>${WORD.source})|(?<sign>\\S)`, 'gu');

export const tokensOf = (plain: string): readonly Token[] =>
  [...plain.matchAll(TOKEN)].map((match): Token => {
    const typed = match.groups?.['number'];
    return typed === undefined ? { kind: 'word', word: match[0] } : numberToken(typed);
  });

const numberToken = (typed: string): Token => {
  const sign = typed.startsWith('-') ? '-' : typed.startsWith('+') ? '+' : '';
  const [above = '', below] = typed.replace(/^[+-]?\s?(?:us)?\$?/, '').split('/');
  const value = below === undefined ? decimal(above) : fraction(Number(above), Number(below));
  return { kind: 'number', value, sign, typed: typed.replace(/\s/g, '') };
};

/** The words of a list, apart by spaces or lines. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const shownWord = (token: Token | undefined): string =>
  token === undefined ? '' : token.kind === 'word' ? token.word : token.typed;

export const wordAt = (tokens: readonly Token[], at: number): string => {
  const token = tokens[at];
  return token?.kind === 'word' ? token.word : '';
};

/** Free words beyond this many characters are no question, and would take long to read. */
export const LONGEST_READ = 600;

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
