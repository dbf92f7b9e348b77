import { addDays } from '../calendar/index.ts';
import { type DayReference, WEEKDAYS, type Weekday } from './day-reference.ts';
import { type BriefText, numberTable, phraseAt, phraseTable, shown, skipping, wordSet } from './read-text.ts';
import words from './words.json' with { type: 'json' };

/** Days of the week among words, up to the word `to`. */
export interface DaysRead {
  readonly days: readonly Weekday[];
  readonly to: number;
  /** `trading days`: those without exchange holidays. */
  readonly isTrading?: true;
  /** `daily`: days that are named elsewhere count more. */
  readonly isEvery?: true;
  /** `fridays`, `weekends`: again and again, and not one day. */
  readonly isHabit?: true;
}

const BY_NAME: ReadonlyMap<string, Weekday> = phraseTable(words.weekdayNames);

const MONDAY_TO_FRIDAY = WEEKDAYS.slice(0, 5);
const GROUPS = phraseTable(words.dayGroups);
const DAYS_OF: Readonly<Record<'mwf' | 'tuth' | 'week' | 'trading' | 'weekend' | 'every', readonly Weekday[]>> = {
  mwf: ['mon', 'wed', 'fri'],
  tuth: ['tue', 'thu'],
  week: MONDAY_TO_FRIDAY,
  trading: MONDAY_TO_FRIDAY,
  weekend: WEEKDAYS.slice(5),
  every: WEEKDAYS,
};
const RANGE_WORDS = wordSet('to through thru till until - –');

/** From one weekday to another, both counted; `fri-mon` goes over the weekend. */
const daysFrom = (from: Weekday, to: Weekday): readonly Weekday[] => {
  const [first, last] = [WEEKDAYS.indexOf(from), WEEKDAYS.indexOf(to)];
  const count = ((last - first + WEEKDAYS.length) % WEEKDAYS.length) + 1;
  return Array.from({ length: count }, (_, step) => WEEKDAYS[(first + step) % WEEKDAYS.length] as Weekday);
};

/** `mon-fri`, `mon to fri`, `from monday through thursday`. */
const rangeAt = ({ words, utterance: { typed, tokens } }: BriefText, at: number): DaysRead | undefined => {
  const start = words[at] === 'from' ? at + 1 : at;
  const from = BY_NAME.get(words[start] ?? '');
  if (!from) return undefined;
  const isJoined = /^[-\u2010\u2011\u2212\uff0d]$/.test(
    typed.slice(tokens[start]?.end ?? 0, tokens[start + 1]?.start ?? 0),
  );
  const last = isJoined ? start + 1 : RANGE_WORDS.has(words[start + 1] ?? '') ? start + 2 : -1;
  const to = BY_NAME.get(words[last] ?? '');
  return to && { days: daysFrom(from, to), to: last + 1 };
};

/** `mondays`: again and again, where it is not `monday's one`. */
export const isPluralDay = ({ words }: BriefText, at: number): boolean =>
  /days$/.test(words[at] ?? '') &&
  !/^(?:one|brief|briefing|note|post|update|message|digest)$/.test(words[at + 1] ?? '');

/** Reads the days that begin at a word: `mon`, `mon-fri`, `weekdays`, `every day`. */
export const daysAt = (text: BriefText, at: number): DaysRead | undefined => {
  const { words } = text;
  const range = rangeAt(text, at);
  if (range) return range;
  const group = phraseAt(GROUPS, words, at);
  if (group) {
    const isTrading = group.value === 'trading' && { isTrading: true as const };
    const isEvery = group.value === 'every' && { isEvery: true as const };
    return { days: DAYS_OF[group.value], to: group.to, isHabit: true, ...isTrading, ...isEvery };
  }
  // tue&thu is one word
  const days = (words[at] ?? '').split('&').map((name) => BY_NAME.get(name));
  const isHabit = isPluralDay(text, at) && { isHabit: true as const };
  return days.every((day) => day !== undefined) ? { days, to: at + 1, ...isHabit } : undefined;
};

const EXCEPT = wordSet('not except excluding without bar no but skip skipping minus excl ex apart');
const ON = wordSet('on for the from every any brief');
const OF_DAYS = /^(?:(?:week)?days?|wkdays?|daily|everyday|mornings?|week|weeks)$/;
const OUT = phraseTable(words.daysOut);
const AND = /^(?:or|and|nor|n|,|\/|&)$/;

/** `not on fridays`, `except friday`: days that are left out. */
export const exceptedDaysAt = (text: BriefText, at: number): DaysRead | undefined => {
  const { words } = text;
  const start = skipping(EXCEPT, words, at);
  // "every weekday but friday", and "at 8 but friday at 9"
  const isHead = start > at && !(words[at] === 'but' && start === at + 1 && !OF_DAYS.test(words[at - 1] ?? ''));
  let read = daysAt(text, skipping(ON, words, start));
  // "not on thursdays or fridays", "saturday sunday not required"
  for (let next = read; read && next; ) {
    const to: number = AND.test(words[read.to] ?? '') ? skipping(ON, words, read.to + 1) : isHead ? -1 : read.to;
    next = to < 0 ? undefined : daysAt(text, to);
    if (next) read = { days: [...read.days, ...next.days], to: next.to };
  }
  if (!read || isHead) return isHead ? read : undefined;
  const out = phraseAt(OUT, words, read.to);
  return out && start === at ? { days: read.days, to: out.to } : undefined;
};

/** The day on which briefs come again, up to the word `to`; or words that should say it and do not. */
export type UntilRead =
  | { readonly kind: 'until'; readonly until: DayReference; readonly to: number }
  /** `until further notice`. */
  | { readonly kind: 'no-end'; readonly to: number }
  | { readonly kind: 'no-such-day'; readonly words: string };

const UNTIL = wordSet('until till til untill unti back through thru');
const FILLERS = wordSet('the next this on a following');
const BEFORE_DATE = wordSet('the , on');
const COUNTS = numberTable(words.hours);
const DAYS_IN = numberTable(words.daysIn);
const MOST_DAYS = 366;
const MOST_SHOWN = 5;
const LONGEST_MONTH = 31;
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days that come from today: `until tomorrow`, and how long `for today` and the like last. */
const NAMED_DAYS: ReadonlyMap<string, DayReference> = new Map<string, DayReference>([
  ['tomorrow', { inDays: 1 }],
  ['next week', { weekday: 'mon' }],
  ...['new year', 'the new year', 'new years', 'new yr', 'new yrs', 'new yrs day', 'new year day', 'new years day'].map(
    (word) => [word, { month: 1, day: 1 }] as const,
  ),
  ...['new year eve', 'new years eve'].map((word) => [word, { month: 12, day: 31 }] as const),
]);
const HOLIDAYS = /christmas|xmas|new ye?a?r|boxing|halloween/i;
const LASTING: ReadonlyMap<string, DayReference> = new Map<string, DayReference>([
  ['today', { inDays: 1 }],
  ['this week', { weekday: 'mon' }],
  ['the rest of the week', { weekday: 'mon' }],
]);

/** `for a week`, `for 3 days`, behind `for`. */
export const daysFor = ({ words }: BriefText, at: number): UntilRead | undefined => {
  const lasting = phraseAt(LASTING, words, at);
  if (lasting) return { kind: 'until', until: lasting.value, to: lasting.to };
  const place = skipping(wordSet('the next'), words, at);
  const word = words[place] ?? '';
  const count = word === 'a' ? 1 : /^\d{1,3}$/.test(word) ? Number(word) : (COUNTS.get(word) ?? 0);
  const days = count * (DAYS_IN.get(words[place + 1] ?? '') ?? 0);
  return days >= 1 && days <= MOST_DAYS ? { kind: 'until', until: { inDays: days }, to: place + 2 } : undefined;
};

/** The day that begins at a word: a date, a day of the year, a weekday, or tomorrow. */
export const dayAt = (text: BriefText, at: number): { until: DayReference; to: number } | undefined => {
  const { words, utterance } = text;
  const named = phraseAt(NAMED_DAYS, words, at);
  if (named) return { until: named.value, to: named.to };
  const begin = skipping(FILLERS, words, at);
  const weekday = BY_NAME.get(words[begin] ?? '');
  const dates = utterance.slots.flatMap((slot) =>
    slot.kind === 'date' ? [slot] : slot.kind === 'span' ? [slot.since, slot.until] : [],
  );
  const dateAt = (from: number) => dates.find((date) => date?.from === from && date.day !== undefined);
  // "fri the 11th of december" is that date
  const behind = skipping(BEFORE_DATE, words, begin + 1);
  const place = weekday && dateAt(behind) ? behind : begin;
  const slot = dates.find((date) => date?.from === place);
  // a holiday may be on another day each year
  const typed = shown(text, place, slot?.to ?? place);
  const isPlain = /\d/.test(typed) || HOLIDAYS.test(typed) || (slot?.day === undefined && slot !== undefined);
  // "til jan 11" is of no year that has been
  const isDayOrYear = slot?.isAmbiguous === true && slot.day !== undefined && /^\p{L}+\.? \d+$/u.test(typed);
  const isSure = slot && !slot.isImpossible && (!slot.isAmbiguous || isDayOrYear);
  if (slot && isSure && isPlain && (slot.edge ?? slot.said) === undefined) {
    const { date, month, day = 1, year, to } = slot;
    const isDay = month !== undefined && day <= (LONGEST_MONTHS[month - 1] as number);
    if (date !== undefined) return { until: date, to };
    if (isDay && (year === undefined || isDayOrYear) && slot.weekday === undefined)
      return { until: { month, day }, to };
  }
  if (weekday) {
    const isLater = words[place + 1] === 'week';
    return { until: { weekday, ...(isLater && { weeksLater: 1 }) }, to: place + (isLater ? 2 : 1) };
  }
  const isOfMonth = /^(?:st|nd|rd|th)$/.test(words[place + 1] ?? '') && utterance.tokens[place + 1]?.isGlued;
  const ofMonth = isOfMonth ? Number(words[place]) : 0;
  return ofMonth >= 1 && ofMonth <= LONGEST_MONTH ? { until: { day: ofMonth }, to: place + 2 } : undefined;
};

/** `until after christmas`: the day behind it. */
const dayBehind = (day: DayReference): DayReference => {
  if (typeof day === 'string') return addDays(day, 1);
  if ('inDays' in day) return { inDays: day.inDays + 1 };
  if ('weekday' in day) {
    const next = (WEEKDAYS.indexOf(day.weekday) + 1) % WEEKDAYS.length;
    return { ...day, weekday: WEEKDAYS[next] as Weekday };
  }
  if (!('month' in day)) return day.day < LONGEST_MONTH ? { day: day.day + 1 } : { day: 1 };
  const isLast = day.day >= (LONGEST_MONTHS[day.month - 1] as number);
  return isLast ? { month: (day.month % 12) + 1, day: 1 } : { month: day.month, day: day.day + 1 };
};

const MOST_NAMED = 4;

/** `till after cny, 18 feb`: the date of what is named. */
const datedBehind = (text: BriefText, at: number): ReturnType<typeof dayAt> => {
  const sign = text.words.slice(at, at + MOST_NAMED).findIndex((word) => /^[,(]$/.test(word));
  return sign > 0 ? dayAt(text, at + sign + 1) : undefined;
};

/** Reads the end of a pause that begins at a word: `until 2026-12-01`, `until 1 dec`, `till monday`, `for a week`. */
export const untilAt = (text: BriefText, at: number, isBack = false): UntilRead | undefined => {
  const { words } = text;
  const lasting = phraseAt(LASTING, words, at);
  if (lasting) return { kind: 'until', until: lasting.value, to: lasting.to };
  const unread: UntilRead = { kind: 'no-such-day', words: shown(text, at, at + MOST_SHOWN) };
  if (words[at] === 'for') return daysFor(text, at + 1) ?? unread;
  // no pause begins later
  if (!isBack && /^(?:from|between)$/.test(words[at] ?? '') && dayAt(text, at + 1)) return unread;
  // "nothing before 11 january"
  const isUntil =
    UNTIL.has(words[at] ?? '') ||
    (words[at] === 'before' &&
      dayAt(text, at + 1) &&
      words.slice(0, at).some((word) => /^(?:no|nothing|none|not)$/.test(word)));
  if (isBack ? !/^(?:on|from|after)$/.test(words[at] ?? '') : !isUntil) return undefined;
  const isEnd = !/^(?:back|through|thru)$/.test(words[at] ?? '');
  const start = words[at] === 'after' ? at : skipping(wordSet('on from to'), words, at + 1);
  const isBehind = words[start] === 'after';
  const named = dayAt(text, isBehind ? start + 1 : start);
  const dated = named ? undefined : datedBehind(text, start);
  // "after xmas, say the 28th"
  const exact =
    named && /^, (?:say|so|ie)$/.test(words.slice(named.to, named.to + 2).join(' ')) && dayAt(text, named.to + 2);
  if (exact) return { kind: 'until', ...exact };
  const day = named && isBehind ? { ...named, until: dayBehind(named.until) } : (named ?? dated);
  if (day) return { kind: 'until', ...day };
  // "until then", where the day is said elsewhere; "until further notice"
  const isOpen = /^(?:then|further)$/.test(words[at + 1] ?? '');
  if (isEnd && isOpen) return { kind: 'no-end', to: skipping(wordSet('then further notice'), words, at + 1) };
  return isEnd ? unread : undefined;
};
