import { describe, expect, it } from 'vitest';
import { choiceButtons, isUnclearBrief, parseBriefChoice } from '../../src/brief/index.ts';
import { NOTES } from '../../src/notes/index.ts';
import { readOverheard } from '../../src/reading/index.ts';
import { lastTurn, turnOf } from '../reading/asked-turns.ts';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'];
const EVERY_DAY = [...WEEK, 'sat', 'sun'];
const [NY, CHICAGO, LONDON] = ['America/New_York', 'America/Chicago', 'Europe/London'];
const effect = (does: string, rest: object = {}) => ({ kind: 'brief', do: does, ...rest });
const clock = (time: string, zone: string, days = WEEK, rest: object = {}) =>
  effect('schedule', { timing: { kind: 'clock', days, time, zone, ...rest } });
const once = (day: number, time: string, zone: string) =>
  clock(time, zone, EVERY_DAY, { on: { kind: 'once', on: { month: 12, day } } });
const ofMonth = (which: string, time: string) => clock(time, LONDON, EVERY_DAY, { on: { kind: 'month', which } });
const crossing = (of: object) => effect('schedule', { timing: { kind: 'crossing', of } });
const above = (side: string, level: number) => crossing({ kind: 'ratio', side, level });
const until = (month: number, day: number, rest: object = {}) => effect('pause', { until: { month, day }, ...rest });
const skip = (on: object, rest: object = {}) => effect('skip', { on, ...rest });

const SAID = 'brief weekdays 7am london';
const IT = { of: { time: '07:00', zone: LONDON } };
const SINGLE = 'once only brief, thu 10 dec, 6.15 ny';
const SINGLE_IT = { of: { time: '06:15', zone: NY } };
const change = (rest: object, of: object = IT) => effect('change', { ...rest, ...of });

describe('a brief in everyday words', () => {
  it.each<readonly [readonly string[], object]>([
    [['brief every weekday but friday at 7 ny'], clock('07:00', NY, ['mon', 'tue', 'wed', 'thu'])],
    [['brief us every day but sunday at 8 ny'], clock('08:00', NY, [...WEEK, 'sat'])],
    [[SAID, 'every weekday but friday'], change({ days: ['mon', 'tue', 'wed', 'thu'] })],
    [[SAID, 'brief to 8 pls'], change({ time: '08:00' })],
    [['brief to 8 pls'], effect('change', { time: '08:00' })],
    [[SAID, 'list what i hv'], effect('list')],
    [[SAID, 'who is bearish', 'make it 8'], change({ time: '08:00' })],
    [[SAID, 'who is bearish', 'can it come half an hour earlier'], change({ laterBy: -30 })],
    [[SAID, 'not fri'], change({ without: ['fri'] })],
    [[SAID, 'n sat'], change({ also: ['sat'] })],
    [[SAID, 'frm 7 dec pls'], until(12, 7, IT)],
    [[SAID, 'nyse days only'], change({ days: WEEK, onClosed: 'skip' })],
    [[SAID, 'too early do 8'], change({ time: '08:00' })],
    [[SAID, 'i shall be away, nothing before 11 january please'], until(1, 11, IT)],
    [[SAID, 'on reflection it is no longer needed at all'], effect('remove', IT)],
    [[SAID, 'whats in it normally'], effect('preview')],
    [[SAID, 'off til 4 jan', 'no 5th'], until(1, 5, IT)],
    [[SAID, 'off til 4 jan', 'scrap tht, brief back on'], effect('resume', IT)],
    [[SAID, 'pause it til monday', 'on second thoughts keep it coming'], effect('resume', IT)],
    [[SAID, 'pause it until 14 december', 'i come back earlier, from the 9th again'], until(12, 9, IT)],
    [['is my brief on', 'pause it til after xmas'], until(12, 26)],
    [['stick the morning thing on ice till 11 jan, skiing'], until(1, 11)],
    [['brief on ice til 4 jan pls'], until(1, 4)],
    [['put me down for the morning thing, 6:50 london'], clock('06:50', LONDON)],
    [['put us down for the brief weekdays 8am london'], clock('08:00', LONDON)],
    [['take me off the brief'], effect('remove')],
    [['pls bin the morning msg'], effect('remove')],
    [['whos on the brief list'], effect('list')],
    [['is the brief late today'], effect('history')],
    [['shelve the morning note til jan 11'], until(1, 11)],
    [['just once, 10 dec 6.15 ny, day after fomc, brief pls'], once(10, '06:15', NY)],
    [['brief 11 dec 7.15 london, the day after the fed meeting'], once(11, '07:15', LONDON)],
    [['brief on the first trading day of each mth, 8 sharp, london'], ofMonth('first', '08:00')],
    [['morning brief last trading day of every mth 8 on the dot london'], ofMonth('last', '08:00')],
    [['how wd the brief look if it went today'], effect('preview')],
    [['how would the brief look'], effect('preview')],
    [['how would it look if you sent the brief now'], effect('preview')],
    [['set me up w the morning thing 7:45 weekdays london, 25 cut in it'], clock('07:45', LONDON)],
    [['brief weekdays 7.30 london with a 50 hike in it'], clock('07:30', LONDON)],
    [['brief weekdays 8am london incl a 100bp cut'], clock('08:00', LONDON)],
    [['not this friday im out'], skip({ weekday: 'fri' })],
    [['not tomorrow im off'], skip({ inDays: 1 })],
    [[SAID, 'not this friday, ill be away'], skip({ weekday: 'fri' }, IT)],
    [['which ones have i got running'], effect('list')],
    [['what have i got running'], effect('list')],
    [['how many have we got going'], effect('list')],
    [[SAID, 'not the 24th, nobody in', 'sat too pls'], change({ also: ['sat'] })],
    [[SAID, 'not this thu', 'fri as well'], skip({ weekday: 'fri' }, IT)],
    [['is my brief on', 'which reports do i have now'], effect('list')],
  ])('%j goes on from the brief', (texts, read) => {
    expect(lastTurn(...texts)).toEqual(read);
  });

  it.each([
    ['hike 25', 'not fri'],
    ['cut 25', 'nothing before march'],
    ['who is bullish', 'no longer needed'],
  ])('%s, then %s: of no brief', (...texts) => {
    expect(lastTurn(...texts).kind).not.toBe('brief');
  });

  it('asks which is meant where one of a day is killed', () => {
    expect(lastTurn(SAID, 'kill the friday one')).toMatchObject({ reason: 'brief-which', words: 'the friday one' });
  });

  it.each<readonly [string, object]>([
    ['only the one time pls, weds 16 dec at 6.45 frankfurt', once(16, '06:45', 'Europe/Berlin')],
    ['one brief, fri the 11th of december, ten past eight chicago', once(11, '08:10', CHICAGO)],
    ['desk brief m-f twenty to 8 zurich', clock('07:40', 'Europe/Zurich')],
    ['brief the desk each working day @ 0640 ny', clock('06:40', NY)],
    ['could the brief land by half six every tue n thu, paris time', clock('06:30', 'Europe/Paris', ['tue', 'thu'])],
    ['fridays at 4 in the afternoon new york, brief', clock('16:00', NY, ['fri'])],
    ['brief every weekday morning at 5 new york', clock('05:00', NY)],
    ['brief weekdays 0430 london', clock('04:30', LONDON)],
    ['brief for the rates desk at 7 ny', clock('07:00', NY)],
    ['set up a brief for our credit guys mon 8am ny', clock('08:00', NY, ['mon'])],
    ['brief for the rates desk', effect('form')],
    ['gonny bin the 8am brief the morra', skip({ inDays: 1 }, { of: { time: '08:00' } })],
    ['is my brief on', effect('list')],
    ['can u send me smth every morning 7.30 london', clock('07:30', LONDON, EVERY_DAY)],
    ['send me sth daily 6.45 ny', clock('06:45', NY, EVERY_DAY)],
    ['1 off brief thu 10 dec 6.50 ny', once(10, '06:50', NY)],
    ['mons brief go out?', effect('history')],
    ['i am in vacation, the morning report please not until 14 december', until(12, 14)],
    ['no brief before 4 january', until(1, 4)],
    ['brief no longer required', effect('remove')],
    ['off on pat leave, dont need the brief again til the 4th of jan', until(1, 4)],
    ['did yesterdays brief went out??', effect('history')],
    ['the brief should only go to <#C1|rates>', change({ channel: 'C1' }, {})],
    [
      'brief on the final trading day of every month, 3pm chicago',
      clock('15:00', CHICAGO, EVERY_DAY, { on: { kind: 'month', which: 'last' } }),
    ],
    [
      'brief 1st biz day of the month quarter past 9 ldn',
      clock('09:15', LONDON, EVERY_DAY, { on: { kind: 'month', which: 'first' } }),
    ],
    [
      'brief us the evening before each fomc, six pm ny',
      clock('18:00', NY, EVERY_DAY, { on: { kind: 'fed', day: 'before' } }),
    ],
    ['brief the day of the fed like noon ny', clock('12:00', NY, EVERY_DAY, { on: { kind: 'fed', day: 'same' } })],
    ['need the brief mondays only, qtr to nine hk', clock('08:45', 'Asia/Hong_Kong', ['mon'])],
    ['every other weds brief half 8 dublin', clock('08:30', 'Europe/Dublin', ['wed'], { on: { kind: 'second-week' } })],
    ['brief weekdays bar mon 7:05 madrid', clock('07:05', 'Europe/Madrid', WEEK.slice(1))],
    ['brief at six forty five for nyc, weekdays', clock('06:45', NY)],
    ['shout when r2k over s&p gets past .43', crossing({ kind: 'ratio', side: 'above', level: 0.43 })],
    ['could u buzz me once the ratio sinks below .37', crossing({ kind: 'ratio', side: 'below', level: 0.37 })],
    ['pls nudge us if russell makes a new high', crossing({ kind: 'record-close' })],
    ['give us a bell when the odds switch', crossing({ kind: 'odds-flip' })],
    ['off skiing til 11 jan, no need for the brief before then', until(1, 11)],
    ['im away til 14 dec so dont need the brief', until(12, 14)],
    ['stop the thursday brief till 7 jan', until(1, 7)],
    ['brief can rest until 4 jan', until(1, 4)],
    ['out of office until 21 dec, hold the brief', until(12, 21)],
    ['on holiday for a fortnight, pause briefs', effect('pause', { until: { inDays: 14 } })],
    ['paternity leave til 1 feb, brief not wanted before', until(2, 1)],
    ['just the once pls, thurs 10 dec 7.15 london', once(10, '07:15', LONDON)],
    ['single brief fri 4 dec 5 past 8 dublin', once(4, '08:05', 'Europe/Dublin')],
    ['brief for the desk pls weekdays qtr to 7 london', clock('06:45', LONDON)],
    ['brief every mon wed and fri 7 o clock sydney', clock('07:00', 'Australia/Sydney', ['mon', 'wed', 'fri'])],
    ['last biz day each month 4pm ny', clock('16:00', NY, EVERY_DAY, { on: { kind: 'month', which: 'last' } })],
    ['brief on fed eve 5pm ny', clock('17:00', NY, EVERY_DAY, { on: { kind: 'fed', day: 'before' } })],
    [
      'the day before the next decision like seven am',
      effect('schedule', {
        timing: { kind: 'clock', days: EVERY_DAY, time: '07:00', on: { kind: 'fed', day: 'before' } },
      }),
    ],
    ['flag it when small caps close at a record', crossing({ kind: 'record-close' })],
    ['annual leave till 21 dec, brief not needed before', until(12, 21)],
    ['kill the weds brief til 4 jan', until(1, 4)],
    ['brief off til new year', until(1, 1)],
    ['pause the brief til after new yrs', until(1, 2)],
    ['out til weds, brief on hold', effect('pause', { until: { weekday: 'wed' } })],
    ['skip thursdays brief im at a conf', skip({ weekday: 'thu' })],
    ['skip tomorrows note', skip({ inDays: 1 })],
    ['show me what the brief says before it goes', effect('preview')],
    ['did mondays go out??', effect('history')],
    ['todays one went or not?', effect('history')],
    ['skip the brief on new years eve', skip({ month: 12, day: 31 })],
    ['need a brief for the pms', effect('form')],
    ['no brief on mondays', effect('change', { without: ['mon'] })],
    ['brief weekdays at 7 ny, no brief on mondays', clock('07:00', NY, WEEK.slice(1))],
    ['did tuesdays brief get out', effect('history')],
    ['has this mornings one gone or not', effect('history')],
    ['did the 7.15 fire', effect('history', { of: { time: '07:15' } })],
  ])('%s', (typed, expected) => {
    expect(turnOf(typed)).toEqual(expected);
  });

  it.each<readonly [readonly string[], object]>([
    [['brief for the pms every weekday pls', 'ten to 7 singapore'], clock('06:50', 'Asia/Singapore')],
    [
      ['brief mondays and weds', '7.15'],
      effect('schedule', { timing: { kind: 'clock', days: ['mon', 'wed'], time: '07:15' } }),
    ],
    [['brief at 8am ist', 'dublin'], clock('08:00', 'Europe/Dublin')],
    [['just the once, brief on thurs 10 dec', '6.30 ny'], once(10, '06:30', NY)],
    [['need a brief for the desk', 'wkdays 7.10 central'], clock('07:10', CHICAGO)],
    [[SAID, 'hols til 4 jan, not wanted till then'], until(1, 4, IT)],
    [[SAID, 'pause it til 14 dec', 'back 7 dec now instead'], until(12, 7, IT)],
    [['pause the brief til 14 dec', 'nah begin again the 9th'], until(12, 9)],
    [['kill the brief', 'only til 4 jan i meant'], until(1, 4)],
    [[SAID, 'n lose the boxing day one'], skip({ month: 12, day: 26 }, IT)],
    [
      ['brief every thursday 7 london', 'skip the xmas wk one'],
      skip({ month: 12, day: 24 }, { of: { time: '07:00', zone: LONDON } }),
    ],
    [[SAID, 'leave out the 31st'], skip({ day: 31 }, IT)],
    [[SAID, 'dont bother xmas eve tho'], skip({ month: 12, day: 24 }, IT)],
    [[SAID, 'and not thurs'], change({ without: ['thu'] })],
    [[SAID, 'but no fris'], change({ without: ['fri'] })],
    [[SAID, 'take out tuesdays'], change({ without: ['tue'] })],
    [[SINGLE, 'rather the wednesday'], change({ recurrence: { kind: 'once', on: { month: 12, day: 9 } } }, SINGLE_IT)],
    [[SINGLE, 'ten past 7 rather'], change({ time: '07:10' }, SINGLE_IT)],
    [[SAID, 'hm lets go twenty past 6'], change({ time: '06:20' })],
    [[SAID, 'quarter of an hour sooner pls'], change({ laterBy: -15 })],
    [[SAID, 'zurich clock rather'], change({ zone: 'Europe/Zurich' })],
    [[SAID, 'go mon wed fri'], change({ days: ['mon', 'wed', 'fri'] })],
    [[SINGLE, 'make it the friday'], change({ recurrence: { kind: 'once', on: { month: 12, day: 11 } } }, SINGLE_IT)],
    [[SINGLE, 'make it the friday', 'quarter to 7 rather'], change({ time: '06:45' }, SINGLE_IT)],
    [
      [SINGLE, 'make it the friday', 'or thursday'],
      change({ recurrence: { kind: 'once', on: { month: 12, day: 10 } } }, SINGLE_IT),
    ],
    [
      [SAID, 'on pto til 14 dec, not required til then', 'start it 7 dec instead, trip got cut short'],
      until(12, 7, IT),
    ],
    [[SAID, 'every other week is enough'], change({ recurrence: { kind: 'second-week' } })],
    [[SAID, 'same again but tokyo 8am'], clock('08:00', 'Asia/Tokyo')],
    [[SAID, 'scrap it im out that wk'], effect('remove', IT)],
    [[SAID, 'where does it go'], effect('list')],
    [[SAID, 'whats set up now'], effect('list')],
    [[SAID, 'what do u put in it anyway'], effect('preview')],
    [['brief for the desk mondays', 'half 7', 'paris'], change({ zone: 'Europe/Paris' }, { of: { time: '07:30' } })],
    [['brief weekdays', 'london', '7.15'], clock('07:15', LONDON)],
    [[SAID, '9 ny wd be better actually'], change({ time: '09:00', zone: NY })],
    [[SAID, 'what have we got running'], effect('list')],
    [[SAID, 'who receives it'], effect('list')],
    [[SAID, 'which are live'], effect('list')],
    [[SAID, 'whats actually in there'], effect('preview')],
    [[SAID, 'did fridays turn up'], effect('history')],
    [[SAID, 'skip the xmas wk wednesday', 'did todays come?'], effect('history')],
    [[SAID, 'twenty past'], change({ time: '07:20' })],
    [[SAID, 'ten to please'], change({ time: '06:50' })],
    [[SAID, 'twenty past', 'make it quarter to'], change({ time: '06:45' }, { of: { time: '07:20', zone: LONDON } })],
    [[SAID, 'make it 5'], change({ time: '05:00' })],
    [['brief weekdays 4pm london', 'make it 3.30'], change({ time: '15:30' }, { of: { time: '16:00', zone: LONDON } })],
    [['brief weekdays at 4 london', 'pm'], clock('16:00', LONDON)],
    [['brief weekdays at 4 london', 'in the morning'], clock('04:00', LONDON)],
    [[SAID, 'start 8 dec instead'], until(12, 8, IT)],
    [[SAID, 'sorry begin only from mon 7 dec'], until(12, 7, IT)],
    [[SAID, 'nothing before 14 dec'], until(12, 14, IT)],
    [[SAID, 'skip the xmas wk wednesday'], skip({ month: 12, day: 23 }, IT)],
    [[SAID, 'from now on it only goes to <#C1|rates>'], change({ channel: 'C1' })],
    [['how far is the ratio from .45', 'tell me when it closes over that'], above('above', 0.45)],
    [['what takes the ratio to 0.6', 'ping us if it drops below there'], above('below', 0.6)],
    [[SAID, 'bin it, travelling that week'], effect('remove', IT)],
    [[SAID, 'pull it altogether'], effect('remove', IT)],
    [[SAID, 'u know what kill it'], effect('remove', IT)],
    [[SAID, 'how do i get rid of it, should it ever come to that'], effect('list')],
    [[SAID, 'and how can i cancel it altogether'], effect('list')],
    [[SAID, 'not on the 6th, office is closed'], skip({ day: 6 }, IT)],
    [['show me all you have got scheduled'], effect('list')],
    [['can i hav the morning thing at ten to 7 london, weekdays'], clock('06:50', LONDON)],
    [[SAID, 'lemme see what itll look like'], effect('preview')],
    [[SAID, 'skip the 22nd', 'has todays gone'], effect('history')],
    [[SAID, 'can we have it at 8 instead of 7'], change({ time: '08:00' }, { of: { time: '07:00' } })],
    [[SAID, 'make it 7.30 rather than 7'], change({ time: '07:30' }, { of: { time: '07:00' } })],
    [[SAID, 'instead of 7 make it 8'], change({ time: '08:00' }, { of: { time: '07:00' } })],
    [[SAID, 'a bit earlier, like 20 mins'], change({ laterBy: -20 })],
    [[SAID, 'pause it', 'til when is it paused'], effect('list')],
    [['any chance of a summary at 7 london, weekdays'], clock('07:00', LONDON)],
    [['can you stop posting here'], { kind: 'silence' }],
    [['ok list everything thats scheduled, all channels'], effect('list')],
    [['could the rates digest come to this channel weekdays 7.15 london before our ic'], clock('07:15', LONDON)],
    [['ping us when futures flip to another call'], crossing({ kind: 'odds-flip' })],
  ])('%j', (texts, expected) => {
    expect(lastTurn(...texts)).toEqual(expected);
  });

  it.each<readonly [readonly string[], object]>([
    [['brief for the pms every weekday pls'], { reason: 'brief-without-time', draft: { days: WEEK } }],
    [[SAID, 'im off next week, dont need it'], { reason: 'brief-until', words: 'next week' }],
    [[SAID, 'skip the xmas wk one'], { reason: 'brief-until' }],
    [[SAID, 'office is shut 23 dec - 2 jan, hold it till the 5th'], { reason: 'brief-apart' }],
    [[SAID, 'quiet from 24 dec until 4 jan please'], { reason: 'brief-apart' }],
    [[SAID, 'pause it from monday'], { reason: 'brief-apart' }],
    [[SAID, 'kill it completely after xmas'], { reason: 'brief-last' }],
    [[SAID, 'until xmas only'], { reason: 'brief-last' }],
    [['stop the brief from 24 dec'], { reason: 'brief-last' }],
    [[SAID, 'who is bearish', 'kill it'], { reason: 'brief-end' }],
    [[SAID, 'not over xmas, start again on the 5th'], { reason: 'brief-apart' }],
    [[SAID, 'and im on hols 21 dec til 4 jan so pause'], { reason: 'brief-apart' }],
    [[SAID, 'on leave 21-31 dec'], { reason: 'brief-apart' }],
    [[SAID, 'does it come on thanksgiving type days'], { reason: 'brief-closed' }],
    [[SAID, 'will it be sent on christmas day'], { reason: 'brief-closed' }],
    [[SAID, "we don't need it"], { reason: 'brief-end' }],
    [[SAID, 'changed my mind'], { reason: 'brief-end' }],
    [[SAID, 'pause it', "we don't need it"], { reason: 'not-a-brief' }],
    [['scrap the monday one, nobody reads it'], { reason: 'brief-which' }],
    [['kill the 8am in #rates-chat, no one looks at it'], { reason: 'brief-channel' }],
    [['brief weekdays', 'london'], { reason: 'brief-without-time', draft: { days: WEEK, zone: LONDON } }],
    [[SAID, 'no wait monthly, 2nd biz day'], { reason: 'brief-days', words: '2nd biz day' }],
    [['brief weekdays 7.30 london with a 75 cut in it'], { reason: 'brief-moves' }],
    [['no brief over easter'], { reason: 'not-a-brief' }],
    [['ping us when the ratio gets going'], { reason: 'brief-trigger' }],
    [['what is the ratio', 'tell me when it closes over that'], { reason: 'brief-trigger' }],
    [['from now on our brief only goes to #rates'], { reason: 'brief-channel', words: '#rates' }],
    [['brief at 4 ny'], { reason: 'brief-half', words: '4', wanted: clock('04:00', NY) }],
    [['brief weekdays ten past four london'], { reason: 'brief-half', words: 'ten past four' }],
    [[SAID, 'make it 2'], { reason: 'brief-half', wanted: change({ time: '02:00' }) }],
  ])('%j is asked back', (texts, unclear) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'unclear', ...unclear });
  });
});

describe('the same words about something else', () => {
  it.each<readonly [readonly string[]]>([
    [['annual leave till 21 dec']],
    [['not this friday']],
    [['what have i got on today']],
    [['brief on the day after the fomc at 7']],
    [['in a brief look, what did the fed do']],
    [['on pto til 14 dec, not required til then']],
    [['dinner just the once, thurs 10 dec 7.15 london']],
    [['table for 4 thurs 10 dec 7.15 london']],
    [['call with the desk weekdays qtr to 7 london']],
    [['did mondays meeting go ahead']],
    [[SAID, 'lunch quarter to 7 rather']],
    [[SAID, 'its ten to one that they cut']],
    [[SAID, 'from monday make it 8']],
    [['does the brief go to <#C1|rates>']],
    [['what is the ratio', 'what if it goes over that']],
    [['brief on rates at 7']],
    [[SAID, 'the xmas party is on 18 dec']],
    [[SAID, 'my flight lands 7.15 london']],
    [[SAID, 'who gets hurt by a cut']],
    [[SAID, 'whats in note 002']],
    [[SAID, 'see you thursday then']],
    [[SAID, 'hols 21 dec to 4 jan']],
    [[SAID, 'skip it on the 24th and 25th']],
    [[SAID, 'is the exchange open xmas eve']],
    [[SAID, 'pause the recording until 4 jan']],
    [[SAID, 'kill the lights']],
    [[SAID, 'drop bob a line friday']],
    [['did you go out friday']],
    [['fed day before 7am']],
    [['list all scheduled fed meetings']],
    [['we are shut 23 dec - 2 jan']],
    [['how do i get rid of the hedge']],
    [[SAID, 'did they pause that time']],
    [[SAID, 'cut 50', 'forget it']],
  ])('%j', (texts) => {
    const turn = lastTurn(...texts);
    expect(turn.kind).not.toBe('brief');
    if (turn.kind === 'unclear') expect(turn.reason).not.toMatch(/brief/);
  });

  it.each([
    'just the once pls, thurs 10 dec 7.15 london',
    'only the one time pls, weds 16 dec at 6.45 frankfurt',
    'annual leave till 21 dec',
    'not this friday im out',
    'what have i got running',
    'did mondays go out??',
    'briefing with legal thurs 7.15 london',
  ])('%s among people is left alone', (typed) => {
    expect(readOverheard(typed, undefined, NOTES, {})).toBeUndefined();
  });
});

/** What would be done falsely were a word of it not read: a day off becomes the only day, a pause is of the Fed. */
describe('an order that says the opposite of its parts', () => {
  const SET = 'brief every weekday at 7:30 London time';
  const OF = { of: { time: '07:30', zone: LONDON } };
  const PAUSED = [SET, 'pause it until 4 January'];
  it.each<readonly [readonly string[], object]>([
    ...['tomorrow off', 'no need for it tomorrow', 'give tomorrow a miss', "don't send it tomorrow"].map(
      (words) => [[SET, words], skip({ inDays: 1 }, OF)] as const,
    ),
    ...['this friday off', 'no need this friday', "drop this friday's", 'only not this friday'].map(
      (words) => [[SET, words], skip({ weekday: 'fri' }, OF)] as const,
    ),
    ...['never on fridays', 'all but fridays', 'no need on fridays', 'take fridays off', 'fridays are out'].map(
      (words) => [[SET, words], change({ without: ['fri'] }, OF)] as const,
    ),
    ...['cancel the next one', 'just drop the next one', 'hold the next one', 'get rid of the next one'].map(
      (words) => [[SET, words], effect('skip', OF)] as const,
    ),
    ...['stop it temporarily', 'stop it for now', 'drop it for now', 'put it on pause', 'take a pause'].map(
      (words) => [[SET, words], effect('pause', OF)] as const,
    ),
    ...['end the pause', 'no pause', 'forget about the pause', 'take the pause off'].map(
      (words) => [[...PAUSED, words], effect('resume', OF)] as const,
    ),
    [[SET, 'pull it forward half an hour'], change({ laterBy: -30 }, OF)],
    [[SET, 'put it back half an hour'], change({ laterBy: 30 }, OF)],
    [[SET, 'send the brief at 8:15 instead'], change({ time: '08:15' }, OF)],
    [[SET, '8 15'], change({ time: '08:15' }, OF)],
    [[SET, 'not london, new york'], change({ zone: NY }, OF)],
    [[SET, 'new york rather than london'], change({ zone: NY }, OF)],
    [[SET, 'every weekday but friday'], change({ days: WEEK.slice(0, 4) }, OF)],
    [[SET, 'including saturdays'], change({ also: ['sat'] }, OF)],
    [[SET, 'once a week on monday'], change({ days: ['mon'] }, OF)],
    [['put the brief on pause'], effect('pause')],
    [['end the pause'], effect('resume')],
    [['the brief can go'], effect('remove')],
    [['skip the next brief'], effect('skip')],
    [['have the brief at 8:15 from now on'], effect('change', { time: '08:15' })],
  ])('%j', (texts, expected) => {
    expect(lastTurn(...texts)).toEqual(expected);
  });

  it.each([
    "i'm off tomorrow",
    "i don't work fridays",
    'tomorrow is a holiday',
    'delay it until monday',
    'ok tomorrow',
  ])('%s changes nothing behind a brief', (words) => {
    expect(lastTurn(SET, words).kind).toBe('unclear');
  });

  it.each([
    [SET, 'see you tomorrow'],
    [SET, 'have a nice weekend'],
    [SET, 'i was out monday and tuesday'],
    [SET, 'i get in at 8'],
    ["let's take a break"],
    ['cut 50', 'end the pause'],
    ['cut 50', 'take a pause'],
    ['tomorrow off'],
  ])('%j is of no brief', (...texts) => {
    expect(lastTurn(...texts).kind).not.toBe('brief');
  });
});

describe('the half of the day', () => {
  it('is chosen by a click on the morning or the afternoon', () => {
    const asked = lastTurn('brief at 4 ny');
    if (asked.kind !== 'unclear' || !isUnclearBrief(asked)) throw new Error('it was not asked');
    expect(choiceButtons(asked).map(({ text: { text } }) => text)).toEqual(['04:00', '16:00']);
    expect(choiceButtons(asked).map(({ value = '' }) => parseBriefChoice(value))).toEqual([
      clock('04:00', NY),
      clock('16:00', NY),
    ]);
  });
});
