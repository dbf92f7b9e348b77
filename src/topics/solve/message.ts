import type { CompanyId } from '../../facts/index.ts';
import {
  basisPointsOf,
  capitalized,
  change,
  dollars,
  dollarsGiven,
  fitHeading,
  type Line,
  type Message,
  renderShortAnswer,
  share,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import { catchWords, changedWords, HOW_COMPUTED, liftOf, modelWords, moveLabel } from '../../wording/index.ts';
import { LARGEST_MOVE_BPS } from '../rate-move/question.ts';
import type { SolveAnswer, Solved } from './answer.ts';

const STEP_BPS = 25;
const LEAST_WITH_ONE_DECIMAL = 10;
const MOST_SHOWN_BPS = 1_000_000;

/** `113.9 bp`, `2,142.1 bp`: one decimal, two for a small move; a size that says no more is not spelt out. */
const sizeOf = (bps: number): string => {
  const size = Math.abs(bps);
  if (size > MOST_SHOWN_BPS) return `more than ${basisPointsOf(MOST_SHOWN_BPS)}`;
  if (size < LEAST_WITH_ONE_DECIMAL) return basisPointsOf(Number(size.toPrecision(2)));
  return basisPointsOf(Number(size.toFixed(1)));
};

const directionOf = (bps: number): string => (bps < 0 ? 'cut' : 'hike');

/** `an 80 bp cut`, `a 113.9 bp cut`; a move too large to spell out goes without an article. */
const moveWords = (bps: number): string => {
  const size = sizeOf(bps);
  if (bps === 0) return 'no move';
  if (Math.abs(bps) > MOST_SHOWN_BPS) return `a ${directionOf(bps)} of ${size}`;
  const article = /^(?:8|11\D|18\D|11,|18,)/.test(size) ? 'an ' : 'a ';
  return `${article}${size} ${directionOf(bps)}`;
};

const targetWords = ({ question: { target } }: SolveAnswer): string => {
  if (target.of === 'lift') {
    return target.percent === 0
      ? 'Net income unchanged'
      : `Net income ${target.percent > 0 ? '+' : ''}${share(target.percent)}`;
  }
  const { millions } = target;
  if (millions === 0) return 'Interest unchanged';
  return `${dollarsGiven(Math.abs(millions))} ${millions > 0 ? 'less' : 'more'} interest a year`;
};

const shortly = ({ solved }: Solved): string => {
  switch (solved.kind) {
    case 'move':
      return moveWords(solved.move);
    case 'floor-first':
      return 'out of reach';
    case 'no-floating-debt':
      return 'no floating debt';
    case 'no-profit':
      return 'no profit to lift';
  }
};

const title = (answer: SolveAnswer): string => {
  const { companies, solved } = answer;
  const said = companies.map((company) => `${solved[company].effect.borrower.name} ${shortly(solved[company])}`);
  return fitHeading(`${targetWords(answer)}: ${said.join(', ')}`, targetWords(answer));
};

const ENDS: Record<Extract<Solved['solved'], { kind: 'floor-first' }>['by'], string> = {
  'base rate': "The Fed's rate is zero from",
  'own rate': 'Rate zero from',
  'loan floor': 'Its loan floor ends a cut at',
};

/** `$5.95m on $522.41m of floating debt`, or why there is no such move. */
const reason = ({ solved, effect, isBeyondRange }: Solved, { of }: SolveAnswer['question']['target']): string => {
  const { borrower, floatingDebt, saving } = effect;
  switch (solved.kind) {
    case 'move': {
      if (solved.move === 0) return 'No move: all stays as it is';
      const lift = liftOf(effect);
      const verb = saving > 0 ? 'saves' : 'costs';
      const beyond = isBeyondRange ? `; beyond the ${basisPointsOf(LARGEST_MOVE_BPS)} this desk answers` : '';
      return `${capitalized(moveWords(solved.move))} ${verb} ${dollars(Math.abs(saving))} a year on ${dollars(floatingDebt)} floating${lift === undefined ? '' : `, ${change(lift)} of ${dollarsGiven(borrower.netIncome)}`}${beyond}`;
    }
    case 'floor-first': {
      const { most, floorAt, by, unfloored } = solved;
      if (floorAt === 0)
        return by === 'loan floor'
          ? "Its loan floor is above the Fed's rate: no cut brings anything"
          : 'The rate is zero already: no cut brings anything';
      const lift = of === 'saving' ? undefined : liftOf(most);
      const brings = lift === undefined ? `saves ${dollars(most.saving)}` : `brings ${change(lift)}`;
      return `${ENDS[by]} ${basisPointsOf(floorAt)}, which ${brings}; the sum alone asks for ${sizeOf(unfloored)}`;
    }
    case 'no-floating-debt':
      return 'None of its debt floats, so no move changes its interest';
    case 'no-profit':
      return 'Without a profit there is no percentage of it; ask for a saving in dollars';
  }
};

const LABELS: Record<CompanyId, 'SmallCap' | 'LargeCap'> = { small: 'SmallCap', large: 'LargeCap' };

/** `SmallCap 5 cuts of 25 bp, which bring +10.97%`. */
const stepsOf = ({ solved, steps, effect }: Solved, { of }: SolveAnswer['question']['target']): readonly string[] => {
  if (steps === undefined || solved.kind !== 'move') return [];
  const { count } = steps;
  const lift = of === 'saving' ? undefined : liftOf(steps.effect);
  const brought = lift === undefined ? dollars(Math.abs(steps.effect.saving)) : change(lift);
  const noun = `${directionOf(solved.move)}${count === 1 ? '' : 's'}`;
  return [`${effect.borrower.name} ${count} ${noun}, ${brought}`];
};

const linesOf = ({ question, companies, changed, solved, recessions }: SolveAnswer): readonly Line[] => {
  const steps = companies.flatMap((company) => stepsOf(solved[company], question.target));
  const effects = { small: solved.small.effect, large: solved.large.effect };
  const isCut = companies.some((company) => {
    const one = solved[company].solved;
    return one.kind === 'floor-first' || (one.kind === 'move' && one.move < 0);
  });
  return [
    ...(changed.length > 0 ? [{ label: 'Changed', words: changedWords(changed, effects) } as const] : []),
    ...companies.map((company): Line => ({ label: LABELS[company], words: reason(solved[company], question.target) })),
    ...(steps.length > 0
      ? [{ label: 'Steps', words: `In whole steps of ${basisPointsOf(STEP_BPS)}: ${steps.join('; ')}` } as const]
      : []),
    ...(isCut ? [{ label: 'Catch', words: catchWords(-1, recessions) } as const] : []),
  ];
};

/** The whole steps on both sides of each move found, to see them in full. */
const offers = ({ question, companies, solved }: SolveAnswer): readonly Offer[] => {
  const { small, large } = question;
  const assumptions = { ...(small && { small }), ...(large && { large }) };
  const moves = companies.flatMap((company) => {
    const one = solved[company];
    if (one.solved.kind !== 'move' || one.isBeyondRange) return [];
    const steps = one.solved.move / STEP_BPS;
    return [Math.floor(steps) * STEP_BPS, Math.ceil(steps) * STEP_BPS];
  });
  const sizes = [...new Set(moves.map((move) => move + 0))]
    .filter((move) => move !== 0 && Math.abs(move) <= LARGEST_MOVE_BPS)
    .sort((one, other) => Math.abs(one) - Math.abs(other))
    .slice(0, 4);
  return [
    ...sizes.map(
      (move): Offer => ({ label: moveLabel(move), question: { kind: 'rate-move', moveBps: move, ...assumptions } }),
    ),
    HOW_COMPUTED,
  ];
};

/** Which move brings a wanted change, or why none does. */
export const renderSolve = (answer: SolveAnswer): Message =>
  renderShortAnswer({
    heading: title(answer),
    lines: linesOf(answer),
    offers: offers(answer),
    source: [modelWords(answer.changed, answer.companies)],
    id: answer.id,
  });
