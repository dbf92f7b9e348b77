import {
  has,
  isOnly,
  marked,
  marksOf,
  overlaps,
  type Place,
  placesOf,
  type Size,
  says,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Part } from '../context.ts';
import type { Reading } from '../reading.ts';
import { takesOut } from './read-pointed.ts';
import { moveReading, signedBps, type Turned, wordsOfMove } from './read-turned.ts';

/** Moves that are added up: what they are, one more or one fewer, another size for one. */

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

/** These parts in place of those that stand. */
export const summed = (
  turned: Turned,
  parts: readonly Part[],
  uses: readonly Place[],
  isOpen = false,
): readonly Reading[] => {
  const isWhole = isOnly(turned.utterance, [...uses, ...wordsOfMove(turned.utterance)]);
  const isOffer = isOpen || !isWhole;
  return [
    moveReading(without(turned), totalOf(parts), [], isWhole ? [wholeOf(turned.utterance)] : uses, {
      parts,
      ...(isOffer && { isOffer: true as const }),
    }),
  ];
};

/** Words or numbers that say more than which part is meant. */
export const hasMore = ({ figures: { sizes, counts, changes }, utterance: { unknown } }: Turned): boolean =>
  sizes.length + counts.length + changes.length + unknown.size > 0;

const QUARTER = 25;
const BACK_IN = /\b(?:put|add|bring|chuck|throw)\b.* back\b|\b(?:reinstate|restore)\b/;

/** `put jan back in`: the part that was taken out, of the size it had, else of that of the others. */
export const partBack = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures, context } = turned;
  const parts = partsOf(turned);
  const [date, second] = slotsOf(utterance, 'date').filter(({ month }) => month !== undefined);
  const isBack = BACK_IN.test(utterance.joined) && figures.sizes.length + figures.changes.length === 0;
  if (!base || !date?.month || second || !isBack || parts.some(({ month }) => month === date.month)) return [];
  const was = (context?.before?.parts ?? context?.before?.move?.parts)?.find(({ month }) => month === date.month);
  const part = was ?? (parts[0] && { moveBps: parts[0].moveBps, month: date.month });
  if (!part || parts.length >= MOST_PARTS) return [];
  const uses = [date, ...marksOf(utterance, 'undo', 'drop', 'correction')];
  // "put jan back but bigger": how much is not said
  const isOther = says(utterance, /^(?:bigger|larger|smaller|doubled?|half|twice|more|less)$/);
  if (!isOther) return summed(turned, [...parts, part], uses, !was);
  return [1, 2, 3].flatMap((times) =>
    summed(turned, [...parts, { ...part, moveBps: Math.sign(part.moveBps) * times * QUARTER }], uses, true),
  );
};

const INSTEAD = /^(?:and )?(?:not|rather than|instead of)$/;

/** `make that 4`, `only two`, `50bp each`: several moves of one size, with another count or another size. */
export const recounted = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const parts = partsOf(turned);
  const [first] = parts;
  // "scrap the third, just two then a pause"
  const places = marked(utterance, 'reference', 'third');
  const companies = marked(utterance, 'company');
  const numbers = slotsOf(utterance, 'amount').filter(
    (one) =>
      (one.isSpelled || one.duty === 'must') &&
      !places.some(({ to }) => to === one.to) &&
      // "only the small one", "the other one"
      !companies.some((company) => overlaps(company, one)) &&
      !/^(?:other|same|which|big|bigger|small|smaller)$/.test(utterance.words[one.from - 1] ?? ''),
  );
  const counts = slotsOf(utterance, 'count').filter(({ of }) => of !== 'thing');
  // "3 rather than 4"
  const [now, old] = numbers;
  const isInstead =
    now && old?.value === parts.length && INSTEAD.test(utterance.words.slice(now.to, old.from).join(' '));
  const amounts = isInstead ? numbers.slice(0, 1) : numbers;
  const isOne = parts.every(({ moveBps, month }) => moveBps === first?.moveBps && month === undefined);
  if (!base || !first || parts.length < 2 || !isOne || amounts.length + counts.length !== 1) return [];
  if (figures.changes.length > 0 || utterance.unknown.size > 0) return [];
  const [size] = figures.sizes;
  const [amount] = amounts;
  const times = (count: number, moveBps: number, uses: readonly Place[]): readonly Reading[] =>
    summed(
      turned,
      Array.from({ length: count }, () => ({ moveBps })),
      uses,
    );
  if (has(utterance, 'each') && size) return times(parts.length, Math.sign(first.moveBps) * size.bps, size.uses);
  // "one more", "knock one off", "two fewer"
  const isFewer = has(utterance, 'more', 'less') || has(utterance, 'drop', 'drop') || takesOut(utterance);
  const isMore = has(utterance, 'more') || has(utterance, 'drop', 'add') || has(utterance, 'sum', 'another');
  const by = has(utterance, 'only') || isInstead ? 0 : isFewer ? -1 : isMore ? 1 : 0;
  const said = counts[0]?.value ?? (amount?.unit === undefined ? amount?.value : undefined);
  const count = said !== undefined && by !== 0 ? parts.length + by * said : said;
  const isCount = count !== undefined && Number.isInteger(count) && count >= 1 && count <= MOST_PARTS;
  const around = marksOf(utterance, 'drop', ...(by === 0 ? [] : ['direction']));
  return isCount ? times(count, first.moveBps, [...numbers, ...counts, ...places, ...around]) : [];
};

const OF_BOTH =
  /\b(?:sum|net|total|add)\b.*\b(?:both|two|those|them)\b|\b(?:both|two|those) (?:together|combined|in total|added up)\b/;

/** `sum of both`, `net of the two`, behind one move and another: they are added up. */
export const lastTwoSummed = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, context, figures } = turned;
  const [now, before] = [numbers.move, context?.before?.move];
  const isApart = now && before && now.moveBps !== before.moveBps && context?.last.kind === 'rate-move';
  const isLeft = hasMore(turned);
  if (!isApart || isLeft || !OF_BOTH.test(utterance.joined) || partsOf(turned).length > 0) return [];
  const parts = [{ moveBps: before.moveBps }, { moveBps: now.moveBps }];
  const uses = marksOf(utterance, 'sum', 'reference', 'company', 'compare');
  const { scope: _, ...plain } = figures;
  // "net of those": there may have been more of them
  return summed({ ...turned, base: now, figures: plain }, parts, uses, !/\b(?:both|two)\b/.test(utterance.joined));
};

const AGAIN = /^(?:again|third|fourth|fifth)$/;
const AGAIN_OR_ONCE = /^(?:again|third|fourth|fifth|once)$/;
/** `again in march`, `the same again after that`: later, and not `that again`, which is asked for once more. */
export const LATER = /^(?:after|afterwards|later|subsequently|next|twice|top)$/;
const ONCE = /^(?:then|once|twice)$/;
const ONCE_MORE = /\b(?:once|one time) more\b/;

/** Whether words ask for the same a second time and not for the same answer. */
export const repeats = (utterance: Utterance): boolean =>
  (says(utterance, AGAIN) || ONCE_MORE.test(utterance.joined)) &&
  (says(utterance, LATER) ||
    says(utterance, ONCE) ||
    slotsOf(utterance, 'date').some(({ month, day }) => month !== undefined && day === undefined));

/** `and another in march`, `and if after in january again the same`: one more of the same size. */
export const anotherAgain = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers } = turned;
  const base = turned.base ?? (numbers.active === 'rate-move' ? numbers.move : undefined);
  const parts = partsOf(turned);
  const isSame = has(utterance, 'reference', 'same') && has(utterance, 'sum', 'another');
  const isAgain = repeats(utterance);
  const last = parts.at(-1) ?? ((isAgain || isSame) && base?.moveBps ? { moveBps: base.moveBps } : undefined);
  const [another] = [
    ...marked(utterance, 'more', 'another'),
    ...marked(utterance, 'sum', 'another'),
    ...(isAgain ? placesOf(utterance, AGAIN_OR_ONCE) : []),
  ];
  const [date, second] = slotsOf(utterance, 'date').filter(
    ({ month, day }) => month !== undefined && day === undefined,
  );
  const isLeft = hasMore(turned);
  if (!base || !last || !another || second || isLeft || parts.length >= MOST_PARTS || utterance.words.length > 10)
    return [];
  const when = { ...(date?.month && { month: date.month }), ...(date?.year && { year: date.year }) };
  const later = isAgain ? [...placesOf(utterance, LATER), ...placesOf(utterance, ONCE)] : [];
  const uses = [another, ...later, ...(date ? [date] : []), ...marksOf(utterance, 'sum', 'scale')];
  // "one more in sept", behind moves of several sizes: which is not said
  const isMixed = new Set(parts.map((one) => Math.sign(one.moveBps))).size > 1 && !has(utterance, 'reference', 'same');
  const sizes = isMixed ? [...new Set(parts.map((one) => one.moveBps))] : [last.moveBps];
  // "then again" sets one thing against another as well
  const isOpen = sizes.length > 1 || (isAgain && !date && !says(utterance, LATER) && parts.length < 2);
  return sizes.flatMap((moveBps) =>
    summed({ ...turned, base }, [...(parts.length > 0 ? parts : [last]), { moveBps, ...when }], uses, isOpen),
  );
};

export const movePartOf = (size: Size, turned: Turned): Part => ({
  moveBps: signedBps(size, turned),
  ...(size.month !== undefined && { month: size.month }),
  ...(size.year !== undefined && { year: size.year }),
});

/** The parts of the move asked about last, one where it is whole, fewer than there may be. */
export const earlier = (turned: Turned): readonly Part[] | undefined => {
  const parts = partsOf(turned);
  const all = parts.length > 0 || !turned.base ? parts : [{ moveBps: turned.base.moveBps }];
  return all.length < MOST_PARTS ? all : undefined;
};

export const TOTAL =
  /\b(?:net|total|in all|altogether|all told|all in|cumulative|cumulatively|running|so far|combined)\b/;
const NEXT =
  /^(?:bps? )?(?:later|afterwards|(?:at )?(?:the )?next (?:meeting|time)|the (?:meeting|time) after|after (?:that|this|it))\b/;
export const FURTHER = /\b(?:then|afterwards|later|subsequently|followed by|after (?:that|this|again|which))\b/;

/** `25 in december`, and then `then 25 in january`, or `make it 50 in january`; `and then they reverse, minus 50`. */
export const anotherPart = (turned: Turned, size: Size): readonly Part[] | undefined => {
  const { utterance, numbers } = turned;
  const before = earlier({ ...turned, base: turned.base ?? numbers.move });
  if (numbers.active !== 'rate-move' || !before) return undefined;
  const part = movePartOf(size, turned);
  const place = size.month === undefined ? -1 : before.findIndex(({ month }) => month === size.month);
  if (place >= 0) return before.map((one, at) => (at === place ? part : one));
  const isDated = size.month !== undefined && before.some(({ month }) => month !== undefined);
  const lead = utterance.words.slice(0, size.amounts[0]?.from).join(' ');
  const isTurned = size.way !== undefined || size.sign !== '';
  const isNext =
    (FURTHER.test(lead) &&
      (isTurned || /\b(?:and then|followed by|afterwards|later)(?: a| an| another)?$/.test(lead))) ||
    NEXT.test(utterance.words.slice(size.amounts[0]?.to).join(' '));
  const isAnd = /^(?:then|and|plus)$/.test(utterance.words[0] ?? '');
  return (isAnd && (isDated || size.month !== undefined)) || isNext ? [...before, part] : undefined;
};
