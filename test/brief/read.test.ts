import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS, type Weekday } from '../../src/brief/day-reference.ts';
import { BriefTimingSchema } from '../../src/brief/effect.ts';
import { readBrief } from '../../src/brief/read.ts';
import { resolveTiming } from '../../src/brief/resolve-timing.ts';
import { isoInstant } from '../../src/units.ts';

const WEEK: readonly Weekday[] = WEEKDAYS.slice(0, 5);
const ET = 'America/New_York';

const clock = (days: readonly Weekday[], time: string, zone?: string, on?: object) => ({
  timing: { kind: 'clock', days, time, ...(zone !== undefined && { zone }), ...(on && { on }) },
});
const OPEN = { kind: 'open' };
const FIRST = { kind: 'month', which: 'first' };
const LAST = { kind: 'month', which: 'last' };
const SECOND = { kind: 'second-week' };
const BEFORE = { kind: 'fed', day: 'before' };
const DAY_OF = { kind: 'fed', day: 'same' };
const once = (on: string | object) => ({ kind: 'once', on });
const ratio = (side: 'above' | 'below', level: number) => ({
  timing: { kind: 'crossing', of: { kind: 'ratio', side, level } },
});
const RECORD = { timing: { kind: 'crossing', of: { kind: 'record-close' } } };
const FLIP = { timing: { kind: 'crossing', of: { kind: 'odds-flip' } } };
const MACRO = { channel: 'C0123ABC' };

describe('a schedule', () => {
  it.each<readonly [string, object]>([
    // as the examples have it
    ['weekdays 07:30 <#C0123ABC|macro>', { ...clock(WEEK, '07:30'), ...MACRO }],
    ['mon,thu 8am Europe/Stockholm', clock(['mon', 'thu'], '08:00', 'Europe/Stockholm')],
    ['every day at 7', clock(WEEKDAYS, '07:00')],
    ['daily 07:30', clock(WEEKDAYS, '07:30')],
    ['mon-fri 7:30am ET', clock(WEEK, '07:30', ET)],
    ['Tuesdays and Fridays 16:30 London', clock(['tue', 'fri'], '16:30', 'Europe/London')],
    // times, on weekdays unless said
    ['at 8', clock(WEEK, '08:00')],
    ['noon', clock(WEEK, '12:00')],
    ['midnight', clock(WEEK, '00:00')],
    ['7.30', clock(WEEK, '07:30')],
    ['0730', clock(WEEK, '07:30')],
    ['at 1630', clock(WEEK, '16:30')],
    ['weekdays 730', clock(WEEK, '07:30')],
    ['weekdays 1930', clock(WEEK, '19:30')],
    ['0730 hrs', clock(WEEK, '07:30')],
    ['7h30', clock(WEEK, '07:30')],
    ['12am', clock(WEEK, '00:00')],
    ['12pm', clock(WEEK, '12:00')],
    ['12:30 a.m.', clock(WEEK, '00:30')],
    ['7:30 P.M.', clock(WEEK, '19:30')],
    ['8 in the evening', clock(WEEK, '20:00')],
    ['in the afternoon at 16:15', clock(WEEK, '16:15')],
    ['23:59', clock(WEEK, '23:59')],
    ['weekdays 8 o’clock', clock(WEEK, '08:00')],
    ['７：３０', clock(WEEK, '07:30')],
    ['weekdays 7:30 07:30', clock(WEEK, '07:30')],
    // days
    ['mon, wed & fri 6:45pm', clock(['mon', 'wed', 'fri'], '18:45')],
    ['mon/wed/fri 18:45', clock(['mon', 'wed', 'fri'], '18:45')],
    ['tue&thu 9am', clock(['tue', 'thu'], '09:00')],
    ['tue+thu 9am', clock(['tue', 'thu'], '09:00')],
    ['thu tue mon 9am', clock(['mon', 'tue', 'thu'], '09:00')],
    ['Monday to Friday at 7:30 am', clock(WEEK, '07:30')],
    ['mon – fri 7:30', clock(WEEK, '07:30')],
    ['from mon to fri 7:30', clock(WEEK, '07:30')],
    ['monday through thursday, 08.15', clock(['mon', 'tue', 'wed', 'thu'], '08:15')],
    ['sun-thu 8', clock(['mon', 'tue', 'wed', 'thu', 'sun'], '08:00')],
    ['fri-mon 8', clock(['mon', 'fri', 'sat', 'sun'], '08:00')],
    ['weekdays and saturday 8', clock([...WEEK, 'sat'], '08:00')],
    ['weekends noon', clock(['sat', 'sun'], '12:00')],
    ['Wednesdays 9', clock(['wed'], '09:00')],
    ['weds 9', clock(['wed'], '09:00')],
    ['thurs 9', clock(['thu'], '09:00')],
    ['every weekday at 8', clock(WEEK, '08:00')],
    ['each working day 8:00', clock(WEEK, '08:00')],
    ['business days 0745', clock(WEEK, '07:45')],
    ['everyday 7', clock(WEEKDAYS, '07:00')],
    ['every morning at 8', clock(WEEKDAYS, '08:00')],
    ['weekly on monday at 8', clock(['mon'], '08:00')],
    // days that are left out
    ['weekdays except friday 8am', clock(['mon', 'tue', 'wed', 'thu'], '08:00')],
    ['every day at 8, not on fridays or sundays', clock(['mon', 'tue', 'wed', 'thu', 'sat'], '08:00')],
    ['8am but not on mondays', clock(['tue', 'wed', 'thu', 'fri'], '08:00')],
    // times in words
    ['half 7', clock(WEEK, '07:30')],
    ['weekdays half past seven', clock(WEEK, '07:30')],
    ['weekdays quarter to 8', clock(WEEK, '07:45')],
    ['weekdays ten past eight', clock(WEEK, '08:10')],
    ['weekdays at seven thirty', clock(WEEK, '07:30')],
    ['at eight', clock(WEEK, '08:00')],
    ['half 6 in the evening', clock(WEEK, '18:30')],
    ['eight pm', clock(WEEK, '20:00')],
    // times that the exchange's session gives
    ['half an hour before the open', clock(WEEK, '09:00', ET, OPEN)],
    ['weekdays 15 minutes before the market opens', clock(WEEK, '09:15', ET, OPEN)],
    ['an hour before the opening bell not on fridays', clock(['mon', 'tue', 'wed', 'thu'], '08:30', ET, OPEN)],
    ['before the open', clock(WEEK, '08:30', ET, OPEN)],
    ['premarket <#C0123ABC|macro>', { ...clock(WEEK, '08:30', ET, OPEN), ...MACRO }],
    ['at the open', clock(WEEK, '09:30', ET, OPEN)],
    ['30 mins after the open', clock(WEEK, '10:00', ET)],
    ['at the close', clock(WEEK, '16:00', ET)],
    ['30 mins after the close', clock(WEEK, '16:30', ET)],
    ['trading days 9:15 ET', { ...clock(WEEK, '09:15', ET), onClosed: 'skip' }],
    // the business days of a month
    ['first business day of the month at 8', clock(WEEKDAYS, '08:00', undefined, FIRST)],
    ['on the 1st trading day of each month 7:30 ET', clock(WEEKDAYS, '07:30', ET, FIRST)],
    ['8am on the last business day of every month', clock(WEEKDAYS, '08:00', undefined, LAST)],
    ['month end 4pm', clock(WEEKDAYS, '16:00', undefined, LAST)],
    ['monthly on the last trading day at 16:30', clock(WEEKDAYS, '16:30', undefined, LAST)],
    // every second week
    ['every second friday 8am', clock(['fri'], '08:00', undefined, SECOND)],
    ['every other monday 8am', clock(['mon'], '08:00', undefined, SECOND)],
    ['every two weeks on tue and thu 7:30', clock(['tue', 'thu'], '07:30', undefined, SECOND)],
    ['biweekly mondays 8am London', clock(['mon'], '08:00', 'Europe/London', SECOND)],
    ['fortnightly 8am', clock(WEEK, '08:00', undefined, SECOND)],
    [
      'every other friday at 8 starting 11 december',
      clock(['fri'], '08:00', undefined, { ...SECOND, from: { month: 12, day: 11 } }),
    ],
    // decisions of the Fed
    ['the day before the fed decision at 4pm', clock(WEEKDAYS, '16:00', undefined, BEFORE)],
    ['before each Fed decision 16:00 Stockholm', clock(WEEKDAYS, '16:00', 'Europe/Stockholm', BEFORE)],
    ['the evening before fomc meetings 8pm', clock(WEEKDAYS, '20:00', undefined, BEFORE)],
    ['the morning of a fed decision 7:30', clock(WEEKDAYS, '07:30', undefined, DAY_OF)],
    ['fed days 7:30', clock(WEEKDAYS, '07:30', undefined, DAY_OF)],
    ['on fomc meeting days at 7', clock(WEEKDAYS, '07:00', undefined, DAY_OF)],
    // one day
    ['8am tomorrow', clock(WEEKDAYS, '08:00', undefined, once({ inDays: 1 }))],
    ['16:00 today', clock(WEEKDAYS, '16:00', undefined, once({ inDays: 0 }))],
    ['9 dec at 8am', clock(WEEKDAYS, '08:00', undefined, once({ month: 12, day: 9 }))],
    ['2026-12-09 7:30 ET', clock(WEEKDAYS, '07:30', ET, once('2026-12-09'))],
    ['next monday 7:30', clock(WEEKDAYS, '07:30', undefined, once({ weekday: 'mon' }))],
    ['once on friday 8am', clock(WEEKDAYS, '08:00', undefined, once({ weekday: 'fri' }))],
    // zones
    ['7:30 EST', clock(WEEK, '07:30', ET)],
    ['7:30 Eastern time', clock(WEEK, '07:30', ET)],
    ['7:30 US/Eastern', clock(WEEK, '07:30', ET)],
    ['7:30 new york', clock(WEEK, '07:30', ET)],
    ['7:30 America/New York', clock(WEEK, '07:30', ET)],
    ['7:30 NYC', clock(WEEK, '07:30', ET)],
    ['7:30 Boston', clock(WEEK, '07:30', ET)],
    ['7:30 market time', clock(WEEK, '07:30', ET)],
    ['7:30 US time', clock(WEEK, '07:30', ET)],
    ['7:30 my time', clock(WEEK, '07:30')],
    ['7:30 local time', clock(WEEK, '07:30')],
    ['7:30 eastern', clock(WEEK, '07:30', ET)],
    ['7:30 CT', clock(WEEK, '07:30', 'America/Chicago')],
    ['7:30 MT', clock(WEEK, '07:30', 'America/Denver')],
    ['7:30 PT', clock(WEEK, '07:30', 'America/Los_Angeles')],
    ['7:30 San Francisco', clock(WEEK, '07:30', 'America/Los_Angeles')],
    ['7:30 Toronto', clock(WEEK, '07:30', 'America/Toronto')],
    ['7:30 america/argentina/buenos_aires', clock(WEEK, '07:30', 'America/Argentina/Buenos_Aires')],
    ['7:30 Buenos Aires', clock(WEEK, '07:30', 'America/Argentina/Buenos_Aires')],
    ['7:30 São Paulo', clock(WEEK, '07:30', 'America/Sao_Paulo')],
    ['7:30 London time weekdays', clock(WEEK, '07:30', 'Europe/London')],
    ['7:30 London, UK', clock(WEEK, '07:30', 'Europe/London')],
    ['7:30 BST', clock(WEEK, '07:30', 'Europe/London')],
    ['7:30 Edinburgh', clock(WEEK, '07:30', 'Europe/London')],
    ['7:30 CET', clock(WEEK, '07:30', 'Europe/Brussels')],
    ['7:30 Zürich', clock(WEEK, '07:30', 'Europe/Zurich')],
    ['7:30 Geneva', clock(WEEK, '07:30', 'Europe/Zurich')],
    ['7:30 Frankfurt', clock(WEEK, '07:30', 'Europe/Berlin')],
    ['7:30 europe/stockholm', clock(WEEK, '07:30', 'Europe/Stockholm')],
    ['7:30 STOCKHOLM', clock(WEEK, '07:30', 'Europe/Stockholm')],
    ['7:30 Europe/Kiev', clock(WEEK, '07:30', 'Europe/Kyiv')],
    ['7:30 Kathmandu', clock(WEEK, '07:30', 'Asia/Kathmandu')],
    ['7:30 Asia/Katmandu', clock(WEEK, '07:30', 'Asia/Kathmandu')],
    ['7:30 Mumbai', clock(WEEK, '07:30', 'Asia/Kolkata')],
    ['7:30 HKT', clock(WEEK, '07:30', 'Asia/Hong_Kong')],
    ['7:30 JST', clock(WEEK, '07:30', 'Asia/Tokyo')],
    ['7:30 SGT', clock(WEEK, '07:30', 'Asia/Singapore')],
    ['7:30 AEST', clock(WEEK, '07:30', 'Australia/Sydney')],
    ['7:30 Sydney', clock(WEEK, '07:30', 'Australia/Sydney')],
    ['7:30 UTC', clock(WEEK, '07:30', 'UTC')],
    ['7:30 Etc/UTC', clock(WEEK, '07:30', 'UTC')],
    ['7:30 my time', clock(WEEK, '07:30')],
    // channels, options, any order, harmless words
    ['<#C0123ABC> weekdays 7:30', { ...clock(WEEK, '07:30'), ...MACRO }],
    ['Europe/London 07:30 <#C0123ABC|macro> weekdays', { ...clock(WEEK, '07:30', 'Europe/London'), ...MACRO }],
    ['please post a brief in <#C0123ABC|macro> every weekday at 7:30', { ...clock(WEEK, '07:30'), ...MACRO }],
    ['<#C0123ABC|macro> 8', { ...clock(WEEK, '08:00'), ...MACRO }],
    ['8am <#C0123ABC|macro> <#C0123ABC>', { ...clock(WEEK, '08:00'), ...MACRO }],
    ['weekdays 7:30 skip holidays', { ...clock(WEEK, '07:30'), onClosed: 'skip' }],
    ['skip holidays weekdays 7:30', { ...clock(WEEK, '07:30'), onClosed: 'skip' }],
    ['weekdays 7:30, not on exchange holidays', { ...clock(WEEK, '07:30'), onClosed: 'skip' }],
    ['weekdays 7:30 skip when the market is closed', { ...clock(WEEK, '07:30'), onClosed: 'skip' }],
    ['say closed on holidays 8am', { ...clock(WEEK, '08:00'), onClosed: 'say' }],
    ['8am even on holidays', { ...clock(WEEK, '08:00'), onClosed: 'say' }],
    ['8am hold if stale', { ...clock(WEEK, '08:00'), onStale: 'hold' }],
    ['8am hold it back when the data are old', { ...clock(WEEK, '08:00'), onStale: 'hold' }],
    ['8am say so if stale', { ...clock(WEEK, '08:00'), onStale: 'say' }],
    ['skip holidays hold if stale 8am', { ...clock(WEEK, '08:00'), onClosed: 'skip', onStale: 'hold' }],
    // triggers
    ['when ratio > 0.40', ratio('above', 0.4)],
    ['when ratio &gt; 0.40', ratio('above', 0.4)],
    ['ratio &gt;= .4', ratio('above', 0.4)],
    ['ratio>0.4', ratio('above', 0.4)],
    ['if the ratio closes above 0.4', ratio('above', 0.4)],
    ['when the ratio rises over 0.45', ratio('above', 0.45)],
    ['when ratio below 0.38', ratio('below', 0.38)],
    ['when ratio &lt; 0.38 <#C0123ABC|macro>', { ...ratio('below', 0.38), ...MACRO }],
    ['when the ratio drops under 0,38', ratio('below', 0.38)],
    ['when record close', RECORD],
    ['on a record close', RECORD],
    ['when the russell 2000 closes at a record high', RECORD],
    ['at an all-time high', RECORD],
    ['when odds flip', FLIP],
    ['when the odds change hold if stale', { ...FLIP, onStale: 'hold' }],
    ['if the likeliest outcome of the next meeting changes', FLIP],
  ])('reads %j', (words, effect) => {
    expect(readBrief(words)).toEqual({ kind: 'brief', do: 'schedule', ...effect });
  });
});

describe('an order', () => {
  it.each<readonly [string, object]>([
    ['', { do: 'form' }],
    ['  ', { do: 'form' }],
    ['new', { do: 'form' }],
    ['schedule a brief please', { do: 'form' }],
    ['now', { do: 'now' }],
    ['NOW please', { do: 'now' }],
    ['post it now', { do: 'now' }],
    ['today', { do: 'now' }],
    ['today’s brief', { do: 'now' }],
    ['show me', { do: 'now' }],
    ['preview', { do: 'preview' }],
    ['preview to me', { do: 'preview' }],
    ['now private', { do: 'preview' }],
    ['list', { do: 'list' }],
    ['show schedules', { do: 'list' }],
    ['what’s scheduled?', { do: 'list' }],
    ['when is the next brief?', { do: 'list' }],
    ['history', { do: 'history' }],
    ['history 2', { do: 'history', which: 2 }],
    ['history of #2', { do: 'history', which: 2 }],
    ['pause', { do: 'pause' }],
    ['pause 2', { do: 'pause', which: 2 }],
    ['please pause brief no. 2', { do: 'pause', which: 2 }],
    ['pause until 2026-12-01', { do: 'pause', until: '2026-12-01' }],
    ['pause 2 until 2026-12-01', { do: 'pause', which: 2, until: '2026-12-01' }],
    ['pause until 2026-12-01 2', { do: 'pause', which: 2, until: '2026-12-01' }],
    ['pause until the 1st of December 2026', { do: 'pause', until: '2026-12-01' }],
    ['pause until 1 Dec', { do: 'pause', until: { month: 12, day: 1 } }],
    ['pause 1 until Dec 24th', { do: 'pause', which: 1, until: { month: 12, day: 24 } }],
    ['pause until 29 feb', { do: 'pause', until: { month: 2, day: 29 } }],
    ['pause till Monday', { do: 'pause', until: { weekday: 'mon' } }],
    ['pause until tomorrow', { do: 'pause', until: { inDays: 1 } }],
    ['pause for a week', { do: 'pause', until: { inDays: 7 } }],
    ['pause 3 for two weeks', { do: 'pause', which: 3, until: { inDays: 14 } }],
    ['resume', { do: 'resume' }],
    ['unpause 3', { do: 'resume', which: 3 }],
    ['resume 2 on monday', { do: 'pause', which: 2, until: { weekday: 'mon' } }],
    ['skip', { do: 'skip' }],
    ['skip next', { do: 'skip' }],
    ['skip the next one', { do: 'skip' }],
    ['skip next 2', { do: 'skip', which: 2 }],
    ['skip tomorrow', { do: 'skip', on: { inDays: 1 } }],
    ['skip 2 on friday', { do: 'skip', which: 2, on: { weekday: 'fri' } }],
    ['mute until december', { do: 'pause', until: { month: 12, day: 1 } }],
    ['snooze this week', { do: 'pause', until: { weekday: 'mon' } }],
    ['kill the second one', { do: 'remove', place: 2 }],
    ['drop the last one', { do: 'remove', place: -1 }],
    ['skip 2', { do: 'skip', which: 2 }],
    ['remove 99', { do: 'remove', which: 99 }],
    ['delete 3', { do: 'remove', which: 3 }],
    ['stop', { do: 'remove' }],
    ['cancel the brief', { do: 'remove' }],
    ['pause <#C1|macro>', { do: 'pause', of: { channel: 'C1' } }],
    ['pause until christmas', { do: 'pause', until: { month: 12, day: 25 } }],
    ['pause until the 9th', { do: 'pause', until: { day: 9 } }],
    ['stop the 7.30', { do: 'remove', of: { time: '07:30' } }],
    ['change 2 to 8am', { do: 'change', which: 2, time: '08:00' }],
    ['move it to London time', { do: 'change', zone: 'Europe/London' }],
    ['change the second one to half past seven', { do: 'change', place: 2, time: '07:30' }],
    ['skip fridays', { do: 'change', without: ['fri'] }],
    ['edit', { do: 'edit' }],
    ['edit 2', { do: 'edit', which: 2 }],
    ['edit 2 to 8am', { do: 'change', which: 2, time: '08:00' }],
    ['change it to the first business day of the month', { do: 'change', recurrence: FIRST }],
    ['change 2 to the day before the fed', { do: 'change', which: 2, recurrence: BEFORE }],
    ['make it every second week', { do: 'change', recurrence: SECOND }],
    ['make it weekly', { do: 'change', isWeekly: true }],
    ['change 2 to every week', { do: 'change', which: 2, isWeekly: true }],
    ['change 2 to half an hour before the open', { do: 'change', which: 2, time: '09:00', zone: ET, recurrence: OPEN }],
    ['move it to 9 dec', { do: 'change', recurrence: once({ month: 12, day: 9 }) }],
  ])('reads %j', (words, effect) => {
    expect(readBrief(words)).toEqual({ kind: 'brief', ...effect });
  });

  it.each(['help', 'HELP', '?'])('explains itself privately on %j', (words) => {
    expect(readBrief(words)).toEqual({ kind: 'question', question: { kind: 'help' }, private: true });
  });
});

describe('what is no brief', () => {
  it.each<readonly [string, string, string]>([
    ['25:61', 'brief-time', '25:61'],
    ['7:75', 'brief-time', '7:75'],
    ['13pm', 'brief-time', '13pm'],
    ['0am', 'brief-time', '0am'],
    ['24:00', 'brief-time', '24:00'],
    ['weekdays 25', 'brief-time', '25'],
    ['07:30:00', 'brief-time', '07:30:00'],
    ['weekdays 7:30 #NoSuch', 'brief-channel', '#NoSuch'],
    ['weekdays 7:30 UTC+2', 'brief-offset', 'UTC+2'],
    ['weekdays 7:30 gmt -5', 'brief-offset', 'gmt-5'],
    ['weekdays 7:30 Etc/GMT+2', 'brief-offset', 'Etc/GMT+2'],
    ['7:30+02:00', 'brief-offset', '+02:00'],
    ['weekdays 8 and 16:30', 'brief-second', '16:30'],
    ['weekdays 8am ET London', 'brief-second', 'London'],
    ['weekdays 8am <#C1|a> <#C2|b>', 'brief-second', '#b'],
    ['when ratio > 0.40 at 8', 'brief-second', 'when ratio > 0.40'],
    ['when ratio > 0.40 and record close', 'brief-second', 'record close'],
    ['when ratio > 40', 'brief-trigger', 'when ratio > 40'],
    ['when ratio crosses 0.4', 'brief-trigger', 'when ratio crosses 0.4'],
    ['when vix &gt; 30', 'brief-trigger', 'when vix > 30'],
    ['when s&amp;p hits a record', 'brief-trigger', 'when s&p hits a record'],
    ['when', 'brief-trigger', 'when'],
    ['remove 0', 'brief-which', '0'],
    ['remove 100', 'brief-which', '100'],
    ['remove all', 'brief-which', 'all'],
    ['pause 2 3', 'brief-which', '3'],
    ['pause until', 'brief-until', 'until'],
    ['pause until 30 Feb', 'brief-until', 'until 30 Feb'],
    ['pause until 2026-02-30', 'brief-until', 'until 2026-02-30'],
    ['pause until 1/12/2026', 'brief-until', 'until 1/12/2026'],
    ['pause until easter', 'brief-until', 'until easter'],
    ['pause for 0 days', 'brief-until', 'for 0 days'],
    ['now <#C1|macro>', 'not-a-brief', 'now #macro'],
    ['8', 'not-a-brief', '8'],
    ['0.40', 'not-a-brief', '0.40'],
    ['2026', 'not-a-brief', '2026'],
    ['hello', 'not-a-brief', 'hello'],
    ['constructor', 'not-a-brief', 'constructor'],
    ['every 2 hours', 'not-a-brief', '2 hours'],
    ['weekly 8am', 'not-a-brief', 'weekly'],
    ['every other day 8am', 'not-a-brief', 'other day'],
    ['on the 1st of each month at 8', 'not-a-brief', '1 st month'],
    [
      'first business day of the month on fridays 8am',
      'brief-second',
      'first business day of the month on fridays 8am',
    ],
    ['resume tomorrow', 'not-a-brief', 'tomorrow'],
    ['first monday of the month 8am', 'not-a-brief', 'first month'],
    ['half an hour before the open London', 'brief-second', 'London'],
    ['remove both', 'brief-which', 'both'],
    ['weekdays 8am starting monday', 'not-a-brief', 'starting monday'],
    ['weekdays 8am to <@U1|tom>', 'not-a-brief', '@tom'],
  ])('%j is %s', (typed, reason, words) => {
    expect(readBrief(typed)).toEqual({ kind: 'unclear', reason, words });
  });

  it.each([
    'weekdays',
    'before a Fed decision',
    'first business day of the month',
    'mon,thu Europe/Stockholm',
    '<#C0123ABC|macro>',
    'skip holidays',
    'London',
    'hold if stale',
  ])('%j is asked for its time', (typed) => {
    expect(readBrief(typed)).toMatchObject({ kind: 'unclear', reason: 'brief-without-time' });
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['weekdays 7:30 Stokholm', 'Stokholm', ['Europe/Stockholm']],
    ['weekdays 7:30 Europe/Stokholm', 'Europe/Stokholm', ['Europe/Stockholm']],
    ['weekdays 7:30 new yrk', 'new yrk', ['America/New_York']],
    ['weekdays 7:30 Mars/Olympus', 'Mars/Olympus', []],
    ['weekdays 7:30 Hogwarts', 'Hogwarts', []],
    ['weekdays 7:30 XYZ', 'XYZ', []],
  ])('%j names no zone, and the nearest are offered', (typed, words, zones) => {
    const wanted = { kind: 'brief', do: 'schedule', ...clock(WEEK, '07:30') };
    expect(readBrief(typed)).toEqual({ kind: 'unclear', reason: 'brief-zone', words, zones, wanted });
  });

  it.each([
    ['weekdays 7:30 desk time', 'desk time'],
    ['weekdays 7:30 head office time', 'head office time'],
    ['weekdays 7:30 in server time', 'server time'],
  ])('%s: whose clock is meant is asked', (typed, words) => {
    const wanted = { kind: 'brief', do: 'schedule', ...clock(WEEK, '07:30') };
    expect(readBrief(typed)).toEqual({ kind: 'unclear', reason: 'brief-zone', words, zones: [], wanted });
  });

  it('asks whose clock is meant where there is no time yet', () => {
    expect(readBrief('IST')).toMatchObject({ kind: 'unclear', reason: 'brief-zone-shared' });
  });

  it('asks whose clock a change means', () => {
    expect(readBrief('change 2 to 8 desk time')).toEqual({
      ...{ kind: 'unclear', reason: 'brief-zone', words: 'desk time', zones: [] },
      wanted: { kind: 'brief', do: 'change', which: 2, time: '08:00' },
    });
  });

  it.each<readonly [string, readonly string[]]>([
    ['IST', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
    ['GMT', ['Europe/London', 'UTC']],
    ['stateside', ['America/New_York', 'America/Chicago', 'America/Los_Angeles']],
    ['european time', ['Europe/London', 'Europe/Berlin', 'Europe/Athens']],
  ])('%s is asked back: it is used in several places', (words, zones) => {
    expect(readBrief(`weekdays 7:30 ${words}`)).toEqual({
      kind: 'unclear',
      reason: 'brief-zone-shared',
      words,
      zones,
      wanted: { kind: 'brief', do: 'schedule', ...clock(WEEK, '07:30') },
    });
  });

  it('echoes no more than a line', () => {
    for (const typed of ['q'.repeat(500), 'word '.repeat(100), `when ${'x'.repeat(300)}`]) {
      const read = readBrief(typed);
      if (!('words' in read)) return expect.unreachable();
      expect(read.words.length).toBeLessThanOrEqual(60);
    }
  });
});

describe('properties', () => {
  const days = fc.subarray([...WEEKDAYS], { minLength: 1 });
  const minutes = fc.integer({ min: 0, max: 1_439 });
  const ZONES = [...new Set(Intl.supportedValuesOf('timeZone').map((zone) => zoneOf(zone)))];
  const FULL: Readonly<Record<Weekday, string>> = {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  };
  const two = (value: number) => String(value).padStart(2, '0');
  const DAY_STYLES: readonly ((all: readonly Weekday[]) => string)[] = [
    (all) => all.join(','),
    (all) => all.map((day) => `${FULL[day]}s`).join(' and '),
    (all) => all.map((day) => FULL[day].toUpperCase()).join(', '),
    (all) => [...all].reverse().join('/'),
  ];
  const TIME_STYLES: readonly ((hour: number, minute: number) => string)[] = [
    (hour, minute) => `${two(hour)}:${two(minute)}`,
    // 4:30 may be of the afternoon
    (hour, minute) => `${hour > 0 && hour < 6 ? two(hour) : hour}:${two(minute)}`,
    (hour, minute) => `at ${two(hour)}${two(minute)}`,
    (hour, minute) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'am' : 'p.m.'}`,
    (hour, minute) => `${hour % 12 || 12}.${two(minute)}${hour < 12 ? 'AM' : 'PM'}`,
  ];
  const ZONE_STYLES: readonly ((zone: string) => string)[] = [
    (zone) => zone,
    (zone) => zone.toLowerCase(),
    (zone) => (zone.split('/').at(-1) as string).replaceAll('_', ' '),
    (zone) => `in ${zone.split('/').at(-1)} time`,
  ];

  function zoneOf(zone: string): string {
    const read = readBrief(`8am ${zone}`);
    if (read.kind !== 'brief' || read.do !== 'schedule' || read.timing.kind !== 'clock') throw new Error(zone);
    return read.timing.zone as string;
  }

  it('knows every zone that the runtime lists, by the same clock', () => {
    const instants = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
    for (const listed of Intl.supportedValuesOf('timeZone')) {
      const shown = [listed, zoneOf(listed)].map((timeZone) =>
        instants.map((at) =>
          new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at),
        ),
      );
      expect([listed, shown[1]]).toEqual([listed, shown[0]]);
    }
  });

  it('reads days, time and zone back in whatever style and order they are written', () => {
    const style = <T>(styles: readonly T[]) => fc.constantFrom(...styles);
    fc.assert(
      fc.property(
        fc.record({ days, minutes, zone: fc.constantFrom(...ZONES) }),
        style(DAY_STYLES),
        style(TIME_STYLES),
        style(ZONE_STYLES),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (said, dayStyle, timeStyle, zoneStyle, order) => {
          const [hour, minute] = [Math.floor(said.minutes / 60), said.minutes % 60];
          const parts = [dayStyle(said.days), timeStyle(hour, minute), zoneStyle(said.zone)];
          const timing = { kind: 'clock', days: said.days, time: `${two(hour)}:${two(minute)}`, zone: said.zone };
          expect(BriefTimingSchema.parse(timing)).toEqual(timing);
          expect(readBrief(order.map((at) => parts[at]).join(' '))).toEqual({ kind: 'brief', do: 'schedule', timing });
        },
      ),
      { numRuns: 800 },
    );
  });

  const WORDS =
    `weekdays mon thu-sat 7:30 8 25:61 at noon ET London nowhere when ratio > &lt; 0.40 record close odds flip skip
    holidays hold if stale pause until for 2 a week monday 2026-12-01 dec list now preview history remove <#C1|a> <#C2> #b
    <@U1> UTC+2 IST please brief every day other - , / & . ? weekly evening private help`.split(/\s+/);
  const typed = fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 10 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  it('never throws, gives only schedules that hold a time or a trigger, and asks back with words that were typed', () => {
    fc.assert(
      fc.property(typed, (words) => {
        const read = readBrief(words);
        expect(readBrief(words)).toEqual(read);
        if (read.kind !== 'brief' || read.do !== 'schedule') return;
        const { timing } = read;
        const whole = resolveTiming(timing, 'UTC', isoInstant('2026-11-20T14:30:00Z'));
        if (whole.kind !== 'timing') return;
        expect(BriefTimingSchema.parse(whole.timing)).toEqual(whole.timing);
        if (timing.kind === 'clock') {
          expect(words.normalize('NFKC')).toMatch(/\p{Nd}|noon|midday|midnight|open|close/iu);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads long words without a pattern that runs away', () => {
    const repeated = fc
      .array(fc.constantFrom(...WORDS, '<#', '&', '+', '(', '7', 'new yrk'), { minLength: 1, maxLength: 3 })
      .map((words) => `${words.join(' ')} `);
    fc.assert(
      fc.property(repeated, fc.constantFrom(600, 4_000), (unit, length) => {
        const long = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
        // a pattern that runs away would not come back in time
        expect(readBrief(long)).toHaveProperty('kind');
      }),
      { numRuns: 100 },
    );
  });
});
