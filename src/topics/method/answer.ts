import {
  answeredView,
  answerIdOf,
  assumedBorrowers,
  type ByCompany,
  baseRateOf,
  datedClaim,
  effectsOf,
  type Facts,
  isView,
  PRINTED_SLIP,
} from '../../facts/index.ts';
import type { Claim, Figure, Library } from '../../notes/index.ts';
import {
  afterTax,
  type Borrower,
  breakEvenEbitdaChange,
  deepestCut,
  effectOf,
  FEDERAL_TAX_RATE,
  factorRatios,
  liftFactorsOf,
  liftRatio,
  publishedLiftRatio,
} from '../../sensitivity/index.ts';
import { type BasisPoints, basisPoints, multiple, percent, utcDateOf } from '../../units.ts';
import { type MethodAnswer, methodFigures, type RoundedRatio } from './answer-figures.ts';
import type { MethodAspect, MethodQuestion } from './question.ts';

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
const claimsOn = (aspect: MethodAspect, move: BasisPoints, { claims }: Library): readonly Claim[] =>
  (aspect === 'growth' && move > 0 ? [] : (CLAIMS[aspect] ?? [])).flatMap(
    (id) => claims.find((claim) => claim.id === id) ?? [],
  );

/** Note 000's own example: what a question is explained on where no move was asked about, or a hold. */
const EXAMPLE_BPS = -100;

const each = <T, U>({ small, large }: ByCompany<T>, of: (one: T) => U): ByCompany<U> => ({
  small: of(small),
  large: of(large),
});

const halfHedged = (borrower: Borrower): Borrower => ({
  ...borrower,
  floatingShare: percent(borrower.floatingShare / 2),
});

const factorsOf = ({ small, large }: ByCompany<Borrower>): MethodAnswer['factors'] => {
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
  const baseRate = baseRateOf(facts.fed);
  const effects = effectsOf(borrowers, move, baseRate);
  const taxRate = question.taxRate === undefined ? FEDERAL_TAX_RATE.rate : percent(question.taxRate);
  const ratio = liftRatio(effects.small, effects.large);
  const apollos = publishedLiftRatio(borrowers.small, borrowers.large, 'high');
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
    floors: each(borrowers, (borrower) => deepestCut(borrower, baseRate)),
    fed: facts.fed,
    halfHedged: effectsOf(each(borrowers, halfHedged), move, baseRate),
    taxRate,
    afterTax: each(borrowers, (borrower) => afterTax(effectOf(borrower, move, baseRate).netIncome, taxRate)),
    ...(ratio !== undefined && { liftRatio: ratio }),
    ...(apollos !== undefined && { apollosRatio: apollos }),
    ...(rounded && { roundedRatio: rounded }),
    factors: factorsOf(borrowers),
    undoneBy: each(effects, breakEvenEbitdaChange),
    slip: { printed: PRINTED_SLIP.printed, effect: effectOf(facts.borrowers.small, basisPoints(PRINTED_SLIP.moveBps)) },
    claims,
    views: claims.filter(isView).map(answeredView),
  };
  const figures = methodFigures(computed);
  return {
    ...computed,
    figures,
    sources: [...new Set([...figures.map(({ source }) => source), ...claims.map(({ claim }) => claim.note.id)])],
  };
};
