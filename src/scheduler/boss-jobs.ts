import { PgBoss } from 'pg-boss';
import type { DeliveryJob, DeliveryJobs, DeliveryWorker } from './port.ts';

const QUEUE = 'briefs';
/** Where deliveries end that failed at every try. */
const GIVEN_UP = 'briefs-given-up';

const DEAD_LETTERS = { retryLimit: 1_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 300 };
/** A delivery ends by itself half an hour after it was due; these tries take about as long. */
const RETRIES = { retryLimit: 22, retryDelay: 2, retryBackoff: true, retryDelayMax: 120 };
const DELIVERIES = {
  policy: 'exclusive',
  deadLetter: GIVEN_UP,
  // who is killed is noticed within so many seconds
  heartbeatSeconds: 10,
  ...{ expireInSeconds: 600, deleteAfterSeconds: 3_600 },
} as const;
const POLLING_SECONDS = 1;
/** So many deliveries at once in one process. */
const WORKERS = 3;
const BATCH = 10;
const MOST_CONNECTIONS = 4;
const LAST_JOBS_MS = 10_000;

const keyOf = ({ schedule, slot }: DeliveryJob): string => `${schedule}/${slot}`;

/** Jobs in a database, for any number of processes. */
export interface SharedJobs {
  readonly jobsOf: (worker: DeliveryWorker) => DeliveryJobs;
  readonly stop: () => Promise<void>;
}

/**
 * The deliveries of all processes that share a database: one job a schedule and slot, however many processes add it. What fails
 * is tried again, later each time; what fails at every try is given up, and is on record as that.
 *
 * @param retries other tries than usual, where the queue is made anew
 * @param failed hears of what goes wrong beside the jobs, such as a database that is away
 */
export const openSharedJobs = async (
  url: string,
  schema: string,
  failed: (error: unknown) => void,
  retries: Partial<typeof RETRIES> = {},
): Promise<SharedJobs> => {
  const boss = new PgBoss({
    ...{ connectionString: url, schema, application_name: 'rotation-desk', max: MOST_CONNECTIONS },
    ...{ superviseIntervalSeconds: 1, monitorIntervalSeconds: 1, schedule: false, connectionTimeoutMillis: 5_000 },
  });
  boss.on('error', failed);
  await boss.start();
  await boss.createQueue(GIVEN_UP, DEAD_LETTERS);
  await boss.createQueue(QUEUE, { ...DELIVERIES, ...RETRIES, ...retries });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= boss.stop({ graceful: true, timeout: LAST_JOBS_MS });
    return stopped;
  };

  const jobsOf = ({ work, giveUp, report }: DeliveryWorker): DeliveryJobs => {
    const underWay = new Set<Promise<unknown>>();
    const follow = <T>(begun: Promise<T>): Promise<T> => {
      const done = begun.finally(() => underWay.delete(done));
      underWay.add(done);
      return done;
    };

    const workOn = async (id: string, job: DeliveryJob) => {
      try {
        const { kind } = await work(job);
        return { id, status: kind === 'done' ? ('completed' as const) : ('failed' as const) };
      } catch (error) {
        // what a stop interrupts is taken up by another process
        if (!(error instanceof Error && error.name === 'AbortError')) {
          report({ kind: 'failed', schedule: job.schedule, error });
        }
        return { id, status: 'failed' as const };
      }
    };

    const options = { pollingIntervalSeconds: POLLING_SECONDS, heartbeatRefreshSeconds: 3 };
    const begun = Promise.all([
      boss.work<DeliveryJob, object>(
        QUEUE,
        { ...options, batchSize: BATCH, burstWhenBatchFull: true, localConcurrency: WORKERS, perJobResults: true },
        (jobs) => follow(Promise.all(jobs.map(({ id, data }) => workOn(id, data)))),
      ),
      boss.work<DeliveryJob>(GIVEN_UP, { pollingIntervalSeconds: POLLING_SECONDS }, async (jobs) => {
        for (const { data } of jobs) await follow(giveUp(data));
      }),
    ]);
    begun.catch(failed);

    return {
      add: async (jobs) => {
        if (jobs.length === 0) return;
        await boss.insert(
          QUEUE,
          jobs.map((job) => ({ data: job, singletonKey: keyOf(job) })),
        );
      },
      settled: async () => {
        while (underWay.size > 0) await Promise.allSettled(underWay);
      },
      stop,
    };
  };
  return { jobsOf, stop };
};
