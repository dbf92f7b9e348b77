import { join } from 'node:path';
import { shippedFacts } from '../../src/facts/facts.ts';
import type { Message } from '../../src/message/block-kit.ts';
import { NOTES } from '../../src/notes/index.ts';
import { contextAfter, readTurn } from '../../src/reading/index.ts';
import { answerTurn, renderTurn } from '../../src/surface/answer-turn.ts';
import type { Context } from '../../src/topics/context.ts';
import { readQuestionFile } from '../eval/question-file.ts';
import { NOW } from './core.ts';
import { median, quantile } from './statistics.ts';

const WARM_UP_ROUNDS = 3;
const ROUNDS = 15;

interface Asked {
  readonly text: string;
  readonly context: Context | undefined;
}

/** The project's own questions, each after what was said before it in its thread. */
const questions = (): readonly Asked[] =>
  readQuestionFile(join(import.meta.dirname, '..', 'eval', 'questions.json')).questions.map(({ text, previous }) => ({
    text,
    context: previous.reduce<Context | undefined>(
      (before, said) => contextAfter(readTurn(said, before, NOTES, {}), before),
      undefined,
    ),
  }));

const drawn = ({ text, context }: Asked): Message => {
  const turn = readTurn(text, context, NOTES, {});
  if (turn.kind === 'brief') return { text: '', blocks: [] };
  return renderTurn(answerTurn(turn, shippedFacts(NOW)));
};

export interface TurnTimes {
  /** Milliseconds from words to a drawn message, over all questions and rounds. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** The yardstick: the same messages written as JSON and read again, the median. */
  readonly jsonMs: number;
}

/** The pure part of a conversation's turn: words read, answered from facts of its own, and drawn. */
export const measureTurns = (): TurnTimes => {
  const asked = questions();
  const took: number[] = [];
  const json: number[] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    for (const one of asked) {
      const start = performance.now();
      const message = drawn(one);
      const answered = performance.now();
      JSON.parse(JSON.stringify(message));
      const parsed = performance.now();
      if (round < 0) continue;
      took.push(answered - start);
      json.push(parsed - answered);
    }
  }
  return { medianMs: median(took), p99Ms: quantile(took, 0.99), jsonMs: median(json) };
};
