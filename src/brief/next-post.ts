import { addDays } from '../calendar/index.ts';
import { dateOf, type IsoInstant } from '../units.ts';
import { type Slot, slotsAfter } from './due.ts';
import { fateOf } from './fate.ts';
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
  // a clock that was set back brings no brief a second time
  const from = after > schedule.settledTo ? after : schedule.settledTo;
  const last = addDays(dateOf(from), MOST_DAYS);
  for (const slot of slotsAfter(schedule.timing, from)) {
    if (slot.date > last) break;
    if (fateOf(schedule, slot, slot.due).kind === 'post') return slot;
  }
  return undefined;
};
