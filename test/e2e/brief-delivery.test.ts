import { describe, expect } from 'vitest';
import { shippedFacts } from '../../src/facts/facts.ts';
import type { CurrentFacts } from '../../src/slack/answer-cache.ts';
import { withNote } from '../../src/team-notes/index.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import type { Shown, startFakeSlack } from '../doubles/fake-slack.ts';
import { liveMarket } from '../doubles/live-facts.ts';
import { closesOn, ratioOf } from '../doubles/market-series.ts';
import { ASKER } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, SCOPES, SHARED, TEAM } from '../doubles/web-api.ts';
import { keptNote } from '../team-notes/made-draft.ts';
import { briefing, briefsIn, runTo, slotsIn } from './conversing.ts';
import { eventually } from './eventually.ts';
import { headerOf, it as inWorkspace, only, type Workspace } from './workspace.ts';

const SUNDAY = isoInstant('2026-11-22T12:00:00Z');
/** Half past seven in New York. */
const MONDAY = isoInstant('2026-11-23T12:30:00Z');

interface Start {
  readonly slack?: Awaited<ReturnType<typeof startFakeSlack>>;
  readonly clock?: { now: IsoInstant };
  readonly facts?: () => CurrentFacts;
}
type Open = (over: 'http', start: Start) => Promise<Workspace>;

/** A workspace with one brief, set up on Sunday, on the morning on which it is due first. */
const onMonday = async (open: Open, words = 'weekdays 07:30 New York', facts?: () => CurrentFacts) => {
  const clock = { now: SUNDAY };
  const workspace = await open('http', { clock, ...(facts && { facts }) });
  await briefing(workspace).type(words);
  clock.now = MONDAY;
  return { workspace, clock };
};
const it = inWorkspace.extend('monday', ({ open }) => onMonday(open));

describe.concurrent('a brief whose post goes wrong', { timeout: 30_000 }, () => {
  it('stands once where the answer was lost: it is found by what hangs on it', async ({ monday: { workspace } }) => {
    workspace.slack.script.once('chat.postMessage', 'lose the answer');
    await workspace.runDue();
    expect(slotsIn(workspace.slack.posted)).toEqual(['2026-11-23']);
    expect(workspace.slack.callsTo('conversations.history')[0]?.arguments).toMatchObject({ channel: 'C0MEMBER' });
    expect(await briefing(workspace).privateReplyTo('history')).toContain('Mon 23 Nov posted');
  });

  it('is posted again where it is not there after a fault of Slack’s', async ({ monday: { workspace } }) => {
    workspace.slack.script.once('chat.postMessage', { status: 503 });
    await workspace.runDue();
    expect(slotsIn(workspace.slack.posted)).toEqual(['2026-11-23']);
  });

  it('is not posted again where nobody can look, and is on record as uncertain', async ({
    monday: { workspace, clock },
  }) => {
    workspace.slack.grant(SCOPES.filter((scope) => !scope.endsWith(':history')));
    workspace.slack.script.once('chat.postMessage', { status: 503 });
    await workspace.runDue();
    clock.now = isoInstant('2026-11-23T12:31:00Z');
    await workspace.runDue();
    expect(slotsIn(workspace.slack.posted)).toEqual([]);
    expect(await briefing(workspace).privateReplyTo('history')).toContain('not certain');
  });

  it('waits as long as Slack asks, and comes once', async ({ monday: { workspace } }) => {
    workspace.slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 1 });
    await workspace.runDue();
    expect(slotsIn(workspace.slack.posted)).toEqual(['2026-11-23']);
  });

  it('informs whoever set it up, once, where the channel is closed to it', async ({ monday: { workspace, clock } }) => {
    const { slack } = workspace;
    for (const now of ['2026-11-23T12:30:00Z', '2026-11-24T12:30:00Z']) {
      clock.now = isoInstant(now);
      slack.script.once('chat.postMessage', { error: 'is_archived' });
      await workspace.runDue();
      const notices = () => slack.posted.filter(({ text }) => text.includes('could not be posted'));
      await eventually(() => expect(notices()).toHaveLength(1));
      expect(notices()[0]?.channel).toBe(DIRECT_MESSAGE);
    }
    expect(slotsIn(slack.posted)).toEqual([]);
    expect(slack.callsTo('chat.postMessage').filter(({ arguments: { channel } }) => channel === ASKER)).toHaveLength(1);
    expect(await briefing(workspace).privateReplyTo('history')).toContain('not posted: the channel is archived');
  });

  it('does not wait for who set it up, where Slack does not tell', async ({ monday: { workspace } }) => {
    workspace.slack.script.always('users.info', { status: 429, retryAfterSeconds: 60 });
    await workspace.runDue();
    expect(only(briefsIn(workspace.slack.posted)).text).toContain(`Set up by <@${ASKER}>`);
  });

  it('waits where Slack does not tell who reads along, and is never posted in the dark', async ({ open }) => {
    const clock = { now: SUNDAY };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30 New York');
    const before = workspace.slack.callsTo('chat.postMessage').length;
    workspace.slack.script.always('conversations.info', { error: 'internal_error' });
    // the channel is remembered as it was for a minute: another process asks anew
    const later = await open('http', { clock, store: workspace.store, slack: workspace.slack });
    clock.now = MONDAY;
    void later.runDue();
    await eventually(() => expect(workspace.slack.callsTo('conversations.info').length).toBeGreaterThan(1));
    expect(workspace.slack.callsTo('chat.postMessage')).toHaveLength(before);
  });

  it('stays out of a channel that an admin has silenced since', async ({ monday: { workspace } }) => {
    await workspace.store.changeSettings('T0TEAM', (was) => ({ ...was, silentChannels: ['C0MEMBER'] }));
    await workspace.runDue();
    expect(slotsIn(workspace.slack.posted)).toEqual([]);
    expect(workspace.slack.posted.at(-1)?.text).toContain('set to silent');
    expect(await briefing(workspace).privateReplyTo('history')).toContain('not posted: the channel is set to silent');
  });

  it('is rendered in plain sections where Slack refuses its blocks', async ({ monday: { workspace } }) => {
    workspace.slack.script.once('chat.postMessage', { error: 'invalid_blocks' });
    await workspace.runDue();
    const posted = only(briefsIn(workspace.slack.posted));
    expect(posted.blocks.map(({ type }) => type)).not.toContain('data_table');
    expect(slotsIn([posted])).toEqual(['2026-11-23']);
  });
});

/** Sessions up to Friday 20 November, and then Monday's. */
const DATES = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'] as const;

const factsUpTo = (count: number, russell: readonly number[], now: IsoInstant): CurrentFacts => {
  const dates = DATES.slice(0, count) as unknown as Parameters<typeof closesOn>[0];
  const ratio = ratioOf(
    closesOn(dates, russell.slice(0, count)),
    closesOn(
      dates,
      russell.slice(0, count).map(() => 6_000),
    ),
  );
  return { facts: { ...shippedFacts(now), market: liveMarket(ratio) } };
};

describe.concurrent('what a brief rests on', { timeout: 30_000 }, () => {
  it('is held back where it is old, if that was asked for', async ({ open }) => {
    const { workspace } = await onMonday(open, 'weekdays 07:30 New York hold if stale');
    await workspace.runDue();
    expect(slotsIn(workspace.slack.posted)).toEqual([]);
    expect(await briefing(workspace).privateReplyTo('history')).toContain('held back: no closes, or old ones');
  });

  it('is posted once when the ratio crosses a level, and says what was crossed', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    let known = 3;
    const russell = [2_300, 2_310, 2_320, 2_460];
    const workspace = await open('http', { clock, facts: () => factsUpTo(known, russell, clock.now) });
    await briefing(workspace).type('when ratio &gt; 0.40');
    await workspace.runDue();
    clock.now = isoInstant('2026-11-23T22:00:00Z');
    known = 4;
    for (let minute = 0; minute < 3; minute += 1) await workspace.runDue();
    const posted = only(briefsIn(workspace.slack.posted));
    expect(posted.text).toContain('Ratio closed above 0.400');
    expect(slotsIn([posted])).toEqual(['2026-11-23 above']);
  });

  it('compares with the last brief of the channel', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    let known = 3;
    const russell = [2_300, 2_310, 2_320, 2_460];
    const workspace = await open('http', { clock, facts: () => factsUpTo(known, russell, clock.now) });
    await briefing(workspace).type('weekdays 07:30 New York');
    clock.now = MONDAY;
    await workspace.runDue();
    clock.now = isoInstant('2026-11-24T12:30:00Z');
    known = 4;
    await workspace.runDue();
    const [monday, tuesday] = briefsIn(workspace.slack.posted);
    expect(monday?.text).toContain('First brief here');
    expect(tuesday?.text).toContain('ratio 0.387 to 0.410');
  });
});

const add = async ({ store }: Workspace, number: string, on: string): Promise<void> => {
  const file = keptNote({ header: { title: number } }, number, on, ASKER);
  await store.changeNotes(
    TEAM,
    (was) => {
      const change = withNote(was, file);
      return change.kind === 'changed' ? change.notes : was;
    },
    { user: ASKER, now: isoInstant(`${on}T15:00:00Z`) },
  );
};

describe('a brief that is posted', () => {
  it('names what was added since the last one, on its own day too, and names it once', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-24T12:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30');
    const runOn = (day: string) => runTo(workspace, clock, isoInstant(`2026-11-${day}T13:00:00Z`), 30);
    await runOn('24');
    await add(workspace, 'T1', '2026-11-24');
    await runOn('25');
    await add(workspace, 'T2', '2026-11-25');
    // Thanksgiving has a brief too
    await runOn('27');
    await runOn('30');
    const added = briefsIn(workspace.slack.posted).map(
      ({ text }) => /Added: [^.]*\./.exec(text.replaceAll('\u00a0', ' '))?.[0],
    );
    expect(added).toEqual([
      undefined,
      'Added: Note T1, Norrgate Research, 18 Sep: 1 view, 1 figure.',
      'Added: Note T2, Norrgate Research, 18 Sep: 1 view, 1 figure.',
      undefined,
      undefined,
    ]);
  });

  it('names none of them where another company reads along', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-24T12:00:00Z') };
    const workspace = await open('http', { clock });
    await workspace.store.changeSettings(TEAM, (was) => ({ ...was, allowedSharedChannels: [SHARED] }));
    await briefing(workspace).type('weekdays 07:30', { channel: SHARED });
    await runTo(workspace, clock, isoInstant('2026-11-24T13:00:00Z'), 30);
    await add(workspace, 'T1', '2026-11-24');
    await runTo(workspace, clock, isoInstant('2026-11-25T13:00:00Z'), 30);
    const briefs = briefsIn(workspace.slack.posted);
    expect(briefs).toHaveLength(2);
    expect(JSON.stringify(briefs)).not.toMatch(/Norrgate|Added/);
  });
});

describe.concurrent('a week of briefs, with Thanksgiving and the early close after it', { timeout: 60_000 }, () => {
  it.for(['http', 'socket'] as const)(
    'posts one on each day and says that the exchange is closed, over %s',
    async (over, { open }) => {
      const clock = { now: isoInstant('2026-11-22T15:00:00Z') };
      const workspace = await open(over, { clock });
      await briefing(workspace).type('weekdays 07:30 New York');
      await runTo(workspace, clock, isoInstant('2026-11-30T15:00:00Z'), 10);
      const { posted } = workspace.slack;
      expect(slotsIn(posted)).toEqual([
        '2026-11-23',
        '2026-11-24',
        '2026-11-25',
        '2026-11-26',
        '2026-11-27',
        '2026-11-30',
      ]);
      const briefs = briefsIn(posted);
      expect(headerOf(briefs[3] as Shown)).toContain('NYSE is closed today: Thanksgiving');
      expect(briefs[3]?.text).toContain('Fri 27 Nov');
      expect(briefs[4]?.text).toContain('closes early 13:00 ET');
      for (const brief of briefs) expect(brief.text).toContain(`Set up by @${ASKER.toLowerCase()}`);
    },
  );

  it('leaves the holiday out where that was asked for, and has a record of each day', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T15:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30 New York skip holidays');
    await runTo(workspace, clock, isoInstant('2026-11-30T15:00:00Z'), 10);
    expect(slotsIn(workspace.slack.posted)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-27',
      '2026-11-30',
    ]);
    const reply = await briefing(workspace).privateReplyTo('history');
    expect(reply).toContain('Thu 26 Nov left out: NYSE closed');
    expect(reply.match(/posted 07:30/g)).toHaveLength(5);
  });

  it('is late by as much as the bot was away, and left out when that was too long', async ({ open }) => {
    const clock = { now: isoInstant('2026-11-22T15:00:00Z') };
    const workspace = await open('http', { clock });
    await briefing(workspace).type('weekdays 07:30 New York');
    // due at 12:30 UTC
    clock.now = isoInstant('2026-11-23T12:52:00Z');
    await workspace.runDue();
    clock.now = isoInstant('2026-11-24T13:05:00Z');
    await workspace.runDue();
    const briefs = briefsIn(workspace.slack.posted);
    expect(slotsIn(briefs)).toEqual(['2026-11-23']);
    expect(briefs[0]?.text).toContain('Due 07:30, posted 07:52');
    const reply = await briefing(workspace).privateReplyTo('history');
    expect(reply).toContain('posted 07:52, 22 minutes late');
    expect(reply).toContain('Tue 24 Nov left out: the bot was stopped');
  });

  it('reads the clock of the channel’s own brief where one is asked for now', async ({ open }) => {
    // Monday 08:00 in Sydney, Sunday afternoon in New York
    const clock = { now: isoInstant('2026-11-22T21:00:00Z') };
    const workspace = await open('http', { clock });
    expect(await briefing(workspace).privateReplyTo('preview')).toContain('Sun 22 Nov 2026');
    await briefing(workspace).type('weekdays 07:30 Sydney');
    expect(await briefing(workspace).privateReplyTo('preview')).toContain('Mon 23 Nov 2026');
    await briefing(workspace).type('now');
    expect(workspace.slack.posted.some(({ text }) => text.includes('Mon 23 Nov 2026'))).toBe(true);
  });
});
