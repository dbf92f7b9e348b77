import { LARGEST_MOVE_BPS, type RateMoveQuestion, type ReadAs } from '../../topics/rate-move/question.ts';
import type { ReadingResult } from '../../topics/turn.ts';
import { type Amount, isBasisPointWord } from './amounts.ts';
import { readCompany, strandedCompany } from './companies.ts';
import { readDirection } from './directions.ts';
import { type Found, nothingFound } from './found.ts';
import { MONTHS } from './months.ts';
import { readAssumption, readCompanyAssumption, readValueFirst } from './overrides.ts';
import { readSize } from './sizes.ts';
import { clip, echo, plainWords, type Token, tokensOf, wordAt, wordSet } from './tokens.ts';

/** Words that change nothing. One that might is left out: an unknown word asks back, a wrong filler answers wrongly. */
const FILLERS = new Set([
  ...wordSet(`
    & @ a an the by of for in to at on from with is if and or but then just so now instead only each apiece vs versus
    against ratecut rate-cut fed feds fomc us policy interest rate rates move moves meeting today tomorrow next
    what whats what's how would does do will it they them he she we me say show give get tell let lets let's
    please pls thanks thank cheers ok okay hey hi effect impact small large big , . ; : ? ! ( ) |
  `),
  ...MONTHS,
]);

/** Reads a word that says who may see the reply, or says nothing; any other is not understood. */
const readWord = (tokens: readonly Token[], at: number, found: Found): number => {
  const word = wordAt(tokens, at);
  if (wordAt(tokens, at + 1) === '=' && !FILLERS.has(word) && !isBasisPointWord(word)) {
    found.problems.push({ kind: 'unclear', reason: 'unknown-assumption', words: echo(tokens.slice(at, at + 3)) });
    return 3;
  }
  if (word === 'private' || word === 'privately') found.private = true;
  else if (!FILLERS.has(word) && !isBasisPointWord(word) && !(word === '=' && found.amounts.length > 0)) {
    found.unknown.push(word);
  }
  return 1;
};

/** In place of a size: the move the market prices in. */
const PRICED = wordSet('market priced implied');
/** Words that may stand beside them. */
const BESIDE_PRICED = wordSet('futures path odds expected expects pricing');

/** The market's own move, where that is asked for and no other: undefined where the words say more. */
const readPriced = (tokens: readonly Token[]): ReadingResult | undefined => {
  const words = tokens.map((_, at) => wordAt(tokens, at));
  if (!words.some((word) => PRICED.has(word))) return undefined;
  const found = findAll(tokens.filter((_, at) => !PRICED.has(words[at] ?? '') && !BESIDE_PRICED.has(words[at] ?? '')));
  const isMore = found.amounts.length > 0 || found.unknown.length > 0 || found.hike || found.hold;
  const [problem] = found.problems;
  if (problem !== undefined) return problem;
  if (isMore) return undefined;
  return {
    kind: 'question',
    question: { kind: 'rate-move-market', ...overridesOf(found) },
    private: found.private,
  };
};

/** Everything one pass over the words finds, understood or not. */
export const findAll = (tokens: readonly Token[]): Found => {
  const found = nothingFound();
  let at = 0;
  while (at < tokens.length) {
    at +=
      readCompanyAssumption(tokens, at, found) ||
      readAssumption(tokens, at, found) ||
      readValueFirst(tokens, at, found) ||
      readSize(tokens, at, found) ||
      readDirection(tokens, at, found) ||
      readCompany(tokens, at, found) ||
      readWord(tokens, at, found);
  }
  const stranded = strandedCompany(found);
  if (stranded !== undefined) found.unknown.push(stranded);
  return found;
};

/** Negative for a cut, also where nothing says which way. */
const signedBps = ({ bps, sign }: Amount, { hike }: Found): number => (hike || sign === '+' ? bps : -bps + 0);

/** How a size was read, where it could be read in two ways. */
export const readAsOf = ({ readAs, sign, bps }: Amount, { cut, hike }: Found): Pick<RateMoveQuestion, 'readAs'> => {
  const direction: ReadAs | undefined =
    cut || hike || bps === 0 || sign === '' ? undefined : sign === '-' ? 'minus as a cut' : 'plus as a hike';
  const [first, ...rest] = [readAs, direction].filter((one) => one !== undefined);
  return first === undefined ? {} : { readAs: [first, ...rest] };
};

const overridesOf = ({ overrides }: Found): Pick<RateMoveQuestion, 'small' | 'large'> => ({
  ...(Object.keys(overrides.small).length > 0 && { small: overrides.small }),
  ...(Object.keys(overrides.large).length > 0 && { large: overrides.large }),
});

const questionOf = (amount: Amount, found: Found): RateMoveQuestion => ({
  kind: 'rate-move',
  moveBps: signedBps(amount, found),
  ...readAsOf(amount, found),
  ...overridesOf(found),
});

const HOLD: Amount = { bps: 0, sign: '', typed: 'hold', unit: undefined };

/** One size said twice in two units, `50bps or 0.5%`, is one move; anything else said twice is two. */
const areOne = (amounts: readonly Amount[], found: Found): boolean => {
  const [first] = amounts;
  return (
    first !== undefined &&
    amounts.every((one) => signedBps(one, found) === signedBps(first, found)) &&
    new Set(amounts.map(({ unit }) => unit)).size === amounts.length
  );
};

/** Words that point both ways at once. */
const pointsBothWays = ({ cut, hike, hold, amounts }: Found): boolean =>
  (cut && hike) ||
  (hold && (hike || cut || amounts.some(({ bps }) => bps !== 0))) ||
  amounts.some(({ sign }) => (hike && sign === '-') || (cut && sign === '+'));

/**
 * Reads the words behind `/ratecut` as a rate move.
 *
 * A bare whole number is basis points; a bare number with a decimal point below 5 is percentage points. `-50` and `50`
 * are a cut, `+25` and `hike 25` a rise. Assumptions apply to SmallCap unless a company is named before them. Words
 * that could mean another move than the one read are not understood: asking back is better than a wrong number.
 *
 * @param typed as Slack or a terminal hands it over
 */
export const readRateMove = (typed: string): ReadingResult => {
  const plain = plainWords(typed);
  const tokens = tokensOf(plain);
  if (tokens.length === 0) return { kind: 'unclear', reason: 'nothing-typed' };
  if (tokens.length === 1 && ['help', '?', 'usage'].includes(wordAt(tokens, 0))) {
    return { kind: 'question', question: { kind: 'help' }, private: true };
  }
  const priced = readPriced(tokens);
  if (priced !== undefined) return priced;
  const found = findAll(tokens);
  const [problem] = found.problems;
  if (problem) return problem;
  if (found.unknown.length > 0) {
    const words = found.amounts.length === 0 ? plain : found.unknown.join(' ');
    return { kind: 'unclear', reason: 'not-a-move', words: clip(words) };
  }
  if (pointsBothWays(found)) return { kind: 'unclear', reason: 'mixed-signs', words: clip(plain) };
  const amounts = found.hold && found.amounts.length === 0 ? [HOLD] : found.amounts;
  const [amount] = amounts;
  if (amount === undefined) return { kind: 'unclear', reason: 'no-amount' };
  const tooLarge = amounts.find(({ bps }) => bps > LARGEST_MOVE_BPS);
  if (tooLarge) return { kind: 'unclear', reason: 'out-of-range', words: tooLarge.typed };
  if (!areOne(amounts, found)) {
    return { kind: 'unclear', reason: 'several-moves', moves: amounts.map((one) => questionOf(one, found)) };
  }
  return { kind: 'question', question: questionOf(amount, found), private: found.private };
};
