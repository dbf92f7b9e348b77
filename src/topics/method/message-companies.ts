import type { Changed, CompanyId } from '../../facts/index.ts';
import {
  type Cell,
  cell,
  dollars,
  dollarsGiven,
  type Line,
  numberCell,
  share,
  times,
  timesGiven,
} from '../../message/index.ts';
import type { Assumption, Borrower } from '../../sensitivity/index.ts';
import { coverShown } from '../../wording/index.ts';
import type { MethodAnswer } from './answer.ts';
import { type Explanation, moveShown } from './message-sum.ts';

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

const SHOWN: readonly (readonly [Assumption, name: string, shown: (value: number) => string])[] = [
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
  changed: readonly Changed[],
): Cell => {
  const was = changed.find((one) => one.company === company && one.assumption === key);
  const text = shown(borrower[key]);
  return numberCell(borrower[key], was ? `${text} (was ${shown(was.from)})` : text);
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
    table: {
      type: 'data_table',
      caption: 'The inputs of the two example companies',
      rows: [
        [cell('Input'), cell(small.borrower.name), cell(large.borrower.name)],
        ...SHOWN.map((one) => [
          cell(one[1]),
          inputCell(small.borrower, 'small', one, changed),
          inputCell(large.borrower, 'large', one, changed),
        ]),
      ],
      row_header_column_index: 0,
    },
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
      table: {
        type: 'data_table',
        caption: 'EBITDA over interest a year',
        rows: [
          [cell('Company'), cell('Before'), cell(`After a ${moveShown(answer)}`)],
          ...both.map(({ borrower }, at) => [
            cell(borrower.name),
            ...(covers[at] ?? []).map((cover) => numberCell(cover, times(cover))),
          ]),
        ],
        row_header_column_index: 0,
      },
    }),
    lines: [
      {
        label: 'Sum',
        words: `EBITDA ÷ interest: ${sums.length > 0 ? sums.join('; ') : 'none is due'}`,
      },
      { label: 'Index', words: 'The notes give no cover for the Russell 2000 or the S&P 500' },
    ],
  };
};
