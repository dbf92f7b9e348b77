import { ASIDE_WORDS, asidesIn } from './asides.ts';
import { withPlainManners } from './courtesies.ts';
import { directionsIn } from './directions.ts';
import { type Lexicon, lexiconOf, type Mark, marksIn, phrasesIn } from './lexicon.ts';
import { lengthenedIn, mendedIn, upwardIn, withMeant, withNumbers } from './mending.ts';
import { scanned } from './scan.ts';
import type { Slot, SlotOf, Span } from './slots.ts';
import { clausesOf, spanOver, type Token, tokensOf } from './tokens.ts';
import { FUNCTION_WORDS, HARMLESS_WORDS, TABLES, TELLING_WORDS } from './words.ts';

/** The names of a library of notes: who can be asked about, and the words that are no misspelling of a name. */
export interface Names {
  /** By the tags `who`, `note`, `topic` and `stance`. */
  readonly lexicon: Lexicon;
  /** Single words of names that a misspelling may be guessed to be. */
  readonly guessable: readonly string[];
  /** Words of the notes themselves. */
  readonly vocabulary: ReadonlySet<string>;
}

/** A text, taken apart once for all topics. */
export interface Utterance {
  readonly typed: string;
  readonly tokens: readonly Token[];
  /** The tokens' words, misspelt ones as they were meant. */
  readonly words: readonly string[];
  /** The same, one space apart. */
  readonly joined: string;
  /** Words and phrases by what they stand for: `fed`, `rate`, `company`, `parameter`, … as the tables name them. */
  readonly marks: readonly Mark[];
  /** Numbers, dates, names and directions, in the order of the text. */
  readonly slots: readonly Slot[];
  /** Which clause each token stands in: a new thought, and a part of one. */
  readonly hard: readonly number[];
  readonly soft: readonly number[];
  /** Tokens that are words of no lexicon. */
  readonly unknown: ReadonlySet<number>;
}

/** Free words beyond this many characters are no question. */
export const LONGEST_READ = 600;

const LEXICON = lexiconOf(TABLES);

const LEXICON_WORDS: ReadonlySet<string> = new Set([...LEXICON.phrases.keys()].flatMap((phrase) => phrase.split(' ')));
const OWN_WORDS: ReadonlySet<string> = new Set([...LEXICON_WORDS, ...FUNCTION_WORDS, ...HARMLESS_WORDS]);

/** Words that a wrong letter should not hide. */
const KEY_WORDS = phrasesIn(
  `basis|points|percent|percentage|floating|leverage|levered|interest|income|company|smallcap|largecap|federal|reserve|
  quarter|instead|opposite|default|original|assumptions|earnings|profit|borrowing|variable|tighten|lowers|reduce|raises|meeting|compare|hedged|double|unchanged|actually|really|literally|basically|definitely|honestly|exactly|everything`,
);

/** What is made of something by itself, once however often it is asked for, and kept as long as that is. */
export const madeOnce = <Of extends object, Made>(make: (of: Of) => Made): ((of: Of) => Made) => {
  const made = new WeakMap<Of, { readonly is: Made }>();
  return (of) => {
    const one = made.get(of) ?? { is: make(of) };
    made.set(of, one);
    return one.is;
  };
};

const spellingOf = madeOnce(({ lexicon, guessable, vocabulary }: Names) => {
  const nameWords = [...lexicon.phrases.keys()].flatMap((phrase) => phrase.split(' '));
  return {
    known: new Set([...OWN_WORDS, ...ASIDE_WORDS, ...nameWords, ...vocabulary]),
    meant: [...KEY_WORDS, ...guessable],
  };
});

/**
 * Takes a text apart. The same text and names come to the same utterance.
 *
 * @param isWhole asides are read too, as where nobody may have spoken to the bot
 */
export const utteranceOf = (typed: string, names: Names, isWhole = false): Utterance => {
  const { known } = spellingOf(names);
  const whole = partsTaken(typed, withNumbers(withPlainManners(withMeant(tokensOf(typed).all, known))), names);
  if (isWhole) return whole;
  const aside = asidesIn(whole);
  return aside.size === 0
    ? whole
    : partsTaken(
        typed,
        whole.tokens.filter((_, at) => !aside.has(at)),
        names,
      );
};

const partsTaken = (typed: string, tokens: readonly Token[], names: Names): Utterance => {
  const spelling = spellingOf(names);
  const mended = new Map([...mendedIn(tokens, spelling), ...lengthenedIn(tokens, spelling.known), ...upwardIn(tokens)]);
  return takenApart(typed, tokens, mended, (words) => marksIn(names.lexicon, words, (at) => mended.has(at)));
};

/** The text with these of its tokens alone. */
const withOnly = ({ typed, tokens }: Utterance, names: Names, isKept: (at: number) => boolean): Utterance => {
  const left = tokens.reduceRight(
    (text, { start, end }, at) => (isKept(at) ? text : text.slice(0, start) + text.slice(end)),
    typed,
  );
  return utteranceOf(left, names);
};

const NONE: ReadonlySet<string> = new Set();
const strangeLeftOut = madeOnce((kept: ReadonlySet<string>) =>
  madeOnce((names: Names) =>
    madeOnce((utterance: Utterance): Utterance => {
      const { tokens, words, unknown } = utterance;
      const isKept = (at: number): boolean => tokens[at]?.kind !== 'word' || kept.has(words[at] as string);
      return withOnly(utterance, names, (at) => !unknown.has(at) || isKept(at));
    }),
  ),
);

/**
 * The text without its words of no lexicon: what comes of it can be offered, and not answered.
 *
 * @param kept words that stay all the same
 */
export const withoutStrange = (utterance: Utterance, names: Names, kept: ReadonlySet<string> = NONE): Utterance =>
  strangeLeftOut(kept)(names)(utterance);

/** Words that may tie what stands behind them to a question. */
const TIES = /^(?:since|from|to|until|till|in|on|at|by|before|after|for|of|with|vs|versus|no|not|without|and|or|the)$/;

/** The numbers, dates, names and marks of the text, and what ties them: what a question before may be changed by. */
export const slotsAlone = (utterance: Utterance, names: Names, tags: ReadonlySet<string>): Utterance => {
  const { words, marks, slots } = utterance;
  const places = [...slots, ...marks.filter(({ tag }) => tags.has(tag))];
  const isPlace = (at: number): boolean => isIn(places, at);
  return withOnly(
    utterance,
    names,
    (at) =>
      isPlace(at) ||
      (TIES.test(words[at] as string) && (isPlace(at + 1) || (words[at + 1] === 'the' && isPlace(at + 2)))),
  );
};

/** The same text with every direction said of the Fed's rate. */
export const ofTheRate = (utterance: Utterance): Utterance => ({
  ...utterance,
  slots: utterance.slots.map((slot) => (slot.kind === 'direction' ? { ...slot, of: 'rate', duty: 'must' } : slot)),
});

/** The same text with other words for some of its tokens: `cuts in 2024` for `cuts in 24`. Each token keeps its place. */
export const retold = ({ typed, tokens, words, marks }: Utterance, said: ReadonlyMap<number, string>): Utterance => {
  const told = tokens.map((token, at): Token => {
    const word = said.get(at);
    return word === undefined ? token : { ...token, word, kind: /^\d+$/.test(word) ? 'number' : 'word' };
  });
  const mended = new Map(words.flatMap((word, at) => (word === tokens[at]?.word || said.has(at) ? [] : [[at, word]])));
  const names = marks.filter(
    ({ tag, from, to }) =>
      ['who', 'note', 'topic', 'stance'].includes(tag) &&
      !told.slice(from, to).some((one, at) => one !== tokens[from + at]),
  );
  return takenApart(typed, told, mended, () => names);
};

/** The same text where these places are fillers: what the rest asks without them. Each token keeps its place. */
export const passingOver = (utterance: Utterance, places: readonly Pick<Span, 'from' | 'to'>[]): Utterance =>
  retold(
    utterance,
    new Map(
      places.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => [from + at, 'and'] as const)),
    ),
  );

const takenApart = (
  typed: string,
  tokens: readonly Token[],
  mended: ReadonlyMap<number, string>,
  namesIn: (words: readonly string[]) => readonly Mark[],
): Utterance => {
  const words = tokens.map(({ word }, at) => mended.get(at) ?? word);
  const marks = [...marksIn(LEXICON, words, (at) => mended.has(at)), ...namesIn(words)];
  const { hard, soft } = clausesOf(tokens, typed);
  const found = scanned(tokens, words, marks);
  const inSlot = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const inMark = new Set(marks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const unknown = new Set(
    tokens.flatMap(({ kind }, at) => {
      if (kind === 'sign') return /[*÷^±]/.test(words[at] as string) ? [at] : [];
      const word = words[at] as string;
      const isKnown = inSlot.has(at) || inMark.has(at) || FUNCTION_WORDS.has(word) || HARMLESS_WORDS.has(word);
      return kind !== 'word' || isKnown ? [] : [at];
    }),
  );
  const read = { typed, tokens, words, joined: words.join(' '), marks, slots: found, hard, soft, unknown };
  // "before this september" names its day
  const dated = found.filter(({ kind }) => kind === 'date' || kind === 'span');
  const relations = marks
    .filter((mark) => mark.tag === 'relation' && !dated.some((slot) => overlaps(slot, mark)))
    .map(({ value, from, to }) => ({ kind: 'relation', duty: 'must', value, ...spanOver(tokens, from, to) }) as const);
  const slots = [...found, ...directionsIn(read), ...relations].sort((one, other) => one.from - other.from);
  return { ...read, slots };
};

/** The marks of a tag, or of one of its values. */
export const marked = ({ marks }: Utterance, tag: string, value?: string): readonly Mark[] =>
  marks.filter((mark) => mark.tag === tag && (value === undefined || mark.value === value));

export const has = (utterance: Utterance, tag: string, value?: string): boolean =>
  marked(utterance, tag, value).length > 0;

/** The marks of several tags. */
export const marksOf = ({ marks }: Utterance, ...tags: readonly string[]): readonly Mark[] =>
  marks.filter(({ tag }) => tags.includes(tag));

export const hasAny = (utterance: Utterance, ...tags: readonly string[]): boolean =>
  marksOf(utterance, ...tags).length > 0;

/** Whether one of the words is of a kind. */
export const says = ({ words }: Utterance, word: RegExp): boolean => words.some((one) => word.test(one));

/** Where each word stands that is one of these. */
export const placesOf = ({ words }: Utterance, word: RegExp): readonly Pick<Span, 'from' | 'to'>[] =>
  words.flatMap((one, at) => (word.test(one) ? [{ from: at, to: at + 1 }] : []));

export const slotsOf = <Kind extends Slot['kind']>({ slots }: Utterance, kind: Kind): readonly SlotOf<Kind>[] =>
  slots.filter((slot): slot is SlotOf<Kind> => slot.kind === kind);

/** Several readers look the same words up, and so do readings after several contexts. */
const foundIn = madeOnce((_: readonly string[]) => new Map<Lexicon, readonly Mark[]>());

/** Where the phrases of a topic's own table stand in the text. */
export const phrasesFound = ({ words }: Utterance, lexicon: Lexicon): readonly Mark[] => {
  const found = foundIn(words);
  const marks = found.get(lexicon) ?? marksIn(lexicon, words);
  found.set(lexicon, marks);
  return marks;
};

/** Words exactly as typed. */
export const asTyped = ({ typed }: Utterance, { start, end }: Pick<Span, 'start' | 'end'>): string =>
  typed.slice(start, end);

/** A mark with its place in the typed text. */
export const spanOf = ({ tokens }: Utterance, { from, to }: Pick<Span, 'from' | 'to'>): Span => ({
  from,
  to,
  start: (tokens[from] as Token).start,
  end: (tokens[to - 1] as Token).end,
});

export const overlaps = (one: Pick<Span, 'from' | 'to'>, other: Pick<Span, 'from' | 'to'>): boolean =>
  one.from < other.to && other.from < one.to;

/** Whether only such words, and so many at most, stand between one token and another behind it. */
export const isLinked = ({ words }: Utterance, from: number, to: number, link: RegExp, most: number): boolean =>
  to >= from && to - from <= most && words.slice(from, to).every((word) => link.test(word));

/** From the first of several places to the last. */
export const hullOf = (places: readonly Pick<Span, 'from' | 'to'>[]): Pick<Span, 'from' | 'to'> => ({
  from: Math.min(...places.map(({ from }) => from)),
  to: Math.max(...places.map(({ to }) => to)),
});

/** How many words stand between two places. */
export const awayFrom = (one: Pick<Span, 'from' | 'to'>, other: Pick<Span, 'from' | 'to'>): number =>
  one.from >= other.to ? one.from - other.to : other.from - one.to;

/** Whether a token stands in one of these places. */
export const isIn = (places: readonly Pick<Span, 'from' | 'to'>[], at: number): boolean =>
  places.some(({ from, to }) => from <= at && at < to);

/** Words of no lexicon outside of these spans. */
export const strangeIn = (utterance: Utterance, spans: readonly Pick<Span, 'from' | 'to'>[]): readonly number[] =>
  [...utterance.unknown].filter((at) => !isIn(spans, at));

/** Tokens outside of these spans, but for signs and words that say nothing of their own. */
export const leftIn = (utterance: Utterance, spans: readonly Pick<Span, 'from' | 'to'>[]): readonly number[] =>
  utterance.tokens.flatMap(({ kind }, at) => {
    const word = utterance.words[at] as string;
    const isPassed = !TELLING_WORDS.has(word) && (FUNCTION_WORDS.has(word) || HARMLESS_WORDS.has(word));
    return kind === 'sign' || isPassed || isIn(spans, at) ? [] : [at];
  });

/** What is said and nothing else. */
export const isOnly = (utterance: Utterance, spans: readonly Pick<Span, 'from' | 'to'>[]): boolean =>
  leftIn(utterance, spans).length === 0;

/** Whether nothing is said but these places and words, apart from signs and words without a subject of their own. */
export const isMadeOf = (
  { tokens, words }: Utterance,
  places: readonly Pick<Span, 'from' | 'to'>[],
  besides?: RegExp,
): boolean =>
  tokens.every(({ kind }, at) => {
    const word = words[at] as string;
    return kind === 'sign' || FUNCTION_WORDS.has(word) || besides?.test(word) || isIn(places, at);
  });
