import { scaled } from './numerals.ts';
import type { RateLevel, Size } from './size.ts';
import type { Amount } from './slots.ts';
import { marked, type Utterance } from './utterance.ts';

export const HIGHEST_LEVEL = 20;
export const MOST_COUNTED = 12;
export const wordsBetween = ({ words }: Utterance, from: number, to: number): string => words.slice(from, to).join(' ');

const isLevel = ({ unit, value, isDecimal, isFraction, isSpelled, sign }: Amount): boolean =>
  value < HIGHEST_LEVEL &&
  // "gets it to +10%"
  sign !== '+' &&
  // "back to quarters"
  !(isSpelled && isFraction && value < 1 && unit === undefined) &&
  (unit === '%' || (unit === undefined && (isDecimal || isFraction || value <= 10)));

const TO = /^(?:(?:back |up |down |all the way )*to|- >|>|= >|\u2013 >|- > >)$/;

/** A target range as it is written: `3.50-3.75`. The upper end stands for it. */
interface Range {
  readonly lower: Amount;
  readonly upper: Amount;
}

const WIDEST_RANGE = 1;
const FED_WIDTH = 0.25;
const NAMES_RANGE = /\b(?:range|band|target)\b(?!.*\bfrom\b)/;
/** `3.25 to 3.50 as the range`. */
const RANGE_BEHIND =
  /^(?:(?:as|is|was|being|for|would be|,) ?)*(?:the |a |our |their )?(?:new |target )*(?:range|band|corridor)\b/;

/** `they stop at 3`. */
const STOPS =
  /^(?:stop|stops|stopped|stopping|settle|settles|bottom|bottoms|peak|peaks|top|tops|end|ends|finish|finishes|halt|halts)$/;

export const rangesAmong = (utterance: Utterance, amounts: readonly Amount[]): readonly Range[] =>
  amounts.flatMap((lower, at): readonly Range[] => {
    const upper = amounts[at + 1];
    if (!upper || !isLevel(lower) || !isLevel(upper) || !(lower.isDecimal || upper.isDecimal || upper.unit === '%'))
      return [];
    const between = wordsBetween(utterance, lower.to, upper.from);
    const width = upper.value - lower.value;
    // "range ends up 4.25 to 4.50", "cut to 3.50 to 3.75", "to between 3.5 and 3.75"
    const lead = utterance.words[lower.from - 1] ?? '';
    const isNamed =
      lead === 'to' ||
      (lead === 'at' &&
        utterance.words.slice(Math.max(lower.from - 4, 0), lower.from).some((word) => STOPS.test(word))) ||
      NAMES_RANGE.test(utterance.words.slice(0, lower.from).join(' ')) ||
      (lead !== 'from' && RANGE_BEHIND.test(utterance.words.slice(upper.to).join(' ')));
    const isSaid = width === FED_WIDTH && ((between === 'to' && isNamed) || (between === 'and' && lead === 'between'));
    const isJoined = /^[-\u2013/]$/.test(between) || isSaid;
    return isJoined && width > 0 && width <= WIDEST_RANGE ? [{ lower, upper }] : [];
  });

/** Where a level begins, with the lower end of its range. */
const partsOf = (amount: Amount, ranges: readonly Range[]): readonly Amount[] => {
  const range = ranges.find(({ upper }) => upper === amount);
  return range ? [range.lower, amount] : [amount];
};

const levelOf = ([first, last]: readonly Amount[]): number | [number, number] =>
  last === undefined ? (first?.value ?? Number.NaN) : [first?.value ?? Number.NaN, last.value];

/** `from 4.25 to 3.75`, `3.9 -> 3.4`, `4% to 3.5%`. */
export const betweenLevels = (
  utterance: Utterance,
  amounts: readonly Amount[],
  ranges: readonly Range[],
): readonly Size[] =>
  amounts.flatMap((start, at): readonly Size[] => {
    const end = amounts[at + 1];
    if (!end || !isLevel(start) || !isLevel(end)) return [];
    const [first, last] = [partsOf(start, ranges), partsOf(end, ranges)];
    const from = (first[0] as Amount).from;
    const between = wordsBetween(utterance, start.to, (last[0] as Amount).from);
    const isFrom = utterance.words[from - 1] === 'from';
    const isTyped =
      start.isDecimal || start.unit === '%' || wordsBetween(utterance, start.from, start.to).includes('/');
    const isClear = isFrom || between !== 'to' || isTyped || marked(utterance, 'rate').length > 0;
    // "smallcap at 6% to 7%": what it pays
    const isPaid = utterance.words[from - 1] === 'at' && marked(utterance, 'company').length > 0;
    // ".37 to .5": of a ratio
    const isRatio = start.value < 1 && end.value < 1 && start.unit === undefined && end.unit === undefined;
    if (isRatio && !marked(utterance, 'rate').length && !marked(utterance, 'fed').length) return [];
    if (isPaid || !TO.test(between) || !isClear || start.sign !== '' || start.value === end.value) return [];
    const bps = scaled(end.value - start.value, 100);
    return [
      {
        bps: Math.abs(bps),
        way: bps < 0 ? 'cut' : 'hike',
        sign: '',
        isDenied: false,
        unit: '%',
        levels: { from: levelOf(first), to: levelOf(last) },
        amounts: [...first, ...last],
        uses: [{ from: isFrom ? from - 1 : from, to: end.to }],
      },
    ];
  });

const BEFORE_LEVEL = /^(?:to|too|towards|toward|terminal)$/;
/** `if rates hit 5 percent`. */
const AT_PERCENT = /^(?:hit|hits|reach|reaches|touch|touches)$/;
/** `the bottom of the range on 3`: where a bound of the range is named. */
const AT_BOUND = /^(?:at|on|back|be|is)$/;

/** `to 3.5%`, `to 3.25-3.50`, `to zero`: a level, where it is no size. */
export const levelsAmong = (
  utterance: Utterance,
  amounts: readonly Amount[],
  ranges: readonly Range[],
): readonly RateLevel[] =>
  amounts.flatMap((amount): readonly RateLevel[] => {
    const parts = partsOf(amount, ranges);
    const from = (parts[0] as Amount).from;
    const lead = utterance.words[from - 1] ?? '';
    const isTerminal = /^(?:is|at|of|was|be|rate)$/.test(lead) && utterance.words[from - 2] === 'terminal';
    const skip = isTerminal || lead === 'the' || lead === 'about' || lead === 'around' ? 1 : 0;
    // "and 4.5-4.75" is a range all the same
    const isCompared = marked(utterance, 'compare', ...(parts.length > 1 ? ['strong'] : [])).some(
      ({ to }) => to === from,
    );
    const before = utterance.words[from - 1 - skip] ?? '';
    // "back at 3"
    const isBackAt = before === 'at' && utterance.words[from - 2] === 'back' && utterance.words.length <= 5;
    const bounds = marked(utterance, 'rate', 'bound');
    // "ff top 3.5", "until three and a half percent upper band"
    const isNamed = bounds.some((bound) => bound.to === from || bound.from === amount.to);
    const isBound = isNamed || (AT_BOUND.test(before) && bounds.length > 0);
    const isUntil =
      /^(?:until|till?)$/.test(before) && (amount.isDecimal || amount.isFraction || amount.unit === '%' || isNamed);
    // "we end up back at 3.00-3.25": a range of the Fed's own width
    const [lower] = parts;
    const isRange =
      parts.length > 1 && amount.value - (lower?.value ?? 0) === FED_WIDTH && amount.value % FED_WIDTH === 0;
    // "fed at 3.25"
    const isStood =
      before === 'at' &&
      (amount.isDecimal || amount.unit === '%') &&
      amount.value % FED_WIDTH === 0 &&
      marked(utterance, 'fed').length + marked(utterance, 'rate').length > 0 &&
      marked(utterance, 'company').length + marked(utterance, 'parameter').length === 0;
    const isStopped =
      before === 'at' && STOPS.test(utterance.words[utterance.words[from - 2] === 'out' ? from - 3 : from - 2] ?? '');
    const isHit = AT_PERCENT.test(before) && amount.unit === '%';
    const isEnd = isStood || isStopped || isHit || isBackAt || isUntil || isRange;
    if (isCompared || !(BEFORE_LEVEL.test(before) || isBound || isEnd) || !isLevel(amount)) return [];
    const start = from - 1 - skip - Number(isStopped);
    return [{ percent: amount.value, amounts: parts, uses: [{ from: start, to: amount.to }] }];
  });
