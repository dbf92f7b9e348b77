import {
  lexiconOf,
  marked,
  type Phrases,
  type Place,
  pageIn,
  phrasesOf,
  says,
  slotsOf,
  typedAt,
  type Utterance,
  unreadIn,
} from '../../language/index.ts';
import { type Library, noteNumberOf, notesBy } from '../../notes/index.ts';
import { readConflicts } from '../conflicts/read.ts';
import { figuresSearch } from '../figure/read-printed.ts';
import { findingsIn } from '../findings.ts';
import type { Question } from '../questions.ts';
import type { ReadCommand } from '../reading.ts';
import type { CheckQuestion } from './question.ts';
import { CHECKS } from './read.ts';
import { verdictsOf } from './read-shown.ts';
import words from './words.json' with { type: 'json' };

const WORDS = lexiconOf(words.command);

const MOST_FOUND = 5;

/** The notes that are named: by number, and by whom they are of where nothing else is said; `2` is note 002 where it is all that is left. */
const notesIn = (utterance: Utterance, library: Library, others: readonly Place[]) => {
  const [at = 0, ...more] = unreadIn(utterance, others);
  const digit = more.length === 0 && /^\d$/.test(utterance.words[at] ?? '') ? `00${utterance.words[at]}` : undefined;
  if (library.notes.some(({ number }) => number === digit))
    return { named: [digit as string], places: [{ from: at, to: at + 1 }] };
  const numbered = slotsOf(utterance, 'note');
  const who = slotsOf(utterance, 'who');
  const isWho = unreadIn(utterance, [...numbered, ...who, ...others]).length === 0;
  const published = isWho
    ? notesBy(
        who.map(({ value }) => value),
        library,
      )
    : [];
  const named = [...new Set([...numbered.map(({ value }) => value), ...published])];
  return { named, places: [...numbered, ...(published.length > 0 ? who : [])] };
};

/** The text without these places. */
const without = ({ typed, tokens }: Utterance, places: readonly Place[]): string =>
  tokens
    .filter((_, at) => places.some(({ from, to }) => from <= at && at < to))
    .reduce((said, { start, end }) => said.slice(0, start) + ' '.repeat(end - start) + said.slice(end), typed);

/** `loose`, `what agrees`: the verdicts that are named; `what is wrong` is all that is flagged. */
const verdictsIn = (utterance: Utterance, phrases: Phrases): Pick<CheckQuestion, 'verdicts'> => {
  const isAll = says(utterance, /^(?:whats?|where|which|is|are|with)$/);
  return verdictsOf([
    ...phrases.of('verdict', ...(isAll ? ['agrees'] : [])),
    ...phrasesOf(utterance, CHECKS).of('verdict'),
  ]);
};

/** Reads the words behind `/check`: nothing for all notes, a note, `conflicts`, or free words for findings or figures. */
export const readCheckCommand: ReadCommand = (utterance, library, known) => {
  const phrases = phrasesOf(utterance, WORDS);
  const typed = pageIn(utterance);
  const page = typed && typed.page > 1 && { page: typed.page };
  const pages = typed ? [typed.place] : [];
  const isPrivate = marked(utterance, 'private');
  const asked = (question: Question) => ({ kind: 'question', question, private: isPrivate.length > 0 }) as const;
  if (phrases.has('conflict')) {
    const [reading] = readConflicts(utterance, undefined, library, known);
    return asked({ ...(reading?.asks.kind === 'conflicts' ? reading.asks : { kind: 'conflicts' }), ...page });
  }
  const beside = [...phrases.all, ...phrasesOf(utterance, CHECKS).of('verdict'), ...pages];
  const { named, places } = notesIn(utterance, library, beside);
  const free = unreadIn(utterance, [...places, ...beside]).map((at) => utterance.words[at] as string);
  const [stranger] = free;
  if (stranger === undefined) {
    const [note, second] = named;
    const readings = named.map((one) => ({ name: `note ${one}`, question: { kind: 'check', note: one } as const }));
    if (second !== undefined) return { kind: 'unclear', reason: 'which', readings };
    return asked({ kind: 'check', ...(note !== undefined && { note }), ...verdictsIn(utterance, phrases), ...page });
  }
  const number = utterance.words.includes('note') ? /^(?:\d{1,3}|t\d{1,4})$/i : /^\d{3}$|^0\d|^t\d{1,4}$/i;
  const isNumber = free.length === 1 && number.test(stranger);
  const isOfNote = (id: string) => named.length === 0 || named.includes(noteNumberOf(id));
  const said = without(utterance, [...places, ...pages, ...isPrivate]);
  const { all, search } = findingsIn(library);
  const byName = all.filter(({ id, subject }) => isOfNote(id) && subject.toLowerCase() === said.trim().toLowerCase());
  const byWords = isNumber ? [] : search(said, isOfNote).ids;
  const [finding, ...findings] = [...new Set([...byName.map(({ id }) => id), ...byWords])].slice(0, MOST_FOUND);
  if (finding !== undefined) return asked({ kind: 'check', findings: [finding, ...findings], ...page });
  const [figure, ...figures] = isNumber ? [] : figuresSearch(library)(said, isOfNote).ids.slice(0, MOST_FOUND);
  if (figure !== undefined) return asked({ kind: 'figure', figures: [figure, ...figures], ...page });
  return isNumber && /^t|^.{1,3}$/i.test(stranger)
    ? { kind: 'unclear', reason: 'unknown-note', words: stranger.toUpperCase() }
    : { kind: 'unclear', reason: 'nothing-to-check', words: typedAt(utterance) };
};
