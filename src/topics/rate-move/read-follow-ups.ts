import { has, hasAny, isMadeOf, isOnly, marked, marksOf, overlaps, slotsOf, wholeOf } from '../../language/index.ts';
import type { Question } from '../questions.ts';
import { exactly, type Reading } from '../reading.ts';
import type { RateMoveQuestion } from './question.ts';
import { moveButtonName } from './read-assumed.ts';
import { meantFor } from './read-meant.ts';
import { operated } from './read-operations.ts';
import { anotherAgain, lastTwoSummed, partBack } from './read-parts.ts';
import { netAsked, pathEdited, steppedPath } from './read-path.ts';
import { passedOn } from './read-record.ts';
import { leavesRange, resultAsked } from './read-restated.ts';
import { splitUp } from './read-split.ts';
import type { Turned } from './read-turned.ts';

/** `undo that`, `put it back`: one step back over the number kinds, and forth again. */
const stepBack = (turned: Turned): readonly Reading[] => {
  const { utterance, context, figures, numbers } = turned;
  const [undo] = [
    ...marked(utterance, 'undo'),
    ...marked(utterance, 'correction').filter(({ from, to }) =>
      /^scratch (?:that|it)$/.test(utterance.words.slice(from, to).join(' ')),
    ),
  ];
  // the first turn of all: what it changed is taken back
  const { small, large, ...plain } = numbers.move ?? {};
  const first =
    (small || large) && undo && undo.value !== 'redo'
      ? { active: 'rate-move' as const, move: plain as RateMoveQuestion }
      : undefined;
  const before = context?.before ?? first;
  const isNumbered = figures.free.some((amount) => !overlaps(amount, undo ?? amount));
  // "and if they undo the lot": a move the other way
  if (
    !undo ||
    !before ||
    isNumbered ||
    has(utterance, 'reset', 'reset') ||
    has(utterance, 'scale', '-1') ||
    figures.changes.length > 0
  )
    return [];
  const uses = marksOf(utterance, 'undo', 'correction', 'reference', 'reset');
  if (hasAny(utterance, 'brief', 'advice', 'views', 'other', 'parameter', 'wants') || !isOnly(utterance, uses))
    return [];
  const asks: Question | undefined =
    before.active === 'compare-moves' ? before.compare : before.active === 'solve' ? before.solve : before.move;
  if (!asks) return [];
  const name = asks.kind === 'rate-move' ? moveButtonName(asks) : 'The one before';
  const isLast = context !== undefined && ['rate-move', 'compare-moves', 'solve'].includes(context.last.kind);
  return [exactly(asks, name, uses, { ...(context?.stale && !isLast && { isOffer: true }), keeps: { isUndo: true } })];
};

/** `down obv`, `a hike please`, where either way was asked back: that one. */
const wayChosen = ({ utterance, context }: Turned): readonly Reading[] => {
  const [one, other] = context?.offered ?? [];
  const isEither = one?.kind === 'rate-move' && other?.kind === 'rate-move' && one.moveBps === -other.moveBps;
  const ways = slotsOf(utterance, 'direction');
  const [way, second] = new Set(ways.map((said) => said.way));
  const isAll = isMadeOf(utterance, ways, /^(?:course|ofc|clearly|rates?|duh)$/);
  if (!isEither || way === undefined || way === 'hold' || second || !isAll) return [];
  const asks = one.moveBps < 0 === (way === 'cut') ? one : other;
  return [exactly(asks, moveButtonName(asks), [wholeOf(utterance)], { isSizeWanted: true })];
};

const BEHIND: readonly ((turned: Turned) => readonly Reading[])[] = [
  stepBack,
  leavesRange,
  resultAsked,
  pathEdited,
  netAsked,
  steppedPath,
  partBack,
  splitUp,
  anotherAgain,
  lastTwoSummed,
  meantFor,
];

/** What goes on from the move asked about last, or undoes a move of the record's. */
export const followUps = (turned: Turned): readonly Reading[] => {
  const { context, numbers } = turned;
  const undone = [...wayChosen(turned), ...passedOn(turned)];
  if (context === undefined || context.last.kind === 'help') return undone;
  const isOfMove = numbers.active !== 'compare-moves' && numbers.active !== 'solve';
  return [...undone, ...[...BEHIND, ...(isOfMove ? [operated] : [])].flatMap((read) => read(turned))];
};
