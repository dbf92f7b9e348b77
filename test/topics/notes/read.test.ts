import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';

describe('the notes, sources and help', () => {
  it.each([
    [['which notes do you have'], { kind: 'notes' }],
    [['who wrote note 002'], { kind: 'notes', note: '002' }],
    [['tldr of the ai one'], { kind: 'notes', note: '003' }],
    [['what does the fidelity note say'], { kind: 'notes', note: '002' }],
    [['note 003', 'sum it up'], { kind: 'notes', note: '003' }],
    [['one sentence for each note'], { kind: 'notes' }],
    [['a line per article, i am late for a meeting at 9'], { kind: 'notes' }],
    [['the five papers, one line each'], { kind: 'notes' }],
    [['source?'], { kind: 'notes' }],
    [['kostin', 'where did that appear'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['kostin', 'which paper was it in'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['cut 50', 'is that calculation your own idea'], { kind: 'source', of: cut(50) }],
    [['cut 50', 'or did j come up with it'], { kind: 'source', of: cut(50) }],
    [['who invented this method'], { kind: 'method', aspect: 'formula' }],
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
    ['each note in 10bp'],
    ['one line on each analyst'],
    ['where was the ratio published last week'],
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
