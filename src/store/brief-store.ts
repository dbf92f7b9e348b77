import { randomBytes } from 'node:crypto';
import { type Delivery, nextLook, type Schedule } from '../brief/index.ts';
import type { IsoInstant } from '../units.ts';
import { createIdempotency, createPace, type GivenLease, type Leases } from './coordination.ts';
import type { BriefStore, SlotClaim, StoredDelivery } from './kept-delivery.ts';
import {
  deleteSchedule,
  expiredUpTo,
  isKeptUnread,
  keyOf,
  type Persistence,
  putLast,
  STORE_LIMITS,
  type State,
} from './state.ts';

const ID_BYTES = 8;

const schedulesOf = ({ schedules }: State, team: string): readonly Schedule[] =>
  [...schedules.values()].filter((schedule) => schedule.team === team);

const scheduleOfTeam = ({ schedules }: State, team: string, id: string): Schedule | undefined => {
  const schedule = schedules.get(id);
  return schedule?.team === team ? schedule : undefined;
};

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
const put = (state: State, delivery: StoredDelivery): void => {
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
 */
export const createBriefStore = (state: State, { commit }: Pick<Persistence, 'commit'>, leases: Leases): BriefStore => {
  const claimOnce = createIdempotency();
  const pace = createPace();
  /** They change with their schedules only, which are replaced, and are dear to find out. */
  const looks = new WeakMap<Schedule, { readonly at: IsoInstant | undefined }>();

  const isToBeLookedAt = (schedule: Schedule, now: IsoInstant): boolean => {
    const look = looks.get(schedule) ?? { at: nextLook(schedule) };
    looks.set(schedule, look);
    return look.at !== undefined && look.at <= now;
  };

  /** A first claim; undefined where there was one before. */
  const claimFirst = async (...[slot, owner, now]: Parameters<BriefStore['claimDelivery']>) => {
    const key = keyOfDelivery(slot);
    let given: GivenLease | undefined;
    await claimOnce(key, () => {
      if (state.deliveries.has(key) || isKeptUnread(state.unread, 'deliveries', key)) return undefined;
      if (!state.schedules.has(slot.schedule)) return undefined;
      put(state, { ...slot, at: now, outcome: { kind: 'claimed' } });
      given = leases.take(key, owner, now);
      const undo = () => {
        state.deliveries.delete(key);
        leases.forget(key);
      };
      return { written: commit(now), undo };
    });
    return given;
  };

  return {
    schedules: async (team) => {
      return schedulesOf(state, team);
    },
    addSchedule: async (requested, most) => {
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
    changeSchedule: async (team, id, change) => {
      const schedule = scheduleOfTeam(state, team, id);
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
    schedule: async (team, id) => {
      return scheduleOfTeam(state, team, id);
    },
    scheduleOf: async ({ schedule: id }) => {
      return state.schedules.get(id);
    },
    dueSchedules: async (now) => {
      return [...state.schedules.values()].filter((schedule) => isToBeLookedAt(schedule, now));
    },
    claimDelivery: async ({ schedule, slot, due }, owner, now): Promise<SlotClaim> => {
      const requested = { schedule, slot, due };
      const given = await claimFirst(requested, owner, now);
      if (given) return { kind: 'claimed', ...requested, ...given, mayBeUnfinished: false };
      const before = state.deliveries.get(keyOfDelivery(requested));
      if (before?.outcome.kind !== 'claimed') return { kind: 'over' };
      const taken = leases.take(keyOfDelivery(requested), owner, now);
      return taken ? { kind: 'claimed', ...requested, ...taken, progress: before.progress } : { kind: 'held' };
    },
    renewDelivery: async (held, now) => {
      return leases.renewOne(keyOfDelivery(held), held.fence, now);
    },
    postponeDelivery: async (held, progress, now) => {
      const key = keyOfDelivery(held);
      const before = state.deliveries.get(key);
      if (before === undefined || !leases.isOf(key, held.fence)) return;
      put(state, { ...before, progress });
      leases.giveBack(key);
      await commit(now);
    },
    settleDelivery: async ({ schedule: id, slot, due, outcome }, now, { fence, lastTold, change } = {}) => {
      const key = keyOf(id, slot);
      if (fence !== undefined && !leases.isOf(key, fence)) return false;
      const schedule = state.schedules.get(id);
      if (schedule === undefined) return true;
      const { progress: _, ...before } = state.deliveries.get(key) ?? {};
      put(state, { ...before, schedule: id, slot, due, at: now, outcome });
      if (lastTold) state.marks.set(keyOf(schedule.team, schedule.channel), lastTold);
      if (change) state.schedules.set(id, change(schedule));
      await commit(now);
      leases.forget(key);
      return true;
    },
    deliveries: async (team, schedule) => {
      if (scheduleOfTeam(state, team, schedule) === undefined) return [];
      // of two that were due at once, the one claimed last comes first
      return deliveriesOf(state, schedule).toReversed().toSorted(byDueLastFirst);
    },
    unsettledDeliveries: async (now) => {
      return [...state.deliveries].flatMap(([key, delivery]) =>
        delivery.outcome.kind === 'claimed' ? [{ ...delivery, isHeld: leases.isHeld(key, now) }] : [],
      );
    },
    takePostTurn: async (team, channel, mostMs, now) => {
      return pace.takePostTurn(keyOf(team), keyOf(team, channel), mostMs, now);
    },
    postPauseMs: async (team, channel, now) => {
      return pace.postPauseMs(keyOf(team, channel), now);
    },
    pausePosts: async (team, channel, ms, now) => {
      pace.pausePosts(keyOf(team, channel), ms, now);
    },
    lastTold: async (team, channel) => {
      return state.marks.get(keyOf(team, channel));
    },
    holdBack: async (held) => {
      putLast(state.held, keyOf(held.team, held.channel, held.user), held, STORE_LIMITS.held.most);
      await commit(held.at);
    },
    takeHeld: async (team, channel, now) => {
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
