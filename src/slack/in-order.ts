/** Does things of one name one after the other, in the order of the calls; things of different names go side by side. */
export const createOrder = () => {
  const last = new Map<string, Promise<unknown>>();
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(name) ?? Promise.resolve();
    const done = before.then(work, work);
    const tail = done
      .catch(() => undefined)
      .finally(() => {
        if (last.get(name) === tail) last.delete(name);
      });
    last.set(name, tail);
    return done;
  };
};

export type InOrder = ReturnType<typeof createOrder>;
