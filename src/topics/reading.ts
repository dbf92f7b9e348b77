import type { ListedCompany } from '../companies/index.ts';
import {
  type Account,
  FUNCTION_WORDS,
  has,
  isIn,
  isOnly,
  leftIn,
  madeOnce,
  numbersIn,
  overlaps,
  type Place,
  passingOver,
  type Slot,
  type Utterance,
  wholeOf,
} from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { IsoDate } from '../units.ts';
import type { Context, Kept } from './context.ts';
import type { Question } from './questions.ts';
import type { Effect, NamedQuestion, ReadingResult, Unclear } from './turn.ts';

/** What the reader may know of the day it reads on; without it, words that need it are asked back. */
export interface Known {
  /** The upper bound of the Fed's target range, percent: `cut to 3.5%` is a move from there. */
  readonly targetUpper?: number;
  /** Its lower bound. */
  readonly targetLower?: number;
  readonly today?: IsoDate;
  /** Companies of a team's own. */
  readonly companies?: readonly ListedCompany[];
  /** Pairs of indexes whose closes are at hand, besides the Russell 2000 and the S&P 500. */
  readonly pairs?: readonly string[];
}

/** One way to understand an utterance, as a topic proposes it. The gate decides whether it may be answered. */
export interface Reading extends Account {
  /** A question, something to do, or what is clearly meant and cannot be: a size out of range. */
  readonly asks: Question | Effect | Unclear;
  /** As a button asks it, 75 characters at most: `Cut 75 bp in all`. */
  readonly name: string;
  /** `exact`: put together from slots and words of the topic. `ranked`: what the words resemble most. */
  readonly how: 'exact' | 'ranked';
  /** Never answered by itself, only offered: one of two senses. */
  readonly isOffer?: true;
  /** Other senses, offered beside the answer. */
  readonly others?: readonly NamedQuestion[];
  readonly isPrivate?: boolean;
  readonly keeps?: Kept;
}

/** The ways in which a topic understands an utterance, none where it is not about it. */
export type ReadTopic = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
) => readonly Reading[];

/** What the words behind a slash command come to: stricter than free words, since one that means nothing there asks back. */
export type ReadCommand = (utterance: Utterance, library: Library, known: Known) => ReadingResult;

/** True where the answer is asked for privately: `50bps private`. */
export const isAskedPrivately = (utterance: Utterance): boolean => has(utterance, 'private');

export const LONGEST_NAME = 75;

/** A reading put together from slots and words of the topic. */
export const exactly = (
  asks: Reading['asks'],
  name: string,
  uses: Reading['uses'],
  more: Partial<Reading> = {},
): Reading => ({ asks, name: name.slice(0, LONGEST_NAME).trim(), how: 'exact', uses, ...more });

/** What a reading accounts for: those places, or all that is said where nothing but words without a meaning is left. */
export const usesOf = (utterance: Utterance, places: readonly Place[]): readonly Place[] =>
  isOnly(utterance, places) &&
  utterance.slots.every((slot) => slot.duty === 'free' || places.some((one) => overlaps(one, slot)))
    ? [wholeOf(utterance), ...places]
    : places;

/**
 * Words of no lexicon that may change what a reading makes of a text. A clause that says nothing of its own, `i genuinely
 * cannot remember`, is an aside, and so is what stands in front of everything and is no subject of a verb: `whend they start`,
 * or ends in a colon: `for the file: who is bearish`.
 *
 * @param places what the reading goes by
 * @param asides those of them that say nothing
 */
export const strangeAmong = (
  { soft, unknown, words }: Utterance,
  places: readonly Place[],
  asides: readonly Place[] = [],
): readonly number[] => {
  const said = places.filter((place) => !asides.some((one) => overlaps(one, place)));
  const ours = new Set(said.map(({ from }) => soft[from]));
  const first = Math.min(...said.map(({ from }) => from));
  const leads = (at: number): boolean =>
    at < first &&
    (words.slice(at, first).includes(':') ||
      FUNCTION_WORDS.has(words[at + 1] ?? '') ||
      /^(?:how|what|when|where|who|why)/.test(words[at] ?? ''));
  return [...unknown].filter((at) => ours.has(soft[at]) && !isIn(places, at) && !leads(at));
};

/** What is left of the clauses that a reading goes by, and numbers anywhere. */
export const leftAmong = (utterance: Utterance, places: readonly Place[]): readonly number[] => {
  const ours = new Set(places.map(({ from }) => utterance.soft[from]));
  const numbers = numbersIn(utterance);
  return leftIn(utterance, places).filter((at) => ours.has(utterance.soft[at]) || isIn(numbers, at));
};

const NAMES: ReadonlySet<string> = new Set([
  'amount',
  'count',
  'direction',
  'date',
  'span',
  'who',
  'note',
  'topic',
  'stance',
] satisfies readonly Slot['kind'][]);

/** Sentences before the last one that say nothing of ours: `good afternoon. i sit on a pension board.` */
const prefaceOf = ({ tokens, words, slots, marks }: Utterance): Place | undefined => {
  const end = words.findLastIndex((word, at) => /^[.!?]$/.test(word) && tokens[at + 2]?.kind === 'word');
  const preface = { from: 0, to: end + 1 };
  const isOurs =
    slots.some((slot) => NAMES.has(slot.kind) && overlaps(slot, preface)) ||
    marks.some((mark) => mark.tag === 'brief' && overlaps(mark, preface));
  return end < 1 || isOurs ? undefined : preface;
};

/** The same without them, where there are any: what somebody asks behind who they are and why they ask. */
export const withoutPreface = madeOnce((utterance: Utterance): Utterance | undefined => {
  const preface = prefaceOf(utterance);
  return preface && passingOver(utterance, [preface]);
});
