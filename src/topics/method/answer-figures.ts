import {
  type Answered,
  type AnsweredFigure,
  type ByCompany,
  type ChangedAssumption,
  type CompanyId,
  type DatedClaim,
  type Fed,
  FIGURE_PREFIX,
  floorFigure,
  MODEL_NOTE,
  netIncomeFigure,
} from '../../facts/index.ts';
import {
  type deepestCut,
  FEDERAL_TAX_RATE,
  FLOATING_SHARE_ESTIMATES,
  type LiftFactors,
  type NetIncomeEffect,
  type RateMoveEffect,
} from '../../sensitivity/index.ts';
import type { BasisPoints, Multiple, Percent } from '../../units.ts';
import type { MethodAspect, MethodQuestion } from './question.ts';

/** What note 000 prints for 100 bp, and the ratio its rounded figures give. */
export interface RoundedRatio {
  readonly small: string;
  readonly large: string;
  readonly ratio: Multiple;
}

export interface MethodAnswer extends Answered {
  readonly kind: 'method';
  readonly question: MethodQuestion;
  /** The move it is explained on: the conversation's last one, else 100 bp as in note 000. */
  readonly move: BasisPoints;
  readonly effects: ByCompany<RateMoveEffect>;
  readonly changed: readonly ChangedAssumption[];
  /** The move beyond which a cut brings no more. */
  readonly floors: ByCompany<ReturnType<typeof deepestCut>>;
  readonly fed: Fed;
  /** With half of the floating debt hedged. */
  readonly halfHedged: ByCompany<RateMoveEffect>;
  /** Percent of the saving: the federal rate unless the question names another. */
  readonly taxRate: Percent;
  readonly afterTax: ByCompany<NetIncomeEffect>;
  readonly liftRatio?: Multiple;
  /** The same by Apollo's floating shares. */
  readonly apollosRatio?: Multiple;
  readonly roundedRatio?: RoundedRatio;
  readonly factors: { readonly of: ByCompany<LiftFactors>; readonly ratios: LiftFactors } | undefined;
  /** The change of EBITDA that undoes the move. */
  readonly undoneBy: ByCompany<Percent>;
  /** What note 000 prints for 200 bp at SmallCap, and the computed figure. */
  readonly slip: { readonly printed: string; readonly effect: RateMoveEffect };
  /** What the notes themselves say of it. */
  readonly claims: readonly DatedClaim[];
}

type Computed = Omit<MethodAnswer, 'figures' | 'sources'>;
type Unit = AnsweredFigure['unit'];

const COMPANIES: readonly CompanyId[] = ['small', 'large'];

const figure = (
  id: string,
  value: number | undefined,
  unit: Unit,
  label: string,
  source: string = MODEL_NOTE,
): readonly AnsweredFigure[] => (value === undefined ? [] : [{ id, value, unit, label, source }]);

/** The same figure of both companies. */
const ofEach = (
  effects: ByCompany<RateMoveEffect>,
  key: string,
  unit: Unit,
  label: string,
  value: (effect: RateMoveEffect) => number | undefined,
): readonly AnsweredFigure[] =>
  COMPANIES.flatMap((company) => {
    const effect = effects[company];
    return figure(`${FIGURE_PREFIX[company]}.${key}`, value(effect), unit, `${effect.borrower.name}, ${label}`);
  });

const lifts = (
  { effects }: Computed,
  of: (company: CompanyId) => NetIncomeEffect,
  key = '',
  label = '',
  source: string = MODEL_NOTE,
): readonly AnsweredFigure[] =>
  COMPANIES.map((company) =>
    netIncomeFigure(
      `${FIGURE_PREFIX[company]}${key}`,
      `${effects[company].borrower.name}${label}`,
      of(company),
      source,
    ),
  );

const plainLifts = (computed: Computed) => lifts(computed, (company) => computed.effects[company].netIncome);

const inputs = ({ effects }: Computed): readonly AnsweredFigure[] => [
  ...ofEach(effects, 'ebitda', 'US$ m', 'EBITDA a year', ({ borrower }) => borrower.ebitda),
  ...ofEach(effects, 'netincome', 'US$ m', 'net income a year', ({ borrower }) => borrower.netIncome),
  ...ofEach(effects, 'leverage', '×', 'total debt ÷ EBITDA', ({ borrower }) => borrower.debtToEbitda),
  ...ofEach(effects, 'floatingshare', '%', 'floating share of debt', ({ borrower }) => borrower.floatingShare),
  ...ofEach(effects, 'rate', '%', 'interest rate before the move', ({ borrower }) => borrower.rate),
];

const { by, month } = FLOATING_SHARE_ESTIMATES.high;
const APOLLOS_SHARES = `${by}, ${month}`;

const ratios = ({ liftRatio, roundedRatio, apollosRatio }: Computed): readonly AnsweredFigure[] => [
  ...figure('lift.ratio', liftRatio, '×', "SmallCap's lift ÷ LargeCap's"),
  ...figure('lift.ratio.apollo', apollosRatio, '×', 'the same by the floating shares of Apollo', APOLLOS_SHARES),
  ...figure('lift.ratio.rounded', roundedRatio?.ratio, '×', 'the same from the lifts that note 000 prints, rounded'),
];

const debts = ({ effects }: Computed) => [
  ...ofEach(effects, 'debt.floating', 'US$ m', 'floating debt', ({ floatingDebt }) => floatingDebt),
  ...ofEach(effects, 'debt.fixed', 'US$ m', 'fixed debt', ({ fixedDebt }) => fixedDebt),
];

const savings = ({ effects }: Computed) =>
  ofEach(effects, 'saving', 'US$ m', 'interest saved a year', ({ saving }) => saving);

const floors = (computed: Computed): readonly AnsweredFigure[] => [
  ...COMPANIES.map((company) => {
    const { borrower, move } = computed.floors[company];
    return floorFigure(FIGURE_PREFIX[company], borrower.name, move);
  }),
  ...lifts(computed, (company) => computed.floors[company].netIncome, '.most', ', the most a cut can bring'),
];

const factors = ({ factors: all }: Computed): readonly AnsweredFigure[] =>
  all === undefined
    ? []
    : [
        ...figure('factor.leverage', all.ratios.leverage, '×', "SmallCap's debt ÷ EBITDA over LargeCap's"),
        ...figure('factor.floating', all.ratios.floating, '×', "SmallCap's floating share over LargeCap's"),
        ...figure(
          'factor.thinness',
          all.ratios.ebitdaToNetIncome,
          '×',
          "SmallCap's EBITDA ÷ net income over LargeCap's",
        ),
      ];

const taxSource = (rate: number): string => (rate === FEDERAL_TAX_RATE.rate ? FEDERAL_TAX_RATE.source : 'the question');

const OF: Record<MethodAspect, (computed: Computed) => readonly AnsweredFigure[]> = {
  formula: (computed) => [
    ...inputs(computed),
    ...ofEach(computed.effects, 'debt.total', 'US$ m', 'total debt', ({ totalDebt }) => totalDebt),
    ...debts(computed),
    ...ofEach(computed.effects, 'interest.before', 'US$ m', 'interest a year before', ({ before }) => before.total),
    ...savings(computed),
    ...plainLifts(computed),
  ],
  tax: (computed) => [
    ...figure('tax.rate', computed.taxRate, '%', 'income tax', taxSource(computed.taxRate)),
    ...plainLifts(computed),
    ...lifts(
      computed,
      (company) => computed.afterTax[company],
      '.aftertax',
      ` after ${computed.taxRate}% tax`,
      taxSource(computed.taxRate),
    ),
  ],
  hedges: (computed) => [
    ...plainLifts(computed),
    ...lifts(
      computed,
      (company) => computed.halfHedged[company].netIncome,
      '.hedged',
      ', half its floating debt hedged',
    ),
  ],
  cash: (computed) => [...debts(computed), ...savings(computed)],
  refinancing: debts,
  timing: (computed) => [...savings(computed), ...plainLifts(computed)],
  companies: inputs,
  assumptions: inputs,
  'lift ratio': (computed) => [...ratios(computed), ...plainLifts(computed)],
  coverage: ({ effects }) => [
    ...ofEach(effects, 'coverage.before', '×', 'interest coverage before the move', (one) => one.coverageBefore),
    ...ofEach(effects, 'coverage.after', '×', 'interest coverage after the move', (one) => one.coverageAfter),
  ],
  floor: floors,
  rounding: ({ slip }) => [
    netIncomeFigure('smallcap', `${slip.effect.borrower.name}, 200 bp cut`, slip.effect.netIncome, MODEL_NOTE),
    ...figure('smallcap.lift.printed', Number.parseFloat(slip.printed), '%', 'the same as note 000 prints it'),
  ],
  why: (computed) => [
    ...factors(computed),
    ...figure('lift.ratio', computed.liftRatio, '×', "SmallCap's lift ÷ LargeCap's"),
    ...inputs(computed),
    ...plainLifts(computed),
  ],
  growth: (computed) => [
    ...COMPANIES.flatMap((company) =>
      figure(
        `${FIGURE_PREFIX[company]}.ebitda.undoing`,
        computed.undoneBy[company],
        '%',
        `${computed.effects[company].borrower.name}, change in EBITDA that undoes the move`,
      ),
    ),
    ...savings(computed),
    ...plainLifts(computed),
  ],
};

/** The numbers that an explanation states, in full precision. */
export const methodFigures = (computed: Computed): readonly AnsweredFigure[] => OF[computed.question.aspect](computed);
