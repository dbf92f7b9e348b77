import { setImmediate as breathe } from 'node:timers/promises';
import { createKeyedQueue } from '../queues.ts';
import { addMilliseconds, type IsoInstant, instantAt } from '../units.ts';
import type { OpenDataSource } from './data-source.ts';
import type { Emit, PlaygroundState } from './protocol.ts';

const MINUTE_MS = 60_000;

/** The start of the next minute. */
const nextMinute = (ms: number): number => (Math.floor(ms / MINUTE_MS) + 1) * MINUTE_MS;

/**
 * The clock of the workspace: the machine's, or one that was set and runs on from there.
 *
 * @param machine the machine's clock
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
    /** Follows the machine's clock again. */
    release: (): void => {
      aheadMs = undefined;
    },
    /**
     * Moves ahead minute by minute and runs on from there.
     *
     * @param signal ends the run early
     * @param atEach called at each full minute and at the end; the clock stands still until it resolves
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

type Clock = ReturnType<typeof createClock>;

/** Beyond this the clock jumps, as if the bot had not been running in between. */
export const MAX_ADVANCE_MINUTES = 31 * 24 * 60;
const PROGRESS_INTERVAL_MS = 100;

interface ClockControlParts {
  readonly clock: Clock;
  readonly data: OpenDataSource;
  readonly emit: Emit;
  /** Posts everything that is due by the clock, and waits for it. */
  readonly runDue: () => Promise<void>;
}

/** Moves the clock, one request at a time. Briefs that fall due on the way are posted in order, minute by minute. */
export const createClockControl = ({ clock, data, emit, runDue }: ClockControlParts) => {
  const queue = createKeyedQueue();
  let stopped = new AbortController();
  let run: PlaygroundState['clock']['run'];

  const state = (): PlaygroundState['clock'] => ({
    now: clock.now(),
    isSet: clock.isSet() || run !== undefined,
    ...(run && { run }),
  });
  const emitState = (): void => emit({ kind: 'clock', clock: state() });

  const runTo = async (to: IsoInstant, signal: AbortSignal): Promise<void> => {
    run = { from: clock.now(), to };
    emitState();
    let emittedAtMs = performance.now();
    try {
      await clock.runTo(to, signal, async () => {
        await data.catchUp();
        await runDue();
        if (performance.now() - emittedAtMs < PROGRESS_INTERVAL_MS) return;
        emittedAtMs = performance.now();
        emitState();
        await breathe();
      });
    } finally {
      run = undefined;
    }
  };

  /** Ends the move under way and drops those that wait. */
  const stop = async (): Promise<void> => {
    stopped.abort();
    stopped = new AbortController();
    await queue.settled();
  };

  const moveTo = async (to: IsoInstant, signal: AbortSignal): Promise<void> => {
    const aheadMs = Date.parse(to) - Date.parse(clock.now());
    if (aheadMs > 0 && aheadMs <= MAX_ADVANCE_MINUTES * MINUTE_MS) return runTo(to, signal);
    clock.set(to);
    if (aheadMs < 0) await data.reopen();
    await data.catchUp();
    await runDue();
  };

  const enqueue = (move: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const { signal } = stopped;
    return queue.run('clock', async () => {
      if (!signal.aborted) await move(signal);
      emitState();
    });
  };

  return {
    state,
    moveTo: (to: IsoInstant): Promise<void> => enqueue((signal) => moveTo(to, signal)),
    advance: (minutes: number): Promise<void> =>
      enqueue((signal) => moveTo(addMilliseconds(clock.now(), minutes * MINUTE_MS), signal)),
    /** Moves to the machine's time, forward or back, and follows it again. */
    release: (): Promise<void> =>
      enqueue(async (signal) => {
        await moveTo(clock.machine(), signal);
        clock.release();
      }),
    stop,
    /** Cancels pending moves and follows the machine's clock again. */
    reset: async (): Promise<void> => {
      await stop();
      if (!clock.isSet()) return;
      clock.release();
      await data.reopen();
    },
  };
};
