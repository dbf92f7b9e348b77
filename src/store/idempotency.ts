import { createKeyedQueue } from '../keyed-queue.ts';

/** A claim that was made in memory and is being written. */
export interface PendingClaim {
  /** Settles once the claim is written. */
  readonly written: Promise<unknown>;
  /** Undoes the claim in memory, for where it could not be written. */
  readonly undo: () => void;
}

/**
 * Makes each claim succeed for one caller only, so that work which is asked for twice is done once.
 *
 * @returns claims a name: true for the one caller whose claim it is, once it is written. A caller who claims the same name
 * meanwhile waits for that write and gets false; where the write fails, both reject with its error and the name is free again.
 * `make` makes the claim in memory, before any await; it gives undefined where the claim was made before.
 */
export const createIdempotency = () => {
  const queue = createKeyedQueue();
  return async (name: string, make: () => PendingClaim | undefined): Promise<boolean> => {
    const other = queue.underWay(name);
    if (other !== undefined) {
      await other;
      return false;
    }
    const claim = make();
    if (claim === undefined) return false;
    return queue.run(name, async () => {
      try {
        await claim.written;
        return true;
      } catch (error) {
        claim.undo();
        throw error;
      }
    });
  };
};
