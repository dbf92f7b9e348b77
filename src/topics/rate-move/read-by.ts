import { type Assumed, wholeOf } from '../../language/index.ts';
import { ASSUMPTIONS } from '../../sensitivity/index.ts';
import type { Reading } from '../reading.ts';
import { assumedIn, type Change, NOTED } from './read-assumed.ts';
import { outcomesIn } from './read-figures.ts';
import { isAssumption, isRoundSize } from './read-inferred.ts';
import { moveReading, signedBps, type Turned } from './read-turned.ts';

/** Assumptions that go up or down by so much, and `it` for the one that was changed last. */

/** `ebitda is up 10`, `leverage up 7`: what it comes to is asked where it may be two things. */
export const changedEitherWay = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const open = figures.others.filter(({ step }) => step !== undefined);
  const base = turned.base ?? numbers.move;
  const [setting] = open;
  const [size, second] = figures.sizes;
  const moveBps = size ? signedBps(size, turned) : base?.moveBps;
  if (!setting || open.length > 1 || second || moveBps === undefined || numbers.active === 'compare-moves') return [];
  return outcomesIn(utterance, setting, numbers).map((change) => {
    const own = { ...turned, ...(base && { base }), figures: { ...figures, changes: [...figures.changes, change] } };
    return moveReading(own, moveBps, size?.amounts ?? [], [...setting.uses, ...(size?.uses ?? [])], { isOffer: true });
  });
};

const LEADS = '(?:(?:and|ok|okay|now|then|so|but|no|actually|please|what if (?:they|we|you|i)|if (?:they|we|you)) )*';
const VERB =
  '(?:raise|lower|drop|lift|bump|push|bring|take|move|put|cut|reduce|increase|set|get|knock|trim|pull|shift)';
const SET_TO = new RegExp(
  `^${LEADS}${VERB} (?:it|that|this)(?: up| down| back| over)? to #(?: instead| then| please)?$`,
);

/** The most a bare number may be for it to be this assumption's and nothing else. */
const fits = (parameter: Assumed, value: number, unit: string | undefined): boolean => {
  const { least, most } = ASSUMPTIONS[parameter];
  const isOwn =
    unit === undefined ||
    (unit === '%' && /^(?:floatingShare|rate|loanFloor)$/.test(parameter)) ||
    (unit === 'x' && parameter === 'debtToEbitda') ||
    (unit === 'money' && /^(?:ebitda|netIncome)$/.test(parameter));
  return isOwn && value >= least && value <= most;
};

/** `raise it to 8`, behind leverage at 7x: what was changed last. A size that moves have is asked about. */
export const lastSetTo = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, figures, context } = turned;
  const last = numbers.changed?.find(({ what }) => isAssumption(what));
  const [amount, second] = figures.free.length > 0 ? figures.free : figures.changes.flatMap((one) => one.amount ?? []);
  const { move, active } = numbers;
  if (!last || !isAssumption(last.what) || !amount || second || !move || active !== 'rate-move') return [];
  const said = utterance.words
    .flatMap((word, at) => (at === amount.from ? ['#'] : at > amount.from && at < amount.to ? [] : [word]))
    .filter((word) => /[\w#]/.test(word))
    .join(' ');
  if (!SET_TO.test(said) || !fits(last.what, amount.value, amount.unit) || amount.sign !== '') return [];
  const company = last.company ?? 'small';
  const whose = company === 'large' ? 'large' : 'small';
  const was = assumedIn(numbers)?.[whose]?.[last.what] ?? NOTED[whose][last.what];
  const change: Change = { parameter: last.what, value: amount.value, company, amount, uses: [wholeOf(utterance)] };
  const own = { ...turned, base: move, figures: { ...figures, changes: [change], sizes: [] } };
  const isSize = amount.unit === undefined && isRoundSize(amount.value) && amount.value !== Math.abs(move.moveBps);
  // "bring it down to 3.25": the Fed's as well
  const isLevel = amount.isDecimal === true && (amount.value * 4) % 1 === 0;
  const isOpen = context?.stale || was === amount.value || isSize || isLevel;
  const read = moveReading(own, move.moveBps, [], [wholeOf(utterance)], isOpen ? { isOffer: true } : {});
  if (!isSize) return [read];
  const plain = { ...turned, base: move, figures: { ...figures, changes: [] } };
  const bps = Math.sign(move.moveBps) * amount.value;
  return [read, moveReading(plain, bps, [amount], [wholeOf(utterance)], { isOffer: true })];
};
