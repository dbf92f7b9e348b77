import { asTyped, type Utterance } from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { Context } from '../topics/context.ts';
import type { Known } from '../topics/reading.ts';
import type { Turn } from '../topics/turn.ts';
import { isAnswer, type Judged, judgedIn } from './judged.ts';
import { NUMBERS, nearestIn } from './nearest.ts';
import { few, isOffered, isQuestion, type Offered, offersOf } from './offered-readings.ts';
import { foreignnessOf, likelyOperations } from './operations/read.ts';
import { despiteStrange, forgiven, goneOn, supposed } from './passed-over.ts';
import { likelyDeclined } from './ranker/read.ts';

const LONGEST_QUOTED = 200;
/** What is so likely nothing of ours is declined before anything that it resembles is offered. */
const LEAST_FOREIGN = 0.5;
/** What is asked of replies is put in any words: `what is meant by coverage in your replies`. */
const OF_REPLIES: ReadonlySet<string> = new Set(['about', 'method', 'source', 'check']);

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

/** What is rather declined, with its reason, than not understood. */
const declined = (utterance: Utterance, foreignness: number): Turn | undefined => {
  const question = likelyDeclined(utterance, foreignness);
  const isSure = foreignness >= LEAST_FOREIGN;
  return question && { kind: 'question', question, private: false, ...(!isSure && { how: 'ranked' }) };
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
  const [standing, ...others] = tentative;
  const answered = offersOf(utterance, exact.slice(0, 1), context);
  const before = isTentativeFirst && standing ? [standing, ...answered, ...others] : answered;
  const near = few([...before, ...offersOf(utterance, close, context), ...tentative]);
  const isNear = close.some(({ reading: { asks, how } }) => how === 'exact' && NUMBERS.has(asks.kind));
  const contexts =
    exact.length > 0 || tentative.length > 0 || isNear ? [] : [...(context?.tentative?.slice(0, 1) ?? []), context];
  const forgiving = contexts.flatMap((one) => forgiven(utterance, one, library, known));
  const isRead = forgiving.length > 0 || near.some(({ how }) => how === 'exact');
  const behind = [...(context?.tentative?.slice(0, 1) ?? []), context];
  const foreignness = Math.min(...behind.map((one) => foreignnessOf(utterance, one)));
  const likely = behind.flatMap((one) => likelyOperations(utterance, one, library, known));
  const very = likely.filter(({ stands }) => stands);
  // beside what is read exactly stands only what is very likely
  const hardly = near.some(({ how }) => how === 'exact') ? [] : likely.filter(({ stands }) => !stands);
  const going = isRead || very.length > 0 ? [] : behind.flatMap((one) => goneOn(utterance, one, library, known));
  const [nearest, ...farther] = near;
  const first = forgiving.slice(0, 1);
  const all =
    nearest?.how === 'exact'
      ? [...first, nearest, ...very, ...forgiving, ...farther]
      : [...first, ...very, ...going, ...near.slice(0, 1), ...hardly, ...forgiving, ...farther];
  const isOfReplies = all.some(({ question: { kind } }) => OF_REPLIES.has(kind));
  const isForeign = foreignness >= LEAST_FOREIGN && exact.length === 0 && !isOfReplies;
  return (
    (isForeign ? declined(utterance, foreignness) : undefined) ??
    despiteStrange(utterance, context, forgiving, near) ??
    asked(utterance, all) ??
    asked(
      utterance,
      contexts.flatMap((one) => supposed(utterance, one, library, known)),
    ) ??
    declined(utterance, foreignness) ??
    notUnderstood(utterance, context, library)
  );
};
