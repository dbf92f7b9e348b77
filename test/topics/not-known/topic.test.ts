import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { NotKnownSchema } from '../../../src/topics/not-known/question.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { buttonsOf } from '../../doubles/payloads.ts';
import { FACTS, labelsOf, plain, questionIn, title } from '../rendered.ts';

const asked = (word?: string) =>
  render(answer({ kind: 'not-known', what: 'topic', ...(word !== undefined && { word }) }, FACTS));

describe('a topic that no note speaks of', () => {
  it.each([
    ['buybacks', 'No note speaks of buybacks', ['Flows', 'Mergers', 'Rates', 'All views']],
    ['oil prices', 'No note speaks of oil prices', ['Inflation', 'Economy', 'Rates', 'All views']],
    ['China', 'No note speaks of China', ['Tariffs', 'Policy', 'Rates', 'All views']],
    [undefined, 'No note speaks of that', ['Rates', 'Flows', 'Momentum', 'All views']],
  ])('%s: %s, and the nearest topics as buttons', (word, words, labels) => {
    expect(title(asked(word))).toBe(words);
    expect(labelsOf(asked(word))).toEqual(labels);
  });

  it('that claims do mention is not denied: they are counted, shown and offered', () => {
    const message = asked('liquidity');
    expect(title(message)).toBe('One claim in the notes mentions liquidity');
    expect(plain(asPlainText(message))).toContain('A liquidity squeeze or a geopolitical shock');
    expect(buttonsOf(message).map(questionIn)[0]).toEqual({ kind: 'views', claims: ['003-west-liquidity-risk'] });
  });

  it('is looked for as a whole word', () => {
    expect(title(asked('liquid'))).toBe('No note speaks of liquid');
  });

  it('is written as typed, with Slack’s three signs escaped in the text', () => {
    expect(asked('R&D & tax').text.startsWith('No note speaks of R&amp;D &amp; tax.')).toBe(true);
  });

  it.each(['', 'a'.repeat(41), '<@U123>', '*bold*', 'a\nb', '`code`', ':pray:', '_x_', 'http://x'])(
    'takes no markup and no long text: %j',
    (word) => {
      expect(NotKnownSchema.safeParse({ kind: 'not-known', what: 'topic', word }).success).toBe(false);
    },
  );
});
