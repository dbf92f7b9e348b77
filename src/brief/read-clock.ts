import type { UnclearBrief } from './effect.ts';
import { type BriefText, shown, skipping, unclearBrief, wordSet } from './read-text.ts';
import { timeAt } from './read-times.ts';
import type { BriefParts, Doing, Order } from './read-words.ts';
import { zoneAt } from './read-zones.ts';

/** At what time of day, and by whose clock. */

/** Up to which word something was read, or what stops the reading. */
export type PartRead = number | UnclearBrief | undefined;

const LEADS_TO_TIME = wordSet('at around about by @ for');

export const readTime = (text: BriefText, at: number, does: Order | undefined, said: BriefParts): PartRead => {
  const { words } = text;
  const time = timeAt(text, at);
  if (time === undefined) return undefined;
  const typed = shown(text, at, time.to);
  const isLevel = /^0?[.]\d+$/.test(words[at] ?? '') && !/^(?:%|pct|percent|bps?)$/.test(words[at + 1] ?? '');
  if (does === 'change' && isLevel) {
    said.level = Number(words[at]);
    return at + 1;
  }
  if (time.kind === 'no-such-time') return unclearBrief('brief-time', typed);
  if (time.kind === 'open-ended') said.isOpenEnded = true;
  else {
    said.times.set(time.time, typed);
    said.timeTo = time.to;
    if (time.zone) said.zones.set(time.zone, typed);
    if (time.isBeforeOpen) said.recurrence = { kind: 'open' };
    const isSurely = LEADS_TO_TIME.has(words[at - 1] ?? '') || /^(?:oclock|sharp|ish)$/.test(words[time.to] ?? '');
    if (time.isBare && !isSurely && !does) said.unread.push({ words: typed, at, excusedBy: 'company' });
  }
  return time.to;
};

export const readZone = (text: BriefText, at: number, said: BriefParts): PartRead => {
  const zone = zoneAt(text, at);
  // "wake us up" and "over christmas" name no islands
  const around = text.words.slice(Math.max(at - 1, 0), at + 2).join(' ');
  if (zone === undefined || /^\S* ?(?:wake (?:us|me|up)|(?<=over )christmas)\b/.test(around)) return undefined;
  const typed = shown(text, at, zone.to);
  if (zone.kind === 'offset') return unclearBrief('brief-offset', typed.replace(/\s/g, ''));
  if (zone.kind === 'shared') said.zoneDoubt = { words: typed, zones: zone.zones, isShared: true };
  else if (zone.kind === 'zone') said.zones.set(zone.zone, typed);
  else said.unread.push({ words: typed, at });
  return zone.to;
};

/** Whose clock is said without a zone: the person's own. */
const OWN_CLOCK = wordSet('o oclock sharp brief briefs one my our local own mine ours your usual same');
const BEFORE_ZONE = wordSet('in on by at the , (');
const CLOCK = /^(?:time|clock|times|clocks)$/;
const MOST_ZONE_WORDS = 4;

/** `7:30 desk time`, `change it to desk time`: the clock of a place that is not known. */
export const readUnknownZone = (text: BriefText, at: number, doing: Doing | undefined, said: BriefParts): PartRead => {
  const { words } = text;
  const isBehindTime = said.timeTo !== undefined && skipping(BEFORE_ZONE, words, said.timeTo) === at;
  if (!isBehindTime && !(doing?.does === 'change' && words[at - 1] === 'to')) return undefined;
  const place = words.slice(at, at + MOST_ZONE_WORDS).findIndex((word) => CLOCK.test(word));
  const named = words.slice(at, at + Math.max(place, 0));
  if (named.length === 0 || named.some((word) => OWN_CLOCK.has(word) || !/^\p{L}/u.test(word))) return undefined;
  const to = at + place + 1;
  said.zoneDoubt = { words: shown(text, at, to), zones: [], isShared: false };
  return to;
};
