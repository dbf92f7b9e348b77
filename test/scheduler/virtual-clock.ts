import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { type IsoInstant, isoInstant } from '../../src/units.ts';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock that goes when it is told to. What waits by it goes on in the order of its waits. */
export const virtualClock = (start: string) => {
  let nowMs = Date.parse(start);
  let timers: Timer[] = [];

  const advanceTo = async (end: number): Promise<void> => {
    for (;;) {
      const next = timers.toSorted((one, other) => one.at - other.at)[0];
      if (next === undefined || next.at > end) break;
      timers = timers.filter((one) => one !== next);
      nowMs = Math.max(nowMs, next.at);
      next.ring();
      await turnOfTheLoop();
    }
    nowMs = Math.max(nowMs, end);
  };

  return {
    now: (): IsoInstant => isoInstant(new Date(nowMs).toISOString()),
    wait: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const timer = { at: nowMs + ms, ring: resolve };
        timers.push(timer);
        signal?.addEventListener('abort', () => {
          timers = timers.filter((one) => one !== timer);
          reject(signal.reason);
        });
      }),
    isWaitedFor: (): boolean => timers.length > 0,
    advanceTo: (instant: string): Promise<void> => advanceTo(Date.parse(instant)),
    advance: (ms: number): Promise<void> => advanceTo(nowMs + ms),
  };
};

export type VirtualClock = ReturnType<typeof virtualClock>;
