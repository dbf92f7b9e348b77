import type { Facts } from '../facts/index.ts';
import {
  day,
  escaped,
  listed,
  type Message,
  monthDay,
  plural,
  screenReaderText,
  section,
  sentence,
} from '../message/index.ts';
import { type IsoDate, utcDateOf } from '../units.ts';
import { type DayReference, resolveDay } from './day-reference.ts';
import type { BriefEdit, BriefEffect, ImmediateBriefEffect, WhichBrief } from './effect.ts';
import { cannotFireLines } from './message-notices.ts';
import { DAY_NAMES, daysWords, recurrenceWords, timingWords, zoneName } from './message-timing.ts';
import { type MissingData, missingDataFor } from './trigger.ts';

/** What a `/brief` command would do in Slack, read back in a terminal. */

type SlackOnlyEffect = Exclude<BriefEffect, ImmediateBriefEffect>;
type ScheduleEffect = Extract<BriefEffect, { do: 'schedule' }>;

/** `until 1 Dec 2026`, `until Monday`, `for 7 days`. */
const untilWords = (until: DayReference): string => {
  if (typeof until === 'string') return `until ${day(until)}`;
  if ('weekday' in until) return `until ${DAY_NAMES[until.weekday]}${until.weeksLater ? ' week' : ''}`;
  if ('month' in until) return `until ${monthDay(until.month, until.day)}`;
  if ('day' in until) return `until day ${until.day} of the month`;
  return until.inDays === 1 ? 'until tomorrow' : `for ${until.inDays} days`;
};

const scheduleWords = ({ timing, channel, ...options }: ScheduleEffect): string => {
  const clock = timing.kind === 'clock' && timing.zone === undefined ? ' by your own clock' : '';
  return [
    `posts a brief in ${channel === undefined ? 'the channel it is typed in' : `#${channel}`}: ${timingWords(timing)}${clock}`,
    ...optionWords(options),
  ].join(', ');
};

const optionWords = ({ onClosed, onStale }: Pick<ScheduleEffect, 'onClosed' | 'onStale'>): readonly string[] => [
  ...(onClosed === 'skip' ? ['not on exchange holidays'] : []),
  ...(onClosed === 'say' ? ['also on exchange holidays, to say so'] : []),
  ...(onStale === 'hold' ? ['held back while the data are old'] : []),
  ...(onStale === 'say' ? ['also with old data, said in its first line'] : []),
];

const MINUTES_AN_HOUR = 60;

/** `half an hour`, in figures: `30 minutes`, `2 hours`. */
const lengthWords = (minutes: number): string =>
  minutes % MINUTES_AN_HOUR === 0 ? plural(minutes / MINUTES_AN_HOUR, 'hour') : plural(minutes, 'minute');

/** `at 09:00 London, not on Fridays, in #rates`: what is to be otherwise. */
const changeWords = ({
  recurrence,
  isWeekly,
  time,
  laterBy,
  days,
  also,
  without,
  zone,
  channel,
  level,
  ...options
}: BriefEdit): string =>
  [
    ...(recurrence ? [recurrenceWords(recurrence, days ?? [])] : []),
    ...(days && !recurrence ? [daysWords(days)] : []),
    ...(isWeekly ? ['every week'] : []),
    ...(also ? [`also ${daysWords(also)}`] : []),
    ...(time === undefined ? [] : [`at ${time}`]),
    ...(laterBy === undefined ? [] : [`${lengthWords(Math.abs(laterBy))} ${laterBy < 0 ? 'earlier' : 'later'}`]),
    ...(zone === undefined ? [] : [`by the clock of ${zoneName(zone)}`]),
    ...(without ? [`not on ${listed(without.map((one) => `${DAY_NAMES[one]}s`))}`] : []),
    ...(channel === undefined ? [] : [`in #${channel}`]),
    ...(level === undefined ? [] : [`at a ratio of ${level}`]),
    ...optionWords(options),
  ].join(', ');

const VERBS = {
  pause: 'pauses',
  resume: 'resumes',
  skip: 'leaves out the next post of',
  remove: 'removes',
  history: 'lists what was posted and left out of',
} as const;

/** `tomorrow`, `on Friday, 4 Dec 2026`, `on 1 Dec`. */
const onWords = (on: DayReference, today: IsoDate): string =>
  typeof on === 'object' && 'weekday' in on
    ? `on ${DAY_NAMES[on.weekday]}, ${day(resolveDay(on, today))}`
    : untilWords(on)
        .replace(/^until (?=tomorrow)/, '')
        .replace(/^until/, 'on');

const whichWords = ({ which, place, of: { channel, time, zone } = {} }: WhichBrief): string => {
  if (which !== undefined) return `brief ${which}`;
  if (place === undefined) {
    const clock = [time, ...(zone === undefined ? [] : [zoneName(zone)])].filter((word) => word !== undefined);
    return `the ${[...clock, 'brief'].join(' ')}${channel === undefined ? '' : ` in #${channel}`}`;
  }
  return place < 0 ? 'the last brief of the list' : `brief ${place} of the list, from its top`;
};

const terminalWords = (effect: SlackOnlyEffect, missing: MissingData | undefined, today: IsoDate): string => {
  switch (effect.do) {
    case 'form':
      return 'A terminal has no form. In Slack this opens one; here a schedule is typed: `/brief weekdays 07:30 #macro`';
    case 'list':
      return 'A terminal keeps no schedules. In Slack this lists them';
    case 'edit':
      return `A terminal has no form. In Slack this opens that of ${whichWords(effect)}`;
    case 'schedule':
      return [
        `A terminal has no channel to post in. In Slack this ${scheduleWords(effect)}`,
        ...cannotFireLines(missing),
      ].join('. ');
    default: {
      const which = whichWords(effect);
      if (effect.do === 'skip' && effect.on !== undefined) {
        return `A terminal keeps no schedules. In Slack this leaves out the post of ${which} ${onWords(effect.on, today)}`;
      }
      if (effect.do === 'change') {
        return `A terminal keeps no schedules. In Slack this changes ${which}: ${changeWords(effect)}`;
      }
      const until = effect.do === 'pause' && effect.until !== undefined ? ` ${untilWords(effect.until)}` : '';
      return `A terminal keeps no schedules. In Slack this ${VERBS[effect.do]} ${which}${until}`;
    }
  }
};

/**
 * Renders what a `/brief` command would do in Slack, for a terminal, where nothing is scheduled.
 *
 * @param facts say whether a trigger could fire
 */
export const renderBriefForTerminal = (effect: SlackOnlyEffect, facts: Facts): Message => {
  const timing = effect.do === 'schedule' ? effect.timing : undefined;
  const missing = timing?.kind === 'crossing' ? missingDataFor(timing.of, facts) : undefined;
  const words = sentence(terminalWords(effect, missing, utcDateOf(facts.now)));
  return { text: screenReaderText(escaped(words.replaceAll('`', ''))), blocks: [section(escaped(words))] };
};
