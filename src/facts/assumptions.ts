import {
  ASSUMPTIONS,
  type Assumption,
  type AssumptionRule,
  type Borrower,
  effectOf,
  type RateMoveEffect,
  REFINEMENT_RULES,
  type Refinement,
} from '../sensitivity/index.ts';
import type { Overrides } from '../topics/rate-move/question.ts';
import type { BasisPoints, Percent } from '../units.ts';
import type { ByCompany, CompanyId } from './answered.ts';
import type { Facts } from './facts.ts';

/** One changed assumption, in its own unit. */
export interface ChangedAssumption {
  readonly company: CompanyId;
  readonly assumption: Assumption | Refinement;
  readonly rule: AssumptionRule;
  /** Absent where the note assumes nothing of the kind. */
  readonly from?: number;
  readonly to: number;
}

const RULES = { ...ASSUMPTIONS, ...REFINEMENT_RULES };

const BOTH: readonly CompanyId[] = ['small', 'large'];

/** The companies a question is about: both, unless it names one. */
export const companiesIn = ({ only }: { readonly only?: CompanyId | undefined }): readonly CompanyId[] =>
  only === undefined ? BOTH : [only];

/** The two companies as a question assumes them, and what it changes of note 000's. */
export interface AssumedBorrowers {
  readonly borrowers: ByCompany<Borrower>;
  readonly changed: readonly ChangedAssumption[];
}

const withOverrides = (borrower: Borrower, overrides: Overrides = {}): Borrower =>
  ({ ...borrower, ...overrides }) as Borrower;

const changesIn = (company: CompanyId, borrower: Borrower, overrides: Overrides = {}): readonly ChangedAssumption[] =>
  (Object.keys(RULES) as (keyof typeof RULES)[]).flatMap((assumption): readonly ChangedAssumption[] => {
    const to = overrides[assumption];
    const from = borrower[assumption];
    return to === undefined || to === (from ?? 0)
      ? []
      : [{ company, assumption, rule: RULES[assumption], ...(from !== undefined && { from }), to }];
  });

/** Both companies as the question assumes them. @param companies whose changes are listed */
export const assumedBorrowers = (
  question: { readonly small?: Overrides | undefined; readonly large?: Overrides | undefined },
  { borrowers }: Facts,
  companies: readonly CompanyId[] = BOTH,
): AssumedBorrowers => ({
  borrowers: {
    small: withOverrides(borrowers.small, question.small),
    large: withOverrides(borrowers.large, question.large),
  },
  changed: companies.flatMap((company) => changesIn(company, borrowers[company], question[company])),
});

/**
 * What one move does to both companies.
 *
 * @param move basis points, negative for a cut
 * @param baseRate the Fed's rate before the move, percent, where it is known
 */
export const effectsOf = (
  borrowers: ByCompany<Borrower>,
  move: BasisPoints,
  baseRate?: Percent,
): ByCompany<RateMoveEffect> => ({
  small: effectOf(borrowers.small, move, baseRate),
  large: effectOf(borrowers.large, move, baseRate),
});

/** Id of the note whose model and example companies the rate-move answer uses. */
export const MODEL_NOTE = '000-2024-09-18';

/** Note 000 prints 17.55 % for SmallCap at 200 bp, a rounding slip of its own: 10.4481 ÷ 59.5 is 17.559832 %. */
export const PRINTED_SLIP = { moveBps: -200, printed: '17.55%' };
