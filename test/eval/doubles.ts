import { type Asked, questionFile, type RatecutCase } from './question-file.ts';
import type { Reply } from './reply.ts';

/** Questions and replies for the tests of the judge: a judge that overlooks a wrong number is worse than none. */

export const asked = (parts: Record<string, unknown>): Asked =>
  questionFile({ questions: [{ previous: [], text: 'words', behaviour: 'answer', ...parts }] }).questions[0] as Asked;

export const ratecutCase = (parts: Record<string, unknown>): RatecutCase =>
  questionFile({ questions: [], ratecut: [parts] }).ratecut[0] as RatecutCase;

export const reply = (
  question: Reply['question'],
  answer: Partial<Reply['answer']> = {},
  text = 'a reply',
  blocks: unknown[] = [],
): Reply => ({
  text,
  blocks,
  question,
  answer: { kind: question?.kind ?? 'unclear', figures: [], views: [], sources: [], ...answer },
});

export const figure = (id: string, value: number, unit = '%'): Reply['answer']['figures'][number] => ({
  id,
  value,
  unit,
});

/** What the model says of SmallCap and a cut of 50 bp, and a figure of which nothing is expected. */
export const FIFTY = [
  figure('smallcap.lift', 4.3899579832),
  figure('smallcap.saving', 2.612025, 'US$ m'),
  figure('smallcap.low', 2.9266386),
];

export const fifty = (figures = FIFTY, moveBps = -50): Reply =>
  reply({ kind: 'rate-move', moveBps }, { figures, sources: ['000-2024-09-18'] });
