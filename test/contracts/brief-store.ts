import { describe, expect } from 'vitest';
import type { LastTold } from '../../src/brief/brief.ts';
import type { Delivery, HeldBrief } from '../../src/brief/schedule.ts';
import { type Store, StoreError } from '../../src/store/store.ts';
import { type IsoInstant, isoDate } from '../../src/units.ts';
import { newSchedule } from '../brief/clocks.ts';
import { DAYS, later, NOW, withStore } from '../store/scenario.ts';

export const MARK: LastTold = {
  at: NOW,
  closes: { on: isoDate('2026-11-19'), ratio: 0.36, russell: 2_400.5, sp: 6_668.1 },
  range: { from: 3.75, to: 4, through: isoDate('2026-10-28') },
  odds: { meeting: isoDate('2026-12-09'), outcome: 'hike', percent: 55.4 },
};

type SlotOf = Pick<Delivery, 'schedule' | 'slot' | 'due'>;

export const slotOn = (schedule: string, slot: string, due = NOW): SlotOf => ({ schedule, slot, due });

/** What comes of a claim: its kind. */
export const claim = async (store: Store, ...[slot, now, owner = 'one']: [SlotOf, IsoInstant, string?]) =>
  (await store.claimDelivery(slot, owner, now)).kind;

/** A schedule made in a store. */
export const added = async (store: Store, more: Parameters<typeof newSchedule>[0] = {}) => {
  const schedule = await store.addSchedule(newSchedule(more), 200);
  if (schedule === undefined) throw new Error('the store took no schedule');
  return schedule;
};

const POSTED = { kind: 'posted', ts: '1763649000.000100', minutesLate: 0 } as const;

/** What every form of the store keeps to, where briefs are concerned. */
export const briefStoreContract = (form: string, open: () => Promise<Store>): void => {
  const it = withStore(open);

  describe(`${form}: what waits for an invitation`, () => {
    const held = (user: string, more: Partial<HeldBrief> = {}): HeldBrief => ({
      ...{ team: 'T1', channel: 'C1', user, from: 'D1', at: NOW },
      wanted: { kind: 'brief', do: 'schedule', timing: { kind: 'clock', days: ['mon'], time: '07:30' }, channel: 'C1' },
      ...more,
    });

    it('is handed out once, the newest of each person, in the order in which it was asked', async ({ store }) => {
      await store.holdBack(held('U1', { from: 'C9' }));
      await store.holdBack(held('U2'));
      await store.holdBack(held('U1'));
      await store.holdBack(held('U1', { channel: 'C2' }));
      await store.holdBack(held('U1', { team: 'T2' }));
      expect(await store.takeHeld('T1', 'C1', NOW)).toEqual([held('U2'), held('U1')]);
      expect(await store.takeHeld('T1', 'C1', NOW)).toEqual([]);
      expect(await store.takeHeld('T1', 'C2', NOW)).toHaveLength(1);
      await store.deleteTeam('T2');
      expect(await store.takeHeld('T2', 'C1', NOW)).toEqual([]);
    });

    it('is kept for a day', async ({ store }) => {
      await store.holdBack(held('U1'));
      expect(await store.takeHeld('T1', 'C1', later(DAYS))).toEqual([]);
    });
  });

  describe(`${form}: schedules`, () => {
    it('are kept in the order they were made, each under an id of its own, and are settled to their making', async ({
      store,
    }) => {
      const first = await added(store);
      const second = await added(store, { team: 'T2' });
      const third = await added(store, { channel: 'C2' });
      expect(first).toEqual({ ...newSchedule(), id: first.id, number: 1, settledTo: NOW });
      expect(new Set([first.id, second.id, third.id]).size).toBe(3);
      expect(await store.schedules('T1')).toEqual([first, third]);
      expect(await store.schedules('T2')).toEqual([second]);
      expect(await store.schedules('T3')).toEqual([]);
    });

    it('are those of their workspace alone, whoever has their ids; who delivers them finds them by their slots', async ({
      store,
    }) => {
      const schedule = await added(store);
      const { id } = schedule;
      await claim(store, slotOn(id, '2026-11-23'), NOW);
      expect(await store.schedule('T2', id)).toBeUndefined();
      expect(await store.deliveries('T2', id)).toEqual([]);
      expect(await store.changeSchedule('T2', id, () => null)).toBeUndefined();
      expect(await store.schedule('T1', id)).toEqual(schedule);
      expect(await store.scheduleOf(slotOn(id, '2026-11-23'))).toEqual(schedule);
      expect(await store.scheduleOf({ schedule: 'gone' })).toBeUndefined();
    });

    it('have numbers that none of their workspace had before', async ({ store }) => {
      const [first, second] = [await added(store), await added(store)];
      expect([first.number, second.number, (await added(store, { team: 'T2' })).number]).toEqual([1, 2, 1]);
      await store.changeSchedule('T1', first.id, () => null);
      expect(await store.schedules('T1')).toMatchObject([{ number: 2 }]);
      await store.changeSchedule('T1', second.id, () => null);
      expect(await added(store)).toMatchObject({ number: 3 });
      await store.deleteTeam('T1');
      expect(await added(store)).toMatchObject({ number: 1 });
    });

    it('are no more than allowed in a workspace, however many are made at once', async ({ store }) => {
      const made = await Promise.all(Array.from({ length: 30 }, () => store.addSchedule(newSchedule(), 20)));
      expect(made.filter((one) => one !== undefined)).toHaveLength(20);
      expect(await store.schedules('T1')).toHaveLength(20);
      expect(await store.addSchedule(newSchedule({ team: 'T2' }), 20)).toBeDefined();
    });

    it('apply the change, lose none of many at once, and stay as they are where the change throws', async ({
      store,
    }) => {
      const { id } = await added(store);
      const until = isoDate('2026-12-01');
      await Promise.all([
        store.changeSchedule('T1', id, (was) => ({ ...was, paused: { until } })),
        store.changeSchedule('T1', id, (was) => ({ ...was, skip: until })),
        store.changeSchedule('T1', id, (was) => ({
          ...was,
          stood: '2026-11-20 short above-0.4',
          settledTo: later(DAYS),
        })),
      ]);
      const changed = { paused: { until }, skip: until, stood: '2026-11-20 short above-0.4', settledTo: later(DAYS) };
      expect(await store.schedules('T1')).toMatchObject([changed]);
      const refuse = () => {
        throw new Error('not the owner');
      };
      await expect(store.changeSchedule('T1', id, refuse)).rejects.toThrow('not the owner');
      expect(await store.schedules('T1')).toMatchObject([changed]);
    });

    it('go with their deliveries, and leave what was last posted in the channel', async ({ store }) => {
      const [kept, gone] = [await added(store), await added(store)];
      for (const { id } of [kept, gone]) {
        await store.settleDelivery({ ...slotOn(id, '2026-11-20'), outcome: POSTED }, NOW, { lastTold: MARK });
        await claim(store, slotOn(id, '2026-11-23'), NOW);
      }
      expect(await store.changeSchedule('T1', gone.id, () => null)).toBeNull();
      expect(await store.schedules('T1')).toEqual([kept]);
      expect(await store.deliveries('T1', gone.id)).toEqual([]);
      expect(await store.unsettledDeliveries(NOW)).toMatchObject([{ schedule: kept.id }]);
      expect(await store.deliveries('T1', kept.id)).toHaveLength(2);
      expect(await store.lastTold('T1', 'C1')).toEqual(MARK);
      expect(await store.changeSchedule('T1', gone.id, (was) => was)).toBeUndefined();
    });
  });

  describe(`${form}: deliveries`, () => {
    it('are claimed by one of those who ask at once, and by nobody after', async ({ store }) => {
      const { id } = await added(store);
      const claims = Array.from({ length: 3 }, () => claim(store, slotOn(id, '2026-11-23'), NOW));
      expect((await Promise.all(claims)).toSorted()).toEqual(['claimed', 'held', 'held']);
      expect(await claim(store, slotOn(id, '2026-11-23'), NOW, 'two')).toBe('held');
      expect(await claim(store, slotOn(id, '2026-11-24'), NOW)).toBe('claimed');
      const other = await added(store);
      expect(await claim(store, slotOn(other.id, '2026-11-23'), NOW)).toBe('claimed');
    });

    it('count as claimed until they are settled, and cannot be claimed after that either', async ({ store }) => {
      const { id } = await added(store);
      const slot = slotOn(id, '2026-11-23');
      await claim(store, slot, NOW);
      const claimed = { ...slot, at: NOW, outcome: { kind: 'claimed' } };
      expect(await store.deliveries('T1', id)).toEqual([claimed]);
      expect(await store.unsettledDeliveries(NOW)).toMatchObject([claimed]);
      await store.settleDelivery({ ...slot, outcome: POSTED }, later(5_000), { lastTold: MARK });
      expect(await store.deliveries('T1', id)).toEqual([{ ...slot, at: later(5_000), outcome: POSTED }]);
      expect(await store.unsettledDeliveries(NOW)).toEqual([]);
      expect(await store.lastTold('T1', 'C1')).toEqual(MARK);
      expect(await store.lastTold('T1', 'C2')).toBeUndefined();
      expect(await claim(store, slot, later(DAYS))).toBe('over');
    });

    it('may be settled without a claim, and a skip does not change what was last posted', async ({ store }) => {
      const { id } = await added(store);
      await store.settleDelivery({ ...slotOn(id, '2026-11-23'), outcome: POSTED }, NOW, { lastTold: MARK });
      const skipped = { kind: 'skipped', reason: 'exchange closed' } as const;
      await store.settleDelivery({ ...slotOn(id, '2026-11-26', later(DAYS)), outcome: skipped }, later(DAYS));
      expect((await store.deliveries('T1', id)).map(({ outcome }) => outcome)).toEqual([skipped, POSTED]);
      expect(await store.lastTold('T1', 'C1')).toEqual(MARK);
    });

    it('are neither claimed nor settled for a schedule that is gone', async ({ store }) => {
      const { id } = await added(store);
      await store.changeSchedule('T1', id, () => null);
      expect(await claim(store, slotOn(id, '2026-11-23'), NOW)).toBe('over');
      await store.settleDelivery({ ...slotOn(id, '2026-11-23'), outcome: POSTED }, NOW, { lastTold: MARK });
      expect(await store.deliveries('T1', id)).toEqual([]);
      expect(await store.lastTold('T1', 'C1')).toBeUndefined();
    });

    it('are kept, the last hundred of each schedule, the one due last first', async ({ store }) => {
      const [busy, quiet] = [await added(store), await added(store)];
      await claim(store, slotOn(quiet.id, 'first'), NOW);
      for (let day = 0; day < 105; day += 1) await claim(store, slotOn(busy.id, `day ${day}`, later(day * DAYS)), NOW);
      const kept = await store.deliveries('T1', busy.id);
      expect(kept.map(({ slot }) => slot)).toEqual(Array.from({ length: 100 }, (_, index) => `day ${104 - index}`));
      expect(await store.deliveries('T1', quiet.id)).toHaveLength(1);
    });

    it('are deleted 400 days after they were due, and so is what was last posted; schedules are not', async ({
      store,
    }) => {
      const { id } = await added(store);
      await store.settleDelivery({ ...slotOn(id, 'old'), outcome: POSTED }, NOW, { lastTold: MARK });
      await claim(store, slotOn(id, 'newer', later(DAYS)), NOW);
      await store.deleteExpired(later(400 * DAYS - 1));
      expect(await store.deliveries('T1', id)).toHaveLength(2);
      await store.deleteExpired(later(400 * DAYS));
      expect(await store.deliveries('T1', id)).toMatchObject([{ slot: 'newer' }]);
      expect(await store.lastTold('T1', 'C1')).toBeUndefined();
      expect(await store.schedules('T1')).toHaveLength(1);
    });
  });

  describe(`${form}: briefs of a workspace that goes`, () => {
    it('are forgotten, and those of no other', async ({ store }) => {
      const schedules = [await added(store), await added(store, { team: 'T1B' })];
      for (const { id } of schedules) {
        await store.settleDelivery({ ...slotOn(id, '2026-11-20'), outcome: POSTED }, NOW, { lastTold: MARK });
        await claim(store, slotOn(id, '2026-11-23'), NOW);
      }
      await store.deleteTeam('T1');
      expect(await store.schedules('T1')).toEqual([]);
      expect(await store.schedules('T1B')).toHaveLength(1);
      const deliveries = schedules.map(({ team, id }) => store.deliveries(team, id));
      expect(await Promise.all(deliveries)).toMatchObject([[], [{}, {}]]);
      expect(await store.unsettledDeliveries(NOW)).toHaveLength(1);
      expect(await store.lastTold('T1', 'C1')).toBeUndefined();
      expect(await store.lastTold('T1B', 'C1')).toEqual(MARK);
    });

    it('are refused once the store is closed', async ({ store }) => {
      const { id } = await added(store);
      await store.close();
      await expect(store.schedules('T1')).rejects.toThrow(StoreError);
      await expect(claim(store, slotOn(id, '2026-11-23'), NOW)).rejects.toThrow('the store is closed');
    });
  });
};
