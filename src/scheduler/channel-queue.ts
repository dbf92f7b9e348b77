import type { IsoInstant } from '../units.ts';
import type { Surroundings } from './port.ts';

/** Slack takes one message a second in a channel. */
const APART_MS = 1_000;

interface Lane {
  last: Promise<unknown>;
  /** Milliseconds of the epoch. */
  freeAt: number;
  /** When that was said, by the same clock. */
  saidAt: number;
}

/** Posts in one channel go one after the other, a second apart; posts in different channels go side by side. */
export const createLanes = ({ now, wait, signal }: Pick<Surroundings, 'now' | 'wait' | 'signal'>) => {
  const lanes = new Map<string, Lane>();
  const nowMs = (): number => Date.parse(now());

  const laneOf = (channel: string): Lane => {
    const lane = lanes.get(channel) ?? { last: Promise.resolve(), freeAt: 0, saidAt: 0 };
    lanes.set(channel, lane);
    return lane;
  };

  /** What was said by a clock that has been set back since holds nothing up: it could last for as long as the clock is off. */
  const freeAt = (lane: Lane): number => (nowMs() < lane.saidAt ? 0 : lane.freeAt);

  const leaveAlone = (lane: Lane, ms: number): void => {
    const now = nowMs();
    lane.freeAt = Math.max(freeAt(lane), now + ms);
    lane.saidAt = now;
  };

  return {
    /**
     * Does work when its turn in a channel has come.
     *
     * @param latest where the channel is not free by then, nothing is done, and undefined is given at once
     */
    inTurn: <T>(channel: string, latest: IsoInstant, work: () => Promise<T>): Promise<T | undefined> => {
      const lane = laneOf(channel);
      const done = lane.last.then(async () => {
        const free = freeAt(lane);
        const pauseMs = free - nowMs();
        if (free > Date.parse(latest)) return undefined;
        if (pauseMs > 0) await wait(pauseMs, signal);
        signal.throwIfAborted();
        try {
          return await work();
        } finally {
          leaveAlone(lane, APART_MS);
        }
      });
      lane.last = done.catch(() => undefined);
      return done;
    },
    /** Leaves a channel alone for so long, as Slack has asked; to be called by the work whose turn it is. */
    hold: (channel: string, seconds: number): void => {
      leaveAlone(laneOf(channel), seconds * 1_000);
    },
  };
};
