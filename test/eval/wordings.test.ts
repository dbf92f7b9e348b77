import { describe, expect, it } from 'vitest';
import { shares, triedOf, wordingSets } from './wordings.ts';

describe('wordings of a plain phrase', () => {
  it.each(wordingSets())('are read as it, or asked back: %s', (set) => {
    const { same, other } = shares(triedOf(set, 1));
    expect(same).toBeGreaterThan(80);
    expect(other).toBeLessThan(3);
  });
});
