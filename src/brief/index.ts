export { type Brief, hasStaleCloses, type LastTold } from './brief.ts';
export { buildBrief } from './build-brief.ts';
export { choiceButtons, parseBriefChoice, WantedBriefSchema } from './choice.ts';
export { type DayReference, resolveDay } from './day-reference.ts';
export {
  dispatchDecision,
  isPaused,
  latestPostTime,
  minutesLate,
  nextLook,
  nextPost,
  scheduleZone,
  slotOfDelivery,
  withSlotSettled,
} from './dispatch-decision.ts';
export {
  type BriefEdit,
  type BriefEffect,
  type BriefLikeness,
  type BriefTiming,
  BriefTimingSchema,
  type WantedBrief,
} from './effect.ts';
export { BRIEF_FORM, renderBriefForm } from './form.ts';
export { type FilledInBrief, fieldErrorsOf, parseBriefFormValues } from './form-values.ts';
export { renderBrief, renderBriefDetails } from './message.ts';
export type { BriefPosting } from './message-header.ts';
export { renderHistory } from './message-history.ts';
export { type BriefNotice, renderBriefIntro, renderBriefNotice } from './message-notices.ts';
export type { BriefRefusal } from './message-refusals.ts';
export { type BriefAction, briefActionOf } from './message-reply.ts';
export {
  type HomeBriefs,
  renderHomeBriefs,
  renderSchedules,
  type ScheduleRow,
} from './message-schedules.ts';
export { renderBriefForTerminal } from './message-terminal.ts';
export { unclearBriefExamples, unclearBriefSentence } from './message-unclear.ts';
export { lastToldBy } from './news.ts';
export { isUnclearBrief, readBrief } from './read.ts';
export { isBriefOrdered } from './read-asked.ts';
export { readBriefs } from './read-talk.ts';
export { changedTiming, resolveTiming } from './resolve-timing.ts';
export {
  CLOSED_REASONS,
  type ClosedReason,
  type Delivery,
  type DeliveryOutcome,
  type HeldBrief,
  type NewSchedule,
  type Schedule,
  type SkipReason,
  slotsBetween,
  wallClock,
} from './schedule.ts';
export { spokenAfter, spokenAfterDoubt } from './spoken.ts';
export { BRIEF_TOOL } from './tool.ts';
export { checkTrigger, missingDataFor } from './trigger.ts';
