import { contextAfter, readTurn } from '../../src/reading/ordered-rules/conversation/turn.ts';
import type { Context } from '../../src/topics/context.ts';
import type { Question } from '../../src/topics/questions.ts';
import type { Turn } from '../../src/topics/turn.ts';

/** The question a message is read as; the whole turn where it is none. */
export const questionOf = (typed: string, context?: Context): Question | Turn => {
  const turn = readTurn(typed, context);
  return turn.kind === 'question' ? turn.question : turn;
};

/** What a conversation is about after these messages. */
export const contextOf = (...typed: readonly string[]): Context | undefined =>
  typed.reduce<Context | undefined>((context, text) => contextAfter(readTurn(text, context), context), undefined);

/** What the last of several messages is read as, each after the ones before. */
export const lastOf = (...typed: readonly string[]): Question | Turn =>
  questionOf(typed.at(-1) ?? '', contextOf(...typed.slice(0, -1)));

export const cut = (bps: number, rest: object = {}) => ({ kind: 'rate-move', moveBps: -bps, ...rest });
export const hike = (bps: number, rest: object = {}) => ({ kind: 'rate-move', moveBps: bps, ...rest });
export const HOLD = { kind: 'rate-move', moveBps: 0 };
export const views = (filters: object = {}) => ({ kind: 'views', ...filters });
export const method = (aspect: string, of?: object) => ({ kind: 'method', aspect, ...(of && { of }) });
export const figure = (...figures: readonly string[]) => ({ kind: 'figure', figures });
