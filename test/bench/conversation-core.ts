import { join } from 'node:path';
import { shippedFacts } from '../../src/facts/facts.ts';
import type { Message } from '../../src/message/block-kit.ts';
import { NOTES } from '../../src/notes/index.ts';
import { contextAfter, readTurn } from '../../src/reading/index.ts';
import { answerTurn, renderTurn } from '../../src/surface/answer-turn.ts';
import type { Context } from '../../src/topics/context.ts';
import type { Known } from '../../src/topics/reading.ts';
import type { Turn } from '../../src/topics/turn.ts';
import { utcDateOf } from '../../src/units.ts';
import { readQuestionFile } from '../eval/files.ts';
import { median, NOW, quantile } from './core.ts';

const WARM_UP_ROUNDS = 3;
const ROUNDS = 15;

const KNOWN: Known = { targetUpper: 4, targetLower: 3.75, today: utcDateOf(NOW) };

interface Asked {
  readonly text: string;
  readonly context: Context | undefined;
}

/** The project's own questions, each after what was said before it in its thread. */
const questions = (): readonly Asked[] =>
  readQuestionFile(join(import.meta.dirname, '..', 'eval', 'questions.json')).questions.map(({ text, previous }) => ({
    text,
    context: previous.reduce<Context | undefined>(
      (before, said) => contextAfter(readTurn(said, before, NOTES, KNOWN), before),
      undefined,
    ),
  }));

const drawn = (turn: Turn): Message => {
  if (turn.kind === 'brief' || turn.kind === 'company' || turn.kind === 'note') return { text: '', blocks: [] };
  return renderTurn(answerTurn(turn, shippedFacts(NOW)));
};

export interface TurnTimes {
  /** Milliseconds from words to what they ask. */
  readonly readMs: number;
  readonly readP99Ms: number;
  /** The slowest of 4,000 characters in several scripts, the best of some tries each. */
  readonly longestReadMs: number;
  /** Milliseconds from words to a drawn message, over all questions and rounds. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** The yardstick: the same messages written as JSON and read again, the median. */
  readonly jsonMs: number;
}

const MOST_TYPED = 4_000;
const TRIES = 5;

/** As much as Slack takes, of words, digits, signs and scripts. */
const LONG: readonly string[] = [
  'what if the fed cuts 50bp and floating is 60% ',
  '25 ',
  '1,2.3-4/5 ',
  'calvesina kostn desantis ',
  '=-+?!()[]{}<>|~`*_ ',
  '利下げ五十ベーシスポイント',
  'снижение ставки на 50 ',
  'خفض الفائدة ٥٠ ',
  '\u{1f60a}\u0301\u200d',
  'x',
].map((unit) => unit.repeat(MOST_TYPED).slice(0, MOST_TYPED));

const quickest = (text: string): number =>
  Math.min(
    ...Array.from({ length: TRIES }, () => {
      const start = performance.now();
      readTurn(text, undefined, NOTES, KNOWN);
      return performance.now() - start;
    }),
  );

/** The pure part of a conversation's turn: words read, answered from facts of its own, and drawn. */
export const measureTurns = (): TurnTimes => {
  const asked = questions();
  const took: number[] = [];
  const read: number[] = [];
  const json: number[] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    for (const one of asked) {
      const start = performance.now();
      const turn = readTurn(one.text, one.context, NOTES, KNOWN);
      const wasRead = performance.now();
      const message = drawn(turn);
      const answered = performance.now();
      JSON.parse(JSON.stringify(message));
      const parsed = performance.now();
      if (round < 0) continue;
      read.push(wasRead - start);
      took.push(answered - start);
      json.push(parsed - answered);
    }
  }
  return {
    readMs: median(read),
    readP99Ms: quantile(read, 0.99),
    longestReadMs: Math.max(...LONG.map(quickest)),
    medianMs: median(took),
    p99Ms: quantile(took, 0.99),
    jsonMs: median(json),
  };
};
