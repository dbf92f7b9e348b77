import { setImmediate as breathe } from 'node:timers/promises';
import { createKeyedQueue } from '../keyed-queue.ts';
import { addMilliseconds, type IsoInstant, instantAt } from '../units.ts';
import type { Data } from './data.ts';
import type { Emit, State } from './protocol.ts';

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

/** What lies further ahead is jumped to: to the bot it is as if it had not been running. */
export const MOST_MINUTES_RUN = 31 * 24 * 60;
const TOLD_EVERY_MS = 100;

export interface RunningParts {
  readonly clock: Clock;
  readonly data: Data;
  readonly emit: Emit;
  /** Deals with everything that is due by the clock. */
  readonly runDue: () => Promise<void>;
}

/** Moves the clock, one order after the other; what falls due on the way is dealt with minute by minute. */
export const createRunning = ({ clock, data, emit, runDue }: RunningParts) => {
  const queue = createKeyedQueue();
  let stopped = new AbortController();

  const state = (): State['clock'] => ({ now: clock.now(), isSet: clock.isSet() });
  const told = (): void => emit({ kind: 'clock', clock: state() });

  const runTo = async (to: IsoInstant, signal: AbortSignal): Promise<void> => {
    let toldAtMs = performance.now();
    await clock.runTo(to, signal, async () => {
      await data.catchUp();
      await runDue();
      if (performance.now() - toldAtMs < TOLD_EVERY_MS) return;
      toldAtMs = performance.now();
      told();
      await breathe();
    });
  };

  const moveTo = async (to: IsoInstant, signal: AbortSignal): Promise<void> => {
    const aheadMs = Date.parse(to) - Date.parse(clock.now());
    if (aheadMs > 0 && aheadMs <= MOST_MINUTES_RUN * MINUTE_MS) return runTo(to, signal);
    clock.set(to);
    if (aheadMs < 0) await data.reopen();
    await data.catchUp();
    await runDue();
  };

  const inTurn = (move: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const { signal } = stopped;
    return queue.run('clock', async () => {
      if (!signal.aborted) await move(signal);
      told();
    });
  };

  return {
    state,
    moveTo: (to: IsoInstant): Promise<void> => inTurn((signal) => moveTo(to, signal)),
    run: (minutes: number): Promise<void> =>
      inTurn((signal) => moveTo(addMilliseconds(clock.now(), minutes * MINUTE_MS), signal)),
    /** On, or back, to the machine's time. */
    release: (): Promise<void> =>
      inTurn(async (signal) => {
        await moveTo(clock.machine(), signal);
        clock.release();
      }),
    /** Ends a run that is under way, and goes back to the machine's time. */
    reset: async (): Promise<void> => {
      stopped.abort();
      stopped = new AbortController();
      await queue.settled();
      if (!clock.isSet()) return;
      clock.release();
      await data.reopen();
    },
  };
};
