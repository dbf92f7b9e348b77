import { readBriefs } from '../brief/index.ts';
import {
  asTyped,
  FUNCTION_WORDS,
  isOnly,
  LONGEST_READ,
  type Passage,
  passes,
  type Utterance,
  utteranceOf,
} from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { Context } from '../topics/context.ts';
import { type Known, LONGEST_NAME, type Reading, type ReadTopic } from '../topics/reading.ts';
import { TOPIC_READERS } from '../topics/registry.ts';
import type { NamedQuestion, Turn } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';
import { nearestIn } from './nearest.ts';
import { readOffered } from './offered.ts';
import { readOtherLanguage } from './other-language.ts';
import { likenessIn, readRanked } from './ranker/read.ts';
import { readSilence } from './silence.ts';

/** Readings that account for the same words are told apart by this order. */
const READERS: readonly ReadTopic[] = [
  readOffered,
  readSilence,
  // English words would misread another language
  readOtherLanguage,
  // every word of a brief's is read, or none
  readBriefs,
  ...TOPIC_READERS,
  readRanked,
];

/** A reading and what the gate says of it. */
export interface Judged {
  readonly reading: Reading;
  readonly passage: Passage;
  /** How many of the words that say something it accounts for. */
  readonly covers: number;
}

const coverOf = ({ tokens, words }: Utterance, { uses }: Reading): number =>
  tokens.filter(
    ({ kind }, at) =>
      kind !== 'sign' && !FUNCTION_WORDS.has(words[at] as string) && uses.some(({ from, to }) => from <= at && at < to),
  ).length;

const byFit = (one: Judged, other: Judged): number =>
  Number(other.reading.how === 'exact') - Number(one.reading.how === 'exact') || other.covers - one.covers;

/** The numbers answered last, once more, where words were left unread: what they were to change is not known. */
const isRepeat = (utterance: Utterance, context: Context | undefined, { asks, sizes = [], uses }: Reading): boolean =>
  (asks.kind === 'rate-move' || asks.kind === 'compare-moves' || asks.kind === 'solve') &&
  sizes.length === 0 &&
  JSON.stringify(asks) === JSON.stringify(context?.last) &&
  !isOnly(utterance, uses);

/** Every reading with what the gate says of it, the fittest first. */
export const judgedIn = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
): readonly Judged[] =>
  READERS.flatMap((read) => read(utterance, context, library, known))
    .map((reading) => (isRepeat(utterance, context, reading) ? { ...reading, isOffer: true as const } : reading))
    .map((reading) => ({ reading, passage: passes(utterance, reading), covers: coverOf(utterance, reading) }))
    .sort(byFit);

export const isAnswer = ({ reading, passage }: Judged): boolean => passage.kind === 'passed' && !reading.isOffer;

/** The turn that a reading comes to. */
export const turnOf = (utterance: Utterance, { reading, passage }: Judged): Turn => {
  const { asks, isPrivate = false, others, how, keeps } = reading;
  if (asks.kind === 'unclear')
    return {
      ...asks,
      ...(keeps?.wants && { wants: keeps.wants, ...(keeps.wantedWay && { wantedWay: keeps.wantedWay }) }),
    };
  if (asks.kind === 'silence' || asks.kind === 'brief') return asks;
  const [notUsed] = passage.kind === 'passed' ? passage.notUsed : [];
  return {
    kind: 'question',
    question: asks,
    private: isPrivate,
    ...(how === 'ranked' && { how }),
    ...(notUsed && { notUsed: { words: asTyped(utterance, notUsed), kind: notUsed.kind } }),
    ...(others && others.length > 0 && { others }),
    ...(keeps && { keeps }),
  };
};

const MOST_OFFERED = 3;
const LONGEST_QUOTED = 200;
const LEAST_OFFERED = 10;

/** A size that may well be none of ours is not offered, or a reply to an appointment would be `Cut 9 bp?` */
const isOffered = (utterance: Utterance, { reading, passage }: Judged): boolean => {
  if (reading.asks.kind === 'unclear' || reading.asks.kind === 'silence' || reading.asks.kind === 'brief') return false;
  const sizes = reading.sizes ?? [];
  const isDirect = utterance.slots.some((slot) => slot.kind === 'direction' && slot.of === 'rate');
  const isTiny = sizes.some(
    ({ unit, value, isDecimal, isFraction }) =>
      unit === undefined && !isDecimal && !isFraction && value < LEAST_OFFERED,
  );
  if (isTiny && !isDirect) return false;
  const isBare =
    sizes.length > 0 &&
    sizes.every(({ unit, isDecimal, isFraction }) => unit === undefined && !isDecimal && !isFraction);
  if (passage.kind === 'stopped' && passage.why === 'unread' && isBare && !isDirect) return false;
  if (passage.kind === 'passed' || passage.why === 'unread') return true;
  const isSized = sizes.some(({ unit }) => unit === 'bp');
  const isDirected = utterance.slots.some((slot) => slot.kind === 'direction' && slot.of === 'rate' && slot.isStrong);
  return isSized || (isDirected && sizes.every(({ value }) => value >= 10));
};

const offersOf = (utterance: Utterance, judged: readonly Judged[]): readonly NamedQuestion[] => {
  const likeness = likenessIn(utterance);
  const offers = judged
    .filter((one) => isOffered(utterance, one))
    .sort((one, other) => likeness(other.reading.asks.kind) - likeness(one.reading.asks.kind));
  const named = offers.flatMap(({ reading: { asks, name, others = [] }, passage }): readonly NamedQuestion[] =>
    asks.kind === 'unclear' || asks.kind === 'silence' || asks.kind === 'brief'
      ? []
      : [
          {
            name:
              passage.kind === 'stopped' && passage.why === 'unlicensed' ? `Fed: ${name}`.slice(0, LONGEST_NAME) : name,
            question: asks,
          },
          ...others,
        ],
  );
  return [...new Map(named.map((one) => [JSON.stringify(one.question), one])).values()].slice(0, MOST_OFFERED);
};

/** What is asked back: up to three readings with their slots filled, beside the person's own words, unchanged. */
const askBack = (utterance: Utterance, judged: readonly Judged[]): Turn | undefined => {
  const readings = offersOf(utterance, judged);
  if (readings.length === 0) return undefined;
  const stopped = judged.find((one) => isOffered(utterance, one) && one.passage.kind === 'stopped')?.passage;
  const unsure = stopped?.kind === 'stopped' ? asTyped(utterance, stopped.at) : undefined;
  const wantedCount = judged.find(({ reading }) => reading.keeps?.wantedCount)?.reading.keeps?.wantedCount;
  return {
    kind: 'unclear',
    reason: 'which',
    readings,
    words: utterance.typed,
    ...(unsure && { unsure }),
    ...(wantedCount && { wantedCount }),
  };
};

const notUnderstood = (utterance: Utterance, context: Context | undefined, library: Library): Turn => {
  const nearest = nearestIn(utterance, context, library);
  return {
    kind: 'unclear',
    reason: 'not-understood',
    words: utterance.typed.slice(0, LONGEST_QUOTED),
    ...(nearest.length > 0 && { nearest }),
  };
};

/**
 * Reads one message of a conversation: a question, an effect, or what is asked back. The same words after the same context
 * come to the same turn. A number in words is never dropped in silence: what is not used is named in the turn, or the
 * message is asked back.
 *
 * @param typed as Slack or a terminal hands it over
 * @param context what the conversation has been about, if anything
 * @param known what is known of the day
 */
export const readTurn = (typed: string, context: Context | undefined, library: Library, known: Known): Turn => {
  const utterance = utteranceOf(typed.slice(0, LONGEST_READ), namesOf(library));
  const judged = judgedIn(utterance, context, library, known);
  const best = judged.find((one) => isAnswer(one) && one.reading.how === 'exact');
  // what goes on and on is no question, though it may have to be declined
  const isRead = typed.length <= LONGEST_READ || best?.reading.asks.kind === 'refusal';
  if (best && isRead) return turnOf(utterance, best);
  if (!isRead) return notUnderstood(utterance, context, library);
  const likely = judged.find(isAnswer);
  return (
    (likely && turnOf(utterance, likely)) ?? askBack(utterance, judged) ?? notUnderstood(utterance, context, library)
  );
};
