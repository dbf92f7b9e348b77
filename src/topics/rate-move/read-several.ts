import {
  type Company,
  has,
  hasAny,
  isLinked,
  isNetted,
  marked,
  rateWays,
  type Size,
  says,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import type { Turned } from './read-turned.ts';

/** How several sizes belong together. */
export type Joined = 'one' | 'sum' | 'compare' | 'open';

/** `a 25, no wait, 50bp cut`: a correction between two sizes. */
export const isCorrected = (utterance: Utterance, sizes: readonly Size[]): boolean =>
  marked(utterance, 'correction').some(
    ({ from }) =>
      sizes.some(({ amounts }) => amounts.every(({ to }) => to <= from)) &&
      sizes.some(({ amounts }) => amounts.every((amount) => amount.from >= from)),
  ) &&
  (sizes.length > 2 || !has(utterance, 'compare', 'strong'));

const LINKS = /^(?:for|on|at|to|the|cut|hike|bp|:|=)$/;

/** `25 for small and 50 for large`, `small 25 large 50`: sizes of their own for either company, which no answer has. */
export const byCompany = (utterance: Utterance, sizes: readonly Size[]): readonly Company[] | undefined => {
  const linked = (from: number, to: number): boolean => isLinked(utterance, from, to, LINKS, 2);
  const companies = marked(utterance, 'company').filter(({ value }) => value !== 'both');
  const beside = (isBehind: boolean) =>
    sizes.map(({ amounts }) =>
      companies.find((mark) =>
        amounts.some(({ from, to }) => (isBehind ? linked(to, mark.from) : linked(mark.to, from))),
      ),
    );
  const found = [beside(true), beside(false)].find((marks) => marks.every((mark) => mark !== undefined));
  const named = (found ?? []).flatMap((mark) =>
    mark ? ([mark.value.startsWith('small') ? 'small' : 'large'] as const) : [],
  );
  return sizes.length > 1 && new Set(named).size > 1 ? named : undefined;
};

/**
 * Whether sizes are one said twice, several to be added, several to be set side by side, or either. `25 now then 25 in
 * jan` adds; `25 v 50` compares; a list compares; the same size twice may be one or two.
 */
export const joinedAs = (utterance: Utterance, sizes: readonly Size[]): Joined => {
  const ways = new Set(sizes.map(({ way }) => way));
  const units = new Set(sizes.map(({ unit }) => unit));
  const words = utterance.joined;
  // "cut 25 but hike 50 at largecap", "75 done, 50 to go"
  if (/\b(?:done|already)\b/.test(words) || (/\b(?:but|while|whereas)\b/.test(words) && has(utterance, 'company')))
    return 'open';
  const isSame = sizes.every(
    ({ bps, way, sign }) => bps === sizes[0]?.bps && way === sizes[0]?.way && sign === sizes[0]?.sign,
  );
  const isTwice = isSame && units.size === sizes.length && !units.has(undefined);
  if (isTwice && sizes.every(({ month, step }) => month === undefined && step === undefined)) return 'one';
  if (isNetted(utterance, sizes)) return 'sum';
  // "50 down, 25 up", "-50 +25": one after the other, or side by side
  const turns = sizes.map(({ way, sign }) => (way ? way === 'hike' : sign === '+'));
  const isEither = sizes.length === 2 && turns[0] !== turns[1] && !rateWays(utterance).some(({ isStrong }) => isStrong);
  const [from, to] = [sizes[0]?.amounts[0]?.to, sizes[1]?.amounts[0]?.from];
  // "minus 25 and plus 25"
  if (
    isEither &&
    !says(utterance, /^then$/) &&
    !sizes.some(({ each }) => each) &&
    sizes[0]?.bps === sizes[1]?.bps &&
    utterance.words.slice(from, to).includes('and')
  )
    return 'compare';
  if (
    isEither &&
    sizes[0]?.bps !== sizes[1]?.bps &&
    /^(?:up|down|off|[,;]| )*$/.test(utterance.words.slice(from, to).join(' '))
  )
    return 'open';
  // "two 25s down and one 50 up": after one another, or each by itself
  const isOfCounts = ways.size > 1 && sizes.some(({ each }) => each) && says(utterance, /^(?:and|n|&)$/);
  if (isOfCounts && !has(utterance, 'sum') && !has(utterance, 'compare', 'strong')) return 'open';
  // "rate 6 to 5, 50bp": two levels and a size beside them
  if (sizes.some(({ levels }) => levels) && !sizes.every(({ levels }) => levels)) return 'open';
  // "cash 300 cut 50", "60 small cut 50": the first is of something else
  const [one, other] = sizes.map(({ amounts }) => amounts[0]);
  const [way, second] = rateWays(utterance);
  const between = utterance.words.slice(one?.to, other?.from).join(' ');
  const isLoose = way && !second && one && way.from >= one.to && way.to === other?.from && sizes.length === 2;
  if (isLoose && /^(?!.*\b(?:and|n|or|then|vs?|versus|to)\b)[a-z ]+$/.test(between)) return 'open';
  const quarters = utterance.words.filter((word) => /^(?:q[1-4]|h[12]|[1-4]q)$/.test(word)).length;
  if (quarters > 1 && !has(utterance, 'sum') && !has(utterance, 'compare', 'strong')) return 'open';
  const months = sizes.filter(({ month }) => month !== undefined).length;
  // "call it 50 then. side by side with 75"
  const isThen = marked(utterance, 'sum', 'sum').some(
    ({ to }) => utterance.hard[to] === utterance.hard[to - 1] && /\w/.test(utterance.words[to] ?? ''),
  );
  const isSum =
    has(utterance, 'sum') ||
    sizes.slice(1).some(({ step, sign }, at) => step === 'more' || (sign === '+' && sizes[at]?.way !== undefined)) ||
    says(utterance, /^(?:later|afterwards|subsequently|followed)$/) ||
    // "cut 50, take back 25", "cut 50 before hiking 25"
    (ways.size > 1 && !/\bback (?:to|from)\b/.test(words) && AFTER_ONE.test(words)) ||
    // "up a qtr, down a half. net?"
    (ways.size > 1 && /\bnet\b(?! (?:income|inc|profit|debt))/.test(utterance.joined)) ||
    months > 1;
  // "+25 or +50"
  if (has(utterance, 'compare', 'strong')) return isThen && !says(utterance, /^(?:plus|\+)$/) ? 'open' : 'compare';
  // "qtr, qtr, half": nobody compares a size with itself
  const isRepeated = !isSame && new Set(sizes.map(({ sign, bps }) => sign + bps)).size < sizes.length;
  if (isSum || (isRepeated && ways.size < 2)) return 'sum';
  // "use 70 with 50 lower"
  if (between === 'with') return 'open';
  // "25 in december and 50": dated parts are a path
  return isSame || (slotsOf(utterance, 'date').length > 0 && months === 1) ? 'open' : 'compare';
};

const AFTER_ONE = /\bback\b|\b(?:after(?:wards)?|after which .*|before (?:hik|rais|cutt|lower|eas|tighten)ing .*)$/;

const [LEAST_BARE, MOST_SPELLED] = [10, 6];
/** A bare decimal beyond this may as well be where rates go. */
const MOST_BARE_DECIMAL_BPS = 200;
const QUARTER = 25;

const RECURS = /\b(?:every|each) (?:(?:other|second|third|single|fomc) )?(?:year|yr|month|quarter|meeting|week|time)\b/;

/** `50bp a year`, `25 every meeting`, `every second meeting 25 off`: how often is not said. */
const isRecurring = ({ words }: Utterance, size: Size): boolean => {
  const to = Math.max(...size.amounts.map((amount) => amount.to));
  if (size.each !== undefined) return false;
  return (
    RECURS.test(words.slice(0, to).join(' ')) ||
    (/^(?:a|per|each|every|\/)$/.test(words[to] ?? '') &&
      /^(?:(?:other|second|third|single|fomc) )?(?:year|yr|month|quarter|meeting|week|time)\b/.test(
        words.slice(to + 1, to + 3).join(' '),
      ))
  );
};

/** A number and nothing else. */
const isTyped = ({ tokens }: Utterance): boolean => tokens.filter(({ kind }) => kind === 'word').length === 0;

/** Answers of days, levels and hours: a bare number behind one goes on from it. */
const OF_DAYS: ReadonlySet<string> = new Set(['fed-history', 'rotation', 'ratio', 'brief', 'market-move']);

/** `and 23` behind the hikes of 2022: no size that moves have, and nothing that says it is one. */
const isOfLast = ({ context }: Turned, { bps }: Size): boolean =>
  context !== undefined &&
  (context.last.kind === 'fed-history' || (bps % QUARTER !== 0 && OF_DAYS.has(context.last.kind)));

const HALF_QUARTER = 12.5;

/** `17.55 for the 200`, `8.78`, but not `a 12.5 cut` or `-62.5`: a figure rather than a size, where nothing says percentage points. */
export const isRatherFigure = ({ utterance, context, figures }: Turned, size: Size): boolean =>
  context?.wants !== 'size' &&
  size.unit === undefined &&
  !size.levels &&
  size.amounts.some(({ isDecimal, isFraction }) => isDecimal && !isFraction) &&
  ((size.readAs === 'basis points' &&
    !(size.bps % HALF_QUARTER === 0 && (rateWays(utterance).length > 0 || size.sign !== ''))) ||
    (figures.sizes.length > 1 &&
      size.bps % QUARTER !== 0 &&
      rateWays(utterance).length === 0 &&
      !hasAny(utterance, 'rate', 'fed')));

/** `where does the 522 come from`, `why 45`, `what is the 389`: a number that was shown. */
const OF_SHOWN =
  /\b(?:wheres?|whats?|hows?|which)\b(?: \S+){0,3} (?:the|that|this|your) $|\bwhere (?:is|does|do|did|s) $/;
const OF_WHY = /\b(?:why|explain) (?:is |are )?(?:the |that |this )?$|\b(?:second|third|fourth) $/;

const [UNDER, BOUND] = [
  /\b(?:under|over|above|below|not even) $/,
  /\b(?:(?<!no )(?:more|less|fewer|greater|bigger|smaller|larger) than|(?:just|well|slightly|somewhat) (?:under|over|above|below)) (?:an? )?$/,
];
/** `a few 25s`, `several cuts of 25`: how many is not said. */
const VAGUE =
  /\b(?:few|several|some|many|dozen|bunch|string|series|handful|multiple|various|lots|loads) (?:(?:of|such|rate|cuts|hikes|moves) )*$/;

/** No size that a move has, without a unit: `cut 522`, `up 117`. */
const isNoMove = (bps: number): boolean =>
  (bps > MOST_BARE_MOVE && bps % QUARTER !== 0) || (bps > 100 && bps % 5 !== 0);
const MOST_BARE_MOVE = 300;

/** `+1`, `make it 3`, `the .36`, `drop the 25`: rather a count, a vote, a ratio, or a part of something that is not there. */
export const isTooLittleSaid = (turned: Turned, size: Size): boolean => {
  const { utterance, context, numbers } = turned;
  const isUnitless = size.unit === undefined && !size.levels && !size.each;
  const isBare = isUnitless && !size.amounts.some(({ isDecimal, isFraction }) => isDecimal || isFraction);
  const isDirected = rateWays(utterance).length > 0 || context?.wants === 'size';
  const isSaid = isDirected || has(utterance, 'rate') || has(utterance, 'fed', 'fed');
  const isDropped = has(utterance, 'drop', 'drop') && !isSaid && !turned.isReset && numbers.active !== 'compare-moves';
  const isDecimal = isUnitless && size.amounts.some((amount) => amount.isDecimal);
  const isRatio =
    isDecimal &&
    ((!isDirected && size.bps > MOST_BARE_DECIMAL_BPS) ||
      (!isSaid && size.bps % (size.sign === '' ? QUARTER : HALF_QUARTER) !== 0 && !isTyped(utterance)));
  // "cuts of 27", "cuts in 26": a year as likely
  const isYear =
    isBare &&
    size.bps % QUARTER !== 0 &&
    size.bps >= 20 &&
    size.bps < 40 &&
    /^(?:of|in|over|for|during)$/.test(utterance.words[(size.amounts[0]?.from ?? 0) - 1] ?? '') &&
    /^(?:cuts|hikes|moves|easing|tightening)$/.test(utterance.words[(size.amounts[0]?.from ?? 0) - 2] ?? '');
  // "what if fed does 3", "drop those 2": a number of moves
  const isThose = /^(?:those|these|the|last|first|other)$/.test(
    utterance.words[(size.amounts[0]?.from ?? 0) - 1] ?? '',
  );
  // "one up and three down": so many moves
  const isCount = size.bps <= MOST_SPELLED && size.amounts.some(({ isSpelled }) => isSpelled);
  const isTiny = isBare && (!isDirected || isThose || isCount) && size.bps < LEAST_BARE && size.bps !== 0;
  const lead = utterance.words[(size.amounts[0]?.from ?? 0) - 1];
  // "stop at the first cut of 25": a day
  const isDay =
    /\b(?:until|till|to|at|since|from|after|before) (?:the |that )?(?:first|last|next) (?:cut|hike|move)\b/.test(
      utterance.joined,
    );
  // "by 10", behind words that were not read
  const isLost = isBare && !isSaid && context?.stale === true && !numbers.move && size.bps % QUARTER !== 0;
  const before = `${utterance.words.slice(0, size.amounts[0]?.from).join(' ')} `;
  const isShown =
    isBare &&
    !isDirected &&
    size.sign === '' &&
    (OF_WHY.test(before) || (size.bps % QUARTER !== 0 && OF_SHOWN.test(before)));
  // "more than 50 off"; "no 25 cut" corrects what was said
  const isBound =
    ((isBare || (size.unit === '%' && !isDirected)) && UNDER.test(before)) ||
    (!size.levels && BOUND.test(before)) ||
    VAGUE.test(before) ||
    (!turned.base && /\bno $/.test(before) && rateWays(utterance).length > 0);
  // "no 21", behind a tax rate: it may be that
  const { small, large } = turned.base ?? {};
  const isOfShare =
    isBare && !isSaid && size.bps % 5 !== 0 && (small?.taxRate ?? large?.taxRate ?? small?.hedgedShare) !== undefined;
  return (
    isOfShare ||
    isBound ||
    (isDecimal && size.bps < 1) ||
    (isBare && context?.wants !== 'size' && isNoMove(size.bps)) ||
    isShown ||
    isDay ||
    isLost ||
    (isBare && !isSaid && isOfLast(turned, size)) ||
    // "24 cut", behind days of the indexes: of a year
    (isBare && size.bps < 30 && size.bps % QUARTER !== 0 && OF_DAYS.has(context?.last.kind ?? '')) ||
    isRatio ||
    isYear ||
    isRatherFigure(turned, size) ||
    (size.sign === '' && !size.each && lead === 'at') ||
    (isUnitless && !isSaid && (lead === 'by' || (size.sign === '+' && has(utterance, 'wants', 'size')))) ||
    isRecurring(utterance, size) ||
    isDropped ||
    isTiny
  );
};

/** `small vs large`: companies are set side by side, and no moves. */
export const isBetweenCompanies = (utterance: Utterance, at: number): boolean => {
  const companies = marked(utterance, 'company');
  return (
    companies.some(({ to }) => to <= at && at - to <= 1) && companies.some(({ from }) => from > at && from - at <= 2)
  );
};

export const withoutStep = ({ step: _, ...size }: Size, sign: Size['sign']): Size => ({ ...size, sign });

const MOVES = /^(?:move|moves|shift|shifts|adjust|adjusts|emergency|intermeeting|surprise)$/;
/** `say they slap on 50`, `boost rates by 50`: something is done to the rate, in words that may say which way. */
const DONE =
  /\b(?:(?:slap|whack|tack|put|throw|pile|chuck|stick|bolt|bung|lump)s? (?:[\w.]+ ){0,2}on|boosts?|jumps?|pumps?|brings? (?:\w+ )?up)\b/;

/** `what if they move 50`, `emergency 100`: a move, and nothing that says which way. */
export const isWayless = ({ base, context, utterance }: Turned, { way, sign, levels }: Size): boolean =>
  !base &&
  !way &&
  !sign &&
  !levels &&
  !context?.wants &&
  !context?.wantedWay &&
  (says(utterance, MOVES) || (hasAny(utterance, 'fed', 'rate') && DONE.test(utterance.joined))) &&
  !/\bmove of\b/.test(utterance.joined);

/** `25 dec 25 jan 25 mar`: dated moves, and nothing that says which way. */
export const isPathless = ({ base, context, utterance, figures }: Turned, sizes: readonly Size[]): boolean =>
  !base &&
  !context?.wants &&
  !context?.wantedWay &&
  (figures.isHold || says(utterance, /^(?:sits?|pauses?)$/) || (sizes.length > 2 && !says(utterance, /^in$/))) &&
  sizes.every(({ way, sign, month }) => !way && !sign && month !== undefined) &&
  rateWays(utterance).length === 0;
