import type { Message } from '../message/index.ts';
import type { IsoInstant } from '../units.ts';
import { channelMention, ownerMention, rulesWords, type Viewer } from './message-list.ts';
import { type BriefRefusal, refusalReply } from './message-refusals.ts';
import { type BriefReply, inlineCode, renderReply } from './message-reply.ts';
import { dueWords, isMorning, weekdayNear } from './message-timing.ts';
import { type Schedule, wallClock } from './schedule.ts';

/** What whoever asked is told. */
export type BriefNotice = BriefDone | BriefRefusal;

/** What was done. */
type BriefDone =
  /** `next`: when it is posted first; absent for a crossing. */
  | { readonly kind: 'scheduled'; readonly schedule: Schedule; readonly next?: IsoInstant | undefined }
  /** Until when, the schedule says itself. */
  | { readonly kind: 'paused'; readonly schedule: Schedule }
  | { readonly kind: 'resumed'; readonly schedule: Schedule; readonly next?: IsoInstant | undefined }
  /** `skipped`: the due time that is left out; `next`: the one behind it. */
  | {
      readonly kind: 'skipping';
      readonly schedule: Schedule;
      readonly skipped: IsoInstant;
      readonly next?: IsoInstant | undefined;
    }
  | { readonly kind: 'removed'; readonly schedule: Schedule };

const nextLines = (name: string, next: IsoInstant | undefined, { zone, now }: Viewer): readonly string[] =>
  next === undefined ? [] : [`${name} ${dueWords(next, zone, now)}`];

const named = (schedule: Schedule): string => `in ${channelMention(schedule)}, ${rulesWords(schedule)}`;

const replyOf = (notice: BriefNotice, reader: Viewer): BriefReply => {
  switch (notice.kind) {
    case 'scheduled':
      return {
        said: `Brief set up ${named(notice.schedule)}.`,
        lines: [
          ...nextLines('First one:', notice.next, reader),
          `${inlineCode('/brief preview')} shows it to you now; ${inlineCode('/brief list')} shows them all`,
        ],
      };
    case 'paused': {
      const until = notice.schedule.paused?.until;
      return {
        said: `Paused: the brief ${named(notice.schedule)}.`,
        lines: [
          until === undefined
            ? `${inlineCode('/brief resume')} starts it again`
            : `It is posted again from ${weekdayNear(until, wallClock(reader.now, reader.zone).date)} on`,
        ],
      };
    }
    case 'resumed':
      return {
        said: `Running again: the brief ${named(notice.schedule)}.`,
        lines: nextLines('Next:', notice.next, reader),
      };
    case 'skipping':
      return {
        said: `Left out: the brief of ${dueWords(notice.skipped, reader.zone, reader.now)} in ${channelMention(notice.schedule)}.`,
        lines: nextLines('Next:', notice.next, reader),
      };
    case 'removed':
      return { said: `Removed: the brief ${named(notice.schedule)}.` };
    default:
      return refusalReply(notice, reader);
  }
};

/** A private reply: what was done, or what to do instead. */
export const renderBriefNotice = (notice: BriefNotice, reader: Viewer): Message => renderReply(replyOf(notice, reader));

/**
 * What the channel reads when a brief is set up in it: what comes when, and whose it is.
 *
 * @param next when it is posted first; absent for a crossing
 */
export const renderBriefIntro = (schedule: Schedule, next: IsoInstant | undefined, now: IsoInstant): Message => {
  const { timing } = schedule;
  const what = timing.kind === 'clock' && isMorning(timing.time) ? 'Morning brief here' : 'A brief here';
  return renderReply({
    said: `${what}, ${rulesWords(schedule)}.`,
    lines: [
      `Set up by ${ownerMention(schedule)}${timing.kind === 'clock' && next ? `; the first one comes ${dueWords(next, timing.zone, now)}` : '; posted once each time'}`,
    ],
    hint: `${inlineCode('/brief list')} shows it; whoever set it up or a workspace admin may pause or remove it`,
  });
};
