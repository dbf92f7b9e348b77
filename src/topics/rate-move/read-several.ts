import {
  type Company,
  has,
  hasAny,
  isLinked,
  marked,
  marksOf,
  type Place,
  rateWays,
  type Size,
  says,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import type { Part } from '../context.ts';
import type { Reading } from '../reading.ts';
import { takesOut } from './read-pointed.ts';
import { moveReading, type Turned } from './read-turned.ts';

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
  const units = new Set(sizes.map(({ unit }) => unit));
  const isSame = sizes.every(
    ({ bps, way, sign }) => bps === sizes[0]?.bps && way === sizes[0]?.way && sign === sizes[0]?.sign,
  );
  const isTwice = isSame && units.size === sizes.length && !units.has(undefined);
  if (isTwice && sizes.every(({ month, step }) => month === undefined && step === undefined)) return 'one';
  // "rate 6 to 5, 50bp": two levels and a size beside them
  if (sizes.some(({ levels }) => levels) && !sizes.every(({ levels }) => levels)) return 'open';
  const months = sizes.filter(({ month }) => month !== undefined).length;
  const isSum =
    has(utterance, 'sum') ||
    sizes.slice(1).some(({ step, sign }, at) => step === 'more' || (sign === '+' && sizes[at]?.way !== undefined)) ||
    says(utterance, /^(?:later|afterwards|subsequently|followed)$/) ||
    months > 1;
  // "+25 or +50"
  if (has(utterance, 'compare', 'strong'))
    return has(utterance, 'sum', 'sum') && !says(utterance, /^(?:plus|\+)$/) ? 'open' : 'compare';
  if (isSum) return 'sum';
  // "25 in december and 50": dated parts are a path
  return isSame || (slotsOf(utterance, 'date').length > 0 && months === 1) ? 'open' : 'compare';
};

export const MOST_PARTS = 12;

export const totalOf = (parts: readonly Part[]): number => parts.reduce((sum, { moveBps }) => sum + moveBps, 0);

export const nameOfParts = (parts: readonly Part[]): string =>
  new Set(parts.map(({ moveBps }) => Math.sign(moveBps))).size > 1
    ? parts.map(({ moveBps }) => (moveBps > 0 ? `+${moveBps}` : String(moveBps))).join(' ')
    : parts.map(({ moveBps }) => Math.abs(moveBps)).join(' + ');

/** What the move asked about last is added up from. */
export const partsOf = ({ numbers }: Turned): readonly Part[] => numbers.parts ?? numbers.move?.parts ?? [];

/** The same turn without figures of its own: a change of parts has no size. */
const without = (turned: Turned): Turned => ({
  ...turned,
  figures: { ...turned.figures, changes: [], sizes: [], counts: [] },
});

const ORDINALS = ['first', 'second', 'third'];

/** `without the March one`, `drop the first cut`: a move of several parts less one of them. */
export const withoutPart = (turned: Turned): readonly Reading[] => {
  const { utterance, base } = turned;
  const parts = partsOf(turned);
  const isDropped = has(utterance, 'drop', 'drop') || has(utterance, 'negation') || takesOut(utterance);
  if (parts.length < 2 || !base || (!isDropped && !has(utterance, 'only'))) return [];
  const date = slotsOf(utterance, 'date').find(({ month }) => month !== undefined);
  const amount = slotsOf(utterance, 'amount').find(({ duty }) => duty === 'must');
  const ordinal = utterance.words.find((word) => word === 'last' || ORDINALS.includes(word));
  const place = date
    ? parts.findIndex(({ month }) => month === date.month)
    : amount
      ? parts.findIndex(({ moveBps }) => Math.abs(moveBps) === amount.value)
      : ordinal === 'last'
        ? parts.length - 1
        : ORDINALS.indexOf(ordinal ?? '');
  const part = parts[place];
  if (!part) return [];
  const left = isDropped ? parts.filter((_, at) => at !== place) : [part];
  const uses: readonly Place[] = [
    ...[date, amount].flatMap((one) => one ?? []),
    ...slotsOf(utterance, 'direction'),
    ...marksOf(utterance, 'drop', 'only'),
  ];
  return [moveReading(without(turned), totalOf(left), [], uses, { parts: left })];
};

/** `swap that fifty for a hike of 25`: another size for one of the parts. */
export const partSwapped = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const { move } = numbers;
  const parts = partsOf(turned);
  const [old, size, third] = figures.sizes;
  const isSwap = says(utterance, /^(?:swap|replace|switch|change)$/);
  const place = parts.findLastIndex((part) => old && Math.abs(part.moveBps) === old.bps);
  const part = parts[place];
  if (!move || !size || third || !isSwap || !part || parts.length < 2 || numbers.active !== 'rate-move') return [];
  const way = size.way ? (size.way === 'hike' ? 1 : -1) : Math.sign(part.moveBps);
  const all = parts.map((one, at) => (at === place ? { ...one, moveBps: way * size.bps } : one));
  const uses = [...figures.sizes.flatMap((one) => one.uses), ...marksOf(utterance, 'parameter', 'correction')];
  return [moveReading({ ...without(turned), base: move }, totalOf(all), [], uses, { parts: all })];
};

const BACK_IN = /\b(?:put|add|bring|chuck|throw)\b.* back\b|\b(?:reinstate|restore)\b/;

/** `put jan back in`: the part that was taken out, of the size it had, else of that of the others. */
export const partBack = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures, context } = turned;
  const parts = partsOf(turned);
  const [date, second] = slotsOf(utterance, 'date').filter(({ month }) => month !== undefined);
  const isBack = BACK_IN.test(utterance.words.join(' ')) && figures.sizes.length + figures.changes.length === 0;
  if (!base || !date?.month || second || !isBack || parts.some(({ month }) => month === date.month)) return [];
  const was = (context?.before?.parts ?? context?.before?.move?.parts)?.find(({ month }) => month === date.month);
  const part = was ?? (parts[0] && { moveBps: parts[0].moveBps, month: date.month });
  if (!part || parts.length >= MOST_PARTS) return [];
  const all = [...parts, part];
  const uses = [date, ...marksOf(utterance, 'undo', 'drop', 'correction')];
  return [
    moveReading(without(turned), totalOf(all), [], uses, { parts: all, ...(!was && { isOffer: true as const }) }),
  ];
};

/** `make that 4`, `only two`, `50bp each`: several moves of one size, with another count or another size. */
export const recounted = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const parts = partsOf(turned);
  const [first] = parts;
  const amounts = slotsOf(utterance, 'amount').filter(({ isSpelled, duty }) => isSpelled || duty === 'must');
  const counts = slotsOf(utterance, 'count').filter(({ of }) => of !== 'thing');
  const isOne = parts.every(({ moveBps, month }) => moveBps === first?.moveBps && month === undefined);
  if (!base || !first || parts.length < 2 || !isOne || amounts.length + counts.length !== 1) return [];
  if (figures.changes.length > 0 || utterance.unknown.size > 0) return [];
  const [size] = figures.sizes;
  const [amount] = amounts;
  const times = (count: number, moveBps: number, uses: readonly Place[]): readonly Reading[] => [
    moveReading(without(turned), count * moveBps, [], uses, {
      parts: Array.from({ length: count }, () => ({ moveBps })),
    }),
  ];
  if (has(utterance, 'each') && size) return times(parts.length, Math.sign(first.moveBps) * size.bps, size.uses);
  // "the fed one again"
  const isPronoun = amount?.value === 1 && !/^(?:only|just|it|to|that)$/.test(utterance.words[amount.from - 1] ?? '');
  if (isPronoun) return [];
  const count = counts[0]?.value ?? (amount?.unit === undefined ? amount?.value : undefined);
  const isCount = count !== undefined && Number.isInteger(count) && count >= 1 && count <= MOST_PARTS;
  return isCount ? times(count, first.moveBps, [...amounts, ...counts]) : [];
};

const OF_BOTH =
  /\b(?:sum|net|total|add)\b.*\b(?:both|two|those|them|all)\b|\b(?:both|two|those) (?:together|combined|in total|added up)\b/;

/** `sum of both`, `net of the two`, behind one move and another: they are added up. */
export const lastTwoSummed = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, context, figures } = turned;
  const [now, before] = [numbers.move, context?.before?.move];
  const isApart = now && before && now.moveBps !== before.moveBps && context?.last.kind === 'rate-move';
  const isLeft =
    figures.sizes.length + figures.counts.length + figures.changes.length > 0 || utterance.unknown.size > 0;
  if (!isApart || isLeft || !OF_BOTH.test(utterance.words.join(' ')) || partsOf(turned).length > 0) return [];
  const parts = [{ moveBps: before.moveBps }, { moveBps: now.moveBps }];
  const uses = marksOf(utterance, 'sum', 'reference', 'company', 'compare');
  const own = { ...without(turned), base: now, figures: { ...without(turned).figures } };
  return [moveReading({ ...own, figures: withoutScope(own.figures) }, totalOf(parts), [], uses, { parts })];
};

const withoutScope = ({ scope: _, ...figures }: Turned['figures']): Turned['figures'] => figures;

const AGAIN_IN = /^(?:and|n|then|plus)(?: then)? again in /;

/** `and another in march`, `and again in march`: one more of the same size. */
export const anotherAgain = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const parts = partsOf(turned);
  const isAgain = AGAIN_IN.test(utterance.words.join(' ')) && base !== undefined;
  const last = parts.at(-1) ?? (isAgain ? { moveBps: base.moveBps } : undefined);
  const again = isAgain ? { from: 0, to: utterance.words.indexOf('again') + 1 } : undefined;
  const another = again ?? [...marked(utterance, 'more', 'another'), ...marked(utterance, 'sum', 'another')][0];
  const [date, second] = slotsOf(utterance, 'date').filter(
    ({ month, day }) => month !== undefined && day === undefined,
  );
  const isLeft =
    figures.sizes.length + figures.counts.length + figures.changes.length > 0 || utterance.unknown.size > 0;
  if (!base || !last || !another || second || isLeft || parts.length >= MOST_PARTS || utterance.words.length > 6)
    return [];
  const part: Part = {
    moveBps: last.moveBps,
    ...(date?.month && { month: date.month }),
    ...(date?.year && { year: date.year }),
  };
  const all = [...(parts.length > 0 ? parts : [last]), part];
  return [moveReading(without(turned), totalOf(all), [], [another, ...(date ? [date] : [])], { parts: all })];
};

const LEAST_BARE = 10;
/** A bare decimal beyond this may as well be where rates go. */
const MOST_BARE_DECIMAL_BPS = 200;
const QUARTER = 25;

/** `50bp a year`, `25 every meeting`: how often is not said. */
const isRecurring = ({ words }: Utterance, size: Size): boolean => {
  const to = Math.max(...size.amounts.map((amount) => amount.to));
  return (
    size.each === undefined &&
    /^(?:a|per|each|every)$/.test(words[to] ?? '') &&
    /^(?:year|month|quarter|meeting|week|time)$/.test(words[to + 1] ?? '')
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

/** `17.55 for the 200`, `8.78`: a figure rather than a size, where nothing says percentage points. */
export const isRatherFigure = ({ utterance, context, figures }: Turned, size: Size): boolean =>
  context?.wants !== 'size' &&
  size.unit === undefined &&
  !size.levels &&
  size.amounts.some(({ isDecimal, isFraction }) => isDecimal && !isFraction) &&
  (size.readAs === 'basis points' ||
    (figures.sizes.length > 1 &&
      size.bps % QUARTER !== 0 &&
      rateWays(utterance).length === 0 &&
      !hasAny(utterance, 'rate', 'fed')));

/** `+1`, `make it 3`, `the .36`, `drop the 25`: rather a count, a vote, a ratio, or a part of something that is not there. */
export const isTooLittleSaid = (turned: Turned, size: Size): boolean => {
  const { utterance, context, numbers } = turned;
  const isUnitless = size.unit === undefined && !size.levels && !size.each;
  const isBare = isUnitless && !size.amounts.some(({ isDecimal, isFraction }) => isDecimal || isFraction);
  const isDirected = rateWays(utterance).length > 0 || context?.wants === 'size';
  const isSaid = isDirected || has(utterance, 'rate') || has(utterance, 'fed', 'fed');
  const isDropped = has(utterance, 'drop', 'drop') && !isSaid && numbers.active !== 'compare-moves';
  const isDecimal = isUnitless && size.amounts.some((amount) => amount.isDecimal);
  const isRatio =
    isDecimal &&
    ((!isDirected && size.bps > MOST_BARE_DECIMAL_BPS) || (!isSaid && size.bps % QUARTER !== 0 && !isTyped(utterance)));
  // "cuts of 27", "cuts in 26": a year as likely
  const isYear =
    isBare &&
    size.bps % QUARTER !== 0 &&
    size.bps >= 20 &&
    size.bps < 40 &&
    /^(?:of|in|over|for|during)$/.test(utterance.words[(size.amounts[0]?.from ?? 0) - 1] ?? '') &&
    /^(?:cuts|hikes|moves|easing|tightening)$/.test(utterance.words[(size.amounts[0]?.from ?? 0) - 2] ?? '');
  const isTiny = isBare && !isSaid && size.bps < LEAST_BARE && size.bps !== 0;
  return (
    (isBare && !isSaid && isOfLast(turned, size)) ||
    isRatio ||
    isYear ||
    isRatherFigure(turned, size) ||
    (size.sign === '' && utterance.words[(size.amounts[0]?.from ?? 0) - 1] === 'at') ||
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
