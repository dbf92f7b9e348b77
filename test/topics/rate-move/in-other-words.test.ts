import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/topics/questions.ts';
import { contextOf, lastOf, lastTurn, turnOf } from '../../reading/asked-turns.ts';
import { said } from '../../reading/said.ts';

/** The kind of a turn, where its wording does not matter: no move is answered. */
const isMoved = (...typed: readonly string[]): boolean => {
  const turn = lastTurn(...typed);
  return turn.kind === 'question' && ['rate-move', 'compare-moves', 'solve'].includes(turn.question.kind);
};

describe('a size taken out of a comparison', () => {
  it.each([
    ['25 v 50', 'lose the 25', 'cut 50'],
    ['25 v 50', 'bin the 50', 'cut 25'],
    ['25 v 50 v 75', 'scrap the 25', 'compare cut 50 / cut 75'],
    ['25 v 50 v 75', 'ditch the 50', 'compare cut 25 / cut 75'],
    ['25 v 50 v 75', 'skip the 75', 'compare cut 25 / cut 50'],
    ['25 v 50 v 75', 'minus the 25', 'compare cut 50 / cut 75'],
    ['25 v 50 v 75', 'scrap 25', 'compare cut 50 / cut 75'],
    ['25 v 50 v 75', 'axe the 25', 'compare cut 50 / cut 75'],
    ['25 v 50', 'stick 75 in there too', 'compare cut 25 / cut 50 / cut 75'],
    ['25 v 50 v 75', 'yank the 25', 'ask Compare 50 and 75 bp'],
    ['25 v 50 v 75', 'cut the 25', 'ask Compare 50 and 75 bp | Cut 25 bp'],
  ])('%s, %s: %s', (first, second, meant) => {
    expect(said(lastTurn(first, second))).toBe(meant);
  });
});

describe('what is no move that could be answered', () => {
  it.each(['if both had the same leverage, cut 50', '50bp cut with a higher floating share'])(
    '%s: an assumption without its number',
    (typed) => {
      expect(isMoved(typed)).toBe(false);
      expect(isMoved('50', typed)).toBe(false);
    },
  );

  it.each(['17.55 for the 200?', '8.78', 'cut 8.78', '4.39', '17.5', '6.58 for 75', '4.39 for the 50?', '12.5 and 50'])(
    '%s: a figure rather than a size',
    (typed) => {
      expect(isMoved(typed)).toBe(false);
      expect(isMoved('50', typed)).toBe(false);
      expect(isMoved('25 v 50', typed)).toBe(false);
    },
  );

  it.each([
    'down 40bps on the month, up 210 ytd, not bad',
    'up 25bps mtd',
    'down 50 on the day',
    'up 75bps this week',
    'down 25bp since june',
    'off 30bps ytd',
    '+40bps on the week',
    'we are up 50bps on the quarter',
  ])('%s: how a price has gone', (typed) => {
    expect(isMoved(typed)).toBe(false);
    expect(isMoved('50', typed)).toBe(false);
  });

  it.each([
    '40bps tighter',
    'spreads 40bps tighter',
    'hy 30 tighter',
    'spreads 25 looser',
    'ig easier by 20bp',
    'oas 10 tighter',
  ])('%s: of credit', (typed) => {
    expect(isMoved(typed)).toBe(false);
  });
});

describe('a move in other words', () => {
  it.each([
    // of both directions, each with its own
    ['two hikes of 25 and then one cut of 50', 'hold'],
    ['hike 50 then cut 25', 'hike 25'],
    ['cut 75 and then hike 25', 'cut 50'],
    ['25 hike followed by a 50 cut', 'cut 25'],
    ['a cut of 50 then three hikes of 25', 'hike 25'],
    ['cut 25 twice then hike 50', 'hold'],
    ['two 25 cuts then a 25 hike', 'cut 25'],
    ['one hike of 25, two cuts of 25', 'compare hike 25 / cut 50'],
    // decimals read out
    ['zero point two five lower', 'cut 25'],
    ['point five cut', 'cut 50'],
    ['nought point seven five lower', 'cut 75'],
    ['one and a quarter lower', 'cut 125'],
    ['one point five percent cut', 'cut 150'],
    ['point two five hike', 'hike 25'],
    ['0 point 25 hike', 'hike 25'],
    ['one point cut', 'cut 100'],
    // of policy
    ['policy tighter by 50', 'hike 50'],
    ['rates 50 looser', 'cut 50'],
    ['fed 25 more dovish', 'cut 25'],
    ['fed 50 more hawkish', 'hike 50'],
    ['50bp easier policy', 'cut 50'],
    ['75bp tighter fed', 'hike 75'],
    // off
    ['full point off', 'cut 100'],
    ['smallcap, 50 off', 'cut 50, only small'],
    ['largecap 100 off', 'cut 100, only large'],
    ['rates, 25 off', 'cut 25'],
    ['cut 25 this week', 'cut 25'],
    ['0.25', 'cut 25'],
    ['1.25 lower', 'cut 125'],
  ])('%s: %s', (typed, meant) => {
    expect(said(turnOf(typed))).toBe(meant);
  });
});

/** Every number that a question holds, percentages as basis points too. */
const numbersOf = (question: Question): readonly number[] => {
  const found = (value: unknown): readonly number[] =>
    typeof value === 'number'
      ? [Math.abs(value), Math.abs(value) / 100]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(found)
        : [];
  return found(question);
};

describe('a number of a move that is answered', () => {
  const number = fc.oneof(
    fc.integer({ min: 10, max: 99 }).map(String),
    fc.integer({ min: 1, max: 499 }).map((hundredths) => String(hundredths / 100)),
    fc.integer({ min: 501, max: 9_999 }).map((hundredths) => String(hundredths / 100)),
  );
  const sentence = fc.constantFrom(
    ...['cut #', '# lower', '#bp', '#% cut', 'hike #bp', '# for the ~', '# v ~', 'cut # then hike ~', 'lose the #'],
    ...[
      'cut ~ with #% floating',
      '# off for small',
      'two hikes of ~ and then one cut of #',
      'and #?',
      '# and ~',
      '# more',
    ],
  );
  const before = fc.constantFrom(undefined, contextOf('50bp'), contextOf('25 v 50'));
  it('is in it, or the reply says that it is not used', () => {
    fc.assert(
      fc.property(sentence, number, before, (words, value, context) => {
        const turn = turnOf(words.replace('#', value).replace('~', '50'), context);
        if (turn.kind !== 'question' || turn.question.kind === 'figure' || turn.notUsed) return;
        const all = [...numbersOf(turn.question), ...(turn.keeps?.parts ?? []).map(({ moveBps }) => Math.abs(moveBps))];
        const isStep = / more$|^lose /.test(words);
        if (!isStep) expect(all.some((one) => Math.abs(one - Number(value)) < 0.005)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is not passed over: another number has another answer', () => {
    fc.assert(
      fc.property(sentence, number, number, before, (words, one, other, context) => {
        fc.pre(Number(one) !== Number(other));
        const [first, second] = [one, other].map((value) =>
          turnOf(words.replace('#', value).replace('~', '50'), context),
        );
        if (first?.kind !== 'question' || second?.kind !== 'question') return;
        if (first.question.kind === 'figure' || second.question.kind === 'figure') return;
        // half a basis point and the same in percent come to one move
        const isHundredfold = (large: string, small: string) => Math.abs(Number(small) * 100 - Number(large)) < 1e-9;
        fc.pre(!isHundredfold(one, other) && !isHundredfold(other, one));
        expect(first.question).not.toEqual(second.question);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a level, however it is typed, and no size', () => {
  it.each([
    ['wat if they go too 5 percent', 100],
    ['if the fed goes too 3%', -100],
    ['what if rates hit 5 percent', 100],
    ['fed at 5 pct', 100],
    ['they take it too 3.25', -75],
    ["so what's 3 quarters of a point lower mean for both", -75],
    ['two 25 ups and then 75 down', -25],
    ["what's the hit if powell's lot add 50", 50],
    ['they get to 3 and a half by june, hit to large', -50],
    ['terminal 4.5, what does small pay', 50],
    ['all the way to zero, big one', -400],
    ['qtr dec, qtr jan, half in march then stop', -100],
    ['fed sits on hands then?', 0],
  ])('%s: %s bp', (typed, moveBps) => {
    expect(lastTurn(typed)).toMatchObject({ kind: 'question', question: { kind: 'rate-move', moveBps } });
  });

  it.each<[readonly string[], object]>([
    [['cut 25', 'and when it comes two times'], { moveBps: -50 }],
    [['cut 25 small', 'thx. other co?'], { moveBps: -25, only: 'large' }],
    [['shave some off, what does lc save', 'half a pt', 'dbl it'], { moveBps: -100, only: 'large' }],
    [['cut 50 small', 'ok now the biggie as well'], { moveBps: -50 }],
    [['cut 50 small', 'they stop at 3, how many clips'], { moveBps: -100, only: 'small' }],
    [['25 up dec, 25 up jan, then 100 off after', 'w/o the jan one'], { moveBps: -75 }],
    [['cut 50 in dec and 25 in march', 'take march out'], { moveBps: -50 }],
    [['25 off in dec, 25 off in jan, 50 off in june', 'hold in jan instead'], { moveBps: -75 }],
    [['cut 25', '3 more of 25'], { moveBps: -100 }],
  ])('%j goes on', (texts, move) => {
    const { readAs: _, parts: __, levels: ___, ...question } = lastOf(...texts) as object as Record<string, unknown>;
    expect(question).toEqual({ kind: 'rate-move', ...move });
  });

  it.each<[readonly string[], object]>([
    [['hike 150', 'and hike 300', 'both next to each other'], { kind: 'compare-moves', moves: [150, 300] }],
    [
      ['which hike eats a tenth of smallcap profit'],
      { kind: 'solve', only: 'small', target: { of: 'lift', percent: -10 } },
    ],
    [
      ['cut 25', 'at what hike is the profit gone, small'],
      { kind: 'solve', only: 'small', target: { of: 'lift', percent: -100 } },
    ],
  ])('%j: side by side, or solved for', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    [['two n done, quarters, up']],
    [['from .37 to .5 what has to happen']],
    [['cut 100', 'in 25s how many is that']],
  ])('%j: no move of that size', (texts) => {
    expect(isMoved(...texts)).toBe(false);
  });

  it.each(['what if they go 3 percent', 'they do 5%'])('%s: asked back', (typed) => {
    expect(isMoved(typed)).toBe(false);
  });

  it.each<[readonly string[], object]>([
    [['just do 40', 'up obv'], { moveBps: 40 }],
    [
      ['three 25s, up', 'scrap the third, just two then a pause'],
      { moveBps: 50, parts: [{ moveBps: 25 }, { moveBps: 25 }] },
    ],
    [['just do 20', 'down of course'], { moveBps: -20 }],
    [['cut 400', 'thats past zero no?'], { moveBps: -400, levels: { from: [3.75, 4], to: [-0.25, 0], isFed: true } }],
    [['zirp again, what happens'], { moveBps: -375, levels: { from: [3.75, 4], to: [0, 0.25], isFed: true } }],
    [
      ['cut 100', 'how much of that survives 21% tax'],
      { moveBps: -100, small: { taxRate: 21 }, large: { taxRate: 21 } },
    ],
    [['how much of a 50 cut survives 21% tax'], { moveBps: -50, small: { taxRate: 21 }, large: { taxRate: 21 } }],
  ])('%j: one way, to zero, or after tax', (texts, move) => {
    expect(lastOf(...texts)).toEqual({ kind: 'rate-move', ...move });
  });

  it.each(['just do 40', 'lets do 60'])('%s: either way', (typed) => {
    expect(isMoved(typed)).toBe(false);
  });

  it.each(['cut 50 after tax', 'cut 50 after tax for small'])('%s: a size before what is left after tax', (typed) => {
    const turn = lastTurn(typed);
    expect(JSON.stringify(turn)).not.toContain('"taxRate":50');
    expect(JSON.stringify(turn)).toContain('"moveBps":-50');
  });
});

describe('numbers in odd places', () => {
  it.each([
    ['50 cut, one in five hedged', 'cut 50, hedged 20, large hedged 20'],
    ['cut 50 with a hedge on 1 in 4', 'cut 50, hedged 25, large hedged 25'],
    ['50 cut with three out of ten floating', 'cut 50, floating 30'],
    ['cut 25 in 3 of the next 5', 'unclear not-understood'],
    ['a point and a quarter off', 'cut 125'],
    ['one point and half cheaper money from Fed?', 'cut 150'],
    ['one percent and three quarters up', 'hike 175'],
    ['a point and a half of it hedged', 'cut 100, hedged 50, large hedged 50'],
    ['two 25s down and one 50 up', 'ask -50 +50 bp in all | Compare 50 and +50 bp | Cut 50 bp'],
    ['nothing, 25, 50 cut', 'compare hold / cut 25 / cut 50'],
    ['50 cut minus 25', 'cut 25'],
    ['75 off less 25', 'cut 50'],
    ['minus 50 vs minus 100', 'compare cut 50 / cut 100'],
    ['where does the 522 come from', 'method formula'],
    ['why 45', 'ask Cut 45 bp'],
    ["what's the 35 in there", 'ask Cut 35 bp'],
    ['what would +50 do', 'hike 50'],
    ['cut 522', 'ask Cut 522 bp'],
    ['cut 522bp', 'cut 522'],
    ['up 117', 'ask Hike 117 bp'],
    ['the second 50', 'ask Cut 50 bp'],
    ['line 50, why the cut', 'unclear no-amount'],
    ['meeting in 30, cut 50 both', 'cut 50'],
    ['25:1 leverage cut 50', 'ask Cut 50 bp'],
    ['25 out of the 50 cut', 'ask Cut 50 bp'],
    ['cut 25 every other meeting', 'ask Cut 25 bp'],
    ['save 10 bucks per hike?', 'unclear not-understood'],
    ['small with 4 turns less, cut 50', 'ask Cut 50 bp'],
    ['small at 18x, fed cut 25', 'ask Cut 25 bp, SmallCap'],
    ['a drop of 12m in net income, cut 50', 'ask Cut 50 bp'],
    ['more than 50 off', 'ask Cut 50 bp'],
    ['not even 25 lower', 'ask Cut 25 bp'],
    ['no 25 cut', 'ask Cut 25 bp'],
    ['no more than 25', 'cut 25'],
    ['5o bp cut', 'unclear not-understood'],
    ['2 5 cut', 'ask Compare 2 and 5 bp'],
    ['cut .0025', 'ask Cut 0.25 bp'],
    ['cut 25 in q1 and 50 in q2', 'ask 25 + 50 bp in all | Compare 25 and 50 bp | Cut 25 bp'],
    ['in 27 down 75', 'ask Cut 75 bp'],
    ['60 float 50 cut', 'ask Cut 50 bp, 60% floating'],
    ['floating 60 cut 50', 'cut 50, floating 60'],
    ['eps 2.61 cut 25', 'ask 261 + 25 bp in all | Compare 261 and 25 bp | Cut 261 bp'],
    ['one up and three down, each of quarter', 'cut 50'],
    ['three cuts and a hike, 25 each', 'cut 50'],
    ['two hikes and one cut, 50 each', 'hike 50'],
    ['one up and three down', 'ask Cut 3 bp'],
    ['one hike of 25, two cuts of 50', 'compare hike 25 / cut 100'],
  ])('%s: %s', (typed, meant) => {
    expect(said(turnOf(typed))).toBe(meant);
  });
});

describe('what goes on in short words', () => {
  it.each([
    [['if the fed does a cut next week what would the little one get', 'twenty five'], 'cut 25, only small'],
    [['if they hike, how bad for the big one', 'half a point'], 'hike 50, only large'],
    [['if they do a cut, what do both get', '25'], 'cut 25'],
    [['fed to 3.25', 'no, a notch lower'], 'cut 100'],
    [['fed to 3.25', 'two notches up'], 'cut 25'],
    [['cut 75', 'a notch lower'], 'ask Cut 100 bp | Cut 50 bp'],
    [['cut 75', 'one notch less'], 'cut 50'],
    [['cut 25', "and if it's a jumbo"], 'ask Cut 100 bp | Cut 50 bp | Cut 75 bp'],
    [['hike 25 small', 'or a jumbo'], 'ask Hike 100 bp, SmallCap | Hike 50 bp, SmallCap | Hike 75 bp, SmallCap'],
    [['cut 100 large', 'both again but tax 21'], 'cut 100, tax 21, large tax 21'],
    [['cut 100 large', 'tax 21'], 'cut 100, large tax 21, only large'],
    [['25 cut in jan and 50 in mar', 'and 25 of it handed back in sept'], 'cut 50'],
    [['25 cut in jan and 50 in mar', 'and 25 handed back in sept'], 'ask Cut 50 bp | Hike 25 bp'],
    [['cut 50 with 60% floating', 'drop those changes, plain +150 again both cos'], 'hike 150'],
    [['fed to 3.25', 'the 2 names pls'], 'cut 75'],
    [['25 in jan, 25 in mar then they sit. total effect', 'down i mean'], 'cut 50'],
    [['50 cut with 30 pct tax', '25', 'no 21'], 'ask Cut 21 bp, 30% tax'],
    [['25 in jan, 25 in mar then they sit'], 'ask Cut 50 bp | Hike 50 bp'],
  ])('%j: %s', (typed, meant) => {
    expect(said(lastTurn(...typed))).toBe(meant);
  });
});

describe('moves and what stands, in few words', () => {
  it.each([
    [['cut of 62.5'], 'cut 62.5'],
    [['what does a 12.5 cut do'], 'cut 12.5'],
    [['fed 37.5 lower'], 'cut 37.5'],
    [['cut 8.78'], undefined],
    [['plus ten bp'], 'hike 10'],
    [['both cos 30 pct floating and a full point off'], 'cut 100, floating 30, large floating 30'],
    [['large 20 floating and half a point up'], 'hike 50, large floating 20'],
    [['cut 100, smallcap 60 floating', 'scrap the overrides, same size but up'], 'hike 100'],
    [['cut 100', 'what if ALL of it floated'], 'cut 100, floating 100'],
    [['cut 50 then hike 25', 'stick w the first. 55 float on small'], 'cut 50, floating 55'],
    [['cut 50 then hike 25', 'only the last, 55 floating'], 'hike 25, floating 55'],
    [['give me one the size of sept 24'], 'cut 50'],
    [['is this 2022 all over again'], undefined],
    [['cut 100', 'what would it take to move the BIG one a full percent'], 'solve 1%, only large'],
  ] as const)('%j: %s', (typed, meant) => {
    if (meant === undefined) expect(isMoved(...typed)).toBe(false);
    else expect(said(lastTurn(...typed))).toBe(meant);
  });
});
