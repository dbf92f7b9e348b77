import described from './courtesies.json' with { type: 'json' };
import { lexiconOf, marksIn } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { FUNCTION_WORDS } from './words.ts';

/** What is said around a question for manners alone, `when you get a sec`, in whatever words: each row is parts in turn. */
const phrasesOf = (row: readonly string[]): readonly string[] =>
  row.reduce<readonly string[]>(
    (said, part) => said.flatMap((before) => part.split('|').map((next) => `${before} ${next}`.trim())),
    [''],
  );

const COURTESIES = lexiconOf({ courtesy: { said: described.flatMap(phrasesOf) } });

/** A word of manners that says nothing, in whose place they are read. */
const PLAIN = 'please';

/** Behind such a word stands somebody who is spoken of: `the big guys`. */
const NAMES =
  /^(?:the|a|an|my|our|your|big|bigger|small|smaller|little|large|larger|those|these|other|both|for|of|with)$/;

/** Said for itself too: it is answered. */
const KEPT = /^(?:thanks|thx|ty|cheers|hi|hey|hello|morning|good|sorry)$/;

/** What may stand between a courtesy and the end of the text that it belongs to. */
const isManner = ({ kind, word }: Token): boolean =>
  kind === 'sign' ||
  /^(?:please|pls|plz|thanks|thx|hi|hey|hello|ok|okay|so|and|but|oh|ah|well|right|now|sorry|yo|just|um|uh|hmm)$/.test(
    word,
  );

/**
 * The tokens with courtesies before and behind what is asked read as `please`, each token in its place: `heya team, fed
 * cuts 50 when you get a sec`. Nothing else is changed: not what stands in the middle, right behind a bare number, where
 * it may be what is counted, and not a text that is nothing but manners.
 */
export const withPlainManners = (tokens: readonly Token[]): readonly Token[] => {
  const words = tokens.map(({ word }) => word);
  const found = marksIn(COURTESIES, words).filter(({ from }) => !NAMES.test(words[from - 1] ?? ''));
  if (found.length === 0) return tokens;
  const isPlain = new Set<number>();
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) isPlain.add(at);
  };
  const isSaid = (at: number): boolean => isPlain.has(at) || isManner(tokens[at] as Token);
  const isAll = (from: number, to: number): boolean => tokens.slice(from, to).every((_, at) => isSaid(from + at));
  const isSign = (at: number): boolean => tokens[at]?.kind === 'sign';
  for (const { from, to } of found) if (isAll(0, from) || isSign(from - 1)) take(from, to);
  for (const { from, to } of [...found].reverse())
    if ((isAll(to, tokens.length) || isSign(to)) && tokens[from - 1]?.kind !== 'number') take(from, to);
  const isAsked = tokens.some(
    ({ kind, word }, at) => !isPlain.has(at) && (kind === 'number' || (kind === 'word' && !FUNCTION_WORDS.has(word))),
  );
  return isAsked
    ? tokens.map((token, at) =>
        isPlain.has(at) && token.kind === 'word' && !KEPT.test(token.word) ? { ...token, word: PLAIN } : token,
      )
    : tokens;
};
