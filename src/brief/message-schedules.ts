import {
  type Button,
  buttonRow,
  context,
  escaped,
  inlineCode,
  type Message,
  NBSP,
  plainText,
  section,
  type ViewBlock,
} from '../message/index.ts';
import type { IsoInstant } from '../units.ts';
import { isPaused, scheduleZone } from './dispatch-decision.ts';
import { briefButton, renderReply, tryCommands } from './message-reply.ts';
import { clockWords, timingWords, weekdayNear, zoneName } from './message-timing.ts';
import { type ClockTiming, type Schedule, wallClock } from './schedule.ts';
import type { MissingData } from './trigger.ts';

/** The briefs of a workspace, as listed by `/brief list` and on the Home tab. */

/** One brief in a list. */
export interface ScheduleRow {
  /** As in `/brief pause 2`. */
  readonly number: number;
  readonly schedule: Schedule;
  /** When it is posted next; absent for one that waits for a crossing, or is paused without an end. */
  readonly next?: IsoInstant | undefined;
  /** Whoever set it up has left the workspace. */
  readonly hasLeft?: boolean | undefined;
  /** May whoever looks change it? */
  readonly mayChange?: boolean | undefined;
  /** What a trigger lacks to be watched. */
  readonly missing?: MissingData | undefined;
}

/** Who looks at a list, and when: times are shown in their zone. */
export interface BriefViewer {
  /** IANA name. */
  readonly zone: string;
  readonly now: IsoInstant;
}

/** `<#C123>`, which Slack shows as the channel's name to whoever may see it. */
export const channelMention = ({ channel }: Pick<Schedule, 'channel'>): string => `<#${channel}>`;

/** `<@U123>`, which Slack shows as the person's name. */
export const ownerMention = ({ owner }: Pick<Schedule, 'owner'>): string => `<@${owner}>`;

const isOnSessionsOnly = ({ on }: ClockTiming): boolean => on?.kind === 'month' || on?.kind === 'open';

/** `weekdays 07:30 New York, not on closed days`: escaped. */
export const rulesWords = ({ timing, onClosed, onStale }: Schedule): string =>
  escaped(
    [
      timingWords(timing),
      ...(timing.kind === 'clock' && !isOnSessionsOnly(timing) && onClosed === 'skip' ? ['not on closed days'] : []),
      ...(onStale === 'hold' ? ['held back while data are old'] : []),
    ].join(', '),
  );

/**
 * `Next Mon 21 Sep, 13:30 Stockholm`, `Paused until Tue 1 Dec`: escaped.
 *
 * @param place shown behind the time instead of the zone's name
 */
const stateWords = (
  { schedule, next, missing }: ScheduleRow,
  viewer: BriefViewer,
  place = zoneName(viewer.zone),
): string => {
  const { paused, skip, timing } = schedule;
  const { zone, now } = viewer;
  if (isPaused(schedule, now)) {
    const until = paused?.until;
    return until === undefined ? 'Paused' : `Paused until ${weekdayNear(until, wallClock(now, zone).date)}`;
  }
  if (next === undefined) {
    if (timing.kind === 'crossing') return missing ? `Cannot fire now: I have no ${missing}` : 'Waiting for it';
    return timing.on?.kind === 'once' ? 'Over' : 'No next time known';
  }
  const when = clockWords(wallClock(next, zone), wallClock(now, zone).date);
  const isSkippedBefore = skip !== undefined && skip < wallClock(next, scheduleZone(schedule)).date;
  const isSkippedAfter = skip !== undefined && !isSkippedBefore;
  const left = isSkippedAfter ? `, ${weekdayNear(skip, wallClock(now, zone).date)} left out` : '';
  return `Next ${escaped(`${when} ${place}`)}${isSkippedBefore ? ', one left out before it' : left}`;
};

/** `by <@U123>`. */
const byWords = ({ schedule, hasLeft }: ScheduleRow): string =>
  `by ${ownerMention(schedule)}${hasLeft ? ' (who has left)' : ''}`;

/**
 * One brief in two lines of mrkdwn.
 *
 * @param isNumbered begins with the number by which commands name it
 * @param place shown behind the next time instead of the zone's name
 */
export const rowMrkdwn = (row: ScheduleRow, viewer: BriefViewer, isNumbered: boolean, place?: string): string => {
  const { schedule, number } = row;
  const head = `${isNumbered ? `*${number}*  ` : ''}*${channelMention(schedule)}*  ${rulesWords(schedule)}`;
  return `${head}\n${stateWords(row, viewer, place)}${NBSP}· ${byWords(row)}`;
};

/** Commands that set a brief up. */
export const SETUP_EXAMPLES = ['/brief weekdays 07:30 #macro', '/brief mon,thu 8am Europe/Stockholm'] as const;

/** Opens the form *New brief*. */
export const newBriefButton = briefButton('new', 'New brief', 'brief:new');

const removeButton = (id: string): Button => ({
  ...briefButton('remove', 'Remove', id, { spoken: 'Remove this brief' }),
  confirm: {
    title: plainText('Remove this brief?'),
    text: plainText('It is not posted again, and what became of the earlier ones is forgotten.'),
    confirm: plainText('Remove'),
    deny: plainText('Keep it'),
    style: 'danger',
  },
});

/** What may be done about a brief, for who may. */
const controls = ({ schedule, mayChange }: ScheduleRow, viewer: BriefViewer): readonly Button[] =>
  mayChange
    ? [
        briefButton('edit', 'Edit', schedule.id, { spoken: 'Edit this brief' }),
        isPaused(schedule, viewer.now)
          ? briefButton('resume', 'Resume', schedule.id, { spoken: 'Resume this brief' })
          : briefButton('pause', 'Pause', schedule.id, { spoken: 'Pause this brief' }),
        removeButton(schedule.id),
      ]
    : [];

/** Commands for a brief of the list: by its number where there are several. */
const listHint = (rows: readonly ScheduleRow[]): string => {
  const one = rows.find(({ mayChange }) => mayChange) ?? rows[0];
  const number = rows.length === 1 || one === undefined ? '' : ` ${one.number}`;
  return `Or type ${inlineCode(`/brief change${number} to 08:00`)}, ${inlineCode(`skip${number || ' next'}`)} or ${inlineCode(`history${number}`)}`;
};

/** The private reply to `/brief list`: every brief with its number, channel, next time and owner. */
export const renderSchedules = (rows: readonly ScheduleRow[], viewer: BriefViewer): Message =>
  rows.length === 0
    ? renderReply({
        headline: 'No brief is set up in this channel, and none by you.',
        lines: [tryCommands(SETUP_EXAMPLES[0], '/brief when ratio > 0.40')],
        buttons: [newBriefButton],
      })
    : renderReply({
        headline: rows.length === 1 ? 'One brief is set up.' : `${rows.length} briefs are set up.`,
        rows: rows.map((row) => ({ words: rowMrkdwn(row, viewer, rows.length > 1), buttons: controls(row, viewer) })),
        buttons: [newBriefButton],
        hint: listHint(rows),
      });

/** What the briefs' part of the Home tab shows. */
export interface HomeBriefs {
  readonly rows: readonly ScheduleRow[];
  readonly viewer: BriefViewer;
  /** What came of a change that was just tried. */
  readonly notice?: string | undefined;
}

/** A workspace may have no more; a Home tab has room for a hundred blocks. */
const MOST_SHOWN = 20;

const rowBlocks = (row: ScheduleRow, viewer: BriefViewer): readonly ViewBlock[] => {
  const elements = controls(row, viewer);
  return [section(rowMrkdwn(row, viewer, false, 'your time')), ...buttonRow(elements)];
};

/** The briefs' part of the Home tab: each with its next time for the viewer and, where they may change it, its controls. */
export const renderHomeBriefs = ({ rows, viewer, notice }: HomeBriefs): readonly ViewBlock[] => [
  {
    ...section(
      `*Morning briefs*${rows.length === 0 ? '  none of yours yet' : ''}${notice ? `\n${escaped(notice)}` : ''}`,
    ),
    accessory: newBriefButton,
  },
  ...(rows.length === 0 ? [context(tryCommands(...SETUP_EXAMPLES))] : []),
  ...rows.slice(0, MOST_SHOWN).flatMap((row) => rowBlocks(row, viewer)),
];
