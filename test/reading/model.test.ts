import { describe, expect, it } from 'vitest';
import { cut, figure, method, questionOf } from './asked-turns.ts';

describe('a question about the model', () => {
  it.each([
    ['are taxes taken off?', 'tax'],
    ['is the gain pretax', 'tax'],
    ['what about swaps', 'hedges'],
    ['are they hedged at all', 'hedges'],
    ['they also earn interest on their cash', 'cash'],
    ['what about the maturity wall', 'refinancing'],
    ['when the bonds mature, then what', 'refinancing'],
    ['is that an annual figure', 'timing'],
    ['how quickly does it feed through', 'timing'],
    ['are these real companies', 'companies'],
    ['does smallcap stand for the russell', 'companies'],
    ['can they cover the interest bill', 'coverage'],
    ['what is the interest coverage', 'coverage'],
    ['does the rate stop at zero', 'floor'],
    ['what fall in ebitda would undo the gain', 'growth'],
    ['show me the working', 'formula'],
    ['how do you calculate this', 'formula'],
    ['list the assumptions', 'assumptions'],
    ['what do you assume', 'assumptions'],
    ['how many times bigger is the small effect', 'lift ratio'],
    ['who benefits most', 'lift ratio'],
    ['why does the small company gain more', 'why'],
  ])('%s', (typed, aspect) => {
    expect(questionOf(typed)).toEqual(method(aspect));
  });

  it.each([
    ['tax effect of a 50bp cut', method('tax', cut(50))],
    ['how is the gain calculated for 75bps', method('formula', cut(75))],
    ['after 30% tax', { ...method('tax'), taxRate: 30 }],
    ['with a tax rate of 25%', { ...method('tax'), taxRate: 25 }],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
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
    ['what cut saves largecap 15 million of interest', saving(15, { only: 'large' })],
    ['cut needed for 5% more income if 60% floats', lift(5, { small: { floatingShare: 60 } })],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });

  it('is asked back where no move could bring the change', () => {
    expect(questionOf('what cut lifts net income by 90000%')).toMatchObject({ kind: 'unclear' });
  });
});

describe('a figure of the example companies', () => {
  it.each([
    ['total debt of largecap', '000-largecap-debt'],
    ['what is the ebitda of the small company', '000-smallcap-ebitda'],
    ['how much of smallcap debt is floating', '000-smallcap-floating-share'],
    ['leverage of smallcap', '000-smallcap-leverage'],
    ['what does largecap earn', '000-largecap-net-income'],
    ['at what rate does smallcap borrow', '000-smallcap-rate'],
  ])('%s', (typed, id) => {
    expect(questionOf(typed)).toEqual(figure(id));
  });
});
