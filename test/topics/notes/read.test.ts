import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';

describe('the notes, sources and help', () => {
  it.each([
    [['which notes do you have'], { kind: 'notes' }],
    [['who wrote note 002'], { kind: 'notes', note: '002' }],
    [['tldr of the ai one'], { kind: 'notes', note: '003' }],
    [['what does the fidelity note say'], { kind: 'notes', note: '002' }],
    [['note 003', 'sum it up'], { kind: 'notes', note: '003' }],
    [['source?'], { kind: 'notes' }],
    [['cut 50', 'where is that from'], { kind: 'source', of: cut(50) }],
    [['anyone bearish?', 'who says that'], { kind: 'source', of: { kind: 'views', stances: ['bearish'] } }],
    [['kostin', 'when was that said'], { kind: 'views', who: ['David Kostin'] }],
    [['help'], { kind: 'help' }],
    [['hi there'], { kind: 'help', said: 'hello' }],
    [['ok thanks!'], { kind: 'help', said: 'thanks' }],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['list the bulls'],
    ['thanks mike, 50 it is'],
    ['nice one mike'],
    ['the source of inflation is wages'],
    ['help is on the way'],
    ['note to self buy milk'],
    ['what about that'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(['notes', 'source', 'help']).not.toContain(turn.kind === 'question' ? turn.question.kind : turn.kind);
  });
});
