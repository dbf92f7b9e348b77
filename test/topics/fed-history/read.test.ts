import { describe, expect, it } from 'vitest';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';

const history = (ask: string, rest: object = {}) => ({ kind: 'fed-history', ask, ...rest });
const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });

describe('past decisions of the Fed', () => {
  it.each([
    ['how many cuts in 2024 and how much', history('moves', { way: 'cut', ...year(2024) })],
    ['How many times did the Fed cut in 2024 and by how much all in?', history('moves', { way: 'cut', ...year(2024) })],
    ['how many 2024 cuts were there', history('moves', { way: 'cut', ...year(2024) })],
    ['did they cut in 2023', history('moves', { way: 'cut', ...year(2023) })],
    ['hikes since 2022', history('moves', { way: 'hike', from: '2022-01-01' })],
    [
      'total tightening 22-23, number of hikes too',
      history('moves', { way: 'hike', from: '2022-01-01', to: '2023-12-31' }),
    ],
    ['all moves since sept 2024', history('moves', { from: '2024-09-01' })],
    ['what has the fed done this year', history('moves', { yearsAgo: 0 })],
    ['cuts last year', history('moves', { way: 'cut', yearsAgo: 1 })],
    ['fed hikes over the last 12 months', history('moves', { way: 'hike', back: { count: 12, unit: 'month' } })],
    ['how many holds in 2025', history('moves', { way: 'hold', ...year(2025) })],
    ['fed in 2024', history('moves', year(2024))],
    ['last hike', history('last', { way: 'hike' })],
    ['when did they last cut', history('last', { way: 'cut' })],
    ['when did the fed last move', history('last', { way: 'move' })],
    ['how long since the previous cut', history('last', { way: 'cut', ago: true })],
    ['how big was the last hike', history('last', { way: 'hike' })],
    ['when was the last 50bp cut', history('last', { way: 'cut', sizeBps: 50 })],
    ['did they do 50 in september 2024', history('meeting', { meeting: { month: 9, year: 2024 } })],
    ['how many 25bp hikes in 2023', history('moves', { way: 'hike', sizeBps: 25, ...year(2023) })],
    ['how many times did they hike 75', history('moves', { way: 'hike', sizeBps: 75 })],
    [
      'tally of hikes of at least 75 since 1994',
      history('moves', { way: 'hike', sizeBps: 75, orMore: true, from: '1994-01-01' }),
    ],
    ['any emergency cuts since 2000', history('moves', { way: 'cut', unscheduled: true, from: '2000-01-01' })],
    ['when did they last move between meetings', history('last', { way: 'move', unscheduled: true })],
    ['deepest cut in 2008', history('largest', { way: 'cut', ...year(2008) })],
    ['hikes before 2020', history('moves', { way: 'hike', to: '2019-12-31' })],
    ['last 3 fed moves', history('moves', { newest: 3 })],
    [
      'did the fed do anything between march and september 2020',
      history('moves', { from: '2020-03-01', to: '2020-09-30' }),
    ],
    ['smallest hike since 2000', history('smallest', { way: 'hike', from: '2000-01-01' })],
    ['how many times did yellen go up', history('moves', { way: 'hike', from: '2014-02-03', to: '2018-02-03' })],
    ['cuts in 2024 except december', history('moves', { way: 'cut', ...year(2024), except: { month: 12 } })],
    ['cuts in 2024 not counting the 50', history('moves', { way: 'cut', ...year(2024), except: { sizeBps: 50 } })],
    ['cuts by year since 2019', history('moves', { way: 'cut', from: '2019-01-01', yearly: true })],
    ['was the range 5.25-5.5 in june 2024', history('range', { to: '2024-06-30', claimed: 5.5 })],
    ['highest the fed funds rate has ever been', history('stay', { extreme: 'highest' })],
    ['when did the current cycle start', history('cycle')],
    ['how many weeks since the last hike', history('last', { way: 'hike', ago: true })],
    ['october result', history('meeting', { meeting: { month: 10 } })],
    ['largest hike ever', history('largest', { way: 'hike' })],
    ['how long did they stay at 4.25-4.50', history('stay', { level: 4.5 })],
    ['how many months were rates at zero', history('stay', { level: 0.25 })],
    ['how long did they hold before the sept 24 cut', history('stay', { to: '2024-09-17' })],
    ['have they ever cut in a july', history('moves', { way: 'cut', month: 7 })],
    [
      'did they cut in march 24 or am i misremembering',
      history('meeting', { way: 'cut', meeting: { month: 3, year: 2024 } }),
    ],
    ['29 july 26 - what happened', history('meeting', { meeting: { month: 7, year: 2026, day: 29 } })],
    ['are rates higher than where they ended 2024', history('range', { to: '2024-12-31' })],
    ['did they meet in february 2026? settling a bet', history('meeting', { meeting: { month: 2, year: 2026 } })],
    ['fed cuts 2019', history('moves', { way: 'cut', ...year(2019) })],
    ['last hike before this year', history('last', { way: 'hike', yearsAgo: 1, orEarlier: true })],
    ['last hike before the 2024 cuts', history('last', { way: 'hike', to: '2024-09-17' })],
    ['first cut of 2024', history('first', { way: 'cut', ...year(2024) })],
    ['when was the first hike in 2022', history('first', { way: 'hike', ...year(2022) })],
    ['did they hike in september', history('meeting', { way: 'hike', meeting: { month: 9 } })],
    ['did they move on oct 28?', history('meeting', { meeting: { month: 10, year: 2026, day: 28 } })],
    ['what happened at the july 2025 meeting', history('meeting', { meeting: { month: 7, year: 2025 } })],
    ['what did the fed do on 18 sept 2024', history('meeting', { meeting: { month: 9, year: 2024, day: 18 } })],
    ['what did they do last time', history('meeting')],
    ['cutting or hiking cycle?', history('cycle')],
    ['when did they start hiking', history('cycle')],
    ['is the fed done hiking', history('cycle')],
    ['where was the fed funds rate in march 2020', history('range', { to: '2020-03-31' })],
    ['what was the target range on 1 jan 2024', history('range', { to: '2024-01-01' })],
    ['fed funds a year ago', history('range', { back: { count: 1, unit: 'year' } })],
  ])('%s', (text, question) => {
    expect(lastOf(text)).toEqual(question);
  });

  it.each([
    [
      ['cuts since 2019', 'only the emergency ones', 'fed again, all cuts not just the emergencies'],
      history('moves', { way: 'cut', from: '2019-01-01' }),
    ],
    [['50bp hike', 'how often have they hiked by that much at once'], history('moves', { way: 'hike', sizeBps: 50 })],
    [['what did the fed do in july 2023', 'their last hike full stop, when'], history('last', { way: 'hike' })],
    [
      ['last hike', 'and before that, when had it last raised', 'how many cuts came between the two'],
      history('moves', { way: 'cut', from: '2023-07-26', to: '2026-09-16' }),
    ],
    [['last hike', 'last cut', 'how long between those two'], history('gap', { from: '2025-12-10', to: '2026-09-16' })],
    [
      ['cuts in 2024', '2025?', 'in total both years'],
      history('moves', { way: 'cut', from: '2024-01-01', to: '2025-12-31' }),
    ],
    [['hikes from 2015 to 2018', 'how long did that take'], history('gap', { from: '2015-12-16', to: '2018-12-19' })],
    [['hikes of 100', 'biggest hike ever then'], history('largest', { way: 'hike' })],
    [['cuts under greenspan', 'and powell'], history('moves', { way: 'cut', from: '2018-02-05', to: '2026-05-15' })],
    [['how long since the last hike', 'and since it last eased?'], history('last', { way: 'cut', ago: true })],
    [['last cut', 'what was the range on the day before'], history('range', { to: '2025-12-09' })],
    [['range on 31 dec 2022', '23?'], history('range', { to: '2023-12-31' })],
    [['cuts in 2008', 'in how many steps'], history('moves', { way: 'cut', ...year(2008) })],
    [['cuts in 2008', 'and out of those the fifties'], history('moves', { way: 'cut', ...year(2008), sizeBps: 50 })],
    [['cuts in 2008', 'and the very first'], history('first', { way: 'cut', ...year(2008) })],
    [['cuts in 2008', 'biggest among them'], history('largest', { way: 'cut', ...year(2008) })],
    [['cuts in 2008', 'then zero till when'], history('stay', { level: 0.25 })],
    [['cuts in 2008', 'and covid'], history('moves', { way: 'cut', from: '2020-03-01', to: '2020-03-31' })],
    [['range on new years day 2024'], history('range', { to: '2024-01-01' })],
    [['first hike ever'], history('first', { way: 'hike' })],
    [['unchanged on 9 dec, so?'], { kind: 'rate-move', moveBps: 0 }],
    [['odds for december', 'how many by the end of 2027'], { kind: 'fed', ask: 'count', month: '2027-12' }],
    [['how many cuts in 2024', 'and in 2023?'], history('moves', { way: 'cut', ...year(2023) })],
    [['how many hikes in 2022', 'and 23'], history('moves', { way: 'hike', ...year(2023) })],
    [
      ['what did the fed do in 2019', 'any of those between meetings?'],
      history('moves', { ...year(2019), unscheduled: true }),
    ],
    [
      ['any moves between meetings in 2022', 'when was the last one'],
      history('last', { way: 'move', unscheduled: true }),
    ],
    [['hikes in 2022', 'biggest one?'], history('largest', { way: 'hike', ...year(2022) })],
    [['hikes in 2022', 'any 75s?'], history('moves', { way: 'hike', ...year(2022), sizeBps: 75 })],
    [
      ['what did the fed do in 2018', 'were any of em between meetings'],
      history('moves', { ...year(2018), unscheduled: true }),
    ],
    [['how many cuts in 2024', 'hikes?'], history('moves', { way: 'hike', ...year(2024) })],
    [['how many cuts in 2024', 'total?'], history('moves', { way: 'cut', ...year(2024) })],
    [['what has the fed done this year', 'and last year?'], history('moves', { yearsAgo: 1 })],
    [['what did they do last time', 'when was that?'], history('meeting')],
    [['did they hike in september', 'and july?'], history('meeting', { way: 'hike', meeting: { month: 7 } })],
    [
      ['what did the fed do in september 2024', 'and in july?'],
      history('meeting', { meeting: { month: 7, year: 2024 } }),
    ],
    [['last hike', 'before that?'], history('last', { way: 'hike', to: '2026-09-15' })],
    [['last cut', 'and hike?'], history('last', { way: 'hike' })],
    [['what was the target range on 1 jan 2024', 'and in 2020?'], history('range', { to: '2020-12-31' })],
    [['next fomc?', 'when was the last hike'], history('last', { way: 'hike' })],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['how much have they cut since sept 24', history('moves', { way: 'cut', from: '2024-09-01' })],
    ["cuts in '24", history('moves', { way: 'cut', ...year(2024) })],
    ['how many times did they cut in 24', history('moves', { way: 'cut', ...year(2024) })],
    ['tot cuts 24+25 in bps', history('moves', { way: 'cut', from: '2024-01-01', to: '2025-12-31' })],
    [
      'how much did they jack it up in total in 22 & 23',
      history('moves', { way: 'hike', from: '2022-01-01', to: '2023-12-31' }),
    ],
    ['outcome of jun 25 meeting', history('meeting', { meeting: { month: 6, year: 2025 } })],
    ['number of hikes in twenty twenty two', history('moves', { way: 'hike', ...year(2022) })],
    ['cuts since january twenty five', history('moves', { way: 'cut', from: '2025-01-01' })],
    ['so the fed cut in oct 2026 yeah?', history('moves', { way: 'cut', from: '2026-10-01', to: '2026-10-31' })],
    ['how long between the last cut and the sept hike', history('gap', { from: '2025-12-10', to: '2026-09-16' })],
    [
      'how many holds in a row before the september 2026 hike',
      history('moves', { way: 'hold', from: '2025-12-10', to: '2026-09-16', inARow: true }),
    ],
    ['longest streak of holds', history('moves', { way: 'hold', inARow: true })],
    ['first hike of the 2022 cycle', history('first', { way: 'hike', from: '2022-03-16', to: '2023-07-26' })],
    [
      'total tightening in the last hiking cycle, 22-23',
      history('moves', { way: 'hike', from: '2022-03-16', to: '2023-07-26' }),
    ],
    ['is it still 3.50-3.75', history('range', { claimed: 3.75 })],
    ['is the target still three fifty to three seventy five', history('range', { claimed: 3.75 })],
    ['zirp era length', history('stay', { level: 0.25 })],
    ['first hike post covid', history('first', { way: 'hike', from: '2020-03-16' })],
    ['what was the range when j wrote his piece', history('range', { to: '2024-09-18' })],
    ['was it 25 or 50 in sept 24', history('meeting', { meeting: { month: 9, year: 2024 } })],
    ['the unscheduled cut', history('last', { way: 'cut', unscheduled: true })],
    ['hikes 2005 or 2018', history('moves', { way: 'hike', ...year(2005) })],
    ['were there more hikes in 2005 or 2018', history('moves', { way: 'hike', ...year(2005) })],
    ['unscheduled cuts', history('moves', { way: 'cut', unscheduled: true })],
  ])('%s', (text, question) => {
    expect(lastOf(text)).toEqual(question);
  });

  it.each([
    [['how many cuts in 2024', 'and the yr before'], history('moves', { way: 'cut', ...year(2023) })],
    [
      ['what did the fed do in july', 'what about july the year before'],
      history('meeting', { meeting: { month: 7, year: 2025 } }),
    ],
    [['what did the fed do in july 2025', 'and 24'], history('meeting', { meeting: { month: 7, year: 2024 } })],
    [['tot cuts 24+25', 'just 25 then'], history('moves', { way: 'cut', ...year(2025) })],
    [['last cut', 'and the hike before that one'], history('last', { way: 'hike', to: '2025-12-09' })],
    [['last hike', 'prior change to that?'], history('last', { way: 'move', to: '2026-09-15' })],
    [['last cut', 'up?'], history('last', { way: 'hike' })],
    [
      ['first hike post covid', 'the biggest in there'],
      history('largest', { way: 'hike', from: '2022-03-16', to: '2023-07-26' }),
    ],
    [['ever a hike in an october?', 'decembers?'], history('moves', { way: 'hike', month: 12 })],
    [['hikes last 5 years', '10 yrs?'], history('moves', { way: 'hike', back: { count: 10, unit: 'year' } })],
    [['hikes in 2022', 'fifty or bigger'], history('moves', { way: 'hike', ...year(2022), sizeBps: 50, orMore: true })],
    [['cuts since 2024', 'net of the hike'], history('moves', { from: '2024-01-01' })],
    [['what was the range on 30 june 2022', 'as at year-end?'], history('range', { to: '2022-12-31' })],
    [['what was the range on 31 dec 2022', 'twelve months after that?'], history('range', { to: '2023-12-31' })],
    [['range on 14 feb 2019', 'five yrs later same day'], history('range', { to: '2024-02-14' })],
    [['how long did they sit at 5.25-5.50', 'n at zero'], history('stay', { level: 0.25 })],
    [['next fomc?', 'what did they do at the last one'], history('meeting')],
    [
      ['how long between the last cut and the sept hike', 'how many holds in between'],
      history('moves', { way: 'hold', from: '2025-12-10', to: '2026-09-16' }),
    ],
    [
      ['last cut', 'how many holds in between'],
      history('moves', { way: 'hold', from: '2025-12-10', to: '2026-09-16' }),
    ],
    [
      ['what did they do last time', 'and before that one', 'how many holds in between'],
      history('moves', { way: 'hold', from: '2025-12-10', to: '2026-09-16' }),
    ],
    [['current target range', 'and a year ago'], history('range', { back: { count: 1, unit: 'year' } })],
    [['fed range a year ago', 'so how many moves in between'], history('moves', { back: { count: 1, unit: 'year' } })],
    [['hikes in 2022', 'cut 25'], { kind: 'rate-move', moveBps: -25 }],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['will they cut in december'],
    ['does your thing assume the cut bites straight away'],
    ['next meeting with the client is tuesday'],
    ['back to the fed - what day does the jan decision land'],
    ['is it still 25'],
    ['how many cuts to get +10%'],
    ['how many cuts are priced in'],
    ['did the fed really cut in july 2024'],
    ['who said cuts are coming in 2024'],
    ['how many cuts does kostin expect in 2024'],
    ['cut 50 in march 2024'],
    ['how many analysts in 2024'],
    ['small caps since the last cut'],
    ['when was that?'],
    ['and in 2023?'],
    ['did the ecb cut in june'],
    ['first meeting of 2027'],
    ['list the 2027 fomc dates'],
    ['what if they cut in 24 hours'],
    ['fed raised 25'],
    ['net debt in 24'],
    ['was 25 the right number'],
    ['next fomc?'],
    ['what happens if they cut twice'],
    ['25bp in december'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('fed-history');
  });
});
