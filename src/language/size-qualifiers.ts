import type { Mark } from './lexicon.ts';
import type { Place, Size, Way } from './size.ts';
import type { Amount, Direction } from './slots.ts';
import { awayFrom, isLinked, marked, overlaps, slotsOf, type Utterance } from './utterance.ts';

/** `change it to 75`: what was asked before is to have another size. */
const RESIZED =
  /\b(?:change|switch|bump|up|raise|lift|take|push|increase|move|set|turn|make|drop|lower|cut|reduce|bring|scale|shrink|trim)(?: (?:it|that|this|the (?:cut|hike|move|size)))(?: (?:up|down|back))? to$|^(?:and |ok |now |then |no )*(?:change|switch)(?: over)? to$/;

export const isResized = ({ words }: Utterance, { from, unit, value }: Amount): boolean =>
  (unit === 'bp' || (unit === undefined && value >= LEAST_RESIZED)) && RESIZED.test(words.slice(0, from).join(' '));

const LEAST_RESIZED = 10;

const stepOf = (utterance: Utterance, amount: Amount): Size['step'] => {
  const behind = marked(utterance, 'more').find(({ from }) => from === amount.to);
  if (behind && behind.value !== 'another') return behind.value as 'more' | 'less';
  // "25 bigger"
  if (/^(?:bigger|larger|deeper)$/.test(utterance.words[amount.to] ?? '')) return 'more';
  if (/^(?:smaller|shallower)$/.test(utterance.words[amount.to] ?? '')) return 'less';
  const before = marked(utterance, 'more').find(({ to, value }) => to === amount.from && value !== 'less');
  const lead = utterance.words[amount.from - 1];
  const isAmong = marked(utterance, 'compare', 'strong').length > 0;
  if (amount.from === 1 && !isAmong && (lead === 'minus' || lead === 'less')) return 'less';
  if (amount.from === 1 && lead === 'plus') return 'more';
  if (amount.from === 2 && utterance.words[0] === 'plus' && /^(?:one|a|another)$/.test(lead ?? '')) return 'more';
  const isAdded =
    lead === 'add' ||
    /^(?:tack|tacks|pile|whack|slap|throw|put) on$/.test(
      utterance.words.slice(Math.max(0, amount.from - 2), amount.from).join(' '),
    ) ||
    (/^(?:a|another)$/.test(lead ?? '') && utterance.words[amount.from - 2] === 'add') ||
    (before !== undefined && utterance.words[before.from] !== 'more');
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

/** Every number behind a sign in a word. */
const SIGNS = /^(?:plus|minus) (?:[\w.]+ ){1,3}(?:(?:and|then) )?(?:plus|minus) /;

/** `minus 75`, `do a plus 25`: a sign in a word, where it is no step from another size. */
const signOf = (utterance: Utterance, { sign, from }: Amount): Amount['sign'] => {
  const { words, joined } = utterance;
  const lead = words[from - 1];
  // "minus 50 vs minus 100"
  const isOne = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must').length < 2;
  // "plus fifty minus twenty five"
  if (!isOne && sign === '' && /^(?:plus|minus)$/.test(lead ?? '') && SIGNS.test(joined))
    return lead === 'plus' ? '+' : '-';
  // "-50 + 25"
  if (/^(?:\+|plus)$/.test(lead ?? '') && slotsOf(utterance, 'amount').some((one) => one.to < from && one.sign === '-'))
    return '+';
  if (sign !== '' || (from === 1 && (isOne || lead !== 'minus'))) return sign;
  if (lead === 'minus' && !/\d$/.test(words[from - 2] ?? '')) return '-';
  // "and then they regret, plus 25"
  const isFirst = ![...rateWays(utterance), ...slotsOf(utterance, 'amount')].some((one) => one.from < from);
  return lead === 'plus' && (isFirst || /^(?:a|do|of|say|vs|versus|v|or)$/.test(words[from - 2] ?? '')) ? '+' : '';
};

const TAKES_BACK = /^(?:reverse|reverses|reversed|reversing|unwind|unwinds|undo|undoes|back)$/;

/** `then reverse 50` behind other sizes: the other way. */
const isTakenBack = ({ words }: Utterance, { from, to }: Amount, all: readonly Amount[]): boolean =>
  (TAKES_BACK.test(words[/^(?:one|a|an|off|by)$/.test(words[from - 1] ?? '') ? from - 2 : from - 1] ?? '') ||
    // "cut 50 then put 25 back"
    (words[to] === 'back' && !/^(?:up|down|on|off|in|to)$/.test(words[to + 1] ?? ''))) &&
  all.some((one) => one.to < from);

const otherWay = (way: Way | undefined): Way => (way === 'hike' ? 'cut' : 'hike');

/** `50 cut minus 25`, `50 less 25 off`: the second goes off the first. */
export const isNetted = (utterance: Utterance, [first, second, third]: readonly Pick<Size, 'amounts'>[]): boolean => {
  const [one, other] = [first?.amounts[0], second?.amounts[0]];
  return (
    one !== undefined &&
    other !== undefined &&
    third === undefined &&
    !SIGNS.test(utterance.joined) &&
    /^(?:cuts?|hikes?|off|up|down)? ?(?:minus|less)(?: the| a)?$/.test(
      utterance.words.slice(one.to, other.from).join(' '),
    )
  );
};

interface Qualifiers extends Pick<Size, 'sign' | 'way' | 'step'> {
  readonly label: ReturnType<typeof monthOf>;
}

/**
 * What stands beside a size: its sign, which way it goes, whether it comes on top of another, and the month it is named by.
 *
 * @param all the numbers that may be sizes
 * @param count of how many of it: `two 25s`
 */
export const qualifiersOf = (
  utterance: Utterance,
  amount: Amount,
  all: readonly Amount[],
  count: Place | undefined,
): Qualifiers => {
  const isBack = isTakenBack(utterance, amount, all);
  const near = monthOf(utterance, amount);
  const label = isBack && near && near.slot.from < amount.from ? undefined : near;
  const isMore = count !== undefined && utterance.words[count.to] === 'more';
  if (isResized(utterance, amount)) return { sign: signOf(utterance, amount), label, step: 'to' };
  const step = isMore ? 'more' : stepOf(utterance, { ...amount, from: count?.from ?? amount.from });
  // "dec +25 jan +25, then 50 back down": its sign
  const isSigned = amount.sign !== '' && all[0]?.sign !== '' && all.length > 1;
  const isTold = rateWays(utterance).some((one) => awayFrom(one, amount) <= 1 || one.from < (all[0]?.from ?? 0));
  const said = isSigned && !isTold ? undefined : wayAt(utterance, amount);
  const way = isBack ? otherWay(said) : said;
  return { sign: signOf(utterance, amount), label, ...(way && { way }), ...(step && { step }) };
};

/** `25 dec 25 jan then 50 back up`: what came before went the other way, where nothing else is said of it. */
export const turnedBack = (utterance: Utterance, sizes: readonly Size[]): readonly Size[] => {
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
export const scaleBefore = (utterance: Utterance, { from }: Amount): Mark | undefined =>
  marked(utterance, 'scale').find(
    ({ to, value }) =>
      Number(value) > 0 &&
      isLinked(utterance, to, from, /^(?:a|an|the)$/, 1) &&
      !slotsOf(utterance, 'count').some((count) => overlaps(count, { from: to - 1, to })),
  );

const OF_THAT = /^(?:(?:that|it|this|those|the (?:size|move|cut|hike))\b|as (?:much|big|large)\b)/;
const [GROWS, SHRINKS] = [/^(?:more|bigger|larger|extra|on top|again)\b/, /^(?:less|smaller|off)\b/];
const [GROWN_BY, SHRUNK_BY] = [
  /\b(?:raise|up|increase|grow|boost|scale up|bump) (?:it|that|the (?:size|move)) (?:up )?by(?: a| one)?$|^(?:and |ok |now )*(?:plus|add)(?: a)?$/,
  /\b(?:cut|trim|reduce|shrink|shave|scale|lower) (?:it|that|the (?:size|move)) (?:back |down )?by(?: a| one)?$|^(?:and |ok |now )*(?:minus|less)(?: a)?$/,
];
const LEAST_PART_PERCENT = 5;
/** Halves and quarters are sizes of moves themselves. */
const EIGHTH = 0.125;

/** `times 1.5`, `one and a half times that`, `a third less`, `cut it by a fifth`, `20% more`: so many times what stands. */
export const scaleSaid = ({ words, slots }: Utterance): readonly Mark[] => {
  const amounts = slots.filter((slot): slot is Amount => slot.kind === 'amount');
  return amounts.flatMap(({ value, unit, isFraction, from, to }): readonly Mark[] => {
    const [before, behind] = [words.slice(0, from).join(' '), words.slice(to).join(' ')];
    const mark = (factor: number, first: number, last: number): readonly Mark[] => [
      { tag: 'scale', value: String(factor), from: first, to: last, isGuessed: false },
    ];
    const isTimes = /^(?:times|x|×|\*)$/.test(words[from - 1] ?? '') && !amounts.some((one) => one.to === from - 1);
    if (isTimes && (unit === undefined || unit === 'x') && value > 0 && !isFraction) return mark(value, from - 1, to);
    if (unit === 'x' && OF_THAT.test(behind)) return mark(value, from, to);
    const isPart = isFraction && unit === undefined && value < 1 && value % EIGHTH !== 0;
    if (!isPart && !(unit === '%' && value >= LEAST_PART_PERCENT)) return [];
    const part = unit === '%' ? value / 100 : value;
    if (GROWS.test(behind) || GROWN_BY.test(before)) return mark(1 + part, from, to);
    return SHRINKS.test(behind) || SHRUNK_BY.test(before) ? mark(1 - part, from, to) : [];
  });
};

/** `12 is too much, 6`. */
const TOO =
  /^(?:is|was|seems|feels|looks)? ?(?:way |a bit |far )?(?:too (?:much|many|high|big|large|steep|low|small|little)|wrong)\b/;

/** `undo that 50, 25 instead`. */
const TAKEN_BACK = /\b(?:undo|scrap|forget|ditch|cancel) (?:the|that|my|this) $/;

/** `i said 75, i meant 25`. */
const isMisspoken = ({ words }: Utterance, { from, to }: Place): boolean =>
  /^(?:said|typed|wrote|put|asked)$/.test(words[from - 1] ?? '') &&
  /^(?:,|but|and|when|sorry)? ?i (?:really |actually )?(?:meant|mean|wanted)\b/.test(words.slice(to, to + 5).join(' '));

/** Words that deny a number. */
export const isDenied = (utterance: Utterance, { from, to }: Place, isOfWay = false): boolean =>
  (!isOfWay &&
    TAKEN_BACK.test(`${utterance.words.slice(0, from).join(' ')} `) &&
    slotsOf(utterance, 'amount').some((one) => one.from >= to && one.duty === 'must')) ||
  (!isOfWay && isMisspoken(utterance, { from, to })) ||
  (!isOfWay && TOO.test(utterance.words.slice(to, to + 5).join(' '))) ||
  (isOfWay && /^(?:forget|drop|scrap|ditch)$/.test(utterance.words[from - 1] ?? '')) ||
  marked(utterance, 'negation').some(
    (mark) =>
      isLinked(utterance, mark.to, from, /^(?:a|the|by|of|just|only)$/, 2) &&
      (isOfWay || !/^(?:no|nor|dont|doesnt|without|never)$/.test(utterance.words[mark.from] ?? '')),
  );
