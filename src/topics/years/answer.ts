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
  effectsOf,
  type Facts,
  type Fed,
  FIGURE_PREFIX,
  figuresFrom,
  MODEL_NOTE,
  modelFigure,
} from '../../facts/index.ts';
import {
  type Borrower,
  type DatedMove,
  type RateMoveEffect,
  type YearlyEffect,
  yearlyEffects,
} from '../../sensitivity/index.ts';
import { type BasisPoints, basisPoints, type IsoDate, type Months, percent, utcDateOf } from '../../units.ts';
import type { YearsQuestion } from './question.ts';

/** The average move that futures imply of a meeting. */
interface PricedMove {
  readonly decision: IsoDate;
  /** Weighted by the odds of each size. */
  readonly move: BasisPoints;
}

export interface YearsAnswer extends Answered {
  readonly kind: 'years';
  readonly question: YearsQuestion;
  /** All moves together. */
  readonly move: BasisPoints;
  readonly fed: Fed;
  /** What the path of futures is made of: none where they imply nothing. Absent where moves were typed. */
  readonly priced?: readonly PricedMove[];
  readonly companies: readonly CompanyId[];
  readonly borrowers: ByCompany<Borrower>;
  readonly changed: readonly ChangedAssumption[];
  /** Before any move. */
  readonly unmoved: ByCompany<RateMoveEffect>;
  /** A row a year, against a year in which nothing moves and nothing matures. */
  readonly years: ByCompany<readonly YearlyEffect[]>;
}

const MONTHS_A_YEAR = 12;

/** Months from the day of the answer to the beginning of a month; a month without a year is the next one of that name. */
const monthsTo = (month: number | undefined, year: number | undefined, today: IsoDate): Months => {
  if (month === undefined) return 0 as Months;
  const [thisYear, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const away = ((year ?? thisYear) - thisYear) * MONTHS_A_YEAR + month - thisMonth;
  return Math.max(0, year === undefined && away < 0 ? away + MONTHS_A_YEAR : away) as Months;
};

/** As far as every meeting from the next one on is implied. */
const pricedMoves = ({ odds }: Fed): readonly PricedMove[] =>
  odds.kind !== 'path'
    ? []
    : odds.meetings.flatMap((one) =>
        one.kind === 'odds' && one.fromToday ? [{ decision: one.meeting.decision, move: one.expectedMove }] : [],
      );

const movesOf = (
  { moveBps, parts }: YearsQuestion,
  today: IsoDate,
  priced: readonly PricedMove[] | undefined,
): readonly DatedMove[] => {
  if (priced) {
    return priced.map(({ decision, move }) => ({
      move,
      after: monthsTo(Number(decision.slice(5, 7)), Number(decision.slice(0, 4)), today),
    }));
  }
  return parts === undefined
    ? [{ move: basisPoints(moveBps), after: 0 as Months }]
    : parts
        .map((part) => ({ move: basisPoints(part.moveBps), after: monthsTo(part.month, part.year, today) }))
        .sort((one, other) => one.after - other.after);
};

const figuresOf = (company: CompanyId, { name }: Borrower, years: readonly YearlyEffect[]): readonly AnsweredFigure[] =>
  years.map(({ year, saving }) =>
    modelFigure(
      `${FIGURE_PREFIX[company]}.saving.year-${year}`,
      saving,
      'US$ m',
      `${name}, interest saved in year ${year}`,
    ),
  );

/** Answers what moves of the Fed, and debt that matures, do to each company year by year. */
export const answerYears = (question: YearsQuestion, facts: Facts): YearsAnswer => {
  const companies = companiesIn(question);
  const { borrowers, changed } = assumedBorrowers(question, facts, companies);
  const today = utcDateOf(facts.now);
  const baseRate = baseRateOf(facts.fed);
  const priced = question.path === undefined ? undefined : pricedMoves(facts.fed);
  const moves = movesOf(question, today, priced);
  const isUnknown = priced?.length === 0;
  const move = basisPoints(moves.reduce((sum, one) => sum + one.move, 0));
  const assumed = {
    moves,
    years: question.years,
    ...(question.lagMonths !== undefined && { resetLag: question.lagMonths as Months }),
    ...(question.matures && {
      ladder: question.matures.map(({ year, share, rate }) => ({
        year,
        share: percent(share),
        newRate: percent(rate),
      })),
    }),
  };
  const pathSource = priced && facts.fed.odds.kind === 'path' ? facts.fed.odds.source : undefined;
  const years = {
    small: yearlyEffects(borrowers.small, assumed, baseRate),
    large: yearlyEffects(borrowers.large, assumed, baseRate),
  };
  return {
    kind: 'years',
    id: answerIdOf(question, facts),
    asOf: today,
    question,
    move,
    fed: facts.fed,
    ...(priced && { priced }),
    companies,
    borrowers,
    changed,
    unmoved: effectsOf(borrowers, basisPoints(0)),
    years,
    figures: isUnknown
      ? []
      : [
          figuresFrom(pathSource ?? 'the question')('move', move, 'bp', 'rate move, negative for a cut'),
          ...companies.flatMap((company) => figuresOf(company, borrowers[company], years[company])),
        ],
    views: [],
    sources: isUnknown ? [] : [MODEL_NOTE, ...(pathSource === undefined ? [] : [pathSource])],
  };
};
