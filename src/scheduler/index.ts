export { dealWithDue } from './deliver-due-briefs.ts';
export type { BriefPoster, BriefReport, Found, Posted } from './port.ts';
export { everyMinute } from './timer.ts';
