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
  wholeOf,
} from '../../language/index.ts';
import { exactly, type Reading } from '../reading.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from './question.ts';
import { type Change, withChanges } from './read-assumed.ts';
import { isAssumption, isRoundSize, MOST_BARE } from './read-inferred.ts';
import { MOST_PARTS, totalOf } from './read-parts.ts';
import {
  isElsewhere,
  moveReading,
  onlyOf,
  signedBps,
  type Turned,
  wordsOfChanges,
  wordsOfMove,
} from './read-turned.ts';

const wayOf = (utterance: Utterance): { way?: 'cut' | 'hike' } => {
  const way = rateWays(utterance).find((one) => one.way !== 'hold')?.way;
  return way === 'cut' || way === 'hike' ? { way } : {};
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

export const JUMBO = /^(?:jumbo|supersized|supersize|outsized|mega|monster|bazooka|emergency|intermeeting|surprise)$/;

/** `and if its a jumbo`, behind a move. */
const LONGEST_JUMBO = 7;

/** `a jumbo cut`: larger than a quarter point, which is all that the word says. */
export const jumboReadings = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, context, base } = turned;
  const at = utterance.words.findIndex((word) => JUMBO.test(word));
  const {
    way = base?.moveBps && utterance.words.length <= LONGEST_JUMBO ? (base.moveBps > 0 ? 'hike' : 'cut') : undefined,
  } = wayOf(utterance);
  const [more, second] = figures.sizes;
  if (at < 0 || !way || second || figures.counts.length > 0 || (more && !isBesideJumbo(turned))) return [];
  if (context?.wants || isElsewhere(utterance, 'past', 'wants')) return [];
  const sign = way === 'cut' ? -1 : 1;
  return [50, 75, 100].map((bps) => {
    const parts = [{ moveBps: sign * bps }, ...(more ? [{ moveBps: signedBps(more, turned) }] : [])];
    const uses = [{ from: at, to: at + 1 }, ...(more?.uses ?? []), ...marksOf(utterance, 'sum', 'more')];
    return moveReading(turned, totalOf(parts), more?.amounts ?? [], uses, { parts, isOffer: true });
  });
};

/** `jumbo cut plus another 25`: of the first no size is said. */
export const isBesideJumbo = ({ utterance, figures: { sizes } }: Turned): boolean => {
  const jumbo = utterance.words.findIndex((word) => JUMBO.test(word));
  const [size] = sizes;
  return (
    jumbo >= 0 &&
    size !== undefined &&
    rateWays(utterance).some(({ from, to }) => from > jumbo && size.amounts.every((amount) => amount.from >= to)) &&
    hasAny(utterance, 'sum', 'more')
  );
};

const MORE = /^(?:more|bigger|larger|higher|further)$/;
const LESS = /^(?:less|smaller|lower|fewer)$/;
const STEP_BPS = 25;

const NOTCH =
  /^(?:(?:and|or|no|ok|nah|so|then|actually|what about|make it|say|but) )*(a|an|one|another|two|2|1) (?:notch|notches|click|clicks) (lower|down|higher|up|more|further|less|fewer)(?: then| please| pls)?$/;

/** `no, a notch lower`: a quarter point from a level; behind a size, either way. */
const notchesFrom = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers } = turned;
  const base = turned.base ?? numbers.move;
  const said = utterance.words.filter((_, at) => utterance.tokens[at]?.kind !== 'sign').join(' ');
  const [, count, side = ''] = NOTCH.exec(said) ?? [];
  if (!base?.moveBps || count === undefined || numbers.active !== 'rate-move') return [];
  const by = (/^(?:two|2)$/.test(count) ? 2 : 1) * STEP_BPS;
  const step = /^(?:lower|down)$/.test(side) ? -by : /^(?:higher|up)$/.test(side) ? by : 0;
  const grown = Math.sign(base.moveBps) * (/^(?:more|further)$/.test(side) ? by : -by);
  const steps = step === 0 ? [grown] : base.levels ? [step] : [step, -step];
  const { levels: _, readAs: __, parts: ___, ...plain } = base;
  const kept = { changed: [{ what: 'size' as const }] };
  const isOffer = (steps.length > 1 || turned.context?.stale) && { isOffer: true as const };
  return steps.map((one) =>
    moveReading({ ...turned, base: plain }, base.moveBps + one, [], [wholeOf(utterance)], { kept, ...isOffer }),
  );
};

/** `more`, `a bit less`: another size, which is asked. */
export const stepReadings = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const notches = notchesFrom(turned);
  if (notches.length > 0) return notches;
  const step = says(utterance, MORE) ? STEP_BPS : says(utterance, LESS) ? -STEP_BPS : 0;
  const isAlone = utterance.tokens.every(
    ({ kind }, at) =>
      kind === 'sign' ||
      /^(?:a|bit|little|and|or|no|even|go|much|one|what|if|its)$/.test(utterance.words[at] ?? '') ||
      MORE.test(utterance.words[at] ?? '') ||
      LESS.test(utterance.words[at] ?? ''),
  );
  if (!base || base.moveBps === 0 || step === 0 || !isAlone || figures.changes.length > 0) return [];
  return [1, 2]
    .map((times) => Math.abs(base.moveBps) + times * step)
    .filter((size) => size > 0 && size <= LARGEST_MOVE_BPS)
    .map((size) =>
      moveReading(turned, Math.sign(base.moveBps) * size, [], marksOf(utterance, 'more', 'company'), { isOffer: true }),
    );
};

/** Counts of moves without a size: how large is asked, a quarter point offered. */
export const countReadings = (turned: Turned): readonly Reading[] => {
  const { figures, utterance, context, base } = turned;
  const [count, second] = figures.counts;
  if (!count || second || count.of === 'time' || has(utterance, 'undo')) return [];
  // "3 cuts, not 4"
  const denied = figures.free.filter(
    ({ from, value }) => value <= MOST_DENIED && utterance.words[from - 1] === 'not' && from - 1 > count.from,
  );
  const others = figures.sizes.filter(({ amounts }) => amounts.some((one) => !denied.includes(one)));
  if (others.length > 0 || context?.wants === 'size' || isElsewhere(utterance, 'past', 'ratio')) return [];
  const { value } = count;
  const sized = (each: number): string => `${value} × ${each}: ${each * value} bp`;
  if (base && base.moveBps !== 0) {
    // "for the next 4 meetings"
    const name = sized(Math.abs(base.moveBps));
    return [moveReading(turned, base.moveBps * value, [], [count, ...denied], { isOffer: true, name })];
  }
  const isHike = count.of === 'hike' || (count.of === 'move' && wayOf(utterance).way === 'hike');
  const way = isHike ? 1 : -1;
  // a clip is a quarter point
  const isClips = says(utterance, /^clips?$/);
  const months = slotsOf(utterance, 'date').filter(({ month, day }) => month !== undefined && day === undefined);
  return (isClips ? [STEP_BPS] : [STEP_BPS, 2 * STEP_BPS]).map((each) => {
    const parts = Array.from({ length: Math.min(value, MOST_PARTS) }, (_, at) => {
      const when = months.length === value ? months[at] : undefined;
      return { moveBps: way * each, ...(when?.month && { month: when.month }), ...(when?.year && { year: when.year }) };
    });
    return moveReading(turned, way * each * value, [], [count, ...denied, ...(months.length === value ? months : [])], {
      ...(!(isClips && (base || rateWays(utterance).length > 0)) && { isOffer: true as const }),
      ...(value > 1 && value <= MOST_PARTS && { parts }),
      kept: { wantedCount: value },
      name: value === 1 ? `${way < 0 ? 'Cut' : 'Hike'} ${each} bp` : sized(each),
    });
  });
};

const MOST_DENIED = 9;

const ZERO = /\b(?:zirp|(?:rates?|fed|range|back) (?:go |goes |went )?(?:back )?(?:to|at) zero)\b/;
const ZERO_RANGE: [number, number] = [0, 0.25];

/** `zirp again`, `back to zero`: the lowest range the Fed has had. */
export const zeroReadings = (turned: Turned): readonly Reading[] => {
  const { utterance, known, figures } = turned;
  const said = utterance.words.join(' ');
  const { targetLower: lower, targetUpper: upper } = known;
  if (!ZERO.test(said) || lower === undefined || upper === undefined || lower <= 0) return [];
  if (figures.sizes.length + figures.counts.length > 0 || isElsewhere(utterance, 'past', 'ratio')) return [];
  if (/\b(?:when|why|how long|was|were|did|last)\b/.test(said)) return [];
  const at = utterance.words.findIndex((word) => /^(?:zirp|zero)$/.test(word));
  return [
    moveReading(turned, Math.round((ZERO_RANGE[1] - upper) * 100), [], [{ from: at, to: at + 1 }], {
      levels: { from: [lower, upper], to: ZERO_RANGE, isFed: true },
      isSizeWanted: true,
      name: 'To 0 to 0.25%',
    }),
  ];
};

const SOMEBODY = /^(?:i|my|im|she|he|her|his|you|your|we|our|us|me|as|it)$/;

/** `hold`, `no cut`; not "pause the brief", "no change on my side". */
export const holdReading = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, base, context } = turned;
  const ways = rateWays(utterance);
  const isOther = ways.some(({ way }) => way !== 'hold') || figures.free.some(({ duty }) => duty === 'must');
  // "where does that leave rates"
  if (/^(?:so |and |ok )*(?:where|what) \w+ .*\bleaves?\b/.test(utterance.words.join(' '))) return [];
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
  const isTag = /\bor (?:is|does|do|will|would|are) (?:it|that|they|nothing|there)\b/.test(utterance.words.join(' '));
  const isBeside = !isTag && has(utterance, 'compare', 'strong') && (!base || context?.stale === true);
  const rest = isBeside && { isOffer: true as const };
  return [moveReading({ ...turned, base: context?.stale ? undefined : base }, 0, [], ways, { ...rest })];
};

/** `what does one basis point do`: the sensitivity itself. */
export const perPoint = (turned: Turned): readonly Reading[] => {
  const { utterance, figures } = turned;
  const [per] = marked(utterance, 'per');
  // "whats a bp": what the word means
  const isTerm = /^(?:so |and |ok )*(?:whats|what is|what are|define) (?:an? )?\S+(?: points?)?$/;
  if (isTerm.test(utterance.words.join(' '))) return [];
  if (!per || figures.sizes.length > 0 || numbersIn(utterance).length > 0) return [];
  const bps = signedBps({ bps: 1, sign: '', ...wayOf(utterance) }, turned);
  return [moveReading(turned, bps, [], [per], { readAs: ['per basis point'] })];
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
  const isBill =
    changes.length > 0 && !base && BILL.test(utterance.words.join(' ')) && rateWays(utterance).length === 0;
  if (isBill && !hasAny(utterance, 'move', 'past'))
    return [moveReading(turned, 0, [], marksOf(utterance, 'income', 'wants', 'parameter'))];
  // "what if small had the big one's leverage"
  const isIf = changes.length > 0 && says(utterance, /^(?:if|give|suppose)$/);
  const isCompared = (has(utterance, 'compare', 'strong') && !isIf) || says(utterance, JUMBO);
  if (isCompared || isElsewhere(utterance, 'wants', 'ratio', ...(isIf ? [] : ['past']))) return [];
  const { way = wayAlone(utterance) } = wayOf(utterance);
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
