import { describe, expect, it } from 'vitest';
import { lastTurn } from '../../reading/asked-turns.ts';
import { said } from '../../reading/said.ts';

type Row = readonly [texts: readonly string[], comesTo: string];

const PATH = 'hike 25 dec, hike 25 jan, cut 75 june';

describe('moves that are added up', () => {
  it.each<Row>([
    [['up 25 dec, dn 50 mar'], 'cut 25'],
    [['up 25 dec, dn 50 mar', 'net of the two'], 'cut 25'],
    [['up 25 dec, dn 50 mar', 'wo the hike', 'half of that'], 'cut 25'],
    [['up 25 dec, dn 50 mar', 'wo the hike', 'back to the 1st one'], 'cut 25'],
    [[PATH, 'net is what'], 'cut 25'],
    [[PATH, 'just the two hikes'], 'hike 50'],
    [[PATH, 'just the two hikes', 'flip em to cuts'], 'cut 50'],
    [[PATH, 'drop the hikes'], 'cut 75'],
    [[PATH, 'minus the june cut'], 'hike 50'],
    [[PATH, 'lose one of the hikes'], 'cut 50'],
    [['cut 25 dec, cut 25 jan', 'flip the jan one'], 'hold'],
    [['cut 25 in dec, cut 25 in jan, cut 25 in mar', 'make the last a hike'], 'cut 25'],
    [['25 dec 25 jan 25 mar', 'cuts', 'make the last a hike'], 'cut 25'],
    [['three 25s, up', 'knock one off'], 'hike 50'],
    [['three 25s, up', 'one more'], 'hike 100'],
    [['hike 75', 'make that 3 of them at 25 each'], 'hike 75'],
    [['hike 25 in dec', 'and one more of the same in jan'], 'hike 50'],
    [['cut 50', 'net of it if they take 75 back'], 'hike 25'],
    [['double a 75 cut'], 'cut 150'],
    [['cut 75', 'how much steps of 25 are this'], 'cut 75'],
    [['25 up dec, 25 up jan, then 100 off after', 'w/o the jan one'], 'cut 75'],
    [['hike 25 in december', 'and if after in january again the same'], 'hike 50'],
    [['cut 25 in december', 'what if they do the same again in march'], 'cut 50'],
    [['hike 25', 'and once again after that'], 'hike 50'],
    [['cut 50', 'again, for the large one'], 'cut 50, only large'],
    [['hike 75', 'and take half of it back in 27'], 'hike 37.5 (not 27)'],
    [['hike 75', 'hand half back later'], 'hike 37.5'],
    [['cut 100', 'and then they take 25 of it back'], 'cut 75'],
    [['hike 100', 'they unwind 40% of it the year after'], 'hike 60'],
    [['cut 50', 'undo that 50 as a hike instead'], 'hike 50'],
    [['hike 50', 'undo that 50, 25 cut instead'], 'cut 25'],
    [['cut 75', 'halve it'], 'cut 37.5'],
    [['cut 50', 'and had it been two of them?'], 'cut 100'],
    [['cut 50 small', 'the two of them'], 'cut 50'],
    [['hike 75', 'half that, the other way'], 'cut 37.5'],
    [['fed takes 50 off in dec', 'and half of it comes back in march'], 'cut 25'],
    [['fed takes 50 off in dec', 'and half of it comes back in march', 'no, all of it back'], 'hold'],
    [['fed takes 50 off in dec', 'and half of it comes back in march', 'ok forget the giving back'], 'cut 50'],
    [
      ['25 dec 25 jan then 50 back up', 'scrap the giving back', 'put that next to a straight 75'],
      'compare cut 50 / cut 75',
    ],
    [['hike 25', 'same again after', 'n once more'], 'hike 75'],
    [['hike 25', 'same again after', 'just the smaller one of ours', 'the other one'], 'hike 50, only large'],
    [['3 clips up, largeco'], 'hike 75, only large'],
    [['k run a hike thru both cos', 'qtr pt obv'], 'hike 25'],
    [['50 off', 'beside a hike of the same'], 'compare cut 50 / hike 50'],
    [['25 v 75 v nothing side by side'], 'compare cut 25 / cut 75 / hold'],
    [['up a qtr, down a half, up an eigth. net?'], 'cut 12.5'],
    [['up 25, up 50, down 75. net?'], 'hold'],
    [['ok call it 50 then. side by side with 75'], 'compare cut 50 / cut 75'],
    [['25 v 50 v 100 lower, one table for the pack'], 'compare cut 25 / cut 50 / cut 100'],
    [
      ['25 v 50 v 75 off', 'how much more is the 75 than the 25 for the small one in dollars'],
      'compare cut 75 / cut 25, only small',
    ],
    [['a quarter off, small', 'and a half', 'hmm ok and if its a hike instead, same size'], 'hike 50, only small'],
    [['take that to 3 flat upper'], 'cut 100'],
    [['they stop at 3, how far is that', 'i mean 3 as the bottom of the range'], 'cut 75'],
    [['all the 2025 easing reversed, damage?'], 'hike 75'],
    [['they put it up in sept, what did that cost the small company then'], 'hike 25, only small'],
    [['what did they do in sept'], 'fed-history'],
    // a size that nothing says is one
    [['what move gets small co up', 'by 10'], 'ask Cut 10 bp'],
    // which of them is not said, or which way
    [['cut 50', 'and then again'], 'ask Cut 100 bp | Cut 50 bp'],
    [['cut 50', 'take a quarter back'], 'ask Cut 25 bp | Hike 25 bp'],
    [['25 dec 25 jan 25 mar'], 'ask Cut 75 bp | Hike 75 bp'],
    [[PATH, 'plus one more in sept'], 'ask Cut 100 bp | Cut 25 bp | Hold'],
    [['jumbo cut + 1 more 25'], 'ask Cut 100 bp | Cut 125 bp | Cut 75 bp'],
    [['cut 100', 'and they take 25 back'], 'ask Cut 75 bp | Hike 25 bp'],
  ])('%j: %s', (texts, comesTo) => {
    expect(said(lastTurn(...texts))).toBe(comesTo);
  });
});

describe('what a move is without a way, a level, or a target', () => {
  it.each<Row>([
    [['what if they move 50'], 'ask Cut 50 bp | Hike 50 bp'],
    [['emergency 100 tmrw'], 'ask Cut 100 bp | Hike 100 bp'],
    [['up it', 'half pt'], 'hike 50'],
    [['lower it', 'quarter'], 'cut 25'],
    [['200 of hikes on ni'], 'hike 200'],
    [['they come down until three and half percent upper band, please effect'], 'cut 50'],
    [['ff top 3.5', '3.25'], 'cut 75'],
    [['ff top 3.5', '3.25', '4.25-4.5'], 'hike 50'],
    [['if fed funds gets to 3-3.25', 'and 4.5-4.75'], 'hike 75'],
    [['cut for sm +10'], 'solve 10%, only small'],
    [['cut for sm +10', '+15?'], 'solve 15%, only small'],
    [['what cut lifts large 1%, floating 20', 'target 50m saved instead'], 'solve $50m, large floating 20, only large'],
    // neither a level nor a target
    [['how big a cut gets small to +10%'], 'solve 10%, only small'],
    [['50'], 'cut 50'],
    [['move of 0.4%'], 'cut 40'],
  ])('%j: %s', (texts, comesTo) => {
    expect(said(lastTurn(...texts))).toBe(comesTo);
  });
});

describe('whose it is, and what else is counted', () => {
  it.each<Row>([
    [['they cut, big one?', '75'], 'cut 75, only large'],
    [['cut 50 for the smaller of the two'], 'cut 50, only small'],
    [['cut 50 small only', 'and the large one beside it'], 'cut 50'],
    [['25 vs 50', 'net of 21 tax'], 'compare cut 25 / cut 50, tax 21, large tax 21'],
    [['25 vs 50', '21 tax', 'without the tax'], 'compare cut 25 / cut 50'],
    [['what cut lifts small 10%', 'after 21% tax'], 'solve 10%, tax 21, only small'],
    [['50 up', 'half of sm hedged'], 'hike 50, hedged 50'],
    [['no tax no hedges, plain vanilla 50 down'], 'cut 50'],
    [['no hedging, hike 25'], 'hike 25'],
    // one put right in the same breath
    [['so um if they lower by a quarter no sorry by a half whats the effect'], 'cut 50'],
    [['hike 50 no wait cut 25'], 'cut 25'],
    [['small only, 50 off, sorry i mean 75 off'], 'cut 75, only small'],
    [['they cut 25, sorry 50'], 'cut 50'],
    [['cut 50', 'up not down'], 'hike 50'],
    // put back, or taken out, of one company alone
    [
      ['25 lower', 'small at 70 floating', 'large at 20 floating', "drop the small one's float"],
      'cut 25, large floating 20',
    ],
    [['cut 50 with small paying 9', 'large paying 4', 'forget what large pays'], 'cut 50, rate 9'],
    [['cut 100', '30% hedged at small', '20% hedged at large', 'no hedge at small'], 'cut 100, large hedged 20'],
    [['cut 50, 30% hedged', 'unhedge the large one'], 'cut 50, hedged 30'],
    [['cut 50', 'tax 25', 'no tax on small'], 'cut 50, large tax 25'],
    [['50 off, small at 70 floating', 'large at 70 as well', 'scrap the large change'], 'cut 50, floating 70'],
    [['cut 100', 'small ni 30 and large ni 5000', 'forget both'], 'cut 100'],
    [['up 50 with half of small hedged', 'all of it hedged'], 'hike 50, hedged 100'],
    [['cut 50, small pays 7, large pays 4', 'both pay 6', 'back to 7 for small'], 'cut 50, rate 7, large rate 6'],
    // so much more or less of an input, the same way again
    [['cut 50', 'small leverage down a turn', 'and another turn'], 'cut 50, debt 4.5'],
    [['cut 50', 'small leverage up a turn', 'another turn'], 'cut 50, debt 8.5'],
    [['hike 75', 'small floating up 10 points', 'down 5 points'], 'hike 75, floating 50'],
    [['hike 75', 'down 2 points'], 'cut 200'],
    [['cut 50', 'ebitda 240, same leverage'], 'cut 50, ebitda 240'],
    [['stress +300', 'mirror it, -300'], 'cut 300'],
    [['hike 75', 'mirror it'], 'cut 75'],
    // lower is the input, and not the move
    [['hike 100', 'and with 10% lower ebitda at small'], 'hike 100, ebitda 160.74'],
    [['hike 100', 'and with 10% lower ebitda at small', '20% lower'], 'hike 100, ebitda 142.88'],
    [
      ['what cut gets small +10', 'at 60 floating', 'for large instead', 'make it 2'],
      'solve 2%, floating 60, only large',
    ],
    // a bare number of the other company, behind the first one's
    [['float 30 small and 5 large, 100 ease'], 'cut 100, floating 30, large floating 5'],
    [['float at 60 for small and 20 for large, cut 50'], 'cut 50, floating 60, large floating 20'],
    [['hike 75, debt of 5x at small and 1.5 at large'], 'hike 75, debt 5, large debt 1.5'],
    [['cut 50', 'small 30 floating n large 10'], 'cut 50, floating 30, large floating 10'],
    [['cut 50 for large, small 60 floating'], 'cut 50, floating 60'],
    [['smalls paying 8 pct on debt, +25'], 'hike 25, rate 8'],
    // levels and days
    [['from five and a qtr to four, just the small'], 'cut 125, only small'],
    [['back to 3.50-3.75 ie they take the sept hike back'], 'cut 25 (not sept)'],
    [['25 in dec 25 in jan total'], 'cut 50'],
    [['emergency ease of 125 tmrw am, run it'], 'cut 125'],
    [['need the small co number for a full point lower, deck due 9am'], 'cut 100, only small (not 9am)'],
    [['50 up', 'half of sm hedged', '5bn bills at the big one'], 'hike 50, hedged 50, large cash 5000'],
    [['cut 50, 40 pct hedged', 'hedge only at small'], 'cut 50, hedged 40'],
    [['hike 100, 163j, 25 tax', 'cap off again'], 'hike 100, tax 25, large tax 25'],
    [['hike 100, 25 tax', 'strip all that, plain 100'], 'hike 100'],
    [['60 float small 15 float large, 25 cut'], 'cut 25, floating 60, large floating 15'],
    [['cut 50', 'ebitda down 10%'], 'cut 50, ebitda 160.74'],
    // the other one alone, and not beside it
    [['cut 50 small only', 'and the large one'], 'cut 50, only large'],
  ])('%j: %s', (texts, comesTo) => {
    expect(said(lastTurn(...texts))).toBe(comesTo);
  });
});

describe('moves of the Fed’s record as a size', () => {
  it.each<Row>([
    [['how many hikes 2018', 'what if they did all of 2018 again'], 'hike 100'],
    [['2022 meeting by meeting', 'what would all that do now'], 'hike 425'],
    [['2022 meeting by meeting', 'what would all that do now', 'and half of it'], 'hike 212.5'],
    [['undo sept'], 'cut 25'],
    [['what if sept had never happened'], 'cut 25'],
    [['fed takes sept back'], 'cut 25'],
    // a year, and no size
    [['how many hikes 2018', 'and how many in 2019'], 'fed-history'],
  ])('%j: %s', (texts, comesTo) => {
    expect(said(lastTurn(...texts))).toBe(comesTo);
  });
});

describe('words that change what is asked behind a move', () => {
  it.each<Row>([
    [['cut 50', '25 more once that is done'], 'ask Cut 75 bp'],
    [['cut 50', 'once they cut 25 more'], 'ask Cut 75 bp'],
    [['cut 50', 'and 25 each quarter after'], 'ask 25 + 25 bp in all | Cut 25 bp'],
    [['cut 50', 'half in jan, half later'], 'ask 50 + 50 bp in all'],
    [['cut 50', 'gradually'], 'unclear not-understood'],
    [['hike 75', 'without the last one'], 'unclear not-understood'],
    [['cut 50', 'lop the other half off as well'], 'unclear not-understood'],
    [['25 off', 'double it then take 10 back'], 'ask Cut 10 bp'],
    [['25 vs 50 vs the other way round'], 'ask Compare 25 and 50 bp'],
    // and those that are read
    [['cut 50', 'ebitda 15% up at both'], 'cut 50, ebitda 205.39, large ebitda 9855.5'],
    [['need +10 for small', 'halve that'], 'solve 5%, only small'],
    [['cut 50', '25 extra'], 'cut 75'],
    [['cut 50', 'except for the large one'], 'cut 50, only small'],
    [['25 v 50', 'without the 25'], 'cut 50'],
    [['cut 50 small', 'other way, up to 4.5'], 'hike 50, only small'],
    [['cut 50', 'the small pays how much less interest'], 'cut 50, only small'],
  ])('%j: %s', (texts, comesTo) => {
    expect(said(lastTurn(...texts))).toBe(comesTo);
  });
});
