import type { JournalledRequests, RequestStore } from './kept-request.ts';
import type { Leases } from './lease.ts';

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
