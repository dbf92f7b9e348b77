import { sizeOf } from './amounts.ts';
import { countedWith, repeated } from './counted.ts';
import { isDenied } from './denied.ts';
import { betweenLevels, HIGHEST_LEVEL, levelsAmong, rangesAmong } from './levels.ts';
import type { Mark } from './lexicon.ts';
import { isNoSize } from './licence.ts';
import { scaled } from './numerals.ts';
import type { Place, Size, Sizes, Way } from './size.ts';
import type { Amount, Count, Direction } from './slots.ts';
import { awayFrom, isLinked, marked, overlaps, slotsOf, type Utterance } from './utterance.ts';

const stepOf = (utterance: Utterance, amount: Amount): Size['step'] => {
  const behind = marked(utterance, 'more').find(({ from }) => from === amount.to);
  if (behind && behind.value !== 'another') return behind.value as 'more' | 'less';
  const before = marked(utterance, 'more').find(({ to, value }) => to === amount.from && value !== 'less');
  const lead = utterance.words[amount.from - 1];
  const isAmong = marked(utterance, 'compare', 'strong').length > 0;
  if (amount.from === 1 && !isAmong && (lead === 'minus' || lead === 'less')) return 'less';
  if (amount.from === 1 && lead === 'plus') return 'more';
  if (amount.from === 2 && utterance.words[0] === 'plus' && /^(?:one|a|another)$/.test(lead ?? '')) return 'more';
  const isAdded = lead === 'add' || (before !== undefined && utterance.words[before.from] !== 'more');
  return isAdded ? 'more' : undefined;
};

const monthOf = (utterance: Utterance, place: Place): { month: number; year?: number; slot: Place } | undefined => {
  const { soft, hard } = utterance;
  const months = slotsOf(utterance, 'date').filter(({ month, day }) => month !== undefined && day === undefined);
  const amounts = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const isBetween = ({ to }: Place): boolean => amounts.some(({ from }) => from >= to && from < place.from);
  const behind = months.find(({ from }) => from >= place.to && from - place.to <= 4 && soft[from] === soft[place.from]);
  // "dec +25 jan +25"
  const isMonthFirst = (months[0]?.from ?? Infinity) < (amounts[0]?.from ?? 0);
  // "25 up jan, then 100 off": of the size before it
  const isTaken = (month: Place): boolean =>
    !isMonthFirst &&
    amounts.some(({ to, from }) => to <= month.from && month.from - to <= 4 && soft[from] === soft[month.from]);
  const before = months.findLast(
    (one) =>
      one.to <= place.from &&
      place.from - one.to <= 3 &&
      hard[one.to - 1] === hard[place.from] &&
      !isBetween(one) &&
      !isTaken(one),
  );
  const near = isMonthFirst ? (before ?? behind) : (behind ?? before);
  return near?.month === undefined
    ? undefined
    : { month: near.month, ...(near.year !== undefined && { year: near.year }), slot: near };
};

/** Directions said of the rate that nothing denies. */
export const rateWays = (utterance: Utterance): readonly Direction[] =>
  slotsOf(utterance, 'direction').filter((one) => one.of === 'rate' && !isDenied(utterance, one, true));

/** The direction nearest to a place: of its own part, then of its thought, then of the whole. */
const wayAt = (utterance: Utterance, place: Place): Way | undefined => {
  const counted = slotsOf(utterance, 'count').flatMap(({ of, from, to }) =>
    of === 'cut' || of === 'hike' ? [{ way: of, from, to }] : [],
  );
  const said = rateWays(utterance).filter(({ way }) => way !== 'hold');
  const ways: readonly (Place & Pick<Direction, 'way'>)[] = [...said, ...counted];
  const nearest = (among: typeof ways): Way | undefined =>
    [...among].sort((one, other) => awayFrom(one, place) - awayFrom(other, place))[0]?.way as Way | undefined;
  const part = ways.filter(({ from }) => utterance.soft[from] === utterance.soft[place.from]);
  const thought = ways.filter(({ from }) => utterance.hard[from] === utterance.hard[place.from]);
  return nearest(part) ?? nearest(thought) ?? nearest(ways);
};

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

/** `minus 75`, `do a plus 25`: a sign in a word, where it is no step from another size. */
const signOf = (utterance: Utterance, { sign, from }: Amount): Amount['sign'] => {
  const { words } = utterance;
  const lead = words[from - 1];
  // "minus 50 vs minus 100"
  const isOne = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must').length < 2;
  if (sign !== '' || (from === 1 && (isOne || lead !== 'minus'))) return sign;
  if (lead === 'minus' && !/\d$/.test(words[from - 2] ?? '')) return '-';
  // "and then they regret, plus 25"
  const isFirst = ![...rateWays(utterance), ...slotsOf(utterance, 'amount')].some((one) => one.from < from);
  return lead === 'plus' && (isFirst || /^(?:a|do|of|say|vs|versus|v|or)$/.test(words[from - 2] ?? '')) ? '+' : '';
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
  /^(?:bucks|bux|grand|cents|km|kg|mi|miles?|mph|ppl|people|staff|heads?|jobs?|pages?|slides?|degrees|quid|euros?|eur|gbp|pounds|dogs?|kids?|guests?|seats?|desks?|tickets?|mins?|minutes|hours|hrs|sqft|gb|mb)$/;
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

const TAKES_BACK = /^(?:reverse|reverses|reversed|reversing|unwind|unwinds|undo|undoes|back)$/;

/** `then reverse 50` behind other sizes: the other way. */
const isTakenBack = ({ words }: Utterance, { from }: Amount, all: readonly Amount[]): boolean =>
  TAKES_BACK.test(words[/^(?:one|a|an|off|by)$/.test(words[from - 1] ?? '') ? from - 2 : from - 1] ?? '') &&
  all.some(({ to }) => to < from);

const otherWay = (way: Way | undefined): Way => (way === 'hike' ? 'cut' : 'hike');

/** `50 cut minus 25`, `50 less 25 off`: the second goes off the first. */
export const isNetted = (utterance: Utterance, [first, second, third]: readonly Pick<Size, 'amounts'>[]): boolean => {
  const [one, other] = [first?.amounts[0], second?.amounts[0]];
  return (
    one !== undefined &&
    other !== undefined &&
    third === undefined &&
    /^(?:cuts?|hikes?|off|up|down)? ?(?:minus|less)(?: the| a)?$/.test(
      utterance.words.slice(one.to, other.from).join(' '),
    )
  );
};

/** `25 dec 25 jan then 50 back up`: what came before went the other way, where nothing else is said of it. */
const turnedBack = (utterance: Utterance, sizes: readonly Size[]): readonly Size[] => {
  const ways = rateWays(utterance);
  if (isNetted(utterance, sizes))
    return sizes.map((size, at) => (at > 0 ? { ...size, way: otherWay(sizes[0]?.way), sign: '' } : size));
  const [way, second] = ways;
  const back = way && !second && utterance.words[way.from - 1] === 'back' ? way.from - 1 : Infinity;
  const isBack = sizes.slice(1).some(({ amounts: [one] }) => one?.to === back);
  return isBack
    ? sizes.map((size) =>
        (size.amounts[0]?.to ?? back) < back && size.sign === '' ? { ...size, way: otherWay(size.way) } : size,
      )
    : sizes;
};

/** `double a 75 cut`: so many times the size. */
const scaleBefore = (utterance: Utterance, { from }: Amount): Mark | undefined =>
  marked(utterance, 'scale').find(
    ({ to, value }) =>
      Number(value) > 0 &&
      isLinked(utterance, to, from, /^(?:a|an|the)$/, 1) &&
      !slotsOf(utterance, 'count').some((count) => overlaps(count, { from: to - 1, to })),
  );

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
        isPartOrTime(utterance, amount) ||
        (/^(?:to|until|till)$/.test(lead) && !isCompared && !isBackTo && !isRangeEnd) ||
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
      const isNext = isGoneOn && AND_A_HALF.test(utterance.words.join(' '));
      if (isHalfOnly && !isTurned && !isListed && !isNext) return [];
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
      const isBack = isTakenBack(utterance, amount, rest);
      const near = monthOf(utterance, amount);
      const label = isBack && near && near.slot.from < amount.from ? undefined : near;
      const isMore = pair !== undefined && utterance.words[pair.count.to] === 'more';
      const step = isMore ? 'more' : stepOf(utterance, { ...amount, from: pair?.count.from ?? amount.from });
      // "dec +25 jan +25, then 50 back down": its sign
      const isSigned = amount.sign !== '' && rest[0]?.sign !== '' && rest.length > 1;
      const isTold = rateWays(utterance).some((one) => awayFrom(one, amount) <= 1 || one.from < (rest[0]?.from ?? 0));
      const said = isSigned && !isTold ? undefined : wayAt(utterance, amount);
      const way = isBack ? otherWay(said) : said;
      const place: Place = {
        from: Math.min(amount.from, pair?.count.from ?? amount.from, scale?.from ?? amount.from),
        to: Math.max(amount.to, pair?.count.to ?? amount.to),
      };
      return [
        {
          bps: scaled(read.bps, times * (scale ? Number(scale.value) : 1)),
          sign: signOf(utterance, amount),
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
