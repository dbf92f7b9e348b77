import { describe, expect, it } from 'vitest';
import { lastTurn } from './asked-turns.ts';

type Row = readonly [texts: readonly string[], asks: Readonly<Record<string, unknown>>];

const CUT = 'what if they cut 75';
const FLOATING = 'floating share 30% for small, cut 100';

describe('everyday words beside the one thing that is asked', () => {
  it.each<Row>([
    [['if the Fed make a descent of half point how much gain the small company'], { moveBps: -50, only: 'small' }],
    [['a fed descent of 25, both companies'], { moveBps: -25 }],
    [['an uptick of 50 from the fed'], { moveBps: 50 }],
    [['fed steps lower by 25, small one'], { moveBps: -25, only: 'small' }],
    [['rates edge higher by 25bp'], { moveBps: 25 }],
    [['hike 25 dec then whack 50 off in jan, net?'], { moveBps: -25 }],
    [['tack another 25 hike on', 'hike 25 and then tack 25 on, net?'], { moveBps: 50 }],
    [['floating share 30% for small, shift -100'], { moveBps: -100, small: { floatingShare: 30 } }],
    [['leverage 5x for small, shock -50'], { moveBps: -50, small: { debtToEbitda: 5 } }],
    [['leverage 5x for small, shift +50'], { moveBps: 50, small: { debtToEbitda: 5 } }],
    [['lever SC to 7.5 turns, -50'], { moveBps: -50, small: { debtToEbitda: 7.5 } }],
    [['lever small up to 8 turns & cut 75'], { moveBps: -75, small: { debtToEbitda: 8 } }],
    [[FLOATING, 'keep that. leverage 5x'], { moveBps: -100, small: { floatingShare: 30, debtToEbitda: 5 } }],
    [[CUT, "what if it's loss making, -20m"], { moveBps: -75, small: { netIncome: -20 } }],
    [[CUT, 'what if its a loss, -20m'], { moveBps: -75, small: { netIncome: -20 } }],
    [[CUT, 'sorry I said seventy five I meant twenty five full stop'], { moveBps: -25 }],
    [[CUT, 'i typed 75 but i meant 50'], { moveBps: -50 }],
    [[CUT, 'i said 75, i actually meant 100'], { moveBps: -100 }],
    [[CUT, 'nah other way round they hike 25'], { moveBps: 25 }],
    [[CUT, 'opposite, they hike 50'], { moveBps: 50 }],
    [['what would 50 off do for the small company', 'and the big?'], { moveBps: -50, only: 'large' }],
    [[CUT, 'if instead is going up, same size'], { moveBps: 75 }],
    [[CUT, 'if it goes up by the same amount'], { moveBps: 75 }],
    [['if they hold does anything change for the companies or is it literally zero'], { moveBps: 0 }],
    [['if the fed holds does small cap gain or does it stay flat'], { moveBps: 0 }],
    [['back up to 5.25-5.50 like summer 24, small cap hit?'], { moveBps: 150, only: 'small' }],
    [['dNI/dr per 1bp, both cos'], { moveBps: -1 }],
  ])('a move: %j', (texts, asks) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question: { kind: 'rate-move', ...asks } });
  });

  it.each<Row>([
    [[FLOATING, 'bp reqd for +10% NI under those'], { kind: 'solve', target: { of: 'lift', percent: 10 } }],
    [['range right now??'], { kind: 'fed' }],
    [['the range right now'], { kind: 'fed' }],
    [['range as it stands'], { kind: 'fed' }],
    [['dear team where is russell / s&p ratio standing as on last close pls'], { kind: 'ratio' }],
    [['russell / s&p ratio as of last close'], { kind: 'ratio' }],
    [['smallcaps whole interest bill as it stands'], { figures: ['000-smallcap-interest-before'] }],
    [
      ['mag7 share of spx gains acc to the papers, then and later'],
      { figures: ['003-magnificent-7-gains-2024', '003-magnificent-7-gains-2025'] },
    ],
    [["who's bearish in there, with house and date"], { kind: 'views', stances: ['bearish'] }],
    [['who is bullish, with names and dates'], { kind: 'views', stances: ['bullish'] }],
  ])('another topic: %j', (texts, asks) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question: asks });
  });

  it.each([
    'the descent of small caps was 5%',
    'bolt 25 on the door',
    'tack 25 chairs on',
    'shift 100',
    'shift 50 at the shop',
    'night shift -2',
    'temperature shift -10',
    'lever arm 50',
    'reqd 25',
    'i said 75 people i meant 25',
    'i said page 75 i meant 25',
    'he is loss making, -20m',
    'by summer 25',
    'cut 25 in summer 24',
    'age range right now',
    'price range right now',
    'russell forward pe then and now',
    'whats it take to get smallcap NI up 5',
  ])('stays asked: %j', (text) => {
    expect(lastTurn(text)).not.toMatchObject({
      kind: 'question',
      question: { kind: expect.stringMatching(/^(?:rate-move|solve|figure|fed)$/) },
    });
  });
});
