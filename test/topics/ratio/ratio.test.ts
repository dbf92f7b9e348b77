import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { isoInstant } from '../../../src/units.ts';
import { inverseWords } from '../../../src/wording/closes.ts';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';
import { ask, close, notesIn, numbers } from '../rendered.ts';

describe('the ratio of the indexes', () => {
  it.each([
    [['rut/spx ratio'], {}],
    [['russell to s&p ratio'], {}],
    [["where's r2k/spx trading as a ratio"], {}],
    [["what's the ratio now"], {}],
    // the other way up
    [['spx/rut'], { inverse: true }],
    [['s&p over russell'], { inverse: true }],
    [['s&p 500 divided by russell'], { inverse: true }],
    [['ratio now', 'flip it'], { inverse: true }],
    [['ratio ytd', 'the other way up?'], { inverse: true }],
    [['ratio now', 'flip it', 'and back'], {}],
    [['ratio now', 'i get 2.7?'], { had: 2.7 }],
    [['rut/spx', 'why do i have 2.67 in my sheet'], { had: 2.67 }],
    [['rut lead for .45'], { to: 0.45 }],
    [['where do small caps stand'], {}],
    [['relative level of the two'], {}],
    [['what would it take for small caps to get back to 0.55'], { to: 0.55 }],
    [['what outperformance is needed to get to 0.45'], { to: 0.45 }],
    [['ratio from 0.4 to 0.5'], { from: 0.4, to: 0.5 }],
    [['index ratio', 'and to reach 0.6?'], { to: 0.6 }],
    [['index ratio', 'what would it need to regain 0.5'], { to: 0.5 }],
    [['index ratio', '0.5?'], { to: 0.5 }],
    [['if the ratio went back to a half how much must russell beat the s&p'], { to: 0.5 }],
    [['index ratio', 'and to get back to .6?', 'from 0.36?'], { from: 0.36, to: 0.6 }],
    [['fwd pe of r2k', 'what discount is that', 'rut/spx ratio', 'and to get back to 0.6?'], { to: 0.6 }],
  ])('%j', (texts, rest) => {
    expect(lastOf(...texts)).toEqual({ kind: 'ratio', ...rest });
  });

  it('is turned over on the day that was asked about', () => {
    const day = { kind: 'rotation', at: '2026-09-18' };
    expect(lastOf('ratio on 18 sep 26', 'why do i have 2.67 in my sheet')).toEqual({ ...day, had: 2.67 });
    expect(lastOf('ratio on 18 sep 26', 'flip it')).toEqual({ ...day, inverse: true });
  });

  it.each([[['hike 25', 'flip it']], [['my sheet says 2.67, why']], [['i get 2.7?']]])(
    'is not meant by %j',
    (texts) => {
      const turn = lastTurn(...texts);
      expect(turn.kind === 'question' && turn.question.kind).not.toBe('ratio');
    },
  );

  it('offers it where a level is of nothing that was said', () => {
    expect(lastTurn('and to get back to 0.6?')).toMatchObject({
      reason: 'which',
      readings: [{ question: { kind: 'ratio', to: 0.6 } }],
    });
  });

  it('leaves sizes of moves alone', () => {
    expect(lastOf('cut 0.5')).toMatchObject(cut(50));
    expect(lastOf('index ratio', 'cut 0.5')).toMatchObject(cut(50));
  });

  it.each([
    ['ratio ytd'],
    ['ratio since july 2024'],
    ['ftse 250 v 100, got that one as a ratio?'],
    ['lift ratio'],
    ['put/call ratio'],
    ['sharpe ratio of the russell'],
    ['debt to ebitda ratio of small'],
    ['small back to 45%'],
    ['get small to 0.5% lift'],
    ['ratio of men to women in the team'],
    ['ping us when the ratio goes over .42'],
    ['was the ratio 0.6 in 2020'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('ratio');
  });
});

describe('the ratio', () => {
  it('is what the notes print, beside the record', () => {
    const answered = ask({ kind: 'ratio' });
    expect(numbers(answered)).toMatchObject({
      'ratio.level': 0.4,
      'ratio.change': close(11.111111),
      'ratio.inverse': close(2.5),
      'record.ratio-2020': close(0.525778),
      '002-ratio-2020': 0.6,
    });
    expect(notesIn(answered)).toEqual(['002']);
  });

  it('says by how much the Russell 2000 must lead to reach a level', () => {
    expect(numbers(ask({ kind: 'ratio', to: 0.6 }))).toMatchObject({
      'ratio.target': 0.6,
      'ratio.outperformance': close(50),
      'ratio.outperformance.recorded': close(45.729246),
    });
    expect(numbers(ask({ kind: 'ratio', to: 0.3 }))).toMatchObject({ 'ratio.outperformance': close(-25) });
  });

  const plain = (ratio: number, had?: number): string => inverseWords(ratio, had).replaceAll('\u00a0', ' ');

  it('says which way up a number is that somebody has', () => {
    expect(plain(0.374)).toBe('S&P 500 ÷ Russell 2000 is 1 ÷ 0.374 = 2.674');
    expect(plain(0.374, 2.67)).toBe('2.67 is the other way up: S&P 500 ÷ Russell 2000 is 1 ÷ 0.374 = 2.674');
    expect(plain(0.374, 0.37)).toBe('0.37 is Russell 2000 ÷ S&P 500, 0.374; the other way up 1 ÷ 0.374 = 2.674');
    expect(plain(0.374, 3.1)).toBe(
      '3.1 is neither: Russell 2000 ÷ S&P 500 is 0.374, the other way up 1 ÷ 0.374 = 2.674',
    );
    expect(asPlainText(render(ask({ kind: 'ratio', had: 2.5 })))).toContain('2.5 is the other way up');
    expect(asPlainText(render(ask({ kind: 'ratio', inverse: true })))).toContain('1 ÷ 0.400 = 2.500');
  });

  it('is not known before the first reading', () => {
    const early = answer({ kind: 'ratio', to: 0.6 }, shippedFacts(isoInstant('2019-01-01T00:00:00Z')));
    expect(early).toMatchObject({ figures: [], rows: [], sources: [] });
  });
});

describe('the ratio the other way up, in other words', () => {
  it.each([
    'the inverse ratio',
    'invert the ratio',
    'reciprocal of the ratio',
    "what's the inverse of the ratio",
    'ratio of large to small',
    'flip the ratio over',
  ])('%s', (text) => {
    expect(lastOf(text)).toEqual({ kind: 'ratio', inverse: true });
  });
});
