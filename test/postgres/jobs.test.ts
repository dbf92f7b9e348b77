import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { renderHistory } from '../../src/brief/message-schedules.ts';
import { openSharedJobs } from '../../src/scheduler/boss-jobs.ts';
import { createDeliveryWorker } from '../../src/scheduler/deliver-due-briefs.ts';
import type { BriefPoster, DeliveryJob, DeliveryWorker } from '../../src/scheduler/port.ts';
import { isoInstant } from '../../src/units.ts';
import { added } from '../contracts/brief-store.ts';
import { eventually } from '../e2e/eventually.ts';
import { newDatabase, storeIn } from './instances.ts';

const now = () => isoInstant(new Date().toISOString());
const JOB: DeliveryJob = { schedule: 's1', slot: '2026-11-23', due: now() };

const workerOf = (work: DeliveryWorker['work'], giveUp: DeliveryWorker['giveUp'] = async () => undefined) => ({
  ...{ work, giveUp, report: () => undefined },
});

const opened = async (name: string, retries = {}) => {
  const url = await newDatabase(inject('databaseUrl'), name);
  const open = async () => {
    const jobs = await openSharedJobs(url, 'jobs', () => undefined, retries);
    onTestFinished(jobs.stop);
    return jobs;
  };
  return { url, open };
};

describe('jobs of two processes', () => {
  it('are done once, however often and by whomever they are added', { timeout: 60_000 }, async () => {
    const { open } = await opened('jobs_once');
    const done: string[] = [];
    const work: DeliveryWorker['work'] = async ({ slot }) => {
      await wait(3_000);
      done.push(slot);
      return { kind: 'done' };
    };
    const both = await Promise.all([open(), open()]);
    const queues = both.map(({ jobsOf }) => jobsOf(workerOf(work)));
    const slots = Array.from({ length: 5 }, (_, day) => ({ ...JOB, slot: `2026-11-2${day}` }));
    for (let times = 0; times < 10; times += 1) await Promise.all(queues.map(({ add }) => add([...slots, ...slots])));
    await eventually(() => expect(done.length).toBeGreaterThanOrEqual(5), 30_000);
    await wait(1_500);
    expect(done.toSorted()).toEqual(slots.map(({ slot }) => slot));
  });

  it('that fail are tried again, and given up in the end, which the history shows', { timeout: 60_000 }, async () => {
    const { url, open } = await opened('jobs_fail', { retryLimit: 2, retryDelay: 1, retryDelayMax: 1 });
    const store = await storeIn(url);
    onTestFinished(() => store.close());
    const schedule = await added(store);
    let tries = 0;
    const poster: BriefPoster = {
      post: () => Promise.reject(new Error('never called')),
      find: () => Promise.resolve({ kind: 'not found' }),
    };
    const { giveUp } = createDeliveryWorker({
      ...{ store, poster, owner: 'one', now, wait: () => Promise.resolve(), report: () => undefined },
      signal: new AbortController().signal,
    });
    const failing = workerOf(() => {
      tries += 1;
      return Promise.reject(new Error('a bug'));
    }, giveUp);
    const { jobsOf } = await open();
    await jobsOf(failing).add([{ ...JOB, schedule: schedule.id }]);
    await eventually(async () => {
      expect((await store.deliveries(schedule.team, schedule.id))[0]?.outcome).toEqual({
        kind: 'skipped',
        reason: 'given up',
      });
    }, 30_000);
    expect(tries).toBe(3);
    const shown = renderHistory(schedule, await store.deliveries(schedule.team, schedule.id), {
      zone: 'UTC',
      now: now(),
    });
    expect(JSON.stringify(shown)).toContain('given up after many tries');
  });
});
