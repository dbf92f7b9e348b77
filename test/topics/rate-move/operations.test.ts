import { describe, expect, it } from 'vitest';
import { lastTurn } from '../../reading/asked-turns.ts';
import { said } from '../../reading/said.ts';

type Row = readonly [texts: readonly string[], comesTo: string];

const meant = (...typed: readonly string[]): string => said(lastTurn(...typed));

describe('what is done to a move, a comparison or a sum', () => {
  it('is offered behind a figure of something else, and not done', () => {
    const asked = ['what cut lifts small 10%', 'fwd pe of r2k'];
    expect(meant(...asked, 'double that')).toMatch(/^ask /);
    expect(meant('cut 50', 'fwd pe of r2k', 'double the cut')).toBe('cut 100');
    expect(meant('what cut lifts small 10%', 'double that')).toBe('solve 20%, only small');
  });

  it.each<Row>([
    [['cut 50', 'triple it'], 'cut 150'],
    [['cut 50', 'what gets me to 10'], 'ask Hike 600 bp'],
    [['cut 50', 'under 1% for the big one?'], 'ask Cut 100 bp, LargeCap'],
    [['cut 50', 'spread it over two meetings'], 'cut 50'],
    [['cut 50', 'spreads widened by 50'], 'not-known'],
    [['hike 25 in dec and 25 in jan', 'swap the second for a 50'], 'hike 75'],
    [['cut 100', '60 floating', 'and 5x', 'back to normal but keep the 5x'], 'cut 100, debt 5'],
    [['cut 100', '60 floating', 'and 5x', 'back to 5x'], 'cut 100, floating 60, debt 5'],
    [['cut 100', 'per bp?'], 'cut 1'],
    // so many times what stands, in any words
    [['cut 60', 'times 1.5'], 'cut 90'],
    [['cut 60', 'one and a half times that'], 'cut 90'],
    [['cut 60', 'half as much again'], 'cut 90'],
    [['cut 60', 'cut it by a third'], 'cut 40'],
    [['cut 60', 'knock a third off that'], 'cut 40'],
    [['cut 60', '20% less'], 'cut 48'],
    [['cut 60', '6x'], 'cut 60, debt 6'],
    [['cut 60', 'add a quarter'], 'ask Cut 85 bp'],
    [['cut 75', "a quarter's worth of that?"], 'method timing of cut 75'],
    [['25 and 50 and 25 up in all', 'just the ups'], 'hike 100'],
    [['+25 +25 -50 in all', 'just the downs'], 'cut 50'],
    [['cut 100', 'cut 75', 'which of the two was worse'], 'compare cut 100 / cut 75'],
    [['cut 100', 'which of the two wins'], 'method lift ratio of cut 100'],
    [['cut 50', 'side by side with a 75 pls, same direction'], 'compare cut 50 / cut 75'],
    // what is counted beside the note, taken out
    [['cut 50 after tax at 21%', 'back out the tax again but keep 80 floating'], 'cut 50, floating 80'],
    [['cut 50 after tax at 21%', 'lose the tax, 80% floating at small'], 'cut 50, floating 80'],
    [['cut 50 with 30% hedged', 'drop the hedge and make it 75'], 'cut 75'],
    [['cut 50 with 30% hedged and 21% tax', 'ditch the hedge, tax 25'], 'cut 50, tax 25, large tax 25'],
    ...[
      'set tax to zero',
      'tax 0',
      'zero tax',
      'take the tax out',
      'leave tax out',
      'get rid of the tax',
      'tax off',
    ].map((typed): Row => [['cut 50', 'tax 21%', typed], 'cut 50']),
    ...['unhedged', 'hedges 0', 'turn the hedges off', 'ignore the hedges', 'exclude hedges'].map(
      (typed): Row => [['cut 50', 'hedged 30%', typed], 'cut 50'],
    ),
    ...['without 163j', 'no 163(j)', 'turn 163j off', 'leave 163j out', 'not with 163j'].map(
      (typed): Row => [['50bps 163j', typed], 'cut 50, tax 21, large tax 21'],
    ),
    [['cut 50', 'set tax to zero'], 'cut 50'],
    [['cut 50', 'pass-through 80%', 'default pass-through'], 'cut 50'],
    [['cut 50', 'cash 100m for small', 'ex cash'], 'cut 50'],
    [['cut 50', 'tax 21%', 'is tax taken out?'], 'method tax of cut 50, tax 21, large tax 21'],
    [['cut 50', '30% of the floating debt has been hedged'], 'cut 50, hedged 30, large hedged 30'],
    [['cut 50', 'what if tax is 21%?'], 'cut 50, tax 21, large tax 21'],
    [['cut 50', 'is tax 21%?'], 'method tax 21% of cut 50'],
    [['cut 50', 'leverage 5x for small', 'rate 8% for small', 'as it was at first'], 'cut 50'],
    [['cut 50', 'what if 30% were hedged'], 'cut 50, hedged 30, large hedged 30'],
    [['cut 50', 'only 70% unhedged'], 'cut 50, hedged 30, large hedged 30'],
    [['50bps with the 30% interest cap'], 'cut 50, tax 21, interest cap 30, large tax 21'],
    [['cut 50, floating 60 at small', 'scrub all that. 125 down, both'], 'cut 125'],
    // a share of the bill, the range, the rate that nothing hangs on
    [['cut 50', 'what range would that leave us with?'], 'cut 50'],
    [['cut 50', 'why is it so much more than the big one??'], 'method why of cut 50'],
    [['cut 50, smallcap pays 8', 'so the coupon does nothing??'], 'method formula of cut 50, rate 8'],
    [['cut 50', 'the coupon is 8'], 'cut 50, rate 8'],
    [['what is a bp', 'so fifty of those downwards does what to them'], 'ask Cut 50 bp'],
    [['cut 50', 'fifty of those'], 'unclear not-understood'],
    [['cut 25 vs 50', 'both together'], 'cut 75'],
    [['cut 25 vs 50', 'the sum of the two'], 'cut 75'],
    [['cut 25 vs 50', 'now both'], 'compare cut 25 / cut 50'],
    [['hike 100', 'does that wipe out the small one’s profit'], 'hike 100, only small'],
    [['hike 100', 'at what point does it lose money'], 'solve -100%, only small'],
    [['cut 100', 'at what point does it lose money'], 'figure'],
    [
      ['ebitda 60m, leverage 4x, net income 9m. cut 50', 'how large must the rise be until our profit is at zero?'],
      'solve -100%, ebitda 60, debt 4, income 9, only small',
    ],
    [['hike 100', 'half its floating share'], 'hike 100, floating 22.5'],
    [['hike 100', 'half the debt is floating'], 'hike 100, floating 50'],
    [['every cent of smallcaps debt floats. fed up 100'], 'hike 100, floating 100'],
    [['hike 100', 'none of its debt floated'], 'hike 100, floating 0'],
    [['hike 100', 'none of the notes mention floating debt'], 'views'],
    [['hike 100', 'same leverage as the big one'], 'hike 100, debt 2.3'],
    [['the leverage of the big one'], 'figure'],
    // of a company itself, and no move once more
    [['cut 50', 'is smallcap rated'], 'ask of something else'],
    [['cut 50', 'has smallcap ever defaulted'], 'ask of something else'],
    [['cut 50', 'wait is SmallCap Industries a thing i could look up'], 'method companies of cut 50'],
    [['cut 50', 'is the small one hit the same'], 'cut 50, only small'],
    [['cut 50', 'again but up'], 'hike 50'],
    [['cut 50', 'down, sorry'], 'cut 50'],
    [['hike 50', 'wrong way. down'], 'cut 50'],
    [['hike 50 for small', 'wrong firm'], 'hike 50, only large'],
    [['1bp cut', 'x25'], 'cut 25'],
    [['25 vs 50', 'double it'], 'compare cut 50 / cut 100'],
    [['25 vs 50', 'flip em all to hikes'], 'compare hike 25 / hike 50'],
    [['25 vs 50', 'which of those is worse for the little fella'], 'compare cut 25 / cut 50, only small'],
    [['hold vs 25', 'drop the hold'], 'cut 25'],
    [['25 vs 75', 'just the 75'], 'cut 75'],
    [['what cut lifts small 5%', 'halve it'], 'solve 2.5%, only small'],
    [['what cut lifts small 5%', 'for the big guy'], 'solve 5%, only large'],
    [['what cut lifts small 10%', 'rounded to the nearest 25'], 'cut 125, only small'],
    [['cut 50 with small at 60% floating', 'and large at 20%', 'reset large'], 'cut 50, floating 60'],
    [['cut 50, ebitda of 9bn at largecap', 'sorry i said 9 meant 7.5'], 'cut 50, large ebitda 7500'],
    [['25 vs 50', 'chuck 75 in as well'], 'compare cut 25 / cut 50 / cut 75'],
    [['25 vs 50 vs 75', 'just the middle one'], 'cut 50'],
    [['25 vs 50 vs 75 for small', 'same three for large'], 'compare cut 25 / cut 50 / cut 75, only large'],
    [['compare hold with hike of 25 for largecap', 'small too'], 'compare hold / hike 25'],
    [['compare hold with hike of 25', 'replace the hold with a cut of 25'], 'compare cut 25 / hike 25'],
    [['cut 50', 'hike 25', 'back to the cut'], 'cut 50'],
    [['cut 50', 'make it 75', 'back to the first question, but for the large one'], 'cut 50, only large'],
    [['cut 50 with a loan floor of 3% at small', 'take the floor away'], 'cut 50'],
    [['what cut saves small 3m a year', 'as a % of profit then, 4'], 'solve 4%, only small'],
    [['list the 2025 cuts', 'shove that total through the pair'], 'cut 75'],
    [['cuts in 2024', 'taken together, what did those do for the small one'], 'cut 100, only small'],
    [['cuts in 2024', 'what did it do for small caps'], 'ask Cut 100 bp'],
    [['hike 50 then reverse it'], 'hold'],
    [['hike 50', 'and then they cut 25 in march'], 'hike 25'],
    [['hike 50', 'then cut 25'], 'ask +50 -25 bp in all'],
    [['25 in dec', 'and 50 in jan', 'take the jan one out', 'put jan back in'], 'cut 75'],
    [['cut 50, floating 60 at large', 'and 55 for the small one too'], 'cut 50, floating 55, large floating 60'],
    [['cut 50 and small pays 8%', 'and the other one paying 5%'], 'cut 50, rate 8, large rate 5'],
    [['cut 50', 'double it', 'standard numbers again please and half a point'], 'cut 50'],
    [['what cut lifts small 10%', 'what would large need to get that'], 'solve 10%, only large'],
    [['smallcap NI zero, cut 50?'], 'cut 50, income 0'],
    [['cut 50', 'in plain dollars'], 'cut 50'],
    [['cut 50', 'and as a pct of what they earn?'], 'cut 50'],
    [['cut 50', 'the interest bill then of the large one'], 'cut 50, only large'],
    [['cut 50', 'so the range would be'], 'cut 50'],
    [['cut 50', 'where does that leave rates'], 'cut 50'],
    [['what cut lifts small 5%', 'and if we hedge so only 40 is floating'], 'solve 5%, floating 40, only small'],
    [['say we end up back at 3.00-3.25'], 'cut 75'],
    [['range ends up 4.25 to 4.50, damage'], 'hike 50'],
    [['either way 25 in dec, show both directions'], 'compare cut 25 / hike 25'],
    [['+50 and -50 both pls'], 'compare hike 50 / cut 50'],
    [['compare a 50 cut to two 25s'], 'cut 50'],
    [['largecap lift 0.5 need how many bp'], 'solve 0.5%, only large'],
    [['whats smallco need to be up 20%'], 'solve 20%, only small'],
    [['cut 50', 'hike 25', 'sum of both'], 'cut 25'],
    [['cut 50', '25 more', 'then another'], 'cut 100'],
    [['undo the sept hike'], 'cut 25'],
    [['25 each in dec jan and mar'], 'ask Cut 75 bp'],
    [['cuts of 27'], 'ask Cut 27 bp'],
    [['fed at 3.25'], 'cut 75'],
    [['who gains more from a 50 cut, small or big'], 'cut 50'],
    [['smallcap borrow at 9 pct, int bill how much'], 'hold, rate 9'],
    [['if it loses 10m what cut gets it to zero'], 'solve $10m, income -10, only small'],
    [['what cut saves small 5m', 'and in percent 10'], 'solve 10%, only small'],
    [['where do the 45% and 9% come from'], 'method assumptions'],
    [['cut 50', 'short or long rate?'], 'method formula'],
    [['cut 50', '60% floating', 'sorry, I have confused it, should be 55'], 'cut 50, floating 55'],
    [['cut 50', 'what tax is assumed', 'knock 30 off for tax then'], 'method tax 30% of cut 50'],
    [['fed at 3.25', 'and if instead the top goes to four and a half'], 'hike 50'],
    [['25 up, standing pat, 25 down, all three next to each other'], 'compare hike 25 / hold / cut 25'],
    [['minus 50 vs minus 100 vs plus 25'], 'compare cut 50 / cut 100 / hike 25'],
    [['what cut lifts small 10%', '7x debt', 'now the big one, as it comes'], 'solve 10%, only large'],
    [['two 25s, cuts', 'three of them', 'plus one fifty at the end', 'swap that fifty for a hike of 25'], 'cut 50'],
    [['what cut lifts small 10%', 'implausible. one per cent will do'], 'solve 1%, only small'],
    [['what cut lifts large 10%', 'revert to the smaller firm, target 5'], 'solve 5%, only small'],
    [
      ['what cut lifts small 10%', '60% floating', 'now the same firm if rates fall 75'],
      'cut 75, floating 60, only small',
    ],
    [['cut 50 for small', 'go big, three qtrs'], 'cut 75, only small'],
    [['cut 50', 'only large. no, small!'], 'cut 50, only small'],
    [['cut 50', '65% floating', 'scratch that'], 'cut 50'],
    [['compare hikes of 25 and 50', 'include also a cut of the smaller size'], 'compare hike 25 / hike 50 / cut 25'],
  ])('%j: %s', (typed, expected) => {
    expect(meant(...typed).startsWith(expected)).toBe(true);
  });

  it.each([
    [['cut 50', 'double espresso']],
    [['cut 50', 'up for it?']],
    [['cut 50', "what's up"]],
    [['cut 50', 'the other way home']],
    [['25 vs 50', 'which friday']],
    [['cut 50', 'put that through to legal']],
    [['cuts in 2024', 'both of those together']],
    [['cut 50', 'what is the range now']],
    [['75 ppl at the offsite, hold the big room']],
    [['hike on sunday? 18 km, 600 m up']],
    [['cuts in 2024', 'did it help small caps']],
  ])('%j changes nothing', (typed) => {
    expect(meant(...typed)).not.toMatch(/^(?:cut|hike|compare|solve)/);
  });
});

describe('inputs in words and by comparison', () => {
  it.each<Row>([
    [['cut 100', 'what if the small one had large cap’s leverage'], 'cut 100, debt 2.3'],
    [['cut 100', 'what if smallcap had the large one’s floating share'], 'cut 100, floating 9'],
    [['hike 50', 'what if largecap had as much debt as the small one'], 'hike 50, large debt 6.5'],
    [['if small was levered like large, 100 cut'], 'cut 100, debt 2.3'],
    [['what if the small company had the big ones leverage then', 'lol ok 50 bps off'], 'cut 50, debt 2.3'],
    [['suppose LargeCap had SmallCap’s floating share, 100 lower'], 'cut 100, large floating 45'],
    [['large with the coupon of small, hike 25'], 'hike 25, large rate 6'],
    [['25 v 50 with small’s leverage at large'], 'compare cut 25 / cut 50, large debt 6.5'],
    [['cut 50', 'what if it had twice the debt'], 'cut 50, debt 13'],
    [['cut 50', 'half the debt'], 'cut 50, debt 3.25'],
    [['cut 50', 'if its debt were half as large'], 'cut 50, debt 3.25'],
    [['cut 50 large', 'leverage doubles'], 'cut 50, large debt 4.6, only large'],
    [['cut 25 large', 'and its debt twice the usual'], 'cut 25, large debt 4.6, only large'],
    [['cut 50', 'half its ebitda'], 'cut 50, ebitda 89.3'],
    [['cut 50', 'half the debt floats'], 'cut 50, floating 50'],
    [['if the small has debts only 4 times of the ebitda and the fed cuts one percent'], 'cut 100, debt 4'],
    [['if smallcap has debt of just 3x ebitda and they hike 50'], 'hike 50, debt 3'],
    [['say ebitda at the small one drops 10% and they cut 50'], 'cut 50, ebitda 160.74'],
    [['cut 50', 'and if it lost 5m'], 'cut 50, income -5'],
    [['cut 100', 'and if its lossmaking, say NI -20'], 'cut 100, income -20'],
    [
      ['LargeCap, 75 higher, 12bn of cash yielding 4', 'twice the cash'],
      'hike 75, large cash 24000, large cash yield 4, only large',
    ],
    [
      ['100 lower, big lot sits on 5bn of tbills at 4', '3.5 on the bills'],
      'cut 100, large cash 5000, large cash yield 3.5, only large',
    ],
    [['cut 75', 'n wi tax at 25', 'naw lose the tax, half hedged'], 'cut 75, hedged 50, large hedged 50'],
    [['plus 200 on fed funds', '40% of the floating swapped at SmallCap', 'unhedge it'], 'hike 200'],
    [['cut 50', 'smallco only tax 25'], 'cut 50, tax 25, only small'],
    [['need smallco ni +10, how much easing', '+6?'], 'solve 6%, only small'],
    [['what saves largeco 50m a yr'], 'solve $50m, only large'],
    [['cut 50', 'over 3 yrs', 'loans take 6 mths to reset'], 'years'],
    [['cut 50', 'yr by yr over 4, 6 mth lag'], 'years'],
    [['which assumption is the softest under a 100bp cut'], 'fan'],
    // of the move, and what is asked of the companies
    [['cut 50', 'double the cut'], 'cut 100'],
    [['whats the big ones leverage'], 'figure'],
    [['cut 50', 'how come the big ones leverage is lower than the small ones'], 'method why of cut 50'],
    [
      ['need smallco ni +10, how much easing', '+6?', 'nearest in whole clips', '3 of em'],
      'ask Cut 225 bp, SmallCap | Cut 75 bp, SmallCap',
    ],
  ])('%j: %s', (texts, comesTo) => {
    expect(said(lastTurn(...texts))).toBe(comesTo);
  });
});

describe('sizes and companies in everyday words', () => {
  it.each<Row>([
    // a company left out is not the one shown
    [['cut 50', 'drop the large one'], 'cut 50, only small'],
    [['50 vs 75', 'take the small one out'], 'compare cut 50 / cut 75, only large'],
    [['cut 50 for small', 'put the large one back'], 'cut 50'],
    [['cut 50 for small', 'not just small'], 'cut 50'],
    [['cut 50 for small', 'not small, large'], 'cut 50, only large'],
    // less or more of the move, and no other one
    [['cut 75', 'reduce it by 25'], 'cut 50'],
    [['hike 75', 'take 25 off that'], 'hike 50'],
    [['cut 75', 'make the cut 25 smaller'], 'cut 50'],
    [['cut 50', 'and plus 25'], 'cut 75'],
    [['cut 50', 'bump it up 25'], 'ask Cut 75 bp | Hike 25 bp'],
    [['cut 50', 'and then 25'], 'ask 50 + 25 bp in all | Cut 25 bp'],
    [['cut 50', 'then 75'], 'cut 75'],
    // moves one after the other
    [['cut 50 then put 25 back'], 'cut 25'],
    [['cut 50 before hiking 25'], 'cut 25'],
    [['-50 + 25'], 'cut 25'],
    [['back to back 25s'], 'cut 50'],
    [['two cuts in a row of 25'], 'cut 50'],
    [['plus or minus 25'], 'compare cut 25 / hike 25'],
    // sizes that stand side by side
    [['50 vs 75', 'make it 50 vs 100'], 'compare cut 50 / cut 100'],
    [['50 vs 75', 'make the second one 100'], 'compare cut 50 / cut 100'],
    [['25 vs 50 vs 75', 'take the 50 out'], 'compare cut 25 / cut 75'],
    [['25 vs 50 vs 75', 'drop everything but 75'], 'cut 75'],
    [['cut 50', 'hike 25', 'vs the cut'], 'compare cut 50 / hike 25'],
    [['cut 50', 'how much better than a hold'], 'compare cut 50 / hold'],
    [['cut 50', 'make it 75', 'never mind the 75'], 'cut 50'],
    // where the range goes
    [['cut to 3.50 to 3.75'], 'cut 25'],
    [['rates between 3.5 and 3.75'], 'cut 25'],
  ])('%j: %s', (texts, comesTo) => {
    expect(said(lastTurn(...texts))).toBe(comesTo);
  });
});
