import {
  basisPointsOf,
  cell,
  change,
  dataTable,
  dollars,
  dollarsGiven,
  type Line,
  numberCell,
  share,
  times,
  timesGiven,
} from '../../message/index.ts';
import { FLOATING_SHARE_ESTIMATES } from '../../sensitivity/index.ts';
import type { MethodAnswer } from './answer-figures.ts';
import { bothShown, type Explanation, effectShown, moveShown } from './message-model.ts';

/** Why there is no ratio of lifts. */
const noRatio = ({ effects: { small, large } }: MethodAnswer): string => {
  const without = [small, large].find(({ netIncome }) => netIncome.kind === 'no-profit');
  return without
    ? `No ratio of lifts: ${without.borrower.name} has no profit to lift`
    : `No ratio of lifts: a ${large.borrower.name} lift of zero divides nothing`;
};

const isFloored = ({ effects: { small, large } }: MethodAnswer): boolean =>
  [small, large].some(({ limit }) => limit !== undefined && limit.by !== 'base rate');

/** How the ratio comes out by another publisher's floating shares. */
const apollosLine = ({ apollosRatio }: MethodAnswer): readonly Line[] => {
  if (apollosRatio === undefined) return [];
  const { by, shares, month } = FLOATING_SHARE_ESTIMATES.high;
  return [
    {
      label: 'Range',
      words: `By the floating shares of ${by}, ${shares.small} and ${share(shares.large)} (${month}), it is ${times(apollosRatio)}`,
    },
  ];
};

/** Where the ratio holds, and what becomes of it past the first floor. */
const sizeWords = ({ floors: { small, large }, factors, changed }: MethodAnswer): string => {
  const first = small.move > large.move ? small : large;
  const ratio = factors
    ? times(factors.ratios.leverage * factors.ratios.floating * factors.ratios.ebitdaToNetIncome)
    : 'one and the same';
  if (small.move === large.move)
    return `It is ${ratio} at any size ${changed.length > 0 ? 'on these inputs' : "by the note's floating shares"}: a cut ends at ${basisPointsOf(first.move)} for both`;
  return `It is ${ratio} up to a cut of ${basisPointsOf(first.move)}; from there ${first.borrower.name} gains no more, and the ratio ${first === large ? 'grows' : 'shrinks'}`;
};

/** How many times the one lift is the other, exactly and from the note's rounded figures. */
export const explainRatio = (answer: MethodAnswer): Explanation => {
  const { effects, liftRatio, roundedRatio, changed } = answer;
  if (liftRatio === undefined) {
    return {
      heading: noRatio(answer),
      lines: [{ label: 'Sum', words: `${bothShown(answer)} for a ${moveShown(answer)}` }],
    };
  }
  const whose = changed.length > 0 ? 'on these inputs' : "by the note's floating shares";
  const sizes = isFloored(answer) ? `for a ${moveShown(answer)}` : whose;
  return {
    heading: `SmallCap's lift is ${times(liftRatio)} LargeCap's ${sizes}`,
    lines: [
      {
        label: 'Sum',
        words: `${effectShown(effects.small)} ÷ ${effectShown(effects.large)} for a ${moveShown(answer)}, divided before rounding`,
      },
      ...(roundedRatio
        ? [
            {
              label: 'Rounded',
              words: `Note 000's printed ${roundedRatio.small} ÷ ${roundedRatio.large} gives ${times(roundedRatio.ratio)}: rounding only${changed.length > 0 ? ', on its own inputs' : ''}`,
            } as const,
          ]
        : []),
      { label: 'Size', words: sizeWords(answer) },
      ...apollosLine(answer),
    ],
  };
};

/** The ratio split into debt, floating share and thinness of profit. */
export const explainWhy = (answer: MethodAnswer): Explanation => {
  const { factors, effects } = answer;
  const { small, large } = effects;
  if (factors === undefined) {
    return {
      heading: noRatio(answer),
      lines: [
        {
          label: 'Why',
          words: `${small.borrower.name} owes ${timesGiven(small.borrower.debtToEbitda)} EBITDA, ${share(small.borrower.floatingShare)} floating; ${large.borrower.name} ${timesGiven(large.borrower.debtToEbitda)}, ${share(large.borrower.floatingShare)}`,
        },
      ],
    };
  }
  const { of, ratios } = factors;
  const product = ratios.leverage * ratios.floating * ratios.ebitdaToNetIncome;
  const thin = (value: number) => numberCell(value, times(value));
  return {
    heading: `Debt ${times(ratios.leverage)}, floating share ${times(ratios.floating)}, thin profit ${times(ratios.ebitdaToNetIncome)}: together ${times(product)}`,
    table: dataTable(
      'What makes one lift larger than the other',
      ['Factor', small.borrower.name, large.borrower.name, 'Times'],
      [
        [
          cell('Debt ÷ EBITDA'),
          numberCell(of.small.leverage, timesGiven(of.small.leverage)),
          numberCell(of.large.leverage, timesGiven(of.large.leverage)),
          thin(ratios.leverage),
        ],
        [
          cell('Floating share'),
          numberCell(small.borrower.floatingShare, share(small.borrower.floatingShare)),
          numberCell(large.borrower.floatingShare, share(large.borrower.floatingShare)),
          thin(ratios.floating),
        ],
        [
          cell('EBITDA ÷ profit'),
          thin(of.small.ebitdaToNetIncome),
          thin(of.large.ebitdaToNetIncome),
          thin(ratios.ebitdaToNetIncome),
        ],
      ],
    ),
    lines: [
      { label: 'Sum', words: 'Lift = fall in rate × debt ÷ EBITDA × floating share × EBITDA ÷ net income' },
      {
        label: 'Ratio',
        words: `The three multiply to ${times(product)}: ${bothShown(answer)} for a ${moveShown(answer)}`,
      },
    ],
  };
};

/** Which change of EBITDA takes the effect back. */
export const explainGrowth = (answer: MethodAnswer): Explanation => {
  const { effects, undoneBy, move } = answer;
  const { small, large } = effects;
  const isCut = move < 0;
  const size = (percent: number) => change(Math.abs(percent)).replace('+', '');
  const sum = ({ borrower, saving }: typeof small, percent: number) =>
    `${dollars(Math.abs(saving))} ÷ ${dollarsGiven(borrower.ebitda)} = ${size(percent)}`;
  return {
    heading: `An EBITDA ${isCut ? 'fall' : 'rise'} of ${size(undoneBy.small)} at SmallCap, ${size(undoneBy.large)} at LargeCap undoes a ${moveShown(answer)}`,
    lines: [
      { label: 'Sum', words: `Saving ÷ EBITDA: ${sum(small, undoneBy.small)}; ${sum(large, undoneBy.large)}` },
      {
        label: 'Model',
        words: `It moves rates alone and leaves EBITDA as it is${isCut ? '; cuts often come with weak growth' : ''}`,
      },
      { label: 'Missing', words: 'Other costs that move with sales, and tax' },
    ],
  };
};
