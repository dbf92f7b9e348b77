import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8 keeps the heap of a burst for the next one; once things are quiet, it gives back to the system what nothing uses. */

const LOOKED_EVERY_MS = 10_000;
/** So little of the time between two looks at work is quiet. */
const MOST_BUSY = 0.05;
/** A heap that a day of single questions does not reach. */
const LEAST_MB = 128;
/** A heap is collected again once it is so many times what the last collection left of it. */
const GROWN = 2;

const MEGABYTE = 1024 * 1024;

const heapMb = (): number => Math.round(process.memoryUsage().heapTotal / MEGABYTE);

/** V8's own collection, taken without exposing it to anything else. */
const collection = (): NodeJS.GCFunction => {
  setFlagsFromString('--expose-gc');
  const collect: NodeJS.GCFunction = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return collect;
};

/** Sizes of the heap in whole megabytes, before and after it was collected. */
interface GivenBack {
  readonly beforeMb: number;
  readonly afterMb: number;
}

/**
 * Collects the heap whenever the event loop has had nothing to do for a while and the heap has grown by much since. It holds up
 * the loop for as long as a collection takes, some tenths of a second, and keeps no process alive.
 *
 * @param done told of each collection
 */
export const giveBackIdleMemory = (done: (sizes: GivenBack) => void, everyMs = LOOKED_EVERY_MS): void => {
  let collect: NodeJS.GCFunction | undefined;
  let keptMb = LEAST_MB / GROWN;
  let last = performance.eventLoopUtilization();
  const look = async (): Promise<void> => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    const beforeMb = heapMb();
    if (utilization > MOST_BUSY || beforeMb < GROWN * keptMb) return;
    collect ??= collection();
    // only the last resort empties the pages that V8 keeps
    await collect({ type: 'major', flavor: 'last-resort', execution: 'async' });
    const afterMb = heapMb();
    keptMb = Math.max(afterMb, LEAST_MB / GROWN);
    done({ beforeMb, afterMb });
  };
  // a Node that has no such collection keeps what it has
  const looks = setInterval(() => void look().catch(() => clearInterval(looks)), everyMs).unref();
};
