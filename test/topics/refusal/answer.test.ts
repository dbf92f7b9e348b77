import { describe, expect, it } from 'vitest';
import { ask, numbers } from '../answered.ts';

describe('what is refused', () => {
  it('counts both sides where advice is asked for, and states nothing elsewhere', () => {
    expect(numbers(ask({ kind: 'refusal', reason: 'advice' }))).toMatchObject({
      'voices.bullish': 13,
      'voices.bearish': 4,
    });
    for (const reason of ['off topic', 'instruction', 'secrets', 'adding a note', 'single stocks', 'files'] as const) {
      expect(ask({ kind: 'refusal', reason })).toMatchObject({ figures: [], views: [], sources: [] });
    }
  });
});
