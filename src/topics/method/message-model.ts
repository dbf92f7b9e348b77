import type { ChangedAssumption, CompanyId } from '../../facts/index.ts';
import {
  basisPointsOf,
  type Cell,
  cell,
  change,
  type DataTableBlock,
  dataTable,
  day,
  dollarChange,
  dollars,
  dollarsGiven,
  type Line,
  moveName,
  numberCell,
  percentOf,
  share,
  times,
  timesGiven,
} from '../../message/index.ts';
import { type Assumption, type Borrower, pointsFallen, type RateMoveEffect } from '../../sensitivity/index.ts';
import { coverShown, floorWords, liftOf } from '../../wording/index.ts';
import type { MethodAnswer } from './answer-figures.ts';

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
        words: `Floating debt × fall in rate: ${dollars(floatingDebt)} × ${share(pointsFallen(small))} = ${dollars(saving)} a year`,
      },
      { label: 'Lift', words: `Saving ÷ net income: ${liftSum(small)}` },
      { label: 'Rate', words: 'The Fed’s own short rate: floating debt follows it in full; long yields play no part' },
      { label: 'Size', words: 'Linear: twice the move is twice the lift, down to a loan floor or a rate of zero' },
      { label: 'Loss', words: 'A net income below zero has no percentage: the saving is what a loss narrows by' },
      {
        label: 'LargeCap',
        words: `The same way: ${dollars(large.floatingDebt)} × ${share(pointsFallen(large))} = ${dollars(large.saving)}; ${liftSum(large)}`,
      },
    ],
  };
};

/** `LargeCap's from 400 bp`, or that it stands there already. */
const floorOf = ({ borrower, move }: RateMoveEffect): string =>
  `${borrower.name}'s ${move === 0 ? 'is there already' : `from ${basisPointsOf(move)}`}`;

/** Where a cut stops, and the most it can bring. */
export const explainFloor = ({ floors: { small, large }, fed: { range } }: MethodAnswer): Explanation => {
  const most = {
    label: 'Size',
    words: `The most a cut can bring: ${small.borrower.name} ${effectShown(small)}, ${large.borrower.name} ${effectShown(large)}`,
  } as const;
  if (range.kind !== 'range') {
    return {
      heading: `A floating rate stops at zero: ${[small, large].map(floorOf).join(', ')}`,
      lines: [
        most,
        {
          label: 'Why',
          words: `The Fed's range is not known here, so each rate bounds the cut: ${small.borrower.name} starts at ${share(small.borrower.rate)}, ${large.borrower.name} at ${share(large.borrower.rate)}`,
        },
      ],
    };
  }
  const own = floorWords([small, large], { range });
  return {
    heading: `A cut stops where the Fed's rate is zero: ${basisPointsOf(range.upper * 100)} from today's range`,
    lines: [
      most,
      {
        label: 'Why',
        words: `The Fed's range ends at ${percentOf(range.upper)}, as of ${day(range.through)}; loans are priced over it, and only that part can fall`,
      },
      { label: 'Model', words: own === '' ? 'A larger cut is computed to it, and the answer says so' : own },
    ],
  };
};

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

const owes = ({ borrower }: MethodAnswer['effects']['small']): string =>
  `${borrower.name} ${timesGiven(borrower.debtToEbitda)} EBITDA, ${share(borrower.floatingShare)} floating at ${share(borrower.rate)}`;

/** Whom SmallCap and LargeCap stand for, and how J came to them. */
export const explainCompanies = ({ effects: { small, large } }: MethodAnswer): Explanation => ({
  heading: 'SmallCap and LargeCap are two examples, not the Russell 2000 and the S&P 500',
  lines: [
    {
      label: 'SmallCap',
      words: `EBITDA ${dollarsGiven(small.borrower.ebitda)}, net income ${dollarsGiven(small.borrower.netIncome)}, debt ${timesGiven(small.borrower.debtToEbitda)} EBITDA`,
    },
    {
      label: 'LargeCap',
      words: `EBITDA ${dollarsGiven(large.borrower.ebitda)}, net income ${dollarsGiven(large.borrower.netIncome)}, debt ${timesGiven(large.borrower.debtToEbitda)} EBITDA`,
    },
  ],
});

/** The inputs that note 000 gives; a loan floor is none of them. */
type Given = Exclude<Assumption, 'loanFloor'>;

const SHOWN: readonly (readonly [Given, name: string, shown: (value: number) => string])[] = [
  ['ebitda', 'EBITDA', dollarsGiven],
  ['netIncome', 'Net income', dollarsGiven],
  ['debtToEbitda', 'Debt ÷ EBITDA', timesGiven],
  ['floatingShare', 'Floating share', share],
  ['rate', 'Interest rate', share],
];

/** `60% (was 45%)` where it was changed. */
const inputCell = (
  borrower: Borrower,
  company: CompanyId,
  [key, , shown]: (typeof SHOWN)[number],
  changed: readonly ChangedAssumption[],
): Cell => {
  const was = changed.find((one) => one.company === company && one.assumption === key);
  const text = shown(borrower[key]);
  return numberCell(borrower[key], was ? `${text} (was ${shown(was.from ?? 0)})` : text);
};

/** Every input of both companies; those changed keep the note's beside them. */
export const explainAssumptions = ({ effects: { small, large }, changed, move }: MethodAnswer): Explanation => {
  const count = SHOWN.length * 2;
  const how = changed.length === 0 ? '' : `${changed.length} of ${count} inputs changed: `;
  const line: Line = {
    label: 'Model',
    words:
      changed.length === 0
        ? 'All inputs are those of note 000. Change one: /ratecut 50bps floating=60%'
        : `The rest are those of note 000. Back to them: /ratecut ${move > 0 ? 'hike ' : ''}${Math.abs(move)}bps`,
  };
  return {
    heading: `${how}${owes(small)}; ${owes(large)}`,
    table: dataTable(
      'The inputs of the two example companies',
      ['Input', small.borrower.name, large.borrower.name],
      SHOWN.map((one) => [
        cell(one[1]),
        inputCell(small.borrower, 'small', one, changed),
        inputCell(large.borrower, 'large', one, changed),
      ]),
    ),
    lines: [line],
  };
};

/** How often EBITDA covers the interest bill; for the examples, not for an index. */
export const explainCoverage = (answer: MethodAnswer): Explanation => {
  const { small, large } = answer.effects;
  const both = [small, large];
  const covers = both.flatMap(({ coverageBefore, coverageAfter }) =>
    coverageBefore === undefined || coverageAfter === undefined ? [] : [[coverageBefore, coverageAfter] as const],
  );
  const sums = both.flatMap(({ borrower, before: bill, coverageBefore }) =>
    coverageBefore === undefined ? [] : [`${dollarsGiven(borrower.ebitda)} ÷ ${dollars(bill.total)}`],
  );
  const before = both.map(({ borrower, coverageBefore }) => `${borrower.name} ${coverShown(coverageBefore)}`);
  return {
    heading: `Interest cover before any move: ${before.join(', ')}`,
    ...(covers.length === both.length && {
      table: dataTable(
        'EBITDA over interest a year',
        ['Company', 'Before', `After a ${moveShown(answer)}`],
        both.map(({ borrower }, at) => [
          cell(borrower.name),
          ...(covers[at] ?? []).map((cover) => numberCell(cover, times(cover))),
        ]),
      ),
    }),
    lines: [
      { label: 'Sum', words: `EBITDA ÷ interest: ${sums.length > 0 ? sums.join('; ') : 'none is due'}` },
      { label: 'Index', words: 'The notes give no cover for the Russell 2000 or the S&P 500' },
    ],
  };
};
