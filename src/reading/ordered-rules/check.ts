import { type Library, NOTES } from '../../notes/index.ts';
import { CITED_RECORD, conflictsIn } from '../../record/index.ts';
import type { Question } from '../../topics/questions.ts';
import type { ReadingResult } from '../../topics/turn.ts';
import { namedIn } from './findings-named.ts';
import { matchAt } from './lexicon.ts';
import { nonEmpty } from './non-empty.ts';
import { subjectsOf } from './subjects.ts';
import { termsOf, wordsWithFigures } from './terms.ts';
import { clip, LONGEST_READ, plainWords, wordSet } from './tokens.ts';

const FILLERS = wordSet('the a an of in on note notes all everything figures figure facts numbers please pls me and');
const CONFLICT_WORDS = wordSet('conflict conflicts conflicting contradiction contradictions contradict disagree');
const MOST_FOUND = 5;
const MOST_CONFLICTS_FOUND = 2;
const PAGE = /^\d{1,2}$/;
const ONE_DIGIT = /^\d$/;
const NOTE_LIKE = /^\d{3}$/;
const NOTE_LIKE_BEHIND_NOTE = /^\d{1,3}$/;

const asked = (question: Question, isPrivate: boolean): ReadingResult => ({
  kind: 'question',
  question,
  private: isPrivate,
});

interface Aside {
  readonly words: readonly string[];
  readonly isPrivate: boolean;
  /** A page behind the first. */
  readonly page: { readonly page?: number };
}

/** Sets aside what says how to answer, `private` and `page 2`, from what is asked. */
const setAside = (typed: readonly string[]): Aside => {
  const at = typed.findIndex((word, index) => word === 'page' && PAGE.test(typed[index + 1] ?? ''));
  const page = at < 0 ? 1 : Number(typed[at + 1]);
  const unpaged = at < 0 ? typed : [...typed.slice(0, at), ...typed.slice(at + 2)];
  const words = unpaged.filter((word) => word !== 'private' && word !== 'privately');
  return { words, isPrivate: words.length < unpaged.length, page: page > 1 ? { page } : {} };
};

/** `2` by itself is note 002; among other words it is a figure. */
const noteAlone = ([word = '', ...more]: readonly string[], library: Library): string | undefined =>
  more.length === 0 && ONE_DIGIT.test(word)
    ? library.notes.find(({ number }) => Number(number) === Number(word))?.number
    : undefined;

/** The notes that words name by their numbers, and the words that are left. */
const notesNamed = (words: readonly string[], library: Library) => {
  const alone = noteAlone(words, library);
  if (alone !== undefined) return { numbers: [alone], rest: [] };
  const lexicon = subjectsOf(library);
  const numbers: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const match = matchAt(lexicon, words, at);
    const [means] = match?.means ?? [];
    if (match !== undefined && !match.guessed && means?.kind === 'note') {
      numbers.push(means.number);
      at += match.length;
    } else {
      rest.push(words[at] as string);
      at += 1;
    }
  }
  return { numbers, rest };
};

const publishedBy = (words: readonly string[], library: Library): readonly string[] => {
  const match = matchAt(subjectsOf(library), words, 0);
  if (match?.length !== words.length) return [];
  const names = match.means.flatMap((means) => (means.kind === 'who' ? [means.name] : []));
  return library.notes
    .filter(({ author, publisher }) => names.includes(publisher) || names.includes(author.name ?? ''))
    .map(({ number }) => number);
};

/** The ids of the conflicts in which one of the notes takes a side. */
const conflictsOf = (notes: readonly string[], library: Library): readonly string[] =>
  conflictsIn(library, CITED_RECORD)
    .filter(({ sides }) => sides.some(({ claims }) => claims.some((id) => notes.includes(id.slice(0, 3)))))
    .map(({ id }) => id);

/**
 * Reads the words behind `/check`: nothing for all notes, a note, `conflicts`, or free words for findings or figures.
 *
 * @param typed as Slack or a terminal hands it over
 */
export const readCheck = (typed: string, library: Library = NOTES): ReadingResult => {
  const plain = plainWords(typed);
  if (plain.length > LONGEST_READ) return { kind: 'unclear', reason: 'nothing-to-check', words: clip(plain) };
  const { words, isPrivate, page } = setAside(wordsWithFigures(plain));
  if (plain === '?' || words.join(' ') === 'help') return asked({ kind: 'help' }, true);
  const isConflict = words.some((word) => CONFLICT_WORDS.has(word));
  const { numbers, rest: unnamed } = notesNamed(words, library);
  const rest = unnamed.filter((word) => !FILLERS.has(word) && !CONFLICT_WORDS.has(word) && termsOf(word).length > 0);
  const publishers = rest.length > 0 ? publishedBy(rest, library) : [];
  const notes = [...new Set([...numbers, ...publishers])];
  const free = publishers.length > 0 ? [] : rest;
  if (isConflict) {
    const { find } = namedIn(library).conflicts;
    const conflicts = nonEmpty(
      free.length > 0 ? find(free.join(' '), MOST_CONFLICTS_FOUND) : conflictsOf(notes, library),
    );
    return asked({ kind: 'conflicts', ...(conflicts && { conflicts }), ...page }, isPrivate);
  }
  const [note, ...others] = notes;
  if (free.length === 0 && others.length > 0) {
    const readings = notes.map((one) => ({ name: `note ${one}`, question: { kind: 'check', note: one } as const }));
    return { kind: 'unclear', reason: 'which', readings };
  }
  if (free.length === 0) return asked({ kind: 'check', ...(note !== undefined && { note }), ...page }, isPrivate);
  const inNote = (id: string) => notes.length === 0 || notes.includes(id.slice(0, 3));
  const [stranger = ''] = free;
  const unknownNote: ReadingResult = { kind: 'unclear', reason: 'unknown-note', words: stranger };
  if (free.length === 1 && words.includes('note') && NOTE_LIKE_BEHIND_NOTE.test(stranger)) return unknownNote;
  const { findings, figures } = namedIn(library);
  const found = nonEmpty(findings.find(free.join(' '), MOST_FOUND, inNote));
  if (found) return asked({ kind: 'check', findings: found, ...page }, isPrivate);
  const printed = nonEmpty(figures.find(free.join(' '), MOST_FOUND, inNote));
  if (printed) return asked({ kind: 'figure', figures: printed, ...page }, isPrivate);
  if (free.length === 1 && NOTE_LIKE.test(stranger)) return unknownNote;
  return { kind: 'unclear', reason: 'nothing-to-check', words: clip(plain) };
};
