import { type Amount, BP_UNITS, PERCENT_UNITS, POINT_UNITS } from './amounts.ts';
import { type Found, nothingFound } from './found.ts';
import { readAssumption, readCompanyAssumption, readValueFirst } from './overrides.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion, type Reading } from './question.ts';
import { readSize } from './sizes.ts';
import { clip, echo, plainWords, type Token, tokensOf, wordAt, wordSet } from './tokens.ts';

const CUT = wordSet(
  'cut cuts cutting lower lowers lowered lowering reduce reduces reduction ease eases easing decrease decreases drop drops fall falls slash slashes trim trims down minus',
);
const HIKE = wordSet(
  'hike hikes hiking hiked raise raises raised raising increase increases tighten tightens tightening rise rises up plus',
);
const HOLD = wordSet('hold holds holding pause pauses unchanged unch pat steady skip skips nothing');
/** What a "no" before it turns into a hold. */
const MOVES = wordSet('cut cuts hike hikes change changes move moves');
/** Numbers that belong to a name. */
const NAMED_NUMBERS: Readonly<Record<string, number>> = { russell: 2000, 's&p': 500, sp: 500, nasdaq: 100 };
const SMALL = wordSet('small smallcap smallcaps small-cap small-caps smalls russell r2k rut');
const LARGE = wordSet('large largecap largecaps large-cap large-caps big bigcap megacap s&p spx');
const BOTH = wordSet('both');
const PRIVATE = wordSet('private privately');
const FILLERS = wordSet(
  '& @ ratecut rate-cut january february march april june july august september october november december monday tuesday wednesday thursday friday week month year end stocks only each apiece over vs versus against a an the by of for in to at is if what whats and or but with then just so now instead say pls please fed feds fomc the rate rates move moves about cap caps company companies would does do will it they them he she we me show give get tell how effect impact on from basis , . ; ? ! ( ) | today tomorrow next meeting let lets ok okay hey hi',
);

/** Reads one word that sets a direction, a company or who may see the reply; the rest is filler or not understood. */
const readWord = (tokens: readonly Token[], at: number, found: Found): number => {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  if (next === '=' && !FILLERS.has(word)) {
    found.problems.push({ kind: 'unclear', reason: 'unknown-assumption', words: echo(tokens.slice(at, at + 3)) });
    return 3;
  }
  const namedNumber = tokens[at + 1];
  if (namedNumber?.kind === 'number' && NAMED_NUMBERS[word] === namedNumber.value) {
    found.scope = SMALL.has(word) ? 'small' : 'large';
    return 2;
  }
  if (word === 'no' && MOVES.has(next)) {
    found.hold = true;
    return 2;
  }
  if (SMALL.has(word)) found.scope = 'small';
  else if (LARGE.has(word)) found.scope = 'large';
  else if (BOTH.has(word)) found.scope = 'both';
  else if (CUT.has(word)) found.cut = true;
  else if (HIKE.has(word)) found.hike = true;
  else if (HOLD.has(word)) found.hold = true;
  else if (PRIVATE.has(word)) found.private = true;
  else if (!FILLERS.has(word) && !BP_UNITS.has(word) && !PERCENT_UNITS.has(word) && !POINT_UNITS.has(word)) {
    found.unknown.push(word);
  }
  return 1;
};

const findAll = (tokens: readonly Token[]): Found => {
  const found = nothingFound();
  let at = 0;
  while (at < tokens.length) {
    at +=
      readCompanyAssumption(tokens, at, found) ||
      readAssumption(tokens, at, found) ||
      readValueFirst(tokens, at, found) ||
      readSize(tokens, at, found) ||
      readWord(tokens, at, found);
  }
  return found;
};

/** The signed move in basis points: negative for a cut, also where nothing says which way. */
const signedMove = (found: Found, amount: Amount): Pick<RateMoveQuestion, 'moveBps' | 'readAs'> | undefined => {
  const { cut, hike, hold } = found;
  if ((cut && hike) || (hold && amount.bps !== 0)) return undefined;
  if ((hike && amount.sign === '-') || (cut && amount.sign === '+')) return undefined;
  const isHike = hike || amount.sign === '+';
  const readAs =
    amount.readAs ??
    (cut || hike ? undefined : ({ '': undefined, '-': 'minus as a cut', '+': 'plus as a hike' } as const)[amount.sign]);
  return { moveBps: (isHike ? amount.bps : -amount.bps) + 0, ...(readAs && { readAs }) };
};

const overridesOf = ({ overrides }: Found): Pick<RateMoveQuestion, 'small' | 'large'> => ({
  ...(Object.keys(overrides.small).length > 0 && { small: overrides.small }),
  ...(Object.keys(overrides.large).length > 0 && { large: overrides.large }),
});

/**
 * Reads the words behind `/ratecut` as a rate move.
 *
 * A bare whole number is basis points; a bare number with a decimal point below 5 is percentage points. `-50` and `50`
 * are a cut, `+25` and `hike 25` a rise. Assumptions apply to SmallCap unless a company is named before them.
 *
 * @param typed as Slack or a terminal hands it over
 */
export const readRateMove = (typed: string): Reading => {
  const plain = plainWords(typed);
  const tokens = tokensOf(plain);
  const found = findAll(tokens);
  const [problem] = found.problems;
  if (tokens.length === 0) return { kind: 'unclear', reason: 'nothing-typed' };
  if (tokens.length === 1 && ['help', '?', 'usage'].includes(wordAt(tokens, 0))) {
    return { kind: 'question', question: { kind: 'help' }, private: true };
  }
  if (problem) return problem;
  if (found.unknown.length > 0) {
    return {
      kind: 'unclear',
      reason: 'not-a-move',
      words: clip(found.amounts.length === 0 ? plain : found.unknown.join(' ')),
    };
  }
  const [amount] =
    found.hold && found.amounts.length === 0 ? [{ bps: 0, sign: '', typed: 'hold' } as const] : found.amounts;
  if (amount === undefined) return { kind: 'unclear', reason: 'no-amount' };
  if (found.amounts.some(({ bps }) => bps !== amount.bps)) {
    return { kind: 'unclear', reason: 'several-amounts', amountsBps: found.amounts.map(({ bps }) => bps) };
  }
  if (amount.bps > LARGEST_MOVE_BPS) return { kind: 'unclear', reason: 'out-of-range', words: clip(amount.typed) };
  const move = signedMove(found, amount);
  if (move === undefined) return { kind: 'unclear', reason: 'mixed-signs', words: clip(plain) };
  return {
    kind: 'question',
    question: { kind: 'rate-move', ...move, ...overridesOf(found) },
    private: found.private,
  };
};
