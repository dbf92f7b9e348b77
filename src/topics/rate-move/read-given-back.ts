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
import { earlier, FURTHER, LATER, MOST_PARTS, movePartOf, nameOfParts, partsOf, TOTAL, totalOf } from './read-parts.ts';
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
  const isOf = OF_IT.test(utterance.words.join(' '));
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
  const said = utterance.words.join(' ');
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

const IT = '(?:it|that|this|them|the (?:cut|hike|move|size|one|total))';
const MOVE = 'the (?:cut|hike|move|size)';
const SMALLER = '(?:smaller|less|shallower|lighter)';
const BIGGER = '(?:bigger|larger|deeper|steeper)';
const inFull = (said: readonly string[]): RegExp =>
  new RegExp(
    `^(?:(?:and|ok|okay|now|then|so|but|just|maybe|no|actually|please|pls|lets|what if (?:they|we|you|i)|if (?:they|we|you)|they) )*(?:${said.join('|')})(?: (?:please|pls|then|instead|now))*$`,
  );
/** The size said, as #, makes what stands smaller or bigger; or does so, or is a move of its own. */
const RESIZES: readonly (readonly [said: RegExp, step: 1 | -1, isOpen: boolean])[] = [
  [
    inFull([
      `(?:reduced?|trim|pare|shrink|scale|dial|whittle)(?: ${IT})?(?: back| down)?(?: by)? #`,
      `(?:lower|drop|cut|bring|take) ${MOVE}(?: back| down)? by #`,
      `(?:take|knock|shave|lop|chop|pull|trim|get|peel|strip|leave|lose|drop|remove|subtract|deduct|minus|less|without|take off|take out|take away|leave out) # (?:off|out of|of|from|away from) (?:of )?${IT}`,
      '(?:take|leave|pull|knock) # (?:out|away)|(?:take away|leave out|subtract|deduct|remove|lose|less) #',
      `(?:(?:the )?same|that|it|this) (?:minus|less) #|# off ${IT}`,
      `(?:make ${IT} )?(?:a (?:cut|hike|move) )?(?:by )?# ${SMALLER}(?: (?:cut|hike|move))?|a # ${SMALLER} (?:cut|hike|move)`,
      `(?:make ${IT} )?${SMALLER} by #`,
    ]),
    -1,
    false,
  ],
  [
    inFull([
      `(?:increase|raise|enlarge|deepen|boost|up|grow|extend|lift|bump) ${MOVE}(?: up)? by #`,
      `(?:make ${IT} |go )?# ${BIGGER}|(?:make ${IT} )?${BIGGER} by #`,
      `(?:add|tack|put|stick) (?:another )?# (?:to|on top of|onto|on) ${IT}|(?:one more|another) (?:cut|hike|move) of #`,
      '(?:stick|tack|pile|throw|put|slap|chuck)(?: on)? (?:another |an extra )#(?: (?:on|upwards)(?: top)?)?|(?:tack|pile) on #|plus (?:another )?#',
    ]),
    1,
    false,
  ],
  [inFull([`(?:lower|drop|cut|bring|take) ${IT}(?: down)?(?: by)? #`, 'take # off']), -1, true],
  [inFull([`(?:bump|up|push|raise|lift|increase|take) ${IT}(?: up)?(?: by)? #`, 'go # (?:lower|higher)']), 1, true],
];

/** `reduce it by 25`, `25 smaller`, `increase the cut by 25`, behind a move: so much less or more of it. */
export const grownOrShrunk = (turned: Turned, size: Size): readonly Reading[] => {
  const { utterance, numbers, figures } = turned;
  const stood = turned.base ?? numbers.move;
  const [amount, second] = size.amounts;
  if (!stood?.moveBps || numbers.active !== 'rate-move' || !amount || second || size.levels || size.each) return [];
  const said = utterance.words
    .flatMap((word, at) =>
      at === amount.from
        ? ['#']
        : (amount.from < at && at < amount.to) || /^[^\w+-]$/.test(utterance.tokens[at]?.word ?? '')
          ? []
          : [word],
    )
    .join(' ');
  const [, step, isOpen] = RESIZES.find(([words]) => words.test(said)) ?? [];
  if (step === undefined || figures.changes.length > 0 || figures.sizes.length > 1) return [];
  // "one more cut of 25", behind a hike
  const noun = /\b(cut|hike)s?\b/.exec(said)?.[1];
  if (noun && (noun === 'hike') !== stood.moveBps > 0 && step > 0) return [];
  const by = Math.sign(stood.moveBps) * step * size.bps;
  const { scope: _, ...plain } = figures;
  const own = { ...turned, base: stood, isReset: false, figures: plain };
  const parts = [...(earlier(own) ?? []), { moveBps: by }];
  const read = (moveBps: number, rest: Partial<Reading>): Reading =>
    moveReading(own, moveBps, size.amounts, [wholeOf(utterance)], { isSizeWanted: true, ...rest });
  const resized = read(Math.round((stood.moveBps + by) * 100) / 100, {
    ...(step > 0 && { kept: { parts: parts.slice(0, MOST_PARTS) } }),
    ...(isOpen && { isOffer: true as const }),
  });
  const isUp = /\b(?:up|push|bump|raise|lift|increase|higher)\b/.test(said);
  return isOpen ? [resized, read(isUp ? size.bps : -size.bps, { isOffer: true })] : [resized];
};
