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
  fan: 'a move at other assumptions',
  companies: 'companies of your own',
  years: 'a move year by year',
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

type Sized = Extract<Question, { readonly kind: 'rate-move' | 'compare-moves' }>;

const isSized = (question: Question): question is Sized =>
  question.kind === 'rate-move' || question.kind === 'compare-moves';

/** What readings with sizes have in common: a sum, a direction, a size. */
const certainOfMoves = (questions: readonly Sized[]): string => {
  const sum = questions.flatMap((question) => (question.kind === 'rate-move' ? (sumOf(question) ?? []) : []))[0];
  if (sum !== undefined) return sum;
  const sizes = questions.flatMap((question) => (question.kind === 'rate-move' ? [question.moveBps] : question.moves));
  const [first = 0, ...rest] = sizes;
  const way = rest.every((bps) => wayOf(bps) === wayOf(first)) ? wayOf(first) : 'move';
  const isOneSize = first !== 0 && rest.every((bps) => Math.abs(bps) === Math.abs(first));
  return isOneSize ? `a ${way} of ${basisPointsOf(first)}` : `a ${way} of the Fed’s rate`;
};

/** What several readings have in common; undefined where nothing is certain. */
export const certainOf = (readings: readonly NamedQuestion[]): string | undefined => {
  const questions = readings.map(({ question }) => question);
  if (questions.length > 0 && questions.every(isSized)) return certainOfMoves(questions);
  const [first, ...rest] = questions;
  return first === undefined || rest.some(({ kind }) => kind !== first.kind) ? undefined : SUBJECTS[first.kind];
};

/** A command that asks the same, as it is typed; undefined where there is none. */
export const commandOf = (question: Question): string | undefined => {
  if (question.kind !== 'rate-move') return topicOf(question.kind).examples[0];
  const { moveBps } = question;
  return moveBps === 0 ? '/ratecut hold' : `/ratecut ${moveBps > 0 ? 'hike ' : ''}${Math.abs(moveBps)}bps`;
};
