import type { Lexicon, Mark } from './lexicon.ts';
import { isIn, phrasesFound, type Utterance } from './utterance.ts';

/** The phrases of a topic's own tables that stand in an utterance. */
export interface Phrases {
  readonly all: readonly Mark[];
  readonly of: (tag: string, ...values: readonly string[]) => readonly Mark[];
  readonly has: (tag: string, ...values: readonly string[]) => boolean;
}

export const phrasesOf = (utterance: Utterance, lexicon: Lexicon): Phrases => {
  const all = phrasesFound(utterance, lexicon);
  const of: Phrases['of'] = (tag, ...values) =>
    all.filter((mark) => mark.tag === tag && (values.length === 0 || values.includes(mark.value)));
  return { all, of, has: (tag, ...values) => of(tag, ...values).length > 0 };
};

type Place = Pick<Mark, 'from' | 'to'>;

/** Whether one of the first stands before one of the others, with so many words between them at most. */
export const isBefore = (first: readonly Place[], then: readonly Place[], most: number): boolean =>
  first.some(({ to }) => then.some(({ from }) => from >= to && from - to <= most));

/** The whole of an utterance, for what holds whatever else is said. */
export const wholeOf = ({ tokens }: Utterance): Place => ({ from: 0, to: tokens.length });

const COURTESY = new Set(
  'and or so but please pls plz hey hi hello ok okay now can could would you just also then well wait bot quick quickly kindly go ahead'.split(
    ' ',
  ),
);

/** Where the first word stands that is no courtesy: `please`, `can you`. */
export const firstWordOf = ({ tokens, words }: Utterance): number =>
  tokens.findIndex(({ kind }, at) => kind !== 'sign' && !COURTESY.has(words[at] as string));

/** `page 3`: which part of a list is asked for, from 1, and where it is said. */
export const pageIn = ({ words }: Utterance): { readonly page: number; readonly place: Place } | undefined => {
  const at = words.findIndex((word, from) => word === 'page' && /^\d{1,2}$/.test(words[from + 1] ?? ''));
  return at < 0 ? undefined : { page: Math.max(1, Number(words[at + 1])), place: { from: at, to: at + 2 } };
};

/** Tokens that stand in none of these places: words, numbers, and signs that calculate. */
export const unreadIn = ({ tokens, unknown }: Utterance, places: readonly Place[]): readonly number[] =>
  tokens.flatMap(({ kind }, at) => (isIn(places, at) || (kind === 'sign' && !unknown.has(at)) ? [] : [at]));

const LEADS =
  '(?:and|n|ok|okay|k|so|but|then|now|also|just|maybe|no|nah|oh|actually|please|pls|lets|they|what about|(?:what )?if (?:they|we|you)|what if i)';
const ENDS = '(?:please|pls|then|instead|now|again|too)';

/** A whole message: one of these and nothing else, apart from how it leads in and ends. */
export const inFull = (...said: readonly string[]): RegExp =>
  new RegExp(`^(?:${LEADS} )*(?:${said.join('|')})(?: ${ENDS})*$`);

/** The words one space apart, without the signs of a sentence; each of some places as one sign: `lower the @ to #`. */
export const told = (
  { tokens, words }: Utterance,
  places: readonly (readonly [sign: string, of: readonly Place[]])[] = [],
): string =>
  words
    .flatMap((word, at) => {
      const [sign, of = []] = places.find(([, some]) => isIn(some, at)) ?? [];
      if (sign !== undefined) return sign !== '' && of.some(({ from }) => from === at) ? [sign] : [];
      return tokens[at]?.kind === 'sign' ? [] : [word];
    })
    .join(' ');

const LONGEST_SAID = 60;

/** Tokens as typed, one space apart, or the whole text: at most 60 characters, for what is said back. */
export const typedAt = (utterance: Utterance, tokens?: readonly number[]): string =>
  (tokens === undefined
    ? utterance.typed.trim()
    : tokens.map((at) => utterance.typed.slice(utterance.tokens[at]?.start, utterance.tokens[at]?.end)).join(' ')
  ).slice(0, LONGEST_SAID);
