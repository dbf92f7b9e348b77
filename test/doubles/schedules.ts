import type { Delivery, DeliveryOutcome, Schedule } from '../../src/brief/schedule.ts';
import { isoInstant } from '../../src/units.ts';

/** Briefs of a workspace, as the store keeps them. */

export const schedule = (more: Partial<Schedule> = {}): Schedule => ({
  id: 'S1',
  number: 1,
  team: 'T0TEAM',
  channel: 'C0MACRO',
  owner: 'U0MIA',
  timing: { kind: 'clock', days: ['mon', 'tue', 'wed', 'thu', 'fri'], time: '07:30', zone: 'America/New_York' },
  onClosed: 'say',
  onStale: 'say',
  createdAt: isoInstant('2026-11-02T12:00:00Z'),
  settledTo: isoInstant('2026-11-02T12:00:00Z'),
  ...more,
});

export const STOCKHOLM = schedule({
  id: 'S2',
  number: 2,
  channel: 'C0DESK',
  owner: 'U0JONAS',
  timing: { kind: 'clock', days: ['thu', 'mon'], time: '08:00', zone: 'Europe/Stockholm' },
  onClosed: 'skip',
});

export const CROSSING = schedule({
  id: 'S3',
  number: 3,
  timing: { kind: 'crossing', of: { kind: 'ratio', side: 'above', level: 0.4 } },
  onStale: 'hold',
});

/** Due at half past seven in New York, dealt with a few seconds later unless said otherwise. */
export const delivery = (slot: string, outcome: DeliveryOutcome, at = `${slot}T12:30:04Z`): Delivery => ({
  schedule: 'S1',
  slot,
  due: isoInstant(`${slot}T12:30:00Z`),
  at: isoInstant(at),
  outcome,
});
