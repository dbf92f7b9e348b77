import {
  has,
  marked,
  marksOf,
  type Place,
  placesOf,
  rateWays,
  type Size,
  says,
  slotsOf,
  wholeOf,
} from '../../language/index.ts';
import type { Part } from '../context.ts';
import type { Reading } from '../reading.ts';
import { earlier, FURTHER, LATER, movePartOf, nameOfParts, partsOf, TOTAL, totalOf } from './read-parts.ts';
import { moveReading, type Turned } from './read-turned.ts';

/** Moves that are taken back, in whole or in part. */

const GIVES_BACK =
  /\b(?:(?:com(?:es?|ing)|go(?:es)?|tak(?:es?|ing|en)|took|giv(?:es?|ing|en)|gave|hand(?:s|ing|ed)?|claw(?:s|ing|ed)?|puts?|add(?:s|ed)?|pa(?:ys?|ying|id)) (?:\S+ ){0,5}back(?! to)|unwind(?:s|ing)?|revers(?:es?|ing|ed)|undo(?:es|ing)?)\b/;
const HANDED = /^(?:hand|claw|unwind)/;
const OF_IT = /\bof (?:it|that|this|them|those|these|the (?:lot|move|cuts?|hikes?))\b/;

const ALL_BACK = /\b(?:all|everything|the (?:whole )?lot)\b/;

/** `take half of it back`, `reverse a third`: a part of what stands, basis points; a quarter by itself is one of a point. */
const partGivenBack = (
  { utterance }: Turned,
  stood: number,
  isAll: boolean,
): (Place & { readonly bps: number; readonly isOpen: boolean }) | undefined => {
  const isOf = OF_IT.test(utterance.joined);
  const [part, second] = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  if (!part && isAll) return { ...wholeOf(utterance), bps: Math.abs(stood), isOpen: false };
  const isPart = part && (part.unit === '%' ? isOf : part.unit === undefined && part.isFraction && part.value < 1);
  if (!isPart || second || (part.value === 0.25 && !isOf)) return undefined;
  const bps = Math.round(Math.abs(stood) * (part.unit === '%' ? part.value / 100 : part.value) * 100) / 100;
  return { from: part.from, to: part.to, bps, isOpen: !isOf && bps !== part.value * 100 };
};

/** The moves before the last one of several, where that gives something back. */
const beforeGivenBack = (turned: Turned): readonly Part[] | undefined => {
  const parts = partsOf(turned);
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last && first.moveBps * last.moveBps < 0 ? parts.slice(0, -1) : undefined;
};

/** `net of it if they take 75 back`, behind a move: so much the other way; without `net`, that alone as likely. */
export const givenBack = (turned: Turned, size?: Size): readonly Reading[] => {
  const { utterance } = turned;
  const base = turned.base ?? turned.numbers.move;
  const said = utterance.joined;
  // "no, all of it back"
  const isAll = ALL_BACK.test(said);
  const other = isAll || has(utterance, 'correction') ? beforeGivenBack(turned) : undefined;
  const before = other ?? (base?.moveBps ? earlier({ ...turned, base }) : undefined);
  const isStrange = [...utterance.unknown].some((at) => !HANDED.test(utterance.words[at] ?? ''));
  // "double it then take 25 back"
  const isScaled = marked(utterance, 'scale').some(({ value }) => Number(value) > 1);
  const isElse = isScaled || rateWays(utterance).length > 0 || turned.figures.changes.length > 0 || isStrange;
  const isBack = GIVES_BACK.test(said) || (other !== undefined && says(utterance, /^back$/));
  if (!base || !before || !isBack || size?.levels || size?.each || isElse) return [];
  const stood = totalOf(before);
  const part = partGivenBack(turned, stood, isAll && other !== undefined);
  const given = part ?? size;
  if (!given || (part && turned.numbers.active !== 'rate-move')) return [];
  const [date] = size?.month ? [] : slotsOf(utterance, 'date').filter(({ month, day }) => month && !day);
  const when = { ...(size && movePartOf(size, turned)), ...(date?.month && { month: date.month }) };
  const back = { ...when, moveBps: -Math.sign(stood) * given.bps };
  const parts = [...before, back];
  const uses = [
    ...(size?.uses ?? []),
    ...(part ? [part] : []),
    ...(date ? [date] : []),
    ...placesOf(utterance, LATER),
    ...placesOf(utterance, HANDED),
    ...marksOf(utterance, 'undo', 'fed', 'sum', 'relation', 'scale', 'reference', 'reset', 'correction'),
  ];
  const isSure = TOTAL.test(said) || FURTHER.test(said) || OF_IT.test(said) || part?.isOpen === false;
  const amounts = part ? [] : (size?.amounts ?? []);
  const own = { ...turned, base, isReset: false };
  const made = { parts, isSizeWanted: true, ...(!isSure && { isOffer: true as const }) };
  const alone = { isSizeWanted: true, isOffer: true as const };
  return [
    moveReading(own, totalOf(parts), amounts, uses, made),
    ...(isSure ? [] : [moveReading(own, back.moveBps, amounts, uses, alone)]),
  ];
};

const UNDOES =
  /^(?:(?:they |then )?(?:undo|undid|reverse|reversed|revert|take|took|unwind)) (?:it|that|them|this|all|the lot)\b/;

/** `hike 50 then reverse it`: back where it began. */
export const takenBack = (turned: Turned, sizes: readonly Size[]): Reading | undefined => {
  const { utterance } = turned;
  const last = Math.max(...sizes.flatMap(({ amounts }) => amounts.map(({ to }) => to)));
  const [mark] = [...marked(utterance, 'undo', 'undo'), ...marked(utterance, 'scale', '-1')].filter(
    ({ from, to }) => from >= last && UNDOES.test(utterance.words.slice(from, to).join(' ')),
  );
  if (!mark || utterance.words[last] === 'or') return undefined;
  const parts = sizes.map((size) => movePartOf(size, turned));
  const total = totalOf(parts);
  const amounts = sizes.flatMap((size) => size.amounts);
  return moveReading(turned, 0, amounts, [...sizes.flatMap(({ uses }) => uses), mark], {
    parts: [...parts, { moveBps: -total }],
    name: `${nameOfParts([...parts, { moveBps: -total }])} bp in all`.slice(0, 30),
  });
};
