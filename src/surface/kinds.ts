import { basisPointsOf, listed } from '../message/index.ts';
import type { Question } from '../topics/questions.ts';
import { topicOf } from '../topics/registry.ts';
import type { Kind } from '../topics/topic.ts';
import type { NamedQuestion } from '../topics/turn.ts';

/** What a question is about, in words. */
export const SUBJECTS: { readonly [K in Kind]: string } = {
  'rate-move': 'a move of the Fed’s rate',
  'compare-moves': 'several moves of the Fed’s rate, side by side',
  solve: 'the move that a wanted lift takes',
  'rate-move-market': 'the move that futures price in',
  rotation: 'small caps against large caps',
  ratio: 'the ratio of small caps to large caps',
  fed: 'the Fed’s range, its meetings and the odds',
  'fed-history': 'what the Fed decided in the past',
  views: 'what people in the notes say',
  check: 'the notes against the record',
  conflicts: 'where the notes disagree',
  figure: 'a figure in the notes',
  valuation: 'valuation in the notes',
  method: 'how it is computed',
  notes: 'the notes themselves',
  source: 'where an answer is from',
  about: 'what this app is and does',
  refusal: 'something that is not answered here',
  'not-known': 'something that the notes leave out',
  help: 'what can be asked',
};

const wayOf = (bps: number): 'cut' | 'hike' | 'hold' => (bps < 0 ? 'cut' : bps > 0 ? 'hike' : 'hold');

/** `three × 25 bp` leaves no doubt about what was added up. */
const sumOf = ({ moveBps, parts = [] }: Extract<Question, { readonly kind: 'rate-move' }>): string | undefined => {
  const sizes = [...new Set(parts.map((part) => part.moveBps))];
  const [size] = sizes;
  if (size === undefined) return undefined;
  const sum =
    sizes.length === 1
      ? `${parts.length} × ${basisPointsOf(size)}`
      : listed(parts.map((part) => basisPointsOf(part.moveBps)));
  return `${sum} = ${basisPointsOf(moveBps)} of ${wayOf(moveBps)}s`;
};

/** What several readings have in common; undefined where nothing is certain. */
export const certainOf = (readings: readonly NamedQuestion[]): string | undefined => {
  const [first, ...rest] = readings.map(({ question }) => question);
  if (first === undefined || rest.some(({ kind }) => kind !== first.kind)) return undefined;
  if (first.kind !== 'rate-move') return SUBJECTS[first.kind];
  const moves = [first, ...rest].filter((question) => question.kind === 'rate-move');
  const sums = moves.flatMap((move) => sumOf(move) ?? []);
  if (sums[0] !== undefined) return sums[0];
  const ways = new Set(moves.map(({ moveBps }) => wayOf(moveBps)));
  const way = ways.size === 1 ? wayOf(first.moveBps) : 'move';
  const isOneSize = moves.every(({ moveBps }) => Math.abs(moveBps) === Math.abs(first.moveBps));
  return isOneSize && first.moveBps !== 0
    ? `a ${way} of ${basisPointsOf(first.moveBps)}`
    : `a ${way} of the Fed’s rate`;
};

/** A command that asks the same, as it is typed; undefined where there is none. */
export const commandOf = (question: Question): string | undefined => {
  if (question.kind !== 'rate-move') return topicOf(question.kind).examples[0];
  const { moveBps } = question;
  return moveBps === 0 ? '/ratecut hold' : `/ratecut ${moveBps > 0 ? 'hike ' : ''}${Math.abs(moveBps)}bps`;
};
