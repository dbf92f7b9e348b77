import {
  type Assumed,
  asTyped,
  has,
  hasAny,
  marked,
  marksOf,
  numbersIn,
  type Place,
  rateWays,
  says,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { exactly, type Reading } from '../reading.ts';
import type { RateMoveQuestion } from './question.ts';
import { type Change, withChanges } from './read-assumed.ts';
import { isAssumption, isRoundSize, MOST_BARE } from './read-inferred.ts';
import { JUMBO } from './read-size-offered.ts';
import {
  isElsewhere,
  moveReading,
  onlyOf,
  signedBps,
  type Turned,
  wayOfRate,
  wordsOfChanges,
  wordsOfMove,
} from './read-turned.ts';

const ZERO = /\b(?:zirp|(?:rates?|fed|range|back) (?:go |goes |went )?(?:back )?(?:to|at) zero)\b/;
/** The lowest range, written out. */
const TO_ZERO = /\b(?:0|zero|nought) (?:to|-) (?:a quarter|0\.25)\b/;
const ZERO_RANGE: [number, number] = [0, 0.25];

/** `zirp again`, `back to zero`: the lowest range the Fed has had. */
export const zeroReadings = (turned: Turned): readonly Reading[] => {
  const { utterance, known, figures } = turned;
  const said = utterance.joined;
  const { targetLower: lower, targetUpper: upper } = known;
  if (!ZERO.test(said) || lower === undefined || upper === undefined || lower <= 0) return [];
  const isWritten = TO_ZERO.test(said);
  if ((figures.sizes.length + figures.counts.length > 0 && !isWritten) || isElsewhere(utterance, 'past', 'ratio'))
    return [];
  if (/\b(?:when|why|how long|was|were|did|last)\b/.test(said)) return [];
  const at = utterance.words.findIndex((word) => /^(?:zirp|zero)$/.test(word));
  return [
    moveReading(
      turned,
      Math.round((ZERO_RANGE[1] - upper) * 100),
      [],
      [{ from: at, to: at + 1 }, ...(isWritten ? figures.free : [])],
      { levels: { from: [lower, upper], to: ZERO_RANGE, isFed: true }, isSizeWanted: true, name: 'To 0 to 0.25%' },
    ),
  ];
};

const SOMEBODY = /^(?:i|my|im|she|he|her|his|you|your|we|our|us|me|as|it)$/;

/** `hold`, `no cut`; not "pause the brief", "no change on my side". */
export const holdReading = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, base, context } = turned;
  const ways = rateWays(utterance);
  const isOther = ways.some(({ way }) => way !== 'hold') || figures.free.some(({ duty }) => duty === 'must');
  // "where does that leave rates"
  if (/^(?:so |and |ok )*(?:where|what) \w+ .*\bleaves?\b/.test(utterance.joined)) return [];
  // "hold in jan instead", of several: that one
  const isOfPart = (base?.parts?.length ?? 0) > 1 && slotsOf(utterance, 'date').length > 0;
  if (!figures.isHold || isOther || isOfPart || isElsewhere(utterance, 'past', 'drop') || utterance.unknown.size > 0)
    return [];
  const isOfSomebody =
    says(utterance, SOMEBODY) || has(utterance, 'clock') || slotsOf(utterance, 'duration').length > 0;
  if (isOfSomebody && !hasAny(utterance, 'fed', 'rate')) return [];
  // "pause till monday": of a brief
  if (slotsOf(utterance, 'span').length > 0 && !hasAny(utterance, 'fed', 'rate')) return [];
  // "vs a hold", behind no move
  // "or is it literally zero": no other move
  const isTag = /\bor (?:is|does|do|will|would|are) (?:it|that|they|nothing|there)\b/.test(utterance.joined);
  const isBeside = !isTag && has(utterance, 'compare', 'strong') && (!base || context?.stale === true);
  const rest = isBeside && { isOffer: true as const };
  return [moveReading({ ...turned, base: context?.stale ? undefined : base }, 0, [], ways, { ...rest })];
};

/** `what does one basis point do`: the sensitivity itself. */
export const perPoint = (turned: Turned): readonly Reading[] => {
  const { utterance, figures } = turned;
  const [per] = marked(utterance, 'per');
  // "whats a bp": what the word means
  const isTerm =
    /(?:^| )(?:whats|what is|what are|what even (?:is|are)|define) (?:an? )?(?:bps?|beeps?|basis points?)$/;
  if (isTerm.test(utterance.joined)) return [];
  if (!per || figures.sizes.length > 0 || numbersIn(utterance).length > 0) return [];
  const bps = signedBps({ bps: 1, sign: '', ...wayOfRate(utterance) }, turned);
  return [moveReading(turned, bps, [], [per], { readAs: ['per basis point'] })];
};

/** `up it`, `lower them please`: a direction, and what it is said of. */
const wayAlone = (utterance: Utterance): 'cut' | 'hike' | undefined => {
  const [way, second] = slotsOf(utterance, 'direction');
  const isAlone = utterance.words.every(
    (word, at) =>
      /^(?:it|them|rates?|please|pls|then|now|ok|\W+)$/.test(word) || (way && way.from <= at && at < way.to),
  );
  return way && !second && isAlone && utterance.words.length > 1 && way.way !== 'hold' ? way.way : undefined;
};

const BILL = /\b(?:interest|int) (?:bill|cost|costs|expense|paid)\b|\bhow much interest\b/;
const [LONGEST_WITHOUT_SIZE, LONGEST_OF_FED] = [8, 16];
const USUAL_SIZES = [25, 50, 100];

/** `cut rates`: a direction and no size, which is asked for; with an assumption, some sizes are offered on it. */
export const sizeWanted = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, base, context } = turned;
  const { sizes, counts, free, changes, isHold } = figures;
  // "cuts", where either way was asked back
  const [one, other] = context?.offered ?? [];
  if (one?.kind === 'rate-move' && other?.kind === 'rate-move' && one.moveBps === -other.moveBps) return [];
  if (sizes.length + counts.length > 0 || free.some(({ duty }) => duty === 'must')) return [];
  if (utterance.unknown.size > 0 || isHold) return [];
  // "interest bill at 9%": what it is without a move
  const isBill = changes.length > 0 && !base && BILL.test(utterance.joined) && rateWays(utterance).length === 0;
  if (isBill && !hasAny(utterance, 'move', 'past'))
    return [moveReading(turned, 0, [], marksOf(utterance, 'income', 'wants', 'parameter'))];
  // "what if small had the big one's leverage"
  const isIf = changes.length > 0 && says(utterance, /^(?:if|give|suppose)$/);
  const isCompared = (has(utterance, 'compare', 'strong') && !isIf) || says(utterance, JUMBO);
  if (isCompared || isElsewhere(utterance, 'wants', 'ratio', ...(isIf ? [] : ['past']))) return [];
  const { way = wayAlone(utterance) } = wayOfRate(utterance);
  const elsewhere = slotsOf(utterance, 'direction').filter(({ of }) => of !== 'rate');
  const isMove =
    way !== undefined ||
    marked(utterance, 'move').some(({ from }) => !elsewhere.some((one) => one.from === from)) ||
    utterance.words.includes('basis');
  if (changes.length > 0) {
    if (base) return [];
    return USUAL_SIZES.map((bps) =>
      moveReading(turned, signedBps({ bps, sign: '', ...(way && { way }) }, turned), [], [], { isOffer: true }),
    );
  }
  // "if the fed does a cut next week what would the little one get"
  const longest =
    figures.scope && hasAny(utterance, 'fed', 'rate') && !has(utterance, 'reference', 'same')
      ? LONGEST_OF_FED
      : LONGEST_WITHOUT_SIZE;
  if (!isMove || (base && base.moveBps !== 0) || utterance.words.length > longest) return [];
  const only = onlyOf(turned);
  return [
    exactly(
      { kind: 'unclear', reason: 'no-amount' },
      'Cut by how much?',
      [...wordsOfMove(utterance), ...wordsOfChanges(figures)],
      { keeps: { wants: 'size', ...(way && { wantedWay: way }), ...(only && { wantedOnly: only }) } },
    ),
  ];
};

const LABELS: Readonly<Record<Assumed, string>> = {
  floatingShare: 'Floating share',
  debtToEbitda: 'Debt to EBITDA',
  rate: 'Interest rate',
  loanFloor: 'Loan floor',
  ebitda: 'EBITDA',
  netIncome: 'Net income',
};

/** `and 40?` behind a change of an assumption: that, or a move; which is asked. */
export const afterParameter = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers, base } = turned;
  const last = numbers.changed?.at(-1);
  const [size, second] = figures.sizes;
  const [amount] = size?.amounts ?? [];
  if (!base || !last || !isAssumption(last.what) || !amount || second || size?.unit === 'bp') return [];
  // "my train goes in 25"
  if (utterance.unknown.size > 0 || /^(?:in|p|page)$/.test(utterance.words[amount.from - 1] ?? '')) return [];
  const isSizeToo = numbers.changed?.some(({ what }) => what === 'size');
  const isOfRate = rateWays(utterance).length > 0 || hasAny(utterance, 'rate', 'move', 'reset');
  const isPlain =
    has(utterance, 'reference', 'same') || figures.changes.length > 0 || amount.value > MOST_BARE[last.what];
  // "no wait 65", behind a turn that set both
  const isSize = isSizeToo && isRoundSize(amount.value) && !has(utterance, 'correction', 'no');
  // "only the 50" of several
  const isCompared =
    numbers.active === 'compare-moves' && numbers.compare?.moves.some((bps) => Math.abs(bps) === size?.bps);
  if (amount.sign !== '' || isOfRate || isPlain || isSize || isCompared) return [];
  const { what: parameter, company } = last;
  const change: Change = { parameter, value: amount.value, ...(company && { company }), amount, uses: [amount] };
  const { readAs: _, small: __, large: ___, ...rest } = base;
  const question: RateMoveQuestion = { ...rest, ...withChanges(base, [change], undefined) };
  const uses: readonly Place[] = [amount, ...wordsOfMove(utterance)];
  const name = `${LABELS[parameter]} ${asTyped(utterance, amount)}`.slice(0, 30);
  return [{ asks: question, name, how: 'exact', uses, isOffer: true }];
};
