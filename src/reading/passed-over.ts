import {
  has,
  hasAny,
  numbersIn,
  ofTheRate,
  slotsAlone,
  slotsOf,
  type Utterance,
  withoutStrange,
} from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import { CHECKS } from '../topics/check/read.ts';
import { type Context, numbersOf } from '../topics/context.ts';
import { moveButtonName } from '../topics/rate-move/read-assumed.ts';
import type { Known } from '../topics/reading.ts';
import { DECLINED } from '../topics/refusal/read.ts';
import type { Turn } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';
import { VIEW_WORDS } from '../topics/views/read-terms.ts';
import { type Judged, judgedIn } from './judged.ts';
import { isOfStrangers, isReasoned, LEAST_OFFERED, NUMBERS } from './nearest.ts';
import { few, isQuestion, type Offered, offerKey, offersOf } from './offered-readings.ts';
import { resemblesNumbers } from './ranker/read.ts';

const MOST_STRANGE = 8;

/** Words by which the notes are asked about: in no lexicon of the language, and not strange for that. */
const ASKED: ReadonlySet<string> = new Set(
  [VIEW_WORDS, CHECKS, DECLINED].flatMap(({ phrases }) => [...phrases.keys()].flatMap((said) => said.split(' '))),
);

/** Whether what a part of the words comes to may be meant by all of them. */
const isMeant = (utterance: Utterance, context: Context | undefined, one: Judged): boolean =>
  isQuestion(one) &&
  one.reading.how === 'exact' &&
  one.passage.kind === 'passed' &&
  isReasoned(utterance, context, one);

/** What comes of the words where those of no lexicon are passed over. */
export const forgiven = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
): readonly Offered[] => {
  if (utterance.unknown.size === 0 || utterance.unknown.size > MOST_STRANGE) return [];
  const names = namesOf(library);
  // where nothing comes of words that ask, they are passed over too
  const asks = [...utterance.unknown].some((at) => ASKED.has(utterance.words[at] as string));
  for (const kept of asks ? [ASKED, undefined] : [undefined]) {
    const without = withoutStrange(utterance, names, kept);
    if (isOfStrangers(utterance, without)) continue;
    const judged = judgedIn(without, context, library, known).filter(
      (one) => one.covers > 0 && isMeant(utterance, context, one),
    );
    if (judged.length > 0) return offersOf(without, judged, context).flatMap((one) => bothWays(without, context, one));
  }
  return [];
};

/** `say they elevate 50`: what the strange word says is not known, and nothing else says which way. */
const bothWays = (without: Utterance, context: Context | undefined, offer: Offered): readonly Offered[] => {
  const { question } = offer;
  const { move, compare, solve } = numbersOf(context);
  const isOpen =
    question.kind === 'rate-move' &&
    question.moveBps < 0 &&
    !question.levels &&
    !question.readAs &&
    !question.small &&
    !question.large &&
    move === undefined &&
    compare === undefined &&
    solve === undefined &&
    context?.wantedWay === undefined &&
    slotsOf(without, 'direction').length === 0 &&
    slotsOf(without, 'count').every(({ of }) => of !== 'cut' && of !== 'hike');
  if (!isOpen) return [offer];
  const hike = { ...question, moveBps: -question.moveBps };
  return [offer, { ...offer, question: hike, name: moveButtonName(hike), stands: undefined }];
};

/** Marks that change a question before. */
const CHANGES = new Set(
  'fed company parameter share scale index ratio odds reset undo only worded income wants compare relation reference move'.split(
    ' ',
  ),
);

const isOfKind = (one: string, other: string): boolean =>
  one === other || (NUMBERS.has(one) && NUMBERS.has(other)) || (one.startsWith('fed') && other.startsWith('fed'));

/**
 * What the question before comes to with the numbers, dates and names of these words, whatever else is said: `do the
 * 2020 total on largecap`. Offered, and only of the kind that is spoken of.
 */
export const goneOn = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
): readonly Offered[] => {
  if (context === undefined || hasAny(utterance, 'other', 'people', 'clock', 'advice', 'brief')) return [];
  // "down 30 pts", "raise it with legal", "ebitda came in at 200m" may be of anything
  const isOfMoves = NUMBERS.has(context.last.kind);
  const isOurs = has(utterance, 'fed', 'fed') || hasAny(utterance, 'rate', 'company', 'parameter', 'index', 'ratio');
  const isTold = isOfMoves && hasAny(utterance, 'past');
  if ((isOfMoves || numbersIn(utterance).length > 0) && (!isOurs || isTold)) return [];
  const alone = slotsAlone(utterance, namesOf(library), CHANGES);
  if (alone.tokens.length === utterance.tokens.length || alone.tokens.length === 0) return [];
  const judged = judgedIn(alone, context, library, known).filter(
    (one) =>
      isMeant(utterance, context, one) &&
      isOfKind(one.reading.asks.kind, context.last.kind) &&
      JSON.stringify(one.reading.asks) !== JSON.stringify(context.last),
  );
  return offersOf(alone, judged.slice(0, 1), context);
};

/** Where the words resemble a question of moves: what they come to if every direction in them is said of the Fed's rate. */
export const supposed = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
): readonly Offered[] => {
  const isTurned = slotsOf(utterance, 'direction').length > 0 || hasAny(utterance, 'fed', 'rate');
  if (!isTurned || !resemblesNumbers(utterance)) return [];
  const all = ofTheRate(withoutStrange(utterance, namesOf(library)));
  const judged = judgedIn(all, context, library, known).filter(
    ({ reading, passage }) =>
      NUMBERS.has(reading.asks.kind) &&
      (passage.kind === 'passed' || passage.why === 'unlicensed') &&
      (reading.sizes ?? []).every(({ unit, value }) => unit !== undefined || value >= LEAST_OFFERED),
  );
  return offersOf(all, judged, context);
};

/** Words of no lexicon that hinder no answer, and words that it has to account for. */
const [MOST_PASSED_OVER, LEAST_COVERED] = [2, 2];

/** Kinds that one word more makes no other question: the rest have days, figures and indexes of many. */
const PLAIN: ReadonlySet<string> = new Set(['views', 'fed-history', 'fed', 'method', 'conflicts', 'notes', 'about']);

/** The one thing that words mean without those of no lexicon: answered where it takes no number, and nothing else comes close. */
export const despiteStrange = (
  utterance: Utterance,
  context: Context | undefined,
  forgiving: readonly Offered[],
  near: readonly Offered[],
): Turn | undefined => {
  const [one, other] = few(forgiving);
  const isOpen =
    other !== undefined ||
    !PLAIN.has(one?.question.kind ?? '') ||
    context?.stale !== undefined ||
    numbersIn(utterance).length > 0 ||
    // "is xmas eve a half day for the crew in oslo" is of no session in New York
    (one?.question.kind === 'fed' && utterance.unknown.size > 1 && !has(utterance, 'fed', 'fed')) ||
    utterance.unknown.size > MOST_PASSED_OVER ||
    near.some((offer) => offer.turn !== undefined && one && offerKey(offer) !== offerKey(one));
  return one && !isOpen && one.covers >= LEAST_COVERED ? one.turn : undefined;
};
