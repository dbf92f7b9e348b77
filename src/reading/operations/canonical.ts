import {
  type Amount,
  asTyped,
  marked,
  rateWays,
  scopeOf,
  sizeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';

/** Templates of plain phrases, filled with what a text says: `{way} {size} with {percent} hedged {whom}`. */

const COMPANIES = { small: 'SmallCap', large: 'LargeCap', both: '' } as const;
const MOST_SPELLED = 6;
const CENTURY = 2000;
/** How far behind its size a direction stands: `50 back up`. */
const MOST_BETWEEN = 2;

/** The one company that is named, in plain words; empty where none is, or both are. */
const companyIn = (utterance: Utterance): string => {
  const named = [...new Set(marked(utterance, 'company').map((mark) => COMPANIES[scopeOf(mark)]))];
  return named.length === 1 ? (named[0] as string) : '';
};

const plain = (value: number): string => String(Number(value.toFixed(4)));

const asSize = (amount: Amount): string | undefined => {
  const size = sizeOf(amount);
  return size && `${amount.sign}${plain(size.bps)}bp`;
};

const asPercent = ({ value, unit, isFraction, isPlural }: Amount): string | undefined => {
  if (isPlural || (unit !== undefined && unit !== '%')) return undefined;
  return isFraction && unit === undefined && value <= 1 ? `${plain(value * 100)}%` : `${plain(value)}%`;
};

/** `half as levered` is of what it is now. */
const asTimes = ({ value, unit, isFraction }: Amount): string | undefined =>
  !isFraction && (unit === undefined || unit === 'x') ? `${plain(value)}x` : undefined;

const asMoney = ({ value, unit }: Amount): string | undefined =>
  unit === undefined || unit === 'money' ? `$${plain(value)}m` : undefined;

const asRatio = ({ value, unit }: Amount): string | undefined =>
  unit === undefined && value < 1 ? plain(value) : undefined;

/** What each placeholder of a number takes. */
const NUMBERS: Readonly<Record<string, (amount: Amount) => string | undefined>> = {
  size: asSize,
  percent: asPercent,
  level: asPercent,
  times: asTimes,
  money: asMoney,
  ratio: asRatio,
};

/** How likely a number is the size of a move: by its unit, a direction beside it, or its being one that moves have. */
const likenessToSize = (utterance: Utterance, amount: Amount): number => {
  const isBeside = rateWays(utterance).some(({ from, to }) => to === amount.from || from === amount.to);
  const isRound = amount.unit === undefined && amount.value % 25 === 0;
  return Number(amount.unit === 'bp' || amount.unit === 'points') * 4 + Number(isBeside) * 2 + Number(isRound);
};

interface Said {
  readonly amounts: Amount[];
  readonly counts: number[];
}

const fillNumber = (name: string, said: Said, utterance: Utterance): string | undefined => {
  const spelled = NUMBERS[name];
  if (spelled === undefined) return undefined;
  const fitting = said.amounts.filter((amount) => spelled(amount) !== undefined);
  const [amount] =
    name === 'size'
      ? fitting.sort((one, other) => likenessToSize(utterance, other) - likenessToSize(utterance, one))
      : fitting;
  if (amount === undefined) return undefined;
  said.amounts.splice(said.amounts.indexOf(amount), 1);
  return spelled(amount);
};

const fillCount = (said: Said): string | undefined => {
  const count = said.counts.shift();
  if (count !== undefined) return plain(count);
  const at = said.amounts.findIndex(({ unit, value }) => unit === undefined && Number.isInteger(value) && value < 20);
  return at < 0 ? undefined : plain(said.amounts.splice(at, 1)[0]?.value as number);
};

const fillSizes = (said: Said, tie: string): string | undefined => {
  const sizes = said.amounts.splice(0).map(asSize);
  return sizes.length > 1 && sizes.every((size) => size !== undefined) ? sizes.join(` ${tie} `) : undefined;
};

/** Each size with its own direction, or the nearest before it: `hike 25bp then cut 50bp`. */
const fillMoves = (said: Said, utterance: Utterance): string | undefined => {
  const ways = slotsOf(utterance, 'direction').filter(({ of, way }) => of === 'rate' && way !== 'hold');
  const moves = said.amounts.splice(0).map((amount) => {
    const size = asSize(amount);
    const own = ways.find(({ from }) => from >= amount.to && from - amount.to <= MOST_BETWEEN);
    const way = own ?? ways.findLast(({ to }) => to <= amount.from) ?? ways[0];
    return size && way && `${way.way} ${size}`;
  });
  return moves.length > 1 && moves.every((move) => move !== undefined) ? moves.join(' then ') : undefined;
};

const typedSlot = (
  utterance: Utterance,
  kind: 'span' | 'date' | 'topic' | 'note' | 'duration' | 'who',
): string | undefined => {
  const [slot] = slotsOf(utterance, kind);
  return slot && asTyped(utterance, slot);
};

/** `after the oct 25 mtg`: the day that a span begins or ends with. */
const dateOfSpan = (utterance: Utterance): string | undefined => {
  const [date] = slotsOf(utterance, 'span').flatMap(({ since, until }) => [since ?? [], until ?? []].flat());
  return date && asTyped(utterance, date);
};

const yearIn = (utterance: Utterance): string | undefined => {
  const [date] = slotsOf(utterance, 'date');
  return date?.year !== undefined && date.month === undefined ? String(date.year) : undefined;
};

/** `24`, where the phrase has a year and no size could be meant. */
const fillYear = (said: Said, utterance: Utterance): string | undefined => {
  const at = said.amounts.findIndex((amount) => amount.unit === undefined && /^\d\d$/.test(asTyped(utterance, amount)));
  const [amount] = at < 0 ? [] : said.amounts.splice(at, 1);
  return amount && String(CENTURY + amount.value);
};

const fill = (name: string, said: Said, utterance: Utterance, way: string): string | undefined => {
  switch (name) {
    case 'way':
      return way;
    case 'whom': {
      const company = companyIn(utterance);
      return company === '' ? '' : `for ${company}`;
    }
    case 'company':
      return companyIn(utterance) || undefined;
    case 'moves':
      return fillMoves(said, utterance);
    case 'plus':
      return fillSizes(said, 'plus');
    case 'and':
      return fillSizes(said, 'and');
    case 'count':
      return fillCount(said);
    case 'span':
      return typedSlot(utterance, 'span') ?? typedSlot(utterance, 'duration');
    case 'sessions':
      return typedSlot(utterance, 'duration') ?? '';
    case 'year':
      return yearIn(utterance) ?? typedSlot(utterance, 'date') ?? fillYear(said, utterance);
    case 'date':
      return typedSlot(utterance, 'date') ?? dateOfSpan(utterance);
    case 'topic':
    case 'note':
    case 'who':
      return typedSlot(utterance, name);
    default:
      return fillNumber(name, said, utterance);
  }
};

/** The direction that is said, or was; both where none is. */
const waysIn = (utterance: Utterance, before: string | undefined): readonly string[] => {
  const ways = [...new Set(slotsOf(utterance, 'direction').map(({ way }) => way))].filter((way) => way !== 'hold');
  if (ways.length === 1) return ways;
  return before && ways.length === 0 ? [before] : ['cut', 'hike'];
};

/**
 * A template filled with the numbers, names and directions of a text: none where it has no place for one of the numbers, or
 * a place that nothing in the text fills; two where a direction is wanted and none said.
 *
 * @param before the direction that was said already, where the size alone was asked for
 */
export const canonicalOf = (template: string, utterance: Utterance, before?: 'cut' | 'hike'): readonly string[] => {
  const ways = template.includes('{way}') ? waysIn(utterance, before) : [''];
  return ways.flatMap((way) => {
    const said: Said = {
      amounts: slotsOf(utterance, 'amount').filter(({ duty, value }) => duty === 'must' && Number.isFinite(value)),
      counts: slotsOf(utterance, 'count').flatMap(({ duty, value }) => (duty === 'must' ? [value] : [])),
    };
    if (said.amounts.length + said.counts.length > MOST_SPELLED) return [];
    let isFilled = true;
    const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const filled = fill(name, said, utterance, way);
      isFilled &&= filled !== undefined;
      return filled ?? '';
    });
    return isFilled && said.amounts.length + said.counts.length === 0 ? [text.trim()] : [];
  });
};
