/** Work by key: one piece of work a key at a time, in the order of the calls; different keys go side by side. */
export interface KeyedQueue {
  /**
   * Begins work once everything given before under the same key has settled, whatever became of it, or has let others pass.
   *
   * @param work is given what lets those behind it begin before it has settled
   */
  readonly run: <T>(key: string, work: (letOthersPass: () => void) => Promise<T>) => Promise<T>;
  /** What was given last under a key, until it has settled; undefined where nothing is under way. */
  readonly underWay: (key: string) => Promise<unknown> | undefined;
  /** Settles once nothing is under way, what is given meanwhile included. Never rejects. */
  readonly settled: () => Promise<void>;
}

/** A queue that holds a key no longer than work is under way for it. */
export const createKeyedQueue = (): KeyedQueue => {
  const last = new Map<string, { readonly done: Promise<unknown>; readonly passable: Promise<void> }>();
  const running = new Set<Promise<unknown>>();
  return {
    run: (key, work) => {
      const { promise: passable, resolve: letOthersPass } = Promise.withResolvers<void>();
      const done = (last.get(key)?.passable ?? Promise.resolve()).then(() => work(letOthersPass));
      last.set(key, { done, passable });
      running.add(done);
      const release = (): void => {
        letOthersPass();
        running.delete(done);
        if (last.get(key)?.done === done) last.delete(key);
      };
      done.then(release, release);
      return done;
    },
    underWay: (key) => last.get(key)?.done,
    settled: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
};

/**
 * Runs so many at once; those given beyond begin in the order they came.
 *
 * @param most how many, at least one
 */
export const createLimit = (most: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
