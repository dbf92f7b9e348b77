import { describe, expect, it } from 'vitest';
import { views } from '../../commands/views.ts';
import type { NamedQuestion } from '../../src/reading/turn.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';

describe('what is not in the notes', () => {
  const refused = (words: string) => {
    const reading = views.read(words);
    if (reading.kind !== 'unclear' || reading.reason !== 'not-in-notes') throw new Error(JSON.stringify(reading));
    return reading;
  };

  it.each([
    ['dimon', 'dimon'],
    ['Jamie Dimon', 'jamie dimon'],
    ['bearish dimon', 'dimon'],
    ['uberbullish', 'uberbullish'],
    ['hawkish', 'hawkish'],
    ['bitcoin', 'bitcoin'],
    ['<!channel>', 'channel'],
    ['&lt;!here&gt;', 'here'],
    ['<https://evil.example|click>', 'https evil example click'],
    ['漢字', '漢字'],
  ])('%j is asked back as %j, with the nearest names', (words, shown) => {
    const { words: unread, nearest } = refused(words);
    expect(unread).toBe(shown);
    expect(nearest.length).toBeLessThanOrEqual(3);
    for (const { question } of nearest) expect(QuestionSchema.safeParse(question).error).toBeUndefined();
  });

  it.each(['漢字', 'x'.repeat(40)])('%j resembles nobody, and nobody is offered', (words) => {
    expect(refused(words).nearest).toEqual([]);
  });

  it.each([
    ['calvasinovich', 'Lori Calvasina'],
    ['tunkelmann', 'Irene Tunkel'],
    ['goldstein', 'Goldman Sachs'],
    ['bullishness', 'bullish'],
  ])('%j is nearest to %s', (words, name) => {
    expect(refused(words).nearest.map((one: NamedQuestion) => one.name)).toContain(name);
  });

  it('does not take a word of the notes for the misspelt name it looks like', () => {
    for (const words of ['years', 'power', 'members', 'fixed']) expect(views.read(words).kind).toBe('unclear');
  });

  it.each(['005', 'note 007', 'note 12', '999'])('%j is no note', (words) => {
    const number = words.replace('note ', '');
    expect(views.read(words)).toEqual({ kind: 'unclear', reason: 'unknown-note', words: number });
  });

  it('echoes no more than a line of what was typed', () => {
    expect(refused('x'.repeat(500)).words.length).toBeLessThanOrEqual(60);
  });
});
