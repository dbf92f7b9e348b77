import { latestFor, type Schedule } from '../brief/index.ts';
import { laterBy } from '../units.ts';
import type { Found } from './poster.ts';
import type { Claim } from './rounds.ts';
import type { Surroundings } from './surroundings.ts';

/** Slack may still be carrying out what it was sent. */
const BEFORE_LOOKING_MS = 5_000;
/** Slack's clock and this one may differ. */
const CLOCKS_DIFFER_MS = 120_000;
/** How long a look that cannot be had is waited for, where half an hour after the due time comes sooner. */
const LEAST_PATIENCE_MS = 300_000;

/** Looks for a message that may stand in its channel. Where Slack puts the look off, it waits. */
export const createLook =
  ({ poster, now, wait, report, signal }: Surroundings) =>
  async (schedule: Schedule, { slot, due }: Claim): Promise<Exclude<Found, { kind: 'later' }>> => {
    await wait(BEFORE_LOOKING_MS, signal);
    const patient = laterBy(now(), LEAST_PATIENCE_MS);
    const giveUpAt = patient > latestFor({ due }) ? patient : latestFor({ due });
    for (;;) {
      const found = await poster
        .find(schedule, slot, laterBy(due, -CLOCKS_DIFFER_MS))
        .catch((error: unknown): Found => {
          report({ kind: 'failed', schedule: schedule.id, error });
          return { kind: 'cannot look' };
        });
      if (found.kind !== 'later') return found;
      const pauseMs = Math.max(1, found.seconds) * 1_000;
      if (laterBy(now(), pauseMs) > giveUpAt) return { kind: 'cannot look' };
      await wait(pauseMs, signal);
    }
  };
