import {
  has,
  hasAny,
  marked,
  marksOf,
  overlaps,
  type Place,
  rateWays,
  type Size,
  says,
  slotsOf,
  wholeOf,
} from '../../language/index.ts';
import { shownIn } from '../context.ts';
import type { Reading } from '../reading.ts';
import { pointsBothWays } from './read-figures.ts';
import { levelReadings } from './read-level.ts';
import { isOfTarget } from './read-number-question.ts';
import { grownOrShrunk } from './read-orders.ts';
import { anotherPart, earlier, MOST_PARTS, movePartOf, nameOfParts, partsOf, TOTAL, totalOf } from './read-parts.ts';
import { isBetweenCompanies, isTooLittleSaid, isWayless, withoutStep } from './read-several.ts';
import { type Made, moveReading, readAsOf, signedBps, type Turned } from './read-turned.ts';

/** The same, only offered. */
export const asOffers = (readings: readonly Reading[]): readonly Reading[] =>
  readings.map((one) => ({ ...one, isOffer: true as const }));

/** `first up 50 then down the same`: both of them, added up. */
const thereAndBack = (turned: Turned, size: Size, uses: readonly Place[]): Reading | undefined => {
  const { utterance } = turned;
  const [one, other, third] = slotsOf(utterance, 'direction');
  const isBoth = one && other && !third && one.way !== other.way && one.way !== 'hold' && other.way !== 'hold';
  const isSame = /\b(?:the same|as much|same (?:size|amount))\b/.test(utterance.words.slice(other?.from).join(' '));
  if (!isBoth || !isSame || size.levels || size.each || !has(utterance, 'sum')) return undefined;
  const parts = [one, other].map(({ way }) => ({ moveBps: (way === 'hike' ? 1 : -1) * size.bps }));
  return moveReading(turned, totalOf(parts), size.amounts, [...uses, ...marksOf(utterance, 'sum', 'reference')], {
    parts,
    name: `${nameOfParts(parts)} bp in all`.slice(0, 30),
  });
};

/** What a size comes to, behind what stands. */
export const oneSize = (turned: Turned, size: Size, uses: readonly Place[]): readonly Reading[] => {
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
  // "one fifty off": a hundred and fifty, or one of them
  const [said, second] = amounts;
  const isHundred =
    said?.isSpelled && !second && !size.unit && !size.each && !said.isPlural && !said.isFraction && size.bps < 100;
  const isOne =
    !base &&
    !/^(?:plus|and|then|add|with|or)$/.test(utterance.words[(said?.from ?? 0) - 2] ?? '') &&
    utterance.words[(said?.from ?? 0) - 1] === 'one';
  const isName = marked(utterance, 'company').some(({ to }) => to === said?.from);
  if (isHundred && isOne && !isName && said.from + 1 === said.to)
    return asOffers([size.bps + 100, size.bps].map((bps) => read(bps)));
  const back = thereAndBack(turned, size, uses);
  if (back) return [back];
  if (pointsBothWays(turned, size) || isAnother || isDone || isWayless(turned, size))
    return [-size.bps, size.bps].map((bps) =>
      moveReading(turned, bps, amounts, uses, {
        isOffer: true,
        ...((turned.figures.scope || utterance.words.length < 5) && { isSizeWanted: true }),
      }),
    );
  const parts = size.each ? undefined : anotherPart(turned, size);
  if (parts) {
    const all = moveReading(
      { ...turned, base: base ?? turned.numbers.move },
      totalOf(parts),
      amounts,
      [...uses, ...marksOf(utterance, 'scale', 'undo')],
      { parts, name: `${nameOfParts(parts)} bp in all`.slice(0, 30) },
    );
    // "then hike 25", "and 25 in january", behind a cut: it may be asked by itself
    const isThen = size.month !== undefined && utterance.words.includes('then');
    const isSure = partsOf(turned).length > 0 || isThen || TOTAL.test(utterance.joined) || !!size.step;
    return isSure
      ? [all]
      : asOffers([all, moveReading({ ...turned, base: undefined }, signedBps(size, turned), amounts, uses)]);
  }
  // "minus fifty", behind a hike of 50: less of it, or a cut
  if (base && size.step === 'less' && utterance.words[0] === 'minus' && Math.abs(base.moveBps) === size.bps)
    return asOffers(oneSize({ ...turned, base: undefined }, withoutStep(size, '-'), uses));
  const stood = base ?? turned.numbers.move;
  // "another 25 up instead", behind a cut
  const isTurned = size.way !== undefined && (size.way === 'hike') !== (stood?.moveBps ?? 0) > 0;
  if (size.step === 'more' && isTurned && says(utterance, /^(?:instead|rather)$/))
    return [moveReading({ ...turned, base: stood }, (size.way === 'hike' ? 1 : -1) * size.bps, amounts, uses)];
  // "raise it to 75", behind a cut of 50
  if (size.step === 'to')
    return stood?.moveBps
      ? [
          moveReading({ ...turned, base: stood }, Math.sign(stood.moveBps) * size.bps, amounts, [wholeOf(utterance)], {
            kept: { changed: [{ what: 'size' }] },
          }),
        ]
      : [];
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
    const isWhole = size.unit === 'bp' && amounts[0]?.from === 1 && amounts[0].to === utterance.words.length;
    const isSaid = isWhole || turned.figures.scope || size.month !== undefined || hasAny(utterance, 'fed', 'rate');
    return (context === undefined || !base) && isSaid ? plus : asOffers(plus);
  }
  // "25 below that", behind a level: so far from it
  const [far] = amounts;
  const side = /^(below|under|beneath|above|over) (?:that|there|it|this)$/.exec(
    utterance.words.slice(far?.to, (far?.to ?? 0) + 2).join(' '),
  )?.[1];
  if (far && side && base && !size.levels) {
    const moveBps = base.moveBps + (/^(?:above|over)$/.test(side) ? size.bps : -size.bps);
    const isFrom = base.levels !== undefined;
    return [
      moveReading(
        { ...turned, base: { ...base, moveBps: 0 } },
        moveBps,
        amounts,
        [...uses, { from: far.to, to: far.to + 2 }],
        { ...(!isFrom && { isOffer: true as const }) },
      ),
    ];
  }
  if (each && size.month === undefined) return [times(each.count, each.bps)];
  // "make march 50", behind moves of other months
  const standing = partsOf({ ...turned, base: base ?? turned.numbers.move });
  const month = slotsOf(utterance, 'date').find((date) => date.month !== undefined && date.day === undefined)?.month;
  if (month && !size.levels && standing.length > 1 && standing.some((one) => one.month && one.month !== month)) {
    const added = [...standing, { moveBps: signedBps(size, turned), month }];
    return asOffers([
      moveReading(turned, totalOf(added), amounts, [...uses, ...slotsOf(utterance, 'date')], {
        parts: added,
        name: `${nameOfParts(added)} bp in all`.slice(0, 30),
      }),
      moveReading(turned, signedBps(size, turned), amounts, uses),
    ]);
  }
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

/** Sizes that are as likely years, by their last two digits. */
const YEARS = [20, 40] as const;
const STEP_BPS = 25;

/** Below it a percentage is a size that moves have. */
const LEAST_LEVEL_BPS = 200;

const BESIDE = /^(?:compare|compared|comparing|vs|versus|v|against|next|beside|alongside)$/;

/** The one size of an utterance. */
export const singleReadings = (
  turned: Turned,
  size: Size,
  uses: readonly Place[],
  old: readonly Size[],
): readonly Reading[] => {
  const { utterance, base, context, numbers } = turned;
  const changed = context?.stale ? [] : grownOrShrunk(turned, size);
  if (changed.length > 0) return changed;
  // "in 25s how many is that"
  const isStep = size.amounts[0]?.isPlural && !size.each && (base ?? numbers.move);
  if (isStep && /\bhow many\b/.test(utterance.joined)) return [];
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
  // "what about 27", behind the odds of meetings, and "and 22" behind no move
  const isYear =
    (shownIn(context)?.kind === 'fed' ||
      (!numbers.move && context?.wants !== 'size' && utterance.words[0] === 'and')) &&
    !size.way &&
    !size.sign &&
    size.unit === undefined &&
    size.bps > YEARS[0] &&
    size.bps < YEARS[1] &&
    size.bps % STEP_BPS > 0 &&
    !hasAny(utterance, 'move', 'rate');
  // "double it then take 10 back"
  const isScaled =
    base !== undefined &&
    marked(utterance, 'scale').some((mark) => Number(mark.value) > 1 && !size.uses.some((use) => overlaps(use, mark)));
  const isOpen =
    isScaled ||
    isYear ||
    isOfSum ||
    isStranger ||
    isThe ||
    isLevel ||
    isTooLittleSaid(turned, size) ||
    (size.way && isOfTarget(turned));
  const asLevel = { percent: size.bps / 100, amounts: size.amounts, uses: size.uses };
  const readings = [
    ...(isLevel ? levelReadings({ ...turned, figures: { ...turned.figures, sizes: [], levels: [asLevel] } }) : []),
    ...oneSize(turned, size, uses),
  ];
  return isOpen ? asOffers(readings) : readings;
};
