import {
  lexiconOf,
  marked,
  type Named,
  overlaps,
  phrasesFound,
  slotsOf,
  typedAt,
  type Utterance,
  unreadIn,
} from '../../language/index.ts';
import { NOTE_TOPICS, STANCES } from '../../notes/index.ts';
import type { ReadCommand } from '../reading.ts';
import { nearestSubjects } from './read-subjects.ts';
import { viewsOf } from './read-terms.ts';
import words from './words.json' with { type: 'json' };

/** Words that narrow nothing. One that might is left out: an unknown word asks back. */
const FILLERS = lexiconOf(words.command);

const MOST_PAGE = 99;
const MOST_VALUES = 6;

/** What the words name, the longer name where two overlap; a word that narrows nothing is no name. */
const subjectsIn = (
  utterance: Utterance,
  fillers: readonly { readonly from: number; readonly to: number }[],
): readonly Named[] => {
  const named = (['who', 'note', 'stance', 'topic'] as const).flatMap((kind): readonly Named[] =>
    slotsOf(utterance, kind),
  );
  const isLonger = (one: Named, other: Named) => one.to - one.from > other.to - other.from;
  return named.filter(
    (one) =>
      !named.some((other) => overlaps(one, other) && isLonger(other, one)) &&
      !fillers.some(({ from, to }) => from === one.from && to === one.to),
  );
};

const valuesOf = (named: readonly Named[], kind: Named['kind']): readonly string[] =>
  [...new Set(named.flatMap((one) => (one.kind === kind ? [one.value] : [])))].slice(0, MOST_VALUES);

/**
 * Reads the words behind `/views`: a stance, a person, a firm, a topic, a note, or several of them, which narrow one
 * another. A word that means nothing here is asked back with the nearest names.
 */
export const readViewsCommand: ReadCommand = (utterance, library) => {
  const fillers = phrasesFound(utterance, FILLERS);
  const subjects = subjectsIn(utterance, fillers);
  const pages = fillers.flatMap(({ tag, from, to }) =>
    tag === 'page' && /^\d{1,2}$/.test(utterance.words[to] ?? '') ? [{ from, to: to + 1 }] : [],
  );
  const unread = unreadIn(utterance, [...fillers.filter(({ tag }) => tag === 'filler'), ...subjects, ...pages]);
  const [stranger] = unread;
  if (stranger !== undefined) {
    const word = utterance.words[stranger] as string;
    if (/^\d{1,3}$/.test(word)) return { kind: 'unclear', reason: 'unknown-note', words: word };
    const said = typedAt(utterance, unread);
    return {
      kind: 'unclear',
      reason: 'not-in-notes',
      words: said,
      nearest: nearestSubjects(said.toLowerCase(), library),
    };
  }
  const page = Math.min(MOST_PAGE, Number(utterance.words[(pages[0]?.to ?? 0) - 1]));
  const isOf = <Value extends string>(values: readonly Value[], kind: Named['kind']): readonly Value[] =>
    values.filter((value) => valuesOf(subjects, kind).includes(value));
  const question = viewsOf({
    stances: isOf(STANCES, 'stance'),
    who: valuesOf(subjects, 'who'),
    topics: isOf(NOTE_TOPICS, 'topic'),
    notes: valuesOf(subjects, 'note'),
  });
  return {
    kind: 'question',
    question: { ...question, ...(page > 1 && { page }) },
    private: marked(utterance, 'private').length > 0,
  };
};
