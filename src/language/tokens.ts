import { normalizedText, type Plain } from './characters.ts';
import type { Span } from './slots.ts';

/** A word, a number or a sign, with where it stands in the typed text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  /** What lexicons are looked up with: lower case, an owner's s gone, apostrophes gone; digits as typed. */
  readonly word: string;
  /** Offsets in the typed text. */
  readonly start: number;
  readonly end: number;
  /** Set onto the one before without a space: the `bp` of `50bp`. */
  readonly isGlued: boolean;
  /** Of a number: `-` or `+` right before it, where no number stands before that. */
  readonly sign: '' | '-' | '+';
  /** Of a number: typed with a sign of money. */
  readonly isMoney: boolean;
}

/** Words beyond these are not read: nobody asks at such length, and everything has to be read in time. */
const MOST_TOKENS = 800;

const DATE = String.raw`\d{4}(?:-\d{1,2}-|/\d{1,2}/)\d{1,2}(?!\d)|(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d/-])|(?<![\d/])(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])[/.](?:(?:19|20)\d\d|[0-4]\d)(?![\d/])`;
const CLOCK = String.raw`\d{1,2}:[0-5]\d(?!\d)`;
const MONEY = String.raw`(?:us|a|c)?[$\u20ac\u00a3\u00a5]\s?`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+[.,]\d+|\d+|(?<![\d.,])[.,]\d+`;
const NUMBER = String.raw`(?<sign>(?<=^|[\s=:(>,/|])[+-])?(?<money>${MONEY})?(?<digits>${DIGITS})`;
const WORD = String.raw`(?:cut|hike|raise|lower)(?=\d)|(?<=\d\s?)x(?=\s?[\d.])|\p{L}(?:[\p{L}\p{M}\p{N}']|[&_](?=\p{L}))*`;
const TOKEN = new RegExp(`(?<whole>${DATE}|${CLOCK})|${NUMBER}|(?<word>${WORD})|(?<other>\\S)`, 'gu');

/** How words are typed in a hurry and said in a dialect. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  `about:abt,bout what:wat,wot,wht,whit with:wi give:gie,gi to:tae little:wee,lil,smol one:un them:em no:naw yes:aye half:hauf was:wis my:ma
  next:nxt before:b4 meeting:mtg meetings:mtgs when:wen because:bc company:compny from:frm really:rly,rlly`
    .split(/\s+/)
    .flatMap((entry) => {
      const [meant = '', typed = ''] = entry.split(':');
      return typed.split(',').map((word) => [word, meant] as const);
    }),
);

/** `the big frm`; elsewhere it is a `from`. */
const OF_FIRM = /^(?:big|bigger|small|smaller|large|larger|little|other|the|this|that|same|one|each|which|his|her)$/;

const lookedUp = (word: string, before: string): string => {
  const plain = word.replace(/'s$/, '').replaceAll("'", '').normalize('NFD').replace(/\p{M}/gu, '');
  if (plain === 'frm' && OF_FIRM.test(before)) return 'firm';
  // `we'd` is no Wednesday
  return word === "we'd" ? 'we' : (SHORT_FORMS.get(plain) ?? plain);
};

/** Markup around words: `*50bps*`. */
const isMarkup = (text: string, at: number): boolean =>
  /[*_']/.test(text[at] ?? '') &&
  !(/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ''));

/** A hyphen that only joins two words, or a number and its unit, is no token. */
const isJoiner = (text: string, at: number): boolean =>
  text[at] === '-' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '');

/** The tokens from one on to another, that one not included, with their place in the typed text. */
export const spanOver = (tokens: readonly Token[], from: number, to: number): Span => ({
  from,
  to,
  start: (tokens[from] as Token).start,
  end: (tokens[to - 1] as Token).end,
});

export const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? '';

export interface Tokens {
  readonly all: readonly Token[];
  readonly plain: Plain;
}

export const tokensOf = (typed: string): Tokens => {
  const plain = normalizedText(typed);
  const { text, origin } = plain;
  const all: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (all.length >= MOST_TOKENS) break;
    const { whole, sign = '', money, digits, word, other } = match.groups as Record<string, string | undefined>;
    if (other !== undefined && (isJoiner(text, match.index) || isMarkup(text, match.index))) continue;
    const end = match.index + match[0].length;
    const before = all.at(-1);
    all.push({
      kind: word !== undefined ? 'word' : other !== undefined ? 'sign' : 'number',
      word: word !== undefined ? lookedUp(word, before?.word ?? '') : (whole ?? digits ?? other ?? ''),
      start: origin[match.index] as number,
      end: origin[end] as number,
      isGlued:
        before !== undefined && before.end === origin[match.index] && match.index > 0 && text[match.index - 1] !== ' ',
      sign: sign.trim() as Token['sign'],
      isMoney: money !== undefined,
    });
  }
  return { all, plain };
};

/** Which clause each token stands in, counted from 0. */
export interface Clauses {
  /** Broken at `. ? ! ;`, dashes and lines: a new thought. */
  readonly hard: readonly number[];
  /** Also broken at commas, colons, brackets, and at and, but, so, plus, while, then. */
  readonly soft: readonly number[];
}

const HARD = new Set(['.', '?', '!', ';', '\u2013', '|']);
const SOFT = new Set([',', ':', '(', ')', '[', ']', '>']);
const JOINS = new Set(['and', 'but', 'so', 'plus', 'while', 'then', 'whereas', 'with', 'if', 'assuming', 'because']);

/** A dash with spaces around it, or several, is a break; between two numbers it is a range. */
const isDash = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at] as Token).word === '-' && tokens[at - 1] !== undefined && !(tokens[at] as Token).isGlued;

const isRangeDash = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at] as Token).word === '\u2013' && tokens[at - 1]?.kind === 'number' && tokens[at + 1]?.kind === 'number';

export const clausesOf = (tokens: readonly Token[], typed: string): Clauses => {
  const hard: number[] = [];
  const soft: number[] = [];
  let [inHard, inSoft] = [0, 0];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const isNewLine = before !== undefined && typed.slice(before.end, token.start).includes('\n');
    // large.floating, ratios such as .42: a point within a word ends nothing
    const isInside = token.word === '.' && token.isGlued && tokens[at + 1]?.isGlued === true;
    const isBreak =
      !isInside && token.kind === 'sign' && ((HARD.has(token.word) && !isRangeDash(tokens, at)) || isDash(tokens, at));
    if (isBreak || isNewLine) inHard += 1;
    if (isBreak || isNewLine || SOFT.has(token.word) || JOINS.has(token.word)) inSoft += 1;
    hard.push(inHard);
    soft.push(inSoft);
  });
  return { hard, soft };
};
