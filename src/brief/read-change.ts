import { WEEKDAYS } from './day-reference.ts';
import type { BriefEdit, BriefEffect, UnclearBrief, WhichBrief } from './effect.ts';
import { halfAsked, zoneAsked } from './read-schedule.ts';
import { type BriefText, phraseAt, phraseTable, shown, unclearBrief } from './read-text.ts';
import { inTheAfternoon, isEitherHalf, isOfMorning } from './read-times.ts';
import { type BriefParts, QUIET } from './read-words.ts';
import type { SpokenBrief } from './spoken.ts';
import tables from './words.json' with { type: 'json' };

/** What is to be otherwise of a brief, and of which. */

export const PLAIN_CHANGE = /^(?:change|swap|move|reschedule|shift|push|bump|switch|edit)/;

/** The brief that is meant: what is said of it, else the one spoken of last. */
export const whichOf = (said: BriefParts, of: WhichBrief['of'], spoken: SpokenBrief | undefined): WhichBrief => {
  if (said.which !== undefined) return { which: said.which };
  if (said.place !== undefined) return { place: said.place };
  if (of && Object.keys(of).length > 0) return { of };
  if (said.isOther || !spoken) return {};
  return {
    ...(spoken.which !== undefined && { which: spoken.which }),
    ...(spoken.place !== undefined && { place: spoken.place }),
    ...(spoken.of && { of: { ...spoken.of } as NonNullable<WhichBrief['of']> }),
  };
};

/** `the london one`, `the 7am brief`: what is said there tells which. */
export const isOfOne = (text: BriefText, said: ReadonlyMap<string, string>): boolean =>
  text.words.some(
    (word, at) =>
      /^(?:one|brief)$/.test(word) &&
      [...said.values()].some((typed) =>
        shown(text, 0, at)
          .replace(/ o'?clock$/i, '')
          .toLowerCase()
          .endsWith(`the ${typed.toLowerCase()}`),
      ),
  );

const BARE_HOUR = /^[1-9](?:[.:]?[0-5]\d)?$/;
const NOON = '12:00';
const NEAR_HOURS = 3;
/** `8.30` for a brief that comes at 20:00 is of the evening too, `5` for one at 7:00 of the morning. */
const isNear = (time: string, was: string | undefined): boolean =>
  was !== undefined && Math.abs(Number(was.slice(0, 2)) - Number(time.slice(0, 2))) <= NEAR_HOURS;

const MORE = /^(?:also|too|well|plus|add|added|include|included)$/;
const REPLACED = /\b(?:instead of|rather than|not(?= (?:at )?(?:\d|half|quarter)))\b/i;
const NOT_OF = /\b(?:not|instead of|rather than|no longer)(?: (?:in|on|at))? $/i;
const isNotOf = (typed: string, zone: string): boolean => NOT_OF.test(typed.slice(0, typed.indexOf(zone)));
/** `i'm off tomorrow`, `i don't work fridays`: none of these is the only day it comes on. */
const ABSENT =
  /\b(?:off|away|holiday|closed|never|without|none|(?:no|not|dont|don t|do not|wont|isnt) (?:\w+ )?(?:need|needed|want|wanted|work|working|required|send|post|bother|there|here|in))\b(?!.*\bonly\b)/;
const ONLY = /^(?:only|just|once|single)$/;
const NOT_MOVED = /\bto\s*<#/;

/** What is to be otherwise; undefined where nothing is said of it. */
export const changeOf = (
  text: BriefText,
  said: BriefParts,
  spoken?: SpokenBrief,
): BriefEffect | UnclearBrief | undefined => {
  const { words, channels, utterance } = text;
  const [first = '', ...others] = said.times.keys();
  // "at 7 instead of 6.45"
  const isTurned =
    others.length > 0 && utterance.typed.search(REPLACED) > utterance.typed.indexOf(said.times.get(first) ?? '');
  const times = isTurned ? [...others, first] : [...said.times.keys()];
  const ofZone = isOfOne(text, said.zones);
  // "not london, new york"
  const [zone] = [...said.zones.keys()].filter((one) => !isNotOf(utterance.typed, said.zones.get(one) ?? ''));
  const oldTime = times.length > 1 || isOfOne(text, said.times) ? times[0] : undefined;
  const typedTime = oldTime !== undefined && times.length === 1 ? undefined : times.at(-1);
  const isElse =
    said.days.size + said.excepted.size > 0 ||
    (typedTime ?? said.laterBy) !== undefined ||
    (zone !== undefined && !ofZone);
  const isOld =
    channels.length > 1 ||
    (channels.length === 1 &&
      isElse &&
      !NOT_MOVED.test(utterance.typed) &&
      words.some((word) => PLAIN_CHANGE.test(word)));
  const channel = isOld ? channels[1] : channels[0];
  const of = {
    ...(isOld && channels[0] && { channel: channels[0].id }),
    ...(oldTime && { time: oldTime }),
    ...(ofZone && zone && { zone }),
  };
  const days = WEEKDAYS.filter((day) => said.days.has(day) && !said.excepted.has(day));
  // "and on saturdays as well"
  const isMore =
    typedTime === undefined &&
    words.some((word, at) => (at === 0 ? /^(?:and|n|plus|including|incl)$/ : MORE).test(word) || MORE.test(word));
  const was = oldTime ?? spoken?.of?.time;
  const typed = (typedTime && said.times.get(typedTime)) ?? '';
  const isAfternoon =
    typedTime !== undefined &&
    (said.isEvening ||
      ((was ?? '') >= NOON &&
        (BARE_HOUR.test(typed) || isEitherHalf(typedTime, typed)) &&
        isNear(inTheAfternoon(typedTime), was)));
  const time = isAfternoon ? inTheAfternoon(typedTime) : typedTime;
  const isDoubtful = time !== undefined && isEitherHalf(time, typed) && !isNear(time, was) && !isOfMorning(text);
  const change: BriefEdit = {
    ...(time && { time }),
    ...(said.laterBy !== undefined && { laterBy: said.laterBy }),
    ...(said.recurrence && { recurrence: said.recurrence }),
    ...(said.isWeekly && !said.recurrence && days.length === 0 && { isWeekly: true as const }),
    ...(days.length > 0 && { [isMore ? 'also' : 'days']: days }),
    ...(said.excepted.size > 0 &&
      said.days.size === 0 && { without: WEEKDAYS.filter((day) => said.excepted.has(day)) }),
    ...(zone && !ofZone && { zone }),
    ...(channel && { channel: channel.id }),
    ...(said.level !== undefined && { level: said.level }),
    ...(said.onClosed && { onClosed: said.onClosed }),
    ...(said.onStale && { onStale: said.onStale }),
  };
  // "an hour earlier on fridays", "the same for sydney as well": each has one time and one zone
  if ((said.laterBy !== undefined && days.length > 0) || (isMore && zone && !ofZone && words.includes('same')))
    return unclearBrief('brief-second', utterance.typed);
  const isOnlyThen = change.days !== undefined || change.recurrence?.kind === 'once';
  // "tomorrow" leaves no other day to a brief of every week
  const isSurely =
    change.recurrence?.kind !== 'once' ||
    spoken === undefined ||
    spoken.day !== undefined ||
    words.some((word) => ONLY.test(word) || PLAIN_CHANGE.test(word));
  if (isOnlyThen && typedTime === undefined && (!isSurely || ABSENT.test(words.join(' '))))
    return unclearBrief('brief-change', utterance.typed);
  // "move tomorrow's to 8:15": a brief of every week has one time
  if (change.recurrence?.kind === 'once' && (typedTime ?? said.laterBy) !== undefined && spoken?.day === undefined)
    return unclearBrief('brief-second', utterance.typed);
  if (said.isOpenEnded && typedTime === undefined) return unclearBrief('brief-change', utterance.typed);
  if (said.days.size > 0 && days.length === 0) return unclearBrief('not-a-brief', utterance.typed);
  if (Object.keys(change).length === 0 && said.zoneDoubt === undefined) return undefined;
  const read = { kind: 'brief', do: 'change', ...change, ...whichOf(said, of, spoken) } as const;
  if (said.zoneDoubt) return zoneAsked(said.zoneDoubt, isDoubtful ? undefined : read);
  return isDoubtful ? halfAsked(typed, read) : read;
};

const PUT_BACK = phraseTable(tables.putBack);

/** `put it back how it was`: what was changed last is as before. */
export const putBackIn = (
  { words }: BriefText,
  of: SpokenBrief | undefined,
): Extract<BriefEffect, { do: 'change' }> | undefined => {
  const to = words.flatMap((_, at) => phraseAt(PUT_BACK, words, at)?.to ?? []).at(-1);
  if (of?.did !== 'change' || !of.was || to === undefined || !words.slice(to).every((word) => QUIET.has(word)))
    return undefined;
  const now = of.of as Readonly<Record<string, string>> | undefined;
  const back = Object.entries(of.was).filter(([part, value]) => value !== undefined && value !== now?.[part]);
  return back.length > 0
    ? { kind: 'brief', do: 'change', ...Object.fromEntries(back), ...(now && { of: { ...now } }) }
    : undefined;
};
