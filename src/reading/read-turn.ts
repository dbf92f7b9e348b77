import { has, hasAny, isOnly, LONGEST_READ, marksOf, slotsOf, type Utterance, utteranceOf } from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import { withPlainYears } from '../periods/index.ts';
import { type Context, numbersOf } from '../topics/context.ts';
import type { Question } from '../topics/questions.ts';
import type { Known } from '../topics/reading.ts';
import type { Turn } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';
import { askBack, notUnderstood, readTentatively } from './asked-back.ts';
import { isAnswer, type Judged, judgedIn, turnOf } from './judged.ts';
import type { Offered } from './offered-readings.ts';

/** Words that only change what was answered last, and say how. */
const CHANGES = ['company', 'scale', 'undo'];
const BESIDE = ['only', 'reference', 'reset', 'correction', 'drop', 'more', 'negation'];

/**
 * After words that were not understood, and from which nothing was offered, what only changes the last answer is still
 * said of it: `only the small one`, `double it`, `undo`.
 */
const settled = (utterance: Utterance, context: Context | undefined): Context | undefined => {
  if (!context?.stale || context.missed || context.tentative || !hasAny(utterance, ...CHANGES)) return context;
  if (!isOnly(utterance, marksOf(utterance, ...CHANGES, ...BESIDE))) return context;
  const { stale: _, ...rest } = context;
  return rest;
};

/** `22`, and nothing that makes it a move of the rate. */
const isBareSize = (utterance: Utterance, { reading: { asks, sizes = [] } }: Judged): boolean =>
  asks.kind === 'rate-move' &&
  sizes.every(({ unit, sign }) => unit === undefined && sign === '') &&
  !slotsOf(utterance, 'direction').some(({ of }) => of === 'rate');

const NUMBERS: ReadonlySet<string> = new Set(['rate-move', 'compare-moves', 'solve']);
/** The ratio as it stands and over a span; moves, comparisons and what is solved for. */
const familyOf = (kind: string): string => (kind === 'ratio' ? 'rotation' : NUMBERS.has(kind) ? 'numbers' : kind);

const saysMore = ({ reading, covers }: Judged, other: Judged): boolean =>
  reading.how === 'exact' &&
  covers > other.covers &&
  familyOf(reading.asks.kind) === familyOf(other.reading.asks.kind) &&
  JSON.stringify(reading.asks) !== JSON.stringify(other.reading.asks);

/** After what was asked back the same words may mean something else. */
const isRival = (utterance: Utterance, { question, covers }: Offered, answer: Judged): boolean => {
  const { asks } = answer.reading;
  const isOther = !NUMBERS.has(question.kind) && isBareSize(utterance, answer);
  const isAsGood = covers >= answer.covers && !has(utterance, 'fed', 'fed');
  return (
    (familyOf(question.kind) === familyOf(asks.kind) || isOther || isAsGood) &&
    JSON.stringify(question) !== JSON.stringify(asks)
  );
};

/** No size with its unit, and a move that has other assumptions in what was asked back: none of them is dropped. */
const isOtherwiseAssumed = (one: Question, { reading: { asks, sizes = [] } }: Judged): boolean =>
  one.kind === 'rate-move' &&
  asks.kind === 'rate-move' &&
  one.moveBps === asks.moveBps &&
  sizes.every(({ unit }) => unit !== 'bp') &&
  (sizes.length > 0
    ? JSON.stringify([one.small, one.large]) !== JSON.stringify([asks.small, asks.large])
    : (['small', 'large'] as const).some((company) =>
        Object.keys(one[company] ?? {}).some((field) => !(field in (asks[company] ?? {}))),
      ));

/** Cuts, and read as such from no sign: `plus 25` says which way. */
const isOfCuts = (asks: Judged['reading']['asks']): boolean =>
  (asks.kind === 'rate-move' && asks.moveBps < 0 && !asks.readAs?.includes('minus as a cut')) ||
  (asks.kind === 'compare-moves' && asks.moves.every((bps) => bps <= 0));

/** `50`, `60bp?` as first words: a cut, which nobody said. */
const isWayAssumed = (
  utterance: Utterance,
  context: Context | undefined,
  { reading: { asks, sizes = [], how } }: Judged,
): boolean => {
  const { move, compare, solve } = numbersOf(context);
  const isFirst =
    move === undefined && compare === undefined && solve === undefined && context?.wantedWay === undefined;
  return (
    isOfCuts(asks) &&
    !('levels' in asks) &&
    how === 'exact' &&
    isFirst &&
    sizes.length > 0 &&
    sizes.every(({ sign }) => sign === '') &&
    slotsOf(utterance, 'direction').length === 0 &&
    slotsOf(utterance, 'count').every(({ of }) => of !== 'cut' && of !== 'hike')
  );
};

/** A size with its unit, a correction, or everything put back: such words are said of what was answered, or answer what was asked. */
const isStated = (utterance: Utterance, context: Context | undefined, answer: Judged | undefined): boolean => {
  const { move, compare, solve } = numbersOf(context);
  const isBased = move !== undefined || compare !== undefined || solve !== undefined;
  const isAsked = context?.wants !== undefined || context?.wantedCount !== undefined;
  const isSized = answer?.reading.sizes?.some(({ unit }) => unit === 'bp') ?? false;
  return isAsked || (isBased && (isSized || hasAny(utterance, 'reset', 'correction')));
};

const turnSaying = (turn: Turn, isAssumed: boolean): Turn =>
  isAssumed && turn.kind === 'question' ? { ...turn, how: 'way assumed' } : turn;

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
  const utterance = withPlainYears(utteranceOf(typed.slice(0, LONGEST_READ), namesOf(library)));
  const judged = judgedIn(utterance, settled(utterance, context), library, known);
  const best = judged.find((one) => isAnswer(one) && one.reading.how === 'exact');
  // what goes on and on is no question, though it may have to be declined
  const isRead = typed.length <= LONGEST_READ || best?.reading.asks.kind === 'refusal';
  if (!isRead) return notUnderstood(utterance, context, library);
  const tentative = readTentatively(utterance, context, library, known);
  // what the words only resemble is not answered where more of them are read of the same kind
  const answer = best ?? judged.find((one) => isAnswer(one) && !judged.some((other) => saysMore(other, one)));
  const isChosen =
    context?.offered?.some((one) => JSON.stringify(one) === JSON.stringify(answer?.reading.asks)) ?? false;
  const isOwn =
    isChosen ||
    (isStated(utterance, context, answer) &&
      !tentative.some(({ question }) => answer && isOtherwiseAssumed(question, answer)));
  return answer && (isOwn || !tentative.some((one) => isRival(utterance, one, answer)))
    ? turnSaying(turnOf(utterance, answer), isWayAssumed(utterance, context, answer))
    : askBack(utterance, judged, tentative, !isOwn, context, library, known);
};
