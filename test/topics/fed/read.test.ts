import { describe, expect, it } from 'vitest';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';

describe('the range, the calendar and the odds', () => {
  it.each([
    [['wheres fed funds rn']],
    [['where do rates stand']],
    [['current target range pls']],
    [["what's priced in"]],
    [['wheres ff rn']],
    [['ffr?']],
    [['ff']],
  ])('%j', (texts) => {
    expect(lastOf(...texts)).toEqual({ kind: 'fed' });
  });

  it.each<readonly [readonly string[], object]>([
    [['next fomc?'], { ask: 'date' }],
    [['next fomc?', 'is december 16 one'], { ask: 'date', month: '2026-12' }],
    [['next fomc?', 'and the last one'], { ask: 'date', on: '2026-10-28' }],
    [['nyse open day after xmas?'], { ask: 'session', on: '2026-12-26' }],
    [['when do they sit down again? my calendar is a mess'], { ask: 'date' }],
    [['fed meeting in december next year'], { ask: 'date', month: '2027-12' }],
    [['is there a Fed before our board on the 15th?'], { ask: 'date', on: '2026-12-09' }],
    [['is the nyse open on the 24th of december', 'half day?'], { ask: 'session', on: '2026-12-24' }],
    [['is the nyse open on the 24th of december', 'what time does it close'], { ask: 'session', on: '2026-12-24' }],
    [['is the nyse open on the 24th of december', 'and the 31st'], { ask: 'session', on: '2026-12-31' }],
    [['is the nyse open on the 24th of december', 'and the day after'], { ask: 'session', on: '2026-12-25' }],
    [['is the nyse open on the 24th of december', 'so when do they reopen'], { ask: 'session', on: '2026-12-28' }],
    [['is the nyse open on the 24th of december', 'next one after that'], { ask: 'closures' }],
    [['dates for 2027?'], { ask: 'all', year: 2027 }],
    [['all the 27 mtgs pls'], { ask: 'all', year: 2027 }],
    [['jan which date'], { ask: 'date', month: '2027-01' }],
    [['dots this time round yeah?'], { ask: 'date', on: '2026-12-09', projections: true }],
    [['odds for december', 'how many meetings are left this year'], { ask: 'left' }],
    [['xmas eve. open or not'], { ask: 'session', on: '2026-12-24' }],
    [['is the mkt shut the 24th'], { ask: 'session', on: '2026-12-24' }],
    [['is dec one with dots'], { ask: 'date', month: '2026-12', projections: true }],
    [['next fomc?', 'how many more before xmas tho'], { ask: 'left' }],
    [['is xmas eve a full day in ny'], { ask: 'session', on: '2026-12-24' }],
    [['ny shut on new yrs day?'], { ask: 'session', on: '2027-01-01' }],
    [['was black friday a short one this year'], { ask: 'session', on: '2026-11-27' }],
    [['nyse holidays 27'], { ask: 'closures', year: 2027 }],
    [['is ny open on good friday', 'whole shut list for 27 pls'], { ask: 'closures', year: 2027 }],
    [['wen is the jan one'], { ask: 'date', month: '2027-01' }],
    [['how many fed sit downs left b4 nye'], { ask: 'left' }],
    [['fomc in aug 27? i have none in my diary'], { ask: 'date', month: '2027-08' }],
    [['what days does the fomc sit in q3 next year'], { ask: 'next', count: 2, on: '2027-06-30' }],
    [['diary has fed wk of 14 dec. thats wrong isnt it'], { ask: 'date', month: '2026-12' }],
    [['my diary says fed 15 dec, right?'], { ask: 'date', month: '2026-12' }],
    [['is fomc on 16 dec'], { ask: 'date', month: '2026-12' }],
    [['calendar shows the fomc on 9 dec, ok?'], { ask: 'date', on: '2026-12-09' }],
    [
      ['Which meetings next year come with projections? I need to block the calendar.'],
      { ask: 'all', year: 2027, projections: true },
    ],
    [['fed dates second half of 27'], { ask: 'next', count: 4, on: '2027-06-30' }],
    [['final meeting of twenty seven'], { ask: 'date', on: '2027-12-08' }],
    [['fed meetings in q1 27'], { ask: 'next', count: 2, on: '2026-12-31' }],
    [['fomc dates rest of 2027 after july'], { ask: 'next', count: 3, on: '2027-07-31' }],
    [['when is the next fed meeting?'], { ask: 'date' }],
    [['when does the fomc meet next'], { ask: 'date' }],
    [['days until the fed'], { ask: 'date' }],
    [['how long til the next decision'], { ask: 'date' }],
    [['list me the 2027 fomc dates would you'], { ask: 'all', year: 2027 }],
    [['fed sched for 27 pls'], { ask: 'all', year: 2027 }],
    [['how many meetings left in 2026'], { ask: 'left', year: 2026 }],
    [['fomc meetings left this year'], { ask: 'left' }],
    [['first meeting of 2027'], { ask: 'date', on: '2027-01-27' }],
    [['next fomc?', "when's the one after december"], { ask: 'date', on: '2027-01-27' }],
    [['next SEP after december'], { ask: 'date', on: '2027-03-17', projections: true }],
    [['is there a dot plot in december'], { ask: 'date', month: '2026-12', projections: true }],
    [['does the march 27 one come with new dots'], { ask: 'date', month: '2027-03', projections: true }],
    [['what time is the decision out on the 9th'], { ask: 'date', on: '2026-12-09' }],
    [['next fomc?', 'and the one after?'], { ask: 'date', on: '2027-01-27' }],
    [['next fomc?', 'and the one before?'], { ask: 'date', on: '2026-10-28' }],
    [['next fomc?', 'and january?'], { ask: 'date', month: '2027-01' }],
    [
      ['next fomc?', 'and the one after?', 'projections at that one?'],
      { ask: 'date', on: '2027-01-27', projections: true },
    ],
    [['fomc in feb?'], { ask: 'date', month: '2027-02' }],
    [['fed meeting in february 2027'], { ask: 'date', month: '2027-02' }],
    [['fomc in march'], { ask: 'date', month: '2027-03' }],
    [['fed meeting this week?'], { ask: 'date' }],
    [['next 3 fed days'], { ask: 'next', count: 3 }],
    [['when are the next two meetings'], { ask: 'next', count: 2 }],
    [['theres no nov meeting right'], { ask: 'date', month: '2026-11' }],
    [['last meeting before xmas'], { ask: 'date', on: '2026-12-09' }],
    [['is the exchange open xmas eve'], { ask: 'session', on: '2026-12-24' }],
    [['does nyse close early on the friday after thanksgiving'], { ask: 'session', on: '2027-11-26' }],
    [['next market holiday'], { ask: 'closures' }],
    [['when are markets shut in 2027'], { ask: 'closures', year: 2027 }],
  ])('%j is looked up in the calendar', (texts, calendar) => {
    expect(lastOf(...texts)).toEqual({ kind: 'fed', calendar });
  });

  it.each<readonly [readonly string[], object]>([
    [['how likely is a quarter point cut'], { ask: 'odds', way: 'cut', sizeBps: 25 }],
    [['odds of another hike at the dec meeting'], { ask: 'odds', way: 'hike', month: '2026-12' }],
    [['what are fed futs saying for dec, hike %?'], { ask: 'odds', way: 'hike', month: '2026-12' }],
    [['are futs leaning cut or hike for jan'], { ask: 'odds', month: '2027-01' }],
    [['whats the mkt got for the dec mtg'], { ask: 'odds', month: '2026-12' }],
    [['whats in for dec'], { ask: 'odds', month: '2026-12' }],
    [['when is fomc in march', 'odds of up there'], { ask: 'odds', way: 'hike', month: '2027-03' }],
    [["where's Z6 trading, odds?"], { ask: 'odds', month: '2026-12' }],
    [['what do futures say for december', 'h7?'], { ask: 'odds', month: '2027-03' }],
    [['odds of a cut in jan'], { ask: 'odds', way: 'cut', month: '2027-01' }],
    [['probability of 25bp in December'], { ask: 'odds', sizeBps: 25, month: '2026-12' }],
    [['odds of a hold'], { ask: 'odds', way: 'hold' }],
    [['what does the market price for march'], { ask: 'odds', month: '2027-03' }],
    [['what is priced for the next meeting'], { ask: 'odds' }],
    [['how many cuts are priced in'], { ask: 'count', way: 'cut' }],
    [['how many hikes by june'], { ask: 'count', way: 'hike', month: '2027-06' }],
    [['where are rates priced by march'], { ask: 'rate', month: '2027-03' }],
    [['odds'], { ask: 'odds' }],
    [['market say hike or hold for dec'], { ask: 'odds', month: '2026-12' }],
    [['odds of two more cuts this year'], { ask: 'path' }],
    [['odds of a cut this year'], { ask: 'path' }],
    [['cuts priced for 2027'], { ask: 'path' }],
    [['next fomc?', 'odds of a hike then?'], { ask: 'odds', way: 'hike' }],
    [['how likely is a cut', 'and a 50bp one?'], { ask: 'odds', way: 'cut', sizeBps: 50 }],
    [['odds of a hike', 'sit tight?'], { ask: 'odds', way: 'hold' }],
    [['how many hikes by june', 'to year end 27?'], { ask: 'count', way: 'hike', month: '2027-12' }],
    [['how many hikes by june', 'as a level not a count'], { ask: 'rate', month: '2027-06' }],
    [['odds of a 25 hike', '50 instead of 25'], { ask: 'odds', way: 'hike', sizeBps: 50 }],
    [['chance of a hike', 'in january?'], { ask: 'odds', way: 'hike', month: '2027-01' }],
  ])('%j asks one thing of futures', (texts, asks) => {
    expect(lastOf(...texts)).toEqual({ kind: 'fed', ...asks });
  });

  it.each([
    ['cut 25 in z6'],
    ['dots in note 001'],
    ['terminal z6 for my flight'],
    ['odds of a soft landing'],
    ['any chance of a 50% cut in my hours this week'],
    ['when markets r shut dont bother'],
    ['odds of small caps outperforming'],
    ['where was fed funds in 2019'],
    ['fed funds at 5%'],
    ['was the sept cut priced in'],
    ['next meeting with john at 3pm in room 4'],
    ['next meeting with the client is tuesday'],
    ['when is the team meeting'],
    ['2027 dates pls'],
    ['what did they do at the december meeting'],
    ['how long until lunch'],
    ['dec one?'],
    ['the one after?'],
    ['and january?'],
    ['did they hike in september'],
    ['who is bullish on the fed funds rate'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('fed');
  });
});

describe('the calendar in other words', () => {
  const fed = (calendar: object) => ({ kind: 'fed', calendar });
  it.each(
    (
      [
        [
          fed({ ask: 'left' }),
          'how many more meetings this year|any more meetings this year|is there another meeting this year|how many meetings before year end|how many more times do they meet this year',
        ],
        [
          fed({ ask: 'all', projections: true }),
          'what meetings have projections|meetings with projections|which meetings have an sep please',
        ],
        [
          fed({ ask: 'date', on: '2026-12-09' }),
          'last mtg of the yr?|when is the last meeting of the year|final mtg this year',
        ],
        [fed({ ask: 'date' }), 'when do they sit down next|when will they meet next?'],
        [fed({ ask: 'date' }), 'how many days left until the next meeting|how many days to go to the next meeting'],
        [fed({ ask: 'date', month: '2027-01' }), "when's the january fomc|what date is the january meeting"],
      ] as const
    ).flatMap(([question, words]) => words.split('|').map((word) => [word, question] as const)),
  )('%s', (text, question) => {
    expect(lastOf(text)).toEqual(question);
  });
});
