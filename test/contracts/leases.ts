import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { withSlotSettled } from '../../src/brief/dispatch-decision.ts';
import type { DueSlot, SlotInHand } from '../../src/store/kept-delivery.ts';
import type { Store } from '../../src/store/store.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { added, MARK, slotOn } from './brief-store.ts';
import { asked } from './request-store.ts';

const LEASE_MS = 900;
/** Longer than a lease. */
const SILENCE_MS = 1_100;

/** Leases end by a real clock: the process's, or the database's. */
const now = () => isoInstant(new Date().toISOString());

const POSTED = { kind: 'posted', ts: '1763649000.000100', minutesLate: 0 } as const;

const inHand = async (store: Store, slot: DueSlot, owner: string): Promise<SlotInHand> => {
  const claim = await store.claimDelivery(slot, owner, now());
  if (claim.kind !== 'claimed') throw new Error(`${owner} did not get it: ${claim.kind}`);
  return claim;
};

/**
 * What every form of the store keeps to, where several processes work on the same.
 *
 * @param concurrent whether several may be open at once
 */
export const leaseContract = (form: string, open: (leaseMs: number) => Promise<Store>, concurrent = true): void => {
  const opened: Store[] = [];
  afterAll(() => Promise.all(opened.map((store) => store.close())));
  const prepared = async () => {
    const store = await open(LEASE_MS);
    opened.push(store);
    const { id } = await added(store);
    return { store, id, slot: slotOn(id, '2026-11-23') };
  };

  describe(`${form}: leases of deliveries`, { concurrent }, () => {
    it('end where their owner falls silent: who comes late after that is refused', async () => {
      const { store, id, slot } = await prepared();
      const first = await inHand(store, slot, 'one');
      expect(first.mayBeUnfinished).toBe(false);
      expect(await store.claimDelivery(slot, 'two', now())).toEqual({ kind: 'held' });
      expect(await store.unsettledDeliveries(now())).toMatchObject([{ isHeld: true }]);
      await wait(SILENCE_MS);
      expect(await store.unsettledDeliveries(now())).toMatchObject([{ isHeld: false }]);
      const second = await inHand(store, slot, 'two');
      expect(second.mayBeUnfinished).toBe(true);
      expect(second.fence).toBeGreaterThan(first.fence);
      expect(await store.renewDelivery(first, now())).toBe(false);
      await store.postponeDelivery(first, { next: now(), unconfirmed: 7 }, now());
      const outcome = { kind: 'uncertain' } as const;
      const change = { fence: first.fence, change: () => expect.fail('the schedule is none of its business') };
      expect(await store.settleDelivery({ ...slot, outcome }, now(), change)).toBe(false);
      expect(await store.renewDelivery(second, now())).toBe(true);
      expect(await store.settleDelivery({ ...slot, outcome: POSTED }, now(), { fence: second.fence })).toBe(true);
      expect(await store.deliveries('T1', id)).toMatchObject([{ outcome: POSTED }]);
      expect(await store.claimDelivery(slot, 'one', now())).toEqual({ kind: 'over' });
    });

    it('last as long as they are renewed', async () => {
      const { store, slot } = await prepared();
      const held = await inHand(store, slot, 'one');
      for (let round = 0; round < 3; round += 1) {
        await wait(LEASE_MS / 2);
        expect(await store.renewDelivery(held, now())).toBe(true);
        expect(await store.claimDelivery(slot, 'two', now())).toEqual({ kind: 'held' });
      }
      // what failed is in nobody's hands for long, however alive its process is
      await store.renewLeases('one', now());
      await wait(SILENCE_MS);
      expect(await store.claimDelivery(slot, 'two', now())).toMatchObject({ kind: 'claimed' });
    });

    it('go to one of those who ask at once', async () => {
      const { store, slot } = await prepared();
      await inHand(store, slot, 'one');
      await wait(SILENCE_MS);
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, number) => store.claimDelivery(slot, `owner ${number}`, now())),
      );
      expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    });

    it('are given back with the next try: nothing is left unfinished, and how far it has come is known', async () => {
      const { store, slot } = await prepared();
      const progress = { next: now(), unconfirmed: 2, lastTold: MARK, searchUntil: now() };
      await store.postponeDelivery(await inHand(store, slot, 'one'), progress, now());
      expect(await store.unsettledDeliveries(now())).toMatchObject([{ isHeld: false, progress }]);
      const next = await inHand(store, slot, 'two');
      expect(next).toMatchObject({ mayBeUnfinished: false, progress });
    });

    it('end with the outcome, which is written together with what becomes of the schedule', async () => {
      const { store, id, slot } = await prepared();
      const held = await inHand(store, slot, 'one');
      await store.settleDelivery({ ...slot, outcome: POSTED }, now(), {
        fence: held.fence,
        lastTold: MARK,
        change: (was) => withSlotSettled(was, { date: isoDate('2026-11-23'), due: slot.due }),
      });
      expect(await store.schedule('T1', id)).toMatchObject({ settledTo: slot.due });
      expect(await store.lastTold('T1', 'C1')).toEqual(MARK);
      const [delivery] = await store.deliveries('T1', id);
      expect(delivery).not.toHaveProperty('progress');
    });
  });

  describe(`${form}: leases of requests`, { concurrent }, () => {
    it('are of who keeps them, until that one falls silent', async () => {
      const { store } = await prepared();
      const kept = await store.keepRequest('a', asked({ at: now() }), 'one');
      if (kept.kind !== 'kept') throw new Error('not kept');
      expect(await store.takeRequests('two', now())).toEqual([]);
      await wait(LEASE_MS / 2);
      await store.renewLeases('one', now());
      await wait(LEASE_MS / 2 + 100);
      expect(await store.takeRequests('two', now())).toEqual([]);
      await wait(SILENCE_MS);
      const [taken, ...more] = await store.takeRequests('two', now());
      if (taken === undefined) throw new Error('not taken up');
      expect([taken.id, more]).toEqual(['a', []]);
      expect(taken.fence).toBeGreaterThan(kept.fence);
      expect(await store.markSending('a', 'channel', kept.fence)).toBe(false);
      await store.dropRequest('a', kept.fence);
      expect(await store.openRequests()).toMatchObject([{ id: 'a' }]);
      expect(await store.markSending('a', 'asker', taken.fence)).toBe(true);
      await store.dropRequest('a', taken.fence);
      expect(await store.openRequests()).toEqual([]);
    });

    it('are given to one of those who take up at once', async () => {
      const { store } = await prepared();
      await Promise.all(
        Array.from({ length: 10 }, (_, one) => store.keepRequest(`r${one}`, asked({ at: now() }), 'one')),
      );
      await wait(SILENCE_MS);
      const taken = await Promise.all(['two', 'three', 'four'].map((owner) => store.takeRequests(owner, now())));
      expect(
        taken
          .flat()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(Array.from({ length: 10 }, (_, one) => `r${one}`));
    });
  });

  describe(`${form}: the pace of posts`, { concurrent }, () => {
    it('is one a second in a channel, and a burst of twenty in a workspace', async () => {
      const { store } = await prepared();
      expect(await store.takePostTurn('T1', 'C1', 0, now())).toBe(0);
      // what is not taken uses nothing up
      for (const mostMs of [0, 0, 1_000]) {
        const waitMs = await store.takePostTurn('T1', 'C1', mostMs, now());
        expect(waitMs).toBeGreaterThan(0);
        expect(waitMs).toBeLessThanOrEqual(1_000);
      }
      expect(await store.takePostTurn('T1', 'C1', 0, now())).toBeGreaterThan(1_000);
      const turns = Array.from({ length: 40 }, (_, channel) => store.takePostTurn('T2', `C${channel}`, 0, now()));
      const atOnce = (await Promise.all(turns)).filter((ms) => ms === 0);
      expect(atOnce.length).toBeGreaterThanOrEqual(20);
      expect(atOnce.length).toBeLessThan(35);
    });

    it('is that of Slack, where it asks to be left alone in a channel', async () => {
      const { store } = await prepared();
      await store.pausePosts('T1', 'C1', 60_000, now());
      expect(await store.postPauseMs('T1', 'C1', now())).toBeGreaterThan(50_000);
      expect(await store.postPauseMs('T1', 'C2', now())).toBe(0);
      const waitMs = await store.takePostTurn('T1', 'C1', 5_000, now());
      expect(waitMs).toBeGreaterThan(50_000);
      expect(waitMs).toBeLessThanOrEqual(60_000);
      expect(await store.takePostTurn('T1', 'C2', 0, now())).toBe(0);
      expect(await store.takePostTurn('T2', 'C1', 0, now())).toBe(0);
    });
  });
};
