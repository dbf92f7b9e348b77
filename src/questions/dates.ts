import { type IsoDate, isIsoDate } from '../units.ts';

/** A date among words, or words that look like one and are none: `30 feb 2024`. */
export type DateRead =
  | { readonly kind: 'date'; readonly date: IsoDate; readonly length: number }
  | { readonly kind: 'no-such-date'; readonly words: string; readonly length: number };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6})\.?$/;
const FULL =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|sept|[a-z]{3})\.?$/;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const YEAR = /^(?:19|20)\d\d$/;
/** Year first, with any of the usual signs between. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
/** Slashes with the year last: day and month cannot be told apart, so a person is asked. */
export const EITHER_WAY = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/;

const monthOf = (word: string): number | undefined => {
  const short = FULL.test(word) ? MONTH.exec(word)?.[1] : undefined;
  return short === undefined ? undefined : MONTHS.indexOf(short) + 1;
};

const padded = (value: number): string => String(value).padStart(2, '0');

const dated = (year: string, month: number, day: number, words: string, length: number): DateRead => {
  const text = `${year}-${padded(month)}-${padded(day)}`;
  return isIsoDate(text) ? { kind: 'date', date: text, length } : { kind: 'no-such-date', words, length };
};

/**
 * Reads the date that begins at a word: `2024-07-09`, `9 jul 2024`, `9th of july 2024`, `july 9 2024`.
 * @param words in lower case, commas gone
 * @returns undefined where no date begins there
 */
export const dateAt = (words: readonly string[], at: number): DateRead | undefined => {
  const first = words[at] ?? '';
  const iso = YEAR_FIRST.exec(first);
  if (iso) return dated(iso[1] as string, Number(iso[2]), Number(iso[3]), first, 1);
  const of = words[at + 1] === 'of' ? 1 : 0;
  const [second = '', third = ''] = words.slice(at + 1 + of);
  const isDayFirst = DAY.test(first) && monthOf(second) !== undefined;
  const isMonthFirst = monthOf(first) !== undefined && DAY.test(second) && of === 0;
  if (!(isDayFirst || isMonthFirst) || !YEAR.test(third)) return undefined;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  const said = `${first} ${second} ${third}`;
  return dated(third, monthOf(month) as number, Number(DAY.exec(day)?.[1]), said, 3 + of);
};
