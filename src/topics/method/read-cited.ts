import { type Amount, hasAny, isOnly, type Mark, marksOf, slotsOf, type Utterance } from '../../language/index.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from '../rate-move/question.ts';
import { NOTED } from '../rate-move/read-assumed.ts';
import { exactly, type Reading } from '../reading.ts';
import type { MethodAspect } from './question.ts';

/** What each part of the method is called on a button: 30 characters at most. */
export const METHOD_NAMES: Readonly<Record<MethodAspect, string>> = {
  formula: 'How it is computed',
  tax: 'What tax takes of it',
  hedges: 'Whether they hedge',
  cash: 'What their cash earns',
  refinancing: 'When fixed debt is refinanced',
  timing: 'When a move takes effect',
  companies: 'Which two companies these are',
  assumptions: 'What is assumed',
  'lift ratio': 'How many times as much',
  coverage: 'Interest cover',
  floor: 'How far a rate can fall',
  rounding: 'How figures are rounded',
  why: 'Why the small company more',
  growth: 'Growth of profits',
};

const TWO_DECIMALS = /\d[.,]\d{2}\b/;
/** A size of a move comes in these steps, percent; a figure of a reply hardly ever does. */
const STEP = 0.25;

/** What a basis point does to net income, percent. */
const liftPerBp = ({ ebitda, debtToEbitda, floatingShare, netIncome }: (typeof NOTED)['small']): number =>
  (ebitda * debtToEbitda * (floatingShare / 100)) / 100 / netIncome;

const ROUNDED = 0.01;

/** The cut whose figure it is, in steps of 25 bp, of one of the two companies on note 000's inputs. */
export const cutOf = (lift: number): RateMoveQuestion | undefined => {
  const cuts = [NOTED.small, NOTED.large].flatMap((noted) => {
    const bps = Math.round(lift / liftPerBp(noted) / 25) * 25;
    return bps > 0 && bps <= LARGEST_MOVE_BPS && Math.abs(bps * liftPerBp(noted) - lift) < ROUNDED ? [bps] : [];
  });
  return cuts[0] === undefined ? undefined : { kind: 'rate-move', moveBps: -cuts[0] };
};

/** `is your 8.78 net of tax`: a figure of a reply, which is asked about and is no input. */
export const citedIn = (utterance: Utterance): readonly Amount[] =>
  !hasAny(utterance, 'move') && slotsOf(utterance, 'direction').length === 0
    ? slotsOf(utterance, 'amount').filter(
        (amount) =>
          (amount.unit === undefined || amount.unit === '%') &&
          TWO_DECIMALS.test(utterance.typed.slice(amount.start, amount.end)) &&
          amount.value % STEP !== 0 &&
          // "after 8.75% tax": a rate
          !/^tax/.test(utterance.words[amount.to] ?? '') &&
          !/^(?:at|of|tax|rate)$/.test(utterance.words[amount.from - 1] ?? ''),
      )
    : [];

const INPUTS: ReadonlySet<number> = new Set(
  [NOTED.small, NOTED.large].flatMap((noted) => [...Object.values(noted), 100 - noted.floatingShare]),
);

/** What comes of the inputs on the way to a lift: total debt and floating debt, US$ m. */
const DERIVED: readonly number[] = [NOTED.small, NOTED.large].flatMap(({ ebitda, debtToEbitda, floatingShare }) => [
  ebitda * debtToEbitda,
  (ebitda * debtToEbitda * floatingShare) / 100,
]);
const isDerived = ({ value, unit }: Amount): boolean =>
  (unit === undefined || unit === 'money') &&
  DERIVED.some((one) => Math.abs(value - one) <= (Number.isInteger(value) ? 0.5 : ROUNDED * 5));

/** `where is the 45% floating from`: an input of note 000 is asked for, and nothing is changed to it. */
export const whence = (
  utterance: Utterance,
  found: readonly Mark[],
  isReply: boolean,
  of: RateMoveQuestion | undefined,
): readonly Reading[] => {
  const amounts = slotsOf(utterance, 'amount');
  const [one] = amounts;
  const words = [
    ...found.filter(({ value }) => /^(?:whence|why|formula)$/.test(String(value))),
    ...amounts,
    ...marksOf(utterance, 'reference', 'company', 'parameter', 'income', 'views', 'document'),
  ];
  // "where does the 522 come from"
  if (one && amounts.every(isDerived) && isOnly(utterance, words)) {
    return [exactly({ kind: 'method', aspect: 'formula', ...(of && { of }) }, METHOD_NAMES.formula, words)];
  }
  const isOfModel =
    isReply ||
    amounts.length > 1 ||
    one?.unit === 'x' ||
    one?.isDecimal ||
    hasAny(utterance, 'parameter', 'income', 'company');
  const isInput =
    isOfModel &&
    one !== undefined &&
    amounts.every(({ value, unit }) => value > 0 && INPUTS.has(value) && unit !== 'bp');
  return isInput && isOnly(utterance, words)
    ? [exactly({ kind: 'method', aspect: 'assumptions' }, METHOD_NAMES.assumptions, words)]
    : [];
};
