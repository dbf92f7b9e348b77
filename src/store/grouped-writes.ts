import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

/** How long a change that nobody waits for may wait for others. */
const SOON_MS = 250;

/**
 * Writes of a whole state, one in flight at a time. What is asked for while one is in flight goes into the next; what is
 * asked for within one turn of the event loop goes into one.
 *
 * @param write takes the state as it stands at the call, before its first await
 */
export const groupedWrites = (write: () => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  let gathering: Promise<void> | undefined;
  let unwritten = false;
  let patient: (PromiseWithResolvers<void> & { readonly timer: NodeJS.Timeout }) | undefined;

  /** Whoever waited patiently goes along with a write that is begun. */
  const takeAlong = (writing: Promise<void>): void => {
    if (!patient) return;
    clearTimeout(patient.timer);
    void writing.then(patient.resolve, patient.reject);
    patient = undefined;
  };

  const group = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => undefined);
    await turnOfTheLoop();
    gathering = undefined;
    unwritten = false;
    try {
      await write();
    } catch (error) {
      unwritten = true;
      throw error;
    }
  };

  /** Settles with a write that is begun after this call. */
  const request = (): Promise<void> => {
    unwritten = true;
    if (!gathering) {
      gathering = group(last);
      last = gathering;
      takeAlong(gathering);
    }
    return gathering;
  };

  /** The same within a quarter of a second: so that a rush of changes that nobody waits for costs a few writes. */
  const requestSoon = (): Promise<void> => {
    unwritten = true;
    if (gathering !== undefined) return gathering;
    patient ??= {
      ...Promise.withResolvers<void>(),
      // whoever waits is told by takeAlong
      timer: setTimeout(() => void request().catch(() => undefined), SOON_MS),
    };
    return patient.promise;
  };

  return {
    request,
    requestSoon,
    /** Settles once nothing is left to be written; tries again what failed last. */
    flush: (): Promise<void> => (unwritten ? request() : last),
  };
};
