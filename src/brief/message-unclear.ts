import { alternatives } from '../wording/index.ts';
import { SIZES_BPS, type UnclearBrief } from './effect.ts';

/** What is said of words about briefs that were not understood. */

const GENERAL_EXAMPLES = ['/brief weekdays 07:30 #macro', '/brief now', '/brief list'] as const;
const TIME_EXAMPLES = ['/brief weekdays 07:30', '/brief mon,thu 8am Europe/Stockholm', '/brief at noon'] as const;
const ZONE_EXAMPLES = ['/brief weekdays 07:30 New York', '/brief weekdays 07:30 Europe/Stockholm'] as const;
const TRIGGER_EXAMPLES = ['/brief when ratio > 0.40', '/brief when record close', '/brief when odds flip'] as const;
const CHANNEL_EXAMPLES = ['/brief weekdays 07:30', '/brief now'] as const;
const WHICH_EXAMPLES = ['/brief list', '/brief pause', '/brief remove'] as const;
const END_EXAMPLES = ['/brief remove', '/brief pause'] as const;
const CLOSED_EXAMPLES = ['/brief change to skip closed days', '/brief list'] as const;
const CHANGE_EXAMPLES = ['/brief change to 08:00', '/brief change to London', '/brief list'] as const;
const DAYS_EXAMPLES = ['/brief first business day 07:30', '/brief last business day 07:30'] as const;
const UNTIL_EXAMPLES = [
  '/brief pause until 2026-12-01',
  '/brief pause until 1 Dec',
  '/brief pause for a week',
] as const;

const ALL = /^(?:all|both|every|everything|lot)$/i;

/** Which words of `/brief` were not understood, in one or two sentences. */
export const unclearBriefSentence = (unclear: UnclearBrief): string => {
  switch (unclear.reason) {
    case 'not-a-brief':
      return `I could not read “${unclear.words}” as part of a brief.`;
    case 'brief-without-time':
      return 'At what time of day?';
    case 'brief-time':
      return `There is no time of day “${unclear.words}”.`;
    case 'brief-half':
      return `Is “${unclear.words}” in the morning or in the afternoon?`;
    case 'brief-zone':
      return unclear.zones.length === 0
        ? `Whose clock is “${unclear.words}”? A city names one.`
        : `I know no time zone “${unclear.words}”. Did you mean ${alternatives(unclear.zones)}?`;
    case 'brief-zone-shared':
      return `“${unclear.words}” could be the clock of ${alternatives(unclear.zones)}. Which one?`;
    case 'brief-offset':
      return `“${unclear.words}” stays as it is when the clocks change. A city names a time zone that changes with them.`;
    case 'brief-channel':
      return `Slack knows no channel “${unclear.words}” here: it does not exist, or it is private and you are not in it.`;
    case 'brief-second':
      return `“${unclear.words}” would be a second brief. One has a time or a trigger, one zone and one channel.`;
    case 'brief-trigger':
      return `“${unclear.words}” is nothing I watch for. A brief can wait for a level of the ratio, a record close or odds that flip.`;
    case 'brief-which':
      return ALL.test(unclear.words)
        ? 'Briefs are stopped, skipped and resumed one by one, not all at once. In Slack the list numbers them from 1.'
        : `Which brief is “${unclear.words}”? The list numbers them from 1.`;
    case 'brief-until':
      return `“${unclear.words}” names no day to go on from.`;
    case 'brief-end':
      return 'Shall the brief be removed, or only pause for a while?';
    case 'brief-last':
      return 'A brief has no last day: nothing was changed. Ask on that day to have it removed, or pause it now until a day.';
    case 'brief-closed':
      return 'On a day when the New York exchange is closed, a brief comes and says so in short, unless it is set to skip closed days.';
    case 'brief-apart':
      return 'A pause begins at once and ends on a day. Shall it begin now, or do you ask for it on its first day?';
    case 'brief-days':
      return `No brief comes on “${unclear.words}”. In a month it comes on the first or the last business day, the day before or of a Fed decision, or once.`;
    case 'brief-moves':
      return `Every brief shows the effect of ${SIZES_BPS.slice(0, -1).join(', ')} and ${SIZES_BPS.at(-1)} bp, as cuts and as hikes: that is the same in all. Its time, days, time zone and channel can change.`;
    case 'brief-change':
      return 'What is to change: its time, days, time zone or channel?';
  }
};

/** Commands that work, nearest to what was typed. */
export const unclearBriefExamples = (unclear: UnclearBrief): readonly string[] => {
  switch (unclear.reason) {
    case 'not-a-brief':
    case 'brief-second':
      return GENERAL_EXAMPLES;
    case 'brief-without-time':
    case 'brief-time':
    case 'brief-half':
      return TIME_EXAMPLES;
    case 'brief-zone':
    case 'brief-zone-shared':
      return unclear.zones.length === 0 ? ZONE_EXAMPLES : unclear.zones.map((zone) => `/brief weekdays 07:30 ${zone}`);
    case 'brief-offset':
      return ZONE_EXAMPLES;
    case 'brief-channel':
      return CHANNEL_EXAMPLES;
    case 'brief-trigger':
      return TRIGGER_EXAMPLES;
    case 'brief-which':
      return WHICH_EXAMPLES;
    case 'brief-end':
    case 'brief-last':
      return END_EXAMPLES;
    case 'brief-closed':
      return CLOSED_EXAMPLES;
    case 'brief-until':
    case 'brief-apart':
      return UNTIL_EXAMPLES;
    case 'brief-days':
      return DAYS_EXAMPLES;
    case 'brief-moves':
    case 'brief-change':
      return CHANGE_EXAMPLES;
  }
};
