import type { Emit } from './changes.ts';

/** Whether the bot works on something, for the page to show. */
export const createWorking = (emit: Emit) => {
  let underWay = 0;
  const count = (by: 1 | -1): void => {
    underWay += by;
    // begun, or ended
    if (underWay === (by === 1 ? 1 : 0)) emit({ kind: 'working', isWorking: underWay > 0 });
  };
  return {
    isWorking: (): boolean => underWay > 0,
    during: <T>(work: Promise<T>): Promise<T> => {
      count(1);
      return work.finally(() => count(-1));
    },
  };
};
