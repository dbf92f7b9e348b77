import { slotOfDelivery, withSlotSettled } from '../brief/index.ts';
import type { DueSlot, SlotInHand } from '../store/index.ts';
import { createDeliveryStep, type Step } from './deliver-brief.ts';
import type { DeliveryParts, DeliveryWorker, WorkResult } from './port.ts';

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
