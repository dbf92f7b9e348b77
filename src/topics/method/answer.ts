import {
  type Answered,
  answeredView,
  answerIdOf,
  assumedBorrowers,
  type ChangedAssumption,
  type DatedClaim,
  datedClaim,
  effectsOf,
  type Facts,
  isView,
  type Pair,
  PRINTED_SLIP,
} from '../../facts/index.ts';
import type { Claim, Figure, Library } from '../../notes/index.ts';
import {
  afterTax,
  type Borrower,
  breakEvenEbitdaChange,
  effectOf,
  FEDERAL_TAX_RATE,
  factorRatios,
  type LiftFactors,
  liftFactorsOf,
  liftRatio,
  type NetIncomeEffect,
  type RateMoveEffect,
} from '../../sensitivity/index.ts';
import {
  type BasisPoints,
  basisPoints,
  type Multiple,
  multiple,
  type Percent,
  percent,
  utcDateOf,
} from '../../units.ts';
import { figuresOf } from './figures.ts';
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
  /** The move it is explained on: the one last asked about, else 100 bp as in note 000. */
  readonly move: BasisPoints;
  readonly effects: Pair<RateMoveEffect>;
  readonly changed: readonly ChangedAssumption[];
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

/** What the notes themselves say of the model, by the claims' ids. */
const CLAIMS: Readonly<Partial<Record<MethodAspect, readonly string[]>>> = {
  formula: ['000-model-floating-only'],
  refinancing: ['000-model-floating-only'],
  companies: ['000-model-reverse-calculated', '000-model-open-sources', '000-model-leverage'],
  assumptions: ['000-model-open-sources'],
  why: ['000-leverage-and-floating'],
  growth: ['000-j-recession', '004-calvasina-mixed-blessing'],
};

/** What speaks of the weakness that brings a cut says nothing of a hike. A claim that a library lacks is left out. */
export const claimsOn = (aspect: MethodAspect, move: BasisPoints, { claims }: Library): readonly Claim[] =>
  (aspect === 'growth' && move > 0 ? [] : (CLAIMS[aspect] ?? [])).flatMap(
    (id) => claims.find((claim) => claim.id === id) ?? [],
  );

/** Note 000's own example: what a question is explained on where no move was asked about, or a hold. */
const EXAMPLE_BPS = -100;

const each = <T, U>({ small, large }: Pair<T>, of: (one: T) => U): Pair<U> => ({ small: of(small), large: of(large) });

const atFloor = (borrower: Borrower): RateMoveEffect => effectOf(borrower, basisPoints(-borrower.rate * 100));

const halfHedged = (borrower: Borrower): Borrower => ({
  ...borrower,
  floatingShare: percent(borrower.floatingShare / 2),
});

const factorsOf = ({ small, large }: Pair<Borrower>): MethodAnswer['factors'] => {
  const [one, other] = [liftFactorsOf(small), liftFactorsOf(large)];
  const ratios = one && other && factorRatios(one, other);
  return ratios && { of: { small: one, large: other }, ratios };
};

/** The ratio that comes of the two lifts as note 000 prints them. */
const roundedRatioIn = ({ notes }: Facts): RoundedRatio | undefined => {
  const printed = new Map(
    notes.claims.flatMap(({ figures }) => figures.map((figure): [string, Figure] => [figure.id, figure])),
  );
  const small = printed.get('000-smallcap-lift-100');
  const large = printed.get('000-largecap-lift-100');
  if (small === undefined || large === undefined) return undefined;
  return { small: small.printed, large: large.printed, ratio: multiple(small.value / large.value) };
};

const moveOf = ({ of }: MethodQuestion): BasisPoints => basisPoints(of?.moveBps || EXAMPLE_BPS);

/** Answers how the model works and what it leaves out, with the numbers of the move last asked about. */
export const answerMethod = (question: MethodQuestion, facts: Facts): MethodAnswer => {
  const move = moveOf(question);
  const { borrowers, changed } = assumedBorrowers(question.of ?? {}, facts);
  const effects = effectsOf(borrowers, move);
  const taxRate = question.taxRate === undefined ? FEDERAL_TAX_RATE.rate : percent(question.taxRate);
  const ratio = liftRatio(effects.small, effects.large);
  const rounded = roundedRatioIn(facts);
  const claims = claimsOn(question.aspect, move, facts.notes).map((claim) => datedClaim(claim, facts));
  const computed: Omit<MethodAnswer, 'figures' | 'sources'> = {
    kind: 'method',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    move,
    effects,
    changed,
    floors: each(borrowers, atFloor),
    halfHedged: effectsOf(each(borrowers, halfHedged), move),
    taxRate,
    afterTax: each(borrowers, (borrower) => afterTax(effectOf(borrower, move).netIncome, taxRate)),
    ...(ratio !== undefined && { liftRatio: ratio }),
    ...(rounded && { roundedRatio: rounded }),
    factors: factorsOf(borrowers),
    undoneBy: each(effects, breakEvenEbitdaChange),
    slip: {
      printed: PRINTED_SLIP.printed,
      effect: effectOf(facts.borrowers.small, basisPoints(PRINTED_SLIP.moveBps)),
    },
    claims,
    views: claims.filter(isView).map(answeredView),
  };
  const figures = figuresOf(computed);
  return {
    ...computed,
    figures,
    sources: [...new Set([...figures.map(({ source }) => source), ...claims.map(({ claim }) => claim.note.id)])],
  };
};
