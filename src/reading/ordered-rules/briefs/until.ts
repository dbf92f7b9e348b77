import type { DayReference } from '../../../brief/index.ts';
import type { IsoDate } from '../../../units.ts';
import { dateAt, dayOfYearAt } from '../dates.ts';
import { spelledNumber } from '../number-words.ts';
import { wordSet } from '../tokens.ts';
import { weekdayNamed } from './days.ts';

/** The day on which briefs come again, among words; or words that should say it and do not. */
export type UntilRead =
  | { readonly kind: 'until'; readonly until: DayReference; readonly length: number }
  | { readonly kind: 'no-such-day'; readonly words: string };

const UNTIL = wordSet('until till til');
const FILLERS = wordSet('the next this on a');
const DAYS_IN: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['days', 1],
  ['week', 7],
  ['weeks', 7],
]);
const MOST_DAYS = 366;
const MOST_SHOWN = 5;

/** How many, as a digit or a word; `a week` is one. */
const countIn = (word: string): number | undefined => {
  if (word === 'a' || word === 'one') return 1;
  return /^\d{1,3}$/.test(word) ? Number(word) : spelledNumber([word])?.value;
};

/** `for a week`, `for 3 days`. */
const daysFor = (words: readonly string[], at: number): UntilRead | undefined => {
  const days = (countIn(words[at + 1] ?? '') ?? 0) * (DAYS_IN.get(words[at + 2] ?? '') ?? 0);
  const isCount = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  return isCount ? { kind: 'until', until: { inDays: days }, length: 3 } : undefined;
};

/** The day that begins at a word: a date, a day of the year, a weekday, or tomorrow. */
const dayAt = (words: readonly string[], at: number): { until: DayReference; length: number } | undefined => {
  const date = dateAt(words, at);
  if (date) return date.kind === 'date' ? { until: date.date as IsoDate, length: date.length } : undefined;
  const ofYear = dayOfYearAt(words, at);
  if (ofYear) return { until: { month: ofYear.month, day: ofYear.day }, length: ofYear.length };
  const word = words[at] ?? '';
  const weekday = weekdayNamed(word);
  if (weekday) return { until: { weekday }, length: 1 };
  return word === 'tomorrow' ? { until: { inDays: 1 }, length: 1 } : undefined;
};

/**
 * Reads the end of a pause that begins at a word: `until 2026-12-01`, `until 1 dec`, `until monday`, `for a week`.
 * @returns undefined where no word says that an end follows
 */
export const untilAt = (words: readonly string[], at: number): UntilRead | undefined => {
  const word = words[at] ?? '';
  const unread: UntilRead = { kind: 'no-such-day', words: words.slice(at, at + MOST_SHOWN).join(' ') };
  if (word === 'for') return daysFor(words, at) ?? unread;
  if (!UNTIL.has(word)) return undefined;
  const skipped = words.slice(at + 1).findIndex((one) => !FILLERS.has(one));
  const day = skipped < 0 ? undefined : dayAt(words, at + 1 + skipped);
  return day ? { kind: 'until', until: day.until, length: day.length + 1 + skipped } : unread;
};
