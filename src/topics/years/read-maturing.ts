import { type Amount, type Phrases, type Place, slotsOf, type Utterance } from '../../language/index.ts';
import type { YearsQuestion } from './question.ts';

/** What words say of time: how long, how late, and which part of the fixed debt matures when. */

export const USUAL_YEARS = 3;
export const MONTHS_A_YEAR = 12;

export interface Time {
  readonly years?: number;
  readonly lagMonths?: number;
  readonly matures?: YearsQuestion['matures'];
  readonly uses: readonly Place[];
}

export const inMonths = ({ count, unit }: { readonly count: number; readonly unit: string }): number | undefined =>
  unit.startsWith('month')
    ? count
    : unit.startsWith('quarter')
      ? count * 3
      : unit.startsWith('year')
        ? count * MONTHS_A_YEAR
        : undefined;

/** `a third`, `30%`: a part of the fixed debt. */
const shareOf = ({ value, unit, isFraction }: Amount): number | undefined =>
  isFraction && value < 1 ? value * 100 : unit === '%' ? value : undefined;

/** Rates that new debt is offered at, percent. */
const SAMPLE_RATES = [6, 7, 8];
const AT = /^(?:at|for|to|paying|yielding)$/;

/** `a third matures next year at 8%`, `30% due in year 2 at 7`, `a fifth rolls every year at 7`: the part before, the rate behind `at`. */
export const maturingIn = (utterance: Utterance, phrases: Phrases, over: number): Time | undefined => {
  const [mark] = phrases.of('matures');
  if (mark === undefined) return undefined;
  const amounts = slotsOf(utterance, 'amount');
  const rate = amounts.find(({ from }) => AT.test(utterance.words[from - 1] ?? '') && from > mark.from);
  const part = amounts.findLast(
    (one) => one !== rate && one.from < Math.min(mark.from, rate?.from ?? Infinity) && shareOf(one) !== undefined,
  );
  const share = part && shareOf(part);
  if (part === undefined || share === undefined) return undefined;
  const at = utterance.words.findIndex(
    (word, place) => word === 'year' && /^\d{1,2}$/.test(utterance.words[place + 1] ?? ''),
  );
  const isEach = phrases.has('each') || /\b(?:every|each|per|(?<!in |within )a) (?:year|yr)\b/.test(utterance.joined);
  const [long] = isEach ? [] : slotsOf(utterance, 'duration').filter(({ from }) => from > mark.from);
  const spread = long && inMonths(long);
  const count = isEach ? over : spread === undefined ? 1 : Math.max(1, Math.round(spread / MONTHS_A_YEAR));
  const first = at < 0 ? 1 : Number(utterance.words[at + 1]);
  const uses: readonly Place[] = [
    ...phrases.all,
    ...(rate ? [{ from: rate.from - 1, to: rate.to }] : []),
    { from: part.from, to: mark.to },
    ...slotsOf(utterance, 'date').filter(({ said, from }) => said !== undefined || utterance.words[from] === 'next'),
    ...(long ? [long] : []),
    ...(at < 0 ? [] : [{ from: at, to: at + 2 }]),
  ];
  return {
    matures: Array.from({ length: count }, (_, year) => ({
      year: first + year,
      share: isEach ? share : share / count,
      rate: rate?.value ?? Number.NaN,
    })),
    uses,
  };
};

/** What is offered where no rate of the new debt was said: some. */
export const timesOf = (time: Time): readonly Time[] =>
  time.matures?.some(({ rate }) => Number.isNaN(rate))
    ? SAMPLE_RATES.map((rate) => ({ ...time, matures: time.matures?.map((one) => ({ ...one, rate })) }))
    : [time];
