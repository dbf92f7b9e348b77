export { deliverDueBriefs } from './deliver-due-briefs.ts';
export type { BriefPoster, BriefReport, Posted, PostSearch } from './port.ts';
export { createMinuteTimer } from './timer.ts';
