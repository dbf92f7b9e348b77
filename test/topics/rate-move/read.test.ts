import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratecutCommand } from '../../../commands/ratecut.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { QuestionSchema } from '../../../src/topics/questions.ts';
import type { RateMoveQuestion } from '../../../src/topics/rate-move/question.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { readerOf } from '../../doubles/asked.ts';
import { contextOf, lastOf, lastTurn, turnOf } from '../../reading/asked-turns.ts';
import { said } from '../../reading/said.ts';
import { FACTS, plain } from '../rendered.ts';

const readLine = (asked: Omit<RateMoveQuestion, 'kind'>): string | undefined =>
  asPlainText(render(answer({ kind: 'rate-move', ...asked }, FACTS)))
    .split('\n')
    .map(plain)
    .find((line) => line.startsWith('Read  '))
    ?.slice(6);

const cut = { moveBps: -25 };

describe('the Read line of a sum', () => {
  it.each<[Omit<RateMoveQuestion, 'kind'>, string]>([
    [{ moveBps: -50, parts: [cut, { ...cut, month: 1 }] }, '25 bp and 25 bp (Jan), 50 bp in all'],
    [
      { moveBps: -75, parts: [{ moveBps: -50 }, { ...cut, month: 3, year: 2027 }] },
      '50 bp and 25 bp (Mar 2027), 75 bp in all',
    ],
    [{ moveBps: -75, parts: [cut, cut, cut] }, '3 times 25 bp, 75 bp in all'],
    [{ moveBps: -50, parts: [cut, cut] }, 'Twice 25 bp, 50 bp in all'],
    [{ moveBps: 25, parts: [cut, { moveBps: 50, month: 1 }] }, '25 bp cut and 50 bp hike (Jan), 25 bp hike in all'],
    [{ moveBps: 0, parts: [cut, { moveBps: 25 }] }, '25 bp cut and 25 bp hike, no change in all'],
  ])('%j: %s', (asked, words) => {
    expect(readLine(asked)).toBe(words);
  });

  it('is left out where the parts do not add up to the move: a sum that is not the move’s is never told', () => {
    expect(readLine({ moveBps: -100, parts: [cut, cut] })).toBeUndefined();
  });
});

describe('the Read line of levels', () => {
  it.each<[Omit<RateMoveQuestion, 'kind'>, string]>([
    [
      { moveBps: -50, levels: { from: [3.75, 4], to: 3.5, isFed: true }, readAs: ['a level as the top of the range'] },
      'From 3.75–4.00%, the Fed’s range as of 16 Sep 2026, to 3.5% as its top: 50 bp cut',
    ],
    [
      {
        moveBps: -25,
        levels: { from: [3.75, 4], to: 3.5, isFed: true },
        readAs: ['a level as the bottom of the range'],
      },
      'From 3.75–4.00%, the Fed’s range as of 16 Sep 2026, to 3.5% as its bottom: 25 bp cut',
    ],
    [{ moveBps: -75, levels: { from: 4, to: 3.25 } }, 'From 4% to 3.25%: 75 bp cut'],
    [{ moveBps: -25, levels: { from: [4.25, 4.5], to: [4, 4.25] } }, 'From 4.25–4.50% to 4.00–4.25%: 25 bp cut'],
    [
      { moveBps: -25, levels: { from: [4.25, 4.5], to: [4, 4.25], isFed: true } },
      'From 4.25–4.50% to 4.00–4.25%: 25 bp cut',
    ],
    [{ moveBps: -1, readAs: ['per basis point'] }, 'For one basis point: up on a cut, down on a hike'],
  ])('%j: %s', (asked, words) => {
    expect(readLine(asked)).toBe(words);
  });

  it('is left out where it does not come to the move', () => {
    expect(readLine({ moveBps: -50, levels: { from: 4, to: 3.25 } })).toBeUndefined();
    expect(readLine({ moveBps: -25, levels: { from: [4.25, 4.5], to: [3.75, 4.25] } })).toBeUndefined();
  });
});

describe('buttons of earlier versions', () => {
  it.each([
    '{"kind":"rate-move","moveBps":-50}',
    '{"kind":"rate-move","moveBps":25,"small":{"floatingShare":60},"only":"small","readAs":["minus as a cut"]}',
    '{"kind":"method","aspect":"tax","of":{"kind":"rate-move","moveBps":-100}}',
    '{"kind":"rotation","from":"2024-07-09","to":"2024-07-25"}',
    '{"kind":"rotation","ytd":true}',
    '{"kind":"rotation","level":0.6}',
    '{"kind":"views","stances":["bearish"],"page":2}',
    '{"kind":"not-known","what":"Bitcoin"}',
  ])('%s is still a question, word for word', (value) => {
    expect(QuestionSchema.parse(JSON.parse(value))).toEqual(JSON.parse(value));
  });
});

const read = readerOf(ratecutCommand);
const move = (moveBps: number, more: object = {}) => ({ kind: 'rate-move', moveBps, ...more });
const both = (counted: object) => ({ small: counted, large: counted });

describe('what the note leaves out, counted in words', () => {
  it.each<[string, object]>([
    ['100bps tax hedged=30% 163j', move(-100, both({ taxRate: 21, hedgedShare: 30, interestCap: 30 }))],
    ['100bps tax=25%', move(-100, both({ taxRate: 25 }))],
    ['50bps 80% pass-through', move(-50, both({ passThrough: 80 }))],
    ['hike 25 tax', move(25, both({ taxRate: 21 }))],
    ['50bps cash=300 large', move(-50, { large: { cash: 300 }, only: 'large' })],
    ['50bps floating=60% tax', move(-50, { small: { floatingShare: 60, taxRate: 21 }, large: { taxRate: 21 } })],
  ])('behind the command: %s', (words, asked) => {
    expect(read(words)).toMatchObject({ kind: 'question', question: asked });
  });

  it.each<[readonly string[], object]>([
    [['with 30% hedged, 50bp cut'], move(-50, both({ hedgedShare: 30 }))],
    [['80% hedged, 100bp'], move(-100, both({ hedgedShare: 80 }))],
    [['50bp with half hedged'], move(-50, both({ hedgedShare: 50 }))],
    [['cut 100 with 30% hedged'], move(-100, both({ hedgedShare: 30 }))],
    [['cut 100', 'with 30% hedged'], move(-100, both({ hedgedShare: 30 }))],
    [['cut 100', 'half of it hedged'], move(-100, both({ hedgedShare: 50 }))],
    [['cut 100', '300m cash at 4%'], move(-100, { small: { cash: 300, cashYield: 4 } })],
    [['cut 100', '$2bn of cash at the large one'], move(-100, { large: { cash: 2_000 } })],
    [['cut 100 with 30% hedged', 'and 50?'], move(-50, both({ hedgedShare: 30 }))],
    [['cut 50 with 80% pass through'], move(-50, both({ passThrough: 80 }))],
    [['163j on, 21 tax, 75 lower'], move(-75, both({ taxRate: 21, interestCap: 30 }))],
    [['if only 3/4 of it reaches borrowers, 50 up'], move(50, both({ passThrough: 75 }))],
    [['8bn t-bills at the large co and a 50 off'], move(-50, { only: 'large', large: { cash: 8_000 } })],
    [['smallcap only 70 pct of cut gets thru, fed does 75'], move(-75, { only: 'small', small: { passThrough: 70 } })],
    [['cut 50', 'tax at 25', 'n hedge 30', 'nah lose the tax keep the hedge'], move(-50, both({ hedgedShare: 30 }))],
    [['cut 50', 'tax it at 24', 'what about 21'], move(-50, both({ taxRate: 21 }))],
    [['50 off w some of it hedged', '40 pct'], move(-50, both({ hedgedShare: 40 }))],
    [
      ['hike 75 large', '10bn in tbills', 'yielding 4'],
      move(75, { only: 'large', large: { cash: 10_000, cashYield: 4 } }),
    ],
    [['hike 75 large, 10bn cash', 'same hike for the small co, no cash there'], move(75, { only: 'small' })],
    [['cut 75, 40% hedged', 'loans only pass 60% on'], move(-75, both({ hedgedShare: 40, passThrough: 60 }))],
  ])('in a thread: %j', (texts, asked) => {
    expect(lastOf(...texts)).toEqual(asked);
  });

  it.each([['how much cash sits in money funds'], ['they cut 30% of jobs and hedged'], ['tax cut of 25%']])(
    'is not heard in %s',
    (words) => {
      expect(lastOf(words)).not.toMatchObject({ kind: 'rate-move' });
    },
  );
});

describe('what a move counts beside the note, in the turns behind it', () => {
  it.each<[readonly string[], object]>([
    [['cut 100', 'hedged portion is 20 for both', '30 not 20'], move(-100, both({ hedgedShare: 30 }))],
    [['cut 100', 'hedge 20%', 'now please remove the hedging, rest to be kept'], move(-100)],
    [['cut 100', 'only 70 percent of it gets passed on to borrowers', 'and without that bit'], move(-100)],
    [['cut 50 with 30% hedged', 'no hedge'], move(-50)],
    [['cut 75 small', "and they're hedged for 40 percent"], move(-75, { only: 'small', small: { hedgedShare: 40 } })],
  ])('%s', (texts, asked) => {
    expect(lastOf(...texts)).toEqual(asked);
  });

  it.each([['hike 25, no tax'], ['cut 50, not after tax']])('%s: no tax is counted', (typed) => {
    expect(JSON.stringify(lastOf(typed))).not.toContain('taxRate');
  });
});

type Row = readonly [texts: readonly string[], comesTo: string];

const LEVEL = 'what gets the fed to 3.25';

describe('what goes on from the last answer of numbers', () => {
  it.each<Row>([
    [['hike 25', 'three then'], 'hike 75'],
    [['cut 25', 'make it four'], 'cut 100'],
    [['hike 25', 'and if they skip', 'two then'], 'hike 50'],
    [['cut 50', 'two of those'], 'cut 100'],
    [['cut 25', 'run 5 of em'], 'cut 125'],
    [['how many clips to get to 3', 'three of those'], 'cut 75'],
    [['cut 25', 'two then', 'versus four'], 'compare cut 50 / cut 100'],
    [['hike 25', 'next to 2 cuts'], 'compare hike 25 / cut 50'],
    [
      ['cut 25', 'two then', 'versus three', 'the difference between the two for the big one'],
      'compare cut 50 / cut 75, only large',
    ],
    [[LEVEL], 'cut 75'],
    [[LEVEL, 'no, the lower end'], 'cut 50'],
    [['back to the 2023 peak'], 'hike 150'],
    [['what if they went back to where it ended 2019'], 'cut 225'],
    [['if rates went back to the 2006 high'], 'hike 125'],
    [['where was fed funds at the end of 2022', 'and what gets us back there'], 'hike 50'],
    [['hike 50, ebitda 10% lower'], 'hike 50, ebitda 160.74'],
    [['cut 25', 'ebitda a fifth down'], 'cut 25, ebitda 142.88'],
    [['cut 25', 'ebitda a tenth lower', 'make that 20%'], 'cut 25, ebitda 142.88'],
    [['cut 25', 'a hike thru both'], 'hike 25'],
  ])('%j: %s', (typed, expected) => {
    expect(said(lastTurn(...typed))).toContain(expected);
  });

  it.each<readonly string[]>([
    ['cut 100', 'table for two then'],
    ['where was the russell at its 2021 high'],
    ['cut 25', 'was the top at lunch good'],
  ])('%j: no move', (...typed) => {
    expect(said(lastTurn(...typed))).not.toMatch(/^(?:cut|hike|compare)/);
  });
});

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
