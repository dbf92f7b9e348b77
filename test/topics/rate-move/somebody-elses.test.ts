import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, turnOf } from '../../reading/asked-turns.ts';

/** Numbers that are no move of the Fed's rate, whatever was spoken of before. */

const SAID = [
  ...['sofr up 25', '50 bps please, by 3pm', 'FTSE 250 vs 100', 'page 25 of the goldman pdf', 'see p. 50', 'in 2025'],
  ...['revenue up 25', 'oil at 75', 'brent down 5%', 'nvda up 50', 'we hired 25 people', '25 people joined today'],
  ...[
    'cut 50 jobs',
    'they cut 100 jobs',
    'cut costs by 25%',
    'my bonus was cut 50%',
    'lunch for 25',
    'room 50',
    'q3 25',
  ],
  ...['he is 50', 'top 50', '50% off sale', 'buy 100 shares', 'ratio at 0.36', 'vix 25'],
  ...['10y at 4.25', '2s10s 50bp steeper', 'spreads 25 wider', 'mortgage rates 50bp lower', 'ecb cut 25 so what'],
  ...['boe holds, 25 next?', 'cpi up 25bps', 'cut it out', 'give me 5 minutes', '50/50 chance', 'ticket 2550'],
  ...['unemployment to 4.5%', 'eps cut 25%', 'fee 75bps v 50', 'our margin fell 50bps', 'loan priced at sofr + 250'],
  ...['funding cost up 25bp', 'fund down 50bps today', 'we outperformed by 25 bps', 'cut the slide to 50 words'],
  ...[
    'hike with 25 people on sunday',
    'cut 3 slides',
    'skip 2 pages',
    'goldman cut 50 staff',
    'fed hired 25 economists',
  ],
];
const BEFORE = [
  undefined,
  contextOf('50bp'),
  contextOf('50bp with 60% floating'),
  contextOf('25 v 50'),
  contextOf('how big a cut lifts small 5%'),
];
const isOfNumbers = (kind: string): boolean => ['rate-move', 'compare-moves', 'solve'].includes(kind);

describe('a number that is somebody else’s', () => {
  it.each(SAID)('%s is no move, at first and in a conversation', (typed) => {
    for (const before of BEFORE) {
      const turn = turnOf(typed, before);
      expect(turn.kind === 'question' && isOfNumbers(turn.question.kind)).toBe(false);
    }
  });

  it('is none with any number in its place', () => {
    const sentence = fc.constantFrom(
      ...['sofr up #', 'revenue up #', 'cut # jobs', 'oil at #', 'page # of the pdf', 'funding cost up #bp'],
      ...['cpi up #bps', 'spreads # wider', 'we hired # people', 'our margin fell #bps', 'FTSE # vs 100'],
    );
    fc.assert(
      fc.property(sentence, fc.integer({ min: 10, max: 600 }), fc.constantFrom(...BEFORE), (words, number, before) => {
        const turn = turnOf(words.replace('#', String(number)), before);
        expect(turn.kind === 'question' && isOfNumbers(turn.question.kind)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a sentence that is accepted', () => {
  it('has another answer with another number in it', () => {
    const sentence = fc.constantFrom(
      ...['#bp', 'what does a #bp cut do', '#bp for large with 60% floating', '#bps after tax', 'and #bp more'],
      ...['and #bp instead', 'make it #bp', '#bp vs 30bp', 'two #bp cuts', '#bp now then 25bp in jan'],
      ...['hike #bp if ebitda is 150m', 'cut 50bp with #% floating', '#x leverage and 50bp', 'and #% floating'],
      ...[
        'how big a cut for +#% net income',
        'how big a hike to cost smallcap $#m',
        'floating #%, coupon 7%, 50bp cut',
      ],
    );
    const number = fc.integer({ min: 10, max: 99 });
    fc.assert(
      fc.property(sentence, number, number, fc.constantFrom(...BEFORE), (words, one, other, before) => {
        fc.pre(one !== other);
        const [first, second] = [one, other].map((value) => turnOf(words.replace('#', String(value)), before));
        if (first?.kind !== 'question' || second?.kind !== 'question') return;
        expect(first.question).not.toEqual(second.question);
      }),
      { numRuns: 500 },
    );
  });
});
