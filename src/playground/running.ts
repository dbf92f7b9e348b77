import { setImmediate as breathe } from 'node:timers/promises';
import { createKeyedQueue } from '../keyed-queue.ts';
import { addMilliseconds, type IsoInstant } from '../units.ts';
import type { Emit } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Data } from './data.ts';
import type { State } from './protocol.ts';

const MINUTE_MS = 60_000;
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
