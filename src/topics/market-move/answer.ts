import {
  type Answered,
  type AnsweredFigure,
  answerIdOf,
  assumedBorrowers,
  type ByCompany,
  baseRateOf,
  type ChangedAssumption,
  effectsOf,
  type Facts,
  type Fed,
  modelFigure,
  oddsFigures,
  pricedIn,
} from '../../facts/index.ts';
import type { MeetingOdds, MoveOdds } from '../../fed/index.ts';
import { type Borrower, effectOf, type RateMoveEffect } from '../../sensitivity/index.ts';
import { type BasisPoints, basisPoints, type IsoDate, type Percent, percent, utcDateOf } from '../../units.ts';
import type { MarketMoveQuestion } from './question.ts';

/** The probability-weighted effect on one company: Σ probability × effect of each move. */
export interface WeightedEffect {
  /** US$ millions of interest a year; negative where it costs more. */
  readonly saving: number;
  /** Percent of net income; absent for a borrower without a profit. */
  readonly lift?: Percent;
}

export interface MarketMeeting {
  readonly decision: IsoDate;
  /** The probability-weighted move. */
  readonly move: BasisPoints;
  readonly effects: ByCompany<WeightedEffect>;
}

/** Each move that is priced for the next meeting, and what it does. */
interface PricedOutcome {
  readonly move: BasisPoints;
  /** 0 to 1. */
  readonly probability: number;
  readonly effects: ByCompany<RateMoveEffect>;
}

export interface MarketMoveAnswer extends Answered {
  readonly kind: 'rate-move-market';
  readonly question: MarketMoveQuestion;
  readonly fed: Fed;
  readonly changed: readonly ChangedAssumption[];
  /** Before any move. */
  readonly unmoved: ByCompany<RateMoveEffect>;
  /** Absent where there are no odds. */
  readonly priced?: {
    readonly odds: MeetingOdds;
    readonly next: MarketMeeting;
    readonly outcomes: readonly PricedOutcome[];
    /** From today to after each meeting, as far as every one of them is implied. */
    readonly path: readonly MarketMeeting[];
  };
}

/**
 * Σ probability × effect. Not the effect of the expected move: where a floating rate would fall to zero, a larger cut
 * brings no more, and the two differ.
 * @example 44.6 % of a hold, 55.4 % of a 25 bp hike: SmallCap −1.216019 %
 */
const weighted = (borrower: Borrower, outcomes: readonly MoveOdds[], baseRate: Percent | undefined): WeightedEffect => {
  let [saving, lift] = [0, 0];
  let hasProfit = true;
  for (const { move, probability } of outcomes) {
    const effect = effectOf(borrower, move, baseRate);
    saving += probability * effect.saving;
    if (effect.netIncome.kind === 'lift') lift += probability * effect.netIncome.lift;
    else hasProfit = false;
  }
  return { saving: saving + 0, ...(hasProfit && { lift: percent(lift) }) };
};

const meetingOf = (
  { meeting }: MeetingOdds,
  move: BasisPoints,
  outcomes: readonly MoveOdds[],
  borrowers: ByCompany<Borrower>,
  baseRate: Percent | undefined,
): MarketMeeting => ({
  decision: meeting.decision,
  move,
  effects: {
    small: weighted(borrowers.small, outcomes, baseRate),
    large: weighted(borrowers.large, outcomes, baseRate),
  },
});

/** Meetings whose sums are shown: half a year. */
const MOST_MEETINGS = 4;

const pathOf = (fed: Fed, borrowers: ByCompany<Borrower>): readonly MarketMeeting[] =>
  fed.odds.kind !== 'path'
    ? []
    : fed.odds.meetings
        .slice(0, MOST_MEETINGS)
        .flatMap((one) =>
          one.kind === 'odds' && one.fromToday
            ? [meetingOf(one, one.fromToday.expectedMove, one.fromToday.outcomes, borrowers, baseRateOf(fed))]
            : [],
        );

const COMPANIES = [
  ['small', 'smallcap', 'SmallCap'],
  ['large', 'largecap', 'LargeCap'],
] as const;

const effectFigures = ({ effects, decision }: MarketMeeting, suffix: string): readonly AnsweredFigure[] =>
  COMPANIES.flatMap(([company, id, name]): AnsweredFigure[] => {
    const { lift, saving } = effects[company];
    const when = `weighted by the odds, to ${decision}`;
    return [
      ...(lift === undefined
        ? []
        : [modelFigure(`${id}.lift${suffix}`, lift, '%', `${name}, change in net income ${when}`)]),
      modelFigure(`${id}.saving${suffix}`, saving, 'US$ m', `${name}, interest saved a year ${when}`),
    ];
  });

/** What the market prices in does to both companies: at the next meeting, and along the path that futures imply. */
export const answerMarketMove = (question: MarketMoveQuestion, facts: Facts): MarketMoveAnswer => {
  const { fed } = facts;
  const baseRate = baseRateOf(fed);
  const { borrowers, changed } = assumedBorrowers(question, facts);
  const priced = pricedIn(fed)?.odds;
  const next = priced && meetingOf(priced, priced.expectedMove, priced.outcomes, borrowers, baseRate);
  const path = pathOf(fed, borrowers);
  const source = fed.odds.kind === 'path' ? fed.odds.source : '';
  const figures =
    priced && next
      ? [
          ...oddsFigures(priced, source),
          ...effectFigures(next, ''),
          ...path.slice(1).flatMap((one) => effectFigures(one, `.${one.decision}`)),
        ]
      : [];
  return {
    kind: 'rate-move-market',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    fed,
    changed,
    unmoved: effectsOf(borrowers, basisPoints(0)),
    ...(priced &&
      next && {
        priced: {
          odds: priced,
          next,
          outcomes: priced.outcomes.map(({ move, probability }) => ({
            move,
            probability,
            effects: effectsOf(borrowers, move, baseRate),
          })),
          path,
        },
      }),
    figures,
    views: [],
    sources: [...new Set(figures.map(({ source: from }) => from))],
  };
};
