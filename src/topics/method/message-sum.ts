import {
  basisPointsOf,
  change,
  type DataTableBlock,
  dollarChange,
  dollars,
  dollarsGiven,
  type Line,
  moveName,
  share,
  timesGiven,
} from '../../message/index.ts';
import type { RateMoveEffect } from '../../sensitivity/index.ts';
import { liftOf } from '../../wording/index.ts';
import type { MethodAnswer } from './answer.ts';

/** What is said of one aspect of the model. */
export interface Explanation {
  readonly heading: string;
  readonly table?: DataTableBlock;
  readonly lines: readonly Line[];
  /** Besides note 000. */
  readonly source?: readonly string[];
}

/** `+8.78%`, or dollars where there is no profit. */
export const effectShown = (effect: RateMoveEffect): string => {
  const lift = liftOf(effect);
  return lift === undefined ? dollarChange(effect.saving) : change(lift);
};

/** `SmallCap +8.78%, LargeCap +0.47%`. */
export const bothShown = ({ effects: { small, large } }: Pick<MethodAnswer, 'effects'>): string =>
  `${small.borrower.name} ${effectShown(small)}, ${large.borrower.name} ${effectShown(large)}`;

/** `100 bp cut`. */
export const moveShown = ({ move }: Pick<MethodAnswer, 'move'>): string => moveName(move);

const liftSum = ({ borrower, saving, netIncome }: RateMoveEffect): string =>
  netIncome.kind === 'lift'
    ? `${dollars(saving)} ÷ ${dollarsGiven(borrower.netIncome)} = ${change(netIncome.lift)}`
    : `no percentage without a profit; net income changes by ${dollars(saving)}`;

const fallOf = ({ borrower, floatingRateAfter }: RateMoveEffect): number => borrower.rate - floatingRateAfter;

/** The chain of the sum, step by step, for SmallCap; the same in one line for LargeCap. */
export const explainFormula = (answer: MethodAnswer): Explanation => {
  const { small, large } = answer.effects;
  const { borrower, totalDebt, floatingDebt, before, saving } = small;
  return {
    heading: `Lift = floating debt × fall in rate ÷ net income: ${effectShown(small)} for a ${moveShown(answer)}`,
    lines: [
      {
        label: 'Debt',
        words: `EBITDA × (debt ÷ EBITDA): ${dollarsGiven(borrower.ebitda)} × ${timesGiven(borrower.debtToEbitda).replace('×', '')} = ${dollars(totalDebt)}`,
      },
      {
        label: 'Floating',
        words: `Debt × floating share: ${dollars(totalDebt)} × ${share(borrower.floatingShare)} = ${dollars(floatingDebt)}`,
      },
      {
        label: 'Interest',
        words: `Debt × rate: ${dollars(totalDebt)} × ${share(borrower.rate)} = ${dollars(before.total)} a year before the move`,
      },
      {
        label: 'Saving',
        words: `Floating debt × fall in rate: ${dollars(floatingDebt)} × ${share(fallOf(small))} = ${dollars(saving)} a year`,
      },
      { label: 'Lift', words: `Saving ÷ net income: ${liftSum(small)}` },
      {
        label: 'LargeCap',
        words: `The same way: ${dollars(large.floatingDebt)} × ${share(fallOf(large))} = ${dollars(large.saving)}; ${liftSum(large)}`,
      },
    ],
  };
};

/** `LargeCap's from 400 bp`, or that it stands there already. */
const floorOf = ({ borrower, move }: RateMoveEffect): string =>
  `${borrower.name}'s ${move === 0 ? 'is there already' : `from ${basisPointsOf(move)}`}`;

/** Where a floating rate stops, and the most a cut can bring. */
export const explainFloor = ({ floors: { small, large } }: MethodAnswer): Explanation => ({
  heading: `A floating rate stops at zero: ${[small, large].map(floorOf).join(', ')}`,
  lines: [
    {
      label: 'Size',
      words: `The most a cut can bring: ${small.borrower.name} ${effectShown(small)}, ${large.borrower.name} ${effectShown(large)}`,
    },
    {
      label: 'Why',
      words: `${small.borrower.name} starts at ${share(small.borrower.rate)}, ${large.borrower.name} at ${share(large.borrower.rate)}; nobody is paid to borrow here`,
    },
    { label: 'Model', words: 'Each stops for itself, and the answer names the move at which it did' },
  ],
});

/** Why a figure differs from the note's in its last digit. */
export const explainRounding = ({ slip: { printed, effect } }: MethodAnswer): Explanation => {
  const computed = liftOf(effect);
  const shown = computed === undefined ? '' : share(Number(computed.toFixed(2)));
  const full = computed === undefined ? '' : share(Number(computed.toFixed(6)));
  return {
    heading: `${shown}, not ${printed}: nothing is rounded before it is shown`,
    lines: [
      {
        label: 'Sum',
        words: `200 bp at SmallCap: ${dollarsGiven(effect.saving)} ÷ ${dollarsGiven(effect.borrower.netIncome)} = ${full}, rounded once`,
      },
      {
        label: 'Rounded',
        words: `Note 000 prints ${printed}, though its own $10.448m ÷ $59.5m gives ${shown} as well`,
      },
      { label: 'Model', words: 'Its 8.78%, 0.47% and 0.93% agree. Full precision stands behind every figure' },
    ],
  };
};
