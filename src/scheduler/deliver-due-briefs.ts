import {
  checkTrigger,
  type Delivery,
  type Schedule,
  slotOfDelivery,
  slotsBetween,
  type TriggerCheck,
  withSlotSettled,
} from '../brief/index.ts';
import type { Facts } from '../facts/index.ts';
import { createKeyedQueue } from '../keyed-queue.ts';
import { STORE_LIMITS } from '../store/index.ts';
import { addMilliseconds, type IsoInstant } from '../units.ts';
import { createDeliverer, type DeliveryResult } from './deliver-brief.ts';
import type { DeliveryParts, DueSlot } from './port.ts';

/** What there is to do for one schedule. */
interface ScheduleWork {
  readonly schedule: Schedule;
  /** Claimed by this process or an earlier one, and left open. */
  readonly open: readonly DueSlot[];
  /** Soonest first. */
  readonly due: readonly DueSlot[];
  /** The state of a trigger now. */
  readonly crossing?: TriggerCheck | undefined;
}

/** After a long stop, what is recorded as left out is what the history keeps. */
const { lifeMs, most } = STORE_LIMITS.deliveries;

const dueOf = ({ id, timing, settledTo }: Schedule, now: IsoInstant): readonly DueSlot[] => {
  if (timing.kind !== 'clock') return [];
  const first = addMilliseconds(now, -lifeMs);
  return slotsBetween(timing, settledTo > first ? settledTo : first, now)
    .slice(-most)
    .map(({ date, due }) => ({ schedule: id, slot: date, due }));
};

/** @param facts called only for a trigger */
const workFor = (schedule: Schedule, open: readonly DueSlot[], now: IsoInstant, facts: () => Facts): ScheduleWork => {
  const { timing, stood } = schedule;
  const due = dueOf(schedule, now).filter(({ slot }) => !open.some((one) => one.slot === slot));
  const crossing = timing.kind === 'crossing' ? checkTrigger(timing.of, facts(), stood) : undefined;
  return { schedule, open, due, crossing };
};

/** A trigger whose state has not changed makes no brief due. */
const isNeeded = ({ schedule, open, due, crossing }: ScheduleWork): boolean =>
  open.length > 0 || due.length > 0 || (crossing !== undefined && crossing.stood !== schedule.stood);

const firstDue = ({ open, due }: ScheduleWork): string => [...open, ...due].map((one) => one.due).toSorted()[0] ?? '';

/** For sorting: what came due first goes first. */
const byDue = (one: ScheduleWork, other: ScheduleWork): number => firstDue(one).localeCompare(firstDue(other));

const slotKey = ({ schedule, slot }: DueSlot): string => `${schedule}/${slot}`;

/**
 * Delivers briefs, tick by tick. Each slot that has come due is claimed in the store, and ends in one settled
 * delivery: posted, skipped with its reason, or uncertain. What is posted or waited for goes on beside the ticks, so
 * one delivery holds up no other schedule; the slots of one schedule go in order.
 *
 * Deliveries that an earlier run left open are taken over at the first tick: a process that starts takes it that no
 * other is at work on them. What another one claims later is left to it.
 *
 * @param facts taken at a tick, for triggers
 */
export const deliverDueBriefs = ({
  facts,
  ...given
}: Omit<DeliveryParts, 'signal'> & { readonly facts: () => Facts }) => {
  const { store, now, report } = given;
  const stopping = new AbortController();
  const { signal } = stopping;
  const { deliver, resume } = createDeliverer({ ...given, signal });
  /** By schedule. */
  const queue = createKeyedQueue();
  /** Deliveries that are this process's to settle. */
  const owned = new Set<string>();
  let hasTakenOver = false;

  const settle = async (claimed: DueSlot, result: DeliveryResult | undefined): Promise<void> => {
    if (result !== undefined) {
      const { schedule: id, slot, due } = claimed;
      const { outcome, lastTold } = result;
      // asked for together, so that they go into one write
      await Promise.all([
        store.settleDelivery({ schedule: id, slot, due, outcome }, now(), lastTold),
        store.changeSchedule(id, (was) => withSlotSettled(was, slotOfDelivery(was, claimed))),
      ]);
      report({ kind: 'settled', schedule: id, slot, outcome });
    }
    owned.delete(slotKey(claimed));
  };

  const claim = async (slot: DueSlot): Promise<boolean> => {
    signal.throwIfAborted();
    if ((await store.claimDelivery(slot, now())) === 'claimed before') return false;
    owned.add(slotKey(slot));
    return true;
  };

  /** Another process has it on record, or a write was lost after it was settled. */
  const passOver = async (slot: DueSlot): Promise<void> => {
    await store.changeSchedule(slot.schedule, (was) => withSlotSettled(was, slotOfDelivery(was, slot)));
  };

  const deliverCrossing = async ({ id }: Schedule, { stood, crossed }: TriggerCheck): Promise<void> => {
    const slot = crossed && { schedule: id, slot: crossed.slot, due: now() };
    const isClaimed = slot !== undefined && (await claim(slot));
    // only now: a crossing that is remembered before it is claimed would be lost with the process
    await store.changeSchedule(id, (was) => ({ ...was, stood }));
    if (isClaimed) await settle(slot, await deliver(slot));
  };

  const deliverSchedule = async ({ schedule, open, due, crossing }: ScheduleWork): Promise<void> => {
    for (const claimed of open) await settle(claimed, await resume(claimed));
    for (const slot of due) {
      if (await claim(slot)) await settle(slot, await deliver(slot));
      else await passOver(slot);
    }
    if (crossing !== undefined) await deliverCrossing(schedule, crossing);
  };

  const begin = (work: ScheduleWork): void => {
    const { id } = work.schedule;
    void queue.run(id, () =>
      deliverSchedule(work).catch((error: unknown) => {
        // what is left open is taken up at the next start
        if (!signal.aborted) report({ kind: 'failed', schedule: id, error });
      }),
    );
  };

  const takeOver = (unsettled: readonly Delivery[]): void => {
    if (hasTakenOver) return;
    hasTakenOver = true;
    for (const delivery of unsettled) owned.add(slotKey(delivery));
    if (unsettled.length > 0) report({ kind: 'taken over', deliveries: unsettled.length });
  };

  return {
    /** Begins what there is to do. @param at the present */
    tick: async (at: IsoInstant): Promise<void> => {
      const [schedules, unsettled] = await Promise.all([store.schedules(), store.unsettledDeliveries()]);
      if (signal.aborted) return;
      takeOver(unsettled);
      let taken: Facts | undefined;
      const factsOfTick = (): Facts => {
        taken ??= facts();
        return taken;
      };
      const work = schedules.flatMap((schedule) => {
        if (queue.underWay(schedule.id) !== undefined) return [];
        const open = unsettled.filter((one) => one.schedule === schedule.id && owned.has(slotKey(one)));
        try {
          return [workFor(schedule, open, at, factsOfTick)];
        } catch (error) {
          report({ kind: 'failed', schedule: schedule.id, error });
          return [];
        }
      });
      for (const one of work.filter(isNeeded).toSorted(byDue)) begin(one);
    },
    /** Settles once nothing is under way. */
    settled: queue.settled,
    /** Ends all waiting and lets what was sent come to its end. What is left open is taken up at the next start. */
    stop: (): Promise<void> => {
      stopping.abort();
      return queue.settled();
    },
  };
};
