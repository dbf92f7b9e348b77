import { madeOnce, type Slot, type Utterance } from '../../language/index.ts';

/** How many features there are: names are hashed into so many places. */
export const PLACES = 8_192;
const LONGEST_RANKED = 40;
const PREFIX = 5;
const SHORTEST_STEM = 3;

/** Slots whose value says nothing of the kind of question. */
const MASKS: Readonly<Partial<Record<Slot['kind'], string>>> = {
  amount: '#',
  count: '#n',
  date: '#day',
  span: '#span',
  clock: '#time',
  duration: '#long',
  who: '@who',
  note: '@note',
  ignored: '#',
};
const isMask = (word: string): boolean => /^[#@]/.test(word);

/** FNV-1a. */
const placeOf = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
  return hash % PLACES;
};

const maskedWords = ({ tokens, words, slots }: Utterance): readonly string[] => {
  const masked: string[] = [];
  for (let at = 0; at < Math.min(tokens.length, LONGEST_RANKED); at += 1) {
    const slot = slots.find(({ from, to, kind }) => from <= at && at < to && MASKS[kind] !== undefined);
    if (slot === undefined) {
      if (tokens[at]?.kind !== 'sign') masked.push(words[at] as string);
    } else if (slot.from === at) masked.push(MASKS[slot.kind] as string);
  }
  return masked;
};

/** Words that say nothing of what is asked: their own list, so that weights do not change with another table. */
const EMPTY = new Set(
  `a an the of to in on at by for from with as than and or but so if is am are was were be been being do does did doing done have has had will would can could should may might must
  i me my we us our you your he she it its they them their his her this that these those there here what which who whom whose when where why how all any some each both no not yes very too just only also more most less
  please ok okay hi hey then now up down out about over into get got give take make let go see say tell show put`.split(
    /\s+/,
  ),
);

const stemOf = (word: string): string =>
  word.replace(/(?:ies|ing|ed|es|s|ly|e)$/, (end) => (word.length - end.length >= SHORTEST_STEM ? '' : end));
const formsOf = (word: string): readonly string[] => [word, `s${stemOf(word)}`, `p${word.slice(0, PREFIX)}`];

/** Where the forms of each word that says something stand: itself, its stem, its beginning. */
export const contentOf = madeOnce((utterance: Utterance): readonly (readonly number[])[] =>
  maskedWords(utterance)
    .filter((word) => !EMPTY.has(word) && !isMask(word))
    .map((word) => formsOf(word).map(placeOf)),
);

/** What a text is said behind, alone and with its words; and what stands in names, `163(j)` or `ten out of ten`. */
const behindNames = ({ slots, words }: Utterance, content: readonly string[], behind: string): readonly string[] => [
  `>${behind}`,
  ...content.map((word) => `>${behind} ${word}`),
  ...slots
    .filter(({ kind }) => kind === 'ignored' || kind === 'count')
    .map(({ from, to }) => `~${words.slice(from, to).join(' ')}`),
];

/**
 * Words, their stems, beginnings and pairs, and the meanings of slots and marks, numbers and names masked; each once.
 *
 * @param behind what was asked before, where that matters: words are taken together with it too
 */
export const featuresOf = (utterance: Utterance, behind?: string): readonly number[] => {
  const words = maskedWords(utterance);
  const content = words.filter((word) => !EMPTY.has(word));
  const names = [
    ...words,
    ...content.filter((word) => !isMask(word)).flatMap(formsOf),
    ...content.slice(1).map((word, at) => `${content[at]} ${word}`),
    ...utterance.slots.map(({ kind }) => `:${kind}`),
    ...utterance.marks.flatMap(({ tag, value }) => [`=${tag}`, `=${tag}=${value}`]),
    `^${words[0] ?? ''}`,
    ...(behind === undefined ? [] : behindNames(utterance, content, behind)),
  ];
  return [...new Set(names.map(placeOf))].sort((one, other) => one - other);
};
