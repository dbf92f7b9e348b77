import { expect } from 'vitest';
import type { Question } from '../../src/topics/questions.ts';
import { type Answer, answer } from '../../src/topics/registry.ts';
import { FACTS } from './rendered.ts';

/** Answers to questions, and what can be read from them. */

export const ask = (question: Question): Answer => answer(question, FACTS);

/** The figures by id, in full precision. */
export const numbers = ({ figures }: Answer): Record<string, number> =>
  Object.fromEntries(figures.map(({ id, value }) => [id, value]));

/** Equal to six decimals. */
export const close = (value: number) => expect.closeTo(value, 6);

/** The numbers of the notes an answer rests on. */
export const notesIn = ({ sources }: Answer): string[] => sources.flatMap((source) => /^\d{3}(?=-)/.exec(source) ?? []);
