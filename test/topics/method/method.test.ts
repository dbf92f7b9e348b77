import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn, method } from '../../reading/asked-turns.ts';
import { ask, close, notesIn, numbers } from '../rendered.ts';

describe('what is asked of a reply of the model', () => {
  it('offers the other of two things that the model leaves out beside the answer', () => {
    expect(lastTurn('is it after tax and hedging?')).toMatchObject({
      question: { kind: 'method', aspect: 'tax' },
      others: [{ question: { kind: 'method', aspect: 'hedges' } }],
    });
  });

  it('is asked behind views why one gains more, which is neither their source nor more of them', () => {
    expect(lastTurn('who is bearish', 'why so much more?')).toMatchObject({
      question: { kind: 'method', aspect: 'why' },
      how: 'ranked',
    });
    expect(lastOf('who is bearish', 'why?')).toMatchObject({ kind: 'source' });
    expect(lastOf('cut 75', 'why so much more?')).toMatchObject({ kind: 'method', aspect: 'why' });
  });

  it.each([
    [['cut 75', 'how many quarters until the company feels it'], { kind: 'method', aspect: 'timing', of: cut(75) }],
    [['cut 75', 'with a delay?'], { kind: 'method', aspect: 'timing', of: cut(75) }],
    [['cut 75', 'and the fixed side just sits there?'], { kind: 'method', aspect: 'refinancing', of: cut(75) }],
    [['cut 75', 'so you ignore the fixed debt'], { kind: 'method', aspect: 'refinancing', of: cut(75) }],
    [
      ['cut 75', 'after tax?', 'suppose he takes 25 instead'],
      { kind: 'method', aspect: 'tax', of: cut(75), taxRate: 25 },
    ],
    [['cut 75', 'why is there such a gap'], { kind: 'method', aspect: 'why', of: cut(75) }],
    [['cut 75', 'why is small more sensitive'], { kind: 'method', aspect: 'why', of: cut(75) }],
    [['cut 75', 'what about timing'], { kind: 'method', aspect: 'timing', of: cut(75) }],
    [['cut 75', 'what does it assume'], { kind: 'method', aspect: 'assumptions', of: cut(75) }],
    [['cut 75', 'how did you work that out'], { kind: 'method', aspect: 'formula', of: cut(75) }],
    [['hows floating debt worked out'], { kind: 'method', aspect: 'formula' }],
    [['where does the 522 come from'], { kind: 'method', aspect: 'formula' }],
    [['whats the 522.4 from'], { kind: 'method', aspect: 'formula' }],
    [['cut 75', 'where do you get 1161 from'], { kind: 'method', aspect: 'formula', of: cut(75) }],
    [['is interest treated as deductible anywhere'], { kind: 'method', aspect: 'tax' }],
    [['Interest deductibility.'], { kind: 'method', aspect: 'tax' }],
    [['is tax taken into account anywhere'], { kind: 'method', aspect: 'tax' }],
    [['And treasury balances.'], { kind: 'method', aspect: 'cash' }],
    [['corporate treasury in there?'], { kind: 'method', aspect: 'cash' }],
    [['so is cash netted off or what'], { kind: 'method', aspect: 'cash' }],
    [['Tax treatment.'], { kind: 'method', aspect: 'tax' }],
    [['what about their cash?'], { kind: 'method', aspect: 'cash' }],
    [['Rounding convention?'], { kind: 'method', aspect: 'rounding' }],
    [['Noted. Rounding rules?'], { kind: 'method', aspect: 'rounding' }],
    [['time till it hits the p&l?'], { kind: 'method', aspect: 'timing' }],
    [['time to reach the bottom line?'], { kind: 'method', aspect: 'timing' }],
    [['for the model file: is interest treated as deductible anywhere'], { kind: 'method', aspect: 'tax' }],
    [['who wins from a hike'], { kind: 'method', aspect: 'lift ratio' }],
    [['why does the note print 17.55 when you say 17.56'], { kind: 'method', aspect: 'rounding', of: cut(200) }],
    [['why is it 17,55 in the note, you write 17,56'], { kind: 'method', aspect: 'rounding', of: cut(200) }],
    [['is it index earnings or what'], { kind: 'method', aspect: 'companies' }],
    [['cut 75', 'does the 6% matter'], { kind: 'method', aspect: 'assumptions' }],
    [['cut 75', 'thats odd, lower ebitda and the lift falls?'], { kind: 'method', aspect: 'formula', of: cut(75) }],
    [['why just two made up companies'], { kind: 'method', aspect: 'companies' }],
    [['cut 75', 'show the arithmetic line by line'], { kind: 'method', aspect: 'formula', of: cut(75) }],
    [['cut 75', 'what if their rate would go below nought'], { kind: 'method', aspect: 'floor', of: cut(75) }],
    [['cut 75', 'rather simplistic'], { kind: 'about', aspect: 'model' }],
    [['cut 75', 'quite a gap, no?'], { kind: 'about', aspect: 'model' }],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    [['cut 75', 'is that 6.58 gross of tax?'], { kind: 'method', aspect: 'tax', of: cut(75) }],
    [['cut 75', 'so 6.58% is pretax'], { kind: 'method', aspect: 'tax', of: cut(75) }],
    [['cut 75', 'and 25bp after tax?'], { kind: 'method', aspect: 'tax', of: cut(25) }],
    [['is your 6.58 gross of tax?'], { kind: 'method', aspect: 'tax', of: cut(75) }],
    [['cut 75', 'after 19.35% tax'], { ...cut(75), small: { taxRate: 19.35 }, large: { taxRate: 19.35 } }],
  ])('tells a figure of the reply from a rate of tax: %j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    [['where did you get the 6.5x']],
    [['cut 25', "what's behind the 9% floating"]],
    [['cut 25', 'who says it earns $59.5m']],
    [['how did you get 59.5']],
  ])('says where an input is from: %j', (texts) => {
    expect(lastOf(...texts)).toEqual({ kind: 'method', aspect: 'assumptions' });
  });

  it('says where a note prints it, where it is asked of by its number alone', () => {
    const figure = { kind: 'figure', figures: ['000-smallcap-floating-share'] };
    expect(lastOf('cut 25', 'where does the 45% come from')).toEqual(figure);
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
    expect(lastOf(typed)).toEqual(method(aspect));
  });

  it.each([
    ['tax effect of a 50bp cut', method('tax', cut(50))],
    ['how is the gain calculated for 75bps', method('formula', cut(75))],
    ['after 30% tax', { ...method('tax'), taxRate: 30 }],
    ['with a tax rate of 25%', { ...method('tax'), taxRate: 25 }],
  ])('%s', (typed, question) => {
    expect(lastOf(typed)).toEqual(question);
  });
});

describe('what is stored', () => {
  it.each([
    ['do you recall what we discussed yesterday'],
    ['have i asked you this already'],
    ['do you save our chats'],
    ['can my manager see my questions'],
  ])('%s', (text) => {
    expect(lastOf(text)).toEqual({ kind: 'about', aspect: 'privacy' });
  });
});

describe('how the model works', () => {
  it.each([
    ['tax', { 'tax.rate': 21, 'smallcap.aftertax.lift': close(6.936134), 'largecap.aftertax.lift': close(0.368803) }],
    ['hedges', { 'smallcap.hedged.lift': close(4.389958) }],
    ['cash', { 'largecap.debt.floating': close(1_773.99) }],
    ['refinancing', { 'smallcap.debt.fixed': close(638.495), 'largecap.debt.fixed': close(17_937.01) }],
    [
      'lift ratio',
      { 'lift.ratio': close(18.807141), 'lift.ratio.rounded': close(18.680851), 'lift.ratio.apollo': close(7.673314) },
    ],
    ['coverage', { 'smallcap.coverage.before': close(2.564103), 'largecap.coverage.before': close(10.869565) }],
    [
      'floor',
      {
        'smallcap.floor': -400,
        'smallcap.most.lift': close(35.119664),
        'largecap.floor': -400,
        'largecap.most.lift': close(1.867358),
      },
    ],
    ['rounding', { 'smallcap.lift': close(17.559832), 'smallcap.lift.printed': 17.55 }],
    ['why', { 'factor.leverage': close(2.826087), 'factor.floating': close(5), 'factor.thinness': close(1.330967) }],
    ['growth', { 'smallcap.ebitda.undoing': close(-2.925), 'largecap.ebitda.undoing': close(-0.207) }],
    ['assumptions', { 'smallcap.floatingshare': 45, 'largecap.netincome': 3_800 }],
  ] as const)('is told of %s with its numbers, for 100 bp where no move was asked about', (aspect, expected) => {
    const answered = ask({ kind: 'method', aspect });
    expect(numbers(answered)).toMatchObject(expected);
    expect(notesIn(answered)).toContain('000');
  });

  it('uses the move of the conversation, with its assumptions; 100 bp for a hold', () => {
    const of = { kind: 'rate-move', moveBps: -50, small: { floatingShare: 60 } } as const;
    expect(numbers(ask({ kind: 'method', aspect: 'tax', of }))).toMatchObject({
      'smallcap.aftertax.lift': close(4.624089),
    });
    expect(numbers(ask({ kind: 'method', aspect: 'why', of: { kind: 'rate-move', moveBps: 0 } }))).toMatchObject({
      'smallcap.lift': close(8.779916),
    });
  });
});
