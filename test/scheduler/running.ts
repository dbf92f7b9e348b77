import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { LastTold } from '../../src/brief/brief.ts';
import type { NewSchedule, Schedule } from '../../src/brief/schedule.ts';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { deliverDueBriefs } from '../../src/scheduler/deliver-due-briefs.ts';
import type { BriefPoster, BriefReport, PostSearch } from '../../src/scheduler/port.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import { newSchedule } from '../brief/clocks.ts';

let started = 0;

interface Around {
  readonly clock: VirtualClock;
  readonly poster: BriefPoster;
  readonly store?: Store;
  readonly facts?: () => Facts;
}

const MINUTE_MS = 60_000;

/** The work on briefs over a clock that goes when it is told to. Making it again over the same store is a restart. */
export const running = ({
  clock,
  poster,
  store = createMemoryStore(),
  facts = () => shippedFacts(clock.now()),
}: Around) => {
  const reports: BriefReport[] = [];
  const { now, wait } = clock;
  started += 1;
  const owner = `process ${started}`;
  const work = deliverDueBriefs({ store, poster, owner, facts, now, wait, report: (report) => reports.push(report) });

  const tick = async (): Promise<void> => {
    await work.tick(now());
    await turnOfTheLoop();
  };

  return {
    ...work,
    store,
    reports,
    tick,
    /** A schedule made now. */
    add: async (more: Partial<NewSchedule> = {}): Promise<Schedule> => {
      const made = await store.addSchedule(newSchedule({ createdAt: now(), ...more }), 200);
      if (made === undefined) throw new Error('the store took no schedule');
      return made;
    },
    /** Ticks at once, and at each full step of the clock up to an instant. */
    runTo: async (instant: string, stepMs = MINUTE_MS): Promise<void> => {
      await tick();
      const start = Date.parse(now());
      for (let ms = start - (start % stepMs) + stepMs; ms <= Date.parse(instant); ms += stepMs) {
        await clock.advanceTo(new Date(ms).toISOString());
        await tick();
      }
    },
  };
};

/** What is on record for a schedule, oldest first: `2026-11-23 posted 0`, `2026-11-24 too late`. */
export const recordOf = async (store: Store, schedule: string): Promise<readonly string[]> =>
  (await store.deliveries('T1', schedule)).toReversed().map(({ slot, outcome }) => {
    if (outcome.kind === 'posted') return `${slot} posted ${outcome.minutesLate}`;
    return `${slot} ${outcome.kind === 'skipped' ? outcome.reason : outcome.kind}`;
  });

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

/** What Slack does with a post. `lost, stands`: the message stands, and no answer comes. */
export type Answer =
  | 'posted'
  | 'lost, stands'
  /** Carried out only when twenty seconds have passed. */
  | 'lost, stands late'
  | 'lost, not there'
  | 'refused'
  | 'held'
  | 'breaks'
  | { readonly later: number };
/** What Slack does with a look: it looks, or not. */
export type Look = 'looks' | 'cannot look' | 'breaks' | { readonly later: number };

export interface Post {
  readonly schedule: string;
  readonly channel: string;
  readonly slot: string;
  readonly at: IsoInstant;
  readonly minutesLate: number;
}

const LATE_MS = 20_000;

const lastToldAt = (at: IsoInstant): LastTold => ({ at });

/** Channels with the messages that stand in them. Answers are given as they are lined up, then `posted` and `looks`. */
export const fakeChannels = (clock: VirtualClock, answers: Answer[] = [], looksLinedUp: Look[] = []) => {
  const posts: Post[] = [];
  const tries: Post[] = [];
  const looks: string[] = [];
  const tsOf = (index: number): string => `${index + 1}.000100`;

  const poster: BriefPoster = {
    post: async ({ id, channel }, slot, { minutesLate }) => {
      const at = clock.now();
      const post = { schedule: id, channel, slot, at, minutesLate };
      tries.push(post);
      const answer = answers.shift() ?? 'posted';
      if (answer === 'breaks') throw new Error('a bug');
      if (answer === 'refused') return { kind: 'refused', why: 'archived' };
      if (answer === 'held') return { kind: 'held', reason: 'data stale' };
      if (answer === 'lost, not there') return { kind: 'unconfirmed', lastTold: lastToldAt(at) };
      if (typeof answer === 'object') return { kind: 'retry later', seconds: answer.later };
      if (answer === 'lost, stands late') {
        const late = isoInstant(new Date(Date.parse(at) + LATE_MS).toISOString());
        posts.push({ ...post, at: late });
        return { kind: 'unconfirmed', lastTold: lastToldAt(at) };
      }
      posts.push(post);
      return answer === 'lost, stands'
        ? { kind: 'unconfirmed', lastTold: lastToldAt(at) }
        : { kind: 'posted', ts: tsOf(posts.length - 1), lastTold: lastToldAt(at) };
    },
    find: async ({ id }, slot, since): Promise<PostSearch> => {
      looks.push(`${id} ${slot} ${since}`);
      const look = looksLinedUp.shift() ?? 'looks';
      if (look === 'breaks') throw new Error('a bug');
      if (look === 'cannot look') return { kind: 'unreadable' };
      if (typeof look === 'object') return { kind: 'retry later', seconds: look.later };
      const index = posts.findIndex(
        (post) => post.schedule === id && post.slot === slot && post.at >= since && post.at <= clock.now(),
      );
      const post = posts[index];
      return post ? { kind: 'found', ts: tsOf(index), postedAt: isoInstant(post.at) } : { kind: 'not found' };
    },
  };
  return { poster, posts, tries, looks };
};
