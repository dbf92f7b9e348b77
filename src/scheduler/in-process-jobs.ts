import { createKeyedQueue } from '../keyed-queue.ts';
import type { DeliveryJob, DeliveryJobs, DeliveryParts, DeliveryWorker } from './port.ts';

/** The deliveries of one process: those of one schedule go in order, and one holds up no other schedule. */
export const createInProcessJobs = (
  { work, report }: DeliveryWorker,
  { now, wait, signal }: Pick<DeliveryParts, 'now' | 'wait' | 'signal'>,
): DeliveryJobs => {
  /** By schedule. */
  const queue = createKeyedQueue();
  const underWay = new Set<string>();

  const bringToItsEnd = async (job: DeliveryJob): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const result = await work(job);
      if (result.kind !== 'later') return;
      const pauseMs = Date.parse(result.at) - Date.parse(now());
      if (pauseMs > 0) await wait(pauseMs, signal);
    }
  };

  const add = (job: DeliveryJob): void => {
    const key = `${job.schedule}/${job.slot}`;
    if (underWay.has(key)) return;
    underWay.add(key);
    const done = queue.run(job.schedule, () =>
      bringToItsEnd(job).catch((error: unknown) => {
        // what is left open is taken up at the next start
        if (!signal.aborted) report({ kind: 'failed', schedule: job.schedule, error });
      }),
    );
    void done.then(() => underWay.delete(key));
  };

  return { add: async (jobs) => jobs.forEach(add), settled: queue.settled, stop: queue.settled };
};
