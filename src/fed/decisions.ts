import { addDays } from '../calendar/index.ts';
import {
  type BasisPoints,
  basisPoints,
  type IsoDate,
  type IsoInstant,
  isoDate,
  type Percent,
  percent,
} from '../units.ts';
import { SINGLE_TARGETS, TARGET_RANGES } from './decision-record.ts';
import { MEETINGS, statementAt } from './meetings.ts';

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

/** Every decision on record, oldest first. What a meeting after the last one decided is not known here. */
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

/** From this day on, holds are on record as well as changes. */
export const RECORDED_HOLDS_FROM = isoDate('2023-12-13');

/** The decision announced on that day; none where there was none, or where a hold before {@link RECORDED_HOLDS_FROM} was not typed in. */
export const decisionOn = (date: IsoDate): Decision | undefined => DECISIONS.find(({ on }) => on === date);

/** The decisions announced from the first day to the last, both counted, oldest first. */
export const decisionsBetween = (first: IsoDate, last: IsoDate): readonly Decision[] =>
  DECISIONS.filter(({ on }) => first <= on && on <= last);

/** The target as announced, percent a year, or the first day on record. */
type AnnouncedTargetRange =
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

/** The target range in effect on a day, percent a year: a decision moves it the day after. */
export interface TargetRangeDay {
  readonly on: IsoDate;
  readonly lower: Percent;
  readonly upper: Percent;
}

/** The Fed's target range as far as it is known, percent a year. */
interface KnownRange {
  readonly kind: 'range';
  readonly lower: Percent;
  readonly upper: Percent;
  /** The day its last change was announced, and that change; absent where the days at hand begin after it. */
  readonly last?: { readonly on: IsoDate; readonly change: BasisPoints };
  /** Decisions announced up to and including this day are in it; what a later meeting decided is not. */
  readonly through: IsoDate;
}

/** The target range as known on a day, or the first day on record. */
export type KnownTargetRange = KnownRange | { readonly kind: 'before-first'; readonly first: IsoDate };

const recorded = (date: IsoDate): KnownTargetRange => {
  const range = targetRangeOn(date);
  if (range.kind === 'before-first') return range;
  const { lower, upper, since, lastMove } = range;
  const newest = DECISIONS.findLast(({ on }) => on <= date) as Decision;
  return { kind: 'range', lower, upper, last: { on: since, change: lastMove }, through: newest.on };
};

const BPS_A_POINT = 100;

/** The newest change among days in a row: the range moved on `on`, so it was announced the day before. */
const newestChange = (days: readonly TargetRangeDay[]): KnownRange['last'] => {
  for (let at = days.length - 1; at > 0; at -= 1) {
    const [day, before] = [days[at] as TargetRangeDay, days[at - 1] as TargetRangeDay];
    if (day.upper === before.upper && day.lower === before.lower) continue;
    const moved = day.upper - before.upper || day.lower - before.lower;
    return { on: addDays(day.on, -1), change: basisPoints(Math.round(moved * BPS_A_POINT)) };
  }
  return undefined;
};

/**
 * The range as known on a day: from the days a provider has where they reach further than the decisions on record here,
 * else from those.
 *
 * @param days ascending, none twice; later ones are not looked at
 * @example 3.75 to 4.00 in effect on 2026-10-28, 4.00 to 4.25 on the 29th: announced on the 28th, +25
 */
export const knownTargetRange = (date: IsoDate, days: readonly TargetRangeDay[] = []): KnownTargetRange => {
  const record = recorded(date);
  const known = days.filter(({ on }) => on <= date);
  const newest = known.at(-1);
  if (newest === undefined) return record;
  const through = addDays(newest.on, -1);
  if (record.kind === 'range' && record.through >= through) return record;
  const isSame = record.kind === 'range' && record.upper === newest.upper && record.lower === newest.lower;
  const last = newestChange(known) ?? (isSame ? record.last : undefined);
  return { kind: 'range', lower: newest.lower, upper: newest.upper, ...(last && { last }), through };
};

/**
 * The decisions newer than those on record here that a provider's days show: what the range was on the first day after
 * each scheduled meeting. A meeting is left out where the days do not reach beyond it.
 *
 * @param days ascending, none twice
 * @returns oldest first; a hold has change 0
 * @example 3.75 to 4.00 on 2026-10-28 and 4.00 to 4.25 on the 29th: 2026-10-28, +25
 */
export const decisionsInRates = (days: readonly TargetRangeDay[]): readonly Decision[] => {
  const newest = DECISIONS.at(-1) as Decision;
  return MEETINGS.filter(({ decision }) => decision > newest.on).flatMap(({ decision: on }): readonly Decision[] => {
    const before = days.findLast((day) => day.on <= on);
    const after = days.find((day) => day.on > on);
    if (before === undefined || after === undefined) return [];
    const moved = after.upper - before.upper || after.lower - before.lower;
    return [{ on, change: basisPoints(Math.round(moved * BPS_A_POINT)), lower: after.lower, upper: after.upper }];
  });
};

/** How the record here stands against a provider's days. */
interface RecordState {
  /** The newest decision on record. */
  readonly through: IsoDate;
  /** Decisions that the days show and the record lacks, oldest first. */
  readonly wanted: readonly Decision[];
  /** Meetings that have passed, on record neither here nor in the days. */
  readonly unknown: readonly IsoDate[];
}

/** What the record here wants to be complete. @param days of a provider of rates, ascending */
export const recordState = (days: readonly TargetRangeDay[], now: IsoInstant): RecordState => {
  const through = (DECISIONS.at(-1) as Decision).on;
  const wanted = decisionsInRates(days);
  const passed = MEETINGS.filter((meeting) => meeting.decision > through && statementAt(meeting) <= now);
  return {
    through,
    wanted,
    unknown: passed.map(({ decision }) => decision).filter((on) => wanted.every((one) => one.on !== on)),
  };
};
