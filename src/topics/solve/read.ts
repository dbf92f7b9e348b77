import {
  has,
  isMadeOf,
  isOnly,
  marked,
  marksOf,
  overlaps,
  type Place,
  rateWays,
  says,
  slotsOf,
  targetsIn,
  wholeOf,
} from '../../language/index.ts';
import { withChanges } from '../rate-move/read-assumed.ts';
import { scopeMeant } from '../rate-move/read-figures.ts';
import { goesOn } from '../rate-move/read-gone-on.ts';
import { isRoundSize } from '../rate-move/read-inferred.ts';
import { isOfTarget } from '../rate-move/read-number-question.ts';
import { operated } from '../rate-move/read-operations.ts';
import { isElsewhere, type Turned, turnedBy, wordsOfChanges } from '../rate-move/read-turned.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { SolveQuestion } from './question.ts';
import { companyLifted, solveReading, targetOf, wanted, wordsOfSolve } from './read-wanted.ts';

const TOLD = /^(?:is|was|are|were|hes|shes|im|age|number|top|first|last)$/;

/** `and 10?`, `ok 1 percent then`, `5 for the large one`: the sum asked for last with another target. */
const retargeted = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const base = numbers.active === 'solve' || says(utterance, /^target$/) ? numbers.solve : undefined;
  if (!base || !(goesOn(utterance) || figures.scope || utterance.unknown.size > 0)) return [];
  // "if its leverage was 5x"
  const past = says(utterance, /^if$/) ? [] : ['past'];
  // "revert to the smaller firm, target 5"
  const isUndone = marked(utterance, 'undo').some(({ to }) => utterance.words[to] !== 'to');
  if (isUndone || isElsewhere(utterance, 'ratio', ...past) || has(utterance, 'compare', 'strong')) return [];
  // "is that more than 75"
  const isSetAgainst = says(utterance, /^than$/) && !says(utterance, /^rather$/);
  if (isSetAgainst || says(utterance, /^(?:round|rounded|rounding|nearest)$/)) return [];
  const isOfRate =
    (rateWays(utterance).some(({ isStrong }) => isStrong) &&
      !has(utterance, 'income') &&
      !figures.free.some(({ unit }) => unit === 'money')) ||
    figures.free.some(({ from }) => from > 1 && /^(?:plus|minus)$/.test(utterance.words[from - 1] ?? ''));
  // "and what would 300 give" is of a move
  const isGiven =
    /\bwhat(?:s)? (?:would|does|do|will|did|\d+)\b/.test(utterance.joined) && !says(utterance, /^(?:take|need)$/);
  const isSize = isOfRate || figures.sizes.some(({ unit }) => unit === 'bp' || (isGiven && unit === undefined));
  // "he is 50" is of somebody
  const isTold = figures.free.some(
    ({ unit, from }) => unit === undefined && TOLD.test(utterance.words[from - 1] ?? ''),
  );
  // "if only a third of it floats": of the debt
  const isTaken = (place: Place): boolean =>
    figures.changes.some((change) => change.uses.some((use) => overlaps(use, place)));
  const [target, second] =
    isSize || isTold ? [] : targetsIn(utterance, figures.free, true).filter((one) => !one.uses.some(isTaken));
  // "halve it": the target
  if (!target || second || (target.amount === undefined && has(utterance, 'scale'))) return [];
  const meant = scopeMeant(turned, base.only) ?? figures.scope;
  const only = meant ? (meant.scope === 'both' ? undefined : meant.scope) : base.only;
  const [way] = rateWays(utterance);
  const isOfIncome = base.target.of === 'lift' && isOfTarget(turned);
  // a fall is gone on from as a fall
  const signed = (before: number): number =>
    way
      ? ((way.way === 'hike') === isOfIncome ? 1 : -1) * Math.abs(target.value)
      : target.value < 0
        ? target.value
        : target.value * (before < 0 && target.amount?.sign === '' ? -1 : 1);
  const isUnitless = target.amount?.unit === undefined;
  // "as a % of profit, 4"
  const isShare = isUnitless && says(utterance, /^(?:%|pct|percent|percentage)$/);
  const next: SolveQuestion['target'] =
    base.target.of === 'lift' && target.of === 'lift'
      ? { of: 'lift', percent: signed(base.target.percent) }
      : isShare
        ? { of: 'lift', percent: signed(1) }
        : base.target.of === 'saving' && (target.of === 'saving' || isUnitless)
          ? { of: 'saving', millions: signed(base.target.millions) }
          : targetOf(target);
  const { only: _, small: __, large: ___, ...bare } = base;
  const uses = [...target.uses, ...(meant?.marks ?? []), ...marksOf(utterance, 'reference', 'reset', 'scale')];
  const strange = [...utterance.unknown].map((at) => ({ from: at, to: at + 1 }));
  const all = [
    ...uses,
    ...strange,
    ...marked(utterance, 'undo'),
    ...wordsOfSolve(utterance),
    ...wordsOfChanges(figures),
  ];
  const isAside = strange.every(({ from }) => utterance.hard[from] !== utterance.hard[target.uses[0]?.from ?? 0]);
  if (!isAside || !isOnly(utterance, all)) return [];
  const layers = withChanges(turned.isReset ? undefined : base, figures.changes, only);
  const asked = solveReading(turned, { ...bare, target: next, ...layers, ...(only && { only }) }, uses);
  // "down 50" may be basis points
  const isOpen = strange.length > 0 || (way !== undefined && isUnitless && isRoundSize(target.value));
  return [{ ...asked, ...(isOpen && { isOffer: true as const }) }];
};

const changed = (turned: Turned): readonly Reading[] => {
  const targets = retargeted(turned);
  return targets.length > 0 || turned.numbers.active !== 'solve' ? targets : operated(turned);
};

const QUARTER_POINT = 25;

const STEP = /^(?:meetings?|steps?|cuts?|hikes?|each)$/;

/** `how many 25s is that`, `how many meetings at 25 a go`: the sum asked for last says its whole steps. */
const stepped = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, context } = turned;
  const { words, joined } = utterance;
  const isDerived = numbers.active === 'solve' || context?.before?.active === 'solve';
  // "in quarters of a point"
  const isQuarters = says(utterance, /^quarters$/) && /^(?:and|in|so)$/.test(words[0] ?? '');
  const steps = slotsOf(utterance, 'amount').filter(
    ({ value, unit }) => value === QUARTER_POINT || (isQuarters && unit === 'points' && value * 100 === QUARTER_POINT),
  );
  const [step, second] = steps;
  const isAsked = (/\bhow many\b/.test(joined) || isQuarters) && step !== undefined && second === undefined;
  if (!numbers.solve || !isDerived || !isAsked || !isMadeOf(utterance, steps, STEP)) return [];
  return [solveReading(turned, numbers.solve, [wholeOf(utterance)])];
};

/** Which move brings a wanted change. */
export const readSolve: ReadTopic = (utterance, context, _library, known) => {
  const turned = turnedBy(utterance, context, known);
  const again = stepped(turned);
  const lifted = again.length > 0 ? again : companyLifted(turned);
  return lifted.length > 0 ? lifted : [...wanted(turned), ...changed(turned)];
};
