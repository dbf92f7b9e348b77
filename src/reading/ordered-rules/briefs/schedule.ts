import { type BriefEffect, type UnclearBrief, WEEKDAYS } from '../../../brief/index.ts';
import { type Parts, partsOf, unclearBrief } from './parts.ts';
import { inTheEvening, timeIn } from './time.ts';
import type { BriefWords } from './words.ts';
import { isLikeZone, nearestZones } from './zones.ts';

const MOST_LOOKED_AT = 3;
const LETTERS = /^\p{L}+$/u;

/** The words of a zone that is not known: misspelt, with a region before it, or a name behind a time. */
const zoneAmong = ({ words, isName }: BriefWords, unread: readonly string[]): string | undefined => {
  for (const word of unread.slice(0, MOST_LOOKED_AT)) {
    const before = words[words.indexOf(word) - 1] ?? '';
    // "new yrok": the word before may belong to it
    const named = [...(LETTERS.test(before) ? [`${before} ${word}`] : []), word].find(isLikeZone);
    if (named !== undefined) return named;
    if (unread.length === 1 && timeIn(before) !== undefined && LETTERS.test(word) && isName(word)) return word;
  }
  return undefined;
};

/** Words left over: a zone that is not known where they look like one, else no brief. */
const leftOver = (typed: BriefWords, unread: readonly string[]): UnclearBrief => {
  const zone = zoneAmong(typed, unread);
  if (zone === undefined) return unclearBrief('not-a-brief', unread.join(' '));
  return { kind: 'unclear', reason: 'brief-zone', words: zone, zones: nearestZones(zone) };
};

const secondOf = (all: ReadonlyMap<string, string>): string | undefined => [...all.values()][1];

/** What would be a brief of its own, in the words that say it. */
const secondIn = ({ times, zones, days, triggers }: Parts, { channels }: BriefWords): string | undefined => {
  const [trigger, other] = triggers.keys();
  const isBoth = trigger !== undefined && times.size + days.size + zones.size > 0;
  return secondOf(times) ?? secondOf(zones) ?? (isBoth ? trigger : other) ?? channels[1]?.shown;
};

const effectOf = (parts: Parts, { channels }: BriefWords, isPlain: boolean): BriefEffect | UnclearBrief => {
  const [trigger] = parts.triggers.values();
  const [time] = parts.times.keys();
  const options = {
    ...(channels[0] && { channel: channels[0].id }),
    ...(parts.onClosed && { onClosed: parts.onClosed }),
    ...(parts.onStale && { onStale: parts.onStale }),
  };
  if (trigger) return { kind: 'brief', do: 'schedule', timing: { kind: 'crossing', of: trigger }, ...options };
  if (time === undefined) {
    const isEmpty = isPlain && Object.keys(options).length === 0;
    return isEmpty ? { kind: 'brief', do: 'form' } : { kind: 'unclear', reason: 'brief-without-time' };
  }
  const [zone] = parts.zones.keys();
  const days = parts.days.size > 0 ? parts.days : new Set(WEEKDAYS.slice(0, 5));
  const timing = {
    kind: 'clock' as const,
    days: WEEKDAYS.filter((day) => days.has(day)),
    time: parts.isEvening ? inTheEvening(time) : time,
    ...(zone !== undefined && { zone }),
  };
  return { kind: 'brief', do: 'schedule', timing, ...options };
};

/** Reads what makes a schedule, its parts in any order; without any it is the form that is wanted. */
export const readSchedule = (typed: BriefWords): BriefEffect | UnclearBrief => {
  const parts = partsOf(typed.words);
  if ('kind' in parts) return parts;
  const { days, zones, isEvening } = parts;
  const isPlain = days.size + zones.size + typed.channels.length === 0 && !isEvening;
  const excuses = { days: days.size > 0, company: !isPlain };
  const unread = parts.unread.filter(({ excusedBy }) => excusedBy === undefined || !excuses[excusedBy]);
  if (unread.length > 0)
    return leftOver(
      typed,
      unread.map(({ word }) => word),
    );
  const extra = secondIn(parts, typed);
  return extra === undefined ? effectOf(parts, typed, isPlain) : unclearBrief('brief-second', extra);
};
