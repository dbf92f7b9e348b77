import { describe, expect, it } from 'vitest';
import { cut, figure, lastOf, method, questionOf, views } from './asked-turns.ts';

describe('a question about the notes', () => {
  it.each([
    ['which notes are there?', { kind: 'notes' }],
    ['what are your answers based on', { kind: 'notes' }],
    ['how recent are the notes', { kind: 'notes' }],
    ['sum up the notes', { kind: 'notes' }],
    ['note 002', { kind: 'notes', note: '002' }],
    ['tldr of note 3', { kind: 'notes', note: '003' }],
    ['gist of the fidelity note', { kind: 'notes', note: '002' }],
    ['who wrote note 004', { kind: 'notes', note: '004' }],
    ['what is the yahoo piece about', { kind: 'notes', note: '004' }],
    ['do the notes contradict each other', { kind: 'conflicts' }],
    ['any inconsistencies between the authors', { kind: 'conflicts' }],
    ['is it 18 or 40', { kind: 'conflicts', conflicts: expect.any(Array) }],
    ['which claims are wrong', { kind: 'check' }],
    ['fact check everything', { kind: 'check' }],
    ['errors in note 001', { kind: 'check', note: '001' }],
    ['is note 003 reliable', { kind: 'check', note: '003' }],
    ['17.55?', { kind: 'figure', figures: ['000-smallcap-lift-200'] }],
    [
      'did the fed really cut in july 2024?',
      { kind: 'check', findings: expect.arrayContaining(['003-july-2024-cut']) },
    ],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });
});

describe('what goes on from a note', () => {
  it.each([
    [['note 001', 'is it right?'], { kind: 'check', note: '001' }],
    [['tldr of note 004', 'any mistakes in it?'], { kind: 'check', note: '004' }],
    [['russell to s&p ratio', 'is that true?'], { kind: 'check', findings: expect.any(Array) }],
    [['50bps', 'are you sure?'], { kind: 'source', of: expect.objectContaining({ kind: 'rate-move' }) }],
    [['50bps', 'where is that from?'], { kind: 'source', of: expect.objectContaining({ kind: 'rate-move' }) }],
    [['bullish views', 'source?'], { kind: 'source', of: views({ stances: ['bullish'] }) }],
    [['bullish views', 'when was that said?'], views({ stances: ['bullish'] })],
    [['source?'], { kind: 'notes' }],
  ])('%j', (typed, question) => {
    expect(lastOf(...typed)).toEqual(question);
  });
});

describe('a question about views', () => {
  it.each([
    ['what does tom lee think', views({ who: ['Tom Lee'] })],
    ['calvasina on tariffs', views({ who: ['Lori Calvasina'], topics: ['tariffs'] })],
    ['is kostin bullish?', views({ who: ['David Kostin'] })],
    ['what do goldman and rbc say', views({ who: ['Goldman Sachs', 'RBC Capital Markets'] })],
    ['what does kolonovic think', views({ who: ['Marko Kolanovic'] })],
    ['bearish views', views({ stances: ['bearish'] })],
    ['who is optimistic', views({ stances: ['bullish'] })],
    ['anyone on the fence?', views({ stances: ['mixed'] })],
    ['who is wary of the trade', views({ stances: ['bearish'] })],
    ['who likes small caps', views({ stances: ['bullish'] })],
    ['bears on valuation', views({ stances: ['bearish'], topics: ['valuation'] })],
    ['bulls in note 001', views({ stances: ['bullish'], notes: ['001'] })],
    ['what does the street think', views()],
    ['lay out both sides', views()],
    ['bull and bear case', views()],
    ['whose call needs a soft landing', views({ needs: 'soft landing' })],
    ['which views come with conditions', views({ needs: 'anything' })],
    ['which calls depend on lower rates', views({ needs: 'falling rates' })],
    ['long term views', views({ horizon: 'long term' })],
    ['who has a view for the next few months', views({ horizon: 'near term' })],
    ['what do they say about tariffs', views({ topics: ['tariffs'] })],
    ['views on the dollar', views({ topics: ['dollar'] })],
    ['what about stockholm', views({ topics: ['Sweden'] })],
    ['what could go wrong', views({ risks: true })],
    ['what are the risks', views({ risks: true })],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });
});

describe('what goes on from views', () => {
  it.each([
    [['bullish views', 'and the other side?'], views({ stances: ['bearish'] })],
    [['bearish views on tariffs', 'who disagrees'], views({ stances: ['bullish'], topics: ['tariffs'] })],
    [
      ['what does tom lee think', 'and on inflation, what does he say'],
      views({ who: ['Tom Lee'], topics: ['inflation'] }),
    ],
    [['what does tom lee think', 'which firm?'], views({ who: ['Tom Lee'] })],
    [['what does tom lee think', 'how does calvasina differ from him'], views({ who: ['Tom Lee', 'Lori Calvasina'] })],
    [['bullish views', 'more'], views({ stances: ['bullish'], page: 2 })],
    [['bullish views', 'more', 'more'], views({ stances: ['bullish'], page: 3 })],
    [['bullish views', 'page 4'], views({ stances: ['bullish'], page: 4 })],
  ])('%j', (typed, question) => {
    expect(lastOf(...typed)).toEqual(question);
  });
});

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
