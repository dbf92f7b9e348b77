import { WEEKDAYS } from './day-reference.ts';
import type { BriefDraft, BriefEffect, UnclearBrief, WantedBrief } from './effect.ts';
import { type BriefText, shown, unclearBrief } from './read-text.ts';
import { inTheAfternoon, isEitherHalf, isOfMorning } from './read-times.ts';
import type { BriefParts, Unread } from './read-words.ts';
import { isLikeZone, nearestZones } from './read-zones.ts';
import { hasOwnDays } from './recurrence.ts';

/** What makes a brief of the parts that were said. */

const MON_TO_FRI = WEEKDAYS.slice(0, 5);
const MOST_LOOKED_AT = 3;
const LETTERS = /^\p{L}+$/u;

/** Words left over: a zone that is not known where they look like one, else no brief. */
const leftOver = (
  text: BriefText,
  said: BriefParts,
  unread: readonly Unread[],
  draft: BriefDraft | undefined,
): UnclearBrief => {
  const { words, utterance } = text;
  const { times } = said;
  const zone = unread.slice(0, MOST_LOOKED_AT).flatMap(({ words: word, at }) => {
    // "new yrok": the word before may belong to it
    const before = words[at - 1] ?? '';
    const named = [...(LETTERS.test(before) ? [shown(text, at - 1, at + 1)] : []), word].find(isLikeZone);
    const isName = /^\p{Lu}/u.test(word) && utterance.typed !== utterance.typed.toUpperCase();
    const isBehindTime = [...times.values()].some((time) => utterance.typed.includes(`${time} ${word}`));
    return named !== undefined ? [named] : unread.length === 1 && isName && isBehindTime ? [word] : [];
  })[0];
  if (zone === undefined) return unclearBrief('not-a-brief', unread.map(({ words: word }) => word).join(' '));
  const read = scheduleOf(text, { ...said, unread: [] }, draft);
  const isOnlyZone = unread.length <= zone.split(/[\s/]+/).length && read.kind === 'brief';
  const wanted = isOnlyZone && read.do === 'schedule' && read;
  return { kind: 'unclear', reason: 'brief-zone', words: zone, zones: nearestZones(zone), ...(wanted && { wanted }) };
};

/** What is asked where the words of a zone are not sure; `wanted` is done once it is chosen. */
export const zoneAsked = (
  { words, zones, isShared }: NonNullable<BriefParts['zoneDoubt']>,
  wanted: WantedBrief | undefined,
): UnclearBrief => ({
  ...{ kind: 'unclear' as const, reason: isShared ? ('brief-zone-shared' as const) : ('brief-zone' as const) },
  ...{ words, zones },
  ...(wanted && { wanted }),
});

/** What is asked where a time is of either half of the day. */
export const halfAsked = (words: string, wanted: WantedBrief): UnclearBrief => ({
  ...{ kind: 'unclear', reason: 'brief-half', words, wanted },
});

/** What would be a brief of its own, in the words that say it. */
const secondIn = ({ times, zones, days, triggers }: BriefParts, { channels }: BriefText): string | undefined => {
  const [trigger, other] = triggers.keys();
  const isBoth = trigger !== undefined && times.size + days.size + zones.size > 0;
  return [...times.values()][1] ?? [...zones.values()][1] ?? (isBoth ? trigger : other) ?? channels[1]?.shown;
};

/** Whether anything but an order or a filler is said: a day, a time, or something to wait for. */
export const saysWhen = (said: BriefParts): boolean =>
  said.days.size + said.excepted.size + said.times.size + said.triggers.size > 0 ||
  (said.recurrence ?? said.isEvening ?? said.isOpenEnded) !== undefined;

/**
 * The schedule that was said, its parts in any order; without any it is the form that is wanted.
 *
 * @param draft what was said before of a brief whose time was asked
 */
export const scheduleOf = (text: BriefText, said: BriefParts, draft?: BriefDraft): BriefEffect | UnclearBrief => {
  const { days, excepted, zones, onClosed = draft?.onClosed, onStale = draft?.onStale } = said;
  const { channels } = text;
  const isPlain = !saysWhen({ ...said, times: new Map(), triggers: new Map() }) && zones.size + channels.length === 0;
  const excuses = { days: days.size > 0, company: !isPlain || draft !== undefined };
  const unread = said.unread.filter(({ excusedBy }) => excusedBy === undefined || !excuses[excusedBy]);
  if (unread.length > 0) return leftOver(text, said, unread, draft);
  const extra = secondIn(said, text);
  if (extra !== undefined) return unclearBrief('brief-second', extra);
  const [trigger] = said.triggers.values();
  const [time = draft?.time] = said.times.keys();
  const channel = channels[0]?.id ?? draft?.channel;
  const options = { ...(channel && { channel }), ...(onClosed && { onClosed }), ...(onStale && { onStale }) };
  if (trigger) return { kind: 'brief', do: 'schedule', timing: { kind: 'crossing', of: trigger }, ...options };
  const isToday = said.times.size > 0 && days.size === 0 && text.words.some((word) => /^(?:today|tonight)$/.test(word));
  const on = said.recurrence ?? (isToday ? { kind: 'once' as const, on: { inDays: 0 } } : draft?.on);
  if (on && hasOwnDays(on) && days.size > 0) return unclearBrief('brief-second', shown(text, 0, text.words.length));
  const among = days.size > 0 ? days : new Set(draft?.days ?? MON_TO_FRI);
  const left = WEEKDAYS.filter((day) => (on && hasOwnDays(on) ? true : among.has(day) && !excepted.has(day)));
  if (left.length === 0) return unclearBrief('not-a-brief', shown(text, 0, text.words.length));
  const [zone = draft?.zone] = zones.keys();
  const when = { days: left, ...(on && { on }), ...(zone !== undefined && { zone }) };
  if (time === undefined) {
    if (said.zoneDoubt) return zoneAsked(said.zoneDoubt, undefined);
    const isEmpty = isPlain && on === undefined && Object.keys(options).length === 0;
    if (isEmpty) return { kind: 'brief', do: 'form' };
    return { kind: 'unclear', reason: 'brief-without-time', draft: { ...when, ...options } };
  }
  const timing = { kind: 'clock' as const, ...when, time: said.isEvening ? inTheAfternoon(time) : time };
  const read: BriefEffect & { readonly do: 'schedule' } = { kind: 'brief', do: 'schedule', timing, ...options };
  const isDoubtful = isEitherHalf(timing.time, said.times.get(time) ?? time) && !isOfMorning(text);
  if (said.zoneDoubt) return zoneAsked(said.zoneDoubt, isDoubtful ? undefined : read);
  return isDoubtful ? halfAsked(said.times.get(time) ?? time, read) : read;
};
