import {
  type Amount,
  asTyped,
  numbersIn,
  overlaps,
  type Phrases,
  type Place,
  phrasesOf,
  sizeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { type IsoDate, isoDate } from '../../units.ts';
import { type Days, daysIn } from '../days.ts';
import { backOf, lengthsIn } from '../lengths-of-time.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';
import { HISTORY_WORDS } from './read-words.ts';

export type Asked = Omit<FedHistoryQuestion, 'kind'>;
export type PastSpan = Pick<FedHistoryQuestion, 'from' | 'to' | 'back' | 'yearsAgo' | 'orEarlier'>;

export interface HistoryWords {
  /** Sizes of moves that are asked for: `50bp cuts`. */
  readonly sizes: readonly Amount[];
  /** Which moves alone are asked for. */
  readonly only: Pick<FedHistoryQuestion, 'sizeBps' | 'orMore' | 'month' | 'unscheduled'>;
  /** A level of the target that is spoken of, percent, with its places: `5.25-5.50`, `zero`. */
  readonly level?: { readonly percent: number; readonly places: readonly Place[] };
  readonly utterance: Utterance;
  readonly phrases: Phrases;
  readonly days: Days;
  readonly lengths: ReturnType<typeof lengthsIn>;
  readonly places: readonly Place[];
  readonly span?: PastSpan;
  readonly way?: FedWay;
}

export const EARLIEST = isoDate('1900-01-01');
const CENTURY = 2000;
const [FIRST_SHORT_YEAR, LAST_SHORT_YEAR] = [0, 49];

/** `22-23` behind a word of moves: two years; one where years were spoken of before. */
const shortYears = (utterance: Utterance, today?: IsoDate): readonly Amount[] => {
  const amounts = slotsOf(utterance, 'amount');
  const newest = today ? Number(today.slice(2, 4)) : LAST_SHORT_YEAR;
  const areShort = amounts.every(
    ({ unit, value, isDecimal, sign }) =>
      unit === undefined &&
      !sign &&
      !isDecimal &&
      Number.isInteger(value) &&
      value >= FIRST_SHORT_YEAR &&
      value <= newest,
  );
  const isTwoDigits = amounts.every((one) => /^'?\d\d$/.test(asTyped(utterance, one)));
  if (today && areShort && isTwoDigits && amounts.length === 1) return amounts;
  const areYears =
    amounts.length === 2 &&
    areShort &&
    /^(?:-|–|\/|to|and)$/.test(utterance.words[(amounts[0] as Amount).to] ?? '-') &&
    (amounts[1] as Amount).value > (amounts[0] as Amount).value;
  return areYears ? amounts : [];
};

const spanOf = (
  utterance: Utterance,
  days: Days,
  lengths: HistoryWords['lengths'],
  years: readonly Amount[],
): PastSpan | undefined => {
  const { since, until, alone } = days;
  const spans = slotsOf(utterance, 'span');
  const [one, other] = alone;
  const saids = slotsOf(utterance, 'date').map(({ said }) => said);
  if (since) return { from: since.first, ...(until && { to: until.last }) };
  if (spans.some(({ toDate }) => toDate === 'year')) return { yearsAgo: 0 };
  if (saids.includes('this year')) return { yearsAgo: 0 };
  if (saids.includes('last year') && alone.length === 1 && !slotsOf(utterance, 'date').some(({ month }) => month))
    return { yearsAgo: 1 };
  const typed = spans.find(({ back }) => back)?.back;
  const back = (typed && backOf(typed.count, typed.unit)) ?? lengths[0]?.back;
  if (back) return { back };
  if (until) return { to: until.last };
  const [early, late = early] = years;
  if (early && late && !one)
    return { from: isoDate(`${CENTURY + early.value}-01-01`), to: isoDate(`${CENTURY + late.value}-12-31`) };
  if (one && other) {
    const [first, last] = one.first < other.first ? [one, other] : [other, one];
    return { from: first.first, to: last.last };
  }
  return one && { from: one.first, to: one.last };
};

const wayOf = (phrases: Phrases): FedWay | undefined => {
  const ways = new Set(phrases.of('way').map(({ value }) => value as FedWay));
  const named = (['cut', 'hike', 'hold'] as const).filter((way) => ways.has(way));
  return named.length === 1 ? named[0] : named.length > 1 || ways.has('move') ? 'move' : undefined;
};

const MOST_SIZE = 300;
const SIZE_STEP = 25;
/** `when was the last 50bp cut`, `did they do 50`: of moves that were decided. */
const sizesSaid = (utterance: Utterance): readonly Amount[] =>
  slotsOf(utterance, 'amount').filter(
    ({ unit, value }) =>
      unit === 'bp' || (unit === undefined && value > 0 && value % SIZE_STEP === 0 && value <= MOST_SIZE),
  );

/** A calendar year, or several. */
export const isYear = ({ from, to, yearsAgo }: PastSpan): boolean =>
  yearsAgo !== undefined || (from?.endsWith('-01-01') === true && to?.endsWith('-12-31') === true);

const STEPS_A_POINT = 4;
const HIGHEST = 20;

/** `5.25-5.50`, `at 2%`, `zero`: a level that the target stood at. */
const levelIn = (utterance: Utterance, phrases: Phrases): HistoryWords['level'] => {
  const [zero] = phrases.of('zero');
  if (zero) return { percent: 0, places: [zero] };
  const rates = slotsOf(utterance, 'amount').filter(
    ({ unit, value, isDecimal }) =>
      (unit === '%' || (unit === undefined && (isDecimal || phrases.has('howLong')))) &&
      value <= HIGHEST &&
      Number.isInteger(value * STEPS_A_POINT),
  );
  const [low, high = low] = rates;
  const isRange =
    rates.length === 1 || (rates.length === 2 && high && low && high.value - low.value === 1 / STEPS_A_POINT);
  return high && isRange ? { percent: high.value, places: rates } : undefined;
};

/** @param yearsSaid years were spoken of before: `and 23` is one */
export const historyWordsIn = (
  utterance: Utterance,
  today: IsoDate | undefined,
  sense?: 0 | 1,
  yearsSaid = false,
): HistoryWords => {
  const phrases = phrasesOf(utterance, HISTORY_WORDS);
  const days = daysIn(utterance, today, sense);
  const lengths = lengthsIn(utterance);
  const years = shortYears(utterance, yearsSaid ? today : undefined);
  const span = spanOf(utterance, days, lengths, years);
  const way = wayOf(phrases);
  const spans = slotsOf(utterance, 'span').filter(({ toDate, back }) => toDate ?? back);
  const times = slotsOf(utterance, 'count').filter(({ of }) => of === 'time');
  const directions = slotsOf(utterance, 'direction');
  // a number is accounted for by what asks for it, and not because a word of ours stands in it
  const numbers = numbersIn(utterance);
  const words = phrases.all.filter(
    ({ tag, ...mark }) => tag !== 'other' && !numbers.some((number) => overlaps(number, mark)),
  );
  const sizes = sizesSaid(utterance).filter((one) => !years.includes(one));
  const size = sizes.length === 1 && sizes[0] ? sizeOf(sizes[0])?.bps : undefined;
  const level = levelIn(utterance, phrases);
  return {
    sizes,
    only: {
      ...(size !== undefined && { sizeBps: Math.abs(size), ...(phrases.has('orMore') && { orMore: true as const }) }),
      ...(phrases.has('unscheduled') && { unscheduled: true as const }),
    },
    ...(level && { level }),
    utterance,
    phrases,
    days,
    lengths,
    places: [...words, ...[...days.places, ...lengths, ...spans, ...times, ...directions, ...years]],
    ...(span && { span }),
    ...(way && { way }),
  };
};
