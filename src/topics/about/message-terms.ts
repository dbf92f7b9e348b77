import type { Line } from '../../message/index.ts';
import type { Term } from './question.ts';

/** What the words of the answers mean: in one sentence, and with an example or a limit beside it. */
export const MEANINGS: Readonly<Record<Term, readonly [meaning: string, more: string]>> = {
  lift: [
    'Lift is the change of a year’s net income, in percent of it',
    'Lift = saving ÷ net income; a hike makes it negative',
  ],
  'basis point': [
    'A basis point, bp, is a hundredth of a percentage point',
    '25 bp is 0.25 of a percentage point, 100 bp one whole',
  ],
  'floating share': [
    'The floating share is the part of debt whose interest moves with the Fed’s rate',
    'The rest is fixed: a move does not reach it before it is refinanced',
  ],
  leverage: ['Leverage is debt ÷ EBITDA, also called turns', 'At 5x a company owes five years of EBITDA'],
  coverage: ['Interest cover is EBITDA ÷ interest', 'At 2x EBITDA pays the interest bill twice'],
  saving: [
    'The saving is what a cut takes off a year’s interest bill',
    'Saving = debt × floating share × fall in rate',
  ],
  EBITDA: [
    'EBITDA is earnings before interest, tax, depreciation and amortisation',
    'Debt is measured against it, since interest is paid out of it',
  ],
  'net income': [
    'Net income is what is left of a year after all costs, interest and tax',
    'Where it is zero or negative, a change has no percentage',
  ],
  ratio: ['The ratio is the Russell 2000 ÷ the S&P 500', 'It rises where small caps do better than large ones'],
  rotation: [
    'A rotation is money going from large caps into small ones',
    'It shows as a rise of the Russell 2000 ÷ the S&P 500',
  ],
  'target range': [
    'The target range is where the Fed wants the overnight rate, a quarter point wide',
    'A cut or a hike moves both of its ends',
  ],
  projections: [
    'Projections, SEP or dots, are what each Fed official expects of rates and the economy',
    'They come out at every second meeting',
  ],
  odds: ['Odds are what the prices of fed funds futures imply of a meeting', 'Without such prices there are none here'],
  'forward P/E': [
    'A forward P/E is a price ÷ the earnings expected over the next year',
    'At 18x a buyer pays 18 years of them',
  ],
  stance: [
    'A stance is what somebody expects of small caps',
    'Bullish, bearish, mixed, or neutral, as the notes word it',
  ],
};

const LISTED: readonly (readonly [Line['label'], Term])[] = [
  ['Lift', 'lift'],
  ['Size', 'basis point'],
  ['Floating', 'floating share'],
  ['Debt', 'leverage'],
  ['Cover', 'coverage'],
  ['Saving', 'saving'],
  ['Ratio', 'ratio'],
  ['Range', 'target range'],
];

/** One of them, or the most used. */
export const termLines = (term: Term | undefined): { readonly heading: string; readonly lines: readonly Line[] } => {
  if (term !== undefined) {
    const [heading, more] = MEANINGS[term];
    return { heading, lines: [{ label: 'Basis', words: more }] };
  }
  return {
    heading: 'What the words of these answers mean',
    lines: LISTED.map(([label, one]) => ({ label, words: MEANINGS[one][0] })),
  };
};
