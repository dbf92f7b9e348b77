import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cut, lastTurn } from '../asked-turns.ts';
import { heldOut, kindOf } from './held-out.ts';
import { examples } from './training.ts';

describe('what words resemble', () => {
  it('has the weights that training comes to, of senses and of operations', async () => {
    const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'train.ts'), '--same']);
    await expect(run).resolves.toMatchObject({ stdout: expect.stringContaining('those that training comes to') });
  }, 240_000);

  it.each([['why would the tiny one care so much more', { kind: 'method', aspect: 'why' }]])('%s', (text, question) => {
    expect(lastTurn(text)).toMatchObject({ question, how: 'ranked' });
  });

  it.each([
    ['is anyone pouring cold water on this', { kind: 'views', stances: ['bearish'] }],
    ['would the state take a bite out of this gain', { kind: 'method', aspect: 'tax', of: cut(50) }],
  ])('offers what it is less sure of, of the move in question: %s', (text, question) => {
    const turn = lastTurn('cut 50', text);
    expect(turn).toMatchObject({ reason: 'which' });
    expect('readings' in turn && turn.readings[0]?.question).toEqual(question);
  });

  it.each([['asdf qwer zxcv'], ['no idea']])('neither answers nor offers: %s', (text) => {
    expect(lastTurn(text)).toMatchObject({ kind: 'unclear', reason: 'not-understood' });
  });

  it.each([['can you send me the deck'], ['my train is delayed again'], ['who ate my sandwich']])(
    'declines what is nothing of ours: %s',
    (text) => {
      expect(lastTurn(text)).toMatchObject({ question: { kind: expect.stringMatching(/^(?:refusal|not-known)$/) } });
    },
  );

  it('takes no number from anybody', () => {
    expect(lastTurn('is anyone pouring 50 cold waters on this')).not.toMatchObject({ question: { kind: 'views' } });
  });

  it('seldom answers of another kind what it was not trained on', () => {
    const answered = heldOut(examples(), 1).filter(({ isSure }) => isSure);
    const wrong = answered.filter(({ name, chosen }) => kindOf(name) !== kindOf(chosen[0] as string));
    expect(answered.length).toBeGreaterThan(50);
    expect(wrong.length / answered.length).toBeLessThan(0.04);
  }, 120_000);
});
