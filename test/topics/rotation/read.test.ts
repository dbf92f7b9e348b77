import { describe, expect, it } from 'vitest';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';

const rotation = (rest: object = {}) => ({ kind: 'rotation', ...rest });
const [high, low] = [{ of: 'high' }, { of: 'low' }];

describe('the ratio in free words', () => {
  it.each(['average of the ratio this year', 'average of the ratio in 2020'])(
    '%s is not answered with a change or a close: the mean of a span is not computed',
    (typed) => expect(lastTurn(typed)).toMatchObject({ kind: 'unclear' }),
  );

  it.each([
    ['rotation', {}],
    ["date of the ratio's all time high", { distance: high }],
    ['highest close of the russell this year', { from: '2026-01-01', distance: high, index: 'rut' }],
    ['russell vs s&p the past couple of years', { back: { count: 2, unit: 'year' } }],
    ['who did better since christmas', { from: '2025-12-25' }],
    ['small vs large from 20 feb 2020 to end of that year', { from: '2020-02-20', to: '2020-12-31' }],
    ['where is the russell over the s&p now', {}],
    ['has the rotation begun', {}],
    ['rotation since the last cut', { sinceLast: 'cut' }],
    ['ratio vs 200 day', { distance: { of: 'average', sessions: 200 } }],
    ['ratio the day before the 2024 election', { at: '2024-11-04' }],
    ['where are we vs end 2023, r2k over spx', { from: '2023-12-31' }],
    ['russell 2000 against the s&p 500', {}],
    ['rut vs spx', {}],
    ['ratio made any new highs lately', { distance: high }],
    ['has the russell made new highs this year', { from: '2026-01-01', distance: high, index: 'rut' }],
    ['ratio day before the july 24 cpi', { at: '2024-07-10' }],
    ['rut on the day of the july 24 cpi', { at: '2024-07-11', index: 'rut' }],
    ['rut vs spx since the tariff low', { from: '2025-04-08' }],
    ['small vs large since the sept thing', { from: '2026-09-16' }],
    ['small caps in the 2010s', { from: '2009-12-31', to: '2019-12-31' }],
    ['small caps ytd', { ytd: true }],
    ['rut vs spx since the hike in july 2023', { from: '2023-07-26' }],
    ['smalls v bigs since they hiked in sept', { from: '2026-09-16' }],
    ['ratio the week after the hike', { from: '2026-09-16', to: '2026-09-23' }],
    ['how far is the ratio from where it was at the last cut', { from: '2025-12-10' }],
    ['small caps in the six months after the sept 24 cut', { from: '2024-09-18', to: '2025-03-18' }],
    ['small caps in the first month after the hike', { from: '2026-09-16', to: '2026-10-16' }],
    ['ratio 12 months after the sept 25 cut', { from: '2025-09-17', to: '2026-09-17' }],
    ['ratio from sept 25 cut, 12m on', { from: '2025-09-17', to: '2026-09-17' }],
    ['how much has rut lagged since the first cut of 25', { from: '2025-09-17' }],
    ['what was the ratio when they last hiked', { at: '2026-09-16' }],
    ['ratio on the day of the last cut', { at: '2025-12-10' }],
    ['where was the ratio at the last hike in 2023', { at: '2023-07-26' }],
    ['rut on the day of the first cut in 2024', { at: '2024-09-18', index: 'rut' }],
    ['hows the ratio done since they went up in sept', { from: '2026-09-16' }],
    ['small v large between the sep 24 jumbo n the dec 25 trim', { from: '2024-09-18', to: '2025-12-10' }],
    ['r2k v spx, liftoff in mar 22 to the last hike in jul 23', { from: '2022-03-16', to: '2023-07-26' }],
    ['ratio from the dec 25 cut to the sept hike', { from: '2025-12-10', to: '2026-09-16' }],
    ['ratio from the july 2023 hike to the first cut', { from: '2023-07-26', to: '2024-09-18' }],
    ["russell v s&p since last april's low", { from: '2025-04-08' }],
    ["what's the lowest the ratio has been and when", { distance: { of: 'low' } }],
    ['when was the ratio lowest', { distance: { of: 'low' } }],
    ['ratio all time low, when', { distance: { of: 'low' } }],
    ['r2k vs spx since they cut in september 2024', { from: '2024-09-18' }],
    ['ratio since they raised rates in march 2022', { from: '2022-03-16' }],
    ['small caps since they put it up in sept', { from: '2026-09-16' }],
    ['russell vs spx from last hike to first cut', { from: '2023-07-26', to: '2024-09-18' }],
    [
      'how did small caps do between the last hike of 2023 and the first cut of 2024',
      { from: '2023-07-26', to: '2024-09-18' },
    ],
    ['small vs large from the first cut to the last hike', { from: '2024-09-18', to: '2026-09-16' }],
    ['r2k/spx from the last cut to the hike', { from: '2025-12-10', to: '2026-09-16' }],
    ['ratio from the first hike to the last hike of 2023', { from: '2022-03-16', to: '2023-07-26' }],
    ['rut vs spx since the meeting in july', { from: '2026-07-29' }],
    ['how have smalls done vs bigs so far this year', { ytd: true }],
    ['are small caps beating large this year', { ytd: true }],
    ['has small beaten large this month', { toDate: 'month' }],
    ['did the small ones beat the big ones in 2024', { from: '2023-12-31', to: '2024-12-31' }],
    ['russell mtd', { toDate: 'month' }],
    ['small caps qtd?', { toDate: 'quarter' }],
    ['small vs large last 6 months', { back: { count: 6, unit: 'month' } }],
    ['small caps vs large caps last 5 years', { back: { count: 5, unit: 'year' } }],
    ['rotation 6m', { back: { count: 6, unit: 'month' } }],
    ['small vs large 1y', { back: { count: 1, unit: 'year' } }],
    ['small caps vs large caps 5y', { back: { count: 5, unit: 'year' } }],
    ['rotation 5y', { back: { count: 5, unit: 'year' } }],
    ['small vs large last 3 months', { back: { count: 3, unit: 'month' } }],
    ['small caps vs large caps since covid', { sinceEvent: 'covid' }],
    ['how have small caps done since the pandemic', { sinceEvent: 'covid' }],
    ['rotation since covid', { sinceEvent: 'covid' }],
    ['small vs large 2008', { from: '2007-12-31', to: '2008-12-31' }],
    ['rotation in 2008', { from: '2007-12-31', to: '2008-12-31' }],
    ['rotation rates', { rates: true }],
    ['rotation past 5y', { back: { count: 5, unit: 'year' } }],
    ['rotation after rate moves', { rates: true }],
    ['small caps after rate moves', { rates: true }],
    ['how do small caps do after hikes', { rates: true }],
    ['how do small caps normally do once the first cut of a cycle is in', { cycles: true }],
    ['do smalls tend to rally when the fed cuts', { cycles: true }],
    ['how have small caps typically done when they hike', { rates: true }],
    ['how did small caps usually do in 2023', { from: '2022-12-31', to: '2023-12-31' }],
    ['do small caps beat large caps in recessions', { rates: true }],
    ['r2k 3m', { back: { count: 3, unit: 'month' } }],
    ['rotation 1y', { back: { count: 1, unit: 'year' } }],
    ['small vs large over the last decade', { back: { count: 10, unit: 'year' } }],
    ['rotation last 20 sessions', { sessions: 20 }],
    ['how much did small caps lag yesterday', { sessions: 1 }],
    ['how have small caps done since the sept 24 cut', { from: '2024-09-18' }],
    ['russell since the september cut last year', { from: '2025-09-17' }],
    ['small vs large since the covid low on 23 march 2020', { from: '2020-03-23' }],
    ['russell over s&p from the high on 8 nov 2021', { from: '2021-11-08' }],
    ['small caps since the last cut', { sinceLast: 'cut' }],
    ['what happened to the russell after the last hike', { sinceLast: 'hike' }],
    ['small vs large halloween to xmas 23', { from: '2023-10-31', to: '2023-12-25' }],
    ['r2k vs spx from 9 jul 2024 to 25 jul 2024', { from: '2024-07-09', to: '2024-07-25' }],
    ['small v large between july and december 2024', { from: '2024-07-01', to: '2024-12-31' }],
    ['how has the ratio moved since the start of 2024?', { from: '2024-01-01' }],
    ['small caps vs large caps since July', { from: '2026-07-01' }],
    ['relative performance of small caps since last friday', { from: '2026-11-27' }],
    ['how did small caps do in 2023', { from: '2022-12-31', to: '2023-12-31' }],
    ['did the russell beat the s&p last month', { from: '2026-09-30', to: '2026-10-31' }],
    ['how did smalls do versus bigs last quarter', { from: '2026-06-30', to: '2026-09-30' }],
    ['small caps q3 2024', { from: '2024-06-30', to: '2024-09-30' }],
    ['ratio on 9 jul 2024', { at: '2024-07-09' }],
    ['ratio at the end of 2020', { at: '2020-12-31' }],
    ['where was the russell a year ago', { at: { count: 1, unit: 'year' }, index: 'rut' }],
    ['ratio 10 years ago', { at: { count: 10, unit: 'year' } }],
    ['how far off its ath', { distance: high }],
    ['how far is the russell off its ath', { distance: high, index: 'rut' }],
    ['s&p off its 52-week high', { distance: high, index: 'spx', back: { count: 52, unit: 'week' } }],
    ['how far below the march 21 peak is the ratio', { distance: high, from: '2021-03-01' }],
    ['russell vs its 200 day average', { distance: { of: 'average', sessions: 200 }, index: 'rut' }],
    ['is the ratio above its 50 day', { distance: { of: 'average', sessions: 50 } }],
    ['how did IWM compare to spy since 2024', { benchmark: 'IWM and SPY' }],
    ['is r2k below its 50dma', { distance: { of: 'average', sessions: 50 }, index: 'rut' }],
    ['rotation to 0.6', { level: 0.6 }],
    ['what happened to small caps after past cuts', { cycles: true }],
    ['rotation since july as csv', { from: '2026-07-01', csv: true }],
    ['russell 2000 vs s&p 600 ytd', { benchmark: 'S&P 600' }],
    ['small caps vs nasdaq since 2023', { benchmark: 'Nasdaq' }],
    ['small caps total return ytd', { benchmark: 'total return' }],
    ['small vs big this yr?', { ytd: true }],
    ['small vs big from the 24 election on', { from: '2024-11-05' }],
    ['how has the russell done relative to spoos since liberation day', { from: '2025-04-02' }],
    ['since covid bottom 23 march 2020 how have the tiddlers done against the giants', { from: '2020-03-23' }],
    ['small v large halloween to xmas eve 23', { from: '2023-10-31', to: '2023-12-24' }],
    ['last fortnight in small v large', { back: { count: 2, unit: 'week' } }],
    ['small v large since aug end', { from: '2026-08-31' }],
    ['russell q3 last year', { from: '2025-06-30', to: '2025-09-30' }],
    ["how far is r2k off the year's low", { ytd: true, distance: { of: 'low' }, index: 'rut' }],
    ['this years high in the ratio', { from: '2026-01-01', distance: high }],
    ['post-2020 high in the small/large ratio', { from: '2020-01-01', distance: high }],
    ['what did spx close at the day chatgpt came out', { at: '2022-11-30', index: 'spx' }],
    ['two years back what was the ratio, dont need the change', { at: { count: 2, unit: 'year' } }],
  ])('%s', (text, rest) => {
    expect(lastOf(text)).toEqual(rotation(rest));
  });

  it.each([
    // what stood before is what a part of a time is measured by
    [['ratio at the end of june 2025', 'And the end of that September?'], { at: '2025-09-30' }],
    [['ratio at the end of june 2025', 'and at the end of that year'], { at: '2025-12-31' }],
    [
      [
        'ratio at the end of june 2025',
        'and the end of that september',
        'So how much did small caps gain on large over the quarter?',
      ],
      { from: '2025-06-30', to: '2025-09-30' },
    ],
    [['small vs large in q3 2025', 'What about Saturday, the 28th of November this year?'], { at: '2026-11-28' }],
    [['rut vs spx on 30 jun 2025', 'and on sunday the 2nd of november'], { at: '2025-11-02' }],
    [['small vs large in q3 2025', 'and the quarter before'], { from: '2025-03-31', to: '2025-06-30' }],
    [['small vs large in q3 2025', 'and the same quarter a year earlier'], { from: '2024-06-30', to: '2024-09-30' }],
    [['who led in the first half of 2025', 'and the second half'], { from: '2025-06-30', to: '2025-12-31' }],
    [['who led in the first half of 2025', 'the whole year then'], { from: '2024-12-31', to: '2025-12-31' }],
    [['how far is the ratio off its high', 'same thing for 10 july 2024'], { distance: high, to: '2024-07-10' }],
    [['small vs large in 2024', 'the low of that year'], { distance: low, from: '2023-12-31', to: '2024-12-31' }],
    [
      ['ratio at the end of march 2025', 'and the end of that year', 'so by how much did it change'],
      { from: '2025-03-31', to: '2025-12-31' },
    ],
    [['how did the russell do since the last cut', 'and since the one before'], { from: '2025-10-29' }],
    [['small vs large in q3 2025', 'who gained more'], { from: '2025-06-30', to: '2025-09-30' }],
    [['ratio last friday', 'and the friday before'], { at: '2026-11-20' }],
    [
      ['small vs large over the last 3 months', 'and the 3 months before that'],
      { from: '2026-05-30', to: '2026-08-30' },
    ],
    [['russell since the fed hiked in september', 'and in the month before'], { from: '2026-08-16', to: '2026-09-16' }],
    [['smalls vs bigs ytd', 'and this time last year'], { from: '2024-12-31', to: '2025-11-30' }],
    [['rut vs spx from the july 2023 hike to the sept 2024 cut', 'and from there to now'], { from: '2024-09-18' }],
    [
      ['how did small caps do the week after the last cut', 'and the week after the last hike'],
      { from: '2026-09-16', to: '2026-09-23' },
    ],
    [
      ['ratio on 9 july 2024', 'and at the end of that quarter', 'so how much over that time'],
      { from: '2024-07-09', to: '2024-09-30' },
    ],
    [['how much did small caps gain on large over the quarter'], { toDate: 'quarter' }],
    [['rty v spx frm 30 jun, howd that pan out'], { from: '2026-06-30' }],
    [['small caps since 1 sep', 'same period last year'], { from: '2025-09-01', to: '2025-11-30' }],
    [['r2k v s&p from 30 sep to 31 oct', 'same window in 2023'], { from: '2023-09-30', to: '2023-10-31' }],
    [['small caps in 2025', 'n vs the 600 instead'], { benchmark: 'S&P 600' }],
    [['small v large ytd', 'same for 23'], { from: '2022-12-31', to: '2023-12-31' }],
    [['r2k v spx from the first cut of 24'], { from: '2024-09-18' }],
    [['small caps ytd', 'and mtd?'], { toDate: 'month' }],
    [['smalls vs big since the sep 24 jumbo', 'stop at the first cut of 25'], { from: '2024-09-18', to: '2025-09-17' }],
    [
      ['smalls vs big since the sep 24 jumbo', 'stop at the first cut of 25', 'n from there to the hike'],
      { from: '2025-09-17', to: '2026-09-16' },
    ],
    [['cuts since sept 2024', 'n smalls from the first to the last of em'], { from: '2024-09-18', to: '2025-12-10' }],
    [['r2k/spx where now', 'its low, and when'], { distance: { of: 'low' } }],
    [
      ['r2k/spx where now', 'its low, and when', 'same for the russell alone'],
      { distance: { of: 'low' }, index: 'rut' },
    ],
    [['how far is the russell off its peak', 'both since the sept hike'], { from: '2026-09-16' }],
    [
      ['where is rut against spx now', 'One of the notes has 0.6 for 2020. Correct?', 'Since the April low last year.'],
      { from: '2025-04-08' },
    ],
    [['small caps ytd', 'same for 2023'], { from: '2022-12-31', to: '2023-12-31' }],
    [['small caps in 2025', 'and the year before?'], { from: '2023-12-31', to: '2024-12-31' }],
    [['small caps in 2024', 'to today'], { from: '2023-12-31' }],
    [['small caps ytd', '1y'], { back: { count: 1, unit: 'year' } }],
    [['small caps ytd', 'and since covid?'], { sinceEvent: 'covid' }],
    [['small caps since covid', 'and 5y?'], { back: { count: 5, unit: 'year' } }],
    [['small caps since covid', 'to end of 2021'], { sinceEvent: 'covid', to: '2021-12-31' }],
    [['small caps after past cuts', 'and after hikes?'], { rates: true }],
    [['small caps ytd', 'what about the s&p'], { ytd: true }],
    [['small caps ytd', 'csv'], { ytd: true, csv: true }],
    [['small caps since july', 'no i meant june'], { from: '2026-06-01' }],
    [['russell since the sept 24 cut', 'make it to end of 2024'], { from: '2024-09-18', to: '2024-12-31' }],
    [['russell since the sept 24 cut', 'and ytd?'], { ytd: true }],
    [['russell since july', 'and which leg did the work'], { from: '2026-07-01' }],
    [['russell since july', 'to 0.45'], { level: 0.45 }],
    [['ratio on 9 jul 2024', 'and in march 2021?'], { at: '2021-03-31' }],
    [['how far is the russell off its ath', 'what about the s&p'], { distance: high, index: 'spx' }],
    [['where is the ratio', 'vs start of the year'], { ytd: true }],
    [['russell ytd', 'who is bullish', 'and mtd?'], { toDate: 'month' }],
    [['when did they last cut', 'how did small caps do since then'], { sinceLast: 'cut' }],
    // another start, another end, no end
    [['small vs large ytd', 'from 5 nov 24 instead'], { from: '2024-11-05' }],
    [['small vs large since 5 nov 24', 'to end of jun 25'], { from: '2024-11-05', to: '2025-06-30' }],
    [['small vs large since 5 nov 24', 'to end of jun 25', 'to now'], { from: '2024-11-05' }],
    [['small vs large since 5 nov 24', 'till last close'], { from: '2024-11-05' }],
    [['small vs large since 8 april 25', 'and stop it at the september cut'], { from: '2025-04-08', to: '2025-09-17' }],
    [
      ['small vs large halloween to xmas 23', 'start it on the 27th of october'],
      { from: '2023-10-27', to: '2023-12-25' },
    ],
    [['small vs large halloween to xmas 23', 'and finish end jan'], { from: '2023-10-31', to: '2024-01-31' }],
    [['rut vs spx since 2023', 'make that from july last year, no hang on, july 2024'], { from: '2024-07-01' }],
    [['rut vs spx since 2023', 'since june 2025, i mean may 2025'], { from: '2025-05-01' }],
    [['ratio on 9 july 2024', 'a year earlier?'], { at: '2023-07-09' }],
    [['ratio on 9 july 2024', 'a week after that'], { at: '2024-07-16' }],
    [['ratio on 9 july 2024', 'six months on'], { at: '2025-01-09' }],
    [['ratio on 9 july 2024', 'the russell itself that day'], { at: '2024-07-09', index: 'rut' }],
    [['ratio on 9 july 2024', '9 july 2023', 'up to the 2024 date'], { from: '2023-07-09', to: '2024-07-09' }],
    [['ratio on 9 july 2024', '9 july 2023', 'between the two'], { from: '2023-07-09', to: '2024-07-09' }],
    [['rotation in 2025', 'and the year before', 'both in one'], { from: '2023-12-31', to: '2025-12-31' }],
    [['rut vs spx since the last hike', 'cut?'], { sinceLast: 'cut' }],
    [['ratio', 'how has it done since the last hike'], { sinceLast: 'hike' }],
    [['9 jul 24 to 25 jul 24 rut vs spx', '26th?'], { from: '2024-07-09', to: '2024-07-26' }],
    [['small caps since february', 'sorry march not feb'], { from: '2026-03-01' }],
    [['russell q3 last year', 'q2'], { from: '2025-03-31', to: '2025-06-30' }],
    [['small caps in may 2025', 'june?'], { from: '2025-05-31', to: '2025-06-30' }],
    // another length or number
    [['small vs large last 6 months', 'twelve, rather'], { back: { count: 12, unit: 'month' } }],
    [['small vs large last 20 sessions', '60'], { sessions: 60 }],
    [['small vs large in 2021', '22'], { from: '2021-12-31', to: '2022-12-31' }],
    [['small vs large last 6 months', 'month?'], { back: { count: 1, unit: 'month' } }],
    [['small vs large last 6 months', 'decade'], { back: { count: 10, unit: 'year' } }],
    [['ratio 2 years ago', 'five'], { at: { count: 5, unit: 'year' } }],
    // distances and days
    [['this years high in the ratio', 'low'], { from: '2026-01-01', distance: { of: 'low' } }],
    [['this years high in the ratio', 'all time instead'], { distance: high }],
    [
      ['s&p off its 52-week high', 'low?'],
      { distance: { of: 'low' }, index: 'spx', back: { count: 52, unit: 'week' } },
    ],
    [['russell vs its 200 day average', '50d'], { distance: { of: 'average', sessions: 50 }, index: 'rut' }],
    [['RUT close on 17 Sep 25?', 'day after'], { at: '2025-09-18', index: 'rut' }],
    [['RUT close on 17 Sep 25?', 'and the big index same day'], { at: '2025-09-17', index: 'spx' }],
    [['what was the fed range on 12 mar 2021', 'and the ratio since'], { from: '2021-03-12' }],
    [['ratio on 12 mar 2021', 'and the ratio since'], { from: '2021-03-12' }],
    [['small caps since july', 'which one won'], { from: '2026-07-01' }],
    [['small caps since july', 'by how much is it lagging'], { from: '2026-07-01' }],
    [['small caps since july', 'what was it on 3 march 26'], { at: '2026-03-03' }],
    [['small caps since july', 'on 3 march 26'], { at: '2026-03-03' }],
    [['what did the fed do in may 2025', 'and the ratio over that month'], { from: '2025-04-30', to: '2025-05-31' }],
    [["what'd they do in sept 24", 'small vs large since?'], { from: '2024-09-18' }],
    [
      ["what'd they do in sept 24", 'small vs large since?', 'and from the december one same year'],
      { from: '2024-12-18' },
    ],
    [['september meeting?', "how'd small do vs big off the back of that"], { from: '2026-09-16' }],
    [['small caps since the last hike', 'just the first month after it'], { from: '2026-09-16', to: '2026-10-16' }],
    [['small caps after past cuts', 'and when they hike?'], { rates: true }],
    [
      ['small vs large from 31 oct 2023 to 25 dec 2023', 'stretch that to end of jan'],
      { from: '2023-10-31', to: '2024-01-31' },
    ],
  ])('%j', (texts, rest) => {
    expect(lastOf(...texts)).toEqual(rotation(rest));
  });

  it.each([
    ['russell since 30 feb 2024', '30 feb 2024'],
    ['ratio on 31 june 2024', '31 june 2024'],
  ])('%s names a day that is none', (text, words) => {
    expect(lastTurn(text)).toEqual({ kind: 'unclear', reason: 'no-such-date', words });
  });

  it.each([
    ['rotation since 10/12/2024', '2024-10-12', '2024-12-10'],
    ['small caps vs large since sept 24', '2024-09-01', '2026-09-24'],
  ])('%s is asked back in both senses', (text, one, other) => {
    const turn = lastTurn(text);
    const offered = turn.kind === 'unclear' && turn.reason === 'which' ? turn.readings : [];
    expect(offered.map(({ question }) => question)).toEqual(
      expect.arrayContaining([rotation({ from: one }), rotation({ from: other })]),
    );
  });

  it.each([
    [['small vs large since 5 nov 24', 'pizza from 5 nov for the whole floor'], 'rotation'],
    [['small vs large last 6 months', 'cut 50'], 'rotation'],
    [['small vs large in 2021', 'hike 22'], 'rotation'],
    [['small vs large in 2024', 'see you at 5'], 'rotation'],
    [['small vs large in 2024', 'no the one from tuesday'], 'rotation'],
    [['small vs large in 2024', 'top is in'], 'rotation'],
    [['small caps after past cuts', 'who won the f1'], 'rotation'],
    [['small caps after past cuts', 'when did they hike'], 'rotation'],
    [['small vs large in 2024', 'what did beath say in 2023'], 'rotation'],
    [['is it true that small caps beat large', 'check that'], 'rotation'],
    [['small caps ytd', 'who is bullish', 'and since june'], 'rotation'],
    [['russell vs s&p in 2025', '2024 against 2025'], 'rotation'],
    [['small vs large ytd', 'the second half of the deck'], 'rotation'],
    [['small vs large in q3 2025', 'cut a quarter'], 'rotation'],
    [['small vs large in q3 2025', 'the quarter point cut before'], 'rotation'],
    [['cut 25', 'and the quarter before'], 'rotation'],
    [['cut 25', 'and the week before'], 'rotation'],
    [['cut 25', 'which of the two moved more'], 'rotation'],
    [['small vs large ytd', 'on how many days did small win'], 'rotation'],
    [['cut 25', 'over the quarter'], 'rotation'],
    [['small vs large since 8 april 25', 'ok and up to the high this year'], 'rotation'],
    [['small vs large last 20 sessions', '60'], 'rate-move'],
    [['last 20 sessions', '60'], 'rate-move'],
    [['calendar 2021, which did better', '22'], 'rate-move'],
    [['where does spx end 2027'], 'rotation'],
    [['ratio best year ever'], 'rotation'],
    [['where do you see the ratio twelve months out'], 'rotation'],
  ])('%j is no %s', (texts, kind) => {
    const turn = lastTurn(...texts);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe(kind);
  });

  it.each([
    ['who is bullish on small caps since july'],
    ['what does a 50bp cut do to small caps this year'],
    ['will the russell beat the s&p next year'],
    ['small cap leverage 5x'],
    ['russell p/e'],
    ['should i buy small caps before the end of 2026'],
    ['ping me if r2k/spx gets over .42'],
    ['is it true that small caps rose 10% in july 2024'],
    ['see you at 9 jul'],
    ['last 6 months'],
    ['and in 2023?'],
    ['csv'],
    ['lunch ytd'],
    ['how many cuts in 2024'],
    ['how far above its covid low is the range now'],
    ['ecb since july'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('rotation');
  });

  it.each([
    [['rut vs spx since the last hike', 'cut rates'], 'sinceLast'],
    [['rut vs spx since the last hike', 'cut 50'], 'sinceLast'],
    [['ratio on 9 july 2024', '9 july 2023', 'up to the 2022 date'], 'to'],
    [['rut vs spx since 2024', 'both together'], 'to'],
  ])('%j is no change of the span', (texts, field) => {
    expect(lastTurn(...texts)).not.toHaveProperty(['question', field]);
  });
});

describe('the same in other words', () => {
  const span = (rest: object) => ({ kind: 'rotation', ...rest });
  const HIGH = 'how far is the ratio from its high';
  it.each(
    (
      [
        [
          'russell vs s&p _',
          span({ toDate: 'quarter' }),
          'for the quarter|in the current quarter|since the quarter began',
        ],
        ['russell vs s&p _', span({ toDate: 'month' }), 'in the month so far|since the beginning of the month'],
        ['russell vs s&p _', span({ ytd: true }), 'this calendar year|yr to date'],
        ['russell vs s&p _', span({ back: { count: 1, unit: 'year' } }), 'over the last year|year on year'],
        ['how much is the _ up this year', span({ ytd: true }), 'russell|s&p'],
        [
          'how have small caps done against large caps since _',
          span({ sinceLast: 'cut' }),
          'they cut|the last rate cut|the fed last lowered rates|rates came down|the last time they cut',
        ],
        [
          'russell vs s&p since _',
          span({ sinceLast: 'hike' }),
          'they last raised rates|the last rate rise|they stopped hiking',
        ],
        [
          'how far are small caps _',
          span({ distance: { of: 'high' }, index: 'rut' }),
          'from their high|off their highs',
        ],
        [
          `${HIGH} > _`,
          span({ distance: { of: 'high' }, index: 'rut' }),
          'leave out the s&p|drop the s&p|without the s&p|just small caps',
        ],
        [`${HIGH} > _`, span({ distance: { of: 'high' }, index: 'spx' }), 'without the russell|not the russell'],
      ] as const
    ).flatMap(([frame, question, words]) =>
      words.split('|').map((word) => [frame.replace('_', word), question] as const),
    ),
  )('%s', (text, question) => {
    expect(lastOf(...text.split(' > '))).toEqual(question);
  });
});
