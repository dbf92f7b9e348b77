import { describe, expect, it } from 'vitest';
import { lastOf, questionOf, views } from './asked-turns.ts';

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
