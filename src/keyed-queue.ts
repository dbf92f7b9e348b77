/** Work by key: one piece of work a key at a time, in the order of the calls; different keys go side by side. */
export interface KeyedQueue {
  /** Begins work once everything given before under the same key has settled, whatever became of it. */
  readonly run: <T>(key: string, work: () => Promise<T>) => Promise<T>;
  /** What was given last under a key, until it has settled; undefined where nothing is under way. */
  readonly underWay: (key: string) => Promise<unknown> | undefined;
  /** Settles once nothing is under way, what is given meanwhile included. Never rejects. */
  readonly settled: () => Promise<void>;
}

/** A queue that holds a key no longer than work is under way for it. */
export const createKeyedQueue = (): KeyedQueue => {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (key, work) => {
      const done = (last.get(key) ?? Promise.resolve()).then(work, work);
      last.set(key, done);
      const release = (): void => {
        if (last.get(key) === done) last.delete(key);
      };
      done.then(release, release);
      return done;
    },
    underWay: (key) => last.get(key),
    settled: async () => {
      while (last.size > 0) await Promise.allSettled(last.values());
    },
  };
};
