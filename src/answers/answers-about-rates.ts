import type {
  AssumptionRule,
  CompareMovesQuestion,
  MethodQuestion,
  RateMoveQuestion,
  SolveQuestion,
} from '../questions/index.ts';
import type {
  Assumption,
  LiftFactors,
  NetIncomeEffect,
  PublishedRange,
  RateMoveEffect,
  SolvedMove,
} from '../sensitivity/index.ts';
import type { BasisPoints, Multiple, Percent } from '../units.ts';
import type { Answered, CompanyId, DatedClaim, DatedReading, DatedView, Pair, Voices } from './answered.ts';
import type { LiveReading, Priced } from './answers-about-market.ts';
import type { Fed } from './fed-facts.ts';

/** One changed assumption, in its own unit. */
export interface Changed {
  readonly company: CompanyId;
  readonly assumption: Assumption;
  readonly rule: AssumptionRule;
  readonly from: number;
  readonly to: number;
}

export interface RateMoveAnswer extends Answered {
  readonly kind: 'rate-move';
  readonly question: RateMoveQuestion;
  readonly move: BasisPoints;
  /** Those asked about: both, unless one was named. */
  readonly companies: readonly CompanyId[];
  readonly effects: Pair<RateMoveEffect>;
  /** The same move on note 000's own assumptions, where some were changed. */
  readonly original?: Pair<RateMoveEffect>;
  readonly changed: readonly Changed[];
  /** SmallCap's lift ÷ LargeCap's; only where both are asked about. */
  readonly liftRatio?: Multiple;
  /** SmallCap's. */
  readonly range: PublishedRange;
  /** 25, 50, 75 and 100 bp in the move's direction; empty for a hold. */
  readonly ladder: readonly { readonly move: BasisPoints; readonly effects: Pair<RateMoveEffect> }[];
  /** What note 000 prints for this very move where that differs from the computed figure once rounded. */
  readonly slip?: { readonly printed: string; readonly computed: Percent };
  readonly reading?: DatedReading;
  /** The ratio at its newest close, where there are closes. */
  readonly live?: LiveReading;
  readonly fed: Fed;
  /** What futures imply of the next meeting, where they do. */
  readonly priced?: Priced;
  /** True of a cut that would take the Fed's range, as known, below zero. */
  readonly isBelowZero: boolean;
  readonly bullish: readonly DatedView[];
  readonly bearish: readonly DatedView[];
  /** In the whole library. */
  readonly voices: Voices;
}

/** One of several moves set side by side. */
export interface ComparedMove {
  readonly move: BasisPoints;
  readonly effects: Pair<RateMoveEffect>;
  /** SmallCap's lift ÷ LargeCap's. */
  readonly liftRatio?: Multiple;
}

export interface CompareMovesAnswer extends Answered {
  readonly kind: 'compare-moves';
  readonly question: CompareMovesQuestion;
  /** In the order asked, each once. */
  readonly compared: readonly ComparedMove[];
  readonly changed: readonly Changed[];
}

/** The move one company needs for a wanted change. */
export interface Solved {
  readonly solved: SolvedMove;
  /** What the move does, where there is one; the company as assumed, unmoved, where there is none. */
  readonly effect: RateMoveEffect;
  /** True of a move larger than any this desk answers otherwise. */
  readonly isBeyondRange: boolean;
  /** The least number of 25 bp steps that reaches the change, where a move within range does. */
  readonly steps?: { readonly count: number; readonly effect: RateMoveEffect };
}

export interface SolveAnswer extends Answered {
  readonly kind: 'solve';
  readonly question: SolveQuestion;
  readonly companies: readonly CompanyId[];
  readonly changed: readonly Changed[];
  readonly solved: Pair<Solved>;
}

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
  readonly effects: Pair<RateMoveEffect>;
  readonly changed: readonly Changed[];
  /** The move that takes each floating rate to zero. */
  readonly floors: Pair<RateMoveEffect>;
  /** With half of the floating debt hedged. */
  readonly halfHedged: Pair<RateMoveEffect>;
  /** After federal tax on the saving. */
  /** The federal rate unless another was asked about. */
  readonly taxRate: Percent;
  readonly afterTax: Pair<NetIncomeEffect>;
  readonly liftRatio?: Multiple;
  readonly roundedRatio?: RoundedRatio;
  readonly factors: { readonly of: Pair<LiftFactors>; readonly ratios: LiftFactors } | undefined;
  /** The change of EBITDA that undoes the move. */
  readonly undoneBy: Pair<Percent>;
  /** What note 000 prints for 200 bp at SmallCap, and the computed figure. */
  readonly slip: { readonly printed: string; readonly effect: RateMoveEffect };
  /** What the notes themselves say of it. */
  readonly claims: readonly DatedClaim[];
}
