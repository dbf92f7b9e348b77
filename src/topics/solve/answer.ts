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
  type Fed,
  FIGURE_PREFIX,
  floorFigure,
  MODEL_NOTE,
  modelFigure,
  netIncomeFigure,
  recessionsIn,
} from '../../facts/index.ts';
import {
  type Borrower,
  effectOf,
  moveForLift,
  moveForSaving,
  type RateMoveEffect,
  type SolvedMove,
} from '../../sensitivity/index.ts';
import { basisPoints, type Percent, percent, usdMillions, utcDateOf } from '../../units.ts';
import { LARGEST_MOVE_BPS } from '../rate-move/question.ts';
import type { SolveQuestion } from './question.ts';

/** The move one company needs for a wanted change. */
export interface Solved {
  readonly solved: SolvedMove;
  /** What the move does, where there is one; the company as assumed, unmoved, where there is none. */
  readonly effect: RateMoveEffect;
  /** True of a move larger than any that is answered otherwise. */
  readonly isBeyondRange: boolean;
  /** The least number of 25 bp steps that reaches the change, where a move within range does. */
  readonly steps?: { readonly count: number; readonly effect: RateMoveEffect };
}

export interface SolveAnswer extends Answered {
  readonly kind: 'solve';
  readonly question: SolveQuestion;
  readonly companies: readonly CompanyId[];
  readonly changed: readonly ChangedAssumption[];
  readonly solved: ByCompany<Solved>;
  readonly fed: Fed;
  /** In how many recessions small caps led, where that is known. */
  readonly recessions: ReturnType<typeof recessionsIn>;
}

const STEP_BPS = 25;
/** A move of 99.9999999 bp is four steps, not four and a little. */
const SLACK_BPS = 1e-6;

const solve = (borrower: Borrower, { target }: SolveQuestion, baseRate: Percent | undefined): SolvedMove =>
  target.of === 'lift'
    ? moveForLift(borrower, percent(target.percent), baseRate)
    : moveForSaving(borrower, usdMillions(target.millions), baseRate);

const stepsTo = (borrower: Borrower, move: number, baseRate: Percent | undefined): Solved['steps'] => {
  const count = Math.ceil((Math.abs(move) - SLACK_BPS) / STEP_BPS);
  const reached = basisPoints(Math.sign(move) * count * STEP_BPS);
  if (count === 0 || Math.abs(reached) > LARGEST_MOVE_BPS) return undefined;
  return { count, effect: effectOf(borrower, reached, baseRate) };
};

const solvedFor = (borrower: Borrower, question: SolveQuestion, baseRate: Percent | undefined): Solved => {
  const solved = solve(borrower, question, baseRate);
  if (solved.kind !== 'move') return { solved, effect: effectOf(borrower, basisPoints(0)), isBeyondRange: false };
  const { move } = solved;
  const isBeyondRange = Math.abs(move) > LARGEST_MOVE_BPS;
  const steps = isBeyondRange ? undefined : stepsTo(borrower, move, baseRate);
  return { solved, effect: effectOf(borrower, move, baseRate), isBeyondRange, ...(steps && { steps }) };
};

const figuresOf = (company: CompanyId, { solved, effect }: Solved): readonly AnsweredFigure[] => {
  const id = FIGURE_PREFIX[company];
  const { name } = effect.borrower;
  const moveFigure = (value: number, label: string): AnsweredFigure =>
    modelFigure(`${id}.move`, value, 'bp', `${name}, ${label}, negative for a cut`);
  const saving = (key: string, value: number, label: string): AnsweredFigure =>
    modelFigure(`${id}.${key}`, value, 'US$ m', `${name}, ${label}`);
  if (solved.kind === 'move') {
    return [
      moveFigure(solved.move, 'move that brings it'),
      netIncomeFigure(id, name, effect.netIncome, MODEL_NOTE),
      saving('saving', effect.saving, 'interest saved a year'),
    ];
  }
  if (solved.kind !== 'floor-first') return [];
  const { unfloored, floorAt, most } = solved;
  return [
    moveFigure(unfloored, 'move the formula asks for; out of reach, since a cut brings no more before that'),
    floorFigure(id, name, floorAt),
    netIncomeFigure(`${id}.most`, `${name}, the most a cut can bring`, most.netIncome, MODEL_NOTE),
    saving('most.saving', most.saving, 'the most interest a cut can save a year'),
  ];
};

/** Answers which move brings a wanted change, for each company asked about. */
export const answerSolve = (question: SolveQuestion, facts: Facts): SolveAnswer => {
  const companies = companiesIn(question);
  const { borrowers, changed } = assumedBorrowers(question, facts, companies);
  const baseRate = baseRateOf(facts.fed);
  const solved = {
    small: solvedFor(borrowers.small, question, baseRate),
    large: solvedFor(borrowers.large, question, baseRate),
  };
  const { target } = question;
  const wanted: AnsweredFigure =
    target.of === 'lift'
      ? { id: 'target', value: target.percent, unit: '%', label: 'wanted change in net income', source: 'the question' }
      : { id: 'target', value: target.millions, unit: 'US$ m', label: 'wanted saving a year', source: 'the question' };
  return {
    kind: 'solve',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(facts.now),
    question,
    companies,
    changed,
    solved,
    fed: facts.fed,
    recessions: recessionsIn(facts),
    figures: [wanted, ...companies.flatMap((company) => figuresOf(company, solved[company]))],
    views: [],
    sources: [MODEL_NOTE],
  };
};
