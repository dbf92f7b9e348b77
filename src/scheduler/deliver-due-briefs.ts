import { type Crossing, type Delivery, dealtWith, type Schedule, slotOf } from '../brief/index.ts';
import type { Facts } from '../facts/index.ts';
import type { IsoInstant } from '../units.ts';
import { createDelivering, type Ended } from './deliver-brief.ts';
import type { Surroundings } from './port.ts';
import { byDue, type Claim, isAnything, type Round, roundOf } from './rounds.ts';

const nameOf = ({ schedule, slot }: Claim): string => `${schedule}/${slot}`;

/**
 * The work on briefs, tick by tick. Each slot that has come due is claimed in the store, and ends in one settled
 * delivery: posted, skipped with its reason, or uncertain. What is posted or waited for goes on beside the ticks, so
 * one delivery holds up no other schedule; the slots of one schedule go in order.
 *
 * Deliveries that an earlier run left open are taken over at the first tick: a process that starts takes it that no
 * other is at work on them. What another one claims later is left to it.
 *
 * @param facts taken at a tick, for triggers
 */
export const dealWithDue = ({ facts, ...given }: Omit<Surroundings, 'signal'> & { readonly facts: () => Facts }) => {
  const { store, now, report } = given;
  const stopping = new AbortController();
  const { signal } = stopping;
  const { deliver, resume } = createDelivering({ ...given, signal });
  /** By schedule. */
  const underWay = new Map<string, Promise<void>>();
  /** Deliveries that are this process's to settle. */
  const ours = new Set<string>();
  let hasTakenOver = false;

  const settle = async (claimed: Claim, ended: Ended | undefined): Promise<void> => {
    if (ended !== undefined) {
      const { schedule: id, slot, due } = claimed;
      const { outcome, mark } = ended;
      // asked for together, so that they go into one write
      await Promise.all([
        store.settleDelivery({ schedule: id, slot, due, outcome }, now(), mark),
        store.changeSchedule(id, (was) => dealtWith(was, slotOf(was, claimed))),
      ]);
      report({ kind: 'settled', schedule: id, slot, outcome });
    }
    ours.delete(nameOf(claimed));
  };

  const claim = async (claimed: Claim): Promise<boolean> => {
    signal.throwIfAborted();
    if ((await store.claimDelivery(claimed, now())) === 'claimed before') return false;
    ours.add(nameOf(claimed));
    return true;
  };

  /** Another process has it on record, or a write was lost after it was settled. */
  const passOver = async (claimed: Claim): Promise<void> => {
    await store.changeSchedule(claimed.schedule, (was) => dealtWith(was, slotOf(was, claimed)));
  };

  const dealWithCrossing = async ({ id }: Schedule, { stood, crossed }: Crossing): Promise<void> => {
    const claimed = crossed && { schedule: id, slot: crossed.slot, due: now() };
    const isOurs = claimed !== undefined && (await claim(claimed));
    // only now: a crossing that is remembered before it is claimed would be lost with the process
    await store.changeSchedule(id, (was) => ({ ...was, stood }));
    if (isOurs) await settle(claimed, await deliver(claimed));
  };

  const goRound = async ({ schedule, open, due, look }: Round): Promise<void> => {
    for (const claimed of open) await settle(claimed, await resume(claimed));
    for (const claimed of due) {
      if (await claim(claimed)) await settle(claimed, await deliver(claimed));
      else await passOver(claimed);
    }
    if (look !== undefined) await dealWithCrossing(schedule, look);
  };

  const begin = (round: Round): void => {
    const { id } = round.schedule;
    const done = goRound(round)
      .catch((error: unknown) => {
        // what is left open is taken up at the next start
        if (!signal.aborted) report({ kind: 'failed', schedule: id, error });
      })
      .finally(() => underWay.delete(id));
    underWay.set(id, done);
  };

  /** Settles once nothing is under way. */
  const quiet = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay.values());
  };

  const takeOver = (unsettled: readonly Delivery[]): void => {
    if (hasTakenOver) return;
    hasTakenOver = true;
    for (const delivery of unsettled) ours.add(nameOf(delivery));
    if (unsettled.length > 0) report({ kind: 'taken over', deliveries: unsettled.length });
  };

  return {
    /** Begins what there is to do. @param at the present */
    tick: async (at: IsoInstant): Promise<void> => {
      const [schedules, unsettled] = await Promise.all([store.schedules(), store.unsettledDeliveries()]);
      if (signal.aborted) return;
      takeOver(unsettled);
      let taken: Facts | undefined;
      const seen = (): Facts => {
        taken ??= facts();
        return taken;
      };
      const rounds = schedules.flatMap((schedule) => {
        if (underWay.has(schedule.id)) return [];
        const open = unsettled.filter((one) => one.schedule === schedule.id && ours.has(nameOf(one)));
        try {
          return [roundOf(schedule, open, at, seen)];
        } catch (error) {
          report({ kind: 'failed', schedule: schedule.id, error });
          return [];
        }
      });
      for (const round of rounds.filter(isAnything).toSorted(byDue)) begin(round);
    },
    quiet,
    /** Ends all waiting and lets what was sent come to its end. What is left open is taken up at the next start. */
    stop: (): Promise<void> => {
      stopping.abort();
      return quiet();
    },
  };
};
