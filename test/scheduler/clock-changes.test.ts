import { describe, expect, it } from 'vitest';
import type { Weekday } from '../../src/brief/day-reference.ts';
import { datesFrom, firstQuarterShowing, weekdayIn } from '../brief/clocks.ts';
import { at, EVERY_DAY, WORKDAYS } from '../brief/made-schedule.ts';
import { fakeChannels } from './fake-channel.ts';
import { recordOf, running } from './running.ts';
import { virtualClock } from './virtual-clock.ts';

const [FIRST, LAST] = ['2026-09-28', '2027-04-16'] as const;
const QUARTER_MS = 900_000;

/** Typed in once more from the exchange's announcement, for the span of this test. */
const CLOSED = ['2026-11-26', '2026-12-25', '2027-01-01', '2027-01-18', '2027-02-15', '2027-03-26'];

interface Case {
  readonly zone: string;
  readonly time: string;
  readonly days: readonly Weekday[];
  readonly onClosed: 'say' | 'skip';
}

const CASES: readonly Case[] = [
  { zone: 'America/New_York', time: '07:30', days: WORKDAYS, onClosed: 'skip' },
  { zone: 'America/New_York', time: '02:30', days: EVERY_DAY, onClosed: 'say' },
  { zone: 'America/New_York', time: '01:30', days: EVERY_DAY, onClosed: 'skip' },
  { zone: 'Europe/London', time: '01:30', days: EVERY_DAY, onClosed: 'say' },
  { zone: 'Europe/Stockholm', time: '02:30', days: EVERY_DAY, onClosed: 'say' },
  { zone: 'Europe/Stockholm', time: '08:00', days: ['mon', 'thu'], onClosed: 'skip' },
  { zone: 'Australia/Sydney', time: '02:30', days: EVERY_DAY, onClosed: 'say' },
  { zone: 'Australia/Sydney', time: '08:00', days: WORKDAYS, onClosed: 'skip' },
  { zone: 'Asia/Kathmandu', time: '07:30', days: WORKDAYS, onClosed: 'say' },
];

const isClosed = (date: string): boolean => CLOSED.includes(date) || ['sat', 'sun'].includes(weekdayIn(date));

/** What is to be on record, and the instant of each post, from the runtime's own clocks. */
const expected = ({ zone, time, days, onClosed }: Case) =>
  datesFrom(FIRST, LAST)
    .filter((date) => days.includes(weekdayIn(date)))
    .map((date) => ({ date, due: firstQuarterShowing(zone, date, time) }))
    .filter(({ due }) => due > `${FIRST}T00:00:00.000Z` && due <= `${LAST}T00:00:00.000Z`)
    .map(({ date, due }) => ({ date, due, isPosted: onClosed === 'say' || !isClosed(date) }));

describe('two hundred days on the clock, both changes of it in each hemisphere', () => {
  it('gives each due date exactly one delivery or one recorded skip, at its time', { timeout: 60_000 }, async () => {
    const clock = virtualClock(`${FIRST}T00:00:00Z`);
    const { poster, posts } = fakeChannels(clock);
    const scheduler = running({ clock, poster });
    const ids: string[] = [];
    for (const { zone, time, days, onClosed } of CASES) {
      ids.push((await scheduler.add({ timing: at(time, zone, days), onClosed, channel: `C${ids.length}` })).id);
    }
    const records = CASES.map(() => new Set<string>());
    // the history keeps the last hundred: it is read every two months
    for (const end of datesFrom(FIRST, LAST)
      .filter((_, index) => index % 60 === 59)
      .concat(LAST)) {
      await scheduler.runTo(`${end}T00:00:00Z`, QUARTER_MS);
      for (const [index, id] of ids.entries()) {
        for (const line of await recordOf(scheduler.store, id)) records[index]?.add(line);
      }
    }
    for (const [index, one] of CASES.entries()) {
      const all = expected(one);
      expect(all.length).toBeGreaterThan(50);
      const lines = all.map(({ date, isPosted }) => `${date} ${isPosted ? 'posted 0' : 'exchange closed'}`);
      expect([...(records[index] ?? [])]).toEqual(lines);
      const made = posts.filter(({ schedule }) => schedule === ids[index]).map((post) => [post.slot, post.at]);
      expect(made).toEqual(all.filter(({ isPosted }) => isPosted).map(({ date, due }) => [date, due]));
    }
  });
});
