import { MEETINGS } from '../fed/index.ts';
import type { IsoDate } from '../units.ts';
import type { DayReference } from './day-reference.ts';
import { dayAt, daysAt } from './read-days.ts';
import { type BriefText, phraseAt, phraseTable, skipping, typedText, wordSet } from './read-text.ts';
import { timeAt } from './read-times.ts';
import { zoneAt } from './read-zones.ts';
import type { RequestedRecurrence } from './recurrence.ts';
import words from './words.json' with { type: 'json' };

/** Which days are meant, among words, up to the word `to`. */
export interface RecurrenceRead {
  readonly on: RequestedRecurrence;
  readonly to: number;
}

const { monthDays, secondWeek, fedDay, dayBefore, dayAfter, dayOf } = words.recurrence;
const anchored = (pattern: string): RegExp => new RegExp(`^${pattern}(?= |$)`);

const OTHER_OF_MONTH = anchored(monthDays.other);
/** `every second`, before the days themselves. */
const SECOND = anchored(secondWeek.before);
const PATTERNS: readonly (readonly [RegExp, RequestedRecurrence])[] = [
  [anchored(monthDays.first), { kind: 'month', which: 'first' }],
  [anchored(monthDays.last), { kind: 'month', which: 'last' }],
  [anchored(secondWeek.weeks), { kind: 'second-week' }],
  [anchored(`(?:${dayBefore} ${fedDay}|(?:on )?(?:the )?(?:fed|fomc) eve)`), { kind: 'fed', day: 'before' }],
  [anchored(`(?:${dayOf} ${fedDay}|${words.recurrence.fedDays})`), { kind: 'fed', day: 'same' }],
];

/** So many words are looked at. */
const MOST_WORDS = 14;

/** How many words a pattern takes from the words of a text; 0 where they do not begin so. */
const taken = (pattern: RegExp, said: string): number => {
  const found = pattern.exec(said)?.[0];
  return found ? found.split(' ').length : 0;
};

/** `9 dec` and `2026-12-09`; neither `9/12`, whose month is not sure, nor a month alone. */
const DATED = /\d{4}-\d\d-\d\d|\d.*\p{L}|\p{L}.*\d/u;
const ONCE = phraseTable({ once: words.recurrence.once });
/** Whether `just the once` is said, and the like. */
export const isOnce = ({ words: all }: BriefText): boolean => all.some((_, at) => phraseAt(ONCE, all, at));
const NEXT = /^(?:next|this|coming)$/;

/** `7.30` may be a day of July. */
const isTime = (text: BriefText, at: number, to: number): boolean => {
  const time = timeAt(text, at);
  return time !== undefined && time.kind !== 'no-such-time' && time.to === to;
};

/** `9 dec`, `tomorrow`, `next friday`, `once on friday`: one day; a weekday alone is one again and again. */
const onceAt = (text: BriefText, at: number): RecurrenceRead | undefined => {
  const { words: all, utterance } = text;
  const start = phraseAt(ONCE, all, at)?.to ?? at;
  const day = dayAt(text, start);
  if (zoneAt(text, start)?.kind === 'zone') return undefined;
  if (day === undefined || /days$/.test(all[day.to - 1] ?? '') || isTime(text, start, day.to)) return undefined;
  const typed = utterance.typed.slice(utterance.tokens[start]?.start, utterance.tokens[day.to - 1]?.end);
  const said = all.slice(start, day.to);
  const isWeekday = typeof day.until === 'object' && 'weekday' in day.until;
  const isNamed = isWeekday || (typeof day.until === 'object' && 'inDays' in day.until) || DATED.test(typed);
  if (!isNamed || said.join(' ').endsWith('next week') || /^(?:every|each)$/.test(all[at - 1] ?? '')) return undefined;
  const isOne = isOnce(text) || said.some((word) => NEXT.test(word));
  const isOfEachMonth =
    /^(?:of|each|every)$/.test(all[day.to] ?? '') && typeof day.until === 'object' && 'day' in day.until;
  return (isWeekday && !isOne) || isOfEachMonth ? undefined : { on: { kind: 'once', on: day.until }, to: day.to };
};

/** Reads the recurrence that begins at a word: `the first business day of the month`, `every second`, `the day before the fed`. */
export const recurrenceAt = (text: BriefText, at: number): RecurrenceRead | undefined => {
  const said = text.words.slice(at, at + MOST_WORDS).join(' ');
  for (const [pattern, on] of PATTERNS) {
    const count = taken(pattern, said);
    if (count > 0) return { on, to: at + count };
  }
  const before = taken(SECOND, said);
  if (before > 0 && daysAt(text, at + before)) return { on: { kind: 'second-week' }, to: at + before };
  return onceAt(text, at);
};

const AFTER_FED = anchored(`${dayAfter} ${fedDay}`);
/** Where `just the once` ends, or `day after fomc`, of a day that is said elsewhere. */
export const onceTo = (text: BriefText, at: number): number | undefined => {
  const count = taken(AFTER_FED, text.words.slice(at, at + MOST_WORDS).join(' '));
  const to = count > 0 ? at + count : phraseAt(ONCE, text.words, at)?.to;
  return to !== undefined && text.words.some((_, day) => day !== at && onceAt(text, day)) ? to : undefined;
};

/** Whether a word is part of `the day before the fed`: there it is of no rate and no note. */
export const isOfFedDay = (text: BriefText, at: number): boolean =>
  text.words.some((_, from) => {
    const read = from <= at ? recurrenceAt(text, from) : undefined;
    return from <= at && ((read?.on.kind === 'fed' ? read.to : undefined) ?? onceTo(text, from) ?? 0) > at;
  });

/** Where a business day of the month ends that is neither the first nor the last: no brief comes so. */
export const otherDayTo = (text: BriefText, at: number): number | undefined => {
  const count = taken(OTHER_OF_MONTH, text.words.slice(at, at + MOST_WORDS).join(' '));
  return count > 0 ? at + count : undefined;
};

/** Whether `weekly` or `every week` ends at a word; neither `next week` nor `the weekly one` says how often. */
export const isEveryWeek = ({ words: all }: BriefText, at: number): boolean => {
  const before = all[at - 1] ?? '';
  if (all[at] === 'weekly') return !/^(?:the|my|our|your|this)$/.test(before);
  return all[at] === 'week' && /^(?:every|each)$/.test(before);
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const UNTIL_FED = new RegExp(words.recurrence.untilFed, 'i');

/** `til after the december fomc`, `until the fed meets`: with the date of that meeting, or the day behind it. */
export const withFedDate = (text: BriefText, today: IsoDate | undefined): BriefText => {
  const { typed } = text.utterance;
  const [said, lead = '', ofFed, ofMonth, met] = UNTIL_FED.exec(typed) ?? [];
  if (said === undefined || today === undefined) return text;
  const number = MONTHS.indexOf((ofFed ?? ofMonth)?.slice(0, 3).toLowerCase() ?? '') + 1;
  const meeting = MEETINGS.find(
    ({ decision }) => decision >= today && (number === 0 || Number(decision.slice(5, 7)) === number),
  );
  const isBehind = met !== undefined && !/after/i.test(lead);
  const plain = /^wait/i.test(lead) ? 'pause until' : lead;
  return meeting ? typedText(typed.replace(said, `${plain}${isBehind ? ' after' : ''} ${meeting.decision}`)) : text;
};

const THE = wordSet('the');
const STARTS = wordSet(words.recurrence.starts);

/** `from tomorrow`, `starting next monday`: the day on which a brief is to come first. */
export const beginsAt = (
  text: BriefText,
  at: number,
): { readonly isNext: boolean; readonly to: number } | undefined => {
  const day =
    STARTS.has(text.words[at] ?? '') && !daysAt(text, at) ? dayAt(text, skipping(THE, text.words, at + 1)) : undefined;
  return day && { isNext: typeof day.until === 'object' && 'inDays' in day.until, to: day.to };
};

/** The day from which every second week is counted: `starting 14 december`. */
export const startAt = (
  text: BriefText,
  at: number,
): { readonly from: DayReference; readonly to: number } | undefined => {
  const day = STARTS.has(text.words[at] ?? '') ? dayAt(text, at + 1) : undefined;
  return day && { from: day.until, to: day.to };
};
