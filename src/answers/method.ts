import type { Figure } from '../notes/index.ts';
import type { MethodQuestion } from '../questions/index.ts';
import {
  afterTax,
  type Borrower,
  ebitdaChangeUndoing,
  effectOf,
  FEDERAL_TAX_RATE,
  factorRatios,
  liftFactorsOf,
  liftRatio,
  type RateMoveEffect,
} from '../sensitivity/index.ts';
import { type BasisPoints, basisPoints, dateOf, multiple, percent } from '../units.ts';
import type { MethodAnswer, Pair, RoundedRatio } from './answer.ts';
import { assumedIn, effectsOf } from './assumed.ts';
import { cited, dated, isView } from './dated-claim.ts';
import type { Facts } from './facts.ts';
import { claimsOn } from './method-claims.ts';
import { figuresOf } from './method-figures.ts';
import { PRINTED_SLIP } from './model-note.ts';
import { receiptOf } from './receipt.ts';

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
  const { borrowers, changed } = assumedIn(question.of ?? {}, facts);
  const effects = effectsOf(borrowers, move);
  const taxRate = question.taxRate === undefined ? FEDERAL_TAX_RATE.rate : percent(question.taxRate);
  const ratio = liftRatio(effects.small, effects.large);
  const rounded = roundedRatioIn(facts);
  const claims = claimsOn(question.aspect, move, facts.notes).map((claim) => dated(claim, facts));
  const computed: Omit<MethodAnswer, 'figures' | 'sources'> = {
    kind: 'method',
    id: receiptOf(question, facts),
    asOf: dateOf(facts.now),
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
    undoneBy: each(effects, ebitdaChangeUndoing),
    slip: {
      printed: PRINTED_SLIP.printed,
      effect: effectOf(facts.borrowers.small, basisPoints(PRINTED_SLIP.moveBps)),
    },
    claims,
    views: claims.filter(isView).map(cited),
  };
  const figures = figuresOf(computed);
  return {
    ...computed,
    figures,
    sources: [...new Set([...figures.map(({ source }) => source), ...claims.map(({ claim }) => claim.note.id)])],
  };
};
