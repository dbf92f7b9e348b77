import { describe, expect, it } from 'vitest';
import { NOTES } from '../../src/notes/index.ts';
import { readOverheard } from '../../src/reading/index.ts';
import { lastTurn, turnOf } from '../reading/asked-turns.ts';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'];
const EVERY_DAY = [...WEEK, 'sat', 'sun'];
const ET = 'America/New_York';
const effect = (does: string, rest: object = {}) => ({ kind: 'brief', do: does, ...rest });
const schedule = (timing: object, rest: object = {}) => effect('schedule', { timing, ...rest });
const clock = (time: string, rest: object = {}) => schedule({ kind: 'clock', days: WEEK, time, ...rest });
/** The brief that was spoken of last. */
const IN_LONDON = { of: { zone: 'Europe/London' } };
const AT_8 = { of: { time: '08:00' } };
const crossing = (of: object) => schedule({ kind: 'crossing', of });
const OPEN = { kind: 'open' };
const above = (level: number) => crossing({ kind: 'ratio', side: 'above', level });

describe('a brief in free words', () => {
  it.each([
    'brief',
    'morning brief',
    'the morning brief please',
    'brief me',
    'can you brief us?',
    'give me the brief',
    'send me the morning brief',
    'post the brief here now',
    "today's brief",
    'could I get a brief?',
    'i want the morning note',
    'drop us a brief',
    '<@U0BOT> can we have the market brief',
  ])('%s is wanted at once', (typed) => {
    expect(turnOf(typed)).toEqual(effect('now'));
  });

  it.each<readonly [string, object]>([
    ['brief me every weekday at 7:30', clock('07:30')],
    ['every weekday at 7:30 send me the brief', clock('07:30')],
    ['send us a brief every weekday at half 7 london time', clock('07:30', { zone: 'Europe/London' })],
    ['send us the brief half an hour before the open', clock('09:00', { zone: ET, on: OPEN })],
    [
      'brief us half an hour before the open, not on fridays',
      clock('09:00', { zone: ET, days: WEEK.slice(0, 4), on: OPEN }),
    ],
    ['brief us before the open', clock('08:30', { zone: ET, on: OPEN })],
    ['brief me every other monday at 8', clock('08:00', { days: ['mon'], on: { kind: 'second-week' } })],
    ['send a brief every weekday at 7 US time', clock('07:00', { zone: ET })],
    ['set up a brief for 7:15 tomorrow', clock('07:15', { days: EVERY_DAY, on: { kind: 'once', on: { inDays: 1 } } })],
    [
      'brief us the day before each fed decision at 4pm',
      clock('16:00', { days: EVERY_DAY, on: { kind: 'fed', day: 'before' } }),
    ],
    [
      'give us the morning brief on the last business day of each month at 8am',
      clock('08:00', { days: EVERY_DAY, on: { kind: 'month', which: 'last' } }),
    ],
    ['send a brief weekdays at 7 market time', clock('07:00', { zone: ET })],
    ['post the brief at 7 eastern', clock('07:00', { zone: ET })],
    ['a daily brief at 7, please', clock('07:00', { days: EVERY_DAY })],
    ['daily brief 7:30 Zürich', clock('07:30', { days: EVERY_DAY, zone: 'Europe/Zurich' })],
    [
      'I want a brief every Tuesday and Friday at 4pm New York time',
      clock('16:00', { days: ['tue', 'fri'], zone: ET }),
    ],
    [
      'post the morning brief at 8am Stockholm in <#C1|macro>',
      schedule({ kind: 'clock', days: WEEK, time: '08:00', zone: 'Europe/Stockholm' }, { channel: 'C1' }),
    ],
    [
      'send the brief to <#C1> on trading days, 9:15 ET',
      schedule({ kind: 'clock', days: WEEK, time: '09:15', zone: ET }, { channel: 'C1', onClosed: 'skip' }),
    ],
    ['brief me when the ratio closes above 0.4', above(0.4)],
    ['ping us when the ratio goes over .42', above(0.42)],
    ['give everyone a shout if the ratio tops .42', above(0.42)],
    ['tell the channel when the ratio rises above 0.42', above(0.42)],
    ['daily brief 6:30 pls, weekdays, tokyo', clock('06:30', { zone: 'Asia/Tokyo' })],
    ['send us something every weekday at ten to eight uk time', clock('07:50', { zone: 'Europe/London' })],
    ['drop us a summary every friday at 4pm', clock('16:00', { days: ['fri'] })],
    ['7am brief, every day incl weekends', clock('07:00', { days: EVERY_DAY })],
    ['ping me if rut/spx gets over .43', above(0.43)],
    ['gimme a shout when r2k vs spx tops .41', above(0.41)],
    ['let me know when the ratio drops below .38', crossing({ kind: 'ratio', side: 'below', level: 0.38 })],
    ['tell me when the russell hits a record', crossing({ kind: 'record-close' })],
    ['brief us when the odds flip', crossing({ kind: 'odds-flip' })],
    ['schedule a brief', effect('form')],
    ['set up a morning brief please', effect('form')],
    ['preview the brief', effect('preview')],
    ['send me the brief privately', effect('preview')],
    ['what briefs are scheduled?', effect('list')],
    ['list the briefs', effect('list')],
    ['when is the next brief?', effect('list')],
    ['who set up the morning post', effect('list')],
    ['which briefs were skipped', effect('history')],
    ["did this morning's brief go out?", effect('history')],
    ['has the morning note been posted', effect('history')],
    ['pause the brief until Monday', effect('pause', { until: { weekday: 'mon' } })],
    ['mute the morning note til monday', effect('pause', { until: { weekday: 'mon' } })],
    ['mute the brief until 1 dec', effect('pause', { until: { month: 12, day: 1 } })],
    ['please pause brief 2 for a week', effect('pause', { which: 2, until: { inDays: 7 } })],
    ['resume the morning brief', effect('resume')],
    ['skip the next brief', effect('skip')],
    ["skip tomorrow's brief", effect('skip', { on: { inDays: 1 } })],
    ['stop the brief', effect('remove')],
    ['kill the brief', effect('remove')],
    ['turn off the daily message', effect('remove')],
    ['turn the brief off', effect('remove')],
    ['put the brief on hold until next week', effect('pause', { until: { weekday: 'mon' } })],
    ["don't send the brief tomorrow", effect('skip', { on: { inDays: 1 } })],
    ['notify us when small caps hit an all-time high', crossing({ kind: 'record-close' })],
    ['is there a brief tomorrow', effect('list')],
    ['did we miss the brief', effect('history')],
    ['cancel brief 3', effect('remove', { which: 3 })],
    ['remove the second brief', effect('remove', { place: 2 })],
    ['no more briefs please', effect('remove')],
    ['stop the 7.30 in <#C1|macro>', effect('remove', { of: { channel: 'C1', time: '07:30' } })],
    ['rm the 7:30 brief in <#C1|macro>', effect('remove', { of: { channel: 'C1', time: '07:30' } })],
    ['has the 0730 gone out yet', effect('history', { of: { time: '07:30' } })],
    ["today's post never showed, why", effect('history')],
    ['what briefs exist atm', effect('list')],
    ['when does the brief go out', effect('list')],
    ['resume the morning post in <#C1|pm-room>', effect('resume', { of: { channel: 'C1' } })],
    ["no brief tomorrow pls we've an offsite", effect('skip', { on: { inDays: 1 } })],
    ["don't post the brief on fridays", effect('change', { without: ['fri'] })],
    ['move the brief to 7:30', effect('change', { time: '07:30' })],
    ['alert the team if odds flip to a hike', crossing({ kind: 'odds-flip' })],
  ])('%s', (typed, expected) => {
    expect(turnOf(typed)).toEqual(expected);
  });

  it.each<readonly [string, object]>([
    ['schedule a brief at 25:61', { reason: 'brief-time', words: '25:61' }],
    ['brief me at 8am IST', { reason: 'brief-zone-shared', words: 'IST' }],
    ['post the brief at 8am UTC+2', { reason: 'brief-offset', words: 'UTC+2' }],
    ['post the brief at 8am in #nosuch', { reason: 'brief-channel', words: '#nosuch' }],
    ['brief me every weekday', { reason: 'brief-without-time' }],
    ['brief us before each fed decision', { reason: 'brief-without-time' }],
    ['send the brief twice a day', { reason: 'not-a-brief', words: 'twice day' }],
    ['brief us at 7 and 16:00', { reason: 'brief-second', words: '16:00' }],
    ['brief me when vix &gt; 30', { reason: 'brief-trigger', words: 'when vix > 30' }],
    ['ping me a brief whenever the fed moves', { reason: 'brief-trigger', words: 'whenever the fed moves' }],
    ['send a brief whenever the fed cuts', { reason: 'brief-trigger', words: 'whenever the fed cuts' }],
    ['shoot me a brief each time the fed changes rates', { reason: 'brief-trigger' }],
    ['alert me when the ratio hits 0.42', { reason: 'brief-trigger', words: 'when the ratio hits 0.42' }],
    ['pause the brief until easter', { reason: 'brief-until', words: 'until easter' }],
    ['move the brief', { reason: 'brief-change' }],
    ['cancel all briefs', { reason: 'brief-which', words: 'all' }],
    ['yeah nah push tmrws brief back an hour ay', { reason: 'brief-second' }],
  ])('%s is asked back', (typed, unclear) => {
    expect(turnOf(typed)).toMatchObject({ kind: 'unclear', ...unclear });
  });
});

describe('words that go on from talk of briefs', () => {
  it.each<readonly [readonly string[], object]>([
    [['send us a brief at 8 et', 'whats still running'], effect('list')],
    [['send us a brief at 8 et', 'which ones have i got'], effect('list')],
    [['brief me when the odds flip', 'skip it until 3 march'], effect('pause', { until: { month: 3, day: 3 } })],
    [
      ['ping me a brief whenever the fed moves', 'plus mondays 8 london'],
      clock('08:00', { days: ['mon'], zone: 'Europe/London' }),
    ],
    [
      ['give me a brief every time the fed acts', 'and tuesdays 9 new york'],
      clock('09:00', { days: ['tue'], zone: ET }),
    ],
    [['brief mondays 8 london', 'bin the lot'], { kind: 'unclear', reason: 'brief-which', words: 'lot' }],
    [['brief mondays 8 london', 'ditch all of em'], { kind: 'unclear', reason: 'brief-which', words: 'all' }],
    [['brief mondays 8 london', 'get rid of every one'], { kind: 'unclear', reason: 'brief-which', words: 'every' }],
    [['list the briefs', 'and remove the second one'], effect('remove', { place: 2 })],
    [['brief me at 8', 'actually no, pause it'], effect('pause', AT_8)],
    [['brief me at 8', 'pause it until monday'], effect('pause', { until: { weekday: 'mon' }, ...AT_8 })],
    [['brief me at 8', 'make it 9'], effect('change', { time: '09:00', ...AT_8 })],
    [['50bps', 'brief me at 8', 'make it 9'], effect('change', { time: '09:00', ...AT_8 })],
    [['brief me every tuesday and friday', '8'], clock('08:00', { days: ['tue', 'fri'] })],
    [['brief me at 8', 'actually 06:45'], effect('change', { time: '06:45', ...AT_8 })],
    [['brief me at 8', 'too early, 9'], effect('change', { time: '09:00', ...AT_8 })],
    [['brief me at 8', 'london time'], effect('change', { zone: 'Europe/London', ...AT_8 })],
    [['brief me at 8', 'nah tues and thurs only'], effect('change', { days: ['tue', 'thu'], ...AT_8 })],
    [['brief me at 8', 'not on fridays'], effect('change', { without: ['fri'], ...AT_8 })],
    [['brief me at 8', 'and on saturdays as well'], effect('change', { also: ['sat'], ...AT_8 })],
    [['brief me at 8', 'half an hour earlier'], effect('change', { laterBy: -30, ...AT_8 })],
    [['brief me at 8', 'drop it in <#C1|rates> rather'], effect('change', { channel: 'C1', ...AT_8 })],
    [['brief me at 8', 'switch it off'], effect('remove', AT_8)],
    [['brief me at 8', 'right, kill that brief altogether'], effect('remove', AT_8)],
    [['brief me at 8', 'kill it till after xmas'], effect('pause', { until: { month: 12, day: 26 }, ...AT_8 })],
    [['brief me at 8', 'and dont bother on market holidays'], effect('change', { onClosed: 'skip', ...AT_8 })],
    [['brief me at 8', "not when the market's shut"], effect('change', { onClosed: 'skip', ...AT_8 })],
    [['brief me at 8', "show me what it'd say today"], effect('preview')],
    [
      ['brief me at 8', 'make it 9', 'nah put it back how it was'],
      effect('change', { time: '08:00', of: { time: '09:00' } }),
    ],
    [['brief me when the ratio tops .4', 'better .36'], effect('change', { level: 0.36 })],
    [['brief me when the ratio tops .4', 'hm too far, .36 is fine'], effect('change', { level: 0.36 })],
    [['brief me at 8pm', 'change to 8.30'], effect('change', { time: '20:30', of: { time: '20:00' } })],
    [['brief me at 8pm', 'make it 9am'], effect('change', { time: '09:00', of: { time: '20:00' } })],
    [
      ['brief me at 8', 'quarter of an hour earlier, I have to catch a train'],
      effect('change', { laterBy: -15, ...AT_8 }),
    ],
    [['brief me at 8', 'bring it forward by an hour'], effect('change', { laterBy: -60, ...AT_8 })],
    [['brief me at 8', 'an hour later', 'kill it'], effect('remove', { of: { time: '09:00' } })],
    [['list the briefs', 'push the london one back half an hour'], effect('change', { laterBy: 30, ...IN_LONDON })],
    [['list the briefs', 'the london one to 7'], effect('change', { time: '07:00', ...IN_LONDON })],
    [['list the briefs', 'bin the 2nd'], effect('remove', { place: 2 })],
    [
      ['list the briefs', 'pause the second until monday', 'the first one too'],
      effect('pause', { place: 1, until: { weekday: 'mon' } }),
    ],
    [
      ['brief me at 8', 'mute it til the 7th', 'no wait make that the 14th'],
      effect('pause', { until: { day: 14 }, ...AT_8 }),
    ],
    [['brief me at 8', 'stop till after cny, 18 feb'], effect('pause', { until: { month: 2, day: 18 }, ...AT_8 })],
    [['brief me at 8', 'pause it', 'oh boss want it back. on now'], effect('resume', AT_8)],
    [['brief me at 8', 'shush it till after xmas, say the 28th'], effect('pause', { until: { day: 28 }, ...AT_8 })],
    [['that daily thing at quarter past seven, can we get it going on weekdays'], clock('07:15')],
    [['brief me at 8', 'skip it on wednesday this week'], effect('skip', { on: { weekday: 'wed' }, ...AT_8 })],
    [['brief me at 8', 'off on the 25th of dec'], effect('skip', { on: { month: 12, day: 25 }, ...AT_8 })],
    [
      ['brief me at 8', 'skip 24 dec', 'new years eve neither'],
      effect('skip', { on: { month: 12, day: 31 }, ...AT_8 }),
    ],
    [['brief me at 8', 'leave it out when the market is shut'], effect('change', { onClosed: 'skip', ...AT_8 })],
    [['brief me at 8', 'and sundays'], effect('change', { also: ['sun'], ...AT_8 })],
    [['brief me at 8', 'nothing arrived today, why'], effect('history')],
    [['morning brief 8:30 ist', 'mumbai'], clock('08:30', { zone: 'Asia/Kolkata' })],
    [['brief me at 8', 'could we say half seven'], effect('change', { time: '07:30', ...AT_8 })],
    [['brief me at 8', 'would half past seven be possible'], effect('change', { time: '07:30', ...AT_8 })],
    [['brief me at 8', '15 minutes later would suit us better'], effect('change', { laterBy: 15, ...AT_8 })],
    [['brief me at 8', 'do add saturday also'], effect('change', { also: ['sat'], ...AT_8 })],
    [['brief me at 8', 'drop fridays'], effect('change', { without: ['fri'], ...AT_8 })],
    [['brief me at 8', 'no need on bank holidays by the way'], effect('change', { onClosed: 'skip', ...AT_8 })],
    [['brief me at 8', 'bank holidays can be left out'], effect('change', { onClosed: 'skip', ...AT_8 })],
    [['brief me at 8', 'back early! start it up again'], effect('resume', AT_8)],
    [['brief me at 8', 'hold it back a week'], effect('pause', { until: { inDays: 7 }, ...AT_8 })],
    [['brief me at 8', "this thursday's one can be skipped"], effect('skip', { on: { weekday: 'thu' }, ...AT_8 })],
    [['brief me at 8', "no need for tomorrow's"], effect('skip', { on: { inDays: 1 }, ...AT_8 })],
    [['brief me at 8', 'nvm kill that second one'], effect('remove', { place: 2 })],
    [['ping us when the ratio goes over .42', 'brief me at 8', 'drop the ping'], effect('remove')],
    [['brief me at 8', 'give it a miss tomorrow'], effect('skip', { on: { inDays: 1 }, ...AT_8 })],
    [['ping us when the ratio goes over .42', 'above .5 rather'], above(0.5)],
    [['ping us when the ratio goes over .42', 'could we say .48'], effect('change', { level: 0.48 })],
    [['skip tmrws'], effect('skip', { on: { inDays: 1 } })],
    [['brief me at 8', 'not this friday, jobs day'], effect('skip', { on: { weekday: 'fri' }, ...AT_8 })],
    [['pause the brief until 4 jan', 'ah no, the 5th'], effect('pause', { until: { month: 1, day: 5 } })],
    [['skip the brief on friday', 'or wednesday'], effect('skip', { on: { weekday: 'wed' } })],
    [['list the briefs', 'shift the second one to 0815'], effect('change', { place: 2, time: '08:15' })],
    [['list the briefs', 'the NY one at 7 instead'], effect('change', { time: '07:00', of: { zone: ET } })],
    [['list the briefs', 'pause the london one'], effect('pause', { of: { zone: 'Europe/London' } })],
    [['list the briefs', 'mute them until 7 dec', 'actually unmute'], effect('resume')],
    [['brief me when the ratio tops .4', '0.365 rather'], effect('change', { level: 0.365 })],
    [
      ['brief me when the ratio tops .4', 'and another if it sinks under .3'],
      crossing({ kind: 'ratio', side: 'below', level: 0.3 }),
    ],
    [['brief me at 8', 'and what will it contain?'], effect('preview')],
    [
      ['brief me at 8', 'also a wkday note at half seven in <#C1|fi>'],
      schedule({ kind: 'clock', days: WEEK, time: '07:30' }, { channel: 'C1' }),
    ],
    [['brief me on mondays london time', 'at half 7 please'], clock('07:30', { days: ['mon'], zone: 'Europe/London' })],
  ])('%j', (texts, expected) => {
    expect(lastTurn(...texts)).toEqual(expected);
  });

  it.each<readonly [readonly string[], object]>([
    [['50bps', 'brief me at 8', 'make it 75'], { kind: 'rate-move', moveBps: -75 }],
    [['50bps', 'send me the morning brief', 'and 75?'], { kind: 'rate-move', moveBps: -75 }],
    [['brief me every weekday', 'cut 25'], { kind: 'rate-move', moveBps: -25 }],
    [['50bps', 'brief me at 8', 'what would 150 do'], { kind: 'rate-move', moveBps: -150 }],
    [['brief me at 8', 'hike 10'], { kind: 'rate-move', moveBps: 10 }],
  ])('%j is of the Fed', (texts, question) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question });
  });

  it.each([
    'stop, cut 50',
    'skip that, cut 50 instead',
    'drop the 25',
    'which friday',
    'next meeting?',
    'what did they do last time',
  ])('%s is of no brief', (words) => {
    const turn = lastTurn('brief me at 8', words);
    expect(turn.kind).not.toBe('brief');
    if (turn.kind === 'unclear') expect(turn.reason).not.toMatch(/brief/);
  });

  it('needs talk of briefs just before', () => {
    expect(turnOf('remove the second one').kind).not.toBe('brief');
    expect(lastTurn('brief me at 8', 'cut 50', 'pause it').kind).not.toBe('brief');
    expect(lastTurn('brief me at 8', 'stop')).toEqual({ kind: 'silence' });
  });

  it.each<readonly [string, object]>([
    ['skip next monday', effect('skip', { ...AT_8, on: { weekday: 'mon' } })],
    ['make it thursdays', effect('change', { ...AT_8, days: ['thu'] })],
    ['change it to 8:30', effect('change', { ...AT_8, time: '08:30' })],
    ['pause it until 4 jan', effect('pause', { ...AT_8, until: { month: 1, day: 4 } })],
  ])('needs none for an order with its day or time: %s', (order, expected) => {
    expect(lastTurn('brief me at 8', 'cut 50', order)).toEqual(expected);
    expect(lastTurn('brief me at 8', 'cut 50', 'next meeting?', order)).toEqual(expected);
    expect(lastTurn('cut 50', order).kind).not.toBe('brief');
  });

  it.each([
    ['make it 75', { kind: 'rate-move', moveBps: -75 }],
    ['change it to 100', { kind: 'rate-move', moveBps: -100 }],
  ])('takes no size for one: %s', (order, question) => {
    expect(lastTurn('brief me at 8', 'cut 50', order)).toMatchObject({ question });
  });
});

describe('a reason beside a brief', () => {
  it.each<readonly [string, object]>([
    ['pls set brief 8pm hkt so before ny open', clock('20:00', { zone: 'Asia/Hong_Kong' })],
    ['brief weekdays at 7 except tuesdays, i have gym', clock('07:00', { days: ['mon', 'wed', 'thu', 'fri'] })],
    ['weekday brief 6.30am london, before i get in', clock('06:30', { zone: 'Europe/London' })],
    ['start posting the brief at 7 so the team sees it before the open', clock('07:00')],
    ['pls send brief saturdays too, the 8 oclock one', effect('change', { also: ['sat'], ...AT_8 })],
    ['no brief on the 24th of dec, the office is closed', effect('skip', { on: { month: 12, day: 24 } })],
    ['swap the 7am brief to 6:30', effect('change', { time: '06:30', of: { time: '07:00' } })],
  ])('%s', (typed, expected) => {
    expect(turnOf(typed)).toEqual(expected);
  });

  it('asks where a pause is to begin later', () => {
    expect(turnOf('pause briefs from 24 dec to 2 jan')).toMatchObject({ kind: 'unclear', reason: 'brief-apart' });
  });
});

describe('words that are brief, and no brief', () => {
  it.each([
    'a brief summary of note 002',
    'brief me on tariffs',
    'brief me at 8 on tariffs',
    'give me a brief on Lee',
    'what are the bears saying, in brief?',
    'brief me on the ratio',
    'can you brief me on 50bps',
    'who is bullish? keep it brief',
    'in brief',
    'in brief at 8',
    'be brief',
    'briefly, why?',
    'stop being brief',
    'give us a brief history of rate cuts',
    'the brief is wrong',
    'brief overview of tariffs please',
    'brief 50',
    'the debriefing is at 8:00',
    'the briefing is at 9:30',
    'we have a brief at 8',
    'there is a briefing at 8',
    'I like the brief',
    'I read the brief',
    'we get a brief at 8',
    'is the brief at 8?',
    'a brief look at 7:30 tomorrow',
    'ok I cancelled the brief meeting with bob',
    'tell me when the next fomc is',
    'send me something nice',
    'send us something on tariffs',
    'let the channel know who is bullish',
    'give us the ratio when cpi came out',
    'tell me when the ratio was last at .42',
    'what do the notes say about tariffs',
    'cut 50',
    'pause',
    'stop',
  ])('%s', (typed) => {
    const turn = turnOf(typed);
    expect(turn.kind).not.toBe('brief');
    if (turn.kind === 'unclear') expect(turn.reason).not.toMatch(/brief/);
  });
});

describe('a number or a day behind talk of briefs', () => {
  it.each([
    'say a 50bp cut',
    'can we do 50bp',
    'what would 150 do',
    'drop the large company',
    'dont need it',
    'hold on',
    'cancel friday',
    'i have to be in at 7',
    'the second one is wrong',
    'the london desk is out',
    'i need it back in the deck',
    'the small one at 50',
  ])('%s is no brief', (typed) => {
    expect(lastTurn('brief me at 8', typed)).not.toMatchObject({ kind: 'brief' });
  });

  it('takes no percentage for a level of the ratio', () => {
    expect(lastTurn('ping us when the ratio goes over .42', 'call it 0.5%')).not.toMatchObject({ kind: 'brief' });
  });
});

describe('among people', () => {
  const overheard = (typed: string) => readOverheard(typed, undefined, NOTES, {});

  it.each(['send us the morning brief', 'can we get a brief at 8?', 'pause the brief', 'list the briefs'])(
    '%s is done',
    (typed) => {
      expect(overheard(typed)).toMatchObject({ kind: 'brief' });
    },
  );

  it.each([
    'the morning brief',
    'morning brief at 8?',
    'brief at 8',
    'our brief please',
    "let's skip the brief tomorrow",
    "I'd drop the brief, honestly",
    'can you cancel the meeting brief',
    'ping me when you are done',
    'tell me when the russell hits a record, would you',
    'brief me every other monday',
    'remove the second one',
  ])('%s is left alone', (typed) => {
    expect(overheard(typed)).toBeUndefined();
  });
});
