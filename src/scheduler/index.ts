import type { SharedJobs } from './boss-jobs.ts';

export { deliverDueBriefs } from './deliver-due-briefs.ts';
export type { BriefPoster, BriefReport, DeliveryJobs, DeliveryWorker, Posted } from './port.ts';
export { createMinuteTimer } from './timer.ts';
export type { SharedJobs };

const JOBS_SCHEMA = 'rotation_desk_jobs';

/** Jobs in a database; what they need is loaded here, since one process alone needs none of it. */
export const openJobs = async (url: string, failed: (error: unknown) => void): Promise<SharedJobs> => {
  const { openSharedJobs } = await import('./boss-jobs.ts');
  return openSharedJobs(url, JOBS_SCHEMA, failed);
};
