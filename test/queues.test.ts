import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from '../src/queues.ts';

describe('a keyed queue', () => {
  it('does one thing at a time under a key, in order, also after one that failed', async () => {
    const queue = createKeyedQueue();
    const done: string[] = [];
    const first = Promise.withResolvers<void>();
    const failed = queue.run('a', async () => {
      await first.promise;
      done.push('first');
      throw new Error('first');
    });
    const second = queue.run('a', async () => done.push('second'));
    await queue.run('b', async () => done.push('other key'));
    expect(done).toEqual(['other key']);
    first.resolve();
    await expect(failed).rejects.toThrow('first');
    await second;
    expect(done).toEqual(['other key', 'first', 'second']);
  });

  it('goes on where work lets others pass, and has not settled before that work has', async () => {
    const queue = createKeyedQueue();
    const done: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = queue.run('a', async (letOthersPass) => {
      letOthersPass();
      await promise;
      done.push('slow');
    });
    await queue.run('a', async () => done.push('behind it'));
    const settled = queue.settled().then(() => done.push('settled'));
    await queue.run('a', async () => done.push('last'));
    resolve();
    await Promise.all([slow, settled]);
    expect(done).toEqual(['behind it', 'last', 'slow', 'settled']);
  });

  it('knows what is under way under a key, and forgets it once it has settled', async () => {
    const queue = createKeyedQueue();
    const { promise, resolve } = Promise.withResolvers<string>();
    const given = queue.run('a', () => promise);
    expect(queue.underWay('a')).toBe(given);
    expect(queue.underWay('b')).toBeUndefined();
    resolve('answer');
    expect(await given).toBe('answer');
    await queue.settled();
    expect(queue.underWay('a')).toBeUndefined();
  });

  it('has settled once what was given meanwhile has settled too, and says nothing of what failed', async () => {
    const queue = createKeyedQueue();
    const done: string[] = [];
    const failed = queue.run('a', async () => {
      void queue.run('b', async () => done.push('given meanwhile'));
      throw new Error('failed');
    });
    failed.catch(() => undefined);
    await queue.settled();
    expect(done).toEqual(['given meanwhile']);
  });
});
