import { addDays } from '../calendar/index.ts';
import { dateOf, type IsoInstant } from '../units.ts';
import { type Slot, slotsAfter } from './due.ts';
import { dealtWith, fateOf } from './fate.ts';
import type { Schedule } from './schedule.ts';

/** Days looked through: a schedule that leaves all of them out is as good as one that is never posted. */
const MOST_DAYS = 2 * 365;

/**
 * The next time that a schedule is posted as things stand: not while it is paused, not the one to be skipped, not on a
 * day without a session where those are left out. Undefined for a trigger, under a pause without an end, and for a
 * schedule of Saturdays that leaves such days out.
 */
export const nextPost = (schedule: Schedule, after: IsoInstant): Slot | undefined => {
  if (schedule.timing.kind !== 'clock') return undefined;
  const last = addDays(dateOf(after), MOST_DAYS);
  let standing = schedule;
  for (const slot of slotsAfter(schedule.timing, after)) {
    if (slot.date > last) break;
    const fate = fateOf(standing, slot, slot.due);
    if (fate.kind === 'post') return slot;
    standing = dealtWith(standing, slot, { kind: 'skipped', reason: fate.reason });
  }
  return undefined;
};
