import {
  type Amount,
  has,
  inFull,
  marked,
  marksOf,
  type Place,
  rateWays,
  says,
  slotsOf,
  type Target,
  targetsIn,
  told,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { changedBy, NOTED, withChanges } from '../rate-move/read-assumed.ts';
import { goesOn } from '../rate-move/read-gone-on.ts';
import { isRoundSize } from '../rate-move/read-inferred.ts';
import { onlyOf, type Turned, wordsOfChanges } from '../rate-move/read-turned.ts';
import type { Reading } from '../reading.ts';
import { type SolveQuestion, SolveSchema } from './question.ts';

const WORDS =
  'wants income worded move fed rate direction reference more only correction drop per reset negation'.split(' ');

export const wordsOfSolve = (utterance: Utterance): readonly Place[] => [
  ...marksOf(utterance, ...WORDS),
  ...slotsOf(utterance, 'direction'),
  ...marked(utterance, 'parameter', 'netIncome'),
];

/** True where a size of move is asked for: `how big a cut`, `what would it take`. */
const asksSize = ({ utterance, numbers, figures }: Turned): boolean => {
  if (utterance.words.includes('enough') && has(utterance, 'income')) return true;
  // "what saves largeco 50m"
  if (/^(?:so |and |ok |n )*what (?:saves|gets|gives|lifts|costs) /.test(utterance.joined) && figures.scope)
    return true;
  if (!has(utterance, 'wants', 'size')) return false;
  const isOfMove =
    ['move', 'rate', 'fed'].some((tag) => has(utterance, tag)) ||
    rateWays(utterance).length > 0 ||
    says(utterance, /^(?:bps?|basis|easing|tightening|points)$/);
  // "whats smallco need to be up 20%"
  const isOfCompany = figures.scope !== undefined && says(utterance, /^(?:needs?|takes?|requires?)$/);
  return isOfMove || isOfCompany || [numbers.move, numbers.solve, numbers.compare].some((one) => one !== undefined);
};

/** `lift 0.5 need how many bp`: a bare number beside what is to change. */
const isBesideIncome = (utterance: Utterance, free: readonly Amount[]): boolean => {
  const [amount, second] = free.filter(({ duty }) => duty === 'must');
  return (
    amount !== undefined &&
    second === undefined &&
    amount.unit === undefined &&
    marked(utterance, 'income', 'income').some(
      // "need +12 on small ni"
      ({ from, to }) => Math.max(from - amount.to, amount.from - to) <= (amount.sign === '+' ? 3 : 1),
    ) &&
    /\b(?:how (?:many|much|big)|what (?:cut|hike|move|size)|needs?|takes?)\b/.test(utterance.joined)
  );
};

export const targetOf = ({ of, value }: Target): SolveQuestion['target'] =>
  of === 'lift' ? { of, percent: value } : { of, millions: value };

const labelOf = ({ target }: SolveQuestion): string =>
  target.of === 'lift'
    ? `Move for ${target.percent > 0 ? '+' : ''}${target.percent}% net income`
    : `Move to save $${target.millions}m`;

export const solveReading = (turned: Turned, question: SolveQuestion, uses: readonly Place[]): Reading => {
  const { utterance, figures, context } = turned;
  const isInReach = SolveSchema.shape.target.safeParse(question.target).success;
  return {
    asks: isInReach ? question : { kind: 'unclear', reason: 'not-understood', words: utterance.typed.slice(0, 60) },
    name: labelOf(question).slice(0, 30),
    how: 'exact',
    uses: [...uses, ...wordsOfSolve(utterance), ...wordsOfChanges(figures)],
    ...(context?.stale && uses.length === 0 && { isOffer: true as const }),
    keeps: {
      changed: [{ what: 'target' }, ...changedBy(figures.changes, question.only)],
      ...(figures.scope?.isOnly && { scope: figures.scope.scope }),
    },
  };
};

/** `if the Fed's rate falls 1 percent, how much more does it earn`: what is told is the move. */
const isOfFed = (utterance: Utterance, { amount }: Target): boolean =>
  amount !== undefined &&
  slotsOf(utterance, 'direction').some(
    ({ of, from, to }) =>
      of === 'rate' &&
      utterance.soft[from] === utterance.soft[amount.from] &&
      Math.min(Math.abs(amount.from - to), Math.abs(from - amount.to)) <= 2 &&
      [...marked(utterance, 'fed', 'fed'), ...marked(utterance, 'rate')].some(
        (mark) => utterance.soft[mark.from] === utterance.soft[amount.from],
      ),
  ) &&
  (says(utterance, /^(?:if|when|should|suppose|assume|say)$/) ||
    // "fed down half a percent, how much more does it make"
    utterance.soft[utterance.words.indexOf('how')] !== utterance.soft[amount.from]);

const LOSS =
  /\b(?:los(?:es?|ing) money|(?:into|in) the red|(?:makes?|turns? (?:to|into)|off|into) a loss|loss ?making)\b/;
const EVEN =
  /\b(?:break ?even|breaks even|(?:(?:to|at|is|hits?|reach\w*) (?:zero|nil|nought|nothing|0)|(?:ni|income|profits?|earnings) (?:zero|nil|0)|gone|wip\w+ (?:it )?out|no profit (?:is )?left)\b)/;

/** `it loses 10m, what cut breaks even`: the loss is what has to be saved; `how big a hike until our profit is at zero`: all of it. */
const breakEven = ({ utterance, figures, numbers }: Turned): SolveQuestion | undefined => {
  const said = utterance.joined;
  const isOfLoss = LOSS.test(said);
  if (!(EVEN.test(said) || isOfLoss) || figures.sizes.some(({ bps }) => bps > 0)) return undefined;
  const { move } = numbers;
  const own = move?.only ?? (move?.small ? 'small' : move?.large ? 'large' : undefined);
  const only = figures.scope ? (figures.scope.scope === 'large' ? 'large' : 'small') : (own ?? 'small');
  const changes = figures.changes.filter(({ parameter, value }) => parameter !== 'netIncome' || value !== 0);
  const layers = withChanges(move, changes, only);
  const { netIncome = NOTED[only].netIncome } = layers[only] ?? {};
  const asked = { kind: 'solve', only, ...layers } as const;
  if (netIncome < 0) return { ...asked, target: { of: 'saving', millions: -netIncome } };
  const isRise = slotsOf(utterance, 'direction').some(({ way }) => way === 'hike') || (move?.moveBps ?? 0) > 0;
  return isRise && netIncome > 0 && (isOfLoss || has(utterance, 'income'))
    ? { ...asked, target: { of: 'lift', percent: -100 } }
    : undefined;
};

const REACHED = /^(?:make|makes|earn|earns|reach|reaches|hit|hits)$/;

/** `for small to make 70m`: an income to reach, or so much more. */
const reached = (turned: Turned, asked: SolveQuestion, { amount }: Target): readonly Reading[] => {
  const { utterance } = turned;
  const { only = 'small', target } = asked;
  const income = asked[only]?.netIncome ?? NOTED[only].netIncome;
  const isReached =
    amount?.unit === 'money' && REACHED.test(utterance.words[amount.from - 1] ?? '') && amount.value > income / 2;
  if (!isReached || target.of !== 'saving' || income <= 0 || has(utterance, 'more')) return [];
  const percent = Math.round((target.millions / income - 1) * 1_000_000) / 10_000;
  return [solveReading(turned, { ...asked, target: { of: 'lift', percent } }, amount ? [amount] : [])];
};

/** `how big a cut for +10 % net income`: the change wanted, and the move asked for. */
export const wanted = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers, isReset } = turned;
  const isPlus =
    figures.free.some(({ sign, unit }) => sign === '+' && unit === '%') &&
    (has(utterance, 'wants') || says(utterance, /^(?:take|takes|get|for)$/));
  // "need +10 for small"
  const isNeeded =
    figures.scope !== undefined &&
    figures.free.some(({ sign, unit, value }) => sign === '+' && unit === undefined && !isRoundSize(value)) &&
    says(utterance, /^(?:needs?|wants?|target)$/);
  // "cut for small +10": nobody cuts by a plus
  const isFor =
    figures.scope !== undefined &&
    figures.free.some(({ sign, unit }) => sign === '+' && unit === undefined) &&
    rateWays(utterance).some(({ way, isStrong }) => isStrong && way === 'cut') &&
    says(utterance, /^(?:for|needed|gets?|gives?)$/);
  // "2 pct inflation target"
  const isOfEconomy = has(utterance, 'other', 'economy') && figures.scope === undefined && !has(utterance, 'income');
  if (
    isOfEconomy ||
    !(asksSize(turned) || isPlus || isFor || isNeeded) ||
    figures.sizes.some(({ unit, levels }) => unit === 'bp' || levels)
  )
    return [];
  const even = breakEven(turned);
  if (even) return [solveReading(turned, even, [wholeOf(utterance)])];
  if (figures.levels.length > 0) return [];
  const [target, second] = targetsIn(
    utterance,
    figures.free,
    isFor || isNeeded || isBesideIncome(utterance, figures.free),
  );
  if (!target || second) return [];
  const isOfIt = says(utterance, /^its?$/) && figures.scope === undefined && numbers.active === 'solve';
  // "target 50m saved instead", behind a sum: of its company and its assumptions
  const stood = numbers.active === 'solve' && goesOn(utterance) && !isReset ? numbers.solve : undefined;
  const isKept = isOfIt || (stood !== undefined && figures.scope === undefined);
  const only = isKept ? numbers.solve?.only : onlyOf({ ...turned, base: numbers.move }, true);
  const isMeant =
    has(utterance, 'income') ||
    has(utterance, 'wants') ||
    figures.scope !== undefined ||
    target.amount?.sign === '+' ||
    target.of === 'saving';
  if (!isMeant || isOfFed(utterance, target)) return [];
  const before = isReset || !goesOn(utterance) ? undefined : (stood ?? numbers.move);
  const changes = withChanges(before, figures.changes, only);
  // a hike saves nothing
  const isRise = rateWays(utterance).every(({ way }) => way === 'hike') && has(utterance, 'move', 'hike');
  const wantedTarget = isRise && target.of === 'saving' ? { ...target, value: -Math.abs(target.value) } : target;
  const asked: SolveQuestion = { kind: 'solve', ...(only && { only }), target: targetOf(wantedTarget), ...changes };
  const plain = solveReading(turned, asked, target.uses);
  const others = reached(turned, asked, wantedTarget);
  return others.length > 0 ? [...others, plain].map((one) => ({ ...one, isOffer: true as const })) : [plain];
};

const END = '(?: (?:there|here|ever|at all|on it|for it|for (?:both|them)|(?:for|on|at|in|with) (?:the )?@|a year))*$';
const MOVE = '(?:cut|hike|move|size|bps?|basis points|points|easing)';
const GIVES = '(?:gets?|gives?|brings?|makes?|adds?|yields?|delivers?)';
const asked = (said: string): RegExp => inFull(`(?:(?:with|if|at) )*(?:${said})${END}`);
/** How a target is asked for, # the target and @ a company: behind a sum, of its target; offered; or answered. */
const LIFTED: readonly (readonly [said: RegExp, how: 'behind a sum' | 'offered' | 'answered'])[] = [
  // "can largecap ever do 5"
  [
    asked('(?:can|could|will|would|does|might) @ (?:\\w+ )*?(?:do|get|reach|hit|make|manage|see|gain)(?: to)? #'),
    'behind a sum',
  ],
  // "how many bp gets smallcap to 6"
  [
    asked(
      `(?:how (?:many|much|big a)(?: ${MOVE})?|what(?:s the)? ${MOVE}).* (?:gets?|takes?|lifts?|brings?|puts?) (?:the )?@ (?:up )?to #`,
    ),
    'offered',
  ],
  // "what would it take to move the big one a full percent": a company is moved, and not the rate
  [
    asked(
      'what (?:would|does|will|did) it takes? to (?:move|lift|raise|get|push|bring) (?:the )?@ (?:\\w+ )?(?:up )?(?:by )?#',
    ),
    'answered',
  ],
  // "what wd do +10 there", "what cut gives it 6"
  [
    asked(
      `(?:(?:what|which)(?: ${MOVE})? (?:would|wd|will|could|can|might)|what ?(?:d|ll)) (?:do|${GIVES})(?: (?:it|them|(?:the )?@))?(?: to| up)? #|(?:what|which)(?: ${MOVE})? ${GIVES}(?: (?:it|them|(?:the )?@))?(?: to| up)? #|(?:what|which) ${MOVE} does #`,
    ),
    'answered',
  ],
  // "what's needed for 12 on smallcap"
  [
    asked(
      `(?:whats?|how much|how many bps?)(?: is| would be| ${MOVE} is| ${MOVE})? (?:needed|required|necessary)(?: for| to (?:get|reach|hit|make|see))? #`,
    ),
    'answered',
  ],
];

/** `what wd do +10 there`, `can largecap ever do 5`: a target, for the company that is named or shown. */
export const companyLifted = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const [amount, second] = figures.free.filter(({ duty }) => duty === 'must');
  const { solve, move, active } = numbers;
  const named = figures.scope?.scope;
  const stood = active === 'solve' ? solve : active === 'rate-move' ? move : undefined;
  if (!amount || second || !/^(?:|%|points)$/.test(amount.unit ?? '') || !(named ?? stood)) return [];
  const said = told(utterance, [
    ['@', marked(utterance, 'company')],
    ['#', [amount]],
    ['', figures.changes.flatMap(({ uses }) => uses)],
  ]);
  const [, how] = LIFTED.find(([words]) => words.test(said)) ?? [];
  const isMoved = /\bto (?:move|lift|raise|get|push|bring)\b/.test(said);
  if (!how || (how === 'behind a sum' && active !== 'solve') || (amount.unit === 'points' && !isMoved)) return [];
  const before = how === 'answered' || active === 'solve' ? stood : undefined;
  const only = named === 'both' ? undefined : (named ?? stood?.only);
  const isDown =
    amount.sign === '-' || (how === 'behind a sum' && solve?.target.of === 'lift' && solve.target.percent < 0);
  const question: SolveQuestion = {
    kind: 'solve',
    ...(only && { only }),
    target: { of: 'lift', percent: isDown ? -amount.value : amount.value },
    ...withChanges(before, figures.changes, only),
  };
  const isOpen = amount.sign === '' && (how === 'offered' || (amount.unit === undefined && isRoundSize(amount.value)));
  return [{ ...solveReading(turned, question, [wholeOf(utterance)]), ...(isOpen && { isOffer: true as const }) }];
};
