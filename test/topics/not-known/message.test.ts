import { describe, expect, it } from 'vitest';
import { labelsOf, rendered } from '../rendered.ts';

describe('a forecast that nobody here makes', () => {
  it('is answered with whose views there are, and with the odds that futures imply', () => {
    expect(labelsOf(rendered({ kind: 'not-known', what: 'forecast' }))).toEqual([
      'All views',
      'Views for a year',
      'Odds in futures',
      'Cut 50 bp',
    ]);
  });
});
