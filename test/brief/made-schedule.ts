import type { Weekday } from '../../src/brief/day-reference.ts';
import type { BriefTiming, BriefTrigger } from '../../src/brief/effect.ts';
import type { NewSchedule, Schedule } from '../../src/brief/schedule.ts';
import { isoInstant } from '../../src/units.ts';

export const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
export const EVERY_DAY: readonly Weekday[] = [...WORKDAYS, 'sat', 'sun'];

export const at = (time: string, zone = 'America/New_York', days: readonly Weekday[] = WORKDAYS) =>
  ({ kind: 'clock', days: [...days], time, zone }) satisfies BriefTiming;

export const when = (of: BriefTrigger): BriefTiming => ({ kind: 'crossing', of });

export const newSchedule = (more: Partial<NewSchedule> = {}): NewSchedule => ({
  team: 'T1',
  channel: 'C1',
  owner: 'U1',
  timing: at('07:30'),
  onClosed: 'say',
  onStale: 'say',
  createdAt: isoInstant('2026-11-20T14:30:00Z'),
  ...more,
});

export const schedule = ({ createdAt, ...more }: Partial<Schedule> = {}): Schedule => ({
  ...newSchedule({ ...(createdAt && { createdAt }) }),
  id: 'a1',
  number: 1,
  settledTo: createdAt ?? newSchedule().createdAt,
  ...more,
});
