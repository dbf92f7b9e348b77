export { type Brief, isStale } from './brief.ts';
export { brief } from './content.ts';
export { type Crossing, crossingOf } from './crossing.ts';
export { withSlotSettled, type DispatchDecision, dispatchDecision, isPaused, latestFor, minutesLate, slotOf, zoneOf } from './dispatch-decision.ts';
export { nextPost, slotsBetween } from './due.ts';
export {
  type BriefEffect,
  type BriefTiming,
  BriefTimingSchema,
  type BriefTrigger,
  type OnClosed,
  type OnStale,
  type SaidDay,
  type TypedTiming,
  type UnclearBrief,
  type UnclearWords,
  WEEKDAYS,
  type Weekday,
} from './effect.ts';
export { BRIEF_FORM, type BriefFormRead, briefForm, readBriefForm } from './form.ts';
export { renderBrief } from './message.ts';
export { renderBriefDetails } from './message-details.ts';
export type { BriefAround } from './message-frame.ts';
export { type BriefsAtHome, briefsBlocks } from './message-home.ts';
export { renderHistory, renderSchedules, type ScheduleRow } from './message-list.ts';
export { type BriefNotice, renderBriefIntro, renderBriefNotice } from './message-notices.ts';
export type { BriefRefusal } from './message-refusals.ts';
export { type BriefAction, briefActionOf } from './message-reply.ts';
export { briefInTerminal } from './message-terminal.ts';
export { briefExamples, briefSentence } from './message-unclear.ts';
export { markOf } from './news.ts';
export {
  type BriefMark,
  type Delivery,
  type DeliveryOutcome,
  dayMeant,
  type NewSchedule,
  type Schedule,
  type SkipReason,
  wallClock,
} from './schedule.ts';
