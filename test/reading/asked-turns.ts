import { NOTES } from '../../src/notes/index.ts';
import { contextAfter } from '../../src/reading/context-after.ts';
import { readTurn } from '../../src/reading/read-turn.ts';
import type { Context } from '../../src/topics/context.ts';
import type { Question } from '../../src/topics/questions.ts';
import type { Known } from '../../src/topics/reading.ts';
import type { Turn } from '../../src/topics/turn.ts';
import { isoDate } from '../../src/units.ts';
import { said } from './said.ts';

/** The target range in these tests is 3.75 to 4 %, and the day a Monday. */
export const KNOWN: Known = { targetUpper: 4, targetLower: 3.75, today: isoDate('2026-11-30') };

export const turnOf = (typed: string, context?: Context): Turn => readTurn(typed, context, NOTES, KNOWN);

/** What a conversation is about after these messages. */
export const contextOf = (...typed: readonly string[]): Context | undefined =>
  typed.reduce<Context | undefined>((context, text) => contextAfter(turnOf(text, context), context), undefined);

/** What the last of several messages comes to, each read after the ones before. */
export const lastTurn = (...typed: readonly string[]): Turn =>
  turnOf(typed.at(-1) ?? '', contextOf(...typed.slice(0, -1)));

/** The same as a question where it is one. */
export const lastOf = (...typed: readonly string[]): Question | Turn => {
  const turn = lastTurn(...typed);
  return turn.kind === 'question' ? turn.question : turn;
};

const OF_NUMBERS = /^(?:cut|hike|hold|compare|solve|method|unclear (?:no-|out|ass)|ask (?!of))/;

/** A conversation about moves, in short; what is no move, comparison or sum is `other`. */
export const saidOfMoves = (typed: readonly string[]): readonly (readonly [typed: string, said: string])[] => {
  let context: Context | undefined;
  return typed.map((text) => {
    const turn = turnOf(text, context);
    context = contextAfter(turn, context);
    const short = said(turn);
    return [text, OF_NUMBERS.test(short) ? short : 'other'] as const;
  });
};

export const cut = (bps: number, rest: object = {}) => ({ kind: 'rate-move', moveBps: -bps, ...rest });
export const hike = (bps: number, rest: object = {}) => ({ kind: 'rate-move', moveBps: bps, ...rest });
export const HOLD = { kind: 'rate-move', moveBps: 0 };

/** The question a message is read as; the whole turn where it is none. */
export const questionOf = (typed: string, context?: Context): Question | Turn => {
  const turn = turnOf(typed, context);
  return turn.kind === 'question' ? turn.question : turn;
};

export const views = (filters: object = {}) => ({ kind: 'views', ...filters });
export const method = (aspect: string, of?: object) => ({ kind: 'method', aspect, ...(of && { of }) });
export const figure = (...figures: readonly string[]) => ({ kind: 'figure', figures });
