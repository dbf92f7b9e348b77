import { describe, expect, it } from 'vitest';
import { readTyped } from '../../commands/typed.ts';
import { isForDesk } from '../../src/reading/ordered-rules/conversation/for-desk.ts';
import { readTurn } from '../../src/reading/ordered-rules/conversation/turn.ts';
import { contextOf, lastOf, questionOf, views } from './asked.ts';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'];
const schedule = (timing: object, rest: object = {}) => ({ kind: 'brief', do: 'schedule', timing, ...rest });
const clock = (time: string, rest: object = {}) => ({ kind: 'clock', days: WEEK, time, ...rest });

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
    '<@U0BOT> can we have the market brief',
  ])('%s is wanted at once', (typed) => {
    expect(questionOf(typed)).toEqual({ kind: 'brief', do: 'now' });
  });

  it.each<readonly [string, object]>([
    ['brief me every weekday at 7:30', schedule(clock('07:30'))],
    ['every weekday at 7:30 send me the brief', schedule(clock('07:30'))],
    [
      'post the morning brief at 8am Stockholm in <#C1|macro>',
      schedule(clock('08:00', { zone: 'Europe/Stockholm' }), { channel: 'C1' }),
    ],
    [
      'I want a brief every Tuesday and Friday at 4pm New York time',
      schedule(clock('16:00', { days: ['tue', 'fri'], zone: 'America/New_York' })),
    ],
    ['a daily brief at 7, please', schedule(clock('07:00', { days: [...WEEK, 'sat', 'sun'] }))],
    [
      'send the brief to <#C1> on trading days, 9:15 ET',
      schedule(clock('09:15', { zone: 'America/New_York' }), { channel: 'C1', onClosed: 'skip' }),
    ],
    [
      'brief me when the ratio closes above 0.4',
      schedule({ kind: 'crossing', of: { kind: 'ratio', side: 'above', level: 0.4 } }),
    ],
    ['brief us when the odds flip', schedule({ kind: 'crossing', of: { kind: 'odds-flip' } })],
    ['daily brief 7:30 Zürich', schedule(clock('07:30', { days: [...WEEK, 'sat', 'sun'], zone: 'Europe/Zurich' }))],
    ['schedule a brief', { kind: 'brief', do: 'form' }],
    ['set up a morning brief please', { kind: 'brief', do: 'form' }],
    ['preview the brief', { kind: 'brief', do: 'preview' }],
    ['what briefs are scheduled?', { kind: 'brief', do: 'list' }],
    ['list the briefs', { kind: 'brief', do: 'list' }],
    ['when is the next brief?', { kind: 'brief', do: 'list' }],
    ['which briefs were skipped', { kind: 'brief', do: 'history' }],
    ['pause the brief until Monday', { kind: 'brief', do: 'pause', until: { weekday: 'mon' } }],
    ['please pause brief 2 for a week', { kind: 'brief', do: 'pause', which: 2, until: { inDays: 7 } }],
    ['resume the morning brief', { kind: 'brief', do: 'resume' }],
    ['skip the next brief', { kind: 'brief', do: 'skip' }],
    ['stop the brief', { kind: 'brief', do: 'remove' }],
    ['cancel brief 3', { kind: 'brief', do: 'remove', which: 3 }],
    ['no more briefs please', { kind: 'brief', do: 'remove' }],
  ])('%s', (typed, effect) => {
    expect(questionOf(typed)).toEqual(effect);
  });

  it.each<readonly [string, object]>([
    ['schedule a brief at 25:61', { reason: 'brief-time', words: '25:61' }],
    ['brief me at 8am IST', { reason: 'brief-zone-shared', words: 'IST' }],
    ['post the brief at 8am UTC+2', { reason: 'brief-offset', words: 'UTC+2' }],
    ['post the brief at 8am in #nosuch', { reason: 'brief-channel', words: '#nosuch' }],
    ['brief me every weekday', { reason: 'brief-without-time' }],
    ['brief me when vix &gt; 30', { reason: 'brief-trigger', words: 'when vix > 30' }],
    ["skip tomorrow's brief", { reason: 'not-a-brief', words: "tomorrow's" }],
    ['pause the brief until christmas', { reason: 'brief-until', words: 'until christmas' }],
  ])('%s is asked back', (typed, unclear) => {
    expect(questionOf(typed)).toMatchObject({ kind: 'unclear', ...unclear });
  });

  it('leaves the conversation where it was', () => {
    expect(contextOf('50bps', 'brief me at 8', 'pause the brief')).toEqual(contextOf('50bps'));
    expect(lastOf('50bps', 'send me the morning brief', 'and 75?')).toMatchObject({ kind: 'rate-move', moveBps: -75 });
  });

  it.each([
    'brief me at 8am',
    'send us the morning brief',
    'can we get a brief at 8?',
    'pause the brief',
    'list the briefs',
  ])('%s is for the desk, whoever is named', (typed) => {
    expect(isForDesk(typed, readTurn(typed))).toBe(true);
  });

  it.each(['the morning brief', 'morning brief at 8?', 'brief at 8', 'our brief please'])(
    '%s may be said among people, where the bot is not named',
    (typed) => {
      expect(isForDesk(typed, readTyped(typed))).toBe(false);
    },
  );
});

describe('words that are brief, and no brief', () => {
  it.each<readonly [string, object]>([
    ['a brief summary of note 002', { kind: 'notes', note: '002' }],
    ['brief me on tariffs', views({ topics: ['tariffs'] })],
    ['brief me at 8 on tariffs', views({ topics: ['tariffs'] })],
    ['give me a brief on Lee', views({ who: ['Tom Lee'] })],
    ['what are the bears saying, in brief?', views({ stances: ['bearish'] })],
    ['brief me on the ratio', { kind: 'ratio' }],
    ['can you brief me on 50bps', { kind: 'rate-move', moveBps: -50 }],
    ['who is bullish? keep it brief', views({ stances: ['bullish'] })],
    ['pause', { kind: 'rate-move', moveBps: 0 }],
    ['stop', { kind: 'silence' }],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });

  it.each([
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
  ])('%s', (typed) => {
    const turn = readTurn(typed);
    expect(turn.kind).not.toBe('brief');
    if (turn.kind === 'unclear') expect(turn.reason).not.toMatch(/brief/);
  });
});
