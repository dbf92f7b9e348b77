import { describe, expect } from 'vitest';
import { isoInstant } from '../../src/units.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, CLICKER } from '../doubles/payloads.ts';
import { ADMIN, DIRECT_MESSAGE, LEFT, MEMBER, OUTSIDE, SHARED, STOCKHOLMER, UNKNOWN } from '../doubles/web-api.ts';
import { BOT, briefing, briefsIn, conversing, slotsIn } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, only, plain, type Workspace } from './workspace.ts';

const TEAM = 'T0TEAM';

const schedulesIn = ({ store }: Workspace) => store.schedules(TEAM);

const add = (
  { store }: Workspace,
  { channel = MEMBER, owner = ASKER, time = '07:30' }: { channel?: string; owner?: string; time?: string },
) =>
  store.addSchedule(
    {
      ...{ team: TEAM, channel, owner, onClosed: 'say', onStale: 'say' },
      timing: { kind: 'clock', days: ['mon'], time, zone: 'America/New_York' },
      createdAt: isoInstant('2026-11-20T14:00:00Z'),
    },
    20,
  );

describe.concurrent('/brief sets up a brief', () => {
  it('in its own channel, in the zone of who asks, and says there whose it is', async ({ workspace }) => {
    // one message: the channel's own, which the asker reads there
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30', { user: STOCKHOLMER })).toBe('');
    const intro = only(workspace.slack.posted);
    expect(intro.channel).toBe(MEMBER);
    expect(intro.text).toContain('Morning brief here, weekdays 07:30 Stockholm.');
    expect(intro.text).toContain(`Set up by <@${STOCKHOLMER}>; the first one comes Mon 23 Nov, 07:30 Stockholm`);
    expect(await schedulesIn(workspace)).toEqual([
      expect.objectContaining({
        channel: MEMBER,
        owner: STOCKHOLMER,
        timing: { kind: 'clock', days: ['mon', 'tue', 'wed', 'thu', 'fri'], time: '07:30', zone: 'Europe/Stockholm' },
      }),
    ]);
  });

  it('in a channel that is named, from anywhere', async ({ workspace }) => {
    const words = `mon,thu 8am Europe/London <#${MEMBER}|desk>`;
    // who asks from elsewhere is answered there
    expect(await briefing(workspace).privateReplyTo(words, { channel: DIRECT_MESSAGE })).toMatch(
      /^Brief set up in <#C0MEMBER>, Mon and Thu 08:00 London\. First one: Mon 23 Nov, 03:00 New York/,
    );
    expect(only(workspace.slack.posted).channel).toBe(MEMBER);
    expect(await schedulesIn(workspace)).toHaveLength(1);
  });

  it.for<[string, string, string]>([
    ['where I am not', `weekdays 07:30 <#${OUTSIDE}|out>`, 'Type /invite @Rotation Desk in <#C0OUTSIDE>'],
    ['that cannot be found', `weekdays 07:30 <#${UNKNOWN}|x>`, '/invite @Rotation Desk'],
    ['that another company reads', `weekdays 07:30 <#${SHARED}|x>`, 'another company reads along'],
    ['by a name that Slack does not know', 'weekdays 07:30 #nowhere', '#nowhere'],
  ])('not in a channel %s', async ([, words, part], { workspace }) => {
    expect(await briefing(workspace).privateReplyTo(words)).toContain(part);
    expect(workspace.slack.posted).toEqual([]);
    expect(await schedulesIn(workspace)).toEqual([]);
  });

  it('not in a direct message, and not in a channel that is to be silent', async ({ workspace }) => {
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30', { channel: DIRECT_MESSAGE })).toContain(
      'A brief goes to a channel',
    );
    await workspace.store.changeSettings(TEAM, (was) => ({ ...was, silentChannels: [MEMBER] }));
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30')).toContain('I am to be silent in <#C0MEMBER>');
    expect(await schedulesIn(workspace)).toEqual([]);
  });

  it.for(['weekdays 25:61', 'weekdays 07:30 Atlantis', 'weekdays', 'weekdays 07:30 IST'])(
    'not from words that leave a doubt: %s',
    async (words, { workspace }) => {
      expect(await briefing(workspace).privateReplyTo(words)).toContain('/brief ');
      expect(workspace.slack.posted).toEqual([]);
      expect(await schedulesIn(workspace)).toEqual([]);
    },
  );

  it('from words whose zone is not sure once it is chosen by a button', async ({ workspace }) => {
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30 desk time', { user: STOCKHOLMER })).toContain(
      'Whose clock is “desk time”?',
    );
    const asked = workspace.slack.privateReplies.at(-1) as Shown;
    const choose = (label: string) =>
      conversing(workspace).sent([() => workspace.click(label, asked, { user: STOCKHOLMER, channel: MEMBER })]);
    await choose('London');
    expect((await schedulesIn(workspace))[0]?.timing).toMatchObject({ time: '07:30', zone: 'Europe/London' });
    await choose('My own clock');
    expect((await schedulesIn(workspace))[1]?.timing).toMatchObject({ time: '07:30', zone: 'Europe/Stockholm' });
    expect(only(workspace.slack.posted.slice(1)).text).toContain('weekdays 07:30 Stockholm');
  });

  it.for<[string, string]>([
    ['weekdays 07:30 market time', 'America/New_York'],
    ['weekdays 07:30 US time', 'America/New_York'],
    ['weekdays 07:30 my time', 'Europe/Stockholm'],
  ])('by the clock that is named: %s', async ([words, zone], { workspace }) => {
    await briefing(workspace).type(words, { user: STOCKHOLMER });
    expect((await schedulesIn(workspace))[0]?.timing).toMatchObject({ zone });
  });

  it.for<[string, string]>([
    ['when odds flip', 'It cannot fire now: I have no futures prices.'],
    ['when ratio > 0.40', 'It cannot fire now: I have no closes.'],
  ])('and says that it cannot fire without data: %s', async ([words, said], { workspace }) => {
    await briefing(workspace).type(words);
    expect(only(workspace.slack.posted).text).toContain(said);
    expect(await briefing(workspace).privateReplyTo('list')).toContain(
      said.replace('It cannot', 'Cannot').replace(/\.$/, ''),
    );
  });

  it.for<[string, string]>([
    ['first business day of the month at 8', 'the first business day of the month 08:00 New York'],
    ['every second monday 8am London', 'every second Mon 08:00 London'],
    ['30 minutes before the open', 'trading days 09:00 New York, 30 minutes before the open'],
    ['the day before a fed decision 16:00', 'the day before a Fed decision 16:00 New York'],
    ['the morning of a fed decision 7:30', 'the day of a Fed decision 07:30 New York'],
    ['24 nov 8am', 'once, Tue 24 Nov 2026 08:00 New York'],
  ])('on the days that are asked for: %s', async ([words, said], { workspace }) => {
    await briefing(workspace).type(words);
    expect(plain(only(workspace.slack.posted).text)).toContain(`${said}. Set up by <@${ASKER}>; the first one comes`);
    expect(plain(await briefing(workspace).privateReplyTo('list'))).toContain(said);
  });

  it('for one day, which is posted once and then over', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-20T14:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('tomorrow 10am');
    for (const day of ['21', '22', '23']) {
      clock.now = isoInstant(`2026-11-${day}T15:00:00Z`);
      await workspace.runDue();
    }
    expect(slotsIn(workspace.slack.posted)).toEqual(['2026-11-21']);
    expect(await briefing(workspace).privateReplyTo('list')).toContain('Over');
    expect(await briefing(workspace).privateReplyTo('today 8am')).toContain('that time has passed');
  });

  it('up to twenty in a workspace, and says so', async ({ workspace }) => {
    for (let count = 0; count < 20; count += 1) await add(workspace, {});
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30')).toContain('a workspace has room for 20 briefs');
    expect(await schedulesIn(workspace)).toHaveLength(20);
  });

  it('not where its first words cannot be posted', async ({ workspace }) => {
    workspace.slack.script.always('chat.postMessage', { error: 'restricted_action' });
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30')).toContain('I may not post in <#C0MEMBER>');
    expect(await schedulesIn(workspace)).toEqual([]);
  });

  it('not where Slack has no time for its first words', async ({ workspace }) => {
    workspace.slack.script.always('chat.postMessage', { status: 429, retryAfterSeconds: 60 });
    expect(await briefing(workspace).privateReplyTo('weekdays 07:30')).toContain('Slack did not take my first words');
    expect(await schedulesIn(workspace)).toEqual([]);
  });

  it('not twice the same', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 07:30');
    expect(await briefing(workspace).privateReplyTo('07:30 every weekday')).toContain('That brief is set up already');
    expect(await schedulesIn(workspace)).toHaveLength(1);
  });

  it('from a mention, and shows one in the thread', async ({ workspace }) => {
    await conversing(workspace).say(`${BOT} brief me every weekday at 8am Stockholm`);
    expect(await schedulesIn(workspace)).toHaveLength(1);
    const before = workspace.slack.posted.length;
    const ts = await conversing(workspace).say(`${BOT} give us the morning brief`);
    await eventually(() => expect(workspace.slack.posted.slice(before)).toHaveLength(2));
    const [shown, details] = workspace.slack.posted.slice(before);
    expect(shown).toMatchObject({ threadTs: ts, text: expect.stringContaining('Not investment advice') });
    expect(details).toMatchObject({ threadTs: ts, text: expect.stringContaining('Behind the brief') });
  });
});

describe.concurrent('/brief changes a brief', () => {
  it('for who set it up and for admins, not for others', async ({ workspace }) => {
    await add(workspace, {});
    expect(await briefing(workspace).privateReplyTo('pause', { user: CLICKER })).toContain('this brief is not yours');
    expect((await schedulesIn(workspace))[0]?.paused).toBeUndefined();
    expect(await briefing(workspace).privateReplyTo('pause')).toMatch(/^Paused: the brief in <#C0MEMBER>/);
    expect((await schedulesIn(workspace))[0]?.paused).toEqual({});
    expect(await briefing(workspace).privateReplyTo('resume', { user: ADMIN })).toContain(
      'Next: Mon 23 Nov, 07:30 New York',
    );
    expect((await schedulesIn(workspace))[0]?.paused).toBeUndefined();
    expect(await briefing(workspace).privateReplyTo('remove', { user: ADMIN })).toMatch(/^Removed/);
    expect(await schedulesIn(workspace)).toEqual([]);
  });

  it('to another time, other days and another zone, for who set it up and for admins', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30 New York');
    expect(await briefing(workspace).privateReplyTo('change to 8', { user: CLICKER })).toContain('is not yours');
    expect(await briefing(workspace).privateReplyTo('change to 6:45 london, not on fridays')).toMatch(
      /^Changed: the brief in <#C0MEMBER>, Mon, Tue, Wed and Thu 06:45 London\..*Next: Mon 23 Nov/,
    );
    expect(await briefing(workspace).privateReplyTo('move it half an hour earlier', { user: ADMIN })).toContain(
      '06:15',
    );
    for (const part of [
      'change to 5am fridays only, not on fridays',
      'move it by 8 hours earlier',
      'change it to .4',
    ]) {
      expect(await briefing(workspace).privateReplyTo(part)).toMatch(/^(?:Not changed|I could not read)/);
    }
    expect(await briefing(workspace).privateReplyTo('change')).toContain('What is to change');
    await briefing(workspace).type('change to every second monday 6:15');
    expect((await schedulesIn(workspace))[0]?.timing).toMatchObject({
      ...{ days: ['mon'], time: '06:15', on: { kind: 'second-week', from: '2026-11-23' } },
    });
    clock.now = isoInstant('2026-11-23T06:15:00Z');
    await workspace.runDue();
    expect(slotsIn(workspace.slack.posted)).toEqual(['2026-11-23']);
  });

  it('by words said in the thread where it was set up', async ({ workspace }) => {
    const { say } = conversing(workspace);
    const thread = await say(`${BOT} brief me every weekday at 8am`);
    const saying = async (words: string) => {
      await say(`${BOT} ${words}`, { thread });
      return plain(workspace.slack.privateReplies.at(-1)?.text ?? '');
    };
    expect(await saying('make it 8:15')).toMatch(/^Changed: the brief in <#C0MEMBER>, weekdays 08:15 New York/);
    expect(await saying('half an hour before the open')).toMatch(
      /trading days 09:00 New York, 30 minutes before the open/,
    );
    expect(await saying('make it 8:15')).toMatch(/weekdays 08:15 New York, not on closed days/);
    expect(await saying('make it the last business day of the month')).toMatch(
      /the last business day of the month 08:15/,
    );
    expect(await saying('the day before the fed instead')).toMatch(
      /the day before a Fed decision 08:15 New York.*Next: Tue 8 Dec/,
    );
    expect(await saying('every second monday')).toMatch(/every second Mon 08:15 New York/);
    expect(await saying('weekdays')).toMatch(/^Changed: the brief in <#C0MEMBER>, weekdays 08:15 New York/);
    expect(await saying(`move it to <#${OUTSIDE}|pm>`)).toContain('I am not in <#C0OUTSIDE>');
    expect(await schedulesIn(workspace)).toHaveLength(1);
  });

  it('by words said in the thread of the message that introduced it', async ({ workspace }) => {
    await briefing(workspace).type('weekdays 7am');
    await add(workspace, { time: '06:00' });
    await briefing(workspace).type('weekdays 8am');
    const thread = workspace.slack.posted.at(-1)?.ts;
    expect(thread).toBeDefined();
    await conversing(workspace).say(`${BOT} make it 8:15`, { thread });
    expect(plain(workspace.slack.privateReplies.at(-1)?.text ?? '')).toMatch(/^Changed: .* weekdays 08:15 New York/);
    const times = (await schedulesIn(workspace)).map(({ timing }) => timing.kind === 'clock' && timing.time);
    expect(times).toEqual(['07:00', '06:00', '08:15']);
  });

  it('to another channel, which hears of it first', async ({ workspace }) => {
    await add(workspace, {});
    expect(await briefing(workspace).privateReplyTo(`move it to <#${OUTSIDE}>`)).toContain('I am not in');
    expect((await schedulesIn(workspace))[0]?.channel).toBe(MEMBER);
  });

  it('by its time where several can be meant', async ({ workspace }) => {
    await add(workspace, {});
    await add(workspace, { time: '16:30' });
    expect(await briefing(workspace).privateReplyTo('change the 16:30 to 17:00')).toMatch(/^Changed.*17:00/);
    expect(await briefing(workspace).privateReplyTo('stop the 7:30')).toMatch(/^Removed.*07:30/);
    expect(await briefing(workspace).privateReplyTo('stop the 7:30')).toContain('There is no such brief');
  });

  it('by its number where several can be meant', async ({ workspace }) => {
    await add(workspace, {});
    await add(workspace, { time: '16:30' });
    expect(await briefing(workspace).privateReplyTo('remove')).toMatch(/^Which one\?.*\/brief remove 1/s);
    expect(await briefing(workspace).privateReplyTo('remove 3')).toContain('There is no brief 3');
    expect(await briefing(workspace).privateReplyTo('remove 2')).toMatch(/^Removed.*16:30/);
    expect(await schedulesIn(workspace)).toHaveLength(1);
    await add(workspace, { time: '18:30' });
    expect(await briefing(workspace).privateReplyTo('remove 2')).toContain('There is no brief 2');
    expect(await briefing(workspace).privateReplyTo('remove 3')).toMatch(/^Removed.*18:30/);
  });

  it('pauses it until a day, which is not to be in the past', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30 New York');
    expect(await briefing(workspace).privateReplyTo('pause until 2026-11-20')).toContain('That day has passed');
    expect(await briefing(workspace).privateReplyTo('pause until 2026-11-25')).toContain('Wed 25 Nov');
    for (const day of ['23', '24', '25']) {
      clock.now = isoInstant(`2026-11-${day}T12:30:00Z`);
      await workspace.runDue();
    }
    expect(slotsIn(workspace.slack.posted)).toEqual(['2026-11-25']);
    expect(await briefing(workspace).privateReplyTo('history')).toContain('Mon 23 Nov left out: paused');
  });

  it('leaves the next one out, and no more than that', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30 New York');
    expect(await briefing(workspace).privateReplyTo('skip next')).toMatch(
      /^Left out: the brief of Mon 23 Nov, 07:30 New York.*Next: Tue 24 Nov/,
    );
    for (const day of ['23', '24']) {
      clock.now = isoInstant(`2026-11-${day}T12:30:00Z`);
      await workspace.runDue();
    }
    expect(slotsIn(workspace.slack.posted)).toEqual(['2026-11-24']);
    expect(await briefing(workspace).privateReplyTo('history')).toContain('left out, as asked');
  });

  it('leaves out the one of a day that is named, where one is due', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30 New York');
    expect(await briefing(workspace).privateReplyTo('skip saturday')).toContain('not due on Sat 28 Nov');
    expect(await briefing(workspace).privateReplyTo('skip tuesday')).toMatch(/^Left out: the brief of Tue 24 Nov/);
    expect(await briefing(workspace).privateReplyTo('list')).toMatch(/Next Mon 23 Nov.*, Tue 24 Nov left out/);
    for (const day of ['23', '24', '25']) {
      clock.now = isoInstant(`2026-11-${day}T12:30:00Z`);
      await workspace.runDue();
    }
    expect(slotsIn(workspace.slack.posted)).toEqual(['2026-11-23', '2026-11-25']);
  });

  it('names it by its place in the list, which need not be its number', async ({ workspace }) => {
    for (const time of ['07:30', '08:30', '09:30']) await add(workspace, { time });
    await briefing(workspace).type('remove 1');
    expect(await briefing(workspace).privateReplyTo('kill the second one')).toMatch(/^Removed.*09:30/);
    expect(await briefing(workspace).privateReplyTo('remove the second one')).toMatch(/^Which one\?/);
    expect(await briefing(workspace).privateReplyTo('remove the last one')).toMatch(/^Removed.*08:30/);
  });

  it('has none to leave out while it is paused', async ({ workspace }) => {
    await add(workspace, {});
    await briefing(workspace).type('pause');
    expect(await briefing(workspace).privateReplyTo('skip next')).toContain(
      'is paused: there is no next one to leave out',
    );
    expect((await schedulesIn(workspace))[0]).not.toHaveProperty('skip');
  });

  it('shows nobody a brief of a channel that may not be theirs to know of', async ({ workspace }) => {
    await add(workspace, { channel: OUTSIDE, owner: ADMIN });
    expect(await briefing(workspace).privateReplyTo('list')).toContain('No brief is set up');
    expect(await briefing(workspace).privateReplyTo('remove 1')).toContain('There is no brief 1');
    expect(await briefing(workspace).privateReplyTo('list', { user: ADMIN })).toContain(OUTSIDE);
  });

  it('goes on where whoever set it up has left, says so, and lets an admin change it', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    const workspace = await open('http', { clock });
    await add(workspace, { owner: LEFT });
    clock.now = isoInstant('2026-11-23T12:30:00Z');
    await workspace.runDue();
    expect(only(briefsIn(workspace.slack.posted)).text).toContain(`Set up by @${LEFT.toLowerCase()} (who has left)`);
    expect(await briefing(workspace).privateReplyTo('list')).toContain('who has left');
    expect(await briefing(workspace).privateReplyTo('pause')).toContain('a workspace admin may change it');
    expect(await briefing(workspace).privateReplyTo('pause', { user: ADMIN })).toMatch(/^Paused/);
  });

  it('shows a preview to the asker alone, and now to all', async ({ workspace }) => {
    expect(await briefing(workspace).privateReplyTo('preview')).toContain('Only you see this');
    expect(workspace.slack.posted).toEqual([]);
    await briefing(workspace).type('now');
    await eventually(() => expect(workspace.slack.posted).toHaveLength(2));
    const [shown, details] = workspace.slack.posted;
    expect(shown?.text).toContain(`Asked by <@${ASKER}>`);
    expect(details).toMatchObject({ threadTs: shown?.ts, text: expect.stringContaining('Behind the brief') });
  });
});
