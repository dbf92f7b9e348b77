import { randomBytes } from 'node:crypto';
import type { Delivery, Schedule } from '../brief/index.ts';
import { createKeyedQueue } from '../keyed-queue.ts';
import { forgetSchedule, keyOf, LIMITS, type Persistence, type State } from './state.ts';
import type { BriefStore } from './store.ts';

/** A claim that was made in memory, on its way to be kept. */
export interface Made {
  readonly kept: Promise<void>;
  /** For where it could not be kept. */
  readonly takeBack: () => void;
}

/**
 * Claims by name: only one caller is told that a claim is theirs. Who asks while it is being kept waits for that; where
 * it cannot be kept, both are told so, and it may be made again.
 *
 * @param make makes the claim, before any await; undefined where it was made before
 */
export const createIdempotency = () => {
  const queue = createKeyedQueue();
  return async (name: string, make: () => Made | undefined): Promise<boolean> => {
    const other = queue.underWay(name);
    if (other !== undefined) {
      await other;
      return false;
    }
    const made = make();
    if (made === undefined) return false;
    return queue.run(name, async () => {
      try {
        await made.kept;
        return true;
      } catch (error) {
        made.takeBack();
        throw error;
      }
    });
  };
};

const ID_BYTES = 8;

const schedulesOf = ({ schedules }: State, team?: string): readonly Schedule[] =>
  [...schedules.values()].filter((schedule) => team === undefined || schedule.team === team);

/** One that no schedule of the workspace has had: a list that someone still looks at names none but what it shows. */
const newNumber = (state: State, team: string): number => {
  const present = schedulesOf(state, team).map(({ number }) => number);
  const number = Math.max(state.numbers.get(team)?.highest ?? 0, ...present) + 1;
  state.numbers.set(team, { highest: number });
  return number;
};

/** The deliveries of a schedule, in the order they were claimed. */
const deliveriesOf = ({ deliveries }: State, schedule: string): readonly Delivery[] => {
  const prefix = keyOf(schedule, '');
  return [...deliveries].flatMap(([key, delivery]) => (key.startsWith(prefix) ? [delivery] : []));
};

const byDueLastFirst = (one: Delivery, other: Delivery): number => Date.parse(other.due) - Date.parse(one.due);

const keyOfDelivery = ({ schedule, slot }: Pick<Delivery, 'schedule' | 'slot'>): string => keyOf(schedule, slot);

/** Writes a delivery where the one of its slot stood, else last; the oldest of its schedule leave for it. */
const put = (state: State, delivery: Delivery): void => {
  state.deliveries.set(keyOfDelivery(delivery), delivery);
  const all = deliveriesOf(state, delivery.schedule);
  for (const oldest of all.slice(0, Math.max(0, all.length - LIMITS.deliveries.most))) {
    state.deliveries.delete(keyOfDelivery(oldest));
  }
};

/** @returns takes the change back, unless another has come since */
const replaced = ({ schedules }: State, before: Schedule, after: Schedule): (() => void) => {
  schedules.set(before.id, after);
  return () => {
    if (schedules.get(before.id) === after) schedules.set(before.id, before);
  };
};

/** @returns puts the schedule back in its place, with its deliveries */
const removed = (state: State, schedule: Schedule): (() => void) => {
  const { schedules } = state;
  const ids = [...schedules.keys()];
  const earlier = new Set(ids.slice(0, ids.indexOf(schedule.id)));
  const deliveries = deliveriesOf(state, schedule.id);
  forgetSchedule(state, schedule.id);
  return () => {
    const later = [...schedules].filter(([id]) => !earlier.has(id));
    for (const [id] of later) schedules.delete(id);
    for (const [id, one] of [[schedule.id, schedule] as const, ...later]) schedules.set(id, one);
    for (const delivery of deliveries) state.deliveries.set(keyOfDelivery(delivery), delivery);
  };
};

/** The briefs' part of the port over a state in memory. @param insist throws once the store is closed */
export const createBriefStore = (
  state: State,
  { commit }: Pick<Persistence, 'commit'>,
  insist: () => void,
): BriefStore => {
  const claim = createIdempotency();
  return {
    schedules: async (team) => {
      insist();
      return schedulesOf(state, team);
    },
    addSchedule: async (asked, most) => {
      insist();
      if (schedulesOf(state, asked.team).length >= most) return undefined;
      const id = randomBytes(ID_BYTES).toString('hex');
      const schedule: Schedule = { ...asked, id, number: newNumber(state, asked.team), settledTo: asked.createdAt };
      state.schedules.set(id, schedule);
      try {
        await commit(asked.createdAt);
      } catch (error) {
        state.schedules.delete(id);
        throw error;
      }
      return schedule;
    },
    changeSchedule: async (id, change) => {
      insist();
      const schedule = state.schedules.get(id);
      if (schedule === undefined) return undefined;
      const changed = change(schedule);
      if (changed === schedule) return schedule;
      const takeBack = changed === null ? removed(state, schedule) : replaced(state, schedule, changed);
      try {
        await commit();
      } catch (error) {
        takeBack();
        throw error;
      }
      return changed;
    },
    claimDelivery: async (asked, now) => {
      insist();
      const key = keyOfDelivery(asked);
      const isClaimed = await claim(key, () => {
        if (state.deliveries.has(key) || !state.schedules.has(asked.schedule)) return undefined;
        put(state, { ...asked, at: now, outcome: { kind: 'claimed' } });
        return { kept: commit(now), takeBack: () => state.deliveries.delete(key) };
      });
      return isClaimed ? 'claimed' : 'claimed before';
    },
    settleDelivery: async (delivery, now, mark) => {
      insist();
      const schedule = state.schedules.get(delivery.schedule);
      if (schedule === undefined) return;
      put(state, { ...delivery, at: now });
      if (mark) state.marks.set(keyOf(schedule.team, schedule.channel), mark);
      await commit(now);
    },
    deliveries: async (schedule) => {
      insist();
      // of two that were due at once, the one claimed last comes first
      return deliveriesOf(state, schedule).toReversed().toSorted(byDueLastFirst);
    },
    unsettledDeliveries: async () => {
      insist();
      return [...state.deliveries.values()].filter(({ outcome }) => outcome.kind === 'claimed');
    },
    lastTold: async (team, channel) => {
      insist();
      return state.marks.get(keyOf(team, channel));
    },
  };
};
