import { NOTES } from '../../src/notes/library.ts';
import { type Reply, wordsOf } from './reply.ts';

/** The people and firms of the notes: a fact that begins with one of them is a fact that the reply must name them. */

interface Entity {
  /** Every way the name is written, longest first. */
  readonly spellings: readonly string[];
}

const lastName = (name: string): string => name.split(' ').at(-1) ?? name;

const entities = (): readonly Entity[] => {
  const people = NOTES.claims.flatMap(({ speaker }) => (speaker ? [[speaker, lastName(speaker)]] : []));
  const firms = NOTES.claims.map(({ firm, firmShort }) => [firm, ...(firmShort ? [firmShort] : [])]);
  const bySpelling = new Map<string, readonly string[]>();
  for (const spellings of [...people, ...firms]) {
    const name = spellings[0] as string;
    bySpelling.set(name, [...new Set([...(bySpelling.get(name) ?? []), ...spellings])]);
  }
  return [...bySpelling.values()].map((spellings) => ({
    spellings: [...spellings].sort((one, other) => other.length - one.length),
  }));
};

const ENTITIES = entities();

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Whole words, whatever their case; the single letter of an author only as a capital. */
export const holdsWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, word.length === 1 ? 'u' : 'iu').test(text);

const startsWith = (fact: string, spelling: string): boolean =>
  fact.startsWith(spelling) && !/^[\p{L}\p{N}]/u.test(fact.slice(spelling.length));

/** Every spelling of whoever the fact begins with, longest name first; none where it begins with nobody. */
export const nameIn = (fact: string): readonly string[] =>
  ENTITIES.map(({ spellings }) => ({ spellings, length: spellings.find((one) => startsWith(fact, one))?.length ?? 0 }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => other.length - one.length)[0]?.spellings ?? [];

type View = Reply['answer']['views'][number];

export const isBy = (view: View, spellings: readonly string[]): boolean =>
  spellings.some((one) => view.person === one || view.firm === one);

export const isNamed = (reply: Reply, spellings: readonly string[]): boolean =>
  reply.answer.views.some((view) => isBy(view, spellings)) ||
  spellings.some((spelling) => holdsWord(wordsOf(reply), spelling));
