import { ASSUMPTIONS, type Overrides } from '../questions/index.ts';
import { type Assumption, type Borrower, effectOf, type RateMoveEffect } from '../sensitivity/index.ts';
import type { BasisPoints } from '../units.ts';
import type { Changed, CompanyId, Pair } from './answer.ts';
import type { Facts } from './facts.ts';

const BOTH: readonly CompanyId[] = ['small', 'large'];

/** The companies a question is about: both, unless it names one. */
export const companiesIn = ({ only }: { readonly only?: CompanyId | undefined }): readonly CompanyId[] =>
  only === undefined ? BOTH : [only];

/** The two companies as a question assumes them, and what it changes of note 000's. */
export interface Assumed {
  readonly borrowers: Pair<Borrower>;
  readonly changed: readonly Changed[];
}

const withOverrides = (borrower: Borrower, overrides: Overrides = {}): Borrower =>
  ({ ...borrower, ...overrides }) as Borrower;

const changesIn = (company: CompanyId, borrower: Borrower, overrides: Overrides = {}): readonly Changed[] =>
  (Object.keys(ASSUMPTIONS) as Assumption[]).flatMap((assumption): readonly Changed[] => {
    const to = overrides[assumption];
    return to === undefined || to === borrower[assumption]
      ? []
      : [{ company, assumption, rule: ASSUMPTIONS[assumption], from: borrower[assumption], to }];
  });

/** @param companies whose changes are told; what is not asked about is not */
export const assumedIn = (
  question: { readonly small?: Overrides | undefined; readonly large?: Overrides | undefined },
  { borrowers }: Facts,
  companies: readonly CompanyId[] = BOTH,
): Assumed => ({
  borrowers: {
    small: withOverrides(borrowers.small, question.small),
    large: withOverrides(borrowers.large, question.large),
  },
  changed: companies.flatMap((company) => changesIn(company, borrowers[company], question[company])),
});

export const effectsOf = (borrowers: Pair<Borrower>, move: BasisPoints): Pair<RateMoveEffect> => ({
  small: effectOf(borrowers.small, move),
  large: effectOf(borrowers.large, move),
});
