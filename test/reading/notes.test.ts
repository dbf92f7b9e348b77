import { describe, expect, it } from 'vitest';
import { lastOf, questionOf, views } from './asked-turns.ts';

describe('a question about the notes', () => {
  it.each([
    ['which notes are there?', { kind: 'notes' }],
    ['what are your answers based on', { kind: 'notes' }],
    ['how recent are the notes', { kind: 'notes' }],
    ['sum up the notes', { kind: 'notes' }],
    ['note 002', { kind: 'notes', note: '002' }],
    ['tldr of note 3', { kind: 'notes', note: '003' }],
    ['gist of the fidelity note', { kind: 'notes', note: '002' }],
    ['who wrote note 004', { kind: 'notes', note: '004' }],
    ['what is the yahoo piece about', { kind: 'notes', note: '004' }],
    ['do the notes contradict each other', { kind: 'conflicts' }],
    ['any inconsistencies between the authors', { kind: 'conflicts' }],
    ['is it 18 or 40', { kind: 'conflicts', conflicts: expect.any(Array) }],
    ['which claims are wrong', { kind: 'check' }],
    ['fact check everything', { kind: 'check' }],
    ['errors in note 001', { kind: 'check', note: '001' }],
    ['is note 003 reliable', { kind: 'check', note: '003' }],
    ['17.55?', { kind: 'figure', figures: ['000-smallcap-lift-200'] }],
    [
      'did the fed really cut in july 2024?',
      { kind: 'check', findings: expect.arrayContaining(['003-july-2024-cut']) },
    ],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });
});

describe('what goes on from a note', () => {
  it.each([
    [['note 001', 'is it right?'], { kind: 'check', note: '001' }],
    [['tldr of note 004', 'any mistakes in it?'], { kind: 'check', note: '004' }],
    [['russell to s&p ratio', 'is that true?'], { kind: 'check', findings: expect.any(Array) }],
    [['50bps', 'are you sure?'], { kind: 'source', of: expect.objectContaining({ kind: 'rate-move' }) }],
    [['50bps', 'where is that from?'], { kind: 'source', of: expect.objectContaining({ kind: 'rate-move' }) }],
    [['bullish views', 'source?'], { kind: 'source', of: views({ stances: ['bullish'] }) }],
    [['bullish views', 'when was that said?'], views({ stances: ['bullish'] })],
    [['source?'], { kind: 'notes' }],
  ])('%j', (typed, question) => {
    expect(lastOf(...typed)).toEqual(question);
  });
});
