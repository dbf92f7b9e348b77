import type { MeetingOdds, MoveOdds } from '../fed/index.ts';
import type { MarketMoveQuestion } from '../questions/index.ts';
import { type Borrower, effectOf } from '../sensitivity/index.ts';
import { type BasisPoints, basisPoints, dateOf, percent } from '../units.ts';
import type { AnsweredFigure, MarketMeeting, MarketMoveAnswer, Pair, Priced, WeightedEffect } from './answer.ts';
import { assumedIn, effectsOf } from './assumed.ts';
import type { Facts } from './facts.ts';
import { oddsFigures } from './fed.ts';
import type { Fed } from './fed-facts.ts';
import { MODEL_NOTE } from './model-note.ts';
import { receiptOf } from './receipt.ts';

/** The odds of the very next meeting; none where its contracts are missing or stale. */
export const pricedIn = ({ odds }: Fed): Priced | undefined => {
  const next = odds.kind === 'path' ? odds.meetings[0] : undefined;
  return odds.kind === 'path' && next?.kind === 'odds'
    ? { odds: next, asOf: next.asOf, isSynthetic: odds.isSynthetic }
    : undefined;
};

/**
 * Σ probability × effect. Not the effect of the expected move: where a floating rate would fall to zero, a larger cut
 * brings no more, and the two differ.
 * @example 44.6 % of a hold, 55.4 % of a 25 bp hike: SmallCap −1.216019 %
 */
const weighted = (borrower: Borrower, outcomes: readonly MoveOdds[]): WeightedEffect => {
  let [saving, lift] = [0, 0];
  let hasProfit = true;
  for (const { move, probability } of outcomes) {
    const effect = effectOf(borrower, move);
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
  borrowers: Pair<Borrower>,
): MarketMeeting => ({
  decision: meeting.decision,
  move,
  effects: { small: weighted(borrowers.small, outcomes), large: weighted(borrowers.large, outcomes) },
});

const pathOf = ({ odds }: Fed, borrowers: Pair<Borrower>): readonly MarketMeeting[] =>
  odds.kind !== 'path'
    ? []
    : odds.meetings.flatMap((one) =>
        one.kind === 'odds' && one.fromToday
          ? [meetingOf(one, one.fromToday.expectedMove, one.fromToday.outcomes, borrowers)]
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
        : [
            {
              id: `${id}.lift${suffix}`,
              value: lift,
              unit: '%',
              label: `${name}, change in net income ${when}`,
              source: MODEL_NOTE,
            } as const,
          ]),
      {
        id: `${id}.saving${suffix}`,
        value: saving,
        unit: 'US$ m',
        label: `${name}, interest saved a year ${when}`,
        source: MODEL_NOTE,
      },
    ];
  });

/** What the market prices in does to both companies: at the next meeting, and along the path that futures imply. */
export const answerMarketMove = (question: MarketMoveQuestion, facts: Facts): MarketMoveAnswer => {
  const { fed } = facts;
  const { borrowers, changed } = assumedIn(question, facts);
  const priced = pricedIn(fed)?.odds;
  const next = priced && meetingOf(priced, priced.expectedMove, priced.outcomes, borrowers);
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
    id: receiptOf(question, facts),
    asOf: dateOf(facts.now),
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
            effects: effectsOf(borrowers, move),
          })),
          path,
        },
      }),
    figures,
    views: [],
    sources: [...new Set(figures.map(({ source: from }) => from))],
  };
};
