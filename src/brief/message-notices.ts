import { inlineCode, type Message } from '../message/index.ts';
import type { IsoInstant } from '../units.ts';

import { type BriefRefusal, replyToRefusal } from './message-refusals.ts';
import { type BriefReply, renderReply } from './message-reply.ts';
import { type BriefViewer, channelMention, ownerMention, rulesWords } from './message-schedules.ts';
import { dueWords, isMorning, weekdayNear } from './message-timing.ts';
import { type Schedule, wallClock } from './schedule.ts';
import type { MissingData } from './trigger.ts';

/** The outcome of a `/brief` command, for whoever gave it. */
export type BriefNotice = BriefConfirmation | BriefRefusal;

/** What was done. */
type BriefConfirmation =
  /** `next`: when it is posted first; absent for a crossing, which says what it lacks. `isRead`: in its channel, by who asked. */
  | {
      readonly kind: 'scheduled';
      readonly schedule: Schedule;
      readonly next?: IsoInstant | undefined;
      readonly missing?: MissingData | undefined;
      readonly isRead: boolean;
    }
  /** Until when is in the schedule. */
  | { readonly kind: 'paused'; readonly schedule: Schedule }
  | { readonly kind: 'resumed'; readonly schedule: Schedule; readonly next?: IsoInstant | undefined }
  /** `skipped`: the due time that is left out; `next`: the one behind it. */
  | {
      readonly kind: 'skipping';
      readonly schedule: Schedule;
      readonly skipped: IsoInstant;
      readonly next?: IsoInstant | undefined;
    }
  | {
      readonly kind: 'changed';
      readonly schedule: Schedule;
      readonly next?: IsoInstant | undefined;
      readonly missing?: MissingData | undefined;
    }
  | { readonly kind: 'removed'; readonly schedule: Schedule };

const nextLines = (name: string, next: IsoInstant | undefined, { zone, now }: BriefViewer): readonly string[] =>
  next === undefined ? [] : [`${name} ${dueWords(next, zone, now)}`];

/** Why a trigger cannot fire. */
export const cannotFireLines = (missing: MissingData | undefined): readonly string[] =>
  missing === undefined ? [] : [`It cannot fire now: I have no ${missing}. It is watched for once I have them`];

const named = (schedule: Schedule): string => `in ${channelMention(schedule)}, ${rulesWords(schedule)}`;

const replyOf = (notice: BriefNotice, viewer: BriefViewer): BriefReply => {
  switch (notice.kind) {
    case 'scheduled':
      return {
        headline: `Brief set up ${named(notice.schedule)}.`,
        lines: [
          ...nextLines('First one:', notice.next, viewer),
          ...cannotFireLines(notice.missing),
          `${inlineCode('/brief preview')} shows it to you now; ${inlineCode('/brief list')} shows them all`,
        ],
      };
    case 'paused': {
      const until = notice.schedule.paused?.until;
      return {
        headline: `Paused: the brief ${named(notice.schedule)}.`,
        lines: [
          until === undefined
            ? `${inlineCode('/brief resume')} starts it again`
            : `It is posted again from ${weekdayNear(until, wallClock(viewer.now, viewer.zone).date)} on`,
        ],
      };
    }
    case 'resumed':
      return {
        headline: `Running again: the brief ${named(notice.schedule)}.`,
        lines: nextLines('Next:', notice.next, viewer),
      };
    case 'skipping':
      return {
        headline: `Left out: the brief of ${dueWords(notice.skipped, viewer.zone, viewer.now)} in ${channelMention(notice.schedule)}.`,
        lines: nextLines('Next:', notice.next, viewer),
      };
    case 'changed':
      return {
        headline: `Changed: the brief ${named(notice.schedule)}.`,
        lines: [...nextLines('Next:', notice.next, viewer), ...cannotFireLines(notice.missing)],
      };
    case 'removed':
      return { headline: `Removed: the brief ${named(notice.schedule)}.` };
    default:
      return replyToRefusal(notice, viewer);
  }
};

/** Renders a private reply: what was done, or why it was not and what to do instead. */
export const renderBriefNotice = (notice: BriefNotice, viewer: BriefViewer): Message =>
  renderReply(replyOf(notice, viewer));

/**
 * Renders the message in the channel where a brief is set up: what is posted when, and by whom it was set up.
 *
 * @param next when it is posted first; absent for a crossing
 * @param missing what a crossing lacks to be watched
 */
export const renderBriefIntro = (
  schedule: Schedule,
  { next, missing }: { readonly next?: IsoInstant | undefined; readonly missing?: MissingData | undefined },
  now: IsoInstant,
): Message => {
  const { timing } = schedule;
  const what = timing.kind === 'clock' && isMorning(timing.time) ? 'Morning brief here' : 'A brief here';
  return renderReply({
    headline: `${what}, ${rulesWords(schedule)}.`,
    lines: [
      `Set up by ${ownerMention(schedule)}${timing.kind === 'clock' && next ? `; the first one comes ${dueWords(next, timing.zone, now)}` : '; posted once each time'}`,
      ...cannotFireLines(missing),
    ],
    hint: `${inlineCode('/brief preview')} shows it to you now, ${inlineCode('/brief list')} what is set up; whoever set it up or a workspace admin may change it`,
  });
};
