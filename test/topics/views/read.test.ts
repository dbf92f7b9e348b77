import { describe, expect, it } from 'vitest';
import { contextOf, cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';

const views = (filters: object = {}) => ({ kind: 'views', ...filters });

describe('an everyday word behind a move', () => {
  it('asks for no side of the views', () => {
    expect(lastOf('hike 50', 'why negative')).not.toMatchObject({ kind: 'views' });
    expect(lastOf('who is negative')).toEqual(views({ stances: ['bearish'] }));
  });
});

describe('sides of somebody who is on both', () => {
  it.each([
    ['who disagrees with goldman'],
    ['who agrees with goldman'],
    ['not goldman'],
    ['bears except the strategists'],
    ['leave out bank of america'],
  ])('%s is asked back', (typed) => {
    expect(lastTurn(typed).kind).toBe('unclear');
  });
});

const READ: readonly (readonly [texts: readonly string[], question: object])[] = [
  // by what it says, before its topic
  [['who in the notes thinks cuts alone wont do it'], views({ claims: ['004-calvasina-cuts-not-enough'] })],
  [['who said small caps fare worst in a recession?'], views({ claims: ['000-j-recession'] })],
  [['which analyst said growth must beat forecasts'], views({ claims: ['004-calvasina-cuts-not-enough'] })],
  [['who warned about renewed inflation turning the rally'], views({ claims: ['003-west-reversal'] })],
  [['who thinks a recession is coming'], views({ topics: ['economy'] })],
  [['who says small caps are cheap'], views({ topics: ['valuation'] })],
  [['who is bullish and why, top 3'], views({ stances: ['bullish'], most: 3 })],
  [['tariffs - good or bad for small per the notes'], views({ topics: ['tariffs'] })],
  [["who's the most bullish voice in your pile"], views({ stances: ['bullish'] })],
  // few words behind an answer, by its kind
  [['what does calvasina say', 'when did she write that'], { kind: 'source', of: views({ who: ['Lori Calvasina'] }) }],
  [['what does calvasina say', 'what para'], { kind: 'source', of: views({ who: ['Lori Calvasina'] }) }],
  [['what does kostin say', 'is that still good'], views({ who: ['David Kostin'], expired: true })],
  [['what does kostin say', 'who else says so'], views({ stances: ['bearish'] })],
  [['what does kostin say', 'any numbers'], { kind: 'figure', figures: ['001-kostin-horizon'] }],
  [['who is bearish', 'any of that from this year'], { kind: 'source', of: views({ stances: ['bearish'] }) }],
  [['who is bearish', 'names only'], views({ stances: ['bearish'], most: 3 })],
  [['who is bearish', 'any on tariffs'], views({ stances: ['bearish'], topics: ['tariffs'] })],
  [['who is bearish', 'main arguments against, with names'], views({ stances: ['bearish'] })],
  [['who said the rally was fragile'], views({ claims: ['001-tunkel-headline'] })],
  [['what does tunkel say', 'not that one, the bearish bit'], views({ who: ['Irene Tunkel'], stances: ['bearish'] })],
  [['what does tunkel say', 'read her exact words'], views({ who: ['Irene Tunkel'] })],
  [
    ['what does beath reckon on tariffs', 'and does wells fargo like small caps at all'],
    views({ who: ['Wells Fargo Investment Research'] }),
  ],
  [['bullish?', 'ok the case against in a line or two'], views({ stances: ['bearish'], most: 2 })],
  [['how is leverage defined in ur model'], { kind: 'about', aspect: 'terms', term: 'leverage' }],
  [['cut 50', 'why only floaters'], { kind: 'method', aspect: 'refinancing', of: cut(50) }],
  [['should i buy small caps', 'come on, hint'], { kind: 'refusal', reason: 'advice' }],
  [['views on tariffs', 'who says bad'], views({ stances: ['bearish'], topics: ['tariffs'] })],
  [['views on tariffs', 'anyone neutral'], views({ stances: ['neutral'], topics: ['tariffs'] })],
  [['what notes do you have', 'ok and 2'], { kind: 'notes', note: '002' }],
  [['note 002', 'any errors'], { kind: 'check', note: '002' }],
  [['note 002', 'is he bullish'], views({ notes: ['002'] })],
  [['where do the notes disagree', 'so which one'], { kind: 'conflicts' }],
  [['what can you do', 'such as?'], { kind: 'help' }],
  [['should i buy small caps', 'just tell me'], { kind: 'refusal', reason: 'advice' }],
  [['should i buy small caps', 'whats the split'], views()],
  [['any views on buybacks', 'nobody?'], { kind: 'not-known', what: 'topic', word: 'buybacks' }],
  [['cut 50', 'should i buy small caps', '75?'], cut(75)],
  // who and what is to be left out is never shown alone
  [['everyone but goldman'], views({ withoutWho: ['Goldman Sachs'] })],
  [['all but the tariff views'], views({ withoutTopics: ['tariffs'] })],
  [['bulls ex bofa'], views({ stances: ['bullish'], withoutWho: ['Bank of America'] })],
  [['bulls without the yahoo note'], views({ stances: ['bullish'], withoutNotes: ['004'] })],
  [['take tom lee out of the bulls'], views({ stances: ['bullish'], withoutWho: ['Tom Lee'] })],
  [['views on earnings but not from jefferies'], views({ topics: ['earnings'], withoutWho: ['Jefferies'] })],
  [
    ['show the bearish ones', 'except kostin and tunkel', 'only on earnings'],
    views({ stances: ['bearish'], topics: ['earnings'], withoutWho: ['David Kostin', 'Irene Tunkel'] }),
  ],
  [
    ['who is bearish', 'not the ones talking about recession'],
    views({ stances: ['bearish'], withoutTopics: ['economy'] }),
  ],
  // of the notes of a year
  [
    ['anyone from wells fargo', 'what did they say in 2024'],
    views({ who: ['Wells Fargo Investment Research'], notes: ['002', '000'] }),
  ],
  [['who is bullish', 'only the ones from 2025'], views({ stances: ['bullish'], notes: ['003', '004', '001'] })],
  [['best argument for small caps in the notes', 'and the best against'], views({ stances: ['bearish'] })],
  [['whos against small caps', 'n for'], views({ stances: ['bullish'] })],
  [['three reasons smalls could lag'], views({ risks: true, most: 3 })],
  [['has anyone been right so far'], views({ proved: 'right' })],
  [['what does the paper by the ai say'], { kind: 'notes', note: '003' }],
  [['what does kostin say', 'is that still fresh or stale'], views({ who: ['David Kostin'], expired: true })],
  [['what does calvasina say', 'has that 12m window closed now'], views({ who: ['Lori Calvasina'], expired: true })],
  [['who is bullish', 'which of these are more than a year old'], views({ stances: ['bullish'], expired: true })],
  [['who is actualy bearish, names pls'], views({ stances: ['bearish'] })],
  [['bears, one line each'], views({ stances: ['bearish'] })],
  [['bears in 3 lines'], views({ stances: ['bearish'], most: 3 })],
  // a side that is denied is the other one
  [['who doesn’t like small caps'], views({ stances: ['bearish'] })],
  [['cut 50', 'who does not like this'], views({ stances: ['bearish'] })],
  [['who isnt worried about small caps'], views({ stances: ['bullish'] })],
  [['who favours smalls'], views({ stances: ['bullish'] })],
  [['who doesnt take sides'], views({ stances: ['neutral'] })],
  // who is not meant, and who is
  [['what does tunkel say', 'not tunkel, calvasina'], views({ who: ['Lori Calvasina'] })],
  [['what does tunkel say', 'replace tunkel with calvasina'], views({ who: ['Lori Calvasina'] })],
  [['what does tunkel say', 'calvasina instead of tunkel'], views({ who: ['Lori Calvasina'] })],
  [['ms calvasina'], views({ who: ['Lori Calvasina'] })],
  [['what does ms say'], views({ who: ['Morgan Stanley'] })],
  [['views', 'leave only goldman'], views({ who: ['Goldman Sachs'] })],
  [['only goldman', 'not just goldman'], views()],
  [['only goldman', 'not only them'], views()],
  // narrowed, the side kept
  ...[
    'limit it to tariffs',
    'filter by tariffs',
    'narrow it to tariffs',
    'the ones about tariffs',
    'tariff related',
  ].map((typed) => [['who is bullish', typed], views({ stances: ['bullish'], topics: ['tariffs'] })] as const),
  [['who are the naysayers'], views({ stances: ['bearish'] })],
  [['who is bullish', 'next batch'], views({ stances: ['bullish'], page: 2 })],
  [['any red flags'], views({ risks: true })],
  ...['who made a bad call', 'who turned out wrong', 'whose call failed', 'wrong calls'].map(
    (typed) => [[typed], views({ proved: 'wrong' })] as const,
  ),
  [['who called it right'], views({ proved: 'right' })],
  [['views on deal making'], views({ topics: ['mergers'] })],
  [['wellsfargo'], views({ who: ['Wells Fargo Investment Research'] })],
  // those on the other side of somebody, or on the same
  [['who disagrees with wilson'], views({ stances: ['bearish'] })],
  [['who else thinks like lee'], views({ stances: ['bullish'] })],
  [['who is bullish', 'who sees it differently'], views({ stances: ['bearish'] })],
  [['who is bullish', 'who says otherwise'], views({ stances: ['bearish'] })],
  // people and firms by any of their names
  [['what does tom lee think'], views({ who: ['Tom Lee'] })],
  [['calvasina on tariffs'], views({ who: ['Lori Calvasina'], topics: ['tariffs'] })],
  [['is kostin bullish?'], views({ who: ['David Kostin'] })],
  [['what do goldman and rbc say'], views({ who: ['Goldman Sachs', 'RBC Capital Markets'] })],
  [['what does kolonovic think'], views({ who: ['Marko Kolanovic'] })],
  [['what does kostin say'], views({ who: ['David Kostin'] })],
  [['UBS Group view?'], views({ who: ['UBS'] })],
  [['goldman'], views({ who: ['Goldman Sachs'] })],
  [['calvazina on rate cuts'], views({ who: ['Lori Calvasina'], topics: ['rates'] })],
  [['kostin and wilson on rates'], views({ who: ['David Kostin', 'Michael Wilson'], topics: ['rates'] })],
  [['is lee bullish'], views({ who: ['Tom Lee'] })],
  [['bullish views of tunkel'], views({ stances: ['bullish'], who: ['Irene Tunkel'] })],
  [['update: hackett turned bearish. what is his stance?'], views({ who: ['Mark Hackett'] })],
  [['kostin long or short term guy on smalls'], views({ who: ['David Kostin'] })],
  [
    ['what is the Wells Fargo person final stand', 'Is this latest or old'],
    { kind: 'source', of: views({ who: ['Wells Fargo Investment Research'] }) },
  ],
  [['who was it said cuts alone wont do it'], views({ claims: ['004-calvasina-cuts-not-enough'] })],
  [
    ['who was it said cuts are a mixed blessing', 'when'],
    { kind: 'source', of: views({ claims: ['004-calvasina-mixed-blessing'] }) },
  ],
  [['anything about inflows'], views({ claims: ['000-lee-inflows', '002-inflows-to-large'] })],
  [['anything on tariffs'], views({ topics: ['tariffs'] })],
  // sides
  [['bearish views'], views({ stances: ['bearish'] })],
  [['who is optimistic'], views({ stances: ['bullish'] })],
  [['anyone on the fence?'], views({ stances: ['mixed'] })],
  [['who is wary of the trade'], views({ stances: ['bearish'] })],
  [['who likes small caps'], views({ stances: ['bullish'] })],
  [['bears on valuation'], views({ stances: ['bearish'], topics: ['valuation'] })],
  [['bulls in note 001'], views({ stances: ['bullish'], notes: ['001'] })],
  [['what does the street think'], views()],
  [['lay out both sides'], views()],
  [['bull and bear case'], views()],
  [['views on tariffs, not just bears'], views({ topics: ['tariffs'] })],
  [['anyone bearish?'], views({ stances: ['bearish'] })],
  [['who thinks the rally fades'], views({ stances: ['bearish'] })],
  [['who expects small caps to outperform'], views({ stances: ['bullish'] })],
  [['who on record is wary of small'], views({ stances: ['bearish'] })],
  [['anybody lukewarm on small caps?'], views({ stances: ['bearish'] })],
  [['which strategists are warming to small caps'], views({ stances: ['bullish'] })],
  [['what conditions do the bears attach'], views({ stances: ['bearish'], needs: 'anything' })],
  [['who thinks mega caps keep leading'], views({ stances: ['bearish', 'mixed'], topics: ['technology'] })],
  [['anyone claiming large caps stay on top'], views({ stances: ['bearish', 'mixed'] })],
  [['who sits on the fence'], views({ stances: ['mixed'] })],
  [['both sides please'], views()],
  [['what is the street saying'], views()],
  [['bearish views on tariffs from note 001'], views({ stances: ['bearish'], topics: ['tariffs'], notes: ['001'] })],
  // topics, conditions, horizons, risks, what is over
  [['whose call needs a soft landing'], views({ needs: 'soft landing' })],
  [['which views come with conditions'], views({ needs: 'anything' })],
  [['which calls depend on lower rates'], views({ needs: 'falling rates' })],
  [['long term views'], views({ horizon: 'long term' })],
  [['who has a view for the next few months'], views({ horizon: 'near term' })],
  [['what do they say about tariffs'], views({ topics: ['tariffs'] })],
  [['views on the dollar'], views({ topics: ['dollar'] })],
  [['what about stockholm'], views({ topics: ['Sweden'] })],
  [['what are the risks'], views({ risks: true })],
  [['tariffs?'], views({ topics: ['tariffs'] })],
  [['anything on breadth'], views({ topics: ['breadth'] })],
  [['who mentions quality'], views({ topics: ['quality'] })],
  [['who needs a soft landing'], views({ needs: 'soft landing' })],
  [['whose call hinges on no recession'], views({ needs: 'no recession' })],
  [['views over the next 10 years'], views({ horizon: 'long term' })],
  [['12 month views'], views({ horizon: 'about a year' })],
  [['what could go wrong'], views({ risks: true })],
  [['only expired calls'], views({ expired: true })],
  [['who was proved right'], views({ proved: 'right' })],
  [['what do they say about liquidity'], views({ claims: ['003-west-liquidity-risk'] })],
  [['quote me the animal spirits line'], views({ claims: ['001-animal-spirits', '001-desanctis-mergers'] })],
  [['"double rise", who coined that'], views({ claims: ['001-bofa-double-rise'] })],
  // a list, its items, less of it
  [['who is bearish', 'second one in detail mate'], views({ who: ['Doug Beath'] })],
  [['who is bullish', 'shorter pls'], views({ stances: ['bullish'], most: 3 })],
  [['who is bullish', 'just five of them'], views({ stances: ['bullish'], most: 5 })],
  [['which notes do you have', 'open the last'], { kind: 'notes', note: '002' }],
  [
    ['where do the notes butt heads', 'the second one'],
    { kind: 'conflicts', conflicts: ['conflict-forward-discount'] },
  ],
  [['ms take?', 'gs', 'both of those side by side'], views({ who: ['Morgan Stanley', 'Goldman Sachs'] })],
  [['ms take?', 'chuck ubs in too'], views({ who: ['Morgan Stanley', 'UBS'] })],
  [['bullish views', 'more'], views({ stances: ['bullish'], page: 2 })],
  [['bullish views', 'more', 'more'], views({ stances: ['bullish'], page: 3 })],
  [['bullish views', 'page 4'], views({ stances: ['bullish'], page: 4 })],
  // one thing in the place of another
  [['bullish views', 'and the other side?'], views({ stances: ['bearish'] })],
  [['bearish views on tariffs', 'who disagrees'], views({ stances: ['bullish'], topics: ['tariffs'] })],
  [
    ['what does tom lee think', 'and on inflation, what does he say'],
    views({ who: ['Tom Lee'], topics: ['inflation'] }),
  ],
  [['what does tom lee think', 'which firm?'], views({ who: ['Tom Lee'] })],
  [['what does tom lee think', 'how does calvasina differ from him'], views({ who: ['Tom Lee', 'Lori Calvasina'] })],
  [['who needs a soft landing', 'and the no recession crowd?'], views({ needs: 'no recession' })],
  [["what's J's long run view", 'short run?'], views({ who: ['J'], horizon: 'near term' })],
  [
    ['calvasina', 'under what condition would she change her mind?'],
    views({ who: ['Lori Calvasina'], needs: 'anything' }),
  ],
  [['kostin', 'has it run out?'], views({ who: ['David Kostin'], expired: true })],
  [['desanctis', 'on deals specifically'], views({ who: ['Steven DeSanctis'], topics: ['mergers'] })],
  [['calvasina', 'does anybody in the five pieces hold the opposite?'], views({ stances: ['bullish'] })],
  [['who is bullish', 'the other way'], views({ stances: ['bearish'] })],
  [['lee and wilson side by side', 'add ubs', 'drop lee'], views({ who: ['Michael Wilson', 'UBS'] })],
  [['who is bullish', 'first one', 'back to all'], views({ stances: ['bullish'] })],
  [['what would make calvasina bullish'], views({ who: ['Lori Calvasina'], needs: 'anything' })],
  [['who reckons smalls are too dear', 'only the AI one'], views({ topics: ['valuation'], notes: ['003'] })],
  [['bull case in 3 lines'], views({ stances: ['bullish'], most: 3 })],
  [["who's neither bull nor bear"], views({ stances: ['mixed', 'neutral'] })],
  [
    ['opinions on valuations but not the bulls'],
    views({ stances: ['bearish', 'mixed', 'neutral'], topics: ['valuation'] }),
  ],
  [['bearish views on tariffs', 'drop the tariffs bit'], views({ stances: ['bearish'] })],
  [['bearish views on tariffs', 'all sides'], views({ topics: ['tariffs'] })],
  [['who is bearish', 'on tariffs only', 'take me back to the bears'], views({ stances: ['bearish'] })],
  [['beath', 'just his negative stuff'], views({ who: ['Doug Beath'], stances: ['bearish'] })],
  [
    ['beath', 'just his negative stuff', 'anybody else in that camp', 'on tariffs only'],
    views({ stances: ['bearish'], topics: ['tariffs'] }),
  ],
  [['goldman', 'and bofa on the long run?'], views({ who: ['Bank of America'], horizon: 'long term' })],
  [['who was proved right', 'and who got burned'], views({ proved: 'wrong' })],
  [['what could go wrong', 'keep it to three'], views({ risks: true, most: 3 })],
  [
    ['stevenson', 'and jefferies', 'which of the two talks about earnings'],
    views({ who: ['Tom Stevenson', 'Jefferies'], topics: ['earnings'] }),
  ],
  [['who is bullish', 'clear all that, everyone’s take'], views()],
  // going on
  [['who is bullish', 'and the bears?'], views({ stances: ['bearish'] })],
  [['who is bullish', 'who disagrees'], views({ stances: ['bearish'] })],
  [['bullish views on tariffs', 'and the bears?'], views({ stances: ['bearish'], topics: ['tariffs'] })],
  [['what does calvasina say', 'and on tariffs?'], views({ who: ['Lori Calvasina'], topics: ['tariffs'] })],
  [['views on rates', 'same for wilson'], views({ who: ['Michael Wilson'], topics: ['rates'] })],
  [['calvasina', 'which firm?'], views({ who: ['Lori Calvasina'] })],
  [['kostin', 'how does he compare with wilson'], views({ who: ['David Kostin', 'Michael Wilson'] })],
  [['tunkel', 'anybody of the opposite view?'], views({ stances: ['bullish'] })],
  [['desanctis', 'who is against him'], views({ stances: ['bearish'] })],
  [['desanctis', 'who sides with him'], views({ stances: ['bullish'] })],
  [['calvasina', 'anyone in that article disagree?'], views({ stances: ['bullish'], notes: ['004'] })],
  [['calvasina', 'any bulls in the same piece?', 'her bank?'], views({ who: ['Mark Hackett'] })],
  [['casper', 'his house?'], views({ who: ['Michael Casper'] })],
  [['casper', 'does he turn up in other notes'], views({ who: ['Michael Casper'] })],
  [['casper', 'has he had a change of heart?'], views({ who: ['Michael Casper'] })],
  [['desanctis', 'is she the only one'], views({ stances: ['bullish'] })],
  [['casper', 'do others share it'], views({ stances: ['bullish'] })],
  [['casper', 'who would quarrel with that'], views({ stances: ['bearish'] })],
  [['casper', 'which camp is he in'], views({ who: ['Michael Casper'] })],
  [['casper', 'verbatim please'], views({ who: ['Michael Casper'] })],
  [['bears', 'which of these mention tariffs'], views({ stances: ['bearish'], topics: ['tariffs'] })],
  [['views', 'next page'], views({ page: 2 })],
  [['views', 'more', 'page 1'], views({ page: 1 })],
  [['who is bullish', 'long term only'], views({ stances: ['bullish'], horizon: 'long term' })],
];

describe('who says what', () => {
  it.each([
    [['wilson', 'tunkel', 'anything negative from her'], { who: ['Irene Tunkel'], stances: ['bearish'] }],
    [['anything negative from tunkel', 'who else is on that side'], { stances: ['bearish'] }],
    [['who is bearish', 'just the tariff ones'], { stances: ['bearish'], topics: ['tariffs'] }],
    [['BofA take on small vs mag7'], { who: ['Bank of America'] }],
    [['wilson on small caps vs the mag 7'], { who: ['Michael Wilson'] }],
    [['list the fence sitters'], { stances: ['mixed'] }],
    [['list the undecided'], { stances: ['mixed'] }],
    [['whose calls only work w no recession'], { needs: 'no recession' }],
  ])('%j', (texts, filters) => {
    expect(lastOf(...texts)).toEqual(views(filters));
  });

  it.each(READ)('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });
});

describe('what is not about views', () => {
  it.each([
    [['pretend the fed cuts 50'], cut(50)],
    [['powell cuts 50'], cut(50)],
    [['the fed cuts 25'], cut(25)],
    [['cut 50', 'is that after tax'], { kind: 'method', aspect: 'tax', of: cut(50) }],
    [['do the authors disagree'], { kind: 'conflicts' }],
    [['fidelity note'], { kind: 'notes', note: '002' }],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['wilson will join at 3'],
    ["let's ask lee about the offsite"],
    ['net income positive?'],
    ['what did cash yield last year in germany'],
    ['i disagree'],
    ['was the ratio 0.6 in 2020'],
    ['how much floats'],
  ])('%s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('views');
  });

  it('offers a view and a move where somebody is named beside a size', () => {
    const turn = lastTurn('goldman says 50bp, what does it do?');
    const offered =
      turn.kind === 'unclear' && turn.reason === 'which' ? turn.readings.map(({ question }) => question) : [];
    expect(offered).toEqual(expect.arrayContaining([cut(50), views({ who: ['Goldman Sachs'] })]));
  });

  it('offers a topic that is a word of the model too', () => {
    expect(lastTurn('valuation')).toMatchObject({ reason: 'which', readings: [{ name: 'Views on valuation' }] });
  });
});

describe('people that no note knows', () => {
  it.each([
    ['what does cathie wood think', 'cathie wood'],
    ['blackrock view', 'blackrock'],
    ["buffett's stance?", 'buffett'],
    ['does Nora Quist have an opinion', 'Nora Quist'],
    ['does smith like small caps', 'smith'],
    ['Lee Cooperman view', 'Lee Cooperman'],
    ['any comment from Jeremy Siegel', 'Jeremy Siegel'],
  ])('%s', (text, words) => {
    expect(lastTurn(text)).toMatchObject({ kind: 'unclear', reason: 'not-in-notes', words });
  });

  it('goes on from the person asked about before', () => {
    expect(contextOf('kostin', 'what does cathie wood think')?.views).toEqual(views({ who: ['David Kostin'] }));
  });
});
