import { yearOf } from '../../calendar/index.ts';
import { type Decision, decisionsBetween, MEETINGS } from '../../fed/index.ts';
import {
  type Amount,
  asTyped,
  type DateSlot,
  numbersIn,
  overlaps,
  type Phrases,
  type Place,
  phrasesOf,
  retold,
  sizeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { type Days, daysIn, type Period } from '../days.ts';
import { backOf, lengthsIn } from '../lengths-of-time.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import { HISTORY_WORDS, SHORT_FORMS } from './read-words.ts';

export type Asked = Omit<FedHistoryQuestion, 'kind'>;
export type PastSpan = Pick<FedHistoryQuestion, 'from' | 'to' | 'back' | 'yearsAgo' | 'orEarlier'>;

export interface HistoryWords {
  /** The text with its years written out. */
  readonly utterance: Utterance;
  readonly today: IsoDate | undefined;
  readonly phrases: Phrases;
  readonly days: Days;
  readonly lengths: ReturnType<typeof lengthsIn>;
  /** Sizes of moves that are asked for: `50bp cuts`. */
  readonly sizes: readonly Amount[];
  /** Which moves alone are asked for. */
  readonly only: Pick<FedHistoryQuestion, 'sizeBps' | 'orMore' | 'month' | 'unscheduled'>;
  /** A level of the target that is spoken of, percent, with its places: `5.25-5.50`, `zero`. */
  readonly level?: { readonly percent: number; readonly places: readonly Place[] };
  /** Everything that is ours but numbers. */
  readonly places: readonly Place[];
  readonly span?: PastSpan;
  readonly way?: FedWay;
}

export const EARLIEST = isoDate('1900-01-01');
const CENTURY = 2000;

const LEADS_TO_YEAR = /^(?:in|during|since|from|until|through|thru|before|year|end|late|early|mid)$/;
const EDGE_OF_YEAR = /^(?:end|half|start|beginning|close|rest|back|all|most)$/;
const MEASURES =
  /^(?:bps?|bips|basis|points?|pts?|%|percent|pct|increments?|steps?|clips?|x|cuts?|hikes?|moves?|min|mins|minutes|hours|days|degrees)$/;
const YEARS_APART = 20;

const isMeetingMonthDay = (month: number, day: number, today: IsoDate): boolean => {
  const end = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return [yearOf(today) - 1, yearOf(today), yearOf(today) + 1].some((year) =>
    MEETINGS.some(({ start, decision }) => start === `${year}${end}` || decision === `${year}${end}`),
  );
};

/**
 * The text with short years written out, `in 24`, `sept '24`, `22 & 23`, `january twenty five`: no number of them is a size.
 *
 * @param yearsSaid years were spoken of before: `and 23` is one
 */
export const withYears = (utterance: Utterance, today: IsoDate | undefined, yearsSaid = false): Utterance => {
  const { tokens, words, typed } = utterance;
  const said = new Map(
    tokens.flatMap(({ word }, at) => (SHORT_FORMS.has(word) ? [[at, SHORT_FORMS.get(word) as string]] : [])),
  );
  const newest = (today ? yearOf(today) : CENTURY + 29) % 100;
  const hasQuote = (at: number): boolean => /['’‘]/.test(typed[(tokens[at]?.start ?? 0) - 1] ?? '');
  const ends = slotsOf(utterance, 'span').flatMap(({ since, until }) => [since ?? [], until ?? []].flat());
  const dates: readonly DateSlot[] = [...slotsOf(utterance, 'date'), ...ends];
  for (const { isAmbiguous, year, month, day, to } of dates) {
    if (!isAmbiguous || year === undefined || day !== year % 100 || month === undefined) continue;
    const isDay = year > CENTURY + newest + 1 || (today !== undefined && isMeetingMonthDay(month, day, today));
    if (hasQuote(to - 1) || !isDay) said.set(to - 1, String(year));
  }
  const amounts = slotsOf(utterance, 'amount').filter(
    ({ unit, value, isDecimal, isFraction, isPlural, sign }) =>
      unit === undefined && !sign && !isDecimal && !isFraction && !isPlural && Number.isInteger(value),
  );
  const write = ({ from, to, value }: Amount): void => {
    said.set(from, String(CENTURY + value));
    for (let at = from + 1; at < to; at += 1) said.set(at, 'please');
  };
  const isShort = (one: Amount): boolean =>
    one.value <= newest + 1 && (one.isSpelled ? one.value > 9 : /^\d\d$/.test(asTyped(utterance, one)));
  for (const [place, one] of amounts.entries()) {
    const next = amounts[place + 1];
    const lead = words[one.from - 1] ?? '';
    if (one.isSpelled && one.value === 20 && next?.isSpelled && next.from === one.to && isShort(next)) {
      write({ ...one, to: next.to, value: next.value });
      continue;
    }
    if (!isShort(one) || said.has(one.from) || MEASURES.test(words[one.to] ?? '')) continue;
    const isPair =
      next !== undefined &&
      isShort(next) &&
      /^(?:[-–/+&]|to|and)$/.test(words[one.to] ?? '') &&
      next.from === one.to + 1 &&
      next.value > one.value &&
      next.value - one.value < YEARS_APART;
    const isOfMonth = dates.some(({ month, year, day, to }) => month && !year && !day && to === one.from);
    const isListed = lead === 'for' && words.some((word) => /^(?:sched|schedule|dates|calendar|meetings)$/.test(word));
    const isLed =
      isListed || LEADS_TO_YEAR.test(lead) || (lead === 'of' && EDGE_OF_YEAR.test(words[one.from - 2] ?? ''));
    if (hasQuote(one.from) || isOfMonth || isLed || isPair || (yearsSaid && amounts.length === 1)) write(one);
    if (isPair && next) write(next);
  }
  return said.size > 0 ? retold(utterance, said) : utterance;
};

/** Moves that all went one way, one after another. */
export interface Run {
  readonly way: 'cut' | 'hike';
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly count: number;
}

const movesUntil = (today: IsoDate): readonly Decision[] =>
  decisionsBetween(EARLIEST, today).filter(({ change }) => change !== 0);

export const runsUntil = (today: IsoDate): readonly Run[] => {
  const runs: Run[] = [];
  for (const { on, change } of movesUntil(today)) {
    const last = runs.at(-1);
    const way = change < 0 ? 'cut' : 'hike';
    if (last?.way === way) runs[runs.length - 1] = { ...last, to: on, count: last.count + 1 };
    else runs.push({ way, from: on, to: on, count: 1 });
  }
  return runs;
};

const LEAST_OF_CYCLE = 2;

/** `the 2022 cycle`, `the last hiking cycle`: from its first move to its last. */
const cycleSpan = (
  phrases: Phrases,
  way: FedWay | undefined,
  period: Period | undefined,
  today: IsoDate | undefined,
) => {
  const isNamed = phrases.has('cycle') && (period !== undefined || phrases.has('last'));
  if (!isNamed || today === undefined || (way !== 'cut' && way !== 'hike')) return undefined;
  const run = runsUntil(today).findLast(
    (one) =>
      one.way === way &&
      one.count >= LEAST_OF_CYCLE &&
      (period === undefined || (one.from <= period.last && one.to >= period.first)),
  );
  return run && { from: run.from, to: run.to };
};

const TWO_YEARS = /^(\d\d)(\d\d)-(\d\d)$/;

const spanOf = (
  utterance: Utterance,
  { since, until, alone }: Days,
  lengths: HistoryWords['lengths'],
  phrases: Phrases,
  today: IsoDate | undefined,
): PastSpan | undefined => {
  const spans = slotsOf(utterance, 'span');
  const dates = slotsOf(utterance, 'date');
  const [one, other] = alone;
  const saids = dates.map(({ said }) => said);
  const years = TWO_YEARS.exec(dates.map((slot) => asTyped(utterance, slot)).join());
  if (years && Number(years[3]) > Number(years[2]))
    return { from: isoDate(`${years[1]}${years[2]}-01-01`), to: isoDate(`${years[1]}${years[3]}-12-31`) };
  if (since) return { from: since.first, ...(until && { to: until.last }) };
  if (spans.some(({ toDate }) => toDate === 'year')) return { yearsAgo: 0 };
  if (saids.includes('this year') && !dates.some(({ month }) => month)) return { yearsAgo: 0 };
  if (saids.includes('last year') && alone.length === 1 && !dates.some(({ month }) => month)) return { yearsAgo: 1 };
  const typed = spans.find(({ back }) => back)?.back;
  const back = (typed && backOf(typed.count, typed.unit)) ?? lengths[0]?.back;
  if (back) return { back };
  if (until) return { ...(one && one.first < until.first && { from: one.first }), to: until.last };
  if (one && other) {
    const [first, last] = one.first < other.first ? [one, other] : [other, one];
    return { from: first.first, to: last.last };
  }
  const [named] = phrases.of('named');
  if (named && !one) {
    const [from, to] = named.value.split('/');
    return { ...(from && { from: isoDate(from) }), ...(to && { to: isoDate(to) }) };
  }
  // "since that first one in sept 24"
  const at = dates[0]?.from ?? 0;
  const isSince = utterance.words.slice(Math.max(0, at - 5), at).some((word) => /^(?:since|from)$/.test(word));
  const isOpen = isSince || (today !== undefined && one !== undefined && one.last >= today && one.first <= today);
  // the back end of a year is part of it, where moves are asked about
  const isEdge =
    one?.first === one?.last && dates[0]?.edge !== undefined && dates[0].month === undefined && phrases.has('way');
  if (one && isEdge)
    return { from: isoDate(`${one.first.slice(0, 4)}-01-01`), to: isoDate(`${one.last.slice(0, 4)}-12-31`) };
  return one && { from: one.first, ...(!isOpen && { to: one.last }) };
};

const wayOf = (utterance: Utterance, phrases: Phrases): FedWay | undefined => {
  const ways = new Set(phrases.of('way').map(({ value }) => value as FedWay));
  const named = (['cut', 'hike', 'hold'] as const).filter((way) => ways.has(way));
  if (named.length > 0 || ways.has('move')) return named.length === 1 ? named[0] : 'move';
  // "up?", "down ones only"
  const [turned, ...more] = slotsOf(utterance, 'direction').filter(
    (one) => !one.isStrong && !phrases.of('count').some((mark) => overlaps(mark, one)),
  );
  return turned && more.length === 0 ? turned.way : undefined;
};

const MOST_SIZE = 300;
const SIZE_STEP = 25;
/** `when was the last 50bp cut`, `did they do 50`, `a half point`: of moves that were decided. */
const sizesSaid = (utterance: Utterance): readonly Amount[] =>
  slotsOf(utterance, 'amount').filter(
    ({ unit, value }) =>
      unit === 'bp' ||
      unit === 'points' ||
      (unit === undefined && value > 0 && value % SIZE_STEP === 0 && value <= MOST_SIZE),
  );

/** A calendar year, or several. */
export const isYear = ({ from, to, yearsAgo }: PastSpan): boolean =>
  yearsAgo !== undefined || (from?.endsWith('-01-01') === true && to?.endsWith('-12-31') === true);

const STEPS_A_POINT = 4;
const HIGHEST = 20;
const LOWEST_RANGE = 0.25;

/** `5.25-5.50`, `at 2%`, `zero`, `three fifty to three seventy five`: a level that the target stood at. */
const levelIn = (utterance: Utterance, phrases: Phrases): HistoryWords['level'] => {
  const [zero] = phrases.of('zero');
  if (zero) return { percent: LOWEST_RANGE, places: [zero] };
  const amounts = slotsOf(utterance, 'amount').filter(({ unit, duty }) => duty === 'must' && (unit === '%' || !unit));
  const isReadOut = (one: Amount, next: Amount | undefined): next is Amount =>
    one.isSpelled &&
    one.value < HIGHEST &&
    next?.isSpelled === true &&
    next.from === one.to &&
    next.value % SIZE_STEP === 0;
  const rates = amounts.flatMap((one, at): readonly { value: number; isRate: boolean }[] => {
    const [before, next] = [amounts[at - 1], amounts[at + 1]];
    if (isReadOut(one, next)) return [{ value: one.value + next.value / 100, isRate: true }];
    if (before && isReadOut(before, one)) return [];
    return [{ value: one.value, isRate: one.unit === '%' || one.isDecimal || one.isFraction }];
  });
  const isOne = rates.every(({ value }) => value <= HIGHEST && Number.isInteger(value * STEPS_A_POINT));
  const [low, high = low] = rates;
  if (!low || !high || !isOne || rates.length > 2) return undefined;
  const isRange = rates.length === 1 || high.value - low.value === 1 / STEPS_A_POINT;
  const isSaid = rates.some(({ isRate }) => isRate) || phrases.has('howLong') || phrases.has('still');
  return isRange && isSaid ? { percent: high.value, places: amounts } : undefined;
};

/** @param sense which of two senses an ambiguous day is taken in */
export const historyWordsIn = (utterance: Utterance, today: IsoDate | undefined, sense?: 0 | 1): HistoryWords => {
  const phrases = phrasesOf(utterance, HISTORY_WORDS);
  const found = daysIn(utterance, today, sense);
  // "when lehman went, 15 sep 08" is one day
  const alone = found.alone.filter(
    ({ first, last }, at) => found.alone.findIndex((one) => one.first === first && one.last === last) === at,
  );
  const days = { ...found, alone };
  const lengths = lengthsIn(utterance);
  const way = wayOf(utterance, phrases);
  const period = days.alone[0] && { first: days.alone[0].first, last: (days.alone.at(-1) as Period).last };
  const span = cycleSpan(phrases, way, period, today) ?? spanOf(utterance, days, lengths, phrases, today);
  const spans = slotsOf(utterance, 'span').filter(({ toDate, back }) => toDate ?? back);
  const inARow = phrases.has('inARow') ? slotsOf(utterance, 'amount').filter(({ value }) => value < 10) : [];
  const counts = slotsOf(utterance, 'count').filter(({ of }) => of === 'time');
  const level = levelIn(utterance, phrases);
  // a number is accounted for by what asks for it, and not because a word of ours stands in it
  const numbers = numbersIn(utterance);
  const words = phrases.all.filter(
    ({ tag, ...mark }) => tag !== 'other' && !numbers.some((number) => overlaps(number, mark)),
  );
  const sizes = level ? [] : sizesSaid(utterance).filter((one) => !inARow.includes(one));
  const size = sizes.length === 1 && sizes[0] ? sizeOf(sizes[0])?.bps : undefined;
  return {
    utterance,
    today,
    phrases,
    days,
    lengths,
    sizes,
    only: {
      ...(size !== undefined && { sizeBps: Math.abs(size), ...(phrases.has('orMore') && { orMore: true as const }) }),
      ...(phrases.has('unscheduled') && { unscheduled: true as const }),
    },
    ...(level && { level }),
    places: [
      ...[...words, ...days.places, ...lengths, ...spans],
      ...[...counts, ...inARow, ...slotsOf(utterance, 'direction')],
    ],
    ...(span && { span }),
    ...(way && { way }),
  };
};
