import {
  type BriefMark,
  type DeliveryOutcome,
  type Fate,
  fateOf,
  latestFor,
  minutesLate,
  type Schedule,
  type SkipReason,
  slotOf,
} from '../brief/index.ts';
import { createLanes } from './lanes.ts';
import { createLook } from './looking.ts';
import type { Found, Posted } from './poster.ts';
import type { Claim } from './rounds.ts';
import type { Surroundings } from './surroundings.ts';

/** What came of a delivery, to be written. */
export interface Ended {
  readonly outcome: DeliveryOutcome;
  readonly mark?: BriefMark | undefined;
}

/** One try: what came of it and how late it was; or it was not made. */
type Tried =
  | { readonly kind: 'gone' }
  | Extract<Fate, { kind: 'skip' }>
  | { readonly kind: 'tried'; readonly schedule: Schedule; readonly minutesLate: number; readonly posted: Posted };

const AFTER_BUG_SECONDS = 300;
/** Where Slack goes on losing what is not there afterwards, it is left alone for longer each time. */
const AFTER_LOSS_SECONDS = 30;

const skipped = (reason: SkipReason): Ended => ({ outcome: { kind: 'skipped', reason } });
const UNCERTAIN: Ended = { outcome: { kind: 'uncertain' } };

/** @param sent what the message told, where that is known */
const foundOrNot = (
  found: Exclude<Found, { kind: 'not there' | 'later' }>,
  { due }: Claim,
  sent?: BriefMark,
): Ended => {
  if (found.kind === 'cannot look') return UNCERTAIN;
  const { ts, postedAt, mark = sent } = found;
  return { outcome: { kind: 'posted', ts, minutesLate: minutesLate(due, postedAt) }, mark };
};

const channelOf = ({ team, channel }: Schedule): string => `${team}/${channel}`;

/** Carries deliveries that were claimed to their end. Nothing is written here. */
export const createDelivering = (surroundings: Surroundings) => {
  const { store, poster, now, report } = surroundings;
  const lanes = createLanes(surroundings);
  const look = createLook(surroundings);

  /** It may have been removed, paused or changed since. */
  const scheduleOf = async (claimed: Claim): Promise<Schedule | undefined> =>
    (await store.schedules()).find(({ id }) => id === claimed.schedule);

  const postNow = async (schedule: Schedule, { slot, due }: Claim, late: number): Promise<Posted> => {
    try {
      return await poster.post(schedule, slot, { due, minutesLate: late });
    } catch (error) {
      // a bug, before anything was sent
      report({ kind: 'failed', schedule: schedule.id, error });
      return { kind: 'later', seconds: AFTER_BUG_SECONDS };
    }
  };

  const tryOnce = async (claimed: Claim): Promise<Tried> => {
    const asItStands = async () => {
      const schedule = await scheduleOf(claimed);
      return schedule && { schedule, fate: fateOf(schedule, slotOf(schedule, claimed), now()) };
    };
    const before = await asItStands();
    if (before === undefined) return { kind: 'gone' };
    if (before.fate.kind === 'skip') return before.fate;
    const tried = await lanes.inTurn(channelOf(before.schedule), latestFor(claimed), async (): Promise<Tried> => {
      const standing = await asItStands();
      if (standing === undefined) return { kind: 'gone' };
      const { schedule, fate } = standing;
      if (fate.kind === 'skip') return fate;
      const posted = await postNow(schedule, claimed, fate.minutesLate);
      if (posted.kind === 'later') lanes.hold(channelOf(schedule), posted.seconds);
      return { kind: 'tried', schedule, minutesLate: fate.minutesLate, posted };
    });
    return tried ?? { kind: 'skip', reason: 'too late' };
  };

  /** @param lost posts whose answer was lost, and that are not there */
  const deliver = async (claimed: Claim, lost = 0): Promise<Ended | undefined> => {
    const tried = await tryOnce(claimed);
    if (tried.kind === 'gone') return undefined;
    if (tried.kind === 'skip') return skipped(tried.reason);
    const { schedule, posted } = tried;
    switch (posted.kind) {
      case 'posted':
        return { outcome: { kind: 'posted', ts: posted.ts, minutesLate: tried.minutesLate }, mark: posted.mark };
      case 'held':
        return skipped(posted.reason);
      case 'refused':
        return skipped('cannot post');
      case 'later':
        return deliver(claimed, lost);
      case 'lost': {
        const found = await look(schedule, claimed);
        if (found.kind !== 'not there') return foundOrNot(found, claimed, posted.mark);
        if (lost > 0) lanes.hold(channelOf(schedule), lost * AFTER_LOSS_SECONDS);
        return deliver(claimed, lost + 1);
      }
    }
  };

  /** One that was claimed and left open: it is looked for before anything else. */
  const resume = async (claimed: Claim): Promise<Ended | undefined> => {
    const schedule = await scheduleOf(claimed);
    if (schedule === undefined) return undefined;
    const found = await look(schedule, claimed);
    if (found.kind === 'not there') return deliver(claimed);
    // what was claimed only to be skipped was never sent
    const fate = fateOf(schedule, slotOf(schedule, claimed), claimed.due);
    return found.kind === 'cannot look' && fate.kind === 'skip' ? skipped(fate.reason) : foundOrNot(found, claimed);
  };

  return { deliver: (claimed: Claim) => deliver(claimed), resume };
};
