import {
  has,
  isOnly,
  marked,
  marksOf,
  overlaps,
  type Place,
  rateWays,
  says,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { exactly, type Reading } from '../reading.ts';
import { COMPANY_IDS } from './read-assumed.ts';
import { namedBack } from './read-borrowed.ts';
import { isUnread } from './read-figures.ts';
import { isAssumption } from './read-inferred.ts';
import { isWithin, type NumberQuestion, numberButtonName } from './read-number-question.ts';
import { INSTEAD, OPERATIONS } from './read-operation-table.ts';
import { calledBack, type Find, type Operation, withoutCalled } from './read-pointed.ts';
import { isBare, isElsewhere, problemOf, type Turned, wordsOfChanges, wordsOfMove } from './read-turned.ts';

/** Such words ask for something about a move, and not for the move. */
const ASKS = /^(?:why|who|whos|when|where|explain)$/;
/** `how much more than the big one`: of the two, and for none of them alone. */
const OF_TWO =
  /^(?!.*\bbefore\b).*(?:\bhow (?:much|many) (?:x |times )?(?:more|bigger|larger|that)\b|\bhow many times\b|\bmultiple\b)/;
/** `and when it comes twice`. */
const TELLS = /^(?:and|n|or|but|ok|so) when (?:it|that|this|they)\b/;
const WORDS = ['income', 'compare', 'correction', 'drop'];

const wordsAround = (utterance: Utterance): readonly Place[] => [
  ...wordsOfMove(utterance),
  ...marksOf(utterance, ...WORDS),
  ...marked(utterance, 'parameter', 'netIncome'),
  // "for the 9am": when it is wanted
  ...slotsOf(utterance, 'clock').filter(({ from }) =>
    /^for (?:the|my|our)$/.test(utterance.words.slice(Math.max(from - 2, 0), from).join(' ')),
  ),
];

/** What stands, by what was asked last. */
const standingIn = ({ numbers, base }: Turned): NumberQuestion | undefined =>
  numbers.active === 'compare-moves'
    ? numbers.compare
    : numbers.active === 'solve'
      ? numbers.solve
      : (base ?? numbers.move);

const isSafe = ({ figures, isReset, context, utterance }: Turned, asks: NumberQuestion, isCalled: boolean): boolean =>
  !context?.stale ||
  (isCalled && !context.missed) ||
  (context.offered?.some((one) => JSON.stringify(one) === JSON.stringify(asks)) ?? false) ||
  (context.missed !== true && figures.scope !== undefined) ||
  isReset ||
  (!context.missed && figures.changes.some(({ uses: { length } }) => length > 1)) ||
  (!context.offered && rateWays(utterance).some(({ isStrong }) => isStrong));

type Done = readonly (readonly [Find, Operation])[];

/** What the words do to what stands; an operation that is found leaves its words to no other. */
const doneTo = (turned: Turned, standing: NumberQuestion, table: readonly Find[]): Done => {
  const done: [Find, Operation][] = [];
  for (const find of table) {
    const isLeft = done.some(([earlier]) => INSTEAD.get(earlier)?.includes(find));
    const operation = isLeft ? undefined : find(turned, standing);
    if (operation) done.push([find, operation]);
  }
  return done;
};

/** Stands for the words that call an earlier question back. */
const calledOnly: Find = () => undefined;

const readingOf = (turned: Turned, standing: NumberQuestion, done: Done): readonly Reading[] => {
  const { utterance, figures } = turned;
  const isShare = figures.changes.some(({ parameter }) => parameter === 'floatingShare');
  const uses = [
    ...done.flatMap(([, one]) => one.uses),
    ...wordsOfChanges(figures),
    ...wordsAround(utterance),
    ...(standing.kind === 'solve' ? marksOf(utterance, 'worded') : []),
    // "hedge so only 40 is floating"
    // "its lossmaking, say NI -20"
    ...(figures.changes.some(({ parameter, value }) => parameter === 'netIncome' && Number(value) < 0)
      ? marked(utterance, 'parameter', 'loss')
      : []),
    ...(isShare ? [...marked(utterance, 'parameter', 'hedged'), ...marked(utterance, 'parameter', 'fixedShare')] : []),
  ];
  if (done.length === 0 || !isOnly(utterance, uses)) return [];
  if (!isBare(turned) && done.every(([, { takesNumbers }]) => !takesNumbers)) return [];
  let asks: NumberQuestion | undefined = standing;
  for (const [, { to }] of done) asks = asks && to(asks);
  if (!asks || !isWithin(asks)) return [];
  // an assumption that was changed is what a bare number goes on from
  const changed = done
    .flatMap(([, one]) => one.changed ?? [])
    .sort((one, other) => Number(isAssumption(one.what)) - Number(isAssumption(other.what)));
  const scope = done.findLast(([, one]) => one.scope !== undefined)?.[1].scope;
  const isOffer =
    done.some(([, one]) => one.isOffer) || !isSafe(turned, asks, done[0]?.[0] === calledOnly) || isUnread(turned);
  return [
    {
      asks: problemOf(turned, asks.only) ?? asks,
      name: numberButtonName(asks),
      how: 'exact',
      uses,
      ...(has(utterance, 'private') && { isPrivate: true }),
      ...(isOffer && { isOffer: true as const }),
      keeps: { ...(changed.length > 0 && { changed }), ...(scope && { scope }) },
    },
  ];
};

/** What goes on from the question of numbers asked last: everything that the words do to it, one after the other. */
export const operated = (asked: Turned): readonly Reading[] => {
  const called = calledBack(asked);
  const turned = called ? { ...asked, utterance: withoutCalled(asked.utterance, called.mark), isReset: false } : asked;
  const { utterance } = turned;
  const standing = called?.standing ?? standingIn(turned);
  const isOther =
    isElsewhere(utterance, 'ratio') ||
    (says(utterance, ASKS) && !TELLS.test(utterance.joined)) ||
    OF_TWO.test(utterance.joined) ||
    slotsOf(utterance, 'who').length > 0;
  if (!standing || isOther) return [];
  const back = namedBack(turned, standing);
  const changes = [...turned.figures.changes, ...back];
  // "drop the small one's float": whose it is, and not whom it is about
  const { scope, ...figures } = turned.figures;
  const isOwner = scope?.marks.some((mark) => back.some(({ uses }) => uses.some((use) => overlaps(use, mark))));
  const own = { ...turned, figures: { ...figures, ...(scope && !isOwner && { scope }), changes } };
  const isOpen =
    has(utterance, 'reference', 'other') &&
    !has(utterance, 'scale') &&
    !standing.only &&
    !own.figures.scope &&
    changes.length === 0;
  if (isOpen && isBare(own))
    return COMPANY_IDS.flatMap((only) => {
      const asks = { ...standing, only };
      return [exactly(asks, numberButtonName(asks), wordsAround(utterance), { isOffer: true as const })];
    });
  const calling: Done = called ? [[calledOnly, { uses: [called.mark], to: (one) => one }]] : [];
  const done = [...calling, ...doneTo(own, standing, OPERATIONS)];
  const open = done.filter(([, { isOffer }]) => isOffer).map(([find]) => find);
  if (open.length === 0) return readingOf(own, standing, done);
  const others = doneTo(
    own,
    standing,
    OPERATIONS.filter((find) => !open.includes(find)),
  );
  return [done, others]
    .flatMap((one) => readingOf(own, standing, one))
    .map((one) => ({ ...one, isOffer: true as const }));
};
