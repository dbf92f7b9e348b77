import { addMilliseconds, type IsoInstant } from '../units.ts';

/** How often posts may be made, and how far ahead of that pace a burst may go, in milliseconds. */
export interface PostPace {
  readonly everyMs: number;
  readonly aheadMs: number;
}

/** Slack takes one message a second in a channel. */
export const CHANNEL_PACE: PostPace = { everyMs: 1_000, aheadMs: 0 };
/** Slack takes several hundred messages a minute in a workspace, and bursts: this leaves room for answers. */
export const TEAM_PACE: PostPace = { everyMs: 200, aheadMs: 4_000 };

/** Until when something has been used up, and when that was noted, by the same clock. */
interface Used {
  readonly until: IsoInstant;
  readonly notedAt: IsoInstant;
}

const pauseKey = (channel: string): string => `${channel}/`;

/** When posts may be made, by channel and by workspace, for one process. */
export const createPace = () => {
  const used = new Map<string, Used>();

  /** Where the clock has been set back since, nothing is held up: it could last for as long as the clock was off. */
  const usedMs = (key: string, now: IsoInstant): number => {
    const one = used.get(key);
    return one === undefined || now < one.notedAt ? 0 : Math.max(0, Date.parse(one.until) - Date.parse(now));
  };

  const use = (key: string, ms: number, now: IsoInstant): void => {
    used.set(key, { until: addMilliseconds(now, ms), notedAt: now });
  };

  return {
    takePostTurn: (team: string, channel: string, mostMs: number, now: IsoInstant): number => {
      const paces = [
        [team, TEAM_PACE],
        [channel, CHANNEL_PACE],
      ] as const;
      const waitMs = Math.max(0, ...paces.map(([key, { aheadMs }]) => usedMs(key, now) - aheadMs));
      if (waitMs > mostMs) return waitMs;
      for (const [key, { everyMs }] of paces) use(key, Math.max(usedMs(key, now), waitMs) + everyMs, now);
      return waitMs;
    },
    pausePosts: (channel: string, ms: number, now: IsoInstant): void => {
      use(channel, Math.max(ms, usedMs(channel, now)), now);
      use(pauseKey(channel), ms, now);
    },
    postPauseMs: (channel: string, now: IsoInstant): number => usedMs(pauseKey(channel), now),
  };
};
