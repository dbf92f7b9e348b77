import { describe, expect, it } from 'vitest';
import { ask, notesIn } from '../answered.ts';

describe('the notes', () => {
  it('are listed newest first, or shown one in short', () => {
    expect(notesIn(ask({ kind: 'notes' }))).toEqual(['001', '004', '003', '000', '002']);
    const one = ask({ kind: 'notes', note: '002' });
    expect(one.views.map(({ person }) => person)).toEqual(['Tom Stevenson']);
    expect(notesIn(one)).toEqual(['002']);
    expect(ask({ kind: 'notes', note: '007' })).toMatchObject({ notes: [], sources: [] });
  });
});
