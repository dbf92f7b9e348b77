import { type BasisPoints, basisPoints, type IsoDate, isoDate, type Percent, percent } from '../units.ts';
import { SINGLE_TARGETS } from './single-targets.ts';

/**
 * The Federal Open Market Committee's decisions on its target range for the federal funds rate since the range replaced
 * the single target on 16 December 2008: every change, and from 13 December 2023 every scheduled meeting that held.
 *
 * Each row: day, change of the upper bound in basis points (a cut negative, a hold 0), lower and upper bound in percent a
 * year after it. The day is the day of the announcement, in Washington; the new range applies from the next business day.
 *
 * @see https://www.federalreserve.gov/monetarypolicy/openmarket.htm, Board of Governors of the Federal Reserve System
 * (a work of the US government)
 */
export const TARGET_RANGES: readonly (readonly [on: string, change: number, lower: number, upper: number])[] = [
  ['2008-12-16', -75, 0, 0.25],
  ['2015-12-16', 25, 0.25, 0.5],
  ['2016-12-14', 25, 0.5, 0.75],
  ['2017-03-15', 25, 0.75, 1],
  ['2017-06-14', 25, 1, 1.25],
  ['2017-12-13', 25, 1.25, 1.5],
  ['2018-03-21', 25, 1.5, 1.75],
  ['2018-06-13', 25, 1.75, 2],
  ['2018-09-26', 25, 2, 2.25],
  ['2018-12-19', 25, 2.25, 2.5],
  ['2019-07-31', -25, 2, 2.25],
  ['2019-09-18', -25, 1.75, 2],
  ['2019-10-30', -25, 1.5, 1.75],
  ['2020-03-03', -50, 1, 1.25],
  ['2020-03-15', -100, 0, 0.25],
  ['2022-03-16', 25, 0.25, 0.5],
  ['2022-05-04', 50, 0.75, 1],
  ['2022-06-15', 75, 1.5, 1.75],
  ['2022-07-27', 75, 2.25, 2.5],
  ['2022-09-21', 75, 3, 3.25],
  ['2022-11-02', 75, 3.75, 4],
  ['2022-12-14', 50, 4.25, 4.5],
  ['2023-02-01', 25, 4.5, 4.75],
  ['2023-03-22', 25, 4.75, 5],
  ['2023-05-03', 25, 5, 5.25],
  ['2023-07-26', 25, 5.25, 5.5],
  ['2023-12-13', 0, 5.25, 5.5],
  ['2024-01-31', 0, 5.25, 5.5],
  ['2024-03-20', 0, 5.25, 5.5],
  ['2024-05-01', 0, 5.25, 5.5],
  ['2024-06-12', 0, 5.25, 5.5],
  ['2024-07-31', 0, 5.25, 5.5],
  ['2024-09-18', -50, 4.75, 5],
  ['2024-11-07', -25, 4.5, 4.75],
  ['2024-12-18', -25, 4.25, 4.5],
  ['2025-01-29', 0, 4.25, 4.5],
  ['2025-03-19', 0, 4.25, 4.5],
  ['2025-05-07', 0, 4.25, 4.5],
  ['2025-06-18', 0, 4.25, 4.5],
  ['2025-07-30', 0, 4.25, 4.5],
  ['2025-09-17', -25, 4, 4.25],
  ['2025-10-29', -25, 3.75, 4],
  ['2025-12-10', -25, 3.5, 3.75],
  ['2026-01-28', 0, 3.5, 3.75],
  ['2026-03-18', 0, 3.5, 3.75],
  ['2026-04-29', 0, 3.5, 3.75],
  ['2026-06-17', 0, 3.5, 3.75],
  ['2026-07-29', 0, 3.5, 3.75],
  ['2026-09-16', 25, 3.75, 4],
];

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

export type AnnouncedTargetRange =
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
export const targetRangeOn = (date: IsoDate): AnnouncedTargetRange => {
  const last = DECISIONS.findLast(({ on, change }) => on <= date && change !== 0);
  return last === undefined
    ? { kind: 'before-first', first: FIRST.on }
    : { kind: 'range', lower: last.lower, upper: last.upper, since: last.on, lastMove: last.change };
};
