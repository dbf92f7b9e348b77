import { addDays } from '../calendar/index.ts';
import { type BasisPoints, basisPoints, type IsoDate, isoDate, type Percent } from '../units.ts';
import { DECISIONS, type Decision, targetRangeOn } from './decisions.ts';

/** The first cut after a time of rises or holds. Which days begin a cycle is a choice; this one is written out. */
export interface FirstCut {
  readonly on: IsoDate;
  /** What a reader should know before counting it. */
  readonly remark?: string;
}

/** Source: Board of Governors, target rate and range; 1989 as the New York Fed's desk later dated it. */
export const FIRST_CUTS: readonly FirstCut[] = [
  { on: isoDate('1989-06-06'), remark: 'not announced at the time' },
  { on: isoDate('1995-07-06') },
  { on: isoDate('1998-09-29') },
  { on: isoDate('2001-01-03'), remark: 'between two meetings' },
  { on: isoDate('2007-09-18') },
  { on: isoDate('2019-07-31') },
  { on: isoDate('2024-09-18') },
  { on: isoDate('2025-09-17'), remark: 'cutting resumed after nine months' },
];

/** The target range in effect on a day, percent a year: a decision moves it the day after. */
export interface TargetRangeDay {
  readonly on: IsoDate;
  readonly lower: Percent;
  readonly upper: Percent;
}

/** The Fed's target range as far as it is known. */
export interface KnownRange {
  readonly kind: 'range';
  readonly lower: Percent;
  readonly upper: Percent;
  /** The day its last change was announced, and that change; absent where the days at hand begin after it. */
  readonly last?: { readonly on: IsoDate; readonly change: BasisPoints };
  /** Decisions announced up to and including this day are in it; what a later meeting decided is not. */
  readonly through: IsoDate;
}

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
 * @example 3.50 to 3.75 in effect on 2026-10-28, 3.75 to 4.00 on the 29th: announced on the 28th, +25
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
