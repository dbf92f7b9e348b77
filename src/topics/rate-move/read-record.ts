import { yearOf } from '../../calendar/index.ts';
import { type Decision, decisionsBetween } from '../../fed/index.ts';
import { has, hasAny, type Utterance, wholeOf } from '../../language/index.ts';
import { isoDate } from '../../units.ts';
import type { FedHistoryQuestion } from '../fed-history/question.ts';
import type { Reading } from '../reading.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from './question.ts';
import { moveButtonName } from './read-assumed.ts';
import { scopeMeant } from './read-figures.ts';
import type { Turned } from './read-turned.ts';

const THROUGH = /\b(?:run|put|push|shove|pass|feed|send|stick|pump|plug)\b.*\b(?:through|thru|into|past|in)\b/;
const UNDONE = /\b(?:undo|undid|reverse|reversed|unwind|unwound|take back|took back)\b/;
const EARLIEST = isoDate('1900-01-01');

const dayOf = (year: number, day: string) => isoDate(`${year}-${day}`);

/** The decisions that a question of the record is about, as far as it is told by days, years and direction. */
const decisionsOf = (
  { from, to, yearsAgo, way }: FedHistoryQuestion,
  { today }: Turned['known'],
): readonly Decision[] => {
  if (today === undefined) return [];
  const year = yearsAgo === undefined ? undefined : yearOf(today) - yearsAgo;
  const start = year === undefined ? (from ?? EARLIEST) : dayOf(year, '01-01');
  const end = year === undefined ? (to ?? today) : dayOf(year, '12-31');
  return decisionsBetween(start, end < today ? end : today).filter(
    ({ change }) => change !== 0 && (way === 'cut' ? change < 0 : way === 'hike' ? change > 0 : true),
  );
};

/** What those decisions come to as a move, basis points: the sum of them, or the one that was asked for. */
const sumOf = (question: FedHistoryQuestion, known: Turned['known']): number | undefined => {
  const all = decisionsOf(question, known);
  const one = question.ask === 'first' ? all[0] : all.at(-1);
  if (question.ask === 'moves') return all.reduce((sum, { change }) => sum + change, 0);
  return question.ask === 'last' || question.ask === 'first' || question.ask === 'meeting' ? one?.change : undefined;
};

const isAsked = (utterance: Utterance): boolean =>
  (hasAny(utterance, 'reference', 'sum') || has(utterance, 'undo')) &&
  [THROUGH, UNDONE].some((words) => words.test(utterance.words.join(' ')));

/** `shove that total through the pair`, `if they undo that`, behind an answer of the Fed's record: its moves as one. */
export const passedOn = (turned: Turned): readonly Reading[] => {
  const { utterance, context, known } = turned;
  const isCalled = /\b(?:that|the|last) (?:cut|hike|move)\b/.test(utterance.words.join(' '));
  const history = context?.last.kind === 'fed-history' || isCalled ? context?.history : undefined;
  if (history === undefined || !isAsked(utterance)) return [];
  const isUndone = UNDONE.test(utterance.words.join(' '));
  const sum = (sumOf(history, known) ?? 0) * (isUndone ? -1 : 1);
  if (sum === 0 || Math.abs(sum) > LARGEST_MOVE_BPS) return [];
  const scope = scopeMeant(turned, undefined)?.scope;
  const asks: RateMoveQuestion = {
    kind: 'rate-move',
    moveBps: sum,
    ...(scope && scope !== 'both' && { only: scope }),
  };
  return [{ asks, name: moveButtonName(asks), how: 'exact', uses: [wholeOf(utterance)], isOffer: true }];
};
