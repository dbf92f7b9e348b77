import {
  lexiconOf,
  numbersIn,
  overlaps,
  phrasesFound,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { exactly, type Reading } from '../reading.ts';
import { viewsOf } from './read-filters.ts';
import { nearestSubjects } from './read-subjects.ts';
import { distinct } from './read-terms.ts';
import words from './words.json' with { type: 'json' };

/** People and firms that are in none of the notes and are asked about all the same, and what stands around a name. */
const ELSEWHERE = lexiconOf(words.strangers);

const LONGEST = 60;
const MOST_WORDS = 2;
const MOST_NEAREST = 3;
/** What a firm's name may go on with. */
const CORPORATE = /^(?:group|inc|plc|ag|llc|corp|securities|capital|research|bank|management|wealth|global|partners)$/;

/** `does jones like small caps`, `the view of jones`, `jones says`: the name of nobody in the notes. */
const namedIn = (utterance: Utterance): string | undefined => {
  const { typed, tokens, unknown, words: said } = utterance;
  const found = phrasesFound(utterance, ELSEWHERE);
  const who = slotsOf(utterance, 'who');
  const of = (tag: string) => found.filter((mark) => mark.tag === tag);
  const named = (from: number, to: number): string =>
    typed.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/['’]s$/, '');
  const isLonger = (one: { from: number; to: number }, other: { from: number; to: number }) =>
    one.to - one.from >= other.to - other.from;
  const listed = of('elsewhere').find((mark) => !who.some((one) => overlaps(one, mark) && isLonger(one, mark)));
  if (listed) return named(listed.from, listed.to);
  for (const { from, to } of of('before')) {
    let next = to;
    while (unknown.has(next) && next - to < MOST_WORDS) next += 1;
    const isWhose = to - from > 1 && /^(?:of|from|by|to)$/.test(said[to - 1] ?? '');
    if (next > to && (isWhose || of('after').some((mark) => mark.from === next))) return named(to, next);
  }
  // Lee Cooperman: begins like somebody in the notes and goes on otherwise, as a name does
  const mistaken = who.find(({ from, to }) => {
    const next = tokens[to];
    const isName = next !== undefined && unknown.has(to) && /^\p{Lu}/u.test(typed[next.start] ?? '');
    return to - from === 1 && isName && !CORPORATE.test(next.word) && !next.word.endsWith('ly');
  });
  return mistaken && named(mistaken.from, mistaken.to + 1);
};

/** Somebody who is in none of the notes: said so, with those whose names are near. */
export const readStrangers = (utterance: Utterance, library: Library): readonly Reading[] => {
  const name = numbersIn(utterance).length > 0 ? undefined : namedIn(utterance)?.slice(0, LONGEST);
  if (name === undefined) return [];
  // "subramanian at bofa": the firm is in the notes
  const firms = distinct(slotsOf(utterance, 'who').map(({ value }) => value))
    .filter((value) => !name.toLowerCase().includes(value.toLowerCase()))
    .map((value) => ({ name: value, question: viewsOf({ who: [value] }) }));
  const nearest = [...firms, ...nearestSubjects(name.toLowerCase(), library)].slice(0, MOST_NEAREST);
  const asks = { kind: 'unclear', reason: 'not-in-notes', words: name, nearest } as const;
  return [exactly(asks, 'Somebody not in the notes', [wholeOf(utterance)])];
};
