import {
  type ClosedReason,
  type DeliveryOutcome,
  dispatchDecision,
  type LastTold,
  latestPostTime,
  minutesLate,
  type Schedule,
  type SkipReason,
  slotOfDelivery,
} from '../brief/index.ts';
import type { DeliveryProgress, DueSlot, SlotInHand } from '../store/index.ts';
import { addMilliseconds } from '../units.ts';
import type { DeliveryParts, Posted, PostSearch } from './port.ts';

/** What came of a delivery, to be written. */
interface DeliveryResult {
  readonly outcome: DeliveryOutcome;
  readonly lastTold?: LastTold | undefined;
}

/** What a step of a delivery comes to. */
export type Step =
  | ({ readonly kind: 'settled' } & DeliveryResult)
  | { readonly kind: 'later'; readonly progress: DeliveryProgress }
  | { readonly kind: 'schedule removed' }
  /** Another process has taken it over. */
  | { readonly kind: 'lost' };

/** A search that leaves nothing to be tried. */
type DecisiveSearch = Exclude<PostSearch, { kind: 'not found' } | { kind: 'retry later' }>;

const AFTER_BUG_SECONDS = 300;
/** Where Slack goes on leaving posts unconfirmed that cannot be found, it is left alone for longer each time. */
const AFTER_UNCONFIRMED_SECONDS = 30;

/** Slack may still be carrying out what it was sent. */
const BEFORE_SEARCH_MS = 5_000;
/** Slack's clock and this one may differ. */
const CLOCK_SKEW_MS = 120_000;
/** How long a search that Slack puts off is waited for, where half an hour after the due time comes sooner. */
const LEAST_PATIENCE_MS = 300_000;
/** A turn that comes within this time is waited for; what waits longer is let go of until then. */
const LONGEST_WAIT_MS = 20_000;

const skipped = (reason: SkipReason, why?: ClosedReason): Step => ({
  kind: 'settled',
  outcome: { kind: 'skipped', reason, ...(why && { why }) },
});

/** @param sent what the message said, where that is known */
const resultOf = (found: DecisiveSearch, { due }: DueSlot, sent?: LastTold): Step => {
  if (found.kind === 'unreadable') return { kind: 'settled', outcome: { kind: 'uncertain' } };
  const { ts, postedAt, lastTold = sent } = found;
  return { kind: 'settled', outcome: { kind: 'posted', ts, minutesLate: minutesLate(due, postedAt) }, lastTold };
};

/**
 * Brings a delivery that is in hand one step further; nothing of it is written here. What may have been posted is looked for
 * before anything else.
 */
export const createDeliveryStep = ({ store, poster, now, wait, report, signal }: DeliveryParts) => {
  const progressOf = ({ progress }: SlotInHand): DeliveryProgress => progress ?? { next: now(), unconfirmed: 0 };

  const later = (progress: DeliveryProgress, ms: number): Step => ({
    kind: 'later',
    progress: { ...progress, next: addMilliseconds(now(), ms) },
  });

  /** Looks for a message that may have been posted. Undefined where it is not there; a step where Slack puts the search off. */
  const search = async (schedule: Schedule, held: SlotInHand): Promise<DecisiveSearch | Step | undefined> => {
    const progress = progressOf(held);
    if (progress.searchUntil === undefined) await wait(BEFORE_SEARCH_MS, signal);
    const found = await poster
      .find(schedule, held.slot, addMilliseconds(held.due, -CLOCK_SKEW_MS))
      .catch((error: unknown): PostSearch => {
        report({ kind: 'failed', schedule: schedule.id, error });
        return { kind: 'unreadable' };
      });
    if (found.kind === 'not found') return undefined;
    if (found.kind !== 'retry later') return found;
    const patient = addMilliseconds(now(), LEAST_PATIENCE_MS);
    const latest = latestPostTime(held);
    const searchUntil = progress.searchUntil ?? (patient > latest ? patient : latest);
    const pauseMs = Math.max(1, found.seconds) * 1_000;
    if (addMilliseconds(now(), pauseMs) > searchUntil) return { kind: 'unreadable' };
    return later({ ...progress, unconfirmed: Math.max(1, progress.unconfirmed), searchUntil }, pauseMs);
  };

  const asStep = (found: DecisiveSearch | Step, held: SlotInHand): Step =>
    found.kind === 'found' || found.kind === 'unreadable' ? resultOf(found, held, held.progress?.lastTold) : found;

  /** What is not to be posted any more may have been, where a post was not confirmed. */
  const skip = async (schedule: Schedule, held: SlotInHand, reason: SkipReason, why?: ClosedReason): Promise<Step> => {
    const found = progressOf(held).unconfirmed > 0 ? await search(schedule, held) : undefined;
    return found === undefined ? skipped(reason, why) : asStep(found, held);
  };

  const decide = async (held: SlotInHand) => {
    // it may have been removed, paused or changed since
    const schedule = await store.scheduleOf(held);
    return schedule && { schedule, decision: dispatchDecision(schedule, slotOfDelivery(schedule, held), now()) };
  };

  /** Takes a turn in the channel and waits for it, where it comes soon. @returns for how many milliseconds none comes, else 0 */
  const takeTurn = async ({ team, channel }: Schedule): Promise<number> => {
    const turnMs = await store.takePostTurn(team, channel, LONGEST_WAIT_MS, now());
    if (turnMs === 0 || turnMs > LONGEST_WAIT_MS) return turnMs;
    await wait(turnMs, signal);
    const pauseMs = await store.postPauseMs(team, channel, now());
    if (pauseMs > LONGEST_WAIT_MS) return pauseMs;
    if (pauseMs > 0) await wait(pauseMs, signal);
    return 0;
  };

  const post = async (schedule: Schedule, { slot, due }: DueSlot, late: number): Promise<Posted> => {
    try {
      const posted = await poster.post(schedule, slot, { due, minutesLate: late });
      if ('error' in posted) report({ kind: 'failed', schedule: schedule.id, error: posted.error });
      return posted;
    } catch (error) {
      // a bug, before anything was sent
      report({ kind: 'failed', schedule: schedule.id, error });
      return { kind: 'retry later', seconds: AFTER_BUG_SECONDS };
    }
  };

  const afterPost = async (schedule: Schedule, held: SlotInHand, posted: Posted, late: number): Promise<Step> => {
    const { team, channel } = schedule;
    const progress = progressOf(held);
    switch (posted.kind) {
      case 'posted': {
        const { ts, lastTold } = posted;
        return { kind: 'settled', outcome: { kind: 'posted', ts, minutesLate: late }, lastTold };
      }
      case 'held':
        return skip(schedule, held, posted.reason);
      case 'refused':
        return skip(schedule, held, 'cannot post', posted.why);
      case 'retry later':
        await store.pausePosts(team, channel, posted.seconds * 1_000, now());
        return addMilliseconds(now(), posted.seconds * 1_000) > latestPostTime(held)
          ? skip(schedule, held, 'too late')
          : later(progress, posted.seconds * 1_000);
      case 'unconfirmed': {
        const { unconfirmed } = progress;
        const pauseMs = unconfirmed * AFTER_UNCONFIRMED_SECONDS * 1_000;
        if (pauseMs > 0) await store.pausePosts(team, channel, pauseMs, now());
        const { lastTold } = posted;
        return later({ ...progress, unconfirmed: unconfirmed + 1, ...(lastTold && { lastTold }) }, pauseMs);
      }
    }
  };

  const attempt = async (schedule: Schedule, held: SlotInHand, isSearched: boolean): Promise<Step> => {
    const before = dispatchDecision(schedule, slotOfDelivery(schedule, held), now());
    if (before.kind === 'skip') return skip(schedule, held, before.reason);
    const turnMs = await takeTurn(schedule);
    if (addMilliseconds(now(), turnMs) > latestPostTime(held)) return skip(schedule, held, 'too late');
    if (turnMs > 0) return later(progressOf(held), turnMs);
    if (progressOf(held).unconfirmed > 0 && !isSearched) {
      // right before the next post: Slack may have carried out the last one late
      const found = await search(schedule, held);
      if (found !== undefined) return asStep(found, held);
    }
    const current = await decide(held);
    if (current === undefined) return { kind: 'schedule removed' };
    if (current.decision.kind === 'skip') return skip(current.schedule, held, current.decision.reason);
    signal.throwIfAborted();
    if (!(await store.renewDelivery(held, now()))) return { kind: 'lost' };
    const late = current.decision.minutesLate;
    return afterPost(current.schedule, held, await post(current.schedule, held, late), late);
  };

  return async (held: SlotInHand): Promise<Step> => {
    const schedule = await store.scheduleOf(held);
    if (schedule === undefined) return { kind: 'schedule removed' };
    if (!held.mayBeUnfinished) return attempt(schedule, held, false);
    const found = await search(schedule, held);
    if (found === undefined) return attempt(schedule, held, true);
    // what was claimed only to be skipped was never sent
    const decision = dispatchDecision(schedule, slotOfDelivery(schedule, held), held.due);
    return found.kind === 'unreadable' && decision.kind === 'skip' ? skipped(decision.reason) : asStep(found, held);
  };
};
