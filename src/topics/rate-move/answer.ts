import {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  assumedBorrowers,
  type ByCompany,
  baseRateOf,
  type ChangedAssumption,
  type CompanyId,
  companiesIn,
  companyFigures,
  type DatedReading,
  type DatedView,
  effectsOf,
  type Facts,
  type Fed,
  FIGURE_PREFIX,
  type LiveReading,
  liveFigures,
  liveReading,
  modelFigure,
  oddsFigures,
  PRINTED_SLIP,
  type Priced,
  pricedIn,
  printedReading,
  rangeFigures,
  readingFigures,
  recessionsIn,
  type StanceCounts,
  viewsOnMove,
} from '../../facts/index.ts';
import { stanceCounts } from '../../notes/index.ts';
import {
  type Borrower,
  type Bridge,
  bridgeOf,
  isRefined,
  isRefinement,
  type LiftRange,
  liftRange,
  liftRatio,
  publishedLiftRatio,
  type RateMoveEffect,
} from '../../sensitivity/index.ts';
import { type BasisPoints, basisPoints, type Multiple, type Percent, percent, utcDateOf } from '../../units.ts';
import type { RateMoveQuestion } from './question.ts';

export interface RateMoveAnswer extends Answered {
  readonly kind: 'rate-move';
  readonly question: RateMoveQuestion;
  readonly move: BasisPoints;
  /** Those asked about: both, unless one was named. */
  readonly companies: readonly CompanyId[];
  readonly effects: ByCompany<RateMoveEffect>;
  /** Line by line from the note's sum, where more is counted than the note does. */
  readonly bridges?: ByCompany<Bridge>;
  /** The same move on note 000's own assumptions, where some were changed. */
  readonly original?: ByCompany<RateMoveEffect>;
  readonly changed: readonly ChangedAssumption[];
  /** SmallCap's lift ÷ LargeCap's; only where both are asked about. */
  readonly liftRatio?: Multiple;
  readonly ranges: ByCompany<LiftRange>;
  /** The same by each publisher's floating shares. */
  readonly publishedRatios: { readonly low?: Multiple; readonly high?: Multiple };
  /** 25, 50, 75 and 100 bp in the move's direction; empty for a hold. */
  readonly ladder: readonly { readonly move: BasisPoints; readonly effects: ByCompany<RateMoveEffect> }[];
  /** What note 000 prints for this very move where that differs from the computed figure once rounded. */
  readonly slip?: { readonly printed: string; readonly computed: Percent };
  readonly reading?: DatedReading;
  /** The ratio at its newest close, where there are closes. */
  readonly live?: LiveReading;
  readonly fed: Fed;
  /** In how many recessions small caps led, where that is known. */
  readonly recessions: ReturnType<typeof recessionsIn>;
  /** What futures imply of the next meeting, where they do. */
  readonly priced?: Priced;
  /** How far a cut goes that would take the Fed's range, as known, below zero. */
  readonly floor?: BasisPoints;
  readonly bullish: readonly DatedView[];
  readonly bearish: readonly DatedView[];
  /** In the whole library. */
  readonly stanceCounts: StanceCounts;
}

/** An answer that counts more than the note does. */
export type Bridged = RateMoveAnswer & { readonly bridges: NonNullable<RateMoveAnswer['bridges']> };

export const isBridged = (answer: RateMoveAnswer): answer is Bridged => answer.bridges !== undefined;

/** Inputs of the note that were changed, apart from what it leaves out. */
export const changedInputs = ({ changed }: RateMoveAnswer): RateMoveAnswer['changed'] =>
  changed.filter(({ assumption }) => !isRefinement(assumption));

/** Every number of a rate-move answer, in full precision. */
const rateMoveFigures = (answer: Omit<RateMoveAnswer, 'figures' | 'sources'>): readonly AnsweredFigure[] => {
  const { companies, effects, reading, live, priced, fed } = answer;
  return [
    { id: 'move', value: answer.move, unit: 'bp', label: 'rate move, negative for a cut', source: 'the question' },
    ...companies.flatMap((company) => companyFigures(FIGURE_PREFIX[company], effects[company])),
    ...(answer.liftRatio === undefined
      ? []
      : [modelFigure('lift.ratio', answer.liftRatio, '×', "SmallCap's lift ÷ LargeCap's")]),
    ...(answer.move === 0
      ? []
      : companies.flatMap((company) => rangeFigures(company, effects[company], answer.ranges[company]))),
    ...companies.flatMap((company) => bridgeFigures(company, answer)),
    ...(live ? liveFigures(live) : readingFigures(reading)),
    ...(priced && fed.odds.kind === 'path' ? oddsFigures(priced.odds, fed.odds.source) : []),
  ];
};

/** `smallcap.bridge.tax`: what each line of the bridge changes, in US$ millions. */
const bridgeFigures = (
  company: CompanyId,
  { bridges, effects }: Pick<RateMoveAnswer, 'bridges' | 'effects'>,
): readonly AnsweredFigure[] =>
  (bridges?.[company].lines ?? []).map(({ step, change }) =>
    modelFigure(
      `${FIGURE_PREFIX[company]}.bridge.${step.replaceAll(' ', '-')}`,
      change,
      'US$ m',
      `${effects[company].borrower.name}, ${step}`,
    ),
  );

const LADDER_BPS = [25, 50, 75, 100];
const BPS_A_POINT = 100;

/** Where a cut ends that is larger than the upper bound of the range. */
const floorOf = (move: BasisPoints, baseRate: Percent | undefined): BasisPoints | undefined =>
  baseRate !== undefined && -move > baseRate * BPS_A_POINT ? basisPoints(0 - baseRate * BPS_A_POINT) : undefined;

const publishedRatiosOf = ({ small, large }: ByCompany<Borrower>): RateMoveAnswer['publishedRatios'] => {
  const [low, high] = [publishedLiftRatio(small, large, 'low'), publishedLiftRatio(small, large, 'high')];
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
};

/** Answers what a rate move does to the two example companies, or to the one asked about, and who says what about it. */
export const answerRateMove = (question: RateMoveQuestion, facts: Facts): RateMoveAnswer => {
  const move = basisPoints(question.moveBps);
  const companies = companiesIn(question);
  const { borrowers, changed } = assumedBorrowers(question, facts, companies);
  const baseRate = baseRateOf(facts.fed);
  const effects = effectsOf(borrowers, move, baseRate);
  const floor = floorOf(move, baseRate);
  const countsMore = companies.some((company) => isRefined(borrowers[company]));
  const bridges = countsMore && {
    small: bridgeOf(borrowers.small, move, baseRate),
    large: bridgeOf(borrowers.large, move, baseRate),
  };
  const ratio = companies.length > 1 && !countsMore ? liftRatio(effects.small, effects.large) : undefined;
  const lift = effects.small.netIncome;
  const reading = printedReading(facts);
  const live = liveReading(facts);
  const priced = pricedIn(facts.fed);
  const isAsPrinted = companies.includes('small') && !changed.some(({ company }) => company === 'small');
  const computed: Omit<RateMoveAnswer, 'figures' | 'sources'> = {
    kind: 'rate-move',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    move,
    companies,
    effects,
    ...(bridges && { bridges }),
    ...(changed.length > 0 && { original: effectsOf(facts.borrowers, move, baseRate) }),
    changed,
    ...(ratio !== undefined && { liftRatio: ratio }),
    ranges: {
      small: liftRange('small', borrowers.small, move, baseRate),
      large: liftRange('large', borrowers.large, move, baseRate),
    },
    publishedRatios: publishedRatiosOf(borrowers),
    ladder:
      move === 0
        ? []
        : LADDER_BPS.map((size) => {
            const step = basisPoints(Math.sign(move) * size);
            return { move: step, effects: effectsOf(borrowers, step, baseRate) };
          }),
    ...(move === PRINTED_SLIP.moveBps &&
      isAsPrinted &&
      !countsMore &&
      lift.kind === 'lift' && { slip: { printed: PRINTED_SLIP.printed, computed: percent(lift.lift) } }),
    ...viewsOnMove(facts, move),
    stanceCounts: stanceCounts(facts.notes.views),
    ...(reading && { reading }),
    ...(live && { live }),
    fed: facts.fed,
    recessions: recessionsIn(facts),
    ...(priced && { priced }),
    ...(floor !== undefined && { floor }),
  };
  const figures = rateMoveFigures(computed);
  return {
    ...computed,
    figures,
    sources: [...new Set([...figures.map(({ source }) => source), ...computed.views.map(({ note }) => note)])],
  };
};
