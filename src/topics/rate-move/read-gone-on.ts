import { hasAny, marksOf, strangeIn, type Utterance } from '../../language/index.ts';
import type { Context, Numbers } from '../context.ts';
import type { Question } from '../questions.ts';
import type { RateMoveQuestion } from './question.ts';

/** Which move of those spoken of before words go on from, and whether they do. */

const OPENS = new Set(
  `and but so ok okay k now then also no n nope nah sorry sry actually instead same what if or with without at for make try do again rather i hmm hm well plus
  let lets say suppose assume assuming change set use keep only just anyway anyways right also back wait put swap switch vs versus as whole`.split(
    /\s+/,
  ),
);
/** These open a question of its own as often: only with the word behind them do they go on. */
const OPENS_TWO =
  /^(?:what about|how about|what if|and if|i meant|i mean|let us|or a|for the|make it|do the|now do|now with)$/;
const ASKS_ANEW = /^(?:suppose the|say the|assume the|if the|what happens|what does|i want|so what|ok so)$/;
const SHORTEST_QUESTION = 4;
export const LONGEST_ELLIPTIC = 6;
const OWN = ['fed', 'rate', 'move', 'direction', 'wants', 'income', 'company', 'parameter', 'compare'];

/** Whether the words change what was asked last and do not ask something of their own: `and 75?`, `25 instead`, `same but 30% floating`. */
export const goesOn = (utterance: Utterance): boolean => {
  const said = utterance.words.filter((_, at) => utterance.tokens[at]?.kind !== 'sign');
  const [first = ''] = said;
  const two = said.slice(0, 2).join(' ');
  const isBack = marksOf(utterance, 'reference', 'reset', 'undo', 'more', 'scale').some(
    ({ value }) => value !== 'both' && value !== 'that',
  );
  const isLast =
    /^(?:instead|too|again|still|rather|then)$/.test(said.at(-1) ?? '') ||
    (said.length <= LONGEST_ELLIPTIC && said.includes('again'));
  // "lol too much, 100": nothing that a question of its own would have
  const isElliptic =
    said.length <= LONGEST_ELLIPTIC && !hasAny(utterance, ...OWN) && strangeIn(utterance, []).length === 0;
  const isOpened = isElliptic || OPENS_TWO.test(two) || (OPENS.has(first) && !ASKS_ANEW.test(two));
  const isInstead = said.length <= LONGEST_ELLIPTIC && /\b(?:instead of|rather than)\b/.test(said.join(' '));
  const isPutRight = /\b(?:typed|should be|meant|typo|correction)\b/.test(said.join(' '));
  return said.length < SHORTEST_QUESTION || isPutRight || isInstead || isBack || isLast || isOpened;
};

/** What has assumptions and no size of one's own: offered, `floating at 60%` and then `50`, or run at market pricing. */
export const pendingIn = (context: Context | undefined): RateMoveQuestion | undefined => {
  if (context?.last.kind === 'rate-move-market') return { ...context.last, kind: 'rate-move', moveBps: 0 };
  const [offered] = context?.offered ?? [];
  return offered?.kind === 'rate-move' && (offered.small || offered.large) ? offered : undefined;
};

/** All that two moves may have in common beside their size. */
export const apartFromSize = ({ kind: _, moveBps: __, readAs: ___, parts: ____, ...rest }: RateMoveQuestion): string =>
  JSON.stringify(rest);

/** `lol ok 50 bps off`, where the size of a move with these assumptions was asked back: of that move. */
export const isSizeOf = (
  move: RateMoveQuestion,
  { words }: Utterance,
  [first, ...others]: readonly Question[],
): boolean =>
  move === first &&
  others.length > 0 &&
  others.every((one) => one.kind === 'rate-move' && apartFromSize(one) === apartFromSize(move)) &&
  words.length <= LONGEST_ELLIPTIC;

/** A size behind a comparison is of the same companies and assumptions, and the same way. */
export const comparedIn = ({ active, compare }: Numbers): RateMoveQuestion | undefined => {
  if (active !== 'compare-moves' || !compare) return undefined;
  const { moves, kind: _, ...rest } = compare;
  return {
    kind: 'rate-move',
    moveBps: moves.every((bps) => bps >= 0) ? Math.max(...moves) : Math.min(...moves),
    ...rest,
  };
};

/** `now the same firm if rates fall 75`, behind a sum: of its company and assumptions. */
export const solvedIn = ({ active, solve }: Numbers, utterance: Utterance): RateMoveQuestion | undefined => {
  if (active !== 'solve' || !solve || !/\b(?:same|that|this) (?:firm|company|one|name|guy)\b/.test(utterance.joined))
    return undefined;
  const { kind: _, target: __, ...rest } = solve;
  return { kind: 'rate-move', moveBps: 0, ...rest };
};
