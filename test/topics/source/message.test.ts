import { describe, expect, it } from 'vitest';
import { block, labelsOf, rendered, shown } from '../rendered.ts';

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
