import { describe, expect, it } from 'vitest';
import { figure, lastOf, questionOf } from './asked-turns.ts';

const [RUSSELL, S_AND_P, NASDAQ] = ['000-rut-forward-pe', '000-spx-forward-pe', '000-ndx-forward-pe'];

describe('one multiple against another', () => {
  it.each([
    ['how much cheaper is the russell than the s&p on forward earnings', RUSSELL, S_AND_P],
    ['discount of small caps to the nasdaq', RUSSELL, NASDAQ],
    ['premium of the s&p over the russell on pe', S_AND_P, RUSSELL],
    ['valuation gap between spx and qqq', S_AND_P, NASDAQ],
    ['18 vs 28, what is the discount', RUSSELL, NASDAQ],
  ])('%s', (typed, of, against) => {
    expect(questionOf(typed)).toEqual({ kind: 'valuation', of, against });
  });

  it.each([
    [['forward pe of the russell', 'and versus the nasdaq?'], RUSSELL, NASDAQ],
    [['forward pe of the russell', 'what discount is that to the s&p'], RUSSELL, S_AND_P],
    [['discount of the russell to the s&p on pe', 'and against the nasdaq'], RUSSELL, NASDAQ],
  ])('%j', (typed, of, against) => {
    expect(lastOf(...typed)).toEqual({ kind: 'valuation', of, against });
  });
});

describe('the ratio of the indexes', () => {
  it.each([
    ['russell to s&p ratio', {}],
    ['where do small caps stand', {}],
    ['relative level of the two', {}],
    ['what would it take for small caps to get back to 0.55', { to: 0.55 }],
    ['ratio from 0.4 to 0.5', { from: 0.4, to: 0.5 }],
  ])('%s', (typed, rest) => {
    expect(questionOf(typed)).toEqual({ kind: 'ratio', ...rest });
  });

  it.each([
    [['index ratio', 'and to reach 0.6?'], { to: 0.6 }],
    [['index ratio', 'what would it need to regain 0.5'], { to: 0.5 }],
  ])('%j', (typed, rest) => {
    expect(lastOf(...typed)).toEqual({ kind: 'ratio', ...rest });
  });
});

describe('a figure the notes print', () => {
  it.each([
    ['forward pe of the russell', RUSSELL],
    ['what multiple does the nasdaq trade on, forward', NASDAQ],
  ])('%s', (typed, id) => {
    expect(questionOf(typed)).toMatchObject({ kind: 'figure', figures: expect.arrayContaining([id]) });
  });

  it('goes with the others of its table', () => {
    expect(questionOf('how many cuts in total do the dots show')).toEqual(
      figure('001-dots-total', '001-dots-remaining', '001-dots-change', '001-dots-next-year'),
    );
  });

  it.each([
    [['total debt of smallcap', 'and for large?'], '000-largecap-debt'],
    [['ebitda of largecap', 'and the small one?'], '000-smallcap-ebitda'],
    [['forward pe of the russell', 'and the s&p?'], S_AND_P],
  ])('%j', (typed, id) => {
    expect(lastOf(...typed)).toEqual(figure(id));
  });
});
