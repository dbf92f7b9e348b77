import { checkTrigger, type Schedule, slotOfDelivery, slotsBetween, withSlotSettled } from '../brief/index.ts';
import type { Facts } from '../facts/index.ts';
import { createKeyedQueue } from '../queues.ts';
import { type DueSlot, type SlotInHand, STORE_LIMITS } from '../store/index.ts';
import { addMilliseconds, type IsoInstant } from '../units.ts';
import { createDeliveryStep, type Step } from './deliver-brief.ts';
import type { DeliveryJob, DeliveryJobs, DeliveryParts, DeliveryWorker, WorkResult } from './port.ts';

const DONE: WorkResult = { kind: 'done' };

/**
 * Works on deliveries: takes one in hand, brings it a step further, and writes what came of it. Each ends in one settled
 * delivery: posted, skipped with its reason, or uncertain.
 */
export const createDeliveryWorker = (parts: DeliveryParts): DeliveryWorker => {
  const { store, owner, now, report, signal } = parts;
  const step = createDeliveryStep(parts);

  const settle = async (held: SlotInHand, { outcome, lastTold }: Extract<Step, { kind: 'settled' }>) => {
    const { schedule: id, slot, due, fence } = held;
    const isSettled = await store.settleDelivery({ schedule: id, slot, due, outcome }, now(), {
      ...{ fence, lastTold },
      change: (was) => withSlotSettled(was, slotOfDelivery(was, held)),
    });
    if (isSettled) report({ kind: 'settled', schedule: id, slot, outcome });
  };

  /** Its outcome is on record, and its schedule knows no better. */
  const passOver = async (slot: DueSlot): Promise<void> => {
    const schedule = await store.scheduleOf(slot);
    if (schedule === undefined) return;
    await store.changeSchedule(schedule.team, schedule.id, (was) => {
      const settled = withSlotSettled(was, slotOfDelivery(was, slot));
      return settled.settledTo === was.settledTo ? was : settled;
    });
  };

  return {
    report,
    work: async (job) => {
      signal.throwIfAborted();
      const claim = await store.claimDelivery(job, owner, now());
      if (claim.kind === 'held') return claim;
      if (claim.kind === 'over') {
        await passOver(job);
        return DONE;
      }
      if (claim.mayBeUnfinished) report({ kind: 'taken over', schedule: job.schedule, slot: job.slot });
      const { stood } = job;
      // only now: a crossing that is remembered before it is claimed would be lost with the process
      if (stood !== undefined) {
        const schedule = await store.scheduleOf(job);
        if (schedule) await store.changeSchedule(schedule.team, schedule.id, (was) => ({ ...was, stood }));
      }
      const done = await step(claim);
      if (done.kind === 'settled') await settle(claim, done);
      if (done.kind !== 'later') return DONE;
      await store.postponeDelivery(claim, done.progress, now());
      return { kind: 'later', at: done.progress.next };
    },
    giveUp: async (job) => {
      const claim = await store.claimDelivery(job, owner, now());
      if (claim.kind !== 'claimed') return;
      const mayBeThere = claim.mayBeUnfinished || (claim.progress?.unconfirmed ?? 0) > 0;
      await settle(claim, {
        kind: 'settled',
        outcome: mayBeThere ? { kind: 'uncertain' } : { kind: 'skipped', reason: 'given up' },
      });
    },
  };
};

/** The deliveries of one process: those of one schedule go in order, and one holds up no other schedule. */
const createInProcessJobs = (
  { work, report }: DeliveryWorker,
  { now, wait, signal }: Pick<DeliveryParts, 'now' | 'wait' | 'signal'>,
): DeliveryJobs => {
  /** By schedule. */
  const queue = createKeyedQueue();
  const underWay = new Set<string>();

  const bringToItsEnd = async (job: DeliveryJob): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const result = await work(job);
      if (result.kind !== 'later') return;
      const pauseMs = Date.parse(result.at) - Date.parse(now());
      if (pauseMs > 0) await wait(pauseMs, signal);
    }
  };

  const add = (job: DeliveryJob): void => {
    const key = `${job.schedule}/${job.slot}`;
    if (underWay.has(key)) return;
    underWay.add(key);
    const done = queue.run(job.schedule, () =>
      bringToItsEnd(job).catch((error: unknown) => {
        // what is left open is taken up at the next start
        if (!signal.aborted) report({ kind: 'failed', schedule: job.schedule, error });
      }),
    );
    void done.then(() => underWay.delete(key));
  };

  return { add: async (jobs) => jobs.forEach(add), settled: queue.settled, stop: queue.settled };
};

/** After a long stop, what is recorded as left out is what the history keeps. */
const { lifeMs, most } = STORE_LIMITS.deliveries;

const dueOf = ({ id, timing, settledTo }: Schedule, now: IsoInstant): readonly DueSlot[] => {
  if (timing.kind !== 'clock') return [];
  const first = addMilliseconds(now, -lifeMs);
  return slotsBetween(timing, settledTo > first ? settledTo : first, now)
    .slice(-most)
    .map(({ date, due }) => ({ schedule: id, slot: date, due }));
};

const slotKey = ({ schedule, slot }: DueSlot): string => `${schedule}/${slot}`;

/** For sorting: what came due first goes first. */
const byDue = (one: DueSlot, other: DueSlot): number => one.due.localeCompare(other.due);

interface DueBriefParts extends Omit<DeliveryParts, 'signal'> {
  /** Taken at a tick, for triggers. */
  readonly facts: () => Facts;
  /** What brings deliveries to their worker; this process alone unless said. */
  readonly jobsOf?: ((worker: DeliveryWorker) => DeliveryJobs) | undefined;
}

/**
 * Delivers briefs, tick by tick. Each slot that has come due becomes one job, as does each delivery that nobody has in hand any
 * more. What is posted or waited for goes on beside the ticks.
 */
export const deliverDueBriefs = ({ facts, jobsOf, ...given }: DueBriefParts) => {
  const { store, now, wait, report } = given;
  const stopping = new AbortController();
  const { signal } = stopping;
  const worker = createDeliveryWorker({ ...given, signal });
  const jobs = jobsOf?.(worker) ?? createInProcessJobs(worker, { now, wait, signal });

  /** A trigger whose state has not changed makes no brief due. */
  const crossingOf = async (
    { team, id, timing, stood: before }: Schedule,
    factsNow: () => Facts,
  ): Promise<DeliveryJob[]> => {
    if (timing.kind !== 'crossing') return [];
    const { stood, crossed } = checkTrigger(timing.of, factsNow(), before) ?? { stood: before };
    if (stood === undefined || stood === before) return [];
    if (crossed) return [{ schedule: id, slot: crossed.slot, due: now(), stood }];
    await store.changeSchedule(team, id, (was) => ({ ...was, stood }));
    return [];
  };

  return {
    /** Begins what there is to do. @param at the present */
    tick: async (at: IsoInstant): Promise<void> => {
      const [schedules, unsettled] = await Promise.all([store.dueSchedules(at), store.unsettledDeliveries(at)]);
      if (signal.aborted) return;
      let taken: Facts | undefined;
      const factsOfTick = (): Facts => {
        taken ??= facts();
        return taken;
      };
      const jobsDue: DeliveryJob[] = unsettled
        .filter(({ isHeld, progress }) => !isHeld && (progress?.next ?? at) <= at)
        .map(({ schedule, slot, due }) => ({ schedule, slot, due }));
      const claimed = new Set(unsettled.map(slotKey));
      for (const schedule of schedules) {
        try {
          const due = [...dueOf(schedule, at), ...(await crossingOf(schedule, factsOfTick))];
          jobsDue.push(...due.filter((slot) => !claimed.has(slotKey(slot))));
        } catch (error) {
          report({ kind: 'failed', schedule: schedule.id, error });
        }
      }
      await jobs.add(jobsDue.toSorted(byDue));
    },
    /** Settles once nothing is under way. */
    settled: jobs.settled,
    /** Ends all waiting and lets what was sent come to its end. What is left open is taken up at the next start. */
    stop: (): Promise<void> => {
      stopping.abort();
      return jobs.stop();
    },
  };
};
