import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/create-store.ts';
import { createGroupedWrites } from '../../src/store/durable-file.ts';
import { emptyRequests, NO_JOURNAL } from '../../src/store/request-store.ts';
import { emptyState, type Persistence } from '../../src/store/state.ts';
import { createStateSerializer, parseState } from '../../src/store/state-text.ts';
import type { Thread } from '../../src/store/store.ts';
import { openAt, ownFile } from './own-file.ts';
import { cut, KEY, NOW, threadNumber, turn } from './scenario.ts';

interface Ask {
  readonly thread: number;
  readonly message: string;
  readonly user: string;
  readonly moveBps: number;
}

const asks = fc.array(
  fc.record({
    thread: fc.integer({ min: 1, max: 3 }),
    message: fc.integer({ min: 1, max: 6 }).map((number) => `1.${number}`),
    user: fc.constantFrom('U1', 'U2', 'U3'),
    moveBps: fc.integer({ min: -600, max: 600 }),
  }),
  { maxLength: 20 },
);

/** One after the other, with nothing but a map and a set. */
const inTurn = (list: readonly Ask[]) => {
  const claimed = new Set<string>();
  const threads = new Map<number, Pick<Thread, 'context' | 'speakers'>>();
  const outcomes = list.map(({ thread, message, user, moveBps }) => {
    if (claimed.has(message)) return 'answered before';
    claimed.add(message);
    const speakers = threads.get(thread)?.speakers ?? [];
    threads.set(thread, { context: cut(moveBps), speakers: [...new Set([...speakers, user])] });
    return 'taken';
  });
  return { outcomes, threads };
};

const stateIn = (file: string) => {
  const parsed = parseState(file);
  return parsed.kind === 'state' ? parsed.state : undefined;
};

describe('many turns at once', () => {
  it('come out as one after the other would, however their writes finish, and the file holds every turn taken', async () => {
    await fc.assert(
      fc.asyncProperty(asks, fc.scheduler(), async (list, scheduler) => {
        const state = emptyState();
        const words = createStateSerializer();
        let file = words(state).toString();
        let inFlight = 0;
        const writes = createGroupedWrites(async () => {
          const text = words(state).toString();
          inFlight += 1;
          expect(inFlight).toBe(1);
          await scheduler.schedule(Promise.resolve(), 'write');
          file = text;
          inFlight -= 1;
        });
        const keeping: Persistence = {
          commit: () => writes.request(),
          commitSoon: () => writes.requestSoon(),
          backUp: () => Promise.resolve(),
          close: () => writes.flush(),
        };
        const store = createStore(state, keeping, { state: emptyRequests(), journal: NO_JOURNAL });
        const started: Ask[] = [];
        const outcomes: string[] = [];
        const running = list.map(async (asked) => {
          await scheduler.schedule(Promise.resolve(), 'ask');
          const { thread, message, user, moveBps } = asked;
          const place = started.push(asked) - 1;
          const turnNow = turn(message, { key: threadNumber(thread), user, context: cut(moveBps) });
          outcomes[place] = await store.claimTurn(turnNow, NOW);
          expect([...(stateIn(file)?.claims.keys() ?? [])]).toContain(`T0AAAAAAA/C0BBBBBBB/${message}`);
        });
        await scheduler.waitFor(Promise.all(running));
        const expected = inTurn(started);
        expect(outcomes).toEqual(expected.outcomes);
        for (const [thread, remembered] of expected.threads) {
          expect(await store.thread(threadNumber(thread), NOW)).toMatchObject(remembered);
        }
        expect(stateIn(file)).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  it('go into one write where they come together, and into the next where one is in flight', async () => {
    const { store, writes } = await openAt(ownFile());
    const some = (from: number) =>
      Array.from({ length: 100 }, async (_, index) => {
        for (let read = 0; read < index % 10; read += 1) await store.thread(KEY, NOW);
        return store.claimTurn(turn(`1.${from + index}`), NOW);
      });
    await Promise.all(some(0));
    expect(writes()).toBe(1);
    const first = some(100);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    await Promise.all([...first, ...some(200), ...some(300)]);
    expect(writes()).toBe(3);
  });

  it('cost no write where nothing changes', async () => {
    const { store, writes } = await openAt(ownFile());
    await store.claimTurn(turn('1.1', { user: 'U1' }), NOW);
    const before = writes();
    await store.claimTurn(turn('1.1', { user: 'U1' }), NOW);
    await store.addSpeaker(KEY, 'U1', NOW);
    await store.deleteExpired(NOW);
    await store.close();
    expect(writes()).toBe(before);
  });
});
