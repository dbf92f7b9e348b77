import { WEEKDAYS, type Weekday } from '../../../brief/index.ts';

/** Days of the week among words, and how many of them say it. */
export interface DaysRead {
  readonly days: readonly Weekday[];
  readonly length: number;
  /** `trading days`: those without exchange holidays. */
  readonly isTrading?: true;
}

const NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'mon monday',
  tue: 'tue tues tuesday',
  wed: 'wed weds wednesday',
  thu: 'thu thur thurs thursday',
  fri: 'fri friday',
  sat: 'sat saturday',
  sun: 'sun sunday',
};

const BY_NAME: ReadonlyMap<string, Weekday> = new Map(
  WEEKDAYS.flatMap((day) =>
    NAMES[day].split(' ').flatMap((name) => [[name, day] as const, [`${name}s`, day] as const]),
  ),
);

/** `monday`, `mondays`, `mon`. */
export const weekdayNamed = (word: string): Weekday | undefined => BY_NAME.get(word);

const MONDAY_TO_FRIDAY = WEEKDAYS.slice(0, 5);
const WEEKEND = WEEKDAYS.slice(5);

const plural = (...names: readonly string[]): readonly string[] => names.flatMap((name) => [name, `${name}s`]);
const GROUPS: ReadonlyMap<string, readonly Weekday[]> = new Map<string, readonly Weekday[]>([
  ...plural('weekday', 'week day', 'workday', 'work day', 'working day', 'business day').map(
    (name) => [name, MONDAY_TO_FRIDAY] as const,
  ),
  ...plural('weekend').map((name) => [name, WEEKEND] as const),
  ...[
    'daily',
    'everyday',
    'every day',
    'each day',
    'all days',
    'every single day',
    'every morning',
    'each morning',
  ].map((name) => [name, WEEKDAYS] as const),
]);
const TRADING = new Set(plural('trading day', 'market day', 'session day', 'trading session'));
const MOST_WORDS = 3;

const RANGE_SIGNS = new Set(['to', 'through', 'thru', 'till', 'until', '-']);

/** From one weekday to another, both counted; `fri-mon` goes over the weekend. */
const span = (from: Weekday, to: Weekday): readonly Weekday[] => {
  const [first, last] = [WEEKDAYS.indexOf(from), WEEKDAYS.indexOf(to)];
  const count = ((last - first + WEEKDAYS.length) % WEEKDAYS.length) + 1;
  return Array.from({ length: count }, (_, step) => WEEKDAYS[(first + step) % WEEKDAYS.length] as Weekday);
};

/** `mon-fri`, `mon to fri`, `from monday through thursday`. */
const rangeAt = (words: readonly string[], at: number): DaysRead | undefined => {
  const start = words[at] === 'from' ? at + 1 : at;
  const [one = '', other = '', ...more] = (words[start] ?? '').split('-');
  const [from, to] = [weekdayNamed(one), weekdayNamed(other)];
  if (from && to && more.length === 0) return { days: span(from, to), length: start - at + 1 };
  const last = weekdayNamed(words[start + 2] ?? '');
  if (!from || other !== '' || !last || !RANGE_SIGNS.has(words[start + 1] ?? '')) return undefined;
  return { days: span(from, last), length: start - at + 3 };
};

/**
 * Reads the days that begin at a word: `mon`, `mon/thu`, `mon-fri`, `weekdays`, `every day`.
 * @param words in lower case
 * @returns undefined where no day begins there
 */
export const daysAt = (words: readonly string[], at: number): DaysRead | undefined => {
  const range = rangeAt(words, at);
  if (range) return range;
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ');
    const group = GROUPS.get(phrase);
    if (group) return { days: group, length };
    if (TRADING.has(phrase)) return { days: MONDAY_TO_FRIDAY, length, isTrading: true };
  }
  const days = (words[at] ?? '').split('/').map(weekdayNamed);
  return days.every((day) => day !== undefined) ? { days, length: 1 } : undefined;
};
