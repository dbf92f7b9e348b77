import { addDays, dateBack, dateFrom, monthsBefore, yearOf } from '../../calendar/index.ts';
import type { Place } from '../../language/index.ts';
import { backOf } from '../../periods/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import type { RotationQuestion } from './question.ts';
import { isoDateOf, isPeriod } from './read-parts.ts';
import type { RotationWords } from './read-said.ts';

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY_BESIDE = /\bthe (sunday|monday|tuesday|wednesday|thursday|friday|saturday) (before|after)(?: that)?\b/;
const LENGTH_BEFORE = /\bthe (?:\w+ )?(?:days|weeks|months|years) before(?: that| it)?\b/;
const NUMBERS = ['first', 'second', 'third', 'fourth'];
const UNITS = '(week|month|quarter|half|year)';
const NAMES = `(?:(${NUMBERS.join('|')}|other) (half|quarter))`;
const RELATIVE_PARTS: readonly (readonly [RegExp, 'edge' | 'next' | 'part' | 'whole' | 'again'])[] = [
  [
    new RegExp(
      `(?<!\\b(?:to|until|till|since|from|vs|against|than) )(?:the )?\\b(end|start|beginning) of (?:that|the same) (${MONTH_NAMES.join('|')}|month|quarter|year)\\b`,
    ),
    'edge',
  ],
  [
    new RegExp(
      `(?:the |a )?same ${UNITS} (?:(?:a|one|the) year (before|earlier|later|after)|(?:of )?(?:the )?(previous|prior|next|following) year)`,
    ),
    'again',
  ],
  [
    new RegExp(
      `(?:the )?(?:(previous|prior|preceding|next|following) ${UNITS}|${UNITS} (before|after)(?: (?:that|it))?)\\b`,
    ),
    'next',
  ],
  [new RegExp(`(?:in |over |during )?the ${NAMES}(?: of (?:that|the|the same) year)?(?! of| in| point)`), 'part'],
  [
    /(?:(?:over|for|in|during|across) (?:the|that)(?: (?:whole|full|entire))?|(?:the|that) (?:whole|full|entire)) (month|quarter|year)\b(?! point)/,
    'whole',
  ],
];

/** A time, and the words that say it. */
type Beside = Partial<Pick<RotationQuestion, 'at' | 'from' | 'to'>> & {
  readonly period?: Whole;
  readonly place: Place;
};

interface Whole {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** The month, quarter, half or year in which a day lies, or the one so many of them on. */
export const periodAround = (day: IsoDate, unit: string, by = 0): Whole => {
  const count = { month: 1, quarter: 3, half: 6, year: 12 }[unit] ?? 1;
  const month = Number(day.slice(5, 7)) - 1;
  const start = month - (month % count) + 1 + by * count;
  return { first: dateFrom(yearOf(day), start, 1), last: dateFrom(yearOf(day), start + count, 0) };
};

/** `the end of that september`, `and the quarter before`, `over the quarter`, `the second half`: a time that the one before is the measure of, with its words. */
export const besideSpoken = (
  { utterance }: RotationWords,
  last: RotationQuestion,
  today: IsoDate | undefined,
): Beside | undefined => {
  const text = utterance.joined;
  const day = isoDateOf(last.to ?? last.at);
  const before = WEEKDAY_BESIDE.exec(text);
  const placed = (found: RegExpExecArray): Place => {
    const from = text.slice(0, found.index).split(' ').length - 1;
    return { from, to: from + found[0].split(' ').length };
  };
  if (day && before) {
    const [, name = '', side] = before;
    const away = (WEEKDAYS.indexOf(name.slice(0, 3)) - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7;
    return { at: addDays(day, side === 'before' ? away - 7 : away || 7), place: placed(before) };
  }
  const length = LENGTH_BEFORE.exec(text);
  if (length && last.back && today) {
    const start = dateBack(today, last.back);
    return { from: dateBack(start, last.back), to: start, place: placed(length) };
  }
  const unitBefore = /\bthe (week|month|quarter|year) before\b/.exec(text);
  if (unitBefore && last.from && !last.to) {
    const back = backOf(1, unitBefore[1] ?? '');
    return back && { from: dateBack(isoDate(last.from), back), to: last.from, place: placed(unitBefore) };
  }
  const [found, kind] = RELATIVE_PARTS.flatMap(([pattern, of]) => {
    const matched = pattern.exec(text);
    return matched ? [[matched, of] as const] : [];
  })[0] ?? [undefined, undefined];
  if (!found || !day) return undefined;
  const place = placed(found);
  const [one = '', other = '', third = '', fourth = ''] = found.slice(1);
  const first = last.from === undefined ? undefined : addDays(isoDate(last.from), 1);
  const isWhole = (unit: string): boolean =>
    first !== undefined &&
    isPeriod(last) &&
    periodAround(first, unit).first === first &&
    periodAround(first, unit).last === last.to;
  if (kind === 'edge') {
    const month = MONTH_NAMES.indexOf(other) + 1;
    const within = month > 0 ? periodAround(dateFrom(yearOf(day), month, 1), 'month') : periodAround(day, other);
    return { at: one === 'end' ? within.last : within.first, place };
  }
  if (kind === 'next') {
    const unit = other || third;
    const by = /^(?:previous|prior|preceding|before)$/.test(one || fourth) ? -1 : 1;
    return first && isWhole(unit) ? { period: periodAround(first, unit, by), place } : undefined;
  }
  if (kind === 'again') {
    const by = /^(?:before|earlier|previous|prior)$/.test(other || third) ? 12 : -12;
    return first && isPeriod(last) ? { period: periodAround(monthsBefore(first, by), one), place } : undefined;
  }
  if (kind === 'whole') return { period: periodAround(day, one), place };
  const half = other === 'half' && one === 'other' ? (Number(day.slice(5, 7)) > 6 ? 0 : 1) : NUMBERS.indexOf(one);
  const count = other === 'half' ? 6 : 3;
  return half < 0 || (count === 6 && half > 1)
    ? undefined
    : { period: periodAround(dateFrom(yearOf(day), half * count + 1, 1), other), place };
};

const LEAD = '^(?:(?:and|so|ok|or|but|just|only|same|for|the|then|what about|how about|is|that|it|s|thats) )*';
const END = '(?: (?:then|pls|please|again|too|only|alone|is that|was that|was it))*\\W*$';
const whole = (said: string): RegExp => new RegExp(`${LEAD}(?:${said})${END}`);
const CLOSES = whole('(?:the )?(?:two|both) closes|what were the (?:two )?closes|level of (?:each|both)');
const [NOW, DAY_OF_IT, SAME, SIDE, AVERAGE, BACK_TO] = [
  whole('now|today|at the moment|currently|(?:and )?since'),
  whole(
    '(?:on )?(?:which|what) (?:day|date)|when(?: was (?:that|it)| exactly)?|how long ago|since when(?: is it (?:below|above)(?: it)?)?|a lot|far|how (?:much|far) (?:would|does|must) (?:it|they) (?:need|have) to (?:rise|gain|go up|climb)|how much to (?:get back|regain it)|what level|at what level|what was it then|ever|highest ever|of all time',
  ),
  whole(
    '(?:in )?total|in (?:pp|pct|percent|points|%)|percent(?:age)? change|by how much(?: did (?:it|they) move)?|difference|the difference|how much|dates|which dates|from when to when|how many (?:days|sessions|months)|what level',
  ),
  whole(
    '(?:(small|smalls|small caps?|the small ones?|russell)|(large|larges|large caps?|big|bigs|the big ones?|s&p|spx))(?: (?:ones?|caps?|side))?',
  ),
  whole('(?:its |vs |versus |from |off )*(?:the )?(\\d{2,3}) ?(?:d|day|dma|days)(?: (?:average|ma|moving average))?'),
  /\bback to\b/,
];

/** `and now?`, `which day was that`, `same for large`, `and the 200 day`, `back to jan 2024`: what a short turn asks of the closes that were shown. */
export const askedOfShown = (
  { utterance: { joined }, days }: RotationWords,
  last: RotationQuestion,
): RotationQuestion | undefined => {
  const { csv: _, ...shown } = last;
  const day = isoDateOf(last.at ?? last.to);
  if (NOW.test(joined)) {
    if (last.at !== undefined) return day && { kind: 'rotation', from: day };
    const { to: __, ...open } = shown;
    return open;
  }
  const [, sessions] = AVERAGE.exec(joined) ?? [];
  if (last.distance && sessions)
    return {
      kind: 'rotation',
      distance: { of: 'average', sessions: Number(sessions) },
      ...(last.index && { index: last.index }),
    };
  if (last.distance && DAY_OF_IT.test(joined)) return shown;
  if (last.at !== undefined && CLOSES.test(joined)) return shown;
  const side = SIDE.exec(joined);
  if (side && (last.distance || last.at !== undefined)) return { ...shown, index: side[1] ? 'rut' : 'spx' };
  const isSpan = !last.distance && !last.cycles && !last.rates && last.level === undefined;
  if (isSpan && (side || SAME.test(joined)))
    return last.at === undefined ? shown : day && { kind: 'rotation', from: day };
  const { until, since } = days;
  return BACK_TO.test(joined) && until && !since && isSpan ? { kind: 'rotation', from: until.first } : undefined;
};
