import type { Overrides, RateMoveQuestion, ReadAs } from '../../topics/rate-move/question.ts';
import type { Unclear } from '../../topics/turn.ts';
import type { Amount } from './amounts.ts';
import type { Found } from './found.ts';
import { findAll, readAsOf } from './rate-move.ts';
import { type Sign, shownWord, type Token, tokensOf, wordSet } from './tokens.ts';

/** A size of move among other words. */
export interface MoveAmount {
  /** Basis points, never negative. */
  readonly bps: number;
  /** Negative for a cut, by the direction that stands nearest. */
  readonly signed: number;
  readonly sign: Sign;
  readonly typed: string;
}

/** What free words say of a rate move: looser than what stands behind a command. */
export interface MoveWords {
  readonly amounts: readonly MoveAmount[];
  /** One size, though perhaps said in two units. */
  readonly isOneSize: boolean;
  readonly cut: boolean;
  readonly hike: boolean;
  readonly hold: boolean;
  readonly sign: Sign;
  readonly hasChanges: boolean;
  readonly changes: { readonly small?: Overrides; readonly large?: Overrides };
  readonly readAs?: NonNullable<RateMoveQuestion['readAs']>;
  readonly isPrivate: boolean;
  /** True where the numbers may be no size of a move, or words may turn their meaning round. */
  readonly isBlocked: boolean;
  /** True where a number among the words is no size. */
  readonly hasOtherNumbers: boolean;
  /** An assumption that was clearly meant and does not fit. */
  readonly problem?: Unclear;
}

/** Words that turn a size into something else, so that it is asked back rather than guessed. */
const TURNING = wordSet(`
  lift lifts lifted boost boosts bump bumps climb climbs slip slips slide slides push pushes
  x × three four five six seven eight nine ten dozen couple several few times double twice half
  to below above under over until than from versus per every more less another extra further
  not no never without except unless
  probability chance odds priced expects expected forecast regain reach got
`);
/** Words around a size in a sentence that do not change it. */
const HARMLESS = wordSet(`
  both two three pair each one ones single other another whole full complete small large big size sized smallcap
  largecap
  small-cap large-cap russell company companies cos co example examples scenario case situation thing stuff kind sort
  fed reserve federal central bank powell committee officials rate-cut basis jumbo emergency surprise meeting
  earnings profit profits net income ni eps interest bill bills saving savings save saves bottom line
  effect effects impact impacts result results number numbers amount figure figures estimate sheet model
  benefit benefits gain gains lose loses hurt hurts help helps affect affects affected change changes changed
  respond react sensitivity elasticity exposure
  beside alongside next between side compare compared comparison difference different table together with also too plus
  happen happens happened happening would could can may might should going goes go will theyll when while then now right
  assume assuming assumed assumption assumptions suppose supposing say imagine hypothetically hypothetical consider
  considering same again rather instead meant mean means use using used keep keeping kept
  calculate calc compute run work out try trying make makes made making do does doing done get gets getting give gives
  given put see sees seen show shows tell told ask asked look looks like know think thinking reckon wonder wondering
  curious want wants need maths math about
  year yearly annual annually a month week weekly quarter today tonight first second time times quick quickly
  manager boss client pm desk team morning afternoon call memo deck slide
  i you they it its my our your everything that this these those there here on off up down round well as 2
  yes yeah yep ok okay please good great fine exactly actually really thanks thank hello sorry oops
`);
const JOINS = wordSet('vs versus and or against with compared compare / , ;');

const parts = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const all: Token[][] = [[]];
  for (const token of tokens) {
    if (JOINS.has(shownWord(token)) || shownWord(token) === 'v') all.push([]);
    else all.at(-1)?.push(token);
  }
  return all.filter((part) => part.length > 0);
};

const direction = ({ cut, hike }: Found): number | undefined => (cut === hike ? undefined : cut ? -1 : 1);

/** Each size with the direction of its own part of the sentence, else of the first part that has one, else a cut. */
const signedAmounts = (tokens: readonly Token[], whole: Found): readonly MoveAmount[] => {
  const shown = ({ bps, sign, typed }: Amount, way: number): MoveAmount => ({
    bps,
    sign,
    typed,
    signed: (sign === '' ? way : sign === '-' ? -1 : 1) * bps + 0,
  });
  if (whole.amounts.length < 2) return whole.amounts.map((one) => shown(one, direction(whole) ?? -1));
  const found = parts(tokens).map(findAll);
  if (found.flatMap(({ amounts }) => amounts).length !== whole.amounts.length) {
    return whole.amounts.map((one) => shown(one, direction(whole) ?? -1));
  }
  let last = found.map(direction).find((way) => way !== undefined) ?? -1;
  return found.flatMap((part) => {
    last = direction(part) ?? last;
    return part.amounts.map((one) => shown(one, last));
  });
};

const HAS_DIGIT = /\d/;

/** A quarter point or several, said of the Fed: a size, whatever else is said. */
const isOfFed = (plain: string, { amounts }: Found): boolean =>
  amounts.length === 1 &&
  amounts.every(({ bps }) => bps > 0 && bps % QUARTER_BPS === 0) &&
  /\b(?:fed|fomc|powell|rates?|they)\b/.test(plain);

const QUARTER_BPS = 25;

const isBlocked = (found: Found, plain: string): boolean => {
  const { amounts, cut, hike } = found;
  const unknown = found.unknown.filter((words) => !HARMLESS.has(words));
  if (unknown.some((words) => HAS_DIGIT.test(words) || words.split(' ').some((word) => TURNING.has(word)))) return true;
  const hasDirection = cut || hike;
  const isInBasisPoints = amounts.some(({ unit }) => unit === 'bp');
  return unknown.length > 0 && !hasDirection && !isInBasisPoints && !found.hold && !isOfFed(plain, found);
};

const MEANT = new Set(['assumption-out-of-range', 'assumption-set-twice', 'assumption-without-number']);

const readAs = (found: Found): readonly ReadAs[] => {
  const [first] = found.amounts;
  return first ? (readAsOf(first, found).readAs ?? []) : [];
};

/** Reads what free words say of a rate move, if anything. */
export const readMoveWords = (plain: string): MoveWords => {
  const tokens = tokensOf(plain);
  const found = findAll(tokens);
  const { small, large } = found.overrides;
  const changes = {
    ...(Object.keys(small).length > 0 && { small }),
    ...(Object.keys(large).length > 0 && { large }),
  };
  const amounts = signedAmounts(tokens, found);
  const units = new Set(found.amounts.map(({ unit }) => unit));
  const [how, ...rest] = readAs(found);
  const problem = found.problems.find(({ reason }) => MEANT.has(reason));
  return {
    amounts,
    isOneSize: new Set(amounts.map(({ signed }) => signed)).size === 1 && units.size === amounts.length,
    cut: found.cut,
    hike: found.hike,
    hold: found.hold,
    sign: found.amounts[0]?.sign ?? '',
    hasChanges: Object.keys(changes).length > 0,
    changes,
    ...(how && { readAs: [how, ...rest] }),
    isPrivate: found.private,
    isBlocked: isBlocked(found, plain),
    hasOtherNumbers: found.unknown.some((words) => HAS_DIGIT.test(words)),
    ...(problem && { problem }),
  };
};
