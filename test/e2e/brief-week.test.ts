import { describe, expect } from 'vitest';
import { isoInstant } from '../../src/units.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER } from '../doubles/payloads.ts';
import { briefing, briefsIn, runTo, slotsIn } from './briefing.ts';
import { headerOf, it } from './workspace.ts';

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
