import { describe, expect, it } from 'vitest';
import { ratecutCommand } from '../../../commands/ratecut.ts';
import { readerOf } from '../../doubles/asked.ts';
import { lastOf } from '../../reading/asked-turns.ts';

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
