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
import type { Reading } from '../reading.ts';
import { nearestSubjects } from './read-subjects.ts';
import { viewsOf } from './read-terms.ts';
import words from './words.json' with { type: 'json' };

/** People and firms that are in none of the notes and are asked about all the same. */
const ELSEWHERE = lexiconOf(words.strangers);

const MOST_WORDS = 2;
const MOST_NEAREST = 3;
/** What a firm's name may go on with. */
const CORPORATE = /^(?:group|inc|plc|ag|llc|corp|securities|capital|research|bank|management|wealth|global|partners)$/;

/** The words of no lexicon right after a place, two at most. */
const unknownAfter = ({ unknown }: Utterance, from: number): readonly number[] => {
  const found: number[] = [];
  for (let at = from; unknown.has(at) && found.length < MOST_WORDS; at += 1) found.push(at);
  return found;
};

/** `does jones like small caps`, `the view of jones`, `jones says`: the name of nobody in the notes. */
const namedIn = (utterance: Utterance): string | undefined => {
  const found = phrasesFound(utterance, ELSEWHERE);
  const who = slotsOf(utterance, 'who');
  const of = (tag: string) => found.filter((mark) => mark.tag === tag);
  const typed = (from: number, to: number): string =>
    utterance.typed.slice(utterance.tokens[from]?.start, utterance.tokens[to - 1]?.end).replace(/['’]s$/, '');
  const listed = of('elsewhere').find(
    (mark) => !who.some((one) => overlaps(one, mark) && one.to - one.from >= mark.to - mark.from),
  );
  if (listed) return typed(listed.from, listed.to);
  for (const { to, from } of of('before')) {
    const name = unknownAfter(utterance, to);
    const next = name.length > 0 ? to + name.length : -1;
    const isAsked =
      to - from > 1
        ? of('after').some((mark) => mark.from === next) || /^(?:of|from|by|to)$/.test(utterance.words[to - 1] ?? '')
        : of('after').some((mark) => mark.from === next);
    if (name.length > 0 && isAsked) return typed(to, to + name.length);
  }
  // Lee Cooperman: begins like somebody in the notes and goes on otherwise, as a name does
  for (const one of who) {
    const next = utterance.tokens[one.to];
    const isName =
      one.to - one.from === 1 &&
      next !== undefined &&
      utterance.unknown.has(one.to) &&
      !CORPORATE.test(next.word) &&
      /^\p{Lu}/u.test(utterance.typed[next.start] ?? '');
    if (isName && !next.word.endsWith('ly')) return typed(one.from, one.to + 1);
  }
  return undefined;
};

export const readStrangers = (utterance: Utterance, library: Library): readonly Reading[] => {
  if (numbersIn(utterance).length > 0) return [];
  const name = namedIn(utterance)?.slice(0, 60);
  if (name === undefined) return [];
  const firms = [...new Set(slotsOf(utterance, 'who').map(({ value }) => value))]
    .filter((value) => !name.toLowerCase().includes(value.toLowerCase()))
    .map((value) => ({ name: value, question: viewsOf({ who: [value] }) }));
  const asks = {
    kind: 'unclear',
    reason: 'not-in-notes',
    words: name,
    // "subramanian at bofa": the firm is in the notes
    nearest: [...firms, ...nearestSubjects(name.toLowerCase(), library)].slice(0, MOST_NEAREST),
  } as const;
  return [{ asks, name: 'Somebody not in the notes', how: 'exact', uses: [wholeOf(utterance)] }];
};
