import { has, hasAny, marked, type Place, type RateLevel, rateWays, says, slotsOf } from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import type { NamedQuestion } from '../turn.ts';
import { goesOn } from './read-gone-on.ts';
import { type Made, moveReading, type Turned } from './read-turned.ts';

const HIGHEST_LEVEL = 15;
const TOP = 'a level as the top of the range';

/** `and 3`, behind a level: another one. */
export const levelAgain = ({ figures, base, utterance }: Turned): readonly RateLevel[] => {
  const [size, second] = figures.sizes;
  const [amount] = size?.amounts ?? [];
  const isAfterLevel = base?.levels?.isFed && (goesOn(utterance) || utterance.tokens.length < 4);
  const isLevel =
    (amount?.unit === undefined || amount.unit === '%') &&
    amount &&
    amount.value <= HIGHEST_LEVEL &&
    amount.value > 0.25;
  return isAfterLevel && isLevel && !second && size?.way === undefined
    ? [{ percent: amount.value, amounts: [amount], uses: [amount] }]
    : [];
};

/** `how many clips`, `how many 25s is that`: the move says it. */
const stepsAsked = ({ words }: Turned['utterance']): Place | undefined => {
  const at = words.findIndex((word, place) => /^(?:how|hw)$/.test(word) && words[place + 1] === 'many');
  const isStep = /^(?:how|hw) many (?:25s?|quarters?|clips?|cuts?|hikes?|steps?|moves?)\b/.test(
    words.slice(at).join(' '),
  );
  return at >= 0 && isStep ? { from: at, to: at + 4 } : undefined;
};

/** `what gets us to 3%`. */
const GETS =
  /\b(?:gets?|takes?|brings?|puts?|sends?|leaves?) (?:us|them|it|things|the fed) (?:back |down |up )?(?:to|at)\b/;

/** `they stop at 3`. */
const STOPS = /\b(?:they|fed|rates?|it) (?:stop|settle|bottom out|top out|end up|finish)s? at\b/;

const bpsTo = (to: number, from: number): number => Math.round((to - from) * 10_000) / 100;

const QUARTER = 25;
const MOST_STEPS = 12;
const stepped = (bps: number): Pick<Made, 'parts'> => ({
  parts: Array.from({ length: Math.abs(bps / QUARTER) }, () => ({ moveBps: Math.sign(bps) * QUARTER })),
});

/** `to 3.5%`: from the target range as far as it is known; a lone level is its top, or else its bottom. */
export const levelReadings = (turned: Turned): readonly Reading[] => {
  const { figures, known, utterance } = turned;
  const [level, second] = figures.levels.length > 0 ? figures.levels : levelAgain(turned);
  const { targetUpper: upper, targetLower: lower } = known;
  if (level === undefined || second || upper === undefined) return [];
  const said = utterance.joined;
  const ways = rateWays(utterance).map(({ way }) => way);
  // "back to 3.50-3.75, they take the sept hike back"
  const isUndone =
    /\b(?:takes?|took|unwinds?|undo|undoes|reverses?) (?:the |that |their )?(?:\w+ ){0,2}(?:hike|cut)s?\b/.test(said);
  const isAgainst = (bps: number): boolean => !isUndone && ways.includes(bps < 0 ? 'hike' : 'cut');
  const moveBps = bpsTo(level.percent, upper);
  const isRange = level.amounts.length > 1;
  const steps = stepsAsked(utterance);
  const hasReason =
    ways.length > 0 ||
    steps !== undefined ||
    (turned.context !== undefined && GETS.test(said)) ||
    hasAny(utterance, 'rate', 'fed') ||
    turned.base !== undefined ||
    isRange ||
    says(utterance, /^(?:top|bottom)$/) ||
    /\ball the way (?:back )?(?:down )?to\b/.test(utterance.joined);
  // "to 3.5%": that and no more, as the first thing said
  const [opener = ''] = utterance.words;
  const isBare = level.amounts[0]?.unit === '%' && opener === 'to' && utterance.words.length <= 3 && !turned.context;
  // "bringing it to 2%, what is that for both"
  const isLikely = level.amounts[0]?.unit === '%' && (figures.scope !== undefined || says(utterance, /^bps?$/));
  if (!(hasReason || isLikely || isBare) || isAgainst(moveBps) || moveBps === 0) return [];
  // "back at 3": a person may be
  const isAway =
    !isRange &&
    /\bback (?:at|on)\b/.test(utterance.joined) &&
    !turned.base?.levels &&
    !hasAny(utterance, 'rate', 'fed');
  // "4.25-4.5", as the first thing said
  const isAlone = isRange && !turned.context && level.amounts[0]?.from === 0 && !hasAny(utterance, 'rate', 'fed');
  const [first] = level.amounts;
  const to: number | [number, number] = isRange && first ? [first.value, level.percent] : level.percent;
  // a range of the Fed's own, as it is written
  const isFeds = isRange && has(utterance, 'fed') && slotsOf(utterance, 'who').length === 0;
  const read = (bps: number, isTop: boolean): Reading =>
    moveReading(
      turned,
      bps,
      isFeds ? [] : level.amounts,
      [...level.uses, ...marked(utterance, 'scale', '-1'), ...(steps ? [steps] : [])],
      {
        ...(lower !== undefined && { levels: { from: [lower, upper], to, isFed: true } }),
        ...((isRange || isOfFed || steps || GETS.test(said) || STOPS.test(said)) && { isSizeWanted: true }),
        ...(steps && bps % QUARTER === 0 && Math.abs(bps / QUARTER) <= MOST_STEPS && stepped(bps)),
        ...(!isRange && { readAs: [isTop ? TOP : 'a level as the bottom of the range'] }),
        ...((isAway ||
          isAlone ||
          !(hasReason || isBare) ||
          (figures.levels.length > 0 && figures.sizes.length > 0)) && { isOffer: true as const }),
      },
    );
  // "they get to 3 and a half by june, hit to large"
  const isOfFed =
    hasAny(utterance, 'fed', 'rate') && (figures.scope !== undefined || turned.numbers.move !== undefined);
  const asBottom = isRange || lower === undefined ? 0 : bpsTo(level.percent, lower);
  const bottom = asBottom === 0 || isAgainst(asBottom) || asBottom * moveBps < 0 ? undefined : read(asBottom, false);
  const others: readonly NamedQuestion[] =
    bottom && bottom.asks.kind === 'rate-move'
      ? [{ name: `${level.percent}% as bottom: ${Math.abs(asBottom)} bp`, question: bottom.asks }]
      : [];
  // "the bottom of the range on 3"
  if (bottom && !isRange && says(utterance, /^(?:bottom|lower)$/) && has(utterance, 'rate', 'bound')) return [bottom];
  return [{ ...read(moveBps, true), ...(others.length > 0 && { others }) }];
};
