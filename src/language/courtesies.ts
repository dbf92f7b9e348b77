import described from './courtesies.json' with { type: 'json' };
import type { Mark } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { FUNCTION_WORDS } from './words.ts';

/** The ways to say one part of a courtesy, each of no, one or several words. */
type Part = readonly (readonly string[])[];
type Place = Pick<Mark, 'from' | 'to'>;

/** `that's`, as tokens are cut. */
const OWNED = /\b(it|that|there|here|let|what|how|who)s\b/g;

/** What is said around a question for manners alone, `when you get a sec`, in whatever words: each row is parts in turn. */
const ROWS: readonly (readonly Part[])[] = described.map((row) =>
  row.map((part) =>
    part
      .split('|')
      .flatMap((said) => [...new Set([said, said.replace(OWNED, '$1')])])
      .map((said) => said.split(' ').filter((word) => word !== '')),
  ),
);

/** Rows by each word that they may begin with. */
const BEGINNING = new Map<string, (readonly Part[])[]>();
for (const row of ROWS) {
  const certain = row.findIndex((part) => part.every((said) => said.length > 0));
  for (const word of new Set(row.slice(0, certain + 1).flatMap((part) => part.flatMap(([first]) => first ?? []))))
    BEGINNING.set(word, [...(BEGINNING.get(word) ?? []), row]);
}

/** Where the longest way ends to say the parts of a row from one on; -1 where none is said. */
const endOf = (words: readonly string[], row: readonly Part[], part: number, at: number): number =>
  row[part] === undefined
    ? at
    : row[part].reduce(
        (most, said) =>
          said.every((word, each) => words[at + each] === word)
            ? Math.max(most, endOf(words, row, part + 1, at + said.length))
            : most,
        -1,
      );

const courtesiesIn = (words: readonly string[]): readonly Place[] => {
  const found: Place[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const rows = BEGINNING.get(words[from] as string) ?? [];
    const to = rows.reduce((most, row) => Math.max(most, endOf(words, row, 0, from)), from);
    if (to === from) continue;
    found.push({ from, to });
    from = to - 1;
  }
  return found;
};

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
  const found = courtesiesIn(words).filter(({ from }) => !NAMES.test(words[from - 1] ?? ''));
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
        isPlain.has(at) && token.kind !== 'sign' && !KEPT.test(token.word)
          ? { ...token, kind: 'word' as const, word: PLAIN }
          : token,
      )
    : tokens;
};
