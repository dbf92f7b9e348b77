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
  modelFigure,
} from '../../facts/index.ts';
import {
  type Borrower,
  type FanRow,
  fanOf,
  type NetIncomeEffect,
  type SolvedShare,
  shareForLift,
  type TornadoBar,
  tornadoOf,
} from '../../sensitivity/index.ts';
import { type BasisPoints, basisPoints, percent, utcDateOf } from '../../units.ts';
import type { FanQuestion } from './question.ts';

export interface FanAnswer extends Answered {
  readonly kind: 'fan';
  readonly question: FanQuestion;
  readonly company: CompanyId;
  readonly borrower: Borrower;
  readonly move: BasisPoints;
  readonly changed: readonly ChangedAssumption[];
  /** At each published floating share and at the company's own, the smallest first. */
  readonly rows: readonly FanRow[];
  /** The other company at the shares that are published for it. */
  readonly others: readonly FanRow[];
  /** By input, the widest first; empty where shares were asked for. */
  readonly bars: readonly TornadoBar[];
  /** The floating share that brings the lift wanted, a company each. */
  readonly wanted?: ByCompany<SolvedShare>;
}

const effectFigure = (id: string, label: string, effect: NetIncomeEffect, source: string): AnsweredFigure =>
  effect.kind === 'lift'
    ? { id: `${id}.lift`, value: effect.lift, unit: '%', label, source }
    : { id: `${id}.change`, value: effect.change, unit: 'US$ m', label, source };

const rowFigures = (company: CompanyId, rows: readonly FanRow[]): readonly AnsweredFigure[] =>
  rows.map(({ share, published, effect }) =>
    effectFigure(
      `${FIGURE_PREFIX[company]}@${share}`,
      `${effect.borrower.name}, change in net income at a floating share of ${share}%`,
      effect.netIncome,
      published?.by ?? MODEL_NOTE,
    ),
  );

const barFigures = (company: CompanyId, { name }: Borrower, bars: readonly TornadoBar[]): readonly AnsweredFigure[] =>
  bars.map(({ input, distance, atFrom }) =>
    modelFigure(
      `${FIGURE_PREFIX[company]}.spread.${input.replaceAll(' ', '-')}`,
      distance,
      atFrom.kind === 'lift' ? '%' : 'US$ m',
      `${name}, distance of both ends of its ${input}`,
    ),
  );

const shareFigures = (company: CompanyId, { name }: Borrower, solved: SolvedShare): readonly AnsweredFigure[] =>
  solved.kind === 'share' || solved.kind === 'impossible'
    ? [
        modelFigure(
          `${FIGURE_PREFIX[company]}.floating-share`,
          solved.kind === 'share' ? solved.share : solved.asked,
          '%',
          `${name}, floating share that the lift takes${solved.kind === 'share' ? '' : '; more than all debt'}`,
        ),
      ]
    : [];

/** Answers how far a move's effect depends on the floating share that is assumed, or on each input in turn. */
export const answerFan = (question: FanQuestion, facts: Facts): FanAnswer => {
  const company = question.only ?? 'small';
  const move = basisPoints(question.moveBps);
  const baseRate = baseRateOf(facts.fed);
  const { borrowers, changed } = assumedBorrowers(question, facts, [company]);
  const other = company === 'small' ? 'large' : 'small';
  const { by, lift = 0 } = question;
  const isByShare = by === 'published share';
  const wanted = by === 'lift' && {
    small: shareForLift(borrowers.small, move, percent(lift), baseRate),
    large: shareForLift(borrowers.large, move, percent(lift), baseRate),
  };
  const rows = isByShare ? fanOf(company, borrowers[company], move, baseRate) : [];
  const others = isByShare ? fanOf(other, borrowers[other], move, baseRate) : [];
  const bars = by !== 'input' ? [] : tornadoOf(company, borrowers[company], move, baseRate);
  const figures: readonly AnsweredFigure[] = [
    { id: 'move', value: move, unit: 'bp', label: 'rate move, negative for a cut', source: 'the question' },
    ...rowFigures(company, rows),
    ...rowFigures(other, others),
    ...barFigures(company, borrowers[company], bars),
    ...(wanted ? companiesIn(question).flatMap((one) => shareFigures(one, borrowers[one], wanted[one])) : []),
  ];
  return {
    kind: 'fan',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    company,
    borrower: borrowers[company],
    move,
    changed,
    rows,
    others,
    bars,
    ...(wanted && { wanted }),
    figures,
    views: [],
    sources: [...new Set([MODEL_NOTE, ...figures.map(({ source }) => source)])],
  };
};
