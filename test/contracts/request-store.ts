import { describe, expect } from 'vitest';
import type { KeptRequest, Recipient } from '../../src/store/kept-request.ts';
import type { Store } from '../../src/store/store.ts';
import { later, NOW, threadNumber, turn, withStore } from '../store/scenario.ts';

export const MINUTE_MS = 60_000;

/** A command that asks for a cut, as it was read. */
export const asked = (more: Partial<KeptRequest> = {}): KeptRequest => ({
  ...{ at: NOW, team: 'T1', channel: 'C1', user: 'U1', via: 'command', affiliation: 'own' },
  asked: { kind: 'question', question: { kind: 'rate-move', moveBps: -50 }, private: false },
  ...more,
});

/** By store: the fences that one process has of its requests. */
const fences = new WeakMap<Store, Map<string, number>>();

/** The requests of a store as the process that keeps them has them in hand. */
export const handOf = (store: Store, owner = 'one') => {
  const own = fences.get(store) ?? new Map<string, number>();
  fences.set(store, own);
  return {
    keep: async (id: string, request: KeptRequest) => {
      const kept = await store.keepRequest(id, request, owner);
      if (kept.kind === 'kept') own.set(id, kept.fence);
      return kept.kind;
    },
    mark: (id: string, to: Recipient) => store.markSending(id, to, own.get(id) ?? 0),
    drop: (id: string) => store.dropRequest(id, own.get(id) ?? 0),
  };
};

/** What every form of the store does with requests that are taken and not answered yet. */
export const requestStoreContract = (form: string, open: () => Promise<Store>): void => {
  const it = withStore(open);
  describe(`${form}: requests`, () => {
    it('are open until they are dropped, in the order in which they were kept', async ({ store }) => {
      expect(await handOf(store).keep('a', asked())).toBe('kept');
      expect(await handOf(store).keep('b', asked({ user: 'U2' }))).toBe('kept');
      await handOf(store).mark('b', 'channel');
      expect(await store.openRequests()).toEqual([
        { id: 'a', request: asked() },
        { id: 'b', request: asked({ user: 'U2' }), sending: 'channel' },
      ]);
      await handOf(store).drop('a');
      await handOf(store).mark('b', 'asker');
      expect(await store.openRequests()).toEqual([{ id: 'b', request: asked({ user: 'U2' }), sending: 'asker' }]);
    });

    it('are kept once under an id while they are open', async ({ store }) => {
      expect(await handOf(store).keep('a', asked())).toBe('kept');
      expect(await handOf(store).keep('a', asked({ user: 'U2' }))).toBe('kept before');
      await handOf(store).drop('a');
      expect(await handOf(store).keep('a', asked({ user: 'U3' }))).toBe('kept');
      expect(await store.openRequests()).toMatchObject([{ request: { user: 'U3' } }]);
    });

    it('of which nothing is kept are neither marked nor dropped', async ({ store }) => {
      await handOf(store).mark('a', 'channel');
      await handOf(store).drop('a');
      expect(await store.openRequests()).toEqual([]);
    });

    it('are known again by name for ten minutes at least, and not for ever', async ({ store }) => {
      expect(await store.wasTaken('s1')).toBe(false);
      await store.rememberTaken('s1', NOW);
      await store.rememberTaken('s2', later(9 * MINUTE_MS));
      expect(await store.wasTaken('s1')).toBe(true);
      await store.rememberTaken('s3', later(11 * MINUTE_MS));
      expect(await store.wasTaken('s2')).toBe(true);
      await store.rememberTaken('s4', later(25 * MINUTE_MS));
      expect([await store.wasTaken('s1'), await store.wasTaken('s3')]).toEqual([false, true]);
    });

    it('are taken by the first of many at once, for ten minutes at least', async ({ store }) => {
      const taken = await Promise.all(Array.from({ length: 20 }, () => store.rememberTaken('s1', NOW)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.rememberTaken('s1', later(9 * MINUTE_MS))).toBe(false);
      expect(await store.rememberTaken('s2', later(9 * MINUTE_MS))).toBe(true);
    });

    it('of a workspace that goes are forgotten, and no others', async ({ store }) => {
      await handOf(store).keep('a', asked());
      await handOf(store).keep('b', asked({ team: 'T2' }));
      await store.deleteTeam('T1');
      expect((await store.openRequests()).map(({ id }) => id)).toEqual(['b']);
    });
  });
};

/** How much a store that is all in memory keeps. */
export const limitsContract = (form: string, open: () => Promise<Store>): void => {
  const it = withStore(open);

  describe(`${form}: what there is too much of`, () => {
    it('lets the thread whose last turn is the oldest go for the ten thousand and first', async ({ store }) => {
      const numbers = Array.from({ length: 10_000 }, (_, index) => index);
      await Promise.all(numbers.map((one) => store.rememberRoot(threadNumber(one), {}, NOW)));
      await store.claimTurn(turn('1.1', { key: threadNumber(0) }), NOW);
      await store.rememberRoot(threadNumber(10_000), {}, NOW);
      expect(await store.thread(threadNumber(0), NOW)).toBeDefined();
      expect(await store.thread(threadNumber(1), NOW)).toBeUndefined();
      expect(await store.thread(threadNumber(2), NOW)).toBeDefined();
      expect(await store.thread(threadNumber(10_000), NOW)).toBeDefined();
    });

    it('gives none of six thousand at once away twice, though it keeps the newest five thousand', async ({ store }) => {
      const messages = Array.from({ length: 6_000 }, (_, index) => `1.${index}`);
      const outcomes = await Promise.all([...messages, '1.0'].map((message) => store.claimTurn(turn(message), NOW)));
      expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(6_000);
      expect(await store.claimTurn(turn('1.1000'), NOW)).toBe('answered before');
      expect(await store.claimTurn(turn('1.999'), NOW)).toBe('taken');
    });

    it('requests are five thousand at most: the oldest goes', async ({ store }) => {
      const ids = Array.from({ length: 5_001 }, (_, number) => `r${number}`);
      await Promise.all(ids.map((id) => handOf(store).keep(id, asked())));
      const open = await store.openRequests();
      expect(open).toHaveLength(5_000);
      expect(open[0]?.id).toBe('r1');
    });

    it('requests are known again by name, the newest fifty thousand at least and twice as many at most', async ({
      store,
    }) => {
      const names = Array.from({ length: 100_001 }, (_, number) => `s${number}`);
      await Promise.all(names.map((name) => store.rememberTaken(name, NOW)));
      expect([await store.wasTaken('s0'), await store.wasTaken('s50001')]).toEqual([false, true]);
    });
  });
};
