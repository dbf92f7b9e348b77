import { type BasisPoints, basisPoints, type IsoDate, isoDate, type Percent, percent } from '../units.ts';
import { SINGLE_TARGETS } from './single-targets.ts';
import { TARGET_RANGES } from './target-ranges.ts';

/** Whose record it is. */
export const FED_SOURCE = {
  name: 'Federal Reserve',
  url: 'https://www.federalreserve.gov/monetarypolicy/openmarket.htm',
} as const;

/** One decision on the target for the federal funds rate. */
export interface Decision {
  /** The day it was announced, in Washington. */
  readonly on: IsoDate;
  /** Change of the upper bound: negative is a cut, 0 a hold. */
  readonly change: BasisPoints;
  /** Percent a year. Before 16 December 2008 the target was one number, and both bounds are that number. */
  readonly lower: Percent;
  readonly upper: Percent;
}

/** Oldest first. */
export const DECISIONS: readonly Decision[] = [
  ...SINGLE_TARGETS.map(([on, change, level]) => [on, change, level, level] as const),
  ...TARGET_RANGES,
].map(([on, change, lower, upper]) => ({
  on: isoDate(on),
  change: basisPoints(change),
  lower: percent(lower),
  upper: percent(upper),
}));

const FIRST = DECISIONS[0] as Decision;

/** The last decision on record: what any later meeting decided is not known here. */
export const NEWEST_DECISION = DECISIONS.at(-1) as Decision;

/** From this day on, holds are on record as well as changes. */
export const HOLDS_FROM = isoDate('2023-12-13');

/** The decision announced on that day; none where there was none, or where a hold before {@link HOLDS_FROM} was not typed in. */
export const decisionOn = (date: IsoDate): Decision | undefined => DECISIONS.find(({ on }) => on === date);

/** The decisions announced from the first day to the last, both counted, oldest first. */
export const decisionsBetween = (first: IsoDate, last: IsoDate): readonly Decision[] =>
  DECISIONS.filter(({ on }) => first <= on && on <= last);

export type TargetRange =
  | {
      readonly kind: 'range';
      readonly lower: Percent;
      readonly upper: Percent;
      /** The day the last change up to then was announced. */
      readonly since: IsoDate;
      /** That change: negative is a cut, never 0. */
      readonly lastMove: BasisPoints;
    }
  | { readonly kind: 'before-first'; readonly first: IsoDate };

/**
 * The target as announced by the end of that day. A day after the newest decision gets that one: whether the Fed has met
 * since is for the caller to say.
 * @example targetRangeOn(isoDate('2024-09-18')) // 4.75 to 5.00, since 2024-09-18, last move −50
 */
export const targetRangeOn = (date: IsoDate): TargetRange => {
  const last = DECISIONS.findLast(({ on, change }) => on <= date && change !== 0);
  return last === undefined
    ? { kind: 'before-first', first: FIRST.on }
    : { kind: 'range', lower: last.lower, upper: last.upper, since: last.on, lastMove: last.change };
};
