import {
  addDays,
  closuresBetween,
  dateFrom,
  nextSession,
  previousSession,
  weekdayOf,
  yearOf,
} from '../../calendar/index.ts';
import {
  type DateSlot,
  firstWordOf,
  lexiconOf,
  marked,
  type Place,
  phrasesOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { dayNamed } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { CalendarAsked, FedQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

/** Words by which the calendar of the exchange is asked. */
const EXCHANGE = lexiconOf(words.exchange);

export interface CalendarReading {
  readonly calendar: CalendarAsked;
  readonly name: string;
  /** True where a meeting of the Fed's is named, or was spoken of before: `2027 dates` may be others. */
  readonly isNamed: boolean;
  readonly places: readonly Place[];
}

export const LONGEST_BARE = 5;

/** Days and months that a text names, whether or not as an end of a span. */
export const datesNamed = (utterance: Utterance): readonly DateSlot[] => [
  ...slotsOf(utterance, 'date'),
  ...slotsOf(utterance, 'span').flatMap(({ since, until }) => since ?? until ?? []),
];

/** The next month of that name, or the one of a year that is said: `2027-04`. */
export const monthNamed = (
  { month = 1, year }: { readonly month?: number | undefined; readonly year?: number | undefined },
  today: IsoDate,
): string => {
  const name = String(month).padStart(2, '0');
  return `${year ?? (name >= today.slice(5, 7) ? yearOf(today) : yearOf(today) + 1)}-${name}`;
};

/** The year of the next such month. */
const yearAhead = ({ month = 1 }: DateSlot, today: IsoDate): number =>
  yearOf(today) + Number(month < Number(today.slice(5, 7)));

/** `the 24th`: a day of no month that is said. */
export const ordinalAlone = (
  { words: said }: Utterance,
  dates: readonly DateSlot[],
): (Place & { day: number }) | undefined => {
  const at = said.findIndex(
    (word, place) =>
      /^\d{1,2}(?:st|nd|rd|th)$/.test(`${said[place - 1]}${word}`) &&
      !dates.some(({ from, to, day }) => day !== undefined && from < place && place <= to),
  );
  return at > 0 ? { day: Number(said[at - 1]), from: at - 1, to: at + 1 } : undefined;
};

/** The next such day of a month, from today on. */
export const nextSuch = (day: number, today: IsoDate): IsoDate | undefined =>
  Array.from({ length: 62 }, (_, ahead) => addDays(today, ahead)).find((one) => Number(one.slice(8)) === day);

const [OF_HOURS, REOPENS, NEXT_SHUT, BESIDE_DAY] = [
  /^(?:(?:and|so|ok|or|is (?:it|that)|a|just|does it|til|till|until) )*(?:half(?: a)?(?: day)?|full day|normal(?: day| hours)?|early(?: close)?|(?:what|which) time.*|how late|until when|till when|close early|short(?: day| one)?|hours)\W*$/,
  /\b(?:reopen|open again|back open|next (?:session|trading day|open day))\b/,
  /^(?:(?:and|so|ok|whats|what is|when is|the) )*(?:next (?:one|holiday|closure)|one after)(?: (?:after )?(?:that|it))?\W*$/,
  /^(?:(?:and|so|ok|what about|how about) )*(?:the )?(day|session) (before|after)(?: (?:that|it))?\W*$/,
];

/** `half day?`, `and the day after`, `when do they reopen`, behind a day of the exchange. */
const behindSession = ({ joined }: Utterance, { on }: CalendarAsked): CalendarAsked | undefined => {
  const day = on && isoDate(on);
  if (!day) return undefined;
  const [, unit, side] = BESIDE_DAY.exec(joined) ?? [];
  const next = nextSession(day);
  if (side) {
    const other = side === 'before' ? previousSession(day) : next;
    const session = other.kind === 'session' ? other.date : day;
    return { ask: 'session', on: unit === 'day' ? addDays(day, side === 'before' ? -1 : 1) : session };
  }
  if (OF_HOURS.test(joined)) return { ask: 'session', on: day };
  if (REOPENS.test(joined) && next.kind === 'session') return { ask: 'session', on: next.date };
  return NEXT_SHUT.test(joined) ? { ask: 'closures' } : undefined;
};

/** `is the market open on christmas eve`, `next market holiday`, `when is nyse shut in 2027`. */
export const exchangeAsked = (
  utterance: Utterance,
  today: IsoDate | undefined,
  before: FedQuestion | undefined,
): CalendarReading | undefined => {
  const { all, of, has } = phrasesOf(utterance, EXCHANGE);
  const shown = /^(?:session|closures)$/.test(before?.calendar?.ask ?? '') ? before?.calendar : undefined;
  const behind = shown?.ask === 'session' && behindSession(utterance, shown);
  if (behind)
    return {
      calendar: behind,
      name: 'New York’s sessions',
      isNamed: true,
      places: [wholeOf(utterance), ...utterance.slots],
    };
  const ordinal = shown && utterance.words.length <= LONGEST_BARE && ordinalAlone(utterance, datesNamed(utterance));
  const isNext = shown !== undefined && (datesNamed(utterance).length > 0 || ordinal !== undefined);
  const isHoliday = (has('eve') || has('name')) && has('shut') && marked(utterance, 'index').length === 0;
  const isOurs = has('strong') || (has('subject') && has('shut')) || isHoliday || isNext;
  const isAsked =
    of('ask').some(({ from }) => from === firstWordOf(utterance) || utterance.words[from - 1] === ',') ||
    utterance.words.length <= (isHoliday || isNext ? LONGEST_BARE + 2 : LONGEST_BARE) ||
    utterance.typed.trim().endsWith('?');
  if (!today || !isOurs || !isAsked || has('not') || marked(utterance, 'brief').length > 0) return undefined;
  const dates = datesNamed(utterance);
  const dated = dates.find(({ month }) => month !== undefined);
  // "dec 24" is a day
  const month = dated && monthNamed({ ...dated, ...(dated.isAmbiguous && { year: yearAhead(dated, today) }) }, today);
  const year = dates.find((slot) => slot.year && !slot.month)?.year;
  const [named] = of('name');
  const isNextYear = dates.some(({ said }) => said === 'next year');
  const isOver = utterance.words.includes('was') || dates.some(({ said }) => said === 'this year');
  const coming = closuresBetween(dateFrom(year ?? yearOf(today) + Number(isNextYear), 1, 1), dateFrom(2100, 1, 1));
  const holiday =
    named &&
    coming.find(({ on, name }) => name.startsWith(named.value) && (year !== undefined || isOver || on >= today))?.on;
  const weekday = dates.find((slot) => slot.weekday)?.weekday;
  const ahead = utterance.words.includes('tomorrow') ? 1 : weekday && (weekday - weekdayOf(today) + 7) % 7;
  const isToday = utterance.words.some((word) => /^(?:today|now|tomorrow)$/.test(word));
  const ofMonth = dated?.day ? isoDate(`${month}-${String(dated.day).padStart(2, '0')}`) : undefined;
  // "shut the 24th", "boxing day, the mon 28th"
  const nth = ordinalAlone(utterance, dates);
  const ofNth = nth && nextSuch(nth.day, today);
  // "open the day after xmas"
  const shift = /\bday (after|before) (?!thanks|turkey|tomorrow)/.exec(utterance.joined)?.[1];
  const beside = shift && !ofNth ? (holiday ?? ofMonth) : undefined;
  const day =
    (beside && addDays(beside, shift === 'after' ? 1 : -1)) ??
    ofNth ??
    holiday ??
    ofMonth ??
    (isToday || ahead !== undefined ? addDays(today, ahead ?? 0) : undefined);
  const calendar: CalendarAsked = day
    ? { ask: 'session', on: day }
    : { ask: 'closures', ...(month ? { month } : (year ?? isNextYear) && { year: year ?? yearOf(today) + 1 }) };
  const name = day ? `New York’s session of ${dayNamed(day)}` : 'Days New York is shut';
  const at = utterance.slots.filter(({ kind }) => kind === 'date' || kind === 'span' || kind === 'who');
  return {
    calendar,
    name,
    isNamed: true,
    places: [...all, ...at, ...(nth ? [nth] : []), ...marked(utterance, 'market')],
  };
};
