/** Something asked of the world: before it is done and after it, a process may be killed. */
type Call<Asked extends unknown[], Answer> = (...asked: Asked) => Promise<Answer>;

/**
 * A process that is killed at one of the moments between what it does: from then on nothing it asked for is answered,
 * and nothing it asks for is done.
 *
 * @param moments how many it lives through
 */
export const mortal = (moments: number) => {
  let left = moments;
  const killed = Promise.withResolvers<void>();

  /** Goes on, or never. */
  const live = async (): Promise<void> => {
    left -= 1;
    if (left > 0) return;
    killed.resolve();
    await new Promise<never>(() => undefined);
  };

  const guarded =
    <Asked extends unknown[], Answer>(call: Call<Asked, Answer>): Call<Asked, Answer> =>
    async (...asked) => {
      await live();
      const answer = await call(...asked);
      await live();
      return answer;
    };

  return {
    isAlive: (): boolean => left > 0,
    killed: killed.promise,
    /** The same port, through which the process can be killed. */
    guard: <Port extends object>(port: Port): Port =>
      Object.fromEntries(
        Object.entries(port).map(([name, call]: [string, Call<unknown[], unknown>]) => [name, guarded(call)]),
      ) as Port,
  };
};
