import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { QuestionSchema } from '../../../src/topics/questions.ts';
import type { RateMoveQuestion } from '../../../src/topics/rate-move/question.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { FACTS, plain } from '../rendered.ts';

const readLine = (asked: Omit<RateMoveQuestion, 'kind'>): string | undefined =>
  asPlainText(render(answer({ kind: 'rate-move', ...asked }, FACTS)))
    .split('\n')
    .map(plain)
    .find((line) => line.startsWith('Read  '))
    ?.slice(6);

const cut = { moveBps: -25 };

describe('the Read line of a sum', () => {
  it.each<[Omit<RateMoveQuestion, 'kind'>, string]>([
    [{ moveBps: -50, parts: [cut, { ...cut, month: 1 }] }, '25 bp and 25 bp (Jan), 50 bp in all'],
    [
      { moveBps: -75, parts: [{ moveBps: -50 }, { ...cut, month: 3, year: 2027 }] },
      '50 bp and 25 bp (Mar 2027), 75 bp in all',
    ],
    [{ moveBps: -75, parts: [cut, cut, cut] }, '3 times 25 bp, 75 bp in all'],
    [{ moveBps: -50, parts: [cut, cut] }, 'Twice 25 bp, 50 bp in all'],
    [{ moveBps: 25, parts: [cut, { moveBps: 50, month: 1 }] }, '25 bp cut and 50 bp hike (Jan), 25 bp hike in all'],
    [{ moveBps: 0, parts: [cut, { moveBps: 25 }] }, '25 bp cut and 25 bp hike, no change in all'],
  ])('%j: %s', (asked, words) => {
    expect(readLine(asked)).toBe(words);
  });

  it('is left out where the parts do not add up to the move: a sum that is not the move’s is never told', () => {
    expect(readLine({ moveBps: -100, parts: [cut, cut] })).toBeUndefined();
  });
});

describe('the Read line of levels', () => {
  it.each<[Omit<RateMoveQuestion, 'kind'>, string]>([
    [
      {
        moveBps: -50,
        levels: { from: [3.75, 4], to: 3.5, isFed: true },
        readAs: ['a level as the top of the range'],
      },
      'From 3.75–4.00%, the Fed’s range as of 16 Sep 2026, to 3.5% as its top: 50 bp cut',
    ],
    [
      {
        moveBps: -25,
        levels: { from: [3.75, 4], to: 3.5, isFed: true },
        readAs: ['a level as the bottom of the range'],
      },
      'From 3.75–4.00%, the Fed’s range as of 16 Sep 2026, to 3.5% as its bottom: 25 bp cut',
    ],
    [{ moveBps: -75, levels: { from: 4, to: 3.25 } }, 'From 4% to 3.25%: 75 bp cut'],
    [{ moveBps: -25, levels: { from: [4.25, 4.5], to: [4, 4.25] } }, 'From 4.25–4.50% to 4.00–4.25%: 25 bp cut'],
    [
      { moveBps: -25, levels: { from: [4.25, 4.5], to: [4, 4.25], isFed: true } },
      'From 4.25–4.50% to 4.00–4.25%: 25 bp cut',
    ],
    [{ moveBps: -1, readAs: ['per basis point'] }, 'For one basis point: up on a cut, down on a hike'],
  ])('%j: %s', (asked, words) => {
    expect(readLine(asked)).toBe(words);
  });

  it('is left out where it does not come to the move', () => {
    expect(readLine({ moveBps: -50, levels: { from: 4, to: 3.25 } })).toBeUndefined();
    expect(readLine({ moveBps: -25, levels: { from: [4.25, 4.5], to: [3.75, 4.25] } })).toBeUndefined();
  });
});

describe('buttons of earlier versions', () => {
  it.each([
    '{"kind":"rate-move","moveBps":-50}',
    '{"kind":"rate-move","moveBps":25,"small":{"floatingShare":60},"only":"small","readAs":["minus as a cut"]}',
    '{"kind":"method","aspect":"tax","of":{"kind":"rate-move","moveBps":-100}}',
    '{"kind":"rotation","from":"2024-07-09","to":"2024-07-25"}',
    '{"kind":"rotation","ytd":true}',
    '{"kind":"rotation","level":0.6}',
    '{"kind":"views","stances":["bearish"],"page":2}',
    '{"kind":"not-known","what":"Bitcoin"}',
  ])('%s is still a question, word for word', (value) => {
    expect(QuestionSchema.parse(JSON.parse(value))).toEqual(JSON.parse(value));
  });
});
