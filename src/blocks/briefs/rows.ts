import { isPaused, type Schedule, wallClock } from '../../brief/index.ts';
import type { IsoInstant } from '../../units.ts';
import { weekdayNear } from '../day-words.ts';
import { escaped, NBSP } from '../wording.ts';
import { clockWords, timingWords, zoneName } from './timing.ts';

/** One brief of a workspace in two lines, the same in a list and on the Home tab. */

export interface ScheduleRow {
  /** As in `/brief pause 2`. */
  readonly number: number;
  readonly schedule: Schedule;
  /** When it is posted next; absent for one that waits for a crossing, or is paused without an end. */
  readonly next?: IsoInstant | undefined;
  /** Whoever set it up has left the workspace. */
  readonly hasLeft?: boolean | undefined;
}

/** Who reads it, and when: times are told in their zone. */
export interface Reader {
  /** IANA name. */
  readonly zone: string;
  readonly now: IsoInstant;
}

/** `<#C123>`, which Slack shows as the channel's name to whoever may see it. */
export const channelMention = ({ channel }: Pick<Schedule, 'channel'>): string => `<#${channel}>`;

export const ownerMention = ({ owner }: Pick<Schedule, 'owner'>): string => `<@${owner}>`;

/** `weekdays 07:30 New York, not on closed days`: escaped. */
export const rulesWords = ({ timing, onClosed, onStale }: Schedule): string =>
  escaped(
    [
      timingWords(timing),
      ...(timing.kind === 'clock' && onClosed === 'skip' ? ['not on closed days'] : []),
      ...(onStale === 'hold' ? ['held back while data are old'] : []),
    ].join(', '),
  );

/**
 * `Next Mon 21 Sep, 13:30 Stockholm`, `Paused until Tue 1 Dec`: escaped.
 *
 * @param place whose time it is, where the zone's own name is not to stand there
 */
const stateWords = ({ schedule, next }: ScheduleRow, reader: Reader, place = zoneName(reader.zone)): string => {
  const { paused, skip, timing } = schedule;
  const { zone, now } = reader;
  if (isPaused(schedule, now)) {
    const until = paused?.until;
    return until === undefined ? 'Paused' : `Paused until ${weekdayNear(until, wallClock(now, zone).date)}`;
  }
  if (next === undefined) return timing.kind === 'crossing' ? 'Waiting for it' : 'No next time';
  const when = clockWords(wallClock(next, zone), wallClock(now, zone).date);
  return `Next ${escaped(`${when} ${place}`)}${skip ? ', one left out before it' : ''}`;
};

/** `by <@U123>`. */
const byWords = ({ schedule, hasLeft }: ScheduleRow): string =>
  `by ${ownerMention(schedule)}${hasLeft ? ' (who has left)' : ''}`;

/**
 * Two lines of mrkdwn.
 *
 * @param isNumbered where a person is to name it by its number
 */
export const rowMrkdwn = (row: ScheduleRow, reader: Reader, isNumbered: boolean, place?: string): string => {
  const { schedule, number } = row;
  const head = `${isNumbered ? `*${number}*  ` : ''}*${channelMention(schedule)}*  ${rulesWords(schedule)}`;
  return `${head}\n${stateWords(row, reader, place)}${NBSP}· ${byWords(row)}`;
};
