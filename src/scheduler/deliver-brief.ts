import {
  type ClosedReason,
  type DeliveryOutcome,
  type DispatchDecision,
  dispatchDecision,
  type LastTold,
  latestPostTime,
  minutesLate,
  type Schedule,
  type SkipReason,
  slotOfDelivery,
} from '../brief/index.ts';
import { addMilliseconds } from '../units.ts';
import { createChannelQueue } from './channel-queue.ts';
import type { DeliveryParts, DueSlot, Posted, PostSearch } from './port.ts';

/** What came of a delivery, to be written. */
export interface DeliveryResult {
  readonly outcome: DeliveryOutcome;
  readonly lastTold?: LastTold | undefined;
}

/** What was found where Slack let the bot look. */
type Search = Exclude<PostSearch, { kind: 'retry later' }>;

/** A search that leaves nothing to be tried. */
type DecisiveSearch = Exclude<Search, { kind: 'not found' }>;

/** How many posts Slack did not confirm, and what the last of them said. */
interface Unconfirmed {
  readonly posts: number;
  readonly lastTold?: LastTold | undefined;
}
const NOTHING_UNCONFIRMED: Unconfirmed = { posts: 0 };

/** One attempt: what came of it and how late it was; or why none was made. */
type Attempt =
  | { readonly kind: 'schedule removed' }
  /** An earlier post that was not confirmed was looked for first, and decides. */
  | { readonly kind: 'searched'; readonly found: DecisiveSearch }
  | Extract<DispatchDecision, { kind: 'skip' }>
  | { readonly kind: 'attempted'; readonly schedule: Schedule; readonly minutesLate: number; readonly posted: Posted };

const AFTER_BUG_SECONDS = 300;
/** Where Slack goes on leaving posts unconfirmed that cannot be found, it is left alone for longer each time. */
const AFTER_UNCONFIRMED_SECONDS = 30;

/** Slack may still be carrying out what it was sent. */
const BEFORE_SEARCH_MS = 5_000;
/** Slack's clock and this one may differ. */
const CLOCK_SKEW_MS = 120_000;
/** How long a search that Slack puts off is waited for, where half an hour after the due time comes sooner. */
const LEAST_PATIENCE_MS = 300_000;

const skipped = (reason: SkipReason, why?: ClosedReason): DeliveryResult => ({
  outcome: { kind: 'skipped', reason, ...(why && { why }) },
});
const UNCERTAIN: DeliveryResult = { outcome: { kind: 'uncertain' } };

/** @param sent what the message said, where that is known */
const resultOf = (found: DecisiveSearch, { due }: DueSlot, sent?: LastTold): DeliveryResult => {
  if (found.kind === 'unreadable') return UNCERTAIN;
  const { ts, postedAt, lastTold = sent } = found;
  return { outcome: { kind: 'posted', ts, minutesLate: minutesLate(due, postedAt) }, lastTold };
};

const channelKey = ({ team, channel }: Schedule): string => `${team}/${channel}`;

/** Looks for a message that may have been posted. Where Slack puts the search off, it waits. */
const createSearch =
  ({ poster, now, wait, report, signal }: DeliveryParts) =>
  async (schedule: Schedule, { slot, due }: DueSlot): Promise<Search> => {
    await wait(BEFORE_SEARCH_MS, signal);
    const patient = addMilliseconds(now(), LEAST_PATIENCE_MS);
    const giveUpAt = patient > latestPostTime({ due }) ? patient : latestPostTime({ due });
    for (;;) {
      const found = await poster
        .find(schedule, slot, addMilliseconds(due, -CLOCK_SKEW_MS))
        .catch((error: unknown): PostSearch => {
          report({ kind: 'failed', schedule: schedule.id, error });
          return { kind: 'unreadable' };
        });
      if (found.kind !== 'retry later') return found;
      const pauseMs = Math.max(1, found.seconds) * 1_000;
      if (addMilliseconds(now(), pauseMs) > giveUpAt) return { kind: 'unreadable' };
      await wait(pauseMs, signal);
    }
  };

/**
 * Brings deliveries that were claimed to their result; nothing is written here. A result is undefined where the schedule
 * has been removed meanwhile.
 */
export const createDeliverer = (parts: DeliveryParts) => {
  const { store, poster, now, report } = parts;
  const channelQueue = createChannelQueue(parts);
  const search = createSearch(parts);

  /** It may have been removed, paused or changed since. */
  const scheduleOf = async (claimed: DueSlot): Promise<Schedule | undefined> =>
    (await store.schedules()).find(({ id }) => id === claimed.schedule);

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

  const attemptPost = async (claimed: DueSlot, { posts: unconfirmed }: Unconfirmed): Promise<Attempt> => {
    const decideNow = async () => {
      const schedule = await scheduleOf(claimed);
      return schedule && { schedule, decision: dispatchDecision(schedule, slotOfDelivery(schedule, claimed), now()) };
    };
    const before = await decideNow();
    if (before === undefined) return { kind: 'schedule removed' };
    if (before.decision.kind === 'skip') return before.decision;
    const attempt = await channelQueue.run(
      channelKey(before.schedule),
      latestPostTime(claimed),
      async (): Promise<Attempt> => {
        if (unconfirmed > 0) {
          // right before the next post: Slack may have carried out the last one late
          const found = await search(before.schedule, claimed);
          if (found.kind !== 'not found') return { kind: 'searched', found };
        }
        const current = await decideNow();
        if (current === undefined) return { kind: 'schedule removed' };
        const { schedule, decision } = current;
        if (decision.kind === 'skip') return decision;
        const posted = await post(schedule, claimed, decision.minutesLate);
        if (posted.kind === 'retry later') channelQueue.pause(channelKey(schedule), posted.seconds);
        return { kind: 'attempted', schedule, minutesLate: decision.minutesLate, posted };
      },
    );
    return attempt ?? { kind: 'skip', reason: 'too late' };
  };

  /** What is not to be posted any more may have been, where a post was not confirmed. */
  const skip = async (
    claimed: DueSlot,
    reason: SkipReason,
    unconfirmed: Unconfirmed,
    why?: ClosedReason,
  ): Promise<DeliveryResult> => {
    const schedule = unconfirmed.posts > 0 ? await scheduleOf(claimed) : undefined;
    const found = schedule && (await search(schedule, claimed));
    return found === undefined || found.kind === 'not found'
      ? skipped(reason, why)
      : resultOf(found, claimed, unconfirmed.lastTold);
  };

  const deliver = async (
    claimed: DueSlot,
    unconfirmed: Unconfirmed = NOTHING_UNCONFIRMED,
  ): Promise<DeliveryResult | undefined> => {
    const attempt = await attemptPost(claimed, unconfirmed);
    if (attempt.kind === 'schedule removed') return undefined;
    if (attempt.kind === 'searched') return resultOf(attempt.found, claimed, unconfirmed.lastTold);
    if (attempt.kind === 'skip') return skip(claimed, attempt.reason, unconfirmed);
    const { schedule, posted } = attempt;
    switch (posted.kind) {
      case 'posted':
        return {
          outcome: { kind: 'posted', ts: posted.ts, minutesLate: attempt.minutesLate },
          lastTold: posted.lastTold,
        };
      case 'held':
        return skip(claimed, posted.reason, unconfirmed);
      case 'refused':
        return skip(claimed, 'cannot post', unconfirmed, posted.why);
      case 'retry later':
        return deliver(claimed, unconfirmed);
      case 'unconfirmed': {
        const { posts } = unconfirmed;
        if (posts > 0) channelQueue.pause(channelKey(schedule), posts * AFTER_UNCONFIRMED_SECONDS);
        return deliver(claimed, { posts: posts + 1, lastTold: posted.lastTold });
      }
    }
  };

  /** Goes on with one that was claimed and left open: it is looked for before anything else. */
  const resume = async (claimed: DueSlot): Promise<DeliveryResult | undefined> => {
    const schedule = await scheduleOf(claimed);
    if (schedule === undefined) return undefined;
    const found = await search(schedule, claimed);
    if (found.kind === 'not found') return deliver(claimed);
    // what was claimed only to be skipped was never sent
    const decision = dispatchDecision(schedule, slotOfDelivery(schedule, claimed), claimed.due);
    return found.kind === 'unreadable' && decision.kind === 'skip'
      ? skipped(decision.reason)
      : resultOf(found, claimed);
  };

  return { deliver: (claimed: DueSlot) => deliver(claimed), resume };
};
