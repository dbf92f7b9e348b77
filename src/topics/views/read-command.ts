import {
  lexiconOf,
  marked,
  overlaps,
  pageIn,
  phrasesFound,
  slotsOf,
  typedAt,
  type Utterance,
  unreadIn,
} from '../../language/index.ts';
import { NOTE_TOPICS, newSince, STANCES } from '../../notes/index.ts';
import { daysIn } from '../../periods/index.ts';
import type { IsoDate } from '../../units.ts';
import type { ReadCommand } from '../reading.ts';
import { viewsOf } from './read-filters.ts';
import { nearestSubjects } from './read-subjects.ts';
import { distinct } from './read-terms.ts';
import words from './words.json' with { type: 'json' };

/** Words that narrow nothing. One that might is left out: an unknown word asks back. */
const FILLERS = lexiconOf(words.command);

const LIVING = lexiconOf(words.living);

/** `new`, `since monday`, `scored`: what was added of late, and what became of views that ended. */
export const sinceIn = (utterance: Utterance, today: IsoDate | undefined) => {
  const living = phrasesFound(utterance, LIVING);
  const { since, places } = daysIn(utterance, today);
  const isNew = living.some(({ tag }) => tag === 'new');
  const first = since?.first ?? (isNew && today ? newSince(today) : undefined);
  return {
    filters: {
      ...(first && { since: first }),
      ...(living.some(({ tag }) => tag === 'scored') && { scored: true as const }),
    },
    places: [...living, ...(since ? places : [])],
  };
};

const SUBJECTS = ['who', 'note', 'stance', 'topic'] as const;

/**
 * Reads the words behind `/views`: a stance, a person, a firm, a topic, a note, or several of them, which narrow one
 * another. A word that means nothing here is asked back with the nearest names.
 */
export const readViewsCommand: ReadCommand = (utterance, library, known) => {
  const fillers = phrasesFound(utterance, FILLERS);
  const named = SUBJECTS.flatMap((kind) => slotsOf(utterance, kind));
  // the longer name where two overlap; a word that narrows nothing is no name
  const subjects = named.filter(
    (one) =>
      !named.some((other) => overlaps(one, other) && other.to - other.from > one.to - one.from) &&
      !fillers.some(({ from, to }) => from === one.from && to === one.to),
  );
  const page = pageIn(utterance);
  const since = sinceIn(utterance, known.today);
  const places = [...fillers, ...subjects, ...since.places, ...(page ? [page.place] : [])];
  const unread = unreadIn(utterance, places);
  const [stranger] = unread;
  if (stranger !== undefined) {
    const word = utterance.words[stranger] as string;
    if (/^(?:\d{1,3}|t\d{1,4})$/i.test(word))
      return { kind: 'unclear', reason: 'unknown-note', words: word.toUpperCase() };
    const said = typedAt(utterance, unread);
    const nearest = nearestSubjects(said.toLowerCase(), library);
    return { kind: 'unclear', reason: 'not-in-notes', words: said, nearest };
  }
  const of = (kind: (typeof SUBJECTS)[number]) => subjects.filter((one) => one.kind === kind);
  const question = viewsOf({
    stances: STANCES.filter((one) => of('stance').some(({ value }) => value === one)),
    who: distinct(of('who').map(({ value }) => value)),
    topics: distinct(NOTE_TOPICS.filter((one) => of('topic').some(({ value }) => value === one))),
    notes: distinct(of('note').map(({ value }) => value)),
    ...since.filters,
  });
  return {
    kind: 'question',
    question: { ...question, ...(page && page.page > 1 && { page: page.page }) },
    private: marked(utterance, 'private').length > 0,
  };
};
