import { describe, expect, it } from 'vitest';
import { ask, block, labelsOf, rendered, shown } from '../rendered.ts';

describe('the sources of an answer', () => {
  it('are its notes with the passages, what was published, and the law', () => {
    const answered = ask({ kind: 'source', of: { kind: 'rate-move', moveBps: -50 } });
    if (answered.kind !== 'source') return expect.unreachable();
    expect(answered.notes.map(({ note, places }) => [note.number, places.map(({ from, to }) => [from, to])])).toEqual([
      ['000', [[25, 94]]],
      ['002', [[11, 11]]],
      ['001', expect.any(Array)],
      ['004', [[16, 16]]],
    ]);
    expect(answered.publications.map(({ name }) => name)).toEqual(['Goldman Sachs', 'Apollo', 'NBER']);
    expect(answered.laws.map(({ name }) => name)).toEqual(['26 U.S.C. § 11(b)']);
  });

  it('name the record for a check, and nothing for help', () => {
    expect(ask({ kind: 'source', of: { kind: 'check', note: '002' } })).toMatchObject({
      records: expect.arrayContaining(['Yahoo, daily price closes']),
    });
    expect(ask({ kind: 'source', of: { kind: 'help' } })).toMatchObject({ notes: [], records: [], sources: [] });
  });
});

describe('the sources of an answer', () => {
  const message = rendered({ kind: 'source', of: { kind: 'rate-move', moveBps: -50 } });

  it('are at most eight lines with links, and the sections folded', () => {
    const said = block(message, 'section').text.text.split('\n');
    expect(said.length).toBeLessThanOrEqual(8);
    expect(said.at(-1)).toContain('<https://www.law.cornell.edu/uscode/text/26/11|26 U.S.C. § 11(b)>');
    const folded = shown({ text: 'x', blocks: [block(message, 'container')] });
    expect(folded).toContain('“Debt Sensitivity Dynamics: A Simple, Comparative Analysis”, paras 25–94');
    expect(folded).toContain('The date is inferred.');
  });

  it('lead back to the answer', () => {
    expect(labelsOf(message)).toEqual(['The answer again', 'All notes']);
  });
});
