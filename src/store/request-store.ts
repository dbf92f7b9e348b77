import { addMilliseconds, type IsoInstant } from '../units.ts';
import type { Leases } from './coordination.ts';
import type { Asked, JournalledRequests, KeptRequest, OpenRequest, Recipient, RequestStore } from './kept-request.ts';

/** One change, as it is written. */
export type JournalEntry =
  | readonly ['taken', name: string, at: IsoInstant]
  | readonly ['kept', id: string, request: KeptRequest]
  | readonly ['sending', id: string, to: Recipient]
  | readonly ['dropped', id: string];

/** Where changes are written, one after the other. */
export interface Journal {
  /** Settles once it is written. */
  readonly append: (entry: JournalEntry) => Promise<void>;
  /** Begins anew with these entries; what was written before is read once more, and then forgotten. */
  readonly rotate: (entries: readonly JournalEntry[]) => Promise<void>;
}

/** What a journal comes to. */
export interface RequestState {
  readonly open: Map<string, OpenRequest>;
  /** By name: when it was taken. The older generation is replaced by the newer one. */
  taken: Map<string, IsoInstant>;
  takenBefore: ReadonlyMap<string, IsoInstant>;
}

/** Slack's requests may be sent again for five minutes, dated up to five minutes ahead. */
const HORIZON_MS = 10 * 60_000;
const MOST_TAKEN = 50_000;
const MOST_OPEN = 5_000;

export const emptyRequests = (): RequestState => ({ open: new Map(), taken: new Map(), takenBefore: new Map() });

/** Applies an entry as it was written. */
export const applyEntry = ({ open, taken }: RequestState, entry: JournalEntry): void => {
  switch (entry[0]) {
    case 'taken':
      taken.set(entry[1], entry[2]);
      return;
    case 'kept':
      open.set(entry[1], { ...open.get(entry[1]), id: entry[1], request: entry[2] });
      return;
    case 'sending': {
      const one = open.get(entry[1]);
      if (one) open.set(entry[1], { ...one, sending: entry[2] });
      return;
    }
    case 'dropped':
      open.delete(entry[1]);
  }
};

/** The entries that a state can be read from again. */
export const entriesOf = (
  { open }: Pick<RequestState, 'open'>,
  taken: ReadonlyMap<string, IsoInstant>,
): JournalEntry[] => [
  ...[...taken].map(([name, at]): JournalEntry => ['taken', name, at]),
  ...[...open.values()].flatMap(({ id, request, sending }): JournalEntry[] => [
    ['kept', id, request],
    ...(sending === undefined ? [] : [['sending', id, sending] as const]),
  ]),
];

/** What was taken so long ago that nobody can send it again is forgotten. */
export const withoutOld = (taken: ReadonlyMap<string, IsoInstant>, now: IsoInstant): Map<string, IsoInstant> => {
  const since = addMilliseconds(now, -HORIZON_MS);
  return new Map([...taken].filter(([, at]) => at > since).slice(-MOST_TAKEN));
};

/**
 * The requests of a store, over their state in memory.
 *
 */
export const createRequestStore = (
  state: RequestState,
  journal: Journal,
): JournalledRequests & {
  readonly deleteTeamRequests: (team: string) => Promise<void>;
  /** Keeps an open request as something else from now on. */
  readonly keepAgain: (id: string, asked: Asked) => Promise<void>;
} => {
  const write = (entry: JournalEntry): Promise<void> => {
    applyEntry(state, entry);
    return journal.append(entry);
  };

  /** The first of a generation tells how old it is. */
  const isOld = (now: IsoInstant): boolean => {
    const [first] = state.taken.values();
    return state.taken.size >= MOST_TAKEN || (first !== undefined && first <= addMilliseconds(now, -HORIZON_MS));
  };

  const isTaken = (name: string): boolean => state.taken.has(name) || state.takenBefore.has(name);

  const rotateIfOld = (now: IsoInstant): void => {
    if (!isOld(now)) return;
    state.takenBefore = state.taken;
    state.taken = new Map();
    // the next append waits for it, and fails where it fails
    journal.rotate(entriesOf(state, new Map())).catch(() => undefined);
  };

  return {
    keepRequest: async (id, request) => {
      if (state.open.has(id)) return 'kept before';
      const [oldest] = state.open.keys();
      if (state.open.size >= MOST_OPEN && oldest !== undefined) void write(['dropped', oldest]).catch(() => undefined);
      await write(['kept', id, request]);
      return 'kept';
    },
    keepAgain: async (id, asked) => {
      const open = state.open.get(id);
      if (open) await write(['kept', id, { ...open.request, asked }]);
    },
    markSending: async (id, to) => {
      if (state.open.has(id)) await write(['sending', id, to]);
    },
    dropRequest: async (id) => {
      if (state.open.has(id)) await write(['dropped', id]);
    },
    openRequests: async () => {
      return [...state.open.values()];
    },
    rememberTaken: async (name, now) => {
      rotateIfOld(now);
      const isNew = !isTaken(name);
      await write(['taken', name, now]);
      return isNew;
    },
    wasTaken: async (name) => {
      return isTaken(name);
    },
    deleteTeamRequests: async (team) => {
      const own = [...state.open.values()].filter(({ request }) => request.team === team);
      await Promise.all(own.map(({ id }) => write(['dropped', id])));
      // its ids stand in what was written before, which is kept for one rotation more
      for (let round = 0; round < 2; round += 1) {
        await journal.rotate(entriesOf(state, new Map([...state.takenBefore, ...state.taken])));
      }
    },
  };
};

/** A journal that nobody reads again. */
export const NO_JOURNAL: Journal = { append: () => Promise.resolve(), rotate: () => Promise.resolve() };

/** The requests of a store of one process, each in the hands of whoever kept it or took it up. */
export const leaseRequests = (requests: JournalledRequests, leases: Leases): RequestStore => ({
  keepRequest: async (id, request, owner) => {
    // before anything is awaited: what is kept is in somebody's hands from the start
    const lease = leases.take(id, owner, request.at);
    const outcome = await requests.keepRequest(id, request);
    if (outcome === 'kept' && lease) return { kind: 'kept', fence: lease.fence };
    if (lease) leases.forget(id);
    return { kind: 'kept before' };
  },
  takeRequests: async (owner, now) =>
    (await requests.openRequests()).flatMap((open) => {
      const lease = leases.take(open.id, owner, now);
      return lease ? [{ ...open, fence: lease.fence }] : [];
    }),
  markSending: async (id, to, fence) => {
    if (!leases.isOf(id, fence)) return false;
    await requests.markSending(id, to);
    return true;
  },
  dropRequest: async (id, fence) => {
    if (!leases.isOf(id, fence)) return;
    leases.forget(id);
    await requests.dropRequest(id);
  },
  openRequests: requests.openRequests,
  rememberTaken: requests.rememberTaken,
  wasTaken: requests.wasTaken,
});
