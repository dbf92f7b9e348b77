import { type IsoInstant, instantAt } from '../units.ts';

const MINUTE_MS = 60_000;

/** The full minute after an instant. */
const nextMinute = (ms: number): number => (Math.floor(ms / MINUTE_MS) + 1) * MINUTE_MS;

/**
 * The clock of the workspace: the machine's, or one that was set and runs on from there. While it is made to run it
 * stands at each full minute until what falls due then is dealt with.
 *
 * @param machine the clock of the machine
 */
export const createClock = (machine: () => IsoInstant) => {
  let aheadMs: number | undefined;
  let heldAtMs: number | undefined;

  const nowMs = (): number => heldAtMs ?? Date.parse(machine()) + (aheadMs ?? 0);

  const set = (ms: number): void => {
    aheadMs = ms - Date.parse(machine());
  };

  return {
    machine,
    now: (): IsoInstant => instantAt(nowMs()),
    isSet: (): boolean => aheadMs !== undefined || heldAtMs !== undefined,
    set: (to: IsoInstant): void => set(Date.parse(to)),
    /** Runs as the machine's again. */
    release: (): void => {
      aheadMs = undefined;
    },
    /**
     * Runs ahead minute by minute, and runs on from there as time does.
     *
     * @param atEach is waited for while the clock stands
     */
    runTo: async (to: IsoInstant, signal: AbortSignal, atEach: () => Promise<void>): Promise<void> => {
      const end = Date.parse(to);
      try {
        while (nowMs() < end && !signal.aborted) {
          heldAtMs = Math.min(nextMinute(nowMs()), end);
          await atEach();
        }
      } finally {
        if (heldAtMs !== undefined) set(heldAtMs);
        heldAtMs = undefined;
      }
    },
  };
};

export type Clock = ReturnType<typeof createClock>;
