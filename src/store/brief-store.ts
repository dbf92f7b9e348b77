import { randomBytes } from 'node:crypto';
import type { Delivery, Schedule } from '../brief/index.ts';
import { createIdempotency } from './idempotency.ts';
import { deleteSchedule, expiredUpTo, keyOf, type Persistence, putLast, STORE_LIMITS, type State } from './state.ts';
import type { BriefStore } from './store.ts';
import { isKeptUnread } from './unread.ts';

const ID_BYTES = 8;

const schedulesOf = ({ schedules }: State, team?: string): readonly Schedule[] =>
  [...schedules.values()].filter((schedule) => team === undefined || schedule.team === team);

/** A number that no schedule of the workspace has had, so that a list shown earlier never names a newer schedule. */
const newNumber = (state: State, team: string): number => {
  const present = schedulesOf(state, team).map(({ number }) => number);
  const number = Math.max(state.numbers.get(team)?.highest ?? 0, ...present) + 1;
  state.numbers.set(team, { ...state.numbers.get(team), highest: number });
  return number;
};

/** The deliveries of a schedule, in the order they were claimed. */
const deliveriesOf = ({ deliveries }: State, schedule: string): readonly Delivery[] => {
  const prefix = keyOf(schedule, '');
  return [...deliveries].flatMap(([key, delivery]) => (key.startsWith(prefix) ? [delivery] : []));
};

const byDueLastFirst = (one: Delivery, other: Delivery): number => Date.parse(other.due) - Date.parse(one.due);

const keyOfDelivery = ({ schedule, slot }: Pick<Delivery, 'schedule' | 'slot'>): string => keyOf(schedule, slot);

/** Replaces the delivery of a slot, or adds it last and deletes the oldest of the schedule beyond the limit. */
const put = (state: State, delivery: Delivery): void => {
  state.deliveries.set(keyOfDelivery(delivery), delivery);
  const all = deliveriesOf(state, delivery.schedule);
  for (const oldest of all.slice(0, Math.max(0, all.length - STORE_LIMITS.deliveries.most))) {
    state.deliveries.delete(keyOfDelivery(oldest));
  }
};

/** @returns undoes the change, unless another was made since */
const replaced = ({ schedules }: State, before: Schedule, after: Schedule): (() => void) => {
  schedules.set(before.id, after);
  return () => {
    if (schedules.get(before.id) === after) schedules.set(before.id, before);
  };
};

/** @returns puts the schedule and its deliveries back where they were */
const removed = (state: State, schedule: Schedule): (() => void) => {
  const { schedules } = state;
  const ids = [...schedules.keys()];
  const earlier = new Set(ids.slice(0, ids.indexOf(schedule.id)));
  const deliveries = deliveriesOf(state, schedule.id);
  deleteSchedule(state, schedule.id);
  return () => {
    const later = [...schedules].filter(([id]) => !earlier.has(id));
    for (const [id] of later) schedules.delete(id);
    for (const [id, one] of [[schedule.id, schedule] as const, ...later]) schedules.set(id, one);
    for (const delivery of deliveries) state.deliveries.set(keyOfDelivery(delivery), delivery);
  };
};

/**
 * The schedules and deliveries of a store, over its state in memory.
 *
 * @param persistence writes the state after a change
 * @param assertOpen throws once the store is closed
 */
export const createBriefStore = (
  state: State,
  { commit }: Pick<Persistence, 'commit'>,
  assertOpen: () => void,
): BriefStore => {
  const claimOnce = createIdempotency();
  return {
    schedules: async (team) => {
      assertOpen();
      return schedulesOf(state, team);
    },
    addSchedule: async (requested, most) => {
      assertOpen();
      if (schedulesOf(state, requested.team).length >= most) return undefined;
      const id = randomBytes(ID_BYTES).toString('hex');
      const schedule: Schedule = {
        ...requested,
        id,
        number: newNumber(state, requested.team),
        settledTo: requested.createdAt,
      };
      state.schedules.set(id, schedule);
      try {
        await commit(requested.createdAt);
      } catch (error) {
        state.schedules.delete(id);
        throw error;
      }
      return schedule;
    },
    changeSchedule: async (id, change) => {
      assertOpen();
      const schedule = state.schedules.get(id);
      if (schedule === undefined) return undefined;
      const changed = change(schedule);
      if (changed === schedule) return schedule;
      const undo = changed === null ? removed(state, schedule) : replaced(state, schedule, changed);
      try {
        await commit();
      } catch (error) {
        undo();
        throw error;
      }
      return changed;
    },
    claimDelivery: async (requested, now) => {
      assertOpen();
      const key = keyOfDelivery(requested);
      const isClaimed = await claimOnce(key, () => {
        if (state.deliveries.has(key) || isKeptUnread(state.unread, 'deliveries', key)) return undefined;
        if (!state.schedules.has(requested.schedule)) return undefined;
        put(state, { ...requested, at: now, outcome: { kind: 'claimed' } });
        return { written: commit(now), undo: () => state.deliveries.delete(key) };
      });
      return isClaimed ? 'claimed' : 'claimed before';
    },
    settleDelivery: async (delivery, now, lastTold) => {
      assertOpen();
      const schedule = state.schedules.get(delivery.schedule);
      if (schedule === undefined) return;
      put(state, { ...state.deliveries.get(keyOfDelivery(delivery)), ...delivery, at: now });
      if (lastTold) state.marks.set(keyOf(schedule.team, schedule.channel), lastTold);
      await commit(now);
    },
    deliveries: async (schedule) => {
      assertOpen();
      // of two that were due at once, the one claimed last comes first
      return deliveriesOf(state, schedule).toReversed().toSorted(byDueLastFirst);
    },
    unsettledDeliveries: async () => {
      assertOpen();
      return [...state.deliveries.values()].filter(({ outcome }) => outcome.kind === 'claimed');
    },
    lastTold: async (team, channel) => {
      assertOpen();
      return state.marks.get(keyOf(team, channel));
    },
    holdBack: async (held) => {
      assertOpen();
      putLast(state.held, keyOf(held.team, held.channel, held.user), held, STORE_LIMITS.held.most);
      await commit(held.at);
    },
    takeHeld: async (team, channel, now) => {
      assertOpen();
      const since = expiredUpTo(STORE_LIMITS.held.lifeMs, now);
      const kept = [...state.held].filter(([, one]) => one.team === team && one.channel === channel && one.at > since);
      if (kept.length === 0) return [];
      for (const [key] of kept) state.held.delete(key);
      try {
        await commit(now);
      } catch (error) {
        for (const [key, one] of kept) state.held.set(key, one);
        throw error;
      }
      return kept.map(([, one]) => one);
    },
  };
};
