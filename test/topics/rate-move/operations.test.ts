import { describe, expect, it } from 'vitest';
import { lastTurn } from '../../reading/asked-turns.ts';
import { said } from '../../reading/said.ts';

const meant = (...typed: readonly string[]): string => said(lastTurn(...typed));

describe('what is done to a move, a comparison or a sum', () => {
  it('is offered behind a figure of something else, and not done', () => {
    const asked = ['what cut lifts small 10%', 'fwd pe of r2k'];
    expect(meant(...asked, 'double that')).toMatch(/^ask /);
    expect(meant('cut 50', 'fwd pe of r2k', 'double the cut')).toBe('cut 100');
    expect(meant('what cut lifts small 10%', 'double that')).toBe('solve 20%, only small');
  });

  it.each([
    [['cut 50', 'triple it'], 'cut 150'],
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
