import { type Crossing, crossingOf, type Delivery, latestFor, type Schedule, slotsBetween } from '../brief/index.ts';
import type { Facts } from '../facts/index.ts';
import { LIMITS } from '../store/index.ts';
import { addMilliseconds, type IsoInstant } from '../units.ts';
import type { Found, Surroundings } from './port.ts';

/** A slot of a schedule, claimed or to be claimed. */
export type Claim = Pick<Delivery, 'schedule' | 'slot' | 'due'>;

/** What there is to do for one schedule. */
export interface Round {
  readonly schedule: Schedule;
  /** Claimed by this process or an earlier one, and left open. */
  readonly open: readonly Claim[];
  /** Soonest first. */
  readonly due: readonly Claim[];
  /** Where a trigger stands now. */
  readonly look?: Crossing | undefined;
}

/** After a long stop, what is recorded as left out is what the history keeps. */
const { lifeMs, most } = LIMITS.deliveries;

const dueOf = ({ id, timing, settledTo }: Schedule, now: IsoInstant): readonly Claim[] => {
  if (timing.kind !== 'clock') return [];
  const first = addMilliseconds(now, -lifeMs);
  return slotsBetween(timing, settledTo > first ? settledTo : first, now)
    .slice(-most)
    .map(({ date, due }) => ({ schedule: id, slot: date, due }));
};

/** @param facts asked only for a trigger */
export const roundOf = (schedule: Schedule, open: readonly Claim[], now: IsoInstant, facts: () => Facts): Round => {
  const { timing, stood } = schedule;
  const due = dueOf(schedule, now).filter(({ slot }) => !open.some((one) => one.slot === slot));
  const look = timing.kind === 'crossing' ? crossingOf(timing.of, facts(), stood) : undefined;
  return { schedule, open, due, look };
};

/** A trigger that stands where it stood asks for nothing. */
export const isAnything = ({ schedule, open, due, look }: Round): boolean =>
  open.length > 0 || due.length > 0 || (look !== undefined && look.stood !== schedule.stood);

const firstDue = ({ open, due }: Round): string => [...open, ...due].map((one) => one.due).toSorted()[0] ?? '';

/** For sorting: what came due first goes first. */
export const byDue = (one: Round, other: Round): number => firstDue(one).localeCompare(firstDue(other));

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
    const patient = addMilliseconds(now(), LEAST_PATIENCE_MS);
    const giveUpAt = patient > latestFor({ due }) ? patient : latestFor({ due });
    for (;;) {
      const found = await poster
        .find(schedule, slot, addMilliseconds(due, -CLOCKS_DIFFER_MS))
        .catch((error: unknown): Found => {
          report({ kind: 'failed', schedule: schedule.id, error });
          return { kind: 'cannot look' };
        });
      if (found.kind !== 'later') return found;
      const pauseMs = Math.max(1, found.seconds) * 1_000;
      if (addMilliseconds(now(), pauseMs) > giveUpAt) return { kind: 'cannot look' };
      await wait(pauseMs, signal);
    }
  };
