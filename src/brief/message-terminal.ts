import { day, escaped, type Message, monthDay, section, sentence, spoken } from '../message/index.ts';
import type { BriefEffect, DayReference, ImmediateBriefEffect } from './effect.ts';
import { DAY_NAMES, timingWords } from './message-timing.ts';

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
  return { text: spoken(escaped(words.replaceAll('`', ''))), blocks: [section(escaped(words))] };
};
