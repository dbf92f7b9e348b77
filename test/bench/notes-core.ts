import { checkCommand } from '../../commands/check.ts';
import type { Command } from '../../commands/command.ts';
import { viewsCommand } from '../../commands/views.ts';
import { shippedFacts } from '../../src/facts/facts.ts';
import { NOTE_TOPICS, STANCES } from '../../src/notes/format.ts';
import { NOTES } from '../../src/notes/library.ts';
import { checkNotes } from '../../src/record/check-notes.ts';
import { CITED_RECORD } from '../../src/record/closes.ts';
import type { TurnAnswer } from '../../src/surface/answer-turn.ts';
import { answerUnclear } from '../../src/surface/not-understood.ts';
import { answer } from '../../src/topics/registry.ts';
import type { ReadingResult } from '../../src/topics/turn.ts';
import { readerOf } from '../doubles/asked.ts';
import { median, NOW } from './core.ts';

const WARM_UP_ROUNDS = 10;
const ROUNDS = 30;

const NAMES = [...new Set(NOTES.claims.flatMap(({ voice, firm }) => [voice, firm]))];
const NUMBERS = NOTES.notes.map(({ number }) => number);
const MISTYPED = ['desantsi', 'calvesina', 'goldmann', 'bearsh', 'tarrifs', 'dimon', 'note 007'];

/** Everybody and everything that can be asked for, as it is typed. */
const VIEWS_TYPED = [
  '',
  ...STANCES,
  ...NAMES,
  ...NOTE_TOPICS,
  ...NUMBERS.map((number) => `note ${number}`),
  ...NUMBERS.map((number) => `note ${number} page 2`),
  ...NOTE_TOPICS.map((topic) => `bearish on ${topic}`),
  ...MISTYPED,
];
const CHECK_TYPED = [
  '',
  'page 2',
  'conflicts',
  ...NUMBERS,
  ...checkNotes(NOTES, CITED_RECORD).map(({ subject }) => subject),
  ...NOTES.claims.flatMap(({ figures }) => figures.map(({ printed }) => printed)),
  'riksbnk',
  'xyzzy',
  'note 007',
];

const answered = (command: Command<ReadingResult>, words: string): TurnAnswer => {
  const reading = readerOf(command)(words);
  return reading.kind === 'unclear'
    ? answerUnclear(reading, shippedFacts(NOW))
    : answer(reading.question, shippedFacts(NOW));
};

const timed = (call: () => unknown): number => {
  const start = performance.now();
  if (call() === undefined) throw new Error('a call returned nothing');
  return performance.now() - start;
};

export interface AnswerTimes {
  /** Milliseconds from words to their answer, the median over all words and rounds. */
  readonly answerMs: number;
  /** The words that take longest, by their own median. */
  readonly slowestMs: number;
  readonly slowest: string;
  /** The yardstick: the same answers written as JSON and read again, turn about with answering them. */
  readonly jsonMs: number;
}

const measure = (command: Command<ReadingResult>, typed: readonly string[]): AnswerTimes => {
  const runs = typed.map((words) => ({ words, took: [] as number[], json: [] as number[] }));
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    for (const { words, took, json } of runs) {
      const ms = timed(() => answered(command, words));
      const same = answered(command, words);
      const jsonMs = timed(() => JSON.parse(JSON.stringify(same)));
      if (round < 0) continue;
      took.push(ms);
      json.push(jsonMs);
    }
  }
  const [slowest] = runs.map(({ words, took }) => ({ words, ms: median(took) })).toSorted((a, b) => b.ms - a.ms);
  if (slowest === undefined) throw new Error('nothing was typed');
  return {
    answerMs: median(runs.flatMap(({ took }) => took)),
    slowestMs: slowest.ms,
    slowest: slowest.words,
    jsonMs: median(runs.flatMap(({ json }) => json)),
  };
};

/** The pure part of both commands about the notes: words read and answered, each from facts of its own as a command's are. */
export const measureNotes = (): Readonly<Record<'views' | 'check', AnswerTimes>> => ({
  views: measure(viewsCommand, VIEWS_TYPED),
  check: measure(checkCommand, CHECK_TYPED),
});
