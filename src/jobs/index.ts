export { dealWithDue } from './deal-with-due.ts';
export { everyMinute, type Jobs } from './every-minute.ts';
export type { BriefPoster, Found, Posted } from './poster.ts';
export type { BriefReport } from './surroundings.ts';
