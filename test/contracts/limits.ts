import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { NOW, openedIn, threadNumber, turn } from '../store/scenario.ts';
import { asked, handOf } from './request-store.ts';

/** How much a store that is all in memory keeps. */
export const limitsContract = (form: string, open: () => Promise<Store>): void => {
  const opened = openedIn(open);

  describe(`${form}: what there is too much of`, () => {
    it('lets the thread whose last turn is the oldest go for the ten thousand and first', async () => {
      const store = await opened();
      const numbers = Array.from({ length: 10_000 }, (_, index) => index);
      await Promise.all(numbers.map((one) => store.rememberRoot(threadNumber(one), {}, NOW)));
      await store.claimTurn(turn('1.1', { key: threadNumber(0) }), NOW);
      await store.rememberRoot(threadNumber(10_000), {}, NOW);
      expect(await store.thread(threadNumber(0), NOW)).toBeDefined();
      expect(await store.thread(threadNumber(1), NOW)).toBeUndefined();
      expect(await store.thread(threadNumber(2), NOW)).toBeDefined();
      expect(await store.thread(threadNumber(10_000), NOW)).toBeDefined();
    });

    it('gives none of six thousand at once away twice, though it keeps the newest five thousand', async () => {
      const store = await opened();
      const messages = Array.from({ length: 6_000 }, (_, index) => `1.${index}`);
      const outcomes = await Promise.all([...messages, '1.0'].map((message) => store.claimTurn(turn(message), NOW)));
      expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(6_000);
      expect(await store.claimTurn(turn('1.1000'), NOW)).toBe('answered before');
      expect(await store.claimTurn(turn('1.999'), NOW)).toBe('taken');
    });

    it('requests are five thousand at most: the oldest goes', async () => {
      const store = await opened();
      const ids = Array.from({ length: 5_001 }, (_, number) => `r${number}`);
      await Promise.all(ids.map((id) => handOf(store).keep(id, asked())));
      const open = await store.openRequests();
      expect(open).toHaveLength(5_000);
      expect(open[0]?.id).toBe('r1');
    });

    it('requests are known again by name, the newest fifty thousand at least and twice as many at most', async () => {
      const store = await opened();
      const names = Array.from({ length: 100_001 }, (_, number) => `s${number}`);
      await Promise.all(names.map((name) => store.rememberTaken(name, NOW)));
      expect([await store.wasTaken('s0'), await store.wasTaken('s50001')]).toEqual([false, true]);
    });
  });
};
