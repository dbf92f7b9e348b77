import {
  type BriefDraft,
  type BriefEffect,
  type BriefTrigger,
  type OnClosed,
  type OnStale,
  type UnclearBrief,
  WEEKDAYS,
  type Weekday,
} from './effect.ts';
import { optionAt, triggerAt } from './read-conditions.ts';
import { daysAt, exceptedDaysAt } from './read-days.ts';
import { type BriefText, shown, unclearBrief, wordSet } from './read-text.ts';
import { inTheEvening, timeAt } from './read-times.ts';
import { isLikeZone, nearestZones, zoneAt } from './read-zones.ts';

/** Words that change nothing; one that might is left out, since an unknown word asks back. */
export const FILLERS = wordSet(`
  buzz gimme holler shout heads up text
  a an the and at on in to into for of with by around about every each all please pls plz kindly can could would will you i
  we us me my our ours it its this that let lets s d like want need get have give brief briefs briefing breif brif morning rotation
  market update summary post posts posted send sends sent show schedule scheduled set setup up create add make new run deliver channel
  here time local timezone zone tz oclock sharp note message digest newsletter report reminder thanks thank thx ok okay so just
  ping alert tell notify know remind flag shout warn team everyone everybody folks guys put publish bring start go out be too also
  alerts alerted reminded notified from now-on
`);
/** They change nothing where more is said. */
const GREETINGS = wordSet('hi hello hey yo morning');
const EVENING = wordSet('evening evenings afternoon afternoons tonight night');
const WEEKLY = wordSet('weekly week');
const LEADS_TO_TIME = wordSet('at around about by');
const FOLLOWS_TIME = wordSet('oclock sharp');
const MON_TO_FRI = WEEKDAYS.slice(0, 5);

/** Words that say nothing by themselves, with what makes them harmless. */
interface Unread {
  readonly words: string;
  readonly at: number;
  /** `weekly` is said by a day; a bare number is a time where anything else says that a schedule is meant. */
  readonly excusedBy?: 'days' | 'company';
}

/** What the words of a schedule say, part by part. */
export interface Parts {
  readonly days: Set<Weekday>;
  readonly excepted: Set<Weekday>;
  /** `07:30`, each once, with the words that say it. */
  readonly times: Map<string, string>;
  /** IANA names, with the words that say them. */
  readonly zones: Map<string, string>;
  /** By the words that say them. */
  readonly triggers: Map<string, BriefTrigger>;
  onClosed?: OnClosed;
  onStale?: OnStale;
  isEvening: boolean;
  /** `before the open`: a time is meant and not said. */
  isOpenEnded: boolean;
  readonly unread: Unread[];
}

const readTime = (text: BriefText, at: number, parts: Parts): number | UnclearBrief | undefined => {
  const { words } = text;
  const time = timeAt(text, at);
  if (time === undefined) return undefined;
  const said = shown(text, at, time.to);
  if (time.kind === 'no-such-time') return unclearBrief('brief-time', said);
  if (time.kind === 'open-ended') parts.isOpenEnded = true;
  else {
    parts.times.set(time.time, said);
    if (time.zone) parts.zones.set(time.zone, said);
    const isSurely = LEADS_TO_TIME.has(words[at - 1] ?? '') || FOLLOWS_TIME.has(words[time.to] ?? '');
    if (time.isBare && !isSurely) parts.unread.push({ words: said, at, excusedBy: 'company' });
  }
  return time.to;
};

const readZone = (text: BriefText, at: number, parts: Parts): number | UnclearBrief | undefined => {
  const zone = zoneAt(text, at);
  if (zone === undefined) return undefined;
  const said = shown(text, at, zone.to);
  if (zone.kind === 'offset') return unclearBrief('brief-offset', said.replace(/\s/g, ''));
  if (zone.kind === 'shared') return { kind: 'unclear', reason: 'brief-zone-shared', words: said, zones: zone.zones };
  if (zone.kind === 'zone') parts.zones.set(zone.zone, said);
  else parts.unread.push({ words: said, at });
  return zone.to;
};

const CHANNEL_NAME = /^#[\p{L}\p{N}_-]+/u;

/** The part that begins at one place, up to where; or what stops the reading. */
const readAt = (text: BriefText, at: number, parts: Parts): number | UnclearBrief => {
  const { words, utterance } = text;
  const option = optionAt(text, at);
  if (option) {
    if (option.onClosed) parts.onClosed = option.onClosed;
    if (option.onStale) parts.onStale = option.onStale;
    return option.to;
  }
  const excepted = exceptedDaysAt(text, at);
  if (excepted) {
    for (const day of excepted.days) parts.excepted.add(day);
    return excepted.to;
  }
  const trigger = triggerAt(text, at);
  if (trigger?.kind === 'no-trigger') return unclearBrief('brief-trigger', trigger.words);
  if (trigger) {
    parts.triggers.set(shown(text, at, trigger.to), trigger.trigger);
    return trigger.to;
  }
  const days = daysAt(text, at);
  if (days) {
    for (const day of days.days) parts.days.add(day);
    if (days.isTrading) parts.onClosed ??= 'skip';
    return days.to;
  }
  const read = readZone(text, at, parts) ?? readTime(text, at, parts);
  if (read !== undefined) return read;
  const word = words[at] as string;
  const channel = word === '#' && CHANNEL_NAME.exec(utterance.typed.slice(utterance.tokens[at]?.start))?.[0];
  if (channel) return unclearBrief('brief-channel', channel);
  if (EVENING.has(word)) parts.isEvening = true;
  else if (WEEKLY.has(word)) parts.unread.push({ words: shown(text, at, at + 1), at, excusedBy: 'days' });
  else if (!FILLERS.has(word) && utterance.tokens[at]?.kind !== 'sign' && !(GREETINGS.has(word) && words.length > 1)) {
    parts.unread.push({ words: shown(text, at, at + 1), at });
  }
  return at + 1;
};

/** Every part of the words, or the first that is none. */
export const schedulePartsOf = (text: BriefText): Parts | UnclearBrief => {
  const parts: Parts = {
    ...{ days: new Set<Weekday>(), excepted: new Set<Weekday>(), times: new Map(), zones: new Map() },
    ...{ triggers: new Map(), isEvening: false, isOpenEnded: false, unread: [] },
  };
  for (let at = 0; at < text.words.length; ) {
    const read = readAt(text, at, parts);
    if (typeof read !== 'number') return read;
    at = read;
  }
  if (text.person !== undefined) parts.unread.push({ words: text.person, at: text.words.length });
  return parts;
};

const MOST_LOOKED_AT = 3;
const LETTERS = /^\p{L}+$/u;

/** Words left over: a zone that is not known where they look like one, else no brief. */
const leftOver = (text: BriefText, { times }: Parts, unread: readonly Unread[]): UnclearBrief => {
  const { words, utterance } = text;
  const zone = unread.slice(0, MOST_LOOKED_AT).flatMap(({ words: word, at }) => {
    // "new yrok": the word before may belong to it
    const before = words[at - 1] ?? '';
    const named = [...(LETTERS.test(before) ? [shown(text, at - 1, at + 1)] : []), word].find(isLikeZone);
    const isName = /^\p{Lu}/u.test(word) && utterance.typed !== utterance.typed.toUpperCase();
    const isBehindTime = [...times.values()].some((time) => utterance.typed.includes(`${time} ${word}`));
    return named !== undefined ? [named] : unread.length === 1 && isName && isBehindTime ? [word] : [];
  })[0];
  if (zone === undefined) return unclearBrief('not-a-brief', unread.map(({ words: word }) => word).join(' '));
  return { kind: 'unclear', reason: 'brief-zone', words: zone, zones: nearestZones(zone) };
};

const secondOf = (all: ReadonlyMap<string, string>): string | undefined => [...all.values()][1];

/** What would be a brief of its own, in the words that say it. */
const secondIn = ({ times, zones, days, triggers }: Parts, { channels }: BriefText): string | undefined => {
  const [trigger, other] = triggers.keys();
  const isBoth = trigger !== undefined && times.size + days.size + zones.size > 0;
  return secondOf(times) ?? secondOf(zones) ?? (isBoth ? trigger : other) ?? channels[1]?.shown;
};

const effectOf = (parts: Parts, text: BriefText, isPlain: boolean): BriefEffect | UnclearBrief => {
  const { channels } = text;
  const [trigger] = parts.triggers.values();
  const [time] = parts.times.keys();
  const options = {
    ...(channels[0] && { channel: channels[0].id }),
    ...(parts.onClosed && { onClosed: parts.onClosed }),
    ...(parts.onStale && { onStale: parts.onStale }),
  };
  if (trigger) return { kind: 'brief', do: 'schedule', timing: { kind: 'crossing', of: trigger }, ...options };
  const [zone] = parts.zones.keys();
  const among = parts.days.size > 0 ? parts.days : new Set(MON_TO_FRI);
  const days = WEEKDAYS.filter((day) => among.has(day) && !parts.excepted.has(day));
  if (days.length === 0) return unclearBrief('not-a-brief', shown(text, 0, text.words.length));
  const when = { days, ...(zone !== undefined && { zone }) };
  if (time === undefined) {
    const isEmpty = isPlain && Object.keys(options).length === 0;
    if (isEmpty) return { kind: 'brief', do: 'form' };
    return { kind: 'unclear', reason: 'brief-without-time', draft: { ...when, ...options } };
  }
  const timing = { kind: 'clock' as const, ...when, time: parts.isEvening ? inTheEvening(time) : time };
  return { kind: 'brief', do: 'schedule', timing, ...options };
};

/** Whether anything but an order or a filler is said: a day, a time, a zone, or something to wait for. */
export const saysWhen = ({ days, excepted, times, triggers, isEvening, isOpenEnded }: Parts): boolean =>
  days.size + excepted.size + times.size + triggers.size > 0 || isEvening || isOpenEnded;

/** Reads what makes a schedule, its parts in any order; without any it is the form that is wanted. */
export const readSchedule = (text: BriefText, parts = schedulePartsOf(text)): BriefEffect | UnclearBrief => {
  if ('kind' in parts) return parts;
  const { days, excepted, zones, isEvening, isOpenEnded } = parts;
  const isPlain = days.size + excepted.size + zones.size + text.channels.length === 0 && !isEvening && !isOpenEnded;
  const excuses = { days: days.size > 0, company: !isPlain };
  const unread = parts.unread.filter(({ excusedBy }) => excusedBy === undefined || !excuses[excusedBy]);
  if (unread.length > 0) return leftOver(text, parts, unread);
  const extra = secondIn(parts, text);
  return extra === undefined ? effectOf(parts, text, isPlain) : unclearBrief('brief-second', extra);
};

/** A time alone, `8` or `at 7:30 london`, for a brief of which all else was said before. */
export const readTimeOf = (
  { zone, days, channel, onClosed, onStale }: BriefDraft,
  text: BriefText,
): BriefEffect | undefined => {
  const read = readSchedule(text);
  if (read.kind !== 'brief' || read.do !== 'schedule' || read.timing.kind !== 'clock') return undefined;
  const said = schedulePartsOf(text);
  const isNewDays = !('kind' in said) && said.days.size + said.excepted.size > 0;
  const place = read.timing.zone ?? zone;
  const of = { ...(channel && { channel }), ...(onClosed && { onClosed }), ...(onStale && { onStale }) };
  const timing = { ...read.timing, days: isNewDays ? read.timing.days : [...days], ...(place && { zone: place }) };
  return { ...of, ...read, timing };
};
