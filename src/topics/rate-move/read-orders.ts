import { type Amount, inFull, OMITTING, type Size, sizeOf, slotsOf, told, wholeOf } from '../../language/index.ts';
import { exactly, type Reading } from '../reading.ts';
import { comparing, isWithin, numberButtonName } from './read-number-question.ts';
import { earlier, MOST_PARTS } from './read-parts.ts';
import { moveReading, type Turned } from './read-turned.ts';

/** Everyday orders on the sizes that stand, each a whole message: another size, one more, one out, side by side. */

const IT = '(?:it|that|this|them|the (?:cut|hike|move|size|one|total))';
const MOVE = 'the (?:cut|hike|move|size)';
const SMALLER = '(?:smaller|less|shallower|lighter)';
const BIGGER = '(?:bigger|larger|deeper|steeper)';

/** The size said, as #, makes what stands smaller or bigger; or does so, or is a move of its own. */
const RESIZES: readonly (readonly [said: RegExp, step: 1 | -1, isOpen: boolean])[] = [
  [
    inFull(
      `(?:reduced?|trim|pare|shrink|scale|dial|whittle)(?: ${IT})?(?: back| down)?(?: by)? #`,
      `(?:lower|drop|cut|bring|take) ${MOVE}(?: back| down)? by #`,
      `(?:take|knock|shave|lop|chop|pull|trim|get|peel|strip|leave|lose|drop|remove|subtract|deduct|minus|less|without|take off|take out|take away|leave out) # (?:off|out of|of|from|away from) (?:of )?${IT}`,
      '(?:take|leave|pull|knock) # (?:out|away)|(?:take away|leave out|subtract|deduct|remove|lose|less) #',
      `(?:(?:the )?same|that|it|this) (?:minus|less) #|# off ${IT}`,
      `(?:make ${IT} )?(?:a (?:cut|hike|move) )?(?:by )?# ${SMALLER}(?: (?:cut|hike|move))?|a # ${SMALLER} (?:cut|hike|move)`,
      `(?:make ${IT} )?${SMALLER} by #`,
    ),
    -1,
    false,
  ],
  [
    inFull(
      `(?:increase|raise|enlarge|deepen|boost|up|grow|extend|lift|bump) ${MOVE}(?: up)? by #`,
      `(?:make ${IT} |go )?# ${BIGGER}|(?:make ${IT} )?${BIGGER} by #`,
      `(?:add|tack|put|stick) (?:another )?# (?:to|on top of|onto|on) ${IT}|(?:one more|another) (?:cut|hike|move) of #`,
      '(?:stick|tack|pile|throw|put|slap|chuck)(?: on)? (?:another |an extra )#(?: (?:on|upwards)(?: top)?)?|(?:tack|pile) on #|plus (?:another )?#',
    ),
    1,
    false,
  ],
  [inFull(`(?:lower|drop|cut|bring|take) ${IT}(?: down)?(?: by)? #`, 'take # off'), -1, true],
  [inFull(`(?:bump|up|push|raise|lift|increase|take) ${IT}(?: up)?(?: by)? #`, 'go # (?:lower|higher)'), 1, true],
];

/** `reduce it by 25`, `25 smaller`, `increase the cut by 25`, behind a move: so much less or more of it. */
export const grownOrShrunk = (turned: Turned, size: Size): readonly Reading[] => {
  const { utterance, numbers, figures } = turned;
  const stood = turned.base ?? numbers.move;
  const [amount, second] = size.amounts;
  if (!stood?.moveBps || numbers.active !== 'rate-move' || !amount || second || size.levels || size.each) return [];
  const said = told(utterance, [['#', [amount]]]);
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

const A = '(?:the |that |a )?@(?: (?:one|cut|hike|move))?';
const OUT = `(?:${OMITTING}|without)`;
const BESIDE = '(?:next to|alongside|beside|along with|together with|with|against)';
const THEM = '(?:it|that|this|them|those|these)';
const HOLD = '(?:nothing|0|a hold|hold|holding|no change|no cut|no hike|no move|doing nothing)';
const TO = '(?:(?:to|into|with|by|for|a|an|at|be|should be) )*';
const BEFORE = '(?:the )?(?:one before|previous(?: one)?|last one|one before that|earlier one|cut|hike)';
const VERSUS = `(?:vs|versus|v|against|next to|beside|relative to|(?:how does (?:it|that|this) )?compared? (?:${THEM} )?(?:with|to|against))`;

/** What an order makes of the sizes that stand: those said, in order, and which of them stand already. */
interface Ordered {
  readonly stood: readonly number[];
  readonly said: readonly number[];
  /** The move before the one that stands. */
  readonly before: number | undefined;
  readonly word: string | undefined;
}
type Order = readonly [said: RegExp, to: (ordered: Ordered) => readonly number[] | undefined];

const without = ({ stood, said }: Ordered): readonly number[] => stood.filter((one) => !said.includes(one));
const onlyThose = ({ stood, said }: Ordered): readonly number[] => stood.filter((one) => said.includes(one));
const added = ({ stood, said }: Ordered): readonly number[] => [...stood, ...said];
const PLACES: Readonly<Record<string, (stood: readonly number[]) => number>> = {
  first: () => 0,
  second: () => 1,
  third: () => 2,
  last: ({ length }) => length - 1,
  bigger: (stood) => stood.findIndex((one) => Math.abs(one) === Math.max(...stood.map(Math.abs))),
  smaller: (stood) => stood.findIndex((one) => Math.abs(one) === Math.min(...stood.map(Math.abs))),
};

const OF_COMPARED: readonly Order[] = [
  [
    inFull(
      `${OUT} (?:all|everything|everything else|the others?|the rest)(?: but| except| keep| leave)* ${A}`,
      `(?:stick|stay) with ${A}|(?:focus|zoom in) on ${A}|narrow (?:it |this )?(?:down )?to ${A}`,
    ),
    onlyThose,
  ],
  [inFull(`not ${A}(?: and ${A})* just ${A}`), ({ said }) => said.slice(-1)],
  [
    inFull(
      `${OUT} ${A}(?: (?:and|or) ${A})*|(?:leave|take|cut|pull|get) ${A} (?:out|off|away)|(?:(?:all|everything) )?(?:but|except|except for|bar) ${A}`,
    ),
    without,
  ],
  [inFull('(?:only|just) the first and (?:the )?last'), ({ stood }) => [stood[0] ?? 0, stood.at(-1) ?? 0]],
  [
    inFull(
      `add (?:a (?:third|fourth) )?#(?: to (?:the )?(?:list|table|mix|comparison|them|those))?|# ${BESIDE}(?: ${THEM})?|with # (?:on the side|alongside|added|as well|too)|(?:put|throw|show) # (?:${BESIDE} ${THEM}|in(?: too)?)`,
      `(?:vs|versus|v|next to|against) #`,
    ),
    added,
  ],
  [/^(?:ok|okay|now) (?:and|plus) #$/, added],
  [
    inFull(`(?:make|change|switch|swap|replace|turn|bump|raise|move|lower) ${A} ${TO}#`),
    ({ stood, said: [old, fresh] }) => stood.map((one) => (one === old ? (fresh ?? one) : one)),
  ],
  [
    inFull(`(?:(?:make|change|switch|set|bump|raise|lower|turn) )?the (?<word>cut|hike) ${TO}[@#]`),
    ({ stood, said: [fresh], word }) => {
      const sign = word === 'hike' ? 1 : -1;
      const isOne = stood.filter((one) => Math.sign(one) === sign).length === 1;
      return isOne && fresh ? stood.map((one) => (Math.sign(one) === sign ? sign * Math.abs(fresh) : one)) : undefined;
    },
  ],
  [
    inFull(`(?:a )?# (?:rather than|instead of|not) ${A}`),
    ({ stood, said: [fresh, old] }) => stood.map((one) => (one === old ? (fresh ?? one) : one)),
  ],
  [
    inFull(
      `(?:(?:make|change|switch|set|bump|raise) )?the (?<word>first|second|third|last|bigger|smaller)(?: one)? ${TO}#`,
    ),
    ({ stood, said: [fresh], word }) =>
      stood.map((one, at) => (at === PLACES[word ?? '']?.(stood) ? (fresh ?? one) : one)),
  ],
  [
    /^(?:(?:and|ok|no|now) )*(?:make it [@#] (?:vs|versus|v|and) [@#]|[@#] (?:vs|versus|v) [@#] instead)$/,
    ({ said }) => said,
  ],
];
const OF_MOVE: readonly Order[] = [
  [
    inFull(
      `(?:change|swap|replace|switch|turn) (?:(?:the )?@|${THEM}) ${TO}#|(?:the )?(?:same question|likewise|rerun(?: it)?|redo it|run it|try it|do it) (?:for|at|with) #|(?:go|enlarge it) to #|(?:had it been|were it) #`,
    ),
    ({ said }) => said.slice(-1),
  ],
  [
    inFull(
      `(?:together|along) with #|# (?:as|for) (?:a )?comparison|with a # comparison|(?:show )?both with #|# ${BESIDE} ${THEM}|how much (?:better|more)(?: is (?:that|it))? than (?:a )?#(?: is (?:that|it))?|(?:relative to|difference from|v) (?:a )?#(?: (?:cut|hike))?|put # ${BESIDE} ${THEM}|how does (?:it|that|this) stack up (?:vs|against) (?:a )?#`,
    ),
    added,
  ],
  [
    inFull(`(?:${VERSUS}|how much (?:better|worse|more)(?: is (?:that|it))? than) ${HOLD}`),
    ({ stood: [one] }) => (one === undefined ? undefined : [one, 0]),
  ],
  [
    inFull(`${VERSUS} ${BEFORE}|compare (?:the )?last two`),
    ({ stood: [one], before }) =>
      one === undefined || before === undefined || before === one ? undefined : [before, one],
  ],
  [
    inFull(
      '(?:revert|return|go back|back) to (?:the )?#|restore (?:the )?#|(?:stay with|leave it at|keep it at) #|(?:it was )?# after all|what (?:was|did) (?:it (?:for|at) )?#(?: give| do)?(?: again)?',
    ),
    ({ said: [one], before }) => (one === before && one !== undefined ? [one] : undefined),
  ],
  [inFull(`${OUT} (?:the )?@`), ({ before }) => (before === undefined ? undefined : [before])],
];

const [LEAST_SIZE, MOST_COMPARED] = [5, 4];

/** `change the 75 to 100`, `everything but the 50`, `how much better than a hold`: other sizes of what stands. */
export const ordered = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, figures, context } = turned;
  const { active, move, compare } = numbers;
  const standing = active === 'compare-moves' ? compare : active === 'rate-move' && move?.moveBps ? move : undefined;
  const all = slotsOf(utterance, 'amount').filter(({ duty, value }) => duty === 'must' && value !== 0);
  const isPlain = all.every(
    (one) => one.sign === '' && /^(?:|bp|points)$/.test(one.unit ?? '') && (sizeOf(one)?.bps ?? 0) >= LEAST_SIZE,
  );
  if (!standing || !isPlain || figures.changes.length > 0 || context?.stale) return [];
  const stood = standing.kind === 'compare-moves' ? standing.moves : [standing.moveBps];
  const sign = stood.every((bps) => bps >= 0) ? 1 : -1;
  const bpsOf = (one: Amount): number => {
    const bps = sizeOf(one)?.bps ?? 0;
    return stood.find((each) => Math.abs(each) === bps) ?? sign * bps;
  };
  const isStanding = (one: Amount): boolean => stood.some((each) => Math.abs(each) === (sizeOf(one)?.bps ?? 0));
  // @ where it stands already
  const said = told(utterance, [
    ['@', all.filter(isStanding)],
    ['#', all],
  ]);
  const last = context?.before?.active === 'compare-moves' ? undefined : context?.before?.move;
  for (const [words, to] of standing.kind === 'compare-moves' ? OF_COMPARED : OF_MOVE) {
    const found = words.exec(said);
    const moves = found
      ? to({ stood, said: all.map(bpsOf), before: last?.moveBps, word: found.groups?.['word'] })
      : undefined;
    if (!moves || moves.length === 0 || moves.length > MOST_COMPARED) continue;
    const { small, large, only } = standing;
    const inputs = { ...(small && { small }), ...(large && { large }), ...(only && { only }) };
    const asks = comparing({ kind: 'compare-moves', moves: [...stood], ...inputs }, [...new Set(moves)]);
    return isWithin(asks)
      ? [exactly(asks, numberButtonName(asks), [wholeOf(utterance)], { keeps: { changed: [{ what: 'size' }] } })]
      : [];
  }
  return [];
};
