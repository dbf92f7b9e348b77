import {
  isOnly,
  marked,
  type Place,
  rateWays,
  slotsOf,
  type Target,
  targetsIn,
  type Utterance,
} from '../../language/index.ts';
import { numbersOf } from '../context.ts';
import type { RateMoveQuestion } from '../rate-move/question.ts';
import { changedBy, withChanges } from '../rate-move/read-assumed.ts';
import { figuresOf } from '../rate-move/read-figures.ts';
import { goesOn } from '../rate-move/read-going-on.ts';
import { moveButtonName } from '../rate-move/read-names.ts';
import { has } from '../rate-move/read-noted.ts';
import { onlyOf, type Turned } from '../rate-move/read-turned.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { SolveQuestion } from './question.ts';
import { SolveSchema } from './question.ts';
import { solvedMove } from './read-solved-move.ts';

const WORDS = [
  'wants',
  'income',
  'worded',
  'move',
  'fed',
  'rate',
  'direction',
  'reference',
  'more',
  'only',
  'correction',
  'drop',
  'per',
] as const;

const wordsOfSolve = (utterance: Utterance): readonly Place[] => [
  ...WORDS.flatMap((tag) => marked(utterance, tag)),
  ...slotsOf(utterance, 'direction'),
  ...marked(utterance, 'parameter', 'netIncome'),
];

/** True where a size of move is asked for: `how big a cut`, `what would it take`. */
const asksSize = (turned: Turned): boolean => {
  const { utterance, numbers } = turned;
  if (utterance.words.includes('enough') && has(utterance, 'income')) return true;
  if (!has(utterance, 'wants', 'size')) return false;
  const isOfMove =
    has(utterance, 'move') ||
    has(utterance, 'rate') ||
    rateWays(utterance).length > 0 ||
    has(utterance, 'fed') ||
    utterance.words.some((word) => /^(?:bps?|basis|easing|tightening|points)$/.test(word));
  return isOfMove || numbers.move !== undefined || numbers.solve !== undefined || numbers.compare !== undefined;
};

const targetOf = ({ of, value }: Target): SolveQuestion['target'] =>
  of === 'lift' ? { of, percent: value } : { of, millions: value };

const labelOf = ({ target }: SolveQuestion): string =>
  target.of === 'lift'
    ? `Move for ${target.percent > 0 ? '+' : ''}${target.percent}% net income`
    : `Move to save $${target.millions}m`;

const reading = (
  turned: Turned,
  question: SolveQuestion,
  uses: readonly Place[],
  rest: Partial<Reading> = {},
): Reading => {
  const { utterance, figures, context } = turned;
  const isInReach = SolveSchema.shape.target.safeParse(question.target).success;
  return {
    asks: isInReach ? question : { kind: 'unclear', reason: 'not-understood', words: utterance.typed.slice(0, 60) },
    name: labelOf(question).slice(0, 30),
    how: 'exact',
    uses: [
      ...uses,
      ...wordsOfSolve(utterance),
      ...figures.changes.flatMap((change) => change.uses),
      ...(figures.scope?.marks ?? []),
    ],
    ...(context?.stale && uses.length === 0 && { isOffer: true as const }),
    ...rest,
    keeps: {
      changed: [{ what: 'target' }, ...changedBy(figures.changes, question.only)],
      ...(figures.scope?.isOnly && { scope: figures.scope.scope }),
    },
  };
};

/** `how big a cut for +10 % net income`: the change wanted, and the move asked for. */
const wanted = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const isPlus =
    figures.free.some(({ sign, unit }) => sign === '+' && unit === '%') &&
    (has(utterance, 'wants') || utterance.words.some((word) => /^(?:take|takes|get|for)$/.test(word)));
  if (!(asksSize(turned) || isPlus) || figures.sizes.some(({ unit, levels }) => unit === 'bp' || levels)) return [];
  const [target, second] = targetsIn(utterance, figures.free, false);
  if (!target || second) return [];
  const only = onlyOf({ ...turned, base: numbers.move }, true);
  const isMeant =
    has(utterance, 'income') ||
    figures.scope !== undefined ||
    target.amount?.sign === '+' ||
    has(utterance, 'wants') ||
    target.of === 'saving';
  if (!isMeant) return [];
  const changes = withChanges(
    turned.isReset ? undefined : numbers.move && (goesOn(utterance) ? numbers.move : turned.base),
    figures.changes,
    only,
  );
  return [reading(turned, { kind: 'solve', ...(only && { only }), target: targetOf(target), ...changes }, target.uses)];
};

/** `and 10?`, `for the large`, `ok 1 percent then`, `if 60% floats`: the sum asked for last, changed. */
const changed = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const base = numbers.active === 'solve' ? numbers.solve : undefined;
  if (!base || utterance.unknown.size > 0) return [];
  const isOther = ['other', 'odds', 'brief', 'advice', 'views', 'past', 'ratio', 'undo', 'compare'].some((tag) =>
    marked(utterance, tag).some(({ value }) => value !== 'sides'),
  );
  if (isOther || !goesOn(utterance)) return [];
  const isOfRate = rateWays(utterance).some(({ isStrong }) => isStrong) && !has(utterance, 'income');
  const targets =
    isOfRate || figures.sizes.some(({ unit }) => unit === 'bp') ? [] : targetsIn(utterance, figures.free, true);
  const [target] = targets;
  const sign = base.target.of === 'lift' && base.target.percent < 0 && target?.amount?.sign === '' ? -1 : 1;
  const named = figures.scope?.scope;
  const other =
    marked(utterance, 'reference', 'other').length > 0 && base.only
      ? base.only === 'small'
        ? 'large'
        : 'small'
      : undefined;
  const both = has(utterance, 'reference', 'both');
  const only = named ? (named === 'both' ? undefined : named) : (other ?? (both ? undefined : base.only));
  const [scale] = marked(utterance, 'scale');
  const isChanged =
    target !== undefined ||
    scale !== undefined ||
    figures.scope !== undefined ||
    other !== undefined ||
    both ||
    figures.changes.length > 0;
  const isLeft = target === undefined && figures.free.some(({ duty }) => duty === 'must');
  if (!isChanged || targets.length > 1 || isLeft) return [];
  const isSaving = target?.of === 'lift' && target.amount?.unit === undefined && base.target.of === 'saving';
  const factor = Number(scale?.value ?? 1);
  const scaledTarget =
    base.target.of === 'lift'
      ? { of: 'lift' as const, percent: base.target.percent * factor }
      : { of: 'saving' as const, millions: base.target.millions * factor };
  const next =
    target === undefined
      ? scaledTarget
      : isSaving
        ? ({ of: 'saving', millions: target.value } as const)
        : targetOf({ ...target, value: Math.abs(target.value) * (target.value < 0 ? -1 : sign) });
  const { only: _, ...rest } = base;
  const overridden = withChanges(turned.isReset ? undefined : base, figures.changes, only);
  const { small: __, large: ___, ...bare } = rest;
  const uses = [
    ...(target?.uses ?? []),
    ...(scale ? [scale] : []),
    ...marked(utterance, 'reference'),
    ...marked(utterance, 'reset'),
  ];
  const words = [
    ...uses,
    ...wordsOfSolve(utterance),
    ...figures.changes.flatMap((change) => change.uses),
    ...(figures.scope?.marks ?? []),
  ];
  if (!isOnly(utterance, words)) return [];
  return [reading(turned, { ...bare, target: next, ...overridden, ...(only && { only }) }, uses)];
};

/** `what does that do to smallcap`: the move that was solved for, looked at from a company. */
const solved = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, figures } = turned;
  const base = numbers.active === 'solve' ? numbers.solve : undefined;
  const isPointed =
    has(utterance, 'reference', 'that') &&
    utterance.words.some((word) =>
      /^(?:do|does|mean|means|impact|effect|look|hit|affect|work|cut|move|hike)$/.test(word),
    );
  if (
    !base ||
    !isPointed ||
    figures.free.some(({ duty }) => duty === 'must') ||
    has(utterance, 'wants') ||
    utterance.unknown.size > 0
  )
    return [];
  const isOther = ['other', 'odds', 'brief', 'advice', 'views', 'past', 'ratio'].some((tag) => has(utterance, tag));
  const moveBps = isOther ? undefined : solvedMove(base);
  if (moveBps === undefined) return [];
  const named = figures.scope?.scope;
  const changes = withChanges(base, figures.changes, named);
  const question: RateMoveQuestion = {
    kind: 'rate-move',
    moveBps,
    ...changes,
    ...(named && named !== 'both' && { only: named }),
  };
  return [
    {
      asks: question,
      name: moveButtonName(question),
      how: 'exact',
      uses: [
        ...wordsOfSolve(utterance),
        ...(figures.scope?.marks ?? []),
        ...figures.changes.flatMap((change) => change.uses),
      ],
      keeps: { changed: [{ what: 'size' }] },
    },
  ];
};

/** Which move brings a wanted change. */
export const readSolve: ReadTopic = (utterance, context, _library, known) => {
  const numbers = numbersOf(context);
  const figures = figuresOf(utterance, numbers, context?.before);
  const base = numbers.move && goesOn(utterance) ? numbers.move : undefined;
  const turned: Turned = {
    utterance,
    figures,
    numbers,
    context,
    known,
    base,
    isReset: has(utterance, 'reset', 'reset'),
  };
  return [...wanted(turned), ...changed(turned), ...solved(turned)];
};
