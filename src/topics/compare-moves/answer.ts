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
  floorFigure,
  MODEL_NOTE,
  modelFigure,
  netIncomeFigure,
  recessionsIn,
} from '../../facts/index.ts';
import { liftRatio, type RateMoveEffect } from '../../sensitivity/index.ts';
import { type BasisPoints, basisPoints, type Multiple, utcDateOf } from '../../units.ts';
import type { CompareMovesQuestion } from './question.ts';

/** One of several moves set side by side. */
export interface ComparedMove {
  readonly move: BasisPoints;
  readonly effects: ByCompany<RateMoveEffect>;
  /** SmallCap's lift ÷ LargeCap's; only where both are asked about. */
  readonly liftRatio?: Multiple;
}

export interface CompareMovesAnswer extends Answered {
  readonly kind: 'compare-moves';
  readonly question: CompareMovesQuestion;
  /** Those asked about: both, unless one was named. */
  readonly companies: readonly CompanyId[];
  /** In the order asked, each once. */
  readonly compared: readonly ComparedMove[];
  readonly changed: readonly ChangedAssumption[];
  readonly fed: Fed;
  /** In how many recessions small caps led, where that is known. */
  readonly recessions: ReturnType<typeof recessionsIn>;
}

/** `smallcap.lift@-25`, `smallcap.saving@-25`: the same ids as for one move, with the move behind them. */
const figuresAt = (
  { move, effects, liftRatio: ratio }: ComparedMove,
  companies: readonly CompanyId[],
): readonly AnsweredFigure[] => {
  const at = (figure: AnsweredFigure): AnsweredFigure => ({ ...figure, id: `${figure.id}@${move}` });
  const all = companies.flatMap((company): AnsweredFigure[] => {
    const { borrower, netIncome, saving } = effects[company];
    const id = FIGURE_PREFIX[company];
    return [
      netIncomeFigure(id, `${borrower.name}, ${move} bp`, netIncome, MODEL_NOTE),
      modelFigure(`${id}.saving`, saving, 'US$ m', `${borrower.name}, ${move} bp, interest saved a year`),
    ];
  });
  const ratioFigure: AnsweredFigure[] =
    ratio === undefined ? [] : [modelFigure('lift.ratio', ratio, '×', `SmallCap's lift ÷ LargeCap's, ${move} bp`)];
  return [...all, ...ratioFigure].map(at);
};

const floorsIn = (compared: readonly ComparedMove[], companies: readonly CompanyId[]): readonly AnsweredFigure[] =>
  companies.flatMap((company) => {
    const limited = compared.map(({ effects }) => effects[company]).find(({ move, limit }) => move < 0 && limit);
    return limited?.limit === undefined
      ? []
      : [floorFigure(FIGURE_PREFIX[company], limited.borrower.name, limited.limit.at)];
  });

/** Answers several moves side by side, all on the same assumptions. */
export const answerCompareMoves = (question: CompareMovesQuestion, facts: Facts): CompareMovesAnswer => {
  const companies = companiesIn(question);
  const { borrowers, changed } = assumedBorrowers(question, facts, companies);
  const moves = [...new Set(question.moves.map(basisPoints))];
  const compared = moves.map((move): ComparedMove => {
    const effects = effectsOf(borrowers, move, baseRateOf(facts.fed));
    const ratio = move === 0 || companies.length < 2 ? undefined : liftRatio(effects.small, effects.large);
    return { move, effects, ...(ratio !== undefined && { liftRatio: ratio }) };
  });
  return {
    kind: 'compare-moves',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    companies,
    compared,
    changed,
    fed: facts.fed,
    recessions: recessionsIn(facts),
    figures: [...compared.flatMap((one) => figuresAt(one, companies)), ...floorsIn(compared, companies)],
    views: [],
    sources: [MODEL_NOTE],
  };
};
