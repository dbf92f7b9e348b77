import { has, hasAny, marked, marksOf, type Place, rateWays, type Size, slotsOf } from '../../language/index.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { RateMoveQuestion, ReadAs } from './question.ts';
import { pointsBothWays } from './read-figures.ts';
import { followUps } from './read-follow-ups.ts';
import { levelAgain, levelReadings } from './read-level.ts';
import { putRight } from './read-meant.ts';
import { isOfTarget } from './read-number-question.ts';
import {
  anotherPart,
  byMonth,
  earlier,
  givenBack,
  MOST_PARTS,
  movePartOf,
  nameOfParts,
  partsOf,
  recounted,
  sumOf,
  TOTAL,
  takenBack,
  totalOf,
} from './read-parts.ts';
import { pathEdited, pendingPart } from './read-path.ts';
import {
  byCompany,
  isBetweenCompanies,
  isCorrected,
  isRatherFigure,
  isTooLittleSaid,
  joinedAs,
} from './read-several.ts';
import { type Made, moveReading, signedBps, type Turned, turnedBy } from './read-turned.ts';
import {
  afterParameter,
  countReadings,
  holdReading,
  isBesideJumbo,
  jumboReadings,
  perPoint,
  sizeWanted,
  stepReadings,
  zeroReadings,
} from './read-without-size.ts';

const readAsOf = ({ readAs, way, sign }: Size): { readAs?: [ReadAs, ...ReadAs[]] } => {
  const direction: ReadAs | undefined =
    way || sign === '' ? undefined : sign === '-' ? 'minus as a cut' : 'plus as a hike';
  const [first, ...rest] = [readAs, direction].filter((one) => one !== undefined);
  return first === undefined ? {} : { readAs: [first, ...rest] };
};

const asOffers = (readings: readonly Reading[]): readonly Reading[] =>
  readings.map((one) => ({ ...one, isOffer: true as const }));

const withoutStep = ({ step: _, ...size }: Size, sign: Size['sign']): Size => ({ ...size, sign });

const oneSize = (turned: Turned, size: Size, uses: readonly Place[]): readonly Reading[] => {
  const { base, utterance, context } = turned;
  const { each, amounts } = size;
  const read = (bps: number, rest: Made = {}): Reading =>
    moveReading(turned, signedBps({ ...size, bps }, turned), amounts, uses, rest);
  const times = (count: number, bps: number, rest: Made = {}): Reading => {
    const part = { moveBps: signedBps({ ...size, bps }, turned) };
    return read(bps * count, {
      ...rest,
      ...(count <= MOST_PARTS && { parts: Array.from({ length: count }, () => part) }),
    });
  };
  const counted = (count: number, bps: number): Reading =>
    times(count, bps, { name: `${count} × ${bps}: ${bps * count} bp` });
  const pending = context?.wantedCount;
  if (pending && pending > 1 && !each && !size.levels) {
    // "3 cuts", and then "25 each", or "75"
    const one = counted(pending, size.bps);
    return has(utterance, 'each') ? [one] : asOffers([one, read(size.bps, { name: `${size.bps} bp in all` })]);
  }
  // "3 cuts 75": each or in all
  if (size.isOpen && each)
    return asOffers([read(each.bps, { name: `${each.bps} bp in all` }), counted(each.count, each.bps)]);
  // "another 25", behind no move: the Fed's last one may have been a hike
  const isMore = has(utterance, 'more', 'another') || utterance.words[amounts[0]?.to ?? -1] === 'more';
  const isAnother = !base && !size.way && !size.sign && context?.wants === undefined && isMore;
  // "nvm just do 30", as the first thing said of a move: either way
  const isDone =
    !base &&
    !size.way &&
    !size.sign &&
    !size.levels &&
    size.unit === undefined &&
    !context?.wants &&
    /\b(?:just|nvm|lets) do$/.test(utterance.words.slice(0, amounts[0]?.from).join(' ')) &&
    !hasAny(utterance, 'fed', 'rate', 'move', 'company');
  if (pointsBothWays(turned, size) || isAnother || isDone)
    return [-size.bps, size.bps].map((bps) => moveReading(turned, bps, amounts, uses, { isOffer: true }));
  const parts = size.each ? undefined : anotherPart(turned, size);
  if (parts) {
    const all = moveReading(
      { ...turned, base: base ?? turned.numbers.move },
      totalOf(parts),
      amounts,
      [...uses, ...marksOf(utterance, 'scale', 'undo')],
      { parts, name: `${nameOfParts(parts)} bp in all`.slice(0, 30) },
    );
    // "then hike 25", behind a cut: it may be asked by itself
    const isSure =
      partsOf(turned).length > 0 || size.month !== undefined || TOTAL.test(utterance.words.join(' ')) || !!size.step;
    return isSure
      ? [all]
      : asOffers([all, moveReading({ ...turned, base: undefined }, signedBps(size, turned), amounts, uses)]);
  }
  // "minus fifty", behind a hike of 50: less of it, or a cut
  if (base && size.step === 'less' && utterance.words[0] === 'minus' && Math.abs(base.moveBps) === size.bps)
    return asOffers(oneSize({ ...turned, base: undefined }, withoutStep(size, '-'), uses));
  if (size.step && base && base.moveBps !== 0) {
    const way = size.way ? (size.way === 'cut' ? -1 : 1) : Math.sign(base.moveBps);
    const added = Math.round((base.moveBps + way * (size.step === 'more' ? size.bps : -size.bps)) * 100) / 100;
    // "add 25" may mean 25 alone
    const isOpen = utterance.words.includes('add') && !has(utterance, 'more');
    const isOfParts = size.month !== undefined || partsOf(turned).length > 0;
    const dated = size.step === 'more' && isOfParts && earlier(turned);
    return [
      moveReading(turned, added, amounts, [...uses, ...marked(utterance, 'drop')], {
        ...(size.step === 'more' &&
          !dated && {
            kept: { parts: [...(earlier(turned) ?? []), { moveBps: way * size.bps }].slice(0, MOST_PARTS) },
          }),
        ...(dated && { parts: [...dated, { ...movePartOf(size, turned), moveBps: way * size.bps }] }),
        ...(isOpen && { isOffer: true as const }),
      }),
    ];
  }
  // "if fed gives 50 less", of nothing before
  if (size.step === 'less' && !base && utterance.words[0] !== 'minus' && has(utterance, 'fed', 'fed'))
    return oneSize(turned, { ...withoutStep(size, ''), way: 'cut' }, [...uses, ...marksOf(utterance, 'more')]);
  if (size.step === 'less' && utterance.words[0] !== 'minus') return [];
  // "if powell's lot add 50"
  const [amount] = amounts;
  if (!base && !size.way && !size.sign && /^adds?$/.test(utterance.words[(amount?.from ?? 0) - 1] ?? ''))
    return oneSize(turned, { ...withoutStep(size, ''), way: 'hike' }, uses);
  // "minus 75", "plus fifty": from nothing, a sign
  const lead = size.step && !size.sign ? utterance.words[0] : undefined;
  if (lead === 'minus') return oneSize(turned, withoutStep(size, '-'), uses);
  if (lead === 'plus') {
    const plus = oneSize(turned, withoutStep(size, '+'), uses);
    return context === undefined && (turned.figures.scope || size.month !== undefined) ? plus : asOffers(plus);
  }
  if (each && size.month === undefined) return [times(each.count, each.bps)];
  // a month beside one move is not taken account of: the gate names it
  const isDay = ({ from, to }: Place): boolean =>
    slotsOf(utterance, 'date').some((date) => date.from === from && date.to === to);
  const own = size.month === undefined ? uses : uses.filter((place) => !isDay(place));
  return [
    moveReading(turned, signedBps(size, turned), amounts, own, {
      ...readAsOf(size),
      ...(size.levels && { levels: { from: size.levels.from, to: size.levels.to } }),
      ...(size.month !== undefined && { parts: [movePartOf(size, turned)] }),
    }),
  ];
};

/** Below it a percentage is a size that moves have. */
const LEAST_LEVEL_BPS = 200;

const BESIDE = /^(?:compare|compared|comparing|vs|versus|v|against|next|beside|alongside)$/;

const singleReadings = (
  turned: Turned,
  size: Size,
  uses: readonly Place[],
  old: readonly Size[],
): readonly Reading[] => {
  const { utterance, base, context, numbers } = turned;
  // "in 25s how many is that"
  const isStep = size.amounts[0]?.isPlural && !size.each && (base ?? numbers.move);
  if (isStep && /\bhow many\b/.test(utterance.words.join(' '))) return [];
  // "compare that with 25", "not 40": beside or instead of what is not there
  const isBeside = marked(utterance, 'compare', 'strong').some(
    ({ from }) => BESIDE.test(utterance.words[from] ?? '') && !isBetweenCompanies(utterance, from),
  );
  if (isBeside) return [];
  const asked = [base?.moveBps, context?.before?.move?.moveBps].map((one) => Math.abs(one ?? Number.NaN));
  // out of the comparison
  const isOfCompared =
    numbers.active === 'compare-moves' && numbers.compare?.moves.some((bps) => Math.abs(bps) === size.bps);
  if (isOfCompared && has(utterance, 'drop', 'drop')) return [];
  const isThe = isOfCompared === true && /^(?:cut|trim|chop|slash) the$/.test(utterance.words.slice(0, 2).join(' '));
  const isStranger = base !== undefined && old.some(({ bps }) => !asked.includes(bps));
  // "one per cent will do", behind a sum: of its target
  const isOfSum =
    numbers.active === 'solve' &&
    size.unit === '%' &&
    rateWays(utterance).length === 0 &&
    !hasAny(utterance, 'rate', 'fed', 'move');
  // "if they go 3 percent": as likely where the rate stands then
  const isLevel =
    (size.unit === '%' ||
      (size.unit === undefined && size.amounts.some(({ isDecimal, isFraction }) => isDecimal || isFraction))) &&
    size.bps >= LEAST_LEVEL_BPS &&
    !size.way &&
    !size.sign &&
    !size.levels &&
    turned.context?.wants !== 'size';
  const isOpen =
    isOfSum || isStranger || isThe || isLevel || isTooLittleSaid(turned, size) || (size.way && isOfTarget(turned));
  const asLevel = { percent: size.bps / 100, amounts: size.amounts, uses: size.uses };
  const readings = [
    ...(isLevel ? levelReadings({ ...turned, figures: { ...turned.figures, sizes: [], levels: [asLevel] } }) : []),
    ...oneSize(turned, size, uses),
  ];
  return isOpen ? asOffers(readings) : readings;
};

const sizeReadings = (turned: Turned): readonly Reading[] => {
  const { figures, utterance } = turned;
  const meant = figures.sizes.filter(({ isDenied }) => !isDenied);
  const denied = figures.sizes.filter(({ isDenied }) => isDenied);
  const uses = [...meant, ...denied].flatMap((size) => size.uses);
  const [first] = meant;
  if (!first) return [];
  const back = takenBack(turned, meant);
  if (back) return [back];
  const given = meant.length === 1 ? givenBack(turned, first) : [];
  const pending = given.length > 0 ? given : pendingPart(turned);
  if (pending.length > 0) return pending;
  const plain = meant.filter((size) => !isRatherFigure(turned, size));
  if (meant.length > 1 && plain.length < meant.length)
    return asOffers(plain.flatMap((size) => oneSize(turned, size, uses)));
  if (isBesideJumbo(turned)) return [];
  const dated = byMonth(turned, first);
  if (meant.length === 1 && dated.length > 0) return dated;
  if (meant.length === 1) return singleReadings(turned, first, uses, denied);
  const each = (): readonly Reading[] => asOffers(meant.flatMap((size) => oneSize(turned, size, uses)));
  const isHeld = figures.isHold && rateWays(utterance).every(({ way }) => way === 'hold');
  const companies = byCompany(utterance, meant);
  if (companies && figures.scope) {
    const whose = (at: number): Turned => ({
      ...turned,
      figures: {
        ...figures,
        scope: {
          ...figures.scope,
          scope: companies[at] ?? 'both',
          isPlural: false,
          isOnly: true,
          marks: figures.scope?.marks ?? [],
        },
      },
    });
    return asOffers(meant.flatMap((size, at) => oneSize(whose(at), size, uses)));
  }
  if (isCorrected(utterance, meant) || isHeld) return each();
  switch (joinedAs(utterance, meant)) {
    case 'one':
      return oneSize(turned, first, uses);
    case 'sum': {
      // "25 dec 25 jan then 50 back down": from two hikes, or further down
      const isOpen = /\bback down\b/.test(utterance.words.join(' ')) && meant.every(({ sign }) => sign === '');
      const isBack = isOpen && first.way === 'hike' && rateWays(utterance).every(({ way }) => way === 'cut');
      const down = meant.map((size): Size => ({ ...size, way: 'cut' }));
      return isBack
        ? [sumOf(turned, meant, uses, true), sumOf(turned, down, uses, true)]
        : [sumOf(turned, meant, uses, false)];
    }
    case 'open':
      return meant.some(({ levels }) => levels)
        ? each()
        : [sumOf(turned, meant, uses, true), ...asOffers(oneSize(turned, first, uses))];
    case 'compare': {
      // "two 50s vs four 25s" are the same move
      const isSame = new Set(meant.map((size) => signedBps(size, turned))).size === 1;
      const amounts = meant.flatMap((size) => size.amounts);
      const all = [...uses, ...marksOf(utterance, 'compare')];
      return isSame ? [moveReading(turned, signedBps(first, turned), amounts, all)] : [];
    }
  }
};

/** What was asked of the move before is not asked of another one. */
const withoutShown = (reading: Reading, before: RateMoveQuestion | undefined): Reading => {
  const { asks } = reading;
  if (asks.kind !== 'rate-move' || !asks.shows || asks.moveBps === before?.moveBps) return reading;
  const { shows: _, ...plain } = asks;
  return { ...reading, asks: plain };
};

/** A move of the Fed's rate, new or going on from the one asked about last. */
export const readRateMove: ReadTopic = (utterance, context, _library, known) => {
  const asked = turnedBy(utterance, context, known);
  const { figures, numbers } = asked;
  const turned = { ...asked, base: asked.base ?? (figures.sizes.length === 0 ? numbers.move : undefined) };
  const right = putRight(turned);
  if (right) return right;
  const again = recounted(turned);
  const other = afterParameter(turned);
  // a number that counts moves, or is a level, is no size; one that may be an assumption is asked back
  const isNone = again.length > 0 || levelAgain(turned).length > 0 || pathEdited(turned).length > 0;
  const sizes = isNone ? [] : sizeReadings(turned);
  const all = [
    ...again,
    ...other,
    ...(other.length > 0 ? asOffers(sizes) : sizes),
    ...[
      levelReadings,
      countReadings,
      jumboReadings,
      stepReadings,
      holdReading,
      perPoint,
      sizeWanted,
      zeroReadings,
      followUps,
    ].flatMap((read) => read(turned)),
  ];
  return all.map((reading) => withoutShown(reading, numbers.move));
};
