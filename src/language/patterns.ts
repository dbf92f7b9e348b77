import { numbersIn } from './gate.ts';
import { firstWordOf, isBefore, type Phrases } from './phrases.ts';
import type { Place } from './size.ts';
import { marked, type Utterance } from './utterance.ts';

/**
 * Whether an utterance says what a pattern names: terms a space apart, all of which must hold. `trade` is a phrase of
 * the topic's own tables and `trade:hold,loose` one of these values; `@fed:fed` is one of the language's tables, `#who` a
 * slot, `#number` a number that nobody may pass over, `=if` that very word, `?` a question mark at the end. `^say` is
 * the first word, `a>3>b` the one before the other with three words between them at most, `a|b` one of them, `-a` none.
 */
export type Matches = (pattern: string) => boolean;

/** `a`, or `a` before `then` with so many words between them at most. */
interface Name {
  readonly one: string;
  readonly most: number;
  readonly then: string | undefined;
}

interface Term {
  readonly isNone: boolean;
  readonly names: readonly Name[];
}

const nameIn = (said: string): Name => {
  const [one = '', most, then] = said.split('>');
  return { one, most: Number(most), then };
};
const termIn = (term: string): Term =>
  term.startsWith('-')
    ? { isNone: true, names: [nameIn(term.slice(1))] }
    : { isNone: false, names: term.split('|').map(nameIn) };

/** Patterns are constants, and each is taken apart once. */
const TERMS = new Map<string, readonly Term[]>();
const termsOf = (pattern: string): readonly Term[] => {
  const before = TERMS.get(pattern);
  if (before) return before;
  const terms = pattern.split(' ').map(termIn);
  TERMS.set(pattern, terms);
  return terms;
};

/** @param more what else the patterns name, and where it stands */
export const matcherOf = (
  utterance: Utterance,
  phrases: Phrases,
  more: ReadonlyMap<string, readonly Place[]> = new Map(),
): Matches => {
  const { words, tokens, typed, slots } = utterance;
  const found = (name: string): readonly Place[] => {
    const [tag = '', list] = name.split(':');
    const values = list?.split(',') ?? [];
    const rest = tag.slice(1);
    if (tag === '?') return typed.trim().endsWith('?') ? [{ from: 0, to: tokens.length }] : [];
    if (tag.startsWith('^')) {
      const first = firstWordOf(utterance);
      return places(name.slice(1)).filter(({ from }) => from === first);
    }
    if (tag.startsWith('=')) return words.flatMap((word, at) => (word === rest ? [{ from: at, to: at + 1 }] : []));
    if (tag.startsWith('@'))
      return marked(utterance, rest).filter(({ value }) => list === undefined || values.includes(value));
    if (tag === '#number') return numbersIn(utterance);
    if (tag.startsWith('#')) return slots.filter(({ kind }) => kind === rest);
    return more.get(tag) ?? phrases.of(tag, ...values);
  };
  const looked = new Map<string, readonly Place[]>();
  const places = (name: string): readonly Place[] => {
    const before = looked.get(name);
    if (before) return before;
    const all = found(name);
    looked.set(name, all);
    return all;
  };
  const isSaid = ({ one, most, then }: Name): boolean =>
    places(one).length > 0 && (then === undefined || isBefore(places(one), places(then), most));
  return (pattern) => termsOf(pattern).every(({ isNone, names }) => names.some(isSaid) !== isNone);
};
