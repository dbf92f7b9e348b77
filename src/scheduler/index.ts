export { deliverDueBriefs } from './deliver-due-briefs.ts';
export type {
  BriefPoster,
  BriefReport,
  DeliveryJob,
  DeliveryJobs,
  DeliveryWorker,
  Posted,
  PostSearch,
} from './port.ts';
export { createMinuteTimer } from './timer.ts';
