import { type IsoDate, isIsoDate } from '../../units.ts';

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

/** A day without its year, and how many words say it. */
export interface DayOfYear {
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly length: number;
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads the day that begins at a word: `1 dec`, `1st of december`, `dec 1`.
 * @param words in lower case, commas gone
 * @returns undefined where none begins there, or the month has no such day
 */
export const dayOfYearAt = (words: readonly string[], at: number): DayOfYear | undefined => {
  const first = words[at] ?? '';
  const of = words[at + 1] === 'of' ? 1 : 0;
  const second = words[at + 1 + of] ?? '';
  const isDayFirst = DAY.test(first);
  const [dayWord, monthWord] = isDayFirst ? [first, second] : [second, first];
  const month = monthOf(monthWord);
  const day = Number(DAY.exec(dayWord)?.[1]);
  if (month === undefined || (of === 1 && !isDayFirst)) return undefined;
  const isInMonth = day >= 1 && day <= (DAYS_IN_MONTH[month - 1] as number);
  return isInMonth ? { month, day, length: 2 + of } : undefined;
};

/** A month or a year as a day to start from: its first. */
export interface PeriodStart {
  readonly date: IsoDate;
  readonly length: number;
}

const YEAR_AND_MONTH = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;
const START_OF = /^(?:the )?(?:start|beginning) of /;

/**
 * Reads the month or year that begins at a word: `july 2024`, `2024-07`, `2023`, `the start of 2024`.
 * @param words in lower case, commas gone
 * @returns undefined where none begins there
 */
export const periodStartAt = (words: readonly string[], at: number): PeriodStart | undefined => {
  const lead =
    START_OF.exec(words.slice(at, at + 4).join(' '))?.[0]
      .trim()
      .split(' ').length ?? 0;
  const [first = '', second = ''] = words.slice(at + lead);
  if (YEAR_AND_MONTH.test(first)) return { date: `${first}-01` as IsoDate, length: lead + 1 };
  if (YEAR.test(first)) return { date: `${first}-01-01` as IsoDate, length: lead + 1 };
  const month = monthOf(first);
  if (month === undefined || !YEAR.test(second)) return undefined;
  return { date: `${second}-${padded(month)}-01` as IsoDate, length: lead + 2 };
};
