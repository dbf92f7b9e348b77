import {
  lexiconOf,
  marked,
  type Place,
  phrasesFound,
  slotsOf,
  typedAt,
  type Utterance,
  unreadIn,
} from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { readConflicts } from '../conflicts/read.ts';
import { figuresSearch } from '../figure/read-printed.ts';
import { findingsIn } from '../findings.ts';
import type { Question } from '../questions.ts';
import type { ReadCommand } from '../reading.ts';
import words from './words.json' with { type: 'json' };

const WORDS = lexiconOf(words.command);

const MOST_FOUND = 5;

/** The notes that are named: by number, and by whom they are of where nothing else is said; `2` alone is note 002. */
const notesIn = (utterance: Utterance, { notes }: Library, others: readonly Place[]) => {
  const [only = '', ...more] = utterance.words;
  const alone =
    more.length === 0 && /^\d$/.test(only) ? notes.find(({ number }) => Number(number) === Number(only)) : undefined;
  if (alone) return { named: [alone.number], places: [{ from: 0, to: 1 }] };
  const numbered = slotsOf(utterance, 'note');
  const who = slotsOf(utterance, 'who');
  const isWho = who.length > 0 && unreadIn(utterance, [...numbered, ...who, ...others]).length === 0;
  const published = notes.filter(({ author, publisher }) =>
    who.some(({ value }) => value === publisher || value === author.name),
  );
  const named = [...numbered.map(({ value }) => value), ...(isWho ? published.map(({ number }) => number) : [])];
  return { named: [...new Set(named)], places: [...numbered, ...(isWho && published.length > 0 ? who : [])] };
};

/** The text without these places. */
const without = ({ typed, tokens }: Utterance, places: readonly Place[]): string => {
  const isIn = (at: number) => places.some(({ from, to }) => from <= at && at < to);
  const blank = tokens.filter((_, at) => isIn(at));
  return [...typed].map((char, at) => (blank.some(({ start, end }) => start <= at && at < end) ? ' ' : char)).join('');
};

/** Reads the words behind `/check`: nothing for all notes, a note, `conflicts`, or free words for findings or figures. */
export const readCheckCommand: ReadCommand = (utterance, library, known) => {
  const phrases = phrasesFound(utterance, WORDS);
  const pages = phrases.flatMap(({ tag, from, to }) =>
    tag === 'page' && /^\d{1,2}$/.test(utterance.words[to] ?? '') ? [{ from, to: to + 1 }] : [],
  );
  const typedPage = Number(utterance.words[(pages[0]?.to ?? 0) - 1]);
  const page = typedPage > 1 && { page: typedPage };
  const isPrivate = marked(utterance, 'private').length > 0;
  const asked = (question: Question) => ({ kind: 'question', question, private: isPrivate }) as const;
  if (phrases.some(({ tag }) => tag === 'conflict')) {
    const [reading] = readConflicts(utterance, undefined, library, known);
    const conflicts = reading?.asks.kind === 'conflicts' ? reading.asks : ({ kind: 'conflicts' } as const);
    return asked({ ...conflicts, ...page });
  }
  const beside = [...phrases.filter(({ tag }) => tag !== 'page'), ...pages];
  const { named, places } = notesIn(utterance, library, beside);
  const free = unreadIn(utterance, [...places, ...beside]);
  const [note] = named;
  if (free.length === 0) {
    return named.length > 1
      ? {
          kind: 'unclear',
          reason: 'which',
          readings: named.map((one) => ({ name: `note ${one}`, question: { kind: 'check', note: one } })),
        }
      : asked({ kind: 'check', ...(note !== undefined && { note }), ...page });
  }
  const [stranger = ''] = free.map((at) => utterance.words[at] as string);
  const isNumber =
    free.length === 1 && (utterance.words.includes('note') ? /^\d{1,3}$/ : /^\d{3}$|^0\d/).test(stranger);
  const isOfNote = (id: string) => named.length === 0 || named.includes(id.slice(0, 3));
  const said = without(utterance, [...places, ...pages, ...marked(utterance, 'private')]);
  const { all, search } = findingsIn(library);
  const byName = all.filter(({ id, subject }) => isOfNote(id) && subject.toLowerCase() === said.trim().toLowerCase());
  const byWords = isNumber ? [] : search(said, isOfNote).ids;
  const [finding, ...findings] = [...new Set([...byName.map(({ id }) => id), ...byWords])].slice(0, MOST_FOUND);
  if (finding !== undefined) return asked({ kind: 'check', findings: [finding, ...findings], ...page });
  const [figure, ...figures] = isNumber ? [] : figuresSearch(library)(said, isOfNote).ids.slice(0, MOST_FOUND);
  if (figure !== undefined) return asked({ kind: 'figure', figures: [figure, ...figures], ...page });
  return isNumber && stranger.length <= 3
    ? { kind: 'unclear', reason: 'unknown-note', words: stranger }
    : { kind: 'unclear', reason: 'nothing-to-check', words: typedAt(utterance) };
};
