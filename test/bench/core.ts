import { ratecutCommand } from '../../commands/ratecut.ts';
import { shippedFacts } from '../../src/facts/facts.ts';
import type { Question } from '../../src/topics/questions.ts';
import { answer, render } from '../../src/topics/registry.ts';
import { isoInstant } from '../../src/units.ts';
import { readerOf } from '../doubles/asked.ts';
import { questionText } from './slash-command.ts';

const readRatecut = readerOf(ratecutCommand);

const WARM_UP_MS = 500;
const SLICE_MS = 200;
const SLICES = 5;
const TEXTS = Array.from({ length: 10_000 }, (_, index) => questionText(index));
const MOST_DRAWN = 1_000;
export const NOW = isoInstant('2026-11-20T14:30:00Z');

/** Calls a second of one function over its inputs in turn: the median of some slices of time, after a warm-up. */
const rateOf = <T>(inputs: readonly T[], call: (input: T) => unknown): number => {
  let calls = 0;
  const runFor = (milliseconds: number): number => {
    const start = performance.now();
    const before = calls;
    let elapsed = 0;
    while (elapsed < milliseconds) {
      if (call(inputs[calls % inputs.length] as T) === undefined) throw new Error('a call returned nothing');
      calls += 1;
      elapsed = performance.now() - start;
    }
    return ((calls - before) / elapsed) * 1000;
  };
  runFor(WARM_UP_MS);
  return median(Array.from({ length: SLICES }, () => runFor(SLICE_MS)));
};

const questionOf = (text: string): Question => {
  const reading = readRatecut(text);
  if (reading.kind === 'unclear') throw new Error(`not a question: ${text}`);
  return reading.question;
};

export interface CoreRates {
  readonly read: number;
  readonly answered: number;
  readonly drawn: number;
}

/** The pure part alone: words read; questions answered, each from facts of its own as a command's are; answers drawn. */
export const measureCore = (): CoreRates => {
  const questions = TEXTS.map(questionOf);
  const answers = questions.slice(0, MOST_DRAWN).map((question) => answer(question, shippedFacts(NOW)));
  return {
    read: rateOf(TEXTS, readRatecut),
    answered: rateOf(questions, (question) => answer(question, shippedFacts(NOW))),
    drawn: rateOf(answers, (one) => render(one)),
  };
};

/** @param share from 0 to 1; the nearest measured value, never one in between */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);
