import {
  has,
  hasAny,
  isDenied,
  isIn,
  marked,
  marksOf,
  overlaps,
  type Place,
  rateWays,
  says,
  scopeOf,
  slotsOf,
} from '../../language/index.ts';
import { type Change, COMPANY_IDS, changedBy, withChanges } from './read-assumed.ts';
import { scalesIn, scopeMeant } from './read-figures.ts';
import { isAssumption } from './read-inferred.ts';
import { asMove, comparing, type NumberQuestion, resized, scoped } from './read-number-question.ts';
import { addedUp, allCompared, type Find, hasOwnFigures, isAlso, pick, pickWay, resetCompany } from './read-pointed.ts';
import { again } from './read-restated.ts';
import { OTHER_COMPANY } from './read-scope.ts';
import type { Turned } from './read-turned.ts';

const isTaken = ({ figures }: Turned, place: Place): boolean =>
  figures.changes.some(({ uses }) => uses.some((use) => overlaps(use, place)));

/** `double that`, `half of it`, `the opposite`, `x25`. */
const scale: Find = (turned, standing) => {
  const { utterance } = turned;
  const [mark, ...rest] = scalesIn(utterance)
    .filter((one) => !isTaken(turned, one))
    .sort((one, other) => other.to - other.from - (one.to - one.from));
  // "half that, the other way"
  const second = rest.find((one) => mark && !overlaps(one, mark) && (one.value === '-1') !== (mark.value === '-1'));
  const at = utterance.words.findIndex((word) => /^x\d{1,2}$/.test(word));
  const factor = mark
    ? Number(mark.value) * Number(second?.value ?? 1)
    : at >= 0
      ? Number(utterance.words[at]?.slice(1))
      : undefined;
  const isLeft = turned.figures.free.some(
    (amount) =>
      amount.duty === 'must' && ![mark, second].some((one) => one && overlaps(one, amount)) && !isTaken(turned, amount),
  );
  // "double the first", where no parts or sizes stand
  const isOfPart =
    standing.kind === 'rate-move' && /\bthe (?:first|second|third|last|middle)(?: one)?$/.test(utterance.joined);
  if (factor === undefined || isLeft || isOfPart || (standing.kind === 'rate-move' && standing.moveBps === 0))
    return undefined;
  const times = (value: number): number => Math.round(value * factor * 100) / 100;
  const uses = [mark ?? { from: at, to: at + 1 }, ...(second ? [second] : []), ...slotsOf(utterance, 'direction')];
  // "double that" behind a figure of a note may be of it
  const isOffer = mark !== undefined && hasOwnFigures(turned) && !has(utterance, 'move') && !turned.figures.scope;
  const isOfThese = /\bof (?:these|those|them|em)\b/.test(utterance.joined) && Number.isInteger(factor);
  return {
    ...(isOffer && { isOffer: true as const }),
    uses,
    to: (one) => {
      const scaled = resized(one, times, times);
      const isRow = isOfThese && one.kind === 'rate-move' && scaled.kind === 'rate-move' && !one.parts;
      return isRow ? { ...scaled, parts: Array.from({ length: factor }, () => ({ moveBps: one.moveBps })) } : scaled;
    },
    changed: [{ what: 'size' }],
    takesNumbers: true,
  };
};

const BARELY =
  /^(?:and|or|when|they|so|but|again|no|nope|nah|not|contrary|reverse|round|had|rise|now|then|sorry|sry|actually|wait|instead|rather|wrong|way|flip|em|them|all|the|other|please|pls|ok|i|meant|mean|make|it|of|course|if|same|were|was|an|a|be)$/;

/** `if instead it is going up, same size`: more words, where the size is said to stay. */
const [SAME_SIZE, WITH_SIZE] = [
  /\b(?:same (?:size|amount)|just as much)\b/,
  /^(?:is|its|it|goes|going|go|size|amount|by|what|for|just|as|much)$/,
];

/** `and a hike?`, `down, sorry`, `flip them all to hikes`, `and a hold`: every move the other way, or none. */
const turnRound: Find = ({ utterance, figures: { changes } }, standing) => {
  // "not reduce but increase"
  const isOfInput = ({ from }: Place): boolean =>
    changes.some(({ amount, uses }) => amount?.to === from || isIn(uses, from));
  const all = slotsOf(utterance, 'direction').filter((one) => !isDenied(utterance, one, true) && !isOfInput(one));
  const isSame = SAME_SIZE.test(utterance.joined);
  const isBarely = utterance.words.every(
    (word, at) =>
      !all.some(({ from }) => utterance.hard[from] === utterance.hard[at]) ||
      BARELY.test(word) ||
      (isSame && (WITH_SIZE.test(word) || isIn(marked(utterance, 'reset'), at))) ||
      isIn(slotsOf(utterance, 'direction'), at) ||
      /^\W+$/.test(word),
  );
  const said = rateWays(utterance).filter((one) => !isOfInput(one));
  const ways = said.length > 0 || !isBarely ? said : all;
  const [way, other] = new Set(ways.map((one) => one.way));
  const isUndone = marked(utterance, 'undo').some(({ to }) => utterance.words[to] !== 'to');
  // "up not down"
  const uses = [
    ...ways,
    ...(all.length > 0 ? slotsOf(utterance, 'direction') : []),
    ...marksOf(utterance, 'undo', 'drop'),
  ];
  const changed = [{ what: 'size' as const }];
  if (way === 'hold' && !other && standing.kind === 'compare-moves') {
    const others = standing.moves.filter((bps) => bps !== 0);
    const moves = has(utterance, 'drop', 'drop') ? others : [...others, 0];
    return { uses, to: () => comparing(standing, moves), changed };
  }
  // "does your model do hikes" asks about it
  const isBeside = has(utterance, 'compare', 'beside') && has(utterance, 'reference', 'same');
  // "scrap the overrides, same size but up"
  const isDropped = marked(utterance, 'drop').some(
    (mark) => !(isSame && marked(utterance, 'reset').some((reset) => overlaps(mark, reset))),
  );
  const isOther = isUndone || isBeside || isDropped || says(utterance, /^(?:model|your)$/);
  if (way === undefined || way === 'hold' || other || isOther) return undefined;
  const sign = way === 'cut' ? -1 : 1;
  if (standing.kind === 'rate-move' && standing.moveBps === 0) return undefined;
  return {
    uses,
    to: (one) =>
      resized(
        one,
        (bps) => sign * Math.abs(bps),
        (value) => -sign * Math.abs(value),
      ),
    changed,
  };
};

/** `is smallcap rated`, `has it ever defaulted`, `what sector are the two in`: of a company itself, and of no move. */
const ITSELF =
  /^(?:(?:so|and|ok|wait|but|hm|oh|hang|on) )*(?:is|are|was|were|has|have|who|where|when)\b|\b(?:sectors?|industry|ratings?|rated|ticker|listed|founded|based|defaulted|thing|exists?|makes?|sells?|called)\b/;
const AFFECTED =
  /\b(?:hit|hurt|worse|better|worst|best|same|more|most|less|least|that|this|affected|different|up|down|much|big|bigger|by|win\w*|los\w+|gain\w*|sav\w+|earn\w*|ok|fine|too|also|either)\b/;

/** `only the large one`, `both again`, `the other one`, `wrong firm`. */
const ofCompany: Find = (turned, { only }) => {
  const { utterance } = turned;
  const asked = utterance.joined;
  const isAllOfIt = /\ball of (?:it|them)\b/.test(asked);
  if (isAllOfIt || (ITSELF.test(asked) && !AFFECTED.test(asked) && !has(utterance, 'income'))) return undefined;
  // "both next to each other": the last two moves
  const before = turned.context?.before?.move;
  const isOfTwo = before !== undefined && before.moveBps !== turned.numbers.move?.moveBps;
  const isNamed = marked(utterance, 'company').some(({ value }) => value !== 'both' || !isOfTwo);
  if (has(utterance, 'compare', 'strong') && !isNamed && !has(utterance, 'reference', 'other')) return undefined;
  const isWrong = /\bwrong (?:firm|company|one)\b/.test(utterance.joined);
  const meant = scopeMeant(turned, only);
  const named = meant?.scope ?? (isWrong && only ? OTHER_COMPANY[only] : undefined);
  // "small too", of the other one: both
  const isBeside = has(utterance, 'compare', 'beside') && !hasAny(utterance, 'negation');
  const scope = only && named === OTHER_COMPANY[only] && (isAlso(utterance) || isBeside) ? 'both' : named;
  if (scope === undefined) return undefined;
  const changed = (turned.numbers.changed ?? []).filter(({ what }) => what !== 'scope' && what !== 'size');
  return {
    uses: [...(meant?.marks ?? []), ...marksOf(utterance, 'compare')],
    to: (one) => scoped(one, scope),
    changed: [{ what: 'scope', company: scope }, ...changed],
    scope,
  };
};

/** `what if 60% floats`, `6x`, `both at 60`: other assumptions; those named are as in the note again. */
const SOFT = /^(?:scrap|forget) (?:that|it)$/;

const assume: Find = ({ figures: { changes }, isReset, utterance }, standing) => {
  if (changes.length === 0 && (!isReset || has(utterance, 'beside-note'))) return undefined;
  const isBack = isReset || changes.some(({ value }) => value === 'default');
  const isAll = isReset && changes.every(({ value }) => value !== 'default');
  // "scrap that": the company stays
  const isSoft =
    changes.length === 0 &&
    marked(utterance, 'reset').every(({ from, to }) => SOFT.test(utterance.words.slice(from, to).join(' ')));
  // what is changed of the other company would not be seen
  const isHidden = ({ only }: NumberQuestion): boolean =>
    changes.some(({ company }) => company !== undefined && only !== undefined && company !== only);
  const isBoth =
    (isAll && !isSoft) || isHidden(standing) || (standing.only === undefined && changes.some(({ company }) => company));
  return {
    uses: [
      ...changes.flatMap(({ uses }) => uses),
      ...(isBack
        ? marksOf(utterance, 'reset', 'drop', 'undo', 'negation', 'parameter', 'correction', 'reference')
        : []),
    ],
    to: (one) => {
      const { small: _, large: __, ...rest } = (isAll && !isSoft) || isHidden(one) ? scoped(one, 'both') : one;
      return { ...rest, ...withChanges(isAll ? undefined : one, changes, one.only) } as NumberQuestion;
    },
    changed: changedBy(changes, standing.only),
    ...(isBoth && { scope: 'both' as const }),
  };
};

/** `same leverage on the little one`, `do that for both`: what was changed last for one company, for another too. */
const alsoFor: Find = ({ utterance, numbers, figures }, standing) => {
  const named = marked(utterance, 'parameter').find(({ value }) => isAssumption(value));
  const last = (numbers.changed ?? []).find(({ what }) => (named ? what === named.value : isAssumption(what)));
  const [company, second] = marked(utterance, 'company');
  // "same for the other one", of the one shown
  const [other] = standing.only ? marked(utterance, 'reference', 'other') : [];
  const mark = company ?? other;
  if (!mark || second || !last || !isAssumption(last.what) || figures.changes.length > 0) return undefined;
  const to = company ? scopeOf(company) : OTHER_COMPANY[standing.only ?? 'small'];
  // "or all of it at both"
  const isBoth =
    to === 'both' &&
    standing.only === undefined &&
    has(utterance, 'reference', 'that') &&
    !says(utterance, /^(?:all|none|half|every|nothing)$/);
  const isSame = has(utterance, 'reference', 'same') || says(utterance, /^(?:too|also|likewise|same)$/);
  const from = COMPANY_IDS.find((id) => id !== to && standing[id]?.[last.what as Change['parameter']] !== undefined);
  const value = from && standing[from]?.[last.what];
  if (!(isBoth || (isSame && to !== 'both')) || value === undefined) return undefined;
  const change: Change = { parameter: last.what, value, company: to, uses: [mark] };
  return {
    uses: [mark, ...(named ? [named] : []), ...marksOf(utterance, 'reference', 'drop')],
    to: (one) => ({ ...scoped(one, 'both'), ...withChanges(one, [change], undefined) }) as NumberQuestion,
    changed: [{ what: last.what, company: to }],
    ...(named || isBoth ? {} : { isOffer: true as const }),
  };
};

const STEP_BPS = 25;
const FROM_IT =
  /^(?:(?:and|so|ok|but) )*(?:how much|what) .*\b(?:(?:from|out of|with|by|on|at|under) (?:that|it|this|the same)|(?:does|do|would|will) (?:that|it|this) (?:give|gain|add|save|lift|mean|do|bring|get))\b/;

/** `to the nearest 25`, and of what was solved for the move itself: `what does that cut do for large`. */
const solved: Find = ({ utterance, figures }, standing) => {
  const isRounded = says(utterance, /^(?:round|rounded|nearest|rounding)$/);
  const steps = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  if (isRounded && figures.sizes.every(({ bps }) => bps === STEP_BPS))
    return {
      uses: [...steps, ...figures.sizes.flatMap(({ uses }) => uses)],
      takesNumbers: true,
      to: (one) => {
        const move = one.kind === 'solve' ? asMove(one, true) : one;
        return move && resized(move, toStep, (value) => value);
      },
      changed: [{ what: 'size' }],
    };
  const isPointed = hasAny(utterance, 'reference') || has(utterance, 'move');
  const isAsked = says(utterance, /^(?:do|does|mean|means|impact|effect|gain|gains|hit|affect|get|gets|work)$/);
  // "how much would largecap get from that"
  const isOfIt = FROM_IT.test(utterance.joined);
  if (standing.kind !== 'solve' || !isPointed || !(isAsked || isOfIt) || steps.length > 0) return undefined;
  if (has(utterance, 'wants') && !isOfIt) return undefined;
  return {
    uses: [...slotsOf(utterance, 'direction'), ...marksOf(utterance, 'move', ...(isOfIt ? ['wants'] : []))],
    to: (one) => asMove(one),
    changed: [{ what: 'size' }],
  };
};

const toStep = (bps: number): number => Math.round(bps / STEP_BPS) * STEP_BPS;

/** In the order in which they are done. */
export const OPERATIONS: readonly Find[] = [
  solved,
  pickWay,
  pick,
  addedUp,
  allCompared,
  alsoFor,
  resetCompany,
  assume,
  scale,
  turnRound,
  ofCompany,
  again,
];
/** One that is found leaves these words to it. */
export const INSTEAD: ReadonlyMap<Find, readonly Find[]> = new Map([
  [solved, [alsoFor]],
  [pickWay, [pick, turnRound]],
  [addedUp, [ofCompany, again]],
  [alsoFor, [ofCompany]],
  [resetCompany, [assume, ofCompany]],
  [scale, [turnRound]],
]);
