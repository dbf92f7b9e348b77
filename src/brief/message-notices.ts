import { day, escaped, type Message, monthDay, screenReaderText, section, sentence } from '../message/index.ts';
import type { IsoInstant } from '../units.ts';
import type { BriefEffect, DayReference, ImmediateBriefEffect } from './effect.ts';
import { type BriefRefusal, refusalReply } from './message-refusals.ts';
import { type BriefReply, inlineCode, renderReply } from './message-reply.ts';
import { channelMention, ownerMention, rulesWords, type Viewer } from './message-schedules.ts';
import { DAY_NAMES, dueWords, isMorning, timingWords, weekdayNear } from './message-timing.ts';
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
        headline: `Brief set up ${named(notice.schedule)}.`,
        lines: [
          ...nextLines('First one:', notice.next, reader),
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
            : `It is posted again from ${weekdayNear(until, wallClock(reader.now, reader.zone).date)} on`,
        ],
      };
    }
    case 'resumed':
      return {
        headline: `Running again: the brief ${named(notice.schedule)}.`,
        lines: nextLines('Next:', notice.next, reader),
      };
    case 'skipping':
      return {
        headline: `Left out: the brief of ${dueWords(notice.skipped, reader.zone, reader.now)} in ${channelMention(notice.schedule)}.`,
        lines: nextLines('Next:', notice.next, reader),
      };
    case 'removed':
      return { headline: `Removed: the brief ${named(notice.schedule)}.` };
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
    headline: `${what}, ${rulesWords(schedule)}.`,
    lines: [
      `Set up by ${ownerMention(schedule)}${timing.kind === 'clock' && next ? `; the first one comes ${dueWords(next, timing.zone, now)}` : '; posted once each time'}`,
    ],
    hint: `${inlineCode('/brief list')} shows it; whoever set it up or a workspace admin may pause or remove it`,
  });
};

type DoneInSlack = Exclude<BriefEffect, ImmediateBriefEffect>;
type Scheduled = Extract<BriefEffect, { do: 'schedule' }>;

/** `until 1 Dec 2026`, `until Monday`, `for 7 days`. */
const untilWords = (until: DayReference): string => {
  if (typeof until === 'string') return `until ${day(until)}`;
  if ('weekday' in until) return `until ${DAY_NAMES[until.weekday]}`;
  if ('month' in until) return `until ${monthDay(until.month, until.day)}`;
  return until.inDays === 1 ? 'until tomorrow' : `for ${until.inDays} days`;
};

const scheduleWords = ({ timing, channel, onClosed, onStale }: Scheduled): string => {
  const clock = timing.kind === 'clock' && timing.zone === undefined ? ' by your own clock' : '';
  return [
    `posts a brief in ${channel === undefined ? 'the channel it is typed in' : `#${channel}`}: ${timingWords(timing)}${clock}`,
    ...(onClosed === 'skip' ? ['not on exchange holidays'] : []),
    ...(onClosed === 'say' ? ['also on exchange holidays, to say so'] : []),
    ...(onStale === 'hold' ? ['held back while the data are old'] : []),
    ...(onStale === 'say' ? ['also with old data, said in its first line'] : []),
  ].join(', ');
};

const DONE = {
  pause: 'pauses',
  resume: 'resumes',
  skip: 'leaves out the next post of',
  remove: 'removes',
  history: 'lists what was posted and left out of',
} as const;

const wordsFor = (effect: DoneInSlack): string => {
  switch (effect.do) {
    case 'form':
      return 'A terminal has no form. In Slack this opens one; here a schedule is typed: `/brief weekdays 07:30 #macro`';
    case 'list':
      return 'A terminal keeps no schedules. In Slack this lists them';
    case 'schedule':
      return `A terminal has no channel to post in. In Slack this ${scheduleWords(effect)}`;
    default: {
      const which = effect.which === undefined ? 'the brief' : `brief ${effect.which}`;
      const until = effect.do === 'pause' && effect.until !== undefined ? ` ${untilWords(effect.until)}` : '';
      return `A terminal keeps no schedules. In Slack this ${DONE[effect.do]} ${which}${until}`;
    }
  }
};

/** What words about schedules come to where nothing is scheduled: the terminal reads them back. */
export const renderBriefForTerminal = (effect: DoneInSlack): Message => {
  const words = sentence(wordsFor(effect));
  return { text: screenReaderText(escaped(words.replaceAll('`', ''))), blocks: [section(escaped(words))] };
};
