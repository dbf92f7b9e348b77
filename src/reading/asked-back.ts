import {
  asTyped,
  has,
  hasAny,
  marked,
  numbersIn,
  ofTheRate,
  type Passage,
  slotsAlone,
  slotsOf,
  type Utterance,
  withoutStrange,
} from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import { CHECKS } from '../topics/check/read.ts';
import type { Context, Standing } from '../topics/context.ts';
import type { Question } from '../topics/questions.ts';
import { moveButtonName } from '../topics/rate-move/read-assumed.ts';
import { type Known, LONGEST_NAME, type Reading } from '../topics/reading.ts';
import { DECLINED } from '../topics/refusal/read.ts';
import type { NamedQuestion, Turn } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';
import { VIEW_WORDS } from '../topics/views/read-terms.ts';
import { contextAfter } from './context-after.ts';
import { isAnswer, type Judged, judgedIn, turnOf } from './judged.ts';
import { isOfStrangers, isReasoned, LEAST_OFFERED, NUMBERS, nearestIn } from './nearest.ts';
import { likenessIn, resemblesNumbers } from './ranker/read.ts';

const MOST_OFFERED = 3;
const LONGEST_QUOTED = 200;
const MOST_STRANGE = 8;

/** A reading as a button, and where the conversation would stand behind it. */
export interface Offered extends NamedQuestion {
  readonly stands: Standing | undefined;
  readonly passage?: Passage;
  readonly wantedCount?: number;
  /** How many words its reading accounts for. */
  readonly covers: number;
  readonly how: Reading['how'];
  /** What it is as an answer, where it may be one. */
  readonly turn?: Turn;
}

/** Not offered: what does something, or says that nothing is answered. */
const NO_OFFERS: ReadonlySet<string> = new Set(['unclear', 'silence', 'brief', 'help', 'refusal', 'not-known']);

const isQuestion = ({ reading: { asks } }: Judged): boolean => !NO_OFFERS.has(asks.kind);

/** What has moves and numbers of its own: another bank's, a share's, a fund's. */
const OTHERS: ReadonlySet<string> = new Set(['central bank', 'stock', 'economy', 'tenor']);

const isOfOthers = (utterance: Utterance): boolean =>
  marked(utterance, 'other').some(({ value }) => OTHERS.has(value)) &&
  !hasAny(utterance, 'rate', 'company', 'parameter') &&
  !has(utterance, 'fed', 'fed');

/** A size that may well be none of ours is not offered, or a reply to an appointment would be `Cut 9 bp?` */
const isOffered = (utterance: Utterance, { reading, passage }: Judged): boolean => {
  const sizes = reading.sizes ?? [];
  const isDirect = utterance.slots.some((slot) => slot.kind === 'direction' && slot.of === 'rate');
  const isTiny = sizes.some(
    ({ unit, value, isDecimal, isFraction }) =>
      unit === undefined && !isDecimal && !isFraction && value < LEAST_OFFERED,
  );
  if (isTiny && !isDirect) return false;
  if (passage.kind === 'stopped' && passage.why === 'unlicensed' && isOfOthers(utterance)) return false;
  const isBare =
    sizes.length > 0 &&
    sizes.every(({ unit, isDecimal, isFraction }) => unit === undefined && !isDecimal && !isFraction);
  if (passage.kind === 'stopped' && passage.why === 'unread' && isBare && !isDirect) return false;
  if (passage.kind === 'passed' || passage.why === 'unread') return true;
  const isSized = sizes.some(({ unit }) => unit === 'bp');
  const isDirected = utterance.slots.some((slot) => slot.kind === 'direction' && slot.of === 'rate' && slot.isStrong);
  return isSized || (isDirected && sizes.every(({ value }) => value >= 10));
};

const standingAfter = (question: Question, { reading }: Judged, context: Context | undefined): Standing | undefined => {
  const after = contextAfter(
    { kind: 'question', question, private: false, ...(reading.keeps && { keeps: reading.keeps }) },
    context,
  );
  if (after === undefined) return undefined;
  const { tentative: _, ...standing } = after;
  return standing;
};

const offersOf = (
  utterance: Utterance,
  judged: readonly Judged[],
  context: Context | undefined,
): readonly Offered[] => {
  const likeness = likenessIn(utterance);
  return judged
    .filter(isQuestion)

    .sort(
      (one, other) =>
        Number(other.reading.how === 'exact') - Number(one.reading.how === 'exact') ||
        likeness(other.reading.asks.kind) - likeness(one.reading.asks.kind),
    )
    .flatMap((one): readonly Offered[] => {
      const { reading, passage } = one;
      const { asks, name, others = [], keeps } = reading;
      const isUnlicensed = passage.kind === 'stopped' && passage.why === 'unlicensed';
      const named = [{ name: isUnlicensed ? `Fed: ${name}`.slice(0, LONGEST_NAME) : name, question: asks as Question }];
      return [...named, ...others].map((offer) => ({
        ...offer,
        stands: standingAfter(offer.question, one, context),
        passage,
        covers: one.covers,
        how: reading.how,
        ...(isAnswer(one) && offer.name === named[0]?.name && { turn: turnOf(utterance, one) }),
        ...(keeps?.wantedCount && { wantedCount: keeps.wantedCount }),
      }));
    });
};

/** Words by which the notes are asked about: in no lexicon of the language, and not strange for that. */
const ASKED: ReadonlySet<string> = new Set(
  [VIEW_WORDS, CHECKS, DECLINED].flatMap(({ phrases }) => [...phrases.keys()].flatMap((said) => said.split(' '))),
);

/** What comes of the words where those of no lexicon are passed over. */
const forgiven = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
): readonly Offered[] => {
  if (utterance.unknown.size === 0 || utterance.unknown.size > MOST_STRANGE) return [];
  const names = namesOf(library);
  // where nothing comes of words that ask, they are passed over too
  for (const kept of [ASKED, undefined]) {
    const without = withoutStrange(utterance, names, kept);
    if (isOfStrangers(utterance, without)) continue;
    const judged = judgedIn(without, context, library, known).filter(
      (one) =>
        isQuestion(one) &&
        one.reading.how === 'exact' &&
        one.passage.kind === 'passed' &&
        one.covers > 0 &&
        isReasoned(utterance, context, one),
    );
    if (judged.length > 0) return offersOf(without, judged, context);
  }
  return [];
};

/** Marks that change a question before. */
const CHANGES = new Set(
  'fed company parameter share scale index ratio odds reset undo only worded income wants compare relation reference move'.split(
    ' ',
  ),
);

/**
 * What the question before comes to with the numbers, dates and names of these words, whatever else is said: `do the
 * 2020 total on largecap`. Offered, and only of the kind that is spoken of.
 */
const goneOn = (
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
      isQuestion(one) &&
      one.reading.how === 'exact' &&
      one.passage.kind === 'passed' &&
      isOfKind(one.reading.asks.kind, context.last.kind) &&
      JSON.stringify(one.reading.asks) !== JSON.stringify(context.last) &&
      isReasoned(utterance, context, one),
  );
  return offersOf(alone, judged.slice(0, 1), context);
};

/** Where the words resemble a question of moves: what they come to if every direction in them is said of the Fed's rate. */
const supposed = (
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

const isOfKind = (one: string, other: string): boolean =>
  one === other || (NUMBERS.has(one) && NUMBERS.has(other)) || (one.startsWith('fed') && other.startsWith('fed'));

const keyOf = ({ question }: NamedQuestion): string => JSON.stringify(question);

/** What was found among the words of the notes alone. */
const isQuoted = ({ question, passage }: Offered): boolean =>
  passage?.kind === 'passed' && question.kind === 'views' && question.claims !== undefined;

/** Each question and each name once, three at most; words found in the notes come last. */
const few = (all: readonly Offered[]): readonly Offered[] => {
  const offers = [...all.filter((one) => !isQuoted(one)), ...all.filter(isQuoted)];
  const isFirst = (keyed: (offer: Offered) => string) => (one: Offered, at: number, among: readonly Offered[]) =>
    among.findIndex((other) => keyed(other) === keyed(one)) === at;
  // two moves of one name are told apart by all that they assume
  const isNamesake = (one: Offered) => (other: Offered) => other.name === one.name && keyOf(other) !== keyOf(one);
  return offers
    .map((one) =>
      one.question.kind === 'rate-move' && offers.some(isNamesake(one))
        ? { ...one, name: moveButtonName(one.question) }
        : one,
    )
    .filter(isFirst(keyOf))
    .filter(isFirst(({ name }) => name))
    .slice(0, MOST_OFFERED);
};

/** What is asked back: up to three readings with their slots filled, beside the person's own words, unchanged. */
const asked = (utterance: Utterance, all: readonly Offered[]): Turn | undefined => {
  const offers = few(all);
  if (offers.length === 0) return undefined;
  const stopped = offers.find(({ passage }) => passage?.kind === 'stopped')?.passage;
  const unsure = stopped?.kind === 'stopped' ? asTyped(utterance, stopped.at) : undefined;
  const wantedCount = offers.find((one) => one.wantedCount)?.wantedCount;
  const tentative = offers.flatMap(({ stands }) => stands ?? []);
  return {
    kind: 'unclear',
    reason: 'which',
    readings: offers.map(({ name, question }) => ({ name, question })),
    words: utterance.typed,
    ...(unsure && { unsure }),
    ...(wantedCount && { wantedCount }),
    ...(tentative.length > 0 && { tentative }),
  };
};

export const notUnderstood = (utterance: Utterance, context: Context | undefined, library: Library): Turn => {
  const nearest = nearestIn(utterance, context, library);
  return {
    kind: 'unclear',
    reason: 'not-understood',
    words: utterance.typed.slice(0, LONGEST_QUOTED),
    ...(nearest.length > 0 && { nearest }),
  };
};

/** What the words exactly mean after each of the readings asked back before, as if one of them had been chosen. */
export const readTentatively = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
): readonly Offered[] =>
  (context?.tentative ?? []).flatMap((standing) => {
    const all = judgedIn(utterance, standing, library, known).filter(({ reading: { how } }) => how === 'exact');
    const best = all.find(isAnswer) ?? all.find((one) => one.passage.kind === 'passed' && isOffered(utterance, one));
    return best ? offersOf(utterance, [best].filter(isQuestion), standing).slice(0, 1) : [];
  });

/** Words of no lexicon that hinder no answer, and words that it has to account for. */
const [MOST_PASSED_OVER, LEAST_COVERED] = [2, 2];

/** Kinds that one word more makes no other question: the rest have days, figures and indexes of many. */
const PLAIN: ReadonlySet<string> = new Set(['views', 'fed-history', 'method', 'conflicts', 'notes', 'about']);

/** The one thing that words mean without those of no lexicon: answered where it takes no number, and nothing else comes close. */
const despiteStrange = (
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
    utterance.unknown.size > MOST_PASSED_OVER ||
    near.some((offer) => offer.turn !== undefined && one && keyOf(offer) !== keyOf(one));
  return one && !isOpen && one.covers >= LEAST_COVERED ? one.turn : undefined;
};

/** Several readings that were asked back before, or came close now, or else what the words come nearest to. */
export const askBack = (
  utterance: Utterance,
  judged: readonly Judged[],
  tentative: readonly Offered[],
  isTentativeFirst: boolean,
  context: Context | undefined,
  library: Library,
  known: Known,
): Turn => {
  const exact = judged.filter((one) => isQuestion(one) && isAnswer(one) && one.reading.how === 'exact');
  // "25th floor" only resembles something
  const isChance = ({ reading, covers }: Judged): boolean =>
    reading.how === 'ranked' && covers === 0 && utterance.slots.some(({ kind }) => kind === 'ignored');
  const close = judged.filter(
    (one) => isQuestion(one) && !isChance(one) && (isAnswer(one) || isOffered(utterance, one)),
  );
  const [first, ...rest] = tentative;
  const answered = offersOf(utterance, exact.slice(0, 1), context);
  const before = isTentativeFirst && first ? [first, ...answered, ...rest] : answered;
  const near = few([...before, ...offersOf(utterance, close, context), ...tentative]);
  const isNear = close.some(({ reading: { asks, how } }) => how === 'exact' && NUMBERS.has(asks.kind));
  const contexts =
    exact.length > 0 || tentative.length > 0 || isNear ? [] : [...(context?.tentative?.slice(0, 1) ?? []), context];
  const forgiving = contexts.flatMap((one) => forgiven(utterance, one, library, known));
  const isRead = forgiving.length > 0 || near.some(({ how }) => how === 'exact');
  const going = isRead
    ? []
    : [...(context?.tentative?.slice(0, 1) ?? []), context].flatMap((one) => goneOn(utterance, one, library, known));
  return (
    despiteStrange(utterance, context, forgiving, near) ??
    asked(utterance, [...forgiving, ...going, ...near]) ??
    asked(
      utterance,
      contexts.flatMap((one) => supposed(utterance, one, library, known)),
    ) ??
    notUnderstood(utterance, context, library)
  );
};
