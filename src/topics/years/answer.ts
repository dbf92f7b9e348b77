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
  type Facts,
  FIGURE_PREFIX,
  MODEL_NOTE,
} from '../../facts/index.ts';
import { type Borrower, type DatedMove, type YearlyEffect, yearlyEffects } from '../../sensitivity/index.ts';
import { type BasisPoints, basisPoints, type IsoDate, type Months, percent, utcDateOf } from '../../units.ts';
import type { YearsQuestion } from './question.ts';

export interface YearsAnswer extends Answered {
  readonly kind: 'years';
  readonly question: YearsQuestion;
  readonly move: BasisPoints;
  readonly companies: readonly CompanyId[];
  readonly borrowers: ByCompany<Borrower>;
  readonly changed: readonly ChangedAssumption[];
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

const movesOf = ({ moveBps, parts }: YearsQuestion, today: IsoDate): readonly DatedMove[] =>
  parts === undefined
    ? [{ move: basisPoints(moveBps), after: 0 as Months }]
    : parts
        .map((part) => ({ move: basisPoints(part.moveBps), after: monthsTo(part.month, part.year, today) }))
        .sort((one, other) => one.after - other.after);

const figuresOf = (company: CompanyId, { name }: Borrower, years: readonly YearlyEffect[]): readonly AnsweredFigure[] =>
  years.map(({ year, saving }) => ({
    id: `${FIGURE_PREFIX[company]}.saving.year-${year}`,
    value: saving,
    unit: 'US$ m',
    label: `${name}, interest saved in year ${year}`,
    source: MODEL_NOTE,
  }));

/** Answers what moves of the Fed, and debt that matures, do to each company year by year. */
export const answerYears = (question: YearsQuestion, facts: Facts): YearsAnswer => {
  const companies = companiesIn(question);
  const { borrowers, changed } = assumedBorrowers(question, facts, companies);
  const today = utcDateOf(facts.now);
  const baseRate = baseRateOf(facts.fed);
  const assumed = {
    moves: movesOf(question, today),
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
  const years = {
    small: yearlyEffects(borrowers.small, assumed, baseRate),
    large: yearlyEffects(borrowers.large, assumed, baseRate),
  };
  return {
    kind: 'years',
    id: answerIdOf(question, facts),
    asOf: today,
    question,
    move: basisPoints(question.moveBps),
    companies,
    borrowers,
    changed,
    years,
    figures: [
      {
        id: 'move',
        value: question.moveBps,
        unit: 'bp',
        label: 'rate move, negative for a cut',
        source: 'the question',
      },
      ...companies.flatMap((company) => figuresOf(company, borrowers[company], years[company])),
    ],
    views: [],
    sources: [MODEL_NOTE],
  };
};
