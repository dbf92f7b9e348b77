import { createKeyedQueue } from '../keyed-queue.ts';
import type { IsoInstant } from '../units.ts';
import type { DeliveryParts } from './port.ts';

/** Slack takes one message a second in a channel. */
const BETWEEN_POSTS_MS = 1_000;

/** Until when a channel takes no post, and when that was noted, by the same clock; milliseconds of the epoch. */
interface Block {
  readonly untilMs: number;
  readonly notedAtMs: number;
}

/** Posts in one channel go one after the other, a second apart; posts in different channels go side by side. */
export const createChannelQueue = ({ now, wait, signal }: Pick<DeliveryParts, 'now' | 'wait' | 'signal'>) => {
  const queue = createKeyedQueue();
  const blocks = new Map<string, Block>();
  const nowMs = (): number => Date.parse(now());

  /** Where the clock has been set back since, nothing is held up: it could last for as long as the clock was off. */
  const freeAtMs = (channel: string): number => {
    const { untilMs, notedAtMs } = blocks.get(channel) ?? { untilMs: 0, notedAtMs: 0 };
    return nowMs() < notedAtMs ? 0 : untilMs;
  };

  const block = (channel: string, ms: number): void => {
    const notedAtMs = nowMs();
    blocks.set(channel, { untilMs: Math.max(freeAtMs(channel), notedAtMs + ms), notedAtMs });
  };

  return {
    /**
     * Does work when its turn in a channel has come. Rejects once the signal is aborted.
     *
     * @param latest where the channel is not free by then, nothing is done, and undefined is given at once
     */
    run: <T>(channel: string, latest: IsoInstant, work: () => Promise<T>): Promise<T | undefined> =>
      queue.run(channel, async () => {
        const freeMs = freeAtMs(channel);
        const pauseMs = freeMs - nowMs();
        if (freeMs > Date.parse(latest)) return undefined;
        if (pauseMs > 0) await wait(pauseMs, signal);
        signal.throwIfAborted();
        try {
          return await work();
        } finally {
          block(channel, BETWEEN_POSTS_MS);
        }
      }),
    /** Leaves a channel alone for so long, as Slack has asked; to be called by the work whose turn it is. */
    pause: (channel: string, seconds: number): void => block(channel, seconds * 1_000),
  };
};
