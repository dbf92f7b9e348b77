import { describe, expect, it } from 'vitest';
import { ask, close, notesIn, numbers } from '../answered.ts';

describe('what is not known', () => {
  it('gives what the notes do say of Powell, and no view of his', () => {
    const answered = ask({ kind: 'not-known', what: 'Powell' });
    expect(notesIn(answered)).toEqual(['001', '004']);
    expect(answered).toMatchObject({ figures: [], views: [] });
  });

  it("gives the examples' coverage for the index's", () => {
    expect(numbers(ask({ kind: 'not-known', what: 'coverage of the index' }))).toEqual({
      'smallcap.coverage.before': close(2.564103),
      'largecap.coverage.before': close(10.869565),
    });
    expect(ask({ kind: 'not-known', what: 'Bitcoin' })).toMatchObject({ figures: [], views: [], sources: [] });
  });
});
