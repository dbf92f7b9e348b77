import { describe, expect, it } from 'vitest';
import type { KeptRequest } from '../../src/store/kept-request.ts';
import type { Store } from '../../src/store/store.ts';
import { later, NOW } from '../store/scenario.ts';

export const MINUTE_MS = 60_000;

/** A command that asks for a cut, as it was read. */
export const asked = (more: Partial<KeptRequest> = {}): KeptRequest => ({
  ...{ at: NOW, team: 'T1', channel: 'C1', user: 'U1', via: 'command', affiliation: 'own' },
  asked: { kind: 'question', question: { kind: 'rate-move', moveBps: -50 }, private: false },
  ...more,
});

/** What every form of the store does with requests that are taken and not answered yet. */
export const requestStoreContract = (form: string, opened: () => Promise<Store>): void => {
  describe(`${form}: requests`, () => {
    it('are open until they are dropped, in the order in which they were kept', async () => {
      const store = await opened();
      expect(await store.keepRequest('a', asked())).toBe('kept');
      expect(await store.keepRequest('b', asked({ user: 'U2' }))).toBe('kept');
      await store.markSending('b', 'channel');
      expect(await store.openRequests()).toEqual([
        { id: 'a', request: asked() },
        { id: 'b', request: asked({ user: 'U2' }), sending: 'channel' },
      ]);
      await store.dropRequest('a');
      await store.markSending('b', 'asker');
      expect(await store.openRequests()).toEqual([{ id: 'b', request: asked({ user: 'U2' }), sending: 'asker' }]);
    });

    it('are kept once under an id while they are open', async () => {
      const store = await opened();
      expect(await store.keepRequest('a', asked())).toBe('kept');
      expect(await store.keepRequest('a', asked({ user: 'U2' }))).toBe('kept before');
      await store.dropRequest('a');
      expect(await store.keepRequest('a', asked({ user: 'U3' }))).toBe('kept');
      expect(await store.openRequests()).toMatchObject([{ request: { user: 'U3' } }]);
    });

    it('of which nothing is kept are neither marked nor dropped', async () => {
      const store = await opened();
      await store.markSending('a', 'channel');
      await store.dropRequest('a');
      expect(await store.openRequests()).toEqual([]);
    });

    it('are five thousand at most: the oldest goes', async () => {
      const store = await opened();
      const ids = Array.from({ length: 5_001 }, (_, number) => `r${number}`);
      await Promise.all(ids.map((id) => store.keepRequest(id, asked())));
      const open = await store.openRequests();
      expect(open).toHaveLength(5_000);
      expect(open[0]?.id).toBe('r1');
    });

    it('are known again by name for ten minutes at least, and not for ever', async () => {
      const store = await opened();
      expect(await store.wasTaken('s1')).toBe(false);
      await store.rememberTaken('s1', NOW);
      await store.rememberTaken('s2', later(9 * MINUTE_MS));
      expect(await store.wasTaken('s1')).toBe(true);
      await store.rememberTaken('s3', later(11 * MINUTE_MS));
      expect(await store.wasTaken('s2')).toBe(true);
      await store.rememberTaken('s4', later(25 * MINUTE_MS));
      expect([await store.wasTaken('s1'), await store.wasTaken('s3')]).toEqual([false, true]);
    });

    it('are known again by name, the newest fifty thousand at least and twice as many at most', async () => {
      const store = await opened();
      const names = Array.from({ length: 100_001 }, (_, number) => `s${number}`);
      await Promise.all(names.map((name) => store.rememberTaken(name, NOW)));
      expect([await store.wasTaken('s0'), await store.wasTaken('s50001')]).toEqual([false, true]);
    });

    it('of a workspace that goes are forgotten, and no others', async () => {
      const store = await opened();
      await store.keepRequest('a', asked());
      await store.keepRequest('b', asked({ team: 'T2' }));
      await store.deleteTeam('T1');
      expect((await store.openRequests()).map(({ id }) => id)).toEqual(['b']);
    });
  });
};
