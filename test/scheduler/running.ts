import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { NewSchedule, Schedule } from '../../src/brief/schedule.ts';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { deliverDueBriefs } from '../../src/scheduler/deliver-due-briefs.ts';
import type { BriefPoster, BriefReport } from '../../src/scheduler/port.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newSchedule } from '../brief/made-schedule.ts';
import type { VirtualClock } from './virtual-clock.ts';

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
