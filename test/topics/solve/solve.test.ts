import { describe, expect, it } from 'vitest';
import { lastOf } from '../../reading/asked-turns.ts';
import { ask, close, numbers } from '../rendered.ts';

describe('the move for a wanted change', () => {
  it('is stated for both companies, with the floor where it is out of reach', () => {
    expect(numbers(ask({ kind: 'solve', target: { of: 'lift', percent: 10 } }))).toEqual({
      target: 10,
      'smallcap.move': close(-113.896307),
      'smallcap.lift': close(10),
      'smallcap.saving': close(5.95),
      'largecap.move': close(-2_142.063935),
      'largecap.floor': -400,
      'largecap.most.lift': close(1.867358),
      'largecap.most.saving': close(70.9596),
    });
  });

  it('is stated for one company where one was asked about, and beyond the range in full', () => {
    const only = ask({ kind: 'solve', only: 'small', target: { of: 'saving', millions: 5 } });
    expect(numbers(only)).toMatchObject({ target: 5, 'smallcap.move': close(-95.711182) });
    expect(Object.keys(numbers(only)).filter((id) => id.startsWith('largecap'))).toEqual([]);
    const far = ask({ kind: 'solve', target: { of: 'lift', percent: -60 } });
    if (far.kind !== 'solve') return expect.unreachable();
    expect(far.solved.large).toMatchObject({ isBeyondRange: true });
    expect(far.solved.large).not.toHaveProperty('steps');
  });
});

describe('a sum done backwards', () => {
  const lift = (percent: number, rest: object = {}) => ({ kind: 'solve', target: { of: 'lift', percent }, ...rest });
  const saving = (millions: number, rest: object = {}) => ({
    kind: 'solve',
    target: { of: 'saving', millions },
    ...rest,
  });

  it.each([
    ['how big a cut for 6% more net income', lift(6)],
    ['what cut lifts smallcap net income by 12%', lift(12, { only: 'small' })],
    ['which move doubles the profit of the small company', lift(100, { only: 'small' })],
    ['how much easing does largecap need for +1%', lift(1, { only: 'large' })],
    ['what hike takes 3% off smallcap earnings', lift(-3, { only: 'small' })],
    ['how large a cut to save smallcap $4m', saving(4, { only: 'small' })],
    ["we've 3m of extra costs coming. what cut would cover that for smallcap", saving(3, { only: 'small' })],
    ['what hike costs smallcap 3m', saving(-3, { only: 'small' })],
    ['what cut saves largecap 15 million of interest', saving(15, { only: 'large' })],
    ['cut needed for 5% more income if 60% floats', lift(5, { small: { floatingShare: 60 } })],
    ["with 30 floating what's needed for 12 on smallcap", lift(12, { only: 'small', small: { floatingShare: 30 } })],
    ['what hike gives the large one -2', lift(-2, { only: 'large' })],
  ])('%s', (typed, question) => {
    expect(lastOf(typed)).toEqual(question);
  });

  it.each([
    ['what wd do +10 there', lift(10, { only: 'small' })],
    ["what'll do +6 for it", lift(6, { only: 'small' })],
    ['which cut would get it to 9 percent', lift(9, { only: 'small' })],
    ['and what gives +2 for the big one', lift(2, { only: 'large' })],
    ['what makes it -8', lift(-8, { only: 'small' })],
    ['what would +10 do there', { kind: 'rate-move', moveBps: 10, readAs: ['plus as a hike'], only: 'small' }],
    ['what does 50 do', { kind: 'rate-move', moveBps: -50, only: 'small' }],
  ])('is read behind a move, of its company: %s', (typed, question) => {
    expect(lastOf('cut 75, just the small one', typed)).toEqual(question);
  });

  it('is asked back where no move could bring the change', () => {
    expect(lastOf('what cut lifts net income by 90000%')).toMatchObject({ kind: 'unclear' });
  });
});
