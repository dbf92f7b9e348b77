import {
  inFull,
  marksOf,
  rateWays,
  retold,
  type Size,
  says,
  slotsOf,
  told,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { type Context, numbersOf } from '../context.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import { changedEitherWay, companyRate, lastSetTo, turnsBy } from './read-by.ts';
import { followUps } from './read-follow-ups.ts';
import { givenBack, takenBack } from './read-given-back.ts';
import { levelAgain, levelReadings } from './read-level.ts';
import { boundMeant, levelHad } from './read-level-had.ts';
import { partMeant, putRight, secondMeant } from './read-meant.ts';
import { asOffers, oneSize, singleReadings } from './read-one-size.ts';
import { ordered } from './read-orders.ts';
import { earlier, recounted } from './read-parts.ts';
import { pathEdited, pendingPart, steppedPath } from './read-path.ts';
import { pathOrdered } from './read-path-orders.ts';
import { billAsked } from './read-restated.ts';
import { byCompany, isCorrected, isPathless, isRatherFigure, joinedAs } from './read-several.ts';
import { countReadings, isBesideJumbo, jumboReadings, stepReadings } from './read-size-offered.ts';
import { behindParts, byMonth, inHalves, sumOf } from './read-split.ts';
import { countedBothWays, moreOfThose, timesOver } from './read-times.ts';
import { moveReading, signedBps, type Turned, turnedBy } from './read-turned.ts';
import { afterParameter, holdReading, perPoint, sizeWanted, zeroReadings } from './read-without-size.ts';

const FED_WIDTH = 0.25;

/** `no wait, 3.25 to 3.50`: a range of the Fed's own width, where it does not stand there now. */
const asRange = (turned: Turned, { levels, amounts, way }: Size): readonly Reading[] => {
  const { utterance, figures, known } = turned;
  if (typeof levels?.from !== 'number' || typeof levels.to !== 'number' || way !== 'hike') return [];
  const isRange =
    levels.to - levels.from === FED_WIDTH && known.targetLower !== levels.from && known.targetUpper !== levels.from;
  if (!isRange || rateWays(utterance).length > 0 || says(utterance, /^from$/)) return [];
  const level = { percent: levels.to, amounts, uses: amounts };
  return asOffers(levelReadings({ ...turned, figures: { ...figures, sizes: [], levels: [level] } }));
};

const sizeReadings = (turned: Turned): readonly Reading[] => {
  const { figures, utterance } = turned;
  const meant = figures.sizes.filter(({ isDenied }) => !isDenied);
  const denied = figures.sizes.filter(({ isDenied }) => isDenied);
  const uses = [...meant, ...denied].flatMap((size) => size.uses);
  const [first] = meant;
  if (!first) return [];
  const back = takenBack(turned, meant);
  if (back) return [back];
  const given = meant.length === 1 ? givenBack(turned, first) : [];
  const pending = given.length > 0 ? given : pendingPart(turned);
  if (pending.length > 0) return pending;
  const plain = meant.filter((size) => !isRatherFigure(turned, size));
  if (meant.length > 1 && plain.length < meant.length)
    return asOffers(plain.flatMap((size) => oneSize(turned, size, uses)));
  if (isBesideJumbo(turned)) return [];
  // "50 split half in dec half in march"
  const isSplit = meant.slice(1).every(({ amounts }) => amounts.every((one) => one.isFraction && one.isSpelled));
  const halved = isSplit ? inHalves(turned, first, meant.slice(1), uses) : [];
  if (halved.length > 0) return halved;
  const dated = isSplit ? byMonth(turned, first) : [];
  if (dated.length > 0 && (meant.length === 1 || says(utterance, /^split$/))) return dated;
  const range = asRange(turned, first);
  const single = (): readonly Reading[] => singleReadings(turned, first, uses, denied);
  if (meant.length === 1) return range.length > 0 ? [...range, ...asOffers(single())] : single();
  const each = (): readonly Reading[] => asOffers(meant.flatMap((size) => oneSize(turned, size, uses)));
  const isHeld = figures.isHold && rateWays(utterance).every(({ way }) => way === 'hold');
  const companies = byCompany(utterance, meant);
  if (companies && figures.scope) {
    const whose = (at: number): Turned => ({
      ...turned,
      figures: {
        ...figures,
        scope: {
          ...figures.scope,
          scope: companies[at] ?? 'both',
          isPlural: false,
          isOnly: true,
          marks: figures.scope?.marks ?? [],
        },
      },
    });
    return asOffers(meant.flatMap((size, at) => oneSize(whose(at), size, uses)));
  }
  const right = secondMeant(turned, meant, uses);
  if (right) return right;
  if (isCorrected(utterance, meant) || isHeld) return each();
  switch (joinedAs(utterance, meant)) {
    case 'one':
      return oneSize(turned, first, uses);
    case 'sum': {
      // "25 dec 25 jan then 50 back down": from two hikes, or further down
      const isOpen = /\bback down\b/.test(utterance.joined) && meant.every(({ sign }) => sign === '');
      const isBack = isOpen && first.way === 'hike' && rateWays(utterance).every(({ way }) => way === 'cut');
      const down = meant.map((size): Size => ({ ...size, way: 'cut' }));
      // "then 50 and 50", behind a move: beside it, or its parts
      const stood =
        turned.numbers.active === 'rate-move' && !isBack ? earlier({ ...turned, base: turned.numbers.move }) : [];
      if (stood?.length && /^(?:and |ok |so )*then\b/.test(utterance.joined) && !isPathless(turned, meant))
        return [behindParts(turned, stood, meant, uses), sumOf(turned, meant, uses, true)];
      return isBack
        ? [sumOf(turned, meant, uses, true), sumOf(turned, down, uses, true)]
        : isPathless(turned, meant)
          ? [down, meant.map((size): Size => ({ ...size, way: 'hike' }))].map((one) => sumOf(turned, one, uses, true))
          : [sumOf(turned, meant, uses, false)];
    }
    case 'open':
      return meant.some(({ levels }) => levels)
        ? each()
        : [sumOf(turned, meant, uses, true), ...asOffers(oneSize(turned, first, uses))];
    case 'compare': {
      // "two 50s vs four 25s" are the same move
      const isSame = new Set(meant.map((size) => signedBps(size, turned))).size === 1;
      const amounts = meant.flatMap((size) => size.amounts);
      const all = [...uses, ...marksOf(utterance, 'compare')];
      return isSame ? [moveReading(turned, signedBps(first, turned), amounts, all)] : [];
    }
  }
};

const BOUND = inFull(
  '(?:top|upper)(?: end| bound)? (?:at |of )?#',
  '(?:or )?# (?:as the |at the |the )?(?:top|upper)(?: end| bound)?',
);

/** `4.5 top instead?`, behind a move: to that level. */
const boundInstead = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const [amount, second] = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const said = told(utterance, [['#', amount ? [amount] : []]]);
  if (!amount || second || !numbers.move || amount.value > HIGHEST_BOUND || !BOUND.test(said)) return [];
  const level = { percent: amount.value, amounts: [amount], uses: [wholeOf(utterance)] };
  return levelReadings({ ...turned, base: numbers.move, figures: { ...figures, sizes: [], levels: [level] } });
};
const HIGHEST_BOUND = 15;

/** What was asked of the move before is not asked of another one, unless it is asked again. */
const withoutShown = (reading: Reading, { utterance, numbers }: Turned): Reading => {
  const { asks, sizes = [] } = reading;
  if (asks.kind !== 'rate-move') return reading;
  const bill = sizes.length > 0 ? billAsked(utterance) : {};
  if (!bill.shows && (!asks.shows || asks.moveBps === numbers.move?.moveBps)) return reading;
  const { shows: _, ...plain } = asks;
  return { ...reading, asks: { ...plain, ...bill } };
};

/** `what gets me to 10`, `what wd do 10 there`: of income rather than of a rate. */
const GETS_TO =
  /\bwhat (?:gets|got) (?:\w+ )?to \d|\bhow do (?:i|we|you) get to \d|\b(?:what|which)(?:d|ll| \w+)?(?: (?:would|wd|will|could|can|might))? (?:do|gets?|gives?|brings?|makes?|adds?|yields?)(?: (?:it|them))? \d+(?:\.\d+)?(?! ?(?:bps?|beeps|basis))(?: (?!points?)|$)/;

/** Numbers that are years, places or counts of what was said before. */
const OF_LAST = [levelHad, boundMeant, partMeant, moreOfThose, timesOver, countedBothWays];

/** `so fifty of those downwards`, where no move stands and a basis point may have been spoken of: so many of them. */
const inBasisPoints = (utterance: Utterance, context: Context | undefined): Utterance => {
  const { words } = utterance;
  const at = words.findIndex(
    (word, place) => word === 'of' && /^(?:those|them|these|em)$/.test(words[place + 1] ?? ''),
  );
  // "skip one of them"
  const isCounted = slotsOf(utterance, 'amount').some(
    ({ to, unit, value }) => to === at && unit === undefined && value > 1,
  );
  return isCounted && numbersOf(context).move === undefined && rateWays(utterance).length > 0
    ? retold(
        utterance,
        new Map([
          [at, 'bps'],
          [at + 1, 'please'],
        ]),
      )
    : utterance;
};

/** A move of the Fed's rate, new or going on from the one asked about last. */
export const readRateMove: ReadTopic = (utterance, context, _library, known) => {
  const said = inBasisPoints(utterance, context);
  const asked = turnedBy(said, context, known);
  const { figures, numbers } = asked;
  const turned = { ...asked, base: asked.base ?? (figures.sizes.length === 0 ? numbers.move : undefined) };
  const right = putRight(turned);
  if (right) return right;
  for (const read of [pathOrdered, ordered, lastSetTo, turnsBy, changedEitherWay, companyRate, boundInstead]) {
    const order = read(turned);
    if (order.length > 0) return order;
  }
  const back = figures.sizes.length === 0 ? givenBack(turned) : [];
  if (back.length > 0) return back;
  const again = recounted(turned);
  const other = afterParameter(turned);
  // a number that counts moves, or is a level, is no size; one that may be an assumption is asked back
  const ofLast = OF_LAST.flatMap((read) => read(turned));
  const isNone =
    again.length + ofLast.length > 0 || [levelAgain, pathEdited, steppedPath].some((read) => read(turned).length > 0);
  const sizes = isNone ? [] : sizeReadings(turned);
  const all = [
    ...again,
    ...other,
    ...(other.length > 0 ? asOffers(sizes) : sizes),
    ...ofLast,
    ...[
      levelReadings,
      countReadings,
      jumboReadings,
      stepReadings,
      holdReading,
      perPoint,
      sizeWanted,
      zeroReadings,
      followUps,
    ].flatMap((read) => read(turned)),
  ];
  const shown = all.map((reading) => withoutShown(reading, turned));
  return said === utterance && !GETS_TO.test(utterance.joined) ? shown : asOffers(shown);
};
