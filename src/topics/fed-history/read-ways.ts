import {
  type Amount,
  overlaps,
  type Phrases,
  type Place,
  type Slot,
  sizeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import type { FedWay } from './question.ts';

/** Which moves words mean: their way, their size, a level they led to, and what is left out. */

const OTHER_WAY: Record<FedWay, FedWay> = { cut: 'hike', hike: 'cut', hold: 'move', move: 'move' };
const OPENS_LEFT_OUT = /^(?:(?:and|ok|so|but|now|then|with|just|,) )*(?:no|not)$/;

/** `without the hikes`, `drop the cuts`, `no hikes`: ways that are not asked about. */
const leftOut = ({ words }: Utterance, of: Phrases['of']) =>
  of('howLong').length > 0 || of('without').length > 0
    ? []
    : of('way', 'cut', 'hike', 'hold').filter(({ from }) => {
        const to = words.slice(0, from).findLastIndex((word) => !/^(?:the|any|all|rate|fed|those)$/.test(word)) + 1;
        return (
          of('except').some((mark) => mark.to >= to && mark.to <= from) ||
          OPENS_LEFT_OUT.test(words.slice(0, to).join(' '))
        );
      });

export const wayMeant = (utterance: Utterance, { of, has }: Phrases): FedWay | undefined => {
  if (has('turned')) return 'move';
  // "moves since the sept 2024 cut": that cut is a day
  // and those of "2004-2006 hikes" are no day
  const events = slotsOf(utterance, 'span').filter(
    ({ since, until }) => since?.event ?? (until?.event && !(since && !until.month)),
  );
  const left = leftOut(utterance, of);
  const [out] = left;
  // "skip the hikes" holds nothing, "without moving" does
  const isLeft = left.length > 0 || exceptedIn(utterance, { of }).places.length > 0;
  const words = !isLeft
    ? []
    : of('except').filter(({ from, to }) => of('way').some((mark) => mark.from >= from && mark.to <= to));
  const said = of('way').filter((mark) => ![...events, ...words, ...left].some((one) => overlaps(one, mark)));
  const until = of('before')[0]?.from ?? 0;
  const first = said.filter(({ value, to }) => value === 'hold' && to <= until);
  const asked = first.length > 0 ? first : said;
  const named = (['cut', 'hike', 'hold'] as const).filter((way) => asked.some(({ value }) => value === way));
  if (out && named.length === 0) return OTHER_WAY[out.value as FedWay];
  if (said.length > 0) return named.length === 1 ? named[0] : 'move';
  if (has('way')) return undefined;
  // "up?", "down ones only"
  const [turned, ...more] = slotsOf(utterance, 'direction').filter(
    // "i was off"
    // and "get up to" does nothing
    (one) =>
      !(one.isStrong || utterance.words[one.from] === 'off' || utterance.words[one.to] === 'to') &&
      !of('count').some((mark) => overlaps(mark, one)),
  );
  return more.length === 0 ? turned?.way : undefined;
};

const [SIZE_STEP, MOST_SIZE] = [25, 300];
/** `when was the last 50bp cut`, `did they do 50`, `a half point`: of moves that were decided. */
export const isSize = ({ unit, value }: Amount): boolean =>
  unit === 'bp' ||
  unit === 'points' ||
  (unit === undefined && value > 0 && value % SIZE_STEP === 0 && value <= MOST_SIZE);

const [HIGHEST, LOWEST_RANGE] = [20, 0.25];

/** `5.25-5.50`, `at 2%`, `zero`, `three fifty to three seventy five`: a level that the target stood at. */
export const levelIn = (
  utterance: Utterance,
  { of, has }: Phrases,
): { readonly percent: number; readonly places: readonly Place[] } | undefined => {
  const [zero] = of('zero');
  if (zero) return { percent: LOWEST_RANGE, places: [zero] };
  const amounts = slotsOf(utterance, 'amount').filter(({ unit, duty }) => duty === 'must' && (unit === '%' || !unit));
  let isRate = has('howLong') || has('still');
  const rates: number[] = [];
  for (const [at, one] of amounts.entries()) {
    const before = amounts[at - 1];
    if (before?.isSpelled && one.isSpelled && before.to === one.from && one.value % SIZE_STEP === 0) {
      rates.push((rates.pop() ?? 0) + one.value / 100);
      isRate = true;
    } else {
      rates.push(one.value);
      isRate ||= one.unit === '%' || one.isDecimal || one.isFraction;
    }
  }
  const [low = Number.NaN, high = low] = rates;
  const isRange = rates.length === 1 || (rates.length === 2 && high - low === LOWEST_RANGE);
  const isOne = rates.every((rate) => rate <= HIGHEST && Number.isInteger(rate / LOWEST_RANGE));
  return isRate && isRange && isOne ? { percent: high, places: amounts } : undefined;
};

const MOST_BETWEEN = 2;

/** `except december`, `not counting the 50`: the month or the size that is left out, and where it is said. */
export const exceptedIn = (utterance: Utterance, { of }: Pick<Phrases, 'of'>) => {
  const [word] = of('except');
  const behind = utterance.slots.filter(
    (slot) => word !== undefined && slot.from >= word.to && slot.from - word.to <= MOST_BETWEEN,
  );
  const date = behind.find((slot) => slot.kind === 'date' && slot.month !== undefined && slot.day === undefined);
  const amount = behind.find((slot): slot is Amount => slot.kind === 'amount' && slot.value !== 1);
  const size = amount && Math.abs(sizeOf(amount)?.bps ?? 0);
  const month = date?.kind === 'date' ? date.month : undefined;
  const places: readonly Slot[] = [...(month && date ? [date] : []), ...(size && amount ? [amount] : [])];
  const except = { ...(month && { month }), ...(size && { sizeBps: size }) };
  return { places, ...(places.length > 0 && { except }) };
};
/** `when was the last cut, client swears it was this summer`, `that sunday emergency cut`: days that pick none. */
export const guessedIn = ({ tokens, words, slots }: Utterance, of: Phrases['of']): readonly Place[] => {
  const [guess] = of('guessed').filter(
    (mark) => of('way').some(({ to }) => to <= mark.from) && of('when', 'when').some(({ from }) => from < mark.from),
  );
  const comma = words.lastIndexOf(',', guess?.from);
  return [
    ...(guess ? [{ from: comma < 0 ? guess.from : comma, to: tokens.length }] : []),
    ...(of('unscheduled').length > 0 ? slots.filter((slot) => slot.kind === 'date' && slot.weekday !== undefined) : []),
  ];
};
