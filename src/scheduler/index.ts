export { deliverDueBriefs } from './deliver-due-briefs.ts';
export type { BriefPoster, BriefReport, Found, Posted } from './port.ts';
export { createMinuteTimer } from './timer.ts';
