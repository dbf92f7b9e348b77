import { type Library, NOTES, STANCES } from '../../notes/index.ts';
import type { NamedQuestion, ReadingResult } from '../../topics/turn.ts';
import type { ViewsQuestion } from '../../topics/views/question.ts';
import { type Match, matchAt, nearest } from './lexicon.ts';
import { nonEmpty } from './non-empty.ts';
import { type Subject, subjectsOf, wordsOf } from './subjects.ts';
import { clip, plainWords, wordSet } from './tokens.ts';

/** Words that narrow nothing. One that might is left out: an unknown word asks back. */
const FILLERS = wordSet(`
  views view opinion opinions take takes stance stances voice voices side case argument arguments outlook
  all every everybody everyone anyone analyst analysts strategist strategists author note notes team firm
  of on about from for by in at to the a an and or with more vs versus against
  what whats who whos which is are does do did say says said think thinks thought they their his her its
  me us show give list get please pls small cap caps smallcap smallcaps smalls stocks shares companies
`);
const MOST_OFFERED = 3;
const MOST_VALUES = 6;

const nameOf = (subject: Subject): string => {
  switch (subject.kind) {
    case 'who':
      return subject.name;
    case 'stance':
      return subject.stance;
    case 'topic':
      return subject.topic;
    case 'note':
      return `note ${subject.number}`;
  }
};

/** The people, firms, stances and topics whose names look most like the words. */
export const nearestSubjects = (words: string, library: Library): readonly NamedQuestion[] =>
  nearest(subjectsOf(library), words, MOST_OFFERED).map((subject) => ({
    name: nameOf(subject),
    question: viewsQuestion([subject]),
  }));

interface Found {
  readonly subjects: Match<Subject>[];
  readonly unknown: string[];
  page: number | undefined;
  isPrivate: boolean;
}

const PAGE = /^\d{1,2}$/;

const findIn = (words: readonly string[], library: Library): Found => {
  const lexicon = subjectsOf(library);
  const found: Found = { subjects: [], unknown: [], page: undefined, isPrivate: false };
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const next = words[at + 1] ?? '';
    const match = matchAt(lexicon, words, at);
    // a filler is read as one unless it begins a longer name, `the wire`
    const isFiller = FILLERS.has(word) && (match === undefined || match.length === 1);
    if (word === 'page' && PAGE.test(next)) {
      found.page = Math.max(1, Number(next));
      at += 2;
    } else if (word === 'private' || word === 'privately') {
      found.isPrivate = true;
      at += 1;
    } else if (match && !isFiller) {
      found.subjects.push(match);
      at += match.length;
    } else {
      if (!isFiller) found.unknown.push(word);
      at += 1;
    }
  }
  return found;
};

const distinct = <T>(values: readonly T[]): [T, ...T[]] | undefined =>
  nonEmpty([...new Set(values)].slice(0, MOST_VALUES));

/** One question out of what was found: values of one kind add up, kinds narrow one another. */
export const viewsQuestion = (subjects: readonly Subject[], page?: number): ViewsQuestion => {
  const who = distinct(subjects.flatMap((one) => (one.kind === 'who' ? [one.name] : [])));
  const stances = distinct(subjects.flatMap((one) => (one.kind === 'stance' ? [one.stance] : [])));
  const topics = distinct(subjects.flatMap((one) => (one.kind === 'topic' ? [one.topic] : [])));
  const notes = distinct(subjects.flatMap((one) => (one.kind === 'note' ? [one.number] : [])));
  return {
    kind: 'views',
    ...(stances && stances.length < STANCES.length && { stances }),
    ...(who && { who }),
    ...(topics && { topics }),
    ...(notes && { notes }),
    ...(page !== undefined && page > 1 && { page }),
  };
};

const UNKNOWN_NOTE = /^\d{1,3}$/;

/**
 * Reads the words behind `/views`: a stance, a person, a firm, a topic, a note, or several of them, which narrow one
 * another. Misspelt names are guessed; a word that means nothing here is asked back with the nearest names.
 *
 * @param typed as Slack or a terminal hands it over
 */
export const readViews = (typed: string, library: Library = NOTES): ReadingResult => {
  const words = wordsOf(plainWords(typed));
  if (words.join(' ') === 'help' || plainWords(typed) === '?') {
    return { kind: 'question', question: { kind: 'help' }, private: true };
  }
  const { subjects, unknown, page, isPrivate } = findIn(words, library);
  const [stranger] = unknown;
  if (stranger !== undefined) {
    const isNote = UNKNOWN_NOTE.test(stranger);
    if (isNote) return { kind: 'unclear', reason: 'unknown-note', words: stranger };
    const unread = clip(unknown.join(' '));
    return { kind: 'unclear', reason: 'not-in-notes', words: unread, nearest: nearestSubjects(unread, library) };
  }
  const question = viewsQuestion(
    subjects.flatMap(({ means }) => means),
    page,
  );
  return { kind: 'question', question, private: isPrivate };
};
