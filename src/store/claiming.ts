/** A claim that was made in memory, on its way to be kept. */
export interface Made {
  readonly kept: Promise<void>;
  /** For where it could not be kept. */
  readonly takeBack: () => void;
}

/**
 * Claims by name: only one caller is told that a claim is theirs. Who asks while it is being kept waits for that; where
 * it cannot be kept, both are told so, and it may be made again.
 *
 * @param make makes the claim, before any await; undefined where it was made before
 */
export const createClaims = () => {
  const underway = new Map<string, Promise<void>>();
  return async (name: string, make: () => Made | undefined): Promise<boolean> => {
    const other = underway.get(name);
    if (other !== undefined) {
      await other;
      return false;
    }
    const made = make();
    if (made === undefined) return false;
    underway.set(name, made.kept);
    try {
      await made.kept;
      return true;
    } catch (error) {
      made.takeBack();
      throw error;
    } finally {
      underway.delete(name);
    }
  };
};
