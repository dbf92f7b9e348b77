import { createKeyedQueue } from '../queues.ts';
import { addMilliseconds, type IsoInstant } from '../units.ts';

/** Who does what, and when: leases of work, claims that one caller gets, and the pace of posts. */

/** How long a piece of work is one process's without a word from it. Longer than a call to Slack takes. */
export const LEASE_MS = 15_000;
/** How often a process renews what it has in hand. */
export const RENEWAL_MS = 5_000;

/**
 * The fencing number of a lease: whoever takes over what another left gets a higher one, and whoever comes with a lower one
 * is refused.
 */
export type Fence = number;

interface Lease {
  /** Undefined once it was given back. */
  readonly owner: string | undefined;
  readonly fence: Fence;
  readonly until: IsoInstant;
}

/** A lease that was given. `mayBeUnfinished`: nobody gave it back before, so that the work may have been begun. */
export interface GivenLease {
  readonly fence: Fence;
  readonly mayBeUnfinished: boolean;
}

/**
 * The leases of one process's store, in memory: where they are lost with the process, nobody is left who could hold one, since
 * the store's file is locked.
 */
export const createLeases = (leaseMs = LEASE_MS) => {
  const leases = new Map<string, Lease>();
  let last: Fence = 0;

  const isHeld = (key: string, now: IsoInstant): boolean => {
    const lease = leases.get(key);
    return lease?.owner !== undefined && lease.until > now;
  };

  return {
    isHeld,
    /** Undefined while somebody holds it, the owner included. */
    take: (key: string, owner: string, now: IsoInstant): GivenLease | undefined => {
      if (isHeld(key, now)) return undefined;
      const before = leases.get(key);
      last += 1;
      leases.set(key, { owner, fence: last, until: addMilliseconds(now, leaseMs) });
      return { fence: last, mayBeUnfinished: before === undefined || before.owner !== undefined };
    },
    /** Whether nobody has taken it over since. */
    isOf: (key: string, fence: Fence): boolean => leases.get(key)?.fence === fence,
    /** False where it was taken over. */
    renewOne: (key: string, fence: Fence, now: IsoInstant): boolean => {
      const lease = leases.get(key);
      if (lease?.fence !== fence) return false;
      leases.set(key, { ...lease, until: addMilliseconds(now, leaseMs) });
      return true;
    },
    /** Makes all that an owner has last anew. */
    renew: (owner: string, now: IsoInstant): void => {
      for (const [key, lease] of leases) {
        if (lease.owner === owner) leases.set(key, { ...lease, until: addMilliseconds(now, leaseMs) });
      }
    },
    /** Gives it back with nothing left unfinished. */
    giveBack: (key: string): void => {
      const lease = leases.get(key);
      if (lease) leases.set(key, { ...lease, owner: undefined });
    },
    forget: (key: string): void => void leases.delete(key),
  };
};

export type Leases = ReturnType<typeof createLeases>;

/** A claim that was made in memory and is being written. */
interface PendingClaim {
  /** Settles once the claim is written. */
  readonly written: Promise<unknown>;
  /** Undoes the claim in memory, for where it could not be written. */
  readonly undo: () => void;
}

/**
 * Makes each claim succeed for one caller only, so that work which is asked for twice is done once.
 *
 * @returns claims a name: true for the one caller whose claim it is, once it is written. A caller who claims the same name
 * meanwhile waits for that write and gets false; where the write fails, both reject with its error and the name is free again.
 * `make` makes the claim in memory, before any await; it gives undefined where the claim was made before.
 */
export const createIdempotency = () => {
  const queue = createKeyedQueue();
  return async (name: string, make: () => PendingClaim | undefined): Promise<boolean> => {
    const other = queue.underWay(name);
    if (other !== undefined) {
      await other;
      return false;
    }
    const claim = make();
    if (claim === undefined) return false;
    return queue.run(name, async () => {
      try {
        await claim.written;
        return true;
      } catch (error) {
        claim.undo();
        throw error;
      }
    });
  };
};

/** How often posts may be made, and how far ahead of that pace a burst may go, in milliseconds. */
interface PostPace {
  readonly everyMs: number;
  readonly aheadMs: number;
}

/** Slack takes one message a second in a channel. */
export const CHANNEL_PACE: PostPace = { everyMs: 1_000, aheadMs: 0 };
/** Slack takes several hundred messages a minute in a workspace, and bursts: this leaves room for answers. */
export const TEAM_PACE: PostPace = { everyMs: 200, aheadMs: 4_000 };

/** Until when something has been used up, and when that was noted, by the same clock. */
interface Used {
  readonly until: IsoInstant;
  readonly notedAt: IsoInstant;
}

const pauseKey = (channel: string): string => `${channel}/`;

/** When posts may be made, by channel and by workspace, for one process. */
export const createPace = () => {
  const used = new Map<string, Used>();

  /** Where the clock has been set back since, nothing is held up: it could last for as long as the clock was off. */
  const usedMs = (key: string, now: IsoInstant): number => {
    const one = used.get(key);
    return one === undefined || now < one.notedAt ? 0 : Math.max(0, Date.parse(one.until) - Date.parse(now));
  };

  const use = (key: string, ms: number, now: IsoInstant): void => {
    used.set(key, { until: addMilliseconds(now, ms), notedAt: now });
  };

  return {
    takePostTurn: (team: string, channel: string, mostMs: number, now: IsoInstant): number => {
      const paces = [
        [team, TEAM_PACE],
        [channel, CHANNEL_PACE],
      ] as const;
      const waitMs = Math.max(0, ...paces.map(([key, { aheadMs }]) => usedMs(key, now) - aheadMs));
      if (waitMs > mostMs) return waitMs;
      for (const [key, { everyMs }] of paces) use(key, Math.max(usedMs(key, now), waitMs) + everyMs, now);
      return waitMs;
    },
    pausePosts: (channel: string, ms: number, now: IsoInstant): void => {
      use(channel, Math.max(ms, usedMs(channel, now)), now);
      use(pauseKey(channel), ms, now);
    },
    postPauseMs: (channel: string, now: IsoInstant): number => usedMs(pauseKey(channel), now),
  };
};
