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
import { createLanes } from './channel-queue.ts';
import type { Found, Posted, Surroundings } from './port.ts';
import { type Claim, createLook } from './rounds.ts';

/** What came of a delivery, to be written. */
export interface Ended {
  readonly outcome: DeliveryOutcome;
  readonly mark?: BriefMark | undefined;
}

/** A look that leaves nothing to be tried. */
type Decisive = Exclude<Found, { kind: 'not there' | 'later' }>;

/** Posts whose answers were lost, and what the last of them told. */
interface Lost {
  readonly posts: number;
  readonly mark?: BriefMark | undefined;
}
const NOTHING_LOST: Lost = { posts: 0 };

/** One try: what came of it and how late it was; or it was not made. */
type Tried =
  | { readonly kind: 'gone' }
  /** An earlier post whose answer was lost was looked for first, and decides. */
  | { readonly kind: 'looked'; readonly found: Decisive }
  | Extract<Fate, { kind: 'skip' }>
  | { readonly kind: 'tried'; readonly schedule: Schedule; readonly minutesLate: number; readonly posted: Posted };

const AFTER_BUG_SECONDS = 300;
/** Where Slack goes on losing what is not there afterwards, it is left alone for longer each time. */
const AFTER_LOSS_SECONDS = 30;

const skipped = (reason: SkipReason): Ended => ({ outcome: { kind: 'skipped', reason } });
const UNCERTAIN: Ended = { outcome: { kind: 'uncertain' } };

/** @param sent what the message told, where that is known */
const foundOrNot = (found: Decisive, { due }: Claim, sent?: BriefMark): Ended => {
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
      const posted = await poster.post(schedule, slot, { due, minutesLate: late });
      if ('error' in posted) report({ kind: 'failed', schedule: schedule.id, error: posted.error });
      return posted;
    } catch (error) {
      // a bug, before anything was sent
      report({ kind: 'failed', schedule: schedule.id, error });
      return { kind: 'later', seconds: AFTER_BUG_SECONDS };
    }
  };

  const tryOnce = async (claimed: Claim, { posts: lost }: Lost): Promise<Tried> => {
    const asItStands = async () => {
      const schedule = await scheduleOf(claimed);
      return schedule && { schedule, fate: fateOf(schedule, slotOf(schedule, claimed), now()) };
    };
    const before = await asItStands();
    if (before === undefined) return { kind: 'gone' };
    if (before.fate.kind === 'skip') return before.fate;
    const tried = await lanes.inTurn(channelOf(before.schedule), latestFor(claimed), async (): Promise<Tried> => {
      if (lost > 0) {
        // right before the next post: Slack may have carried out the last one late
        const found = await look(before.schedule, claimed);
        if (found.kind !== 'not there') return { kind: 'looked', found };
      }
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

  /** What is not to be posted any more may have been, where an answer was lost. */
  const leaveOut = async (claimed: Claim, reason: SkipReason, lost: Lost): Promise<Ended> => {
    const schedule = lost.posts > 0 ? await scheduleOf(claimed) : undefined;
    const found = schedule && (await look(schedule, claimed));
    return found === undefined || found.kind === 'not there' ? skipped(reason) : foundOrNot(found, claimed, lost.mark);
  };

  const deliver = async (claimed: Claim, lost: Lost = NOTHING_LOST): Promise<Ended | undefined> => {
    const tried = await tryOnce(claimed, lost);
    if (tried.kind === 'gone') return undefined;
    if (tried.kind === 'looked') return foundOrNot(tried.found, claimed, lost.mark);
    if (tried.kind === 'skip') return leaveOut(claimed, tried.reason, lost);
    const { schedule, posted } = tried;
    switch (posted.kind) {
      case 'posted':
        return { outcome: { kind: 'posted', ts: posted.ts, minutesLate: tried.minutesLate }, mark: posted.mark };
      case 'held':
        return leaveOut(claimed, posted.reason, lost);
      case 'refused':
        return leaveOut(claimed, 'cannot post', lost);
      case 'later':
        return deliver(claimed, lost);
      case 'lost':
        if (lost.posts > 0) lanes.hold(channelOf(schedule), lost.posts * AFTER_LOSS_SECONDS);
        return deliver(claimed, { posts: lost.posts + 1, mark: posted.mark });
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
