import { type Message, plural } from '../message/index.ts';
import { addMilliseconds } from '../units.ts';
import { renderReply } from './message-reply.ts';
import { type BriefViewer, channelMention, rulesWords } from './message-schedules.ts';
import { weekdayNear, zoneName } from './message-timing.ts';
import { type ClosedReason, type Delivery, type Schedule, type SkipReason, wallClock } from './schedule.ts';

/** What came of the briefs of one schedule. */

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  'too late': 'left out: the bot was stopped, or Slack did not take it, for half an hour',
  paused: 'left out: paused',
  'skipped by request': 'left out, as asked',
  'exchange closed': 'left out: NYSE closed',
  'data stale': 'held back: no closes, or old ones',
  'given up': 'given up after many tries that failed',
  'cannot post': 'not posted: the channel is gone, or closed to me',
};

const CLOSED_WORDS: Readonly<Record<ClosedReason, string>> = {
  'not a member': 'I was not in the channel',
  'not found': 'the channel is gone, or I am not in it',
  archived: 'the channel is archived',
  'may not post': 'I may not post in the channel',
  silent: 'the channel is set to silent',
  shared: 'another company reads along',
};

const MINUTE_MS = 60_000;

const outcomeWords = ({ outcome, due }: Delivery, zone: string): string => {
  switch (outcome.kind) {
    case 'posted': {
      const late = outcome.minutesLate;
      // not the time of the record: a lost message may have been found much later
      const posted = `posted ${wallClock(addMilliseconds(due, late * MINUTE_MS), zone).time}`;
      return late < 1 ? posted : `${posted}, ${plural(late, 'minute')} late`;
    }
    case 'skipped':
      return outcome.why === undefined ? SKIPPED[outcome.reason] : `not posted: ${CLOSED_WORDS[outcome.why]}`;
    case 'uncertain':
      return 'not certain: Slack’s answer was lost, and it was not posted again';
    case 'claimed':
      return 'being posted, or cut off while it was';
  }
};

const SHOWN = 14;

/**
 * The private reply to `/brief history`: what came of the briefs of one schedule, newest first.
 *
 * @param deliveries newest first
 */
export const renderHistory = (schedule: Schedule, deliveries: readonly Delivery[], viewer: BriefViewer): Message => {
  const zone = schedule.timing.kind === 'clock' ? schedule.timing.zone : viewer.zone;
  const today = wallClock(viewer.now, zone).date;
  const rows = deliveries
    .slice(0, SHOWN)
    .map((one) => `*${weekdayNear(wallClock(one.due, zone).date, today)}*  ${outcomeWords(one, zone)}`);
  const headline = `The brief in ${channelMention(schedule)}, ${rulesWords(schedule)}.`;
  if (rows.length === 0) return renderReply({ headline, lines: ['None has been due yet'] });
  const shown = deliveries.length > SHOWN ? `The newest ${SHOWN} of ${deliveries.length}` : `All ${deliveries.length}`;
  return renderReply({
    headline,
    rows: [{ words: rows.join('\n'), buttons: [] }],
    hint: `${shown}. Times of ${zoneName(zone)}`,
  });
};
