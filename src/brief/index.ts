export { type Brief, isStale } from './brief.ts';
export { brief } from './content.ts';
export { checkTrigger, type TriggerCheck } from './crossing.ts';
export {
  type DispatchDecision,
  dispatchDecision,
  isPaused,
  latestPostTime,
  minutesLate,
  scheduleZone,
  slotOfDelivery,
  withSlotSettled,
} from './dispatch-decision.ts';
export { nextPost, slotsBetween } from './due.ts';
export {
  type BriefEffect,
  type BriefTiming,
  BriefTimingSchema,
  type BriefTrigger,
  type DayReference,
  type OnClosed,
  type OnStale,
  type RequestedTiming,
  type UnclearBrief,
  type UnclearWords,
  WEEKDAYS,
  type Weekday,
} from './effect.ts';
export { BRIEF_FORM, type BriefFormResult, parseBriefFormValues, renderBriefForm } from './form.ts';
export { renderBrief } from './message.ts';
export { renderBriefDetails } from './message-details.ts';
export type { BriefPosting } from './message-frame.ts';
export { type HomeBriefs, renderHomeBriefs } from './message-home.ts';
export { renderHistory, renderSchedules, type ScheduleRow } from './message-list.ts';
export { type BriefNotice, renderBriefIntro, renderBriefNotice } from './message-notices.ts';
export type { BriefRefusal } from './message-refusals.ts';
export { type BriefAction, briefActionOf } from './message-reply.ts';
export { renderBriefForTerminal } from './message-terminal.ts';
export { unclearBriefExamples, unclearBriefSentence } from './message-unclear.ts';
export { lastToldBy } from './news.ts';
export {
  type Delivery,
  type DeliveryOutcome,
  type LastTold,
  type NewSchedule,
  resolveDay,
  type Schedule,
  type SkipReason,
  wallClock,
} from './schedule.ts';
