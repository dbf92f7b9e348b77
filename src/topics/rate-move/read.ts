import { marked, type Place, rateWays, type Size, slotsOf, type Utterance } from '../../language/index.ts';
import { numbersOf, type Part } from '../context.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { ReadAs } from './question.ts';
import { afterParameter } from './read-after-parameter.ts';
import { figuresOf } from './read-figures.ts';
import { followUps } from './read-follow-ups.ts';
import { goesOn } from './read-going-on.ts';
import { levelAgain, levelReadings } from './read-levels.ts';
import { has } from './read-noted.ts';
import { recounted } from './read-parts.ts';
import { isCorrected, joinedAs } from './read-several.ts';
import { moveReading, signedBps, type Turned } from './read-turned.ts';
import { countReadings, holdReading, jumboReadings, perPoint, sizeWanted } from './read-without-size.ts';

const readAsOf = ({ readAs, way, sign }: Size): { readAs?: [ReadAs, ...ReadAs[]] } => {
  const direction: ReadAs | undefined =
    way || sign === '' ? undefined : sign === '-' ? 'minus as a cut' : 'plus as a hike';
  const [first, ...rest] = [readAs, direction].filter((one) => one !== undefined);
  return first === undefined ? {} : { readAs: [first, ...rest] };
};

/** Both directions said of one size: which is meant is asked. */
const pointsBothWays = ({ utterance, figures: { isHold } }: Turned, sizes: readonly Size[]): boolean => {
  const ways = new Set(
    rateWays(utterance)
      .filter(({ way }) => way !== 'hold')
      .map(({ way }) => way),
  );
  return (
    sizes.some(
      ({ way, sign, levels }) =>
        (levels === undefined && ways.size > 1) || (sign === '-' && way === 'hike') || (sign === '+' && way === 'cut'),
    ) ||
    (isHold && !(has(utterance, 'sum') && ways.size > 0) && sizes.some(({ bps }) => bps !== 0))
  );
};

const MOST_PARTS = 12;

const oneSize = (turned: Turned, size: Size, uses: readonly Place[]): readonly Reading[] => {
  const { base, utterance, context } = turned;
  const pending = context?.wantedCount;
  if (pending && pending > 1 && !size.each && !size.levels) {
    // "3 cuts", and then "25 each", or "75"
    const counted = moveReading(turned, signedBps({ ...size, bps: size.bps * pending }, turned), size.amounts, uses, {
      name: `${pending} × ${size.bps}: ${size.bps * pending} bp`,
    });
    if (has(utterance, 'each')) return [counted];
    return [
      counted,
      moveReading(turned, signedBps(size, turned), size.amounts, uses, { name: `${size.bps} bp in all` }),
    ].map((one) => ({ ...one, isOffer: true as const }));
  }
  if (size.isOpen && size.each) {
    // "3 cuts 75": each or in all
    const { count, bps } = size.each;
    return [
      moveReading(turned, signedBps({ ...size, bps }, turned), size.amounts, uses, {
        isOffer: true,
        name: `${bps} bp in all`,
      }),
      moveReading(turned, signedBps({ ...size, bps: bps * count }, turned), size.amounts, uses, {
        isOffer: true,
        name: `${count} × ${bps}: ${bps * count} bp`,
      }),
    ];
  }
  const offer = pointsBothWays(turned, [size]);
  if (offer) {
    return [-size.bps, size.bps].map((bps) => moveReading(turned, bps, size.amounts, uses, { isOffer: true }));
  }
  const earlier = turned.numbers.parts ?? [];
  if (
    size.month !== undefined &&
    base &&
    earlier.some(({ month }) => month !== undefined) &&
    /^(?:then|and|plus)$/.test(utterance.words[0] ?? '')
  ) {
    // "25 in december", and then "then 25 in january"
    const parts = [...earlier, { moveBps: signedBps(size, turned), month: size.month }].slice(0, MOST_PARTS);
    return [
      moveReading(
        turned,
        parts.reduce((sum, { moveBps }) => sum + moveBps, 0),
        size.amounts,
        uses,
        { kept: { parts } },
      ),
    ];
  }
  if (size.step && base && base.moveBps !== 0) {
    const way = size.way ? (size.way === 'cut' ? -1 : 1) : Math.sign(base.moveBps);
    const added = Math.round((base.moveBps + way * (size.step === 'more' ? size.bps : -size.bps)) * 100) / 100;
    const isAdd = utterance.words.includes('add');
    return [
      moveReading(turned, added, size.amounts, [...uses, ...marked(utterance, 'drop')], isAdd ? { isOffer: true } : {}),
    ];
  }
  if (size.step === 'less') return [];
  const { each } = size;
  const several =
    each && !size.isOpen && each.count <= MOST_PARTS
      ? {
          kept: {
            parts: Array.from({ length: each.count }, () => ({
              moveBps: signedBps({ ...size, bps: each.bps }, turned),
            })),
          },
        }
      : {};
  const month =
    size.month === undefined ? several : { kept: { parts: [{ moveBps: signedBps(size, turned), month: size.month }] } };
  // a month beside one move is not taken account of: the gate names it
  const own =
    size.month === undefined
      ? uses
      : uses.filter(
          (place) => !slotsOf(utterance, 'date').some(({ from, to }) => from === place.from && to === place.to),
        );
  return [moveReading(turned, signedBps(size, turned), size.amounts, own, { ...readAsOf(size), ...month })];
};

const sumOf = (turned: Turned, sizes: readonly Size[], uses: readonly Place[], isOffer: boolean): Reading => {
  const parts: readonly Part[] = sizes.map((size) => ({
    moveBps: signedBps(size, turned),
    ...(size.month !== undefined && { month: size.month }),
  }));
  const total = parts.reduce((sum, { moveBps }) => sum + moveBps, 0);
  const extra = marked(turned.utterance, 'compare').filter(({ value }) => value === 'sides');
  return moveReading(
    turned,
    total,
    sizes.flatMap(({ amounts }) => amounts),
    [...uses, ...extra, ...datesBeside(turned, sizes), ...marked(turned.utterance, 'more')],
    {
      name: `${parts.map(({ moveBps }) => Math.abs(moveBps)).join(' + ')} bp in all`.slice(0, 30),
      ...(isOffer && { isOffer: true as const }),
      kept: { parts: parts.slice(0, MOST_PARTS) },
    },
  );
};

/** Days that say when each part comes. */
const datesBeside = ({ utterance }: Turned, sizes: readonly Size[]): readonly Place[] =>
  sizes.length > 1 ? slotsOf(utterance, 'date').filter(({ year }) => year === undefined) : [];

const LEAST_BARE = 10;

/** A bare decimal beyond this may as well be where rates go. */
const MOST_BARE_DECIMAL_BPS = 200;

/** `50bp a year`, `25 every meeting`: how often is not said. */
const isRecurring = ({ words }: Utterance, size: Size): boolean => {
  const to = Math.max(...size.amounts.map((amount) => amount.to));
  return (
    size.each === undefined &&
    /^(?:a|per|each|every)$/.test(words[to] ?? '') &&
    /^(?:year|month|quarter|meeting|week|time)$/.test(words[to + 1] ?? '')
  );
};

/** `+1`, `make it 3`, `drop the 25`: rather a count, a vote, or a part of something that is not there. */
const isTooLittleSaid = ({ utterance, context, numbers }: Turned, size: Size): boolean => {
  const isBare =
    size.unit === undefined &&
    !size.levels &&
    !size.each &&
    !size.amounts.some(({ isDecimal, isFraction }) => isDecimal || isFraction);
  const isSaid =
    rateWays(utterance).length > 0 ||
    has(utterance, 'rate') ||
    has(utterance, 'fed', 'fed') ||
    context?.wants === 'size';
  const isDropped = has(utterance, 'drop', 'drop') && !isSaid && numbers.active !== 'compare-moves';
  const isDecimal =
    size.unit === undefined &&
    size.amounts.some((amount) => amount.isDecimal) &&
    !isSaid &&
    size.bps > MOST_BARE_DECIMAL_BPS;
  const isAdded = size.step === 'more' && utterance.words[0] === 'plus' && numbers.move === undefined;
  if (isDecimal || isAdded || isRecurring(utterance, size)) return true;
  return isDropped || (isBare && !isSaid && size.bps < LEAST_BARE && size.bps !== 0);
};

/** `small vs large`: companies are set side by side, and no moves. */
const isBetweenCompanies = (utterance: Utterance, at: number): boolean => {
  const companies = marked(utterance, 'company');
  return (
    companies.some(({ to }) => to <= at && at - to <= 1) && companies.some(({ from }) => from > at && from - at <= 2)
  );
};

const sizeReadings = (turned: Turned): readonly Reading[] => {
  const { figures, utterance } = turned;
  const meant = figures.sizes.filter(({ isDenied }) => !isDenied);
  const denied = figures.sizes.filter(({ isDenied }) => isDenied).flatMap(({ uses }) => uses);
  const uses = [...meant.flatMap((size) => size.uses), ...denied];
  const [first] = meant;
  if (!first) return [];
  if (meant.length === 1) {
    const readings = oneSize(turned, first, uses);
    // "compare that with 25", "not 40": beside or instead of what is not there
    const isBeside = marked(utterance, 'compare', 'strong').some(
      ({ from }) =>
        /^(?:compare|compared|comparing|vs|versus|v|against|next|beside|alongside)$/.test(
          utterance.words[from] ?? '',
        ) && !isBetweenCompanies(utterance, from),
    );
    const old = figures.sizes.filter(({ isDenied }) => isDenied);
    const isStranger =
      turned.base !== undefined &&
      old.some(
        ({ bps }) =>
          ![turned.base?.moveBps, turned.context?.before?.move?.moveBps].some(
            (one) => Math.abs(one ?? Number.NaN) === bps,
          ),
      );
    if (isBeside) return [];
    if (isStranger) return readings.map((reading) => ({ ...reading, isOffer: true as const }));
    return isTooLittleSaid(turned, first)
      ? readings.map((reading) => ({ ...reading, isOffer: true as const }))
      : readings;
  }
  if (isCorrected(utterance, meant)) {
    return meant
      .flatMap((size) => oneSize(turned, size, uses))
      .map((reading) => ({ ...reading, isOffer: true as const }));
  }
  switch (joinedAs(utterance, meant)) {
    case 'one':
      return oneSize(turned, first, uses);
    case 'sum':
      return [sumOf(turned, meant, uses, false)];
    case 'open':
      return [
        sumOf(turned, meant, uses, true),
        ...oneSize(turned, first, uses).map((reading) => ({ ...reading, isOffer: true as const })),
      ];
    case 'compare': {
      // "two 50s vs four 25s" are the same move
      const isSame = new Set(meant.map((size) => signedBps(size, turned))).size === 1;
      return isSame
        ? [
            moveReading(
              turned,
              signedBps(first, turned),
              meant.flatMap(({ amounts }) => amounts),
              [...uses, ...marked(utterance, 'compare')],
            ),
          ]
        : [];
    }
  }
};

/** A move of the Fed's rate, new or going on from the one asked about last. */
export const readRateMove: ReadTopic = (utterance, context, _library, known) => {
  const numbers = numbersOf(context);
  const figures = figuresOf(utterance, numbers, context?.before);
  const isReset = has(utterance, 'reset', 'reset');
  const base = numbers.move && (goesOn(utterance) || figures.sizes.length === 0) ? numbers.move : undefined;
  const turned: Turned = { utterance, figures, numbers, context, known, base, isReset };
  const again = recounted(turned);
  const isSize = numbers.changed?.some(({ what }) => what === 'size') ?? true;
  // "no wait 65", behind a turn that set both
  const isOpen = !isSize || (has(utterance, 'correction', 'no') && (numbers.changed?.length ?? 0) > 1);
  const other = isOpen ? afterParameter(turned) : [];
  // a number that counts moves, or is a level, is no size; one that may be an assumption is asked back
  const isElse = again.length > 0 || levelAgain(turned).length > 0;
  const sizes = isElse ? [] : sizeReadings(turned);
  const own = [
    ...again,
    ...other,
    ...(other.length > 0 ? sizes.map((reading) => ({ ...reading, isOffer: true as const })) : sizes),
    ...levelReadings(turned),
    ...countReadings(turned),
    ...jumboReadings(turned),
    ...holdReading(turned),
    ...perPoint(turned),
    ...sizeWanted(turned),
  ];
  return [...own, ...followUps(turned)];
};
