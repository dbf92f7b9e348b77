import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cut, lastTurn } from '../asked-turns.ts';
import { asJson, examples, train, WEIGHTS } from './training.ts';

describe('what words resemble', () => {
  it('has the weights that training comes to', () => {
    expect(JSON.parse(asJson(train(examples())))).toEqual(JSON.parse(readFileSync(WEIGHTS, 'utf8')));
  });

  it.each([
    ['is anyone pouring cold water on this', { kind: 'views', stances: ['bearish'] }],
    ['how come little firms react so much', { kind: 'method', aspect: 'why' }],
  ])('%s', (text, question) => {
    expect(lastTurn(text)).toMatchObject({ question, how: 'ranked' });
  });

  it('answers of the move in question', () => {
    expect(lastTurn('cut 50', 'does the treasury take its share of that')).toMatchObject({
      question: { kind: 'method', aspect: 'tax', of: cut(50) },
      how: 'ranked',
    });
  });

  it.each([
    ['the meeting moved to three'],
    ['can you send me the deck'],
    ['blah blah blah'],
    ['asdf qwer zxcv'],
    ['no idea'],
    ['credit spreads widened a bit'],
    ['my train is delayed again'],
    ['who ate my sandwich'],
  ])('neither answers nor offers: %s', (text) => {
    expect(lastTurn(text)).toMatchObject({ kind: 'unclear', reason: 'not-understood' });
  });

  it('offers what it is less sure of', () => {
    expect(lastTurn('what keeps strategists up at night')).toMatchObject({
      reason: 'which',
      readings: [{ name: 'Risks for small caps', question: { kind: 'views', risks: true } }],
    });
  });

  it('takes no number from anybody', () => {
    expect(lastTurn('is anyone pouring 50 cold waters on this')).not.toMatchObject({ how: 'ranked' });
  });
});
