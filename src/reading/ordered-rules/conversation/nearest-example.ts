import { distance } from 'fastest-levenshtein';
import type { Question } from '../../../topics/questions.ts';
import { wordSet } from '../tokens.ts';
import { EXAMPLES } from './examples.ts';
import { asked, type Rule } from './said.ts';

/** Words that say nothing of what is asked. */
const EMPTY = wordSet(`
  a an the of to in on at by for and or is are am was were be been it its this that these those do does did you your i
  me my we our us with from as so please just then there here ok okay hi hey tell give show can could would will any
  some one
`);

const SHORTEST_STEM = 3;
const stemOf = (word: string): string =>
  word.replace(/(?:ing|ed|es|s|ly)$/, (end) => (word.length - end.length >= SHORTEST_STEM ? '' : end));

const termsIn = (words: readonly string[]): readonly string[] => [
  ...new Set(words.filter((word) => !EMPTY.has(word)).map(stemOf)),
];

interface Known {
  readonly asks: Question;
  readonly terms: readonly string[];
}

const KNOWN: readonly Known[] = EXAMPLES.flatMap(({ asks, texts }) =>
  texts.map((text) => ({ asks, terms: termsIn(text.split(' ')) })),
);

/** In how many examples a term stands: a rare one says more. */
const COUNTS = KNOWN.reduce((counts, { terms }) => {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}, new Map<string, number>());

const weightOf = (term: string): number => Math.log(1 + KNOWN.length / (1 + (COUNTS.get(term) ?? 0)));
const weigh = (terms: readonly string[]): number => terms.reduce((total, term) => total + weightOf(term), 0);

const SHORTEST_MISSPELT = 5;
const isSame = (one: string, other: string): boolean =>
  one === other || (one.length >= SHORTEST_MISSPELT && distance(one, other) <= 1);

/** Shared weight ÷ all weight of both, from 0 to 1. */
const likeness = (said: readonly string[], example: readonly string[]): number => {
  const shared = said.filter((term) => example.some((other) => isSame(term, other)));
  return (2 * weigh(shared)) / (weigh(said) + weigh(example));
};

const LEAST_LIKENESS = 0.5;
const LEAST_LEAD = 0.06;

/** `surely they hedge their floaters`: what the nearest example asks, where it is near and no other is as near. */
export const nearestExample: Rule = ({ words, context, plain }) => {
  const said = termsIn(words);
  if (said.length === 0 || /\d/.test(plain)) return undefined;
  const ranked = KNOWN.map(({ asks, terms }) => ({ asks, like: likeness(said, terms) })).sort(
    (one, other) => other.like - one.like,
  );
  const best = ranked[0];
  const rival = ranked.find(({ asks }) => asks !== best?.asks);
  if (!best || best.like < LEAST_LIKENESS || best.like - (rival?.like ?? 0) < LEAST_LEAD) return undefined;
  const of = context?.move;
  return asked(best.asks.kind === 'method' && of ? { ...best.asks, of } : best.asks);
};
