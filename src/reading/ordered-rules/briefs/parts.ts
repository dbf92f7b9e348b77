import type { BriefTrigger, OnClosed, OnStale, UnclearBrief, Weekday } from '../../../brief/index.ts';
import { clip, wordSet } from '../tokens.ts';
import { daysAt } from './days.ts';
import { optionAt } from './options.ts';
import { timeIn } from './time.ts';
import { triggerAt } from './trigger.ts';
import { zoneAt } from './zones.ts';

/** Words that change nothing; one that might is left out, since an unknown word asks back. */
export const FILLERS = wordSet(`
  a an the and at on in to into for of with by around about every each all please pls kindly can could would will you i we us
  me my our it its this that let's lets like want need get have give brief briefs briefing morning rotation market update
  summary post posts posted send sent show schedule scheduled set setup up create add make new run deliver channel here
  time local timezone zone tz o'clock oclock sharp
`);
const EVENING = wordSet('evening evenings afternoon afternoons');
const WEEKLY = wordSet('weekly week');
const LEADS_TO_TIME = wordSet('at around about by');
const FOLLOWS_TIME = wordSet("o'clock oclock sharp");

/** What the words of a schedule say, part by part. */
export interface Parts {
  readonly days: Set<Weekday>;
  /** `07:30`, each once, with the word that says it. */
  readonly times: Map<string, string>;
  /** IANA names, with the words that say them. */
  readonly zones: Map<string, string>;
  /** By the words that say them. */
  readonly triggers: Map<string, BriefTrigger>;
  onClosed?: OnClosed;
  onStale?: OnStale;
  isEvening: boolean;
  readonly unread: Unread[];
}

/** A word that says nothing by itself. */
export interface Unread {
  readonly word: string;
  /** What makes it harmless: `weekly` a day, and a bare number that is a time whatever else says that a schedule is meant. */
  readonly excusedBy?: 'days' | 'company';
}

export const unclearBrief = (
  reason: 'not-a-brief' | 'brief-time' | 'brief-offset' | 'brief-channel' | 'brief-second' | 'brief-trigger',
  words: string,
): UnclearBrief => ({ kind: 'unclear', reason, words: clip(words) });

const UNKNOWN_CHANNEL = /^#[\p{L}\p{N}_-]+$/u;

/** A word that stands for itself: a time, a channel that Slack left as it was, or one that changes nothing. */
const readWord = (words: readonly string[], at: number, parts: Parts): 1 | UnclearBrief => {
  const word = words[at] as string;
  const time = timeIn(word);
  if (time?.kind === 'no-such-time') return unclearBrief('brief-time', word);
  if (UNKNOWN_CHANNEL.test(word)) return unclearBrief('brief-channel', word);
  if (time) {
    parts.times.set(time.time, word);
    const isSurely = LEADS_TO_TIME.has(words[at - 1] ?? '') || FOLLOWS_TIME.has(words[at + 1] ?? '');
    if (time.isBare && !isSurely) parts.unread.push({ word, excusedBy: 'company' });
  } else if (EVENING.has(word)) {
    parts.isEvening = true;
  } else if (WEEKLY.has(word)) {
    parts.unread.push({ word, excusedBy: 'days' });
  } else if (!FILLERS.has(word)) {
    parts.unread.push({ word });
  }
  return 1;
};

/** The part that begins at one place; how many words it took, or what stops the reading. */
const readAt = (words: readonly string[], at: number, parts: Parts): number | UnclearBrief => {
  const said = (length: number): string => words.slice(at, at + length).join(' ');
  const option = optionAt(words, at);
  if (option) {
    if (option.onClosed) parts.onClosed = option.onClosed;
    if (option.onStale) parts.onStale = option.onStale;
    return option.length;
  }
  const trigger = triggerAt(words, at);
  if (trigger?.kind === 'no-trigger') return unclearBrief('brief-trigger', trigger.words);
  if (trigger) {
    parts.triggers.set(said(trigger.length), trigger.trigger);
    return trigger.length;
  }
  const days = daysAt(words, at);
  if (days) {
    for (const day of days.days) parts.days.add(day);
    if (days.isTrading) parts.onClosed ??= 'skip';
    return days.length;
  }
  const zone = zoneAt(words, at);
  if (zone?.kind === 'offset') return unclearBrief('brief-offset', said(zone.length));
  if (zone?.kind === 'shared') {
    return { kind: 'unclear', reason: 'brief-zone-shared', words: said(zone.length), zones: zone.zones };
  }
  if (zone) parts.zones.set(zone.zone, said(zone.length));
  return zone?.length ?? readWord(words, at, parts);
};

/** Every part of the words, or the first that is none. */
export const partsOf = (words: readonly string[]): Parts | UnclearBrief => {
  const parts: Parts = {
    days: new Set(),
    times: new Map(),
    zones: new Map(),
    triggers: new Map(),
    isEvening: false,
    unread: [],
  };
  for (let at = 0; at < words.length; ) {
    const read = readAt(words, at, parts);
    if (typeof read !== 'number') return read;
    at += read;
  }
  return parts;
};
