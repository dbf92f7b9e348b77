import { amountAt } from './amounts.ts';
import type { Mark } from './lexicon.ts';
import { scaled } from './numerals.ts';
import type { Amount, Parameter, Scope, Span } from './slots.ts';
import { tokensOf } from './tokens.ts';
import type { Utterance } from './utterance.ts';

/** What may stand between a parameter and its number. */
const GLUE = new Set(
  `of at is to = : the its would will could should might may be bill bills only kindly their his it only just about share shares rate part portion debt was were are goes go becomes become become up down being
  that than a an from around say now set total all which ebitda stays stays moves rises falls drops jumps fell rose slips slid sinks climbs grows shrinks gains loses by another had has have instead level levels equals
  for company companies one small large big smallcap largecap cap both s floating variable roughly like with`.split(
    /\s+/,
  ),
);
/** Between a number and the parameter behind it. */
const GLUE_BEFORE = new Set(
  'of the its their his it they debt is are was were being a an total all book loans that s in at on small large big smallcap largecap cap company rate be'.split(
    ' ',
  ),
);
const FARTHEST = 7;

const isShare = (parameter: Parameter): boolean =>
  parameter === 'floatingShare' || parameter === 'fixedShare' || parameter === 'hedged' || parameter === 'tax';

/** Whether a number's unit may be the parameter's. `isSet`: a sign or word links them; a bare number needs one. */
const fits = (
  parameter: Parameter,
  { unit, value, sign, isFraction }: Amount,
  isSet: boolean,
  isPaid = false,
): boolean => {
  if (sign !== '' && parameter !== 'netIncome' && !isSet) return false;
  if (parameter === 'hedged') return unit === '%' || (unit === undefined && isFraction);
  if (isShare(parameter)) return unit === '%' || unit === 'points' || (unit === undefined && value <= 100);
  switch (parameter) {
    case 'debtToEbitda':
      return unit === 'x' || unit === 'money' || (unit === undefined && value <= 50 && !(isFraction && value < 1));
    case 'loanFloor':
      return unit === '%' || unit === 'bp' || (unit === undefined && value <= 20);
    case 'rate':
      return unit === '%' || (unit === undefined && (isSet || isPaid) && value <= 50);
    // "a tenth of the profit": a change of it
    case 'ebitda':
      return unit === 'money' || (unit === undefined && !(isFraction && value < 1));
    case 'netIncome':
      return unit === 'money' || (unit === undefined && (isSet || isPaid) && !(isFraction && value < 1));
    default:
      return false;
  }
};

/** The largest decimals that are read as a part of one: 0.6 floating is 60 %, a rate of 0.05 is 5 %. */
const LARGEST_PART = { share: 1, rate: 0.15 } as const;

/** A number in the parameter's own unit; NaN where it could be either (`rate=0.5`) or does not fit. */
export const inOwnUnit = (parameter: Parameter, { value, unit, sign, isFraction, isDecimal }: Amount): number => {
  if (sign !== '' && parameter !== 'netIncome') return Number.NaN;
  const signed = sign === '-' ? -value : value;
  const isRate = parameter === 'rate' || parameter === 'loanFloor';
  if (isShare(parameter) || isRate) {
    if (unit === '%') return value;
    if (unit === 'bp' && isRate) return value / 100;
    if (unit !== undefined) return Number.NaN;
    // "a floor at three and a half"
    if (isFraction) return isRate && value >= 1 ? value : scaled(value, 100);
    if (!isDecimal || value > 1 || parameter === 'loanFloor') return value;
    return value <= LARGEST_PART[parameter === 'rate' ? 'rate' : 'share'] ? scaled(value, 100) : Number.NaN;
  }
  if (parameter === 'debtToEbitda') return unit === undefined || unit === 'x' ? value : Number.NaN;
  return unit === undefined || unit === 'money' ? signed : Number.NaN;
};

/** The one value that a text is, in the parameter's own unit; undefined where it is none, or says more. */
export const valueIn = (parameter: Parameter, typed: string): number | undefined => {
  const { all } = tokensOf(typed);
  const amount = amountAt(all, 0);
  if (amount === undefined || amount.to !== all.length || amount.unit === 'points') return undefined;
  const value = inOwnUnit(parameter, amount);
  // a bare 0.5 in a field of percent is that
  const isOwn = parameter === 'rate' && amount.unit === undefined && amount.sign === '';
  const own = Number.isNaN(value) && isOwn ? amount.value : value;
  return Number.isNaN(own) ? undefined : own;
};

/** A number said of a company: one of its assumptions, or what the model leaves out. */
export interface Setting {
  readonly parameter: Parameter;
  /** In its own unit: percent, a multiple, US$ m. NaN where the unit does not fit. */
  readonly value: number;
  /** Whose, where a company is named beside it. */
  readonly company?: Scope;
  /** Debt as an amount: `value` is in US$ m, and becomes a multiple of the company's EBITDA. */
  readonly isAmount?: true;
  /** `by 10%`, `half its floating`: of what it is now. */
  readonly factor?: number;
  /** A change whose size is said and not its outcome: `raise floating by 10 points`. */
  readonly isChange?: true;
  /** Of such a change: whether it is so much more, or less. */
  readonly step?: 1 | -1;
  readonly amount?: Amount;
  readonly uses: readonly Pick<Span, 'from' | 'to'>[];
}

export const scopeOf = ({ value }: Mark): Scope =>
  value === 'both' ? 'both' : value.startsWith('small') ? 'small' : 'large';

/** `ebitda 20 lower`, `three turns higher`: by so much, and not to it; not `4x, down from 6.5`. */
export const isStepAway = ({ words }: Utterance, { to, unit }: Amount): boolean =>
  unit !== '%' &&
  /^(?:lower|higher|less|more|down|up|fewer)$/.test(words[to] ?? '') &&
  !/^(?:from|to|at|as)$/.test(words[to + 1] ?? '');

export interface SettingPair {
  readonly mark: Mark;
  readonly amount: Amount;
  /** Words between them. */
  readonly away: number;
  readonly isBefore: boolean;
  readonly isSet: boolean;
  readonly between: readonly string[];
}

const SETS = new Set(['=', ':', 'at', 'of', 'to', 'is', 'was', 'were']);

const isGlue = ({ words, marks, tokens }: Utterance, at: number, glue: ReadonlySet<string>): boolean =>
  glue.has(words[at] as string) ||
  // "net income more like 30m"
  (words[at] === 'more' && words[at + 1] === 'like') ||
  marks.some(({ tag, from, to }) => (tag === 'company' || tag === 'only') && from <= at && at < to) ||
  (tokens[at]?.kind === 'sign' && /^[=:/>]$/.test(words[at] as string));

/** `loss making, -20m`, `in the red by 12m`. */
const LOSS_BEFORE = /^(?:[,:]?(?:-|minus)|by)$/;

export const pairsOf = (
  utterance: Utterance,
  marks: readonly Mark[],
  amounts: readonly Amount[],
): readonly SettingPair[] =>
  marks.flatMap((mark) =>
    amounts.flatMap((amount): readonly SettingPair[] => {
      const isBefore = amount.to <= mark.from;
      const [from, to] = isBefore ? [amount.to, mark.from] : [mark.to, amount.from];
      if (to < from || to - from > FARTHEST || utterance.hard[from - 1] !== utterance.hard[to]) return [];
      const between = utterance.words.slice(from, to);
      const glue = isBefore ? GLUE_BEFORE : GLUE;
      const isLoss =
        mark.value === 'loss' && amount.unit === 'money' && LOSS_BEFORE.test(`${between.join('')}${amount.sign}`);
      if (!isLoss && !between.every((_, step) => isGlue(utterance, from + step, glue))) return [];
      const isSet = between.some((word) => SETS.has(word));
      return [{ mark, amount, away: between.length, isBefore, isSet, between }];
    }),
  );

const INCOME = /^(?:net|ni|income|profit)$/;
/** `income 5 higher`, `profit 10 up`: a change of it. */
const WANTED = /^(?:higher|lower|up|down|more|less|better|worse)$/;
const LEAST_OWN_RATE = 6;
const RATE_SET = new Set(['=', ':']);

/** A rate is the company's own where it is set to it, or stands behind its percentage and before no move. */
const isPlainRate = (utterance: Utterance, { mark, amount, isBefore, between }: SettingPair): boolean => {
  if (utterance.marks.some(({ tag, from, to }) => tag === 'rate' && from < mark.from && to >= mark.to)) return false;
  if (!isBefore) {
    // "rate 8%" is above all that the Fed could mean by it
    const isHigh =
      between.every((word) => /^(?:to|at|of|is|was|bill|bills)$/.test(word)) &&
      amount.unit === '%' &&
      amount.value >= LEAST_OWN_RATE;
    return (between.some((word) => RATE_SET.has(word)) && utterance.words[mark.to] !== 'is') || isHigh;
  }
  const next = utterance.words[mark.to] ?? '';
  return (
    amount.unit === '%' &&
    between.length === 0 &&
    amount.value >= 1 &&
    !/^(?:cut|cuts|hike|hikes|rise|fall|drop|move|change|increase|reduction|decrease)$/.test(next)
  );
};

export const parameterOf = (utterance: Utterance, pair: SettingPair): Parameter | undefined => {
  const { mark, amount } = pair;
  // "lowers its rate from 4% to 3.5%": the Fed's
  const isOfFed =
    pair.between.includes('by') && utterance.marks.some(({ tag, value }) => tag === 'fed' && value === 'fed');
  if (mark.value === 'rate' && (pair.between.includes('from') || isOfFed)) return undefined;
  // "cut 50 after tax": what is left of it
  const isAfter = /^(?:after|aftertax|post|posttax|net)$/.test(utterance.words[mark.from] ?? '');
  if (mark.value === 'tax' && isAfter && pair.isBefore && amount.unit !== '%') return undefined;
  // "need ni +10": a change of it
  if (mark.value === 'netIncome' && amount.sign === '+' && !pair.between.includes('=')) return undefined;
  if (mark.value === 'plainRate') return isPlainRate(utterance, pair) ? 'rate' : undefined;
  const isBeside = pair.away === 0 && !pair.isBefore;
  if (mark.value === 'loss')
    return amount.unit === 'money' || (amount.unit === undefined && isBeside) ? 'netIncome' : undefined;
  // "pays 5", "coupon 7", "net income 45"
  const isPaid =
    isBeside &&
    (mark.value === 'netIncome'
      ? INCOME.test(utterance.words[mark.from] ?? '') &&
        Number.isInteger(amount.value) &&
        !WANTED.test(utterance.words[amount.to] ?? '')
      : amount.value >= 1 && amount.value <= 20);
  // a percentage of income is a change of it
  const parameter = mark.value as Parameter;
  // "net income was 13 not 31" tells of something
  const isTold =
    parameter === 'netIncome' &&
    amount.unit === undefined &&
    pair.between.includes('was') &&
    !utterance.words.includes('if');
  if (isTold) return undefined;
  return fits(parameter, amount, pair.isSet, isPaid) || (pair.between.includes('=') && pair.between.length <= 2)
    ? parameter
    : undefined;
};
