import { describe, expect, it } from 'vitest';
import { ask, close, numbers } from '../answered.ts';

describe('a rate move at one company', () => {
  it('states that company and leaves the other out', () => {
    const large = ask({ kind: 'rate-move', moveBps: -100, only: 'large' });
    expect(numbers(large)).toMatchObject({ 'largecap.saving': close(17.7399), 'largecap.lift': close(0.466839) });
    expect(Object.keys(numbers(large)).filter((id) => id.startsWith('smallcap') || id === 'lift.ratio')).toEqual([]);
    const small = ask({ kind: 'rate-move', moveBps: -200, only: 'small', large: { rate: 9 } });
    expect(numbers(small)).toMatchObject({ 'smallcap.lift': close(17.559832), 'smallcap.low.lift': close(11.706555) });
    expect(small).toMatchObject({ changed: [], slip: { printed: '17.55%' } });
  });
});
