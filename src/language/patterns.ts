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

/** A place in a text: a tag or a sign with what stands behind it, and values. */
interface Name {
  readonly name: string;
  readonly tag: string;
  readonly rest: string;
  readonly values: readonly string[];
}

/** `a`, or `a` before `b` with so many words between them at most. */
interface Said {
  readonly one: Name;
  readonly most: number;
  readonly other: Name | undefined;
}

interface Term {
  readonly isNone: boolean;
  readonly said: readonly Said[];
}

const nameOf = (name: string): Name => {
  const [tag = '', values] = name.split(':');
  return { name, tag, rest: tag.slice(1), values: values?.split(',') ?? [] };
};
const saidIn = (said: string): Said => {
  const [one = '', most, other] = said.split('>');
  return { one: nameOf(one), most: Number(most), other: other === undefined ? undefined : nameOf(other) };
};
const termIn = (term: string): Term =>
  term.startsWith('-')
    ? { isNone: true, said: [saidIn(term.slice(1))] }
    : { isNone: false, said: term.split('|').map(saidIn) };

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
  const found = ({ name, tag, rest, values }: Name): readonly Place[] => {
    if (tag === '?') return typed.trim().endsWith('?') ? [{ from: 0, to: tokens.length }] : [];
    if (tag.startsWith('^')) {
      const first = firstWordOf(utterance);
      return places(nameOf(name.slice(1))).filter(({ from }) => from === first);
    }
    if (tag.startsWith('=')) return words.flatMap((word, at) => (word === rest ? [{ from: at, to: at + 1 }] : []));
    if (tag.startsWith('@'))
      return marked(utterance, rest).filter(({ value }) => values.length === 0 || values.includes(value));
    if (tag === '#number') return numbersIn(utterance);
    if (tag.startsWith('#')) return slots.filter(({ kind }) => kind === rest);
    return more.get(tag) ?? phrases.of(tag, ...values);
  };
  const looked = new Map<string, readonly Place[]>();
  const places = (name: Name): readonly Place[] => {
    const before = looked.get(name.name);
    if (before) return before;
    const all = found(name);
    looked.set(name.name, all);
    return all;
  };
  const isSaid = ({ one, most, other }: Said): boolean =>
    places(one).length > 0 && (other === undefined || isBefore(places(one), places(other), most));
  return (pattern) => termsOf(pattern).every(({ isNone, said }) => said.some(isSaid) !== isNone);
};
