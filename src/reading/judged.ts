import { readBriefs } from '../brief/index.ts';
import { yearOf } from '../calendar/index.ts';
import {
  type Amount,
  asTyped,
  FUNCTION_WORDS,
  has,
  hasAny,
  isIn,
  isOnly,
  marked,
  type Passage,
  passes,
  says,
  slotsOf,
  TELLING_WORDS,
  type Utterance,
} from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { Context } from '../topics/context.ts';
import { type Known, type Reading, type ReadTopic, withoutPreface } from '../topics/reading.ts';
import { TOPIC_READERS } from '../topics/registry.ts';
import type { Turn } from '../topics/turn.ts';
import { leavesOut } from './left-out.ts';
import { readOffered } from './offered.ts';
import { readOtherLanguage } from './other-language.ts';
import { readRanked } from './ranker/read.ts';
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

const RESTATES =
  /\b(?:then|after(?:wards)?|new|in (?:dollars|usd)|at that point|before and after|(?:as an?|in) (?:pct|percent|percentage|share|%)|what (?:they|it) earns?)\b/;

/** `at each floating share`, behind a move: what stands at all of them. */
const EACH_SHARE = /\b(?:each|every|all|different|various|across|over|by|per) (?:the )?floating shares?\b/;

const TAKEN_BACK = /\b(?:if|they|fed)\b.*\b(?:takes?|gives?) (?:the )?(?:\S+ ){1,2}back\b/;
const ASKS_OF_PAST = /^(?:how|when|which|any|list|last|did|has|had|ever|longest|record)$/;

/** `no move in dec - then what`: what a hold to come does. */
const THEN_WHAT = /\b(?:(?:then|so) what|what (?:then|happens|changes)|what does (?:it|that) do)\b/;
const isOfHold = (utterance: Utterance, { asks }: Reading): boolean =>
  ((asks.kind === 'fed-history' && asks.ask === 'meeting') || asks.kind === 'about') &&
  THEN_WHAT.test(utterance.joined) &&
  slotsOf(utterance, 'direction').some(({ way, from, to }) => way === 'hold' && to - from > 1);

/** `fed takes 100 off`, `take the floor away`: what moves by a size and has no day, or changes what stands, is done before it is looked up. */
const isLookedUp = (utterance: Utterance, { reading: { asks } }: Judged): boolean =>
  ((asks.kind === 'method' || asks.kind === 'figure') &&
    (hasAny(utterance, 'drop', 'negation', 'only') || says(utterance, /^(?:back|leave)$/))) ||
  (asks.kind === 'method' && /^(?:and )?in (?:dollars|usd|cash|money)\b/.test(utterance.joined)) ||
  // "spread it over two meetings", of a move
  (/^(?:rotation|not-known)$/.test(asks.kind) &&
    /\b(?:split|spread) (?:it|that|over|across)\b/.test(utterance.joined)) ||
  // "and for the smaller one"
  (asks.kind === 'source' && hasAny(utterance, 'company')) ||
  // "the interest bill then", "as a share of what they earn": of the move that was shown
  // "fed sits on its hands then"
  (asks.kind === 'fed' &&
    asks.calendar !== undefined &&
    slotsOf(utterance, 'direction').some(({ way, from, to }) => way === 'hold' && to - from > 1)) ||
  (asks.kind === 'figure' &&
    (says(utterance, /^(?:give|same)$/) || RESTATES.test(utterance.joined) || EACH_SHARE.test(utterance.joined))) ||
  // "if they take the sept one back what changes"
  (/^fed(?:-history)?$/.test(asks.kind) && TAKEN_BACK.test(utterance.joined)) ||
  // "3 quarter pt cuts in a row"
  (asks.kind === 'fed-history' &&
    asks.inARow === true &&
    slotsOf(utterance, 'amount').some(({ isFraction, unit }) => isFraction || unit === 'bp' || unit === '%') &&
    !says(utterance, ASKS_OF_PAST)) ||
  (asks.kind === 'fed-history' &&
    asks.sizeBps !== undefined &&
    (has(utterance, 'fed', 'fed') || says(utterance, /^(?:tomorrow|tonight|go|goes)$/)) &&
    !has(utterance, 'past') &&
    !says(utterance, ASKS_OF_PAST) &&
    utterance.slots.every(({ kind }) => kind !== 'date' && kind !== 'span' && kind !== 'count')) ||
  // "25 in dec 25 in jan total"
  (asks.kind === 'fed-history' &&
    asks.sizeBps !== undefined &&
    has(utterance, 'sum', 'sum') &&
    slotsOf(utterance, 'amount').length > 1 &&
    !has(utterance, 'past'));

const isOutOfRange = ({ reading: { asks } }: Judged): boolean =>
  asks.kind === 'unclear' && asks.reason === 'out-of-range';

/** Days and months go on from these, before the same words ask what the Fed did then. */
const OF_DAYS: ReadonlySet<string> = new Set(['fed', 'rotation']);

const byFit =
  (utterance: Utterance, last: string | undefined) =>
  (one: Judged, other: Judged): number =>
    Number(other.reading.how === 'exact') - Number(one.reading.how === 'exact') ||
    other.covers - one.covers ||
    // "70 pct of it gets through, fed does 75": no size out of range
    Number(isOutOfRange(one)) - Number(isOutOfRange(other)) ||
    Number(isLookedUp(utterance, one)) - Number(isLookedUp(utterance, other)) ||
    (last !== undefined && OF_DAYS.has(last) && one.reading.asks.kind !== 'brief' && other.reading.asks.kind !== 'brief'
      ? Number(other.reading.asks.kind === last) - Number(one.reading.asks.kind === last)
      : 0);

const NUMBERS: ReadonlySet<string> = new Set(['rate-move', 'compare-moves', 'solve']);

/** `25 more once that is done`, behind a move: words that change what is asked, and that a reading takes no account of. */
const isPassedOver = (
  utterance: Utterance,
  context: Context | undefined,
  { asks, uses, sizes = [] }: Reading,
): boolean => {
  const last = context?.last;
  // "other way round, they hike 25", behind a cut
  const isTurned =
    asks.kind === 'rate-move' &&
    last?.kind === 'rate-move' &&
    asks.moveBps * last.moveBps < 0 &&
    sizes.length === 1 &&
    slotsOf(utterance, 'direction').some(({ of }) => of === 'rate');
  const read = [...uses, ...(isTurned ? marked(utterance, 'scale', '-1') : [])];
  return (
    NUMBERS.has(asks.kind) &&
    last !== undefined &&
    NUMBERS.has(last.kind) &&
    (utterance.words.some((word, at) => TELLING_WORDS.has(word) && !isIn(read, at)) ||
      // "same thing but up not down"
      slotsOf(utterance, 'direction').some(
        ({ from }) => /^(?:up|down)$/.test(utterance.words[from] ?? '') && !isIn(read, from),
      ))
  );
};

/** The numbers answered last, once more, where words were left unread: what they were to change is not known. */
const isRepeat = (utterance: Utterance, context: Context | undefined, { asks, sizes = [], uses }: Reading): boolean =>
  NUMBERS.has(asks.kind) &&
  sizes.length === 0 &&
  JSON.stringify(asks) === JSON.stringify(context?.last) &&
  // "then one more same size" is not the same
  (!isOnly(utterance, uses) || /\b(?:one|another) more\b/.test(utterance.joined));

const isUnit = ({ unit, sign }: Amount): boolean => unit === 'bp' || sign !== '';

/** `700`, and neither a year nor `0730`. */
const HUNDREDS = /^[6-9]\d{2}$/;

/**
 * Whether a number is no move that is out of range, and no time of a brief, as far as can be told: `and 40% off per the
 * august one`, `+50 and -50 both` behind a brief.
 */
const isOfOtherClass = (
  utterance: Utterance,
  { asks, sizes = [], uses }: Reading,
  all: readonly Reading[],
): boolean => {
  if (asks.kind !== 'unclear') return false;
  const isDirected = slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong);
  if (asks.reason === 'out-of-range')
    return (
      !(HUNDREDS.test(asks.words) && isOnly(utterance, uses)) &&
      !sizes.some(isUnit) &&
      !isDirected &&
      !hasAny(utterance, 'rate', 'move') &&
      !has(utterance, 'fed', 'fed')
    );
  const isOfBrief = asks.reason === 'brief-offset' || asks.reason === 'brief-time';
  return isOfBrief && all.some((one) => one.sizes?.some(isUnit));
};

/** `one more thing` counts no moves. */
const isOfThings = ({ joined }: Utterance, { asks, sizes = [] }: Reading): boolean =>
  NUMBERS.has(asks.kind) && sizes.length === 0 && /\b(?:one|two|three|more|other|another) things?\b/.test(joined);

/** `same two for the big one`, `(first two are hikes)`: a count of what was said before, and no size or level. */
const isOfSaid = ({ words }: Utterance, { asks, sizes = [] }: Reading): boolean =>
  NUMBERS.has(asks.kind) &&
  !('levels' in asks) &&
  sizes.some(
    ({ value, unit, isSpelled, isFraction, from }) =>
      value < 10 &&
      unit === undefined &&
      isSpelled === true &&
      !isFraction &&
      (sizes.length > 1 || /^(?:same|those|these|the|first|last|next|all|other|both)$/.test(words[from - 1] ?? '')),
  );

/** `the 50s in 2022`: what was then is no move to come, and its year is not passed over. */
const isOfThePast = ({ reading: { asks }, passage }: Judged, { today }: Known): boolean =>
  ((asks.kind === 'rate-move' && asks.levels === undefined) || asks.kind === 'compare-moves') &&
  passage.kind === 'passed' &&
  today !== undefined &&
  passage.notUsed.some((slot) => slot.kind === 'date' && slot.year !== undefined && slot.year < yearOf(today));

/** Every reading with what the gate says of it, the fittest first. */
export const judgedIn = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
): readonly Judged[] => {
  const isOfFed = context?.last.kind === 'rotation' && has(utterance, 'fed', 'fed');
  const rest = withoutPreface(utterance);
  const isSure = ({ how, isOffer }: Reading): boolean => how === 'exact' && !isOffer;
  const all = READERS.flatMap((read) => {
    const readings = read(utterance, context, library, known);
    const behind = rest && !readings.some(isSure) ? read(rest, context, library, known).filter(isSure) : [];
    return behind.length > 0 ? behind : readings;
  });
  return all
    .filter(
      (reading) =>
        !isOfOtherClass(utterance, reading, all) && !isOfSaid(utterance, reading) && !isOfThings(utterance, reading),
    )
    .map((reading) =>
      isRepeat(utterance, context, reading) || isPassedOver(utterance, context, reading) || isOfHold(utterance, reading)
        ? { ...reading, isOffer: true as const }
        : reading,
    )
    .map((reading) => ({ reading, passage: passes(utterance, reading), covers: coverOf(utterance, reading) }))
    .map((one) =>
      isOfThePast(one, known) || leavesOut(utterance, one.reading)
        ? { ...one, reading: { ...one.reading, isOffer: true as const } }
        : one,
    )
    .sort(byFit(utterance, context?.stale || isOfFed ? undefined : context?.last.kind));
};

export const isAnswer = ({ reading, passage }: Judged): boolean => passage.kind === 'passed' && !reading.isOffer;

/** The turn that a reading comes to. */
export const turnOf = (utterance: Utterance, { reading, passage }: Judged): Turn => {
  const { asks, isPrivate = false, others, how, keeps } = reading;
  if (asks.kind === 'unclear')
    return {
      ...asks,
      ...(keeps?.wants && {
        wants: keeps.wants,
        ...(keeps.wantedWay && { wantedWay: keeps.wantedWay }),
        ...(keeps.wantedOnly && { wantedOnly: keeps.wantedOnly }),
      }),
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
