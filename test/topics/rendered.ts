import { expect } from 'vitest';
import { shippedFacts } from '../../src/facts/facts.ts';
import type { Block, Message } from '../../src/message/block-kit.ts';
import { asPlainText } from '../../src/message/plain-text.ts';
import { answerTurn, renderTurn } from '../../src/surface/answer-turn.ts';
import { type Question, QuestionSchema } from '../../src/topics/questions.ts';
import { type Answer, answer } from '../../src/topics/registry.ts';
import { isoInstant } from '../../src/units.ts';
import { readAsked } from '../doubles/asked.ts';
import { type Button, buttonsOf } from '../doubles/payloads.ts';

/** Answers, and replies as they are drawn, and what can be read from them. */

export const FACTS = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));

export const rendered = (question: Question): Message => renderTurn(answer(question, FACTS));

/** The reply to a line as a person types it. */
export const reply = (line: string): Message => renderTurn(answerTurn(readAsked(line), FACTS));

export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** All that can be read, as a terminal shows it. */
export const shown = (message: Message): string => asPlainText(message);

export const block = <T extends Block['type']>({ blocks }: Message, type: T): Extract<Block, { type: T }> => {
  const found = blocks.find((one) => one.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found as Extract<Block, { type: T }>;
};

export const title = (message: Message): string => plain(block(message, 'header').text.text);

export const labelsOf = (message: Message): readonly string[] => buttonsOf(message).map(({ text }) => plain(text.text));

export const questionIn = ({ value }: Pick<Button, 'value'>): Question => QuestionSchema.parse(JSON.parse(value));

const MOST_PARTS = 50;

/** The question and every part behind it, as the buttons lead there. */
export const parts = (question: Question): readonly Question[] => {
  const all: Question[] = [question];
  for (let at = 0; at < Math.min(all.length, MOST_PARTS); at += 1) {
    const next = buttonsOf(rendered(all[at] as Question)).find(({ text }) => text.text.startsWith('Part '));
    if (next) all.push(questionIn(next));
  }
  return all;
};

export const ask = (question: Question): Answer => answer(question, FACTS);

/** The figures by id, in full precision. */
export const numbers = ({ figures }: Answer): Record<string, number> =>
  Object.fromEntries(figures.map(({ id, value }) => [id, value]));

/** Equal to six decimals. */
export const close = (value: number) => expect.closeTo(value, 6);

/** The numbers of the notes an answer rests on. */
export const notesIn = ({ sources }: Answer): string[] => sources.flatMap((source) => /^\d{3}(?=-)/.exec(source) ?? []);
