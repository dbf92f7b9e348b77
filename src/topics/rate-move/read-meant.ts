import {
  type Assumed,
  has,
  isOnly,
  marked,
  marksOf,
  overlaps,
  type Place,
  passingOver,
  placesOf,
  rateWays,
  type Size,
  says,
  slotsOf,
  wholeOf,
} from '../../language/index.ts';
import { exactly, type Reading } from '../reading.ts';
import type { RateMoveQuestion } from './question.ts';
import { type Change, COMPANY_IDS, moveButtonName, withChanges } from './read-assumed.ts';
import { apartFromSize } from './read-gone-on.ts';
import { isAssumption, MOST_BARE } from './read-inferred.ts';
import { singleReadings } from './read-one-size.ts';
import { takesOut } from './read-pointed.ts';
import { isBare, isElsewhere, moveReading, type Turned, wordsOfChanges, wordsOfMove } from './read-turned.ts';

const isOneStep = (one: RateMoveQuestion, other: RateMoveQuestion): boolean =>
  one.moveBps !== other.moveBps && apartFromSize(one) === apartFromSize(other);

/** The number said last, which was taken as a size or asked about, as a value of this assumption. */
const numberFor = (
  { numbers, context }: Turned,
  parameter: Assumed,
): { readonly value: number; readonly base: RateMoveQuestion } | undefined => {
  const { move, active } = numbers;
  if (!move) return undefined;
  for (const one of context?.offered ?? []) {
    if (one.kind !== 'rate-move') continue;
    // asked about as another assumption's, or as a size
    const value = COMPANY_IDS.map((id) => one[id]?.[parameter]).find(
      (set) => set !== undefined && COMPANY_IDS.every((id) => move[id]?.[parameter] !== set),
    );
    if (value !== undefined) return { value, base: move };
  }
  const was = context?.before?.move;
  const isSize = !context?.stale && active === 'rate-move' && context?.last.kind === 'rate-move' && was !== undefined;
  return isSize && isOneStep(move, was) ? { value: Math.abs(move.moveBps), base: was } : undefined;
};

/** `floating i mean, for both`, behind `make it 60`: the number is of the assumption that is named, the move as it was. */
export const meantFor = (turned: Turned): readonly Reading[] => {
  const { utterance, figures } = turned;
  const [mark, second] = marked(utterance, 'parameter').filter(({ value }) => isAssumption(value));
  if (!mark || second || !isAssumption(mark.value) || figures.changes.length > 0 || !isBare(turned)) return [];
  // "put net income back"
  if (isElsewhere(utterance, 'wants', 'past', 'ratio', 'undo', 'drop', 'reset') || says(utterance, /^back$/)) return [];
  const isCorrection = has(utterance, 'correction');
  if (utterance.unknown.size > 0 || !(isCorrection || figures.scope)) return [];
  const found = numberFor(turned, mark.value);
  if (!found || found.value === 0 || found.value > MOST_BARE[mark.value]) return [];
  const words = marksOf(utterance, 'correction', 'compare', 'negation', 'reference');
  const change: Change = {
    parameter: mark.value,
    value: found.value,
    ...(figures.scope && { company: figures.scope.scope }),
    uses: [mark, ...words],
  };
  const own = { ...turned, base: found.base, isReset: false, figures: { ...figures, changes: [change] } };
  if (!isOnly(utterance, [...wordsOfMove(utterance), ...wordsOfChanges(own.figures)])) return [];
  return [moveReading(own, found.base.moveBps, [], [mark, ...words], isCorrection ? {} : { isOffer: true as const })];
};

const BETWEEN = /^(?:the|that|my|this|last)$/;

/** `undo the 35`: a number behind such a word is what is taken back, and never a move. */
const isBehindUndo = ({ utterance }: Turned, { from }: Place): boolean =>
  marked(utterance, 'undo', 'undo').some(
    ({ to }) => to <= from && utterance.words.slice(to, from).every((word) => BETWEEN.test(word)),
  );

/** What may be taken back where no assumption has the number: the step before, or one of the assumptions. Undefined elsewhere. */
const takenBack = (turned: Turned): readonly Reading[] | undefined => {
  const { utterance, figures, numbers, context } = turned;
  const [amount] = slotsOf(utterance, 'amount').filter((one) => !one.isFraction && isBehindUndo(turned, one));
  if (rateWays(utterance).length > 0) return undefined;
  const isTaken = figures.changes.some(
    ({ value, uses }) => value === 'default' && uses.some((use) => amount && overlaps(use, amount)),
  );
  const { move } = numbers;
  if (!amount || !move || isTaken || slotsOf(utterance, 'amount').length > 1) return undefined;
  const changes = COMPANY_IDS.flatMap((company) =>
    Object.keys(move[company] ?? {})
      .filter(isAssumption)
      .map((parameter): Change => ({ parameter, value: 'default', company, uses: [] })),
  );
  const { small: _, large: __, ...plain } = move;
  const was = context?.before?.move;
  const all = [
    ...(was ? [was] : []),
    ...changes.map((change): RateMoveQuestion => ({ ...plain, ...withChanges(move, [change], undefined) })),
  ];
  return all.map((asks) => exactly(asks, moveButtonName(asks), [wholeOf(utterance)], { isOffer: true }));
};

/** `take the quarter back out`, `drop that 25`, behind a step that was added: the move as it was. */
const stepTakenBack = ({ utterance, figures, numbers, context }: Turned): readonly Reading[] | undefined => {
  const { move, active } = numbers;
  const was = context?.before?.move;
  const [size, second] = figures.sizes;
  if (!move || !was || active !== 'rate-move' || !size || second || figures.changes.length > 0) return undefined;
  const isAdded = isOneStep(move, was) && Math.abs(move.moveBps) === Math.abs(was.moveBps) + size.bps;
  const isTaken = has(utterance, 'drop', 'drop') || takesOut(utterance);
  const isOnlyThat = isOnly(utterance, [
    ...size.uses,
    ...marksOf(utterance, 'drop', 'correction', 'more', 'direction'),
  ]);
  if (!isAdded || !isTaken || !isOnlyThat) return undefined;
  const isOffer = context?.stale || rateWays(utterance).some(({ isStrong }) => isStrong);
  return [
    exactly(was, moveButtonName(was), [wholeOf(utterance)], {
      ...(isOffer && { isOffer: true as const }),
      keeps: { isUndo: true },
    }),
  ];
};

/** What puts the turn before right, and is nothing else. */
export const putRight = (turned: Turned): readonly Reading[] | undefined => {
  const meant = meantFor(turned).filter(({ isOffer }) => !isOffer);
  return takenBack(turned) ?? stepTakenBack(turned) ?? (meant.length > 0 ? meant : undefined);
};

/** Words between two sizes that put the first right, and say nothing else. */
const PUT_RIGHT =
  /^(?:no|nope|nah|naw|sorry|sry|soz|wait|hang|on|hold|i|mean|meant|make|that|it|this|scratch|actually|rather|oops|er|erm|um|uh|hm|by|a|an|the|of|to|cut|cuts|hike|hikes|off|down|up|lower|higher|was|be|should|typo|please|pls|say|ok|bps?|points?|full|[,.;:\u2013-]+)$/;
const CORRECTS = /^(?:no|nope|nah|naw|sorry|sry|soz|wait|mean|meant|scratch|oops|typo|rather|actually)$/;

/** `hike 50 no wait cut 25`: the second size, the way that is said with it, else that of the first; undefined elsewhere. */
export const secondMeant = (
  turned: Turned,
  [first, second, third]: readonly Size[],
  uses: readonly Place[],
): readonly Reading[] | undefined => {
  const { utterance, figures } = turned;
  const [one, other] = [first?.amounts.at(-1), second?.amounts[0]];
  const between = one && other ? utterance.words.slice(one.to, other.from) : [];
  const isMeant = between.some((word) => CORRECTS.test(word)) && between.every((word) => PUT_RIGHT.test(word));
  if (!one || !other || !second || third || !isMeant) return undefined;
  const ways = rateWays(utterance).filter(({ way }) => way !== 'hold');
  const own = ways.filter(({ from, to }) => from >= other.to || (from > one.to && to <= other.from));
  const way = (own.at(-1) ?? ways[0])?.way;
  const size = way === 'cut' || way === 'hike' ? { ...second, way } : second;
  const corrects = placesOf(utterance, CORRECTS).filter(({ from }) => from >= one.to && from < other.from);
  const said = passingOver(utterance, [one, ...corrects, ...ways.filter((each) => each.way !== way)]);
  return singleReadings({ ...turned, utterance: said, figures: { ...figures, sizes: [size] } }, size, uses, []).map(
    (reading) => ({ ...reading, uses: [...reading.uses, ...ways], ...(ways.length > 0 && { isSizeWanted: true }) }),
  );
};

const QUARTER = 25;
/** A part of a point, put right or asked about by itself. */
const PART_MEANT =
  /^(?:(?:and|no|nah|na|wait|sorry|oops|actually|i mean|i meant|i said|make (?:it|that)|lets say|say|rather|what about|how about|,) )*a (?<part>half|quarter)(?: (?:instead|rather|then|i meant|sorry|please|pls|,))*$/;

/** `no sorry, make that a half`, behind a quarter of a point: half a point. */
export const partMeant = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, context, figures } = turned;
  const base = turned.base ?? numbers.move;
  const part = PART_MEANT.exec(utterance.joined)?.groups?.['part'];
  const bps = part === 'half' ? 2 * QUARTER : QUARTER;
  const isOther = base && Math.abs(base.moveBps) === (part === 'half' ? QUARTER : 2 * QUARTER);
  if (!part || !base || !isOther || numbers.active !== 'rate-move' || context?.stale) return [];
  const sizes = slotsOf(utterance, 'amount').slice(0, 1);
  const own = { ...turned, base, isReset: false, figures: { ...figures, sizes: [], counts: [], free: [] } };
  return [
    moveReading(own, Math.sign(base.moveBps) * bps, sizes, [wholeOf(utterance)], {
      isSizeWanted: true,
      kept: { changed: [{ what: 'size' }] },
    }),
  ];
};
