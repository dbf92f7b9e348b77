/** A number as typed, or a word or sign, in lower case. */
export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly sign: '' | '+' | '-'; readonly typed: string }
  | { readonly kind: 'word'; readonly word: string };

const MENTION = /<[@#][^>]*>/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const DASH = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const MARKUP = /[*`~"\u201c-\u201f\u00ab\u00bb]|(?<![\p{L}\p{N}])[_'\u2018\u2019]+|[_'\u2018\u2019]+(?![\p{L}\p{N}])/gu;

const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;

/** Decimal digits of every script stand in runs of ten that start with their zero. */
const asciiDigit = (digit: string): string => {
  const point = digit.codePointAt(0) as number;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
};

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
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(FOREIGN_DIGIT, asciiDigit)
    .replace(DASH, '-')
    .replace(MARKUP, '')
    .replaceAll('\u2019', "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const TOKEN =
  /(?<number>(?:(?<=^|[\s=:(])[+-]\s?)?(?:us)?\$?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:[/\u2044]\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_'/&.-]*[\p{L}\p{N}_]|[\p{L}_])|(?<sign>\S)/gu;

export const tokensOf = (plain: string): readonly Token[] =>
  [...plain.matchAll(TOKEN)].map((match): Token => {
    const typed = match.groups?.['number'];
    return typed === undefined ? { kind: 'word', word: match[0] } : numberToken(typed);
  });

const numberToken = (typed: string): Token => {
  const sign = typed.startsWith('-') ? '-' : typed.startsWith('+') ? '+' : '';
  const [above = '', below] = typed.replace(/^[+-]?\s?(?:us)?\$?/, '').split(/[/\u2044]/);
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
