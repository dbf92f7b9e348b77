import { type Delivery, type Schedule, type SkipReason, wallClock } from '../../brief/index.ts';
import { laterBy } from '../../units.ts';
import type { Message } from '../block-kit.ts';
import { weekdayNear } from '../day-words.ts';
import { BRIEF_NEW_ACTION, briefButton } from './actions.ts';
import { examples, renderReply, typed } from './reply.ts';
import { channelMention, type Reader, rowMrkdwn, rulesWords, type ScheduleRow } from './rows.ts';
import { zoneName } from './timing.ts';

/** The briefs of a workspace, and what became of each brief that was due: private replies to `/brief list` and `history`. */

/** Commands that set a brief up. */
export const BRIEF_EXAMPLES = ['/brief weekdays 07:30 #macro', '/brief mon,thu 8am Europe/Stockholm'] as const;

/** Opens the form. */
export const newBriefButton = briefButton('new', 'New brief', BRIEF_NEW_ACTION);

/** Every brief with its number, channel, when it is due, and whose it is. */
export const renderSchedules = (rows: readonly ScheduleRow[], reader: Reader): Message =>
  rows.length === 0
    ? renderReply({
        said: 'No brief is set up in this channel, and none by you.',
        lines: [examples(BRIEF_EXAMPLES[0], '/brief when ratio > 0.40')],
        buttons: [newBriefButton],
      })
    : renderReply({
        said: rows.length === 1 ? 'One brief is set up.' : `${rows.length} briefs are set up.`,
        rows: rows.map((row) => rowMrkdwn(row, reader, rows.length > 1)),
        buttons: [newBriefButton],
        hint:
          rows.length === 1
            ? `${typed('/brief pause')}, ${typed('skip next')}, ${typed('history')} or ${typed('remove')}`
            : `By its number: ${typed('/brief pause 2')}, ${typed('skip 2')}, ${typed('history 2')} or ${typed('remove 2')}`,
      });

const SKIPPED: Readonly<Record<SkipReason, string>> = {
  'too late': 'left out: the bot was stopped, or Slack did not take it, for half an hour',
  paused: 'left out: paused',
  'skipped by request': 'left out, as asked',
  'exchange closed': 'left out: NYSE closed',
  'data stale': 'held back: no closes, or old ones',
  'cannot post': 'not posted: the channel is gone, or closed to me',
};

const MINUTE_MS = 60_000;

const outcomeWords = ({ outcome, due }: Delivery, zone: string): string => {
  switch (outcome.kind) {
    case 'posted': {
      const late = outcome.minutesLate;
      // it may have been found, and written down, much later
      const posted = `posted ${wallClock(laterBy(due, late * MINUTE_MS), zone).time}`;
      return late < 1 ? posted : `${posted}, ${late} ${late === 1 ? 'minute' : 'minutes'} late`;
    }
    case 'skipped':
      return SKIPPED[outcome.reason];
    case 'uncertain':
      return 'not certain: Slack’s answer was lost, and it was not posted again';
    case 'claimed':
      return 'being posted, or cut off while it was';
  }
};

const SHOWN = 14;

/**
 * What became of the briefs of one schedule, newest first.
 *
 * @param deliveries newest first
 */
export const renderHistory = (schedule: Schedule, deliveries: readonly Delivery[], reader: Reader): Message => {
  const zone = schedule.timing.kind === 'clock' ? schedule.timing.zone : reader.zone;
  const today = wallClock(reader.now, zone).date;
  const rows = deliveries
    .slice(0, SHOWN)
    .map((one) => `*${weekdayNear(wallClock(one.due, zone).date, today)}*  ${outcomeWords(one, zone)}`);
  const said = `The brief in ${channelMention(schedule)}, ${rulesWords(schedule)}.`;
  if (rows.length === 0) return renderReply({ said, lines: ['None has been due yet'] });
  const shown = deliveries.length > SHOWN ? `The newest ${SHOWN} of ${deliveries.length}` : `All ${deliveries.length}`;
  return renderReply({ said, rows: [rows.join('\n')], hint: `${shown}. Times of ${zoneName(zone)}` });
};
