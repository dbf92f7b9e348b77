import { sizeOf } from './amounts.ts';
import { countedWith, repeated } from './counted.ts';
import { betweenLevels, HIGHEST_LEVEL, levelsAmong, rangesAmong } from './levels.ts';
import { isNoSize } from './licence.ts';
import { scaled } from './numerals.ts';
import type { Place, Size, Sizes } from './size.ts';
import { isDenied, isResized, qualifiersOf, rateWays, scaleBefore, turnedBack } from './size-qualifiers.ts';
import type { Amount, Count } from './slots.ts';
import { awayFrom, isLinked, marked, slotsOf, type Utterance } from './utterance.ts';

/** Beside a size in basis points, a percentage is one too only where it is the same, or a direction stands at it. */
const withoutShares = (utterance: Utterance, sizes: readonly Size[]): readonly Size[] => {
  const inBps = sizes.filter(({ unit }) => unit === 'bp');
  const ways = rateWays(utterance);
  const isAt = ({ amounts }: Size): boolean => amounts.some((amount) => ways.some((way) => awayFrom(way, amount) <= 1));
  return sizes.filter((size) => {
    const [amount] = size.amounts;
    const isShare = size.unit === '%' || (size.unit === undefined && amount?.isDecimal === true);
    return inBps.length === 0 || !isShare || isAt(size) || inBps.some(({ bps }) => bps === size.bps);
  });
};

/** `the hit from 75`: what comes of a size. */
const OUTCOME =
  /^(?:winner|loser|juice|hit|effect|impact|pop|lift|boost|gain|gains|saving|savings|damage|benefit|result|come|comes)$/;

/** `and at 50`: the sizes that moves have, in a few words. */
const isShortAt = ({ words }: Utterance, { from, value, unit }: Amount): boolean =>
  words[from - 1] === 'at' &&
  words.length <= 4 &&
  unit === undefined &&
  value >= 25 &&
  value <= 300 &&
  value % 25 === 0;

const LEADING = /^(?:off|by|a|another|just|only|about)$/;

/** `NI<0`, `net income below 0`: what a figure is held against. */
const isBound = (utterance: Utterance, { from }: Amount): boolean => {
  const { words } = utterance;
  const at = words[from - 1] === '=' ? from - 2 : from - 1;
  const isSign = /^[<>\u2264\u2265]$/.test(words[at] ?? '');
  return (
    (isSign || /^(?:below|under|above)$/.test(words[at] ?? '')) &&
    [...marked(utterance, 'income'), ...marked(utterance, 'parameter')].some(
      ({ to }) => to <= at && at - to <= (isSign ? 0 : 2),
    )
  );
};

/** `75 people`, `18 km`, `three of those`: what a number counts. */
const COUNTS =
  /^(?:skips?|pauses?|holds|bucks|bux|grand|cents|km|kg|mi|miles?|mph|ppl|people|staff|heads?|jobs?|pages?|slides?|degrees|quid|euros?|eur|gbp|pounds|dogs?|kids?|guests?|seats?|desks?|tickets?|mins?|minutes|hours|hrs|sqft|gb|mb)$/;
/** `by a quarter of what they are`, `to a quarter`: a part of a rate, or a level. */
const isPartOfRate = ({ words }: Utterance, { isFraction, unit, from, to }: Amount): boolean =>
  isFraction === true &&
  unit === undefined &&
  (/^(?:of (?:what|the (?:current |fed |policy )?(?:rate|level)|its|their|current)|worth of (?:that|it|this))\b/.test(
    words.slice(to, to + 4).join(' '),
  ) ||
    /^to an?$/.test(words.slice(from - 2, from).join(' ')));

const isCounted = ({ words }: Utterance, { unit, to }: Amount): boolean =>
  unit === undefined &&
  (COUNTS.test(words[to] ?? '') || (words[to] === 'of' && /^(?:those|them|these|em)$/.test(words[to + 1] ?? '')));

/** `25 of the 50`, `25 out of 50`: a part of a size; `meeting in 30`: minutes. */
const PART_OF = /^(?:out of|(?:out )?of (?:the|that|those|this)) \d/;
const STARTS_IN = /^(?:meeting|call|due|client|deck|lunch|train|back|leaving|starts?|starting|live|on) in$/;
const isPartOrTime = ({ words }: Utterance, { unit, value, from, to, isPlural }: Amount): boolean =>
  !isPlural &&
  ((value >= LEAST_PART && PART_OF.test(words.slice(to, to + 4).join(' '))) ||
    (unit === undefined && words[from - 1] === 'in' && value >= 20 && value < 40 && value % 25 !== 0) ||
    (unit === undefined && STARTS_IN.test(words.slice(Math.max(from - 2, 0), from).join(' '))));
const LEAST_PART = 10;

/** `and a half`, behind a move of a quarter. */
const AND_A_HALF =
  /^(?:and|n|or|ok|what about|how about|make it|say|try)(?: what about)? a half(?: (?:then|instead|please|pls|point))?\W*$/;

/**
 * Every size, level and count of moves among numbers that are nothing else.
 *
 * @param isGoneOn true behind a move
 */
export const sizesIn = (utterance: Utterance, all: readonly Amount[], isGoneOn = false): Sizes => {
  const some = all.filter((amount) => !isNoSize(utterance, amount));
  const ranges = rangesAmong(utterance, some);
  const amounts = some.filter((amount) => !ranges.some(({ lower }) => lower === amount));
  const spans = betweenLevels(utterance, amounts, ranges);
  const inSpan = (amount: Amount): boolean => spans.some((span) => span.amounts.includes(amount));
  // "compare a 50 cut to two 25s"
  const counted = new Set(repeated(utterance, amounts).map(({ count }) => count));
  const levels = levelsAmong(
    utterance,
    amounts.filter((amount) => !inSpan(amount) && !counted.has(amount)),
    ranges,
  );
  const rest = amounts.filter((amount) => !inSpan(amount) && !levels.some((level) => level.amounts.includes(amount)));
  const pairs = repeated(utterance, rest);
  const countsOfPairs = new Set(pairs.map(({ count }) => count));
  const counts = slotsOf(utterance, 'count').filter(({ of }) => of !== 'thing');
  const used = new Set<Count>();
  const singles = rest
    .filter((amount) => !countsOfPairs.has(amount) && amount.duty === 'must')
    .flatMap((amount): readonly Size[] => {
      const read = sizeOf(amount);
      // "to 375bp", "from 4.8", "at 50": no size
      const lead = utterance.words[amount.from - 1] ?? '';
      const isCompared = marked(utterance, 'compare').some(({ to }) => to === amount.from);
      // "25 to 50 bps": either end
      const isRangeEnd =
        amount.unit === 'bp' &&
        rest.some((one) => one.to === amount.from - 1 && (one.unit === 'bp' || one.unit === undefined));
      // "back to 100": a size asked about before
      const isBackTo =
        utterance.words[amount.from - 2] === 'back' && (amount.unit === 'bp' || amount.value >= HIGHEST_LEVEL);
      if (
        !read ||
        // "the other half"
        (amount.isFraction && /^(?:other|remaining)$/.test(lead)) ||
        // "how many 25s", "how many 25 clips"
        (amount.unit !== 'bp' && utterance.words[amount.from - 2] === 'how' && lead === 'many') ||
        isBound(utterance, amount) ||
        isCounted(utterance, amount) ||
        isPartOfRate(utterance, amount) ||
        isPartOrTime(utterance, amount) ||
        (/^(?:to|until|till)$/.test(lead) &&
          !isCompared &&
          !isBackTo &&
          !isRangeEnd &&
          !(isGoneOn && isResized(utterance, amount))) ||
        (amount.unit !== 'bp' &&
          amount.sign === '' &&
          /^(?:from|at)$/.test(lead) &&
          !isShortAt(utterance, amount) &&
          !OUTCOME.test(utterance.words[amount.from - 2] ?? '') &&
          !pairs.some(({ size }) => size === amount) &&
          !counts.some(({ to }) => to === amount.from - 1))
      )
        return [];
      if (
        amount.isFraction &&
        amount.isSpelled &&
        amount.unit === undefined &&
        amount.value < 1 &&
        amount.value % 0.125 !== 0
      )
        return [];
      // "half of them"; but "a half down", "cuts by a half"
      const isHalf = lead === 'a' && !/^(?:of|as|the|its|that)$/.test(utterance.words[amount.to] ?? '');
      const isTurned = rateWays(utterance).some(
        ({ from, to }) =>
          from === amount.to || to === amount.from || (isHalf && isLinked(utterance, to, amount.from, LEADING, 3)),
      );
      // "qtr dec, half in march", "qtr, qtr, half"
      const isListed =
        utterance.words[amount.to] !== 'of' &&
        rest.some(
          (one) =>
            one !== amount && one.unit === undefined && one.isSpelled && one.isFraction && one.value % 0.125 === 0,
        );
      const isHalfOnly = amount.isSpelled && amount.isFraction && amount.value === 0.5 && amount.unit === undefined;
      if (isHalfOnly && !isTurned && !isListed && !(isGoneOn && AND_A_HALF.test(utterance.joined))) return [];
      const pair = pairs.find(({ size }) => size === amount);
      const count = counts.find(
        (one) =>
          !used.has(one) &&
          countedWith(
            utterance,
            one,
            rest.filter((other) => !countsOfPairs.has(other)),
          )?.amount === amount,
      );
      const how = count && countedWith(utterance, count, rest)?.how;
      if (count) used.add(count);
      const times = pair?.count.value ?? (count && how === 'each' ? count.value : 1);
      const scale = scaleBefore(utterance, amount);
      const { sign, way, step, label } = qualifiersOf(utterance, amount, rest, pair?.count);
      const place: Place = {
        from: Math.min(amount.from, pair?.count.from ?? amount.from, scale?.from ?? amount.from),
        to: Math.max(amount.to, pair?.count.to ?? amount.to),
      };
      return [
        {
          bps: scaled(read.bps, times * (scale ? Number(scale.value) : 1)),
          sign,
          ...(way && { way }),
          ...(read.readAs && { readAs: read.readAs }),
          isDenied: isDenied(utterance, amount),
          ...(step && { step }),
          ...(label && { month: label.month, ...(label.year !== undefined && { year: label.year }) }),
          unit: amount.unit,
          ...(times > 1 && { each: { count: times, bps: read.bps } }),
          ...(how === 'open' &&
            count &&
            count.value > 1 && { isOpen: true as const, each: { count: count.value, bps: read.bps } }),
          amounts: [amount],
          uses: [place, ...(count ? [count] : []), ...(label ? [label.slot] : [])],
        },
      ];
    });
  return {
    sizes: turnedBack(
      utterance,
      [...spans, ...withoutShares(utterance, singles)].sort(
        (one, other) => (one.amounts[0]?.from ?? 0) - (other.amounts[0]?.from ?? 0),
      ),
    ),
    levels,
    counts: counts.filter((count) => !used.has(count)),
  };
};
