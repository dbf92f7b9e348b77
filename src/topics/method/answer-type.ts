import type { Answered, ByCompany, ChangedAssumption, DatedClaim } from '../../facts/index.ts';
import type { LiftFactors, NetIncomeEffect, RateMoveEffect } from '../../sensitivity/index.ts';
import type { BasisPoints, Multiple, Percent } from '../../units.ts';
import type { MethodQuestion } from './question.ts';

/** What note 000 prints for 100 bp, and the ratio its rounded figures give. */
export interface RoundedRatio {
  readonly small: string;
  readonly large: string;
  readonly ratio: Multiple;
}

export interface MethodAnswer extends Answered {
  readonly kind: 'method';
  readonly question: MethodQuestion;
  /** The move it is explained on: the one last asked about, else 100 bp as in note 000. */
  readonly move: BasisPoints;
  readonly effects: ByCompany<RateMoveEffect>;
  readonly changed: readonly ChangedAssumption[];
  /** The move that takes each floating rate to zero. */
  readonly floors: ByCompany<RateMoveEffect>;
  /** With half of the floating debt hedged. */
  readonly halfHedged: ByCompany<RateMoveEffect>;
  /** After federal tax on the saving. */
  /** The federal rate unless another was asked about. */
  readonly taxRate: Percent;
  readonly afterTax: ByCompany<NetIncomeEffect>;
  readonly liftRatio?: Multiple;
  readonly roundedRatio?: RoundedRatio;
  readonly factors: { readonly of: ByCompany<LiftFactors>; readonly ratios: LiftFactors } | undefined;
  /** The change of EBITDA that undoes the move. */
  readonly undoneBy: ByCompany<Percent>;
  /** What note 000 prints for 200 bp at SmallCap, and the computed figure. */
  readonly slip: { readonly printed: string; readonly effect: RateMoveEffect };
  /** What the notes themselves say of it. */
  readonly claims: readonly DatedClaim[];
}
