import { addDays, newYorkTime } from '../calendar/index.ts';
import {
  type EffectiveDay,
  FED_SOURCE,
  type FuturesPrice,
  type ImpliedPath,
  impliedPath,
  type KnownTargetRange,
  knownTargetRange,
  type MeetingOdds,
  type NextMeeting,
  nextMeeting,
  observedMean,
  type TargetRangeDay,
  type UnrecordedMeetings,
  unrecordedMeetings,
} from '../fed/index.ts';
import { type IsoDate, type IsoInstant, isoMonthOf } from '../units.ts';
import type { NoData, Provenance } from './market.ts';

/** The Federal Reserve as known at an instant. */
export interface Fed {
  readonly range: KnownTargetRange;
  /** Whose record the range is. */
  readonly source: { readonly name: string; readonly isSynthetic: boolean };
  /** The next meeting whose statement is still to come, or that the calendar ends before it. */
  readonly next: NextMeeting;
  /** Scheduled meetings that have passed and whose outcome is not in the range. */
  readonly outcomes: UnrecordedMeetings;
  readonly odds: Odds;
}

/** Whose prices, and of which newest day. */
type PricesStamp = Pick<Provenance, 'source' | 'asOf' | 'isSynthetic'>;

/** What fed funds futures imply of the next meetings. */
export type Odds =
  | ({
      readonly kind: 'path';
      readonly meetings: Extract<ImpliedPath, { kind: 'path' }>['meetings'];
    } & PricesStamp)
  | { readonly kind: 'none'; readonly why: NoData };

/** What a provider of rates has. */
export interface RateFacts extends Pick<Provenance, 'source' | 'isSynthetic'> {
  readonly days: readonly (TargetRangeDay & EffectiveDay)[];
}

/** What a provider of futures has. */
export interface FuturesFacts extends PricesStamp {
  readonly prices: readonly FuturesPrice[];
}

export interface FedInputs {
  readonly rates?: RateFacts | undefined;
  readonly futures: FuturesFacts | NoData;
}

/** Meetings that odds are worked out for: half a year. */
const MEETINGS = 4;
/** A statement comes out at this time in New York. */
const STATEMENT = '14:00';

const oddsOf = ({ rates, futures }: FedInputs, now: IsoInstant, today: IsoDate): Odds => {
  if ('kind' in futures) return { kind: 'none', why: futures };
  const days = (rates?.days ?? []).filter(({ on }) => on <= today);
  const observed = observedMean(days, isoMonthOf(today))?.mean;
  const { prices, source, asOf, isSynthetic } = futures;
  const path = impliedPath({ prices, now, count: MEETINGS, ...(observed !== undefined && { observed }) });
  return { kind: 'path', meetings: path.kind === 'path' ? path.meetings : [], source, asOf, isSynthetic };
};

/** The Fed's range, meetings and implied odds at an instant; without live rates, by the decisions on record here. */
export const fedAt = (now: IsoInstant, inputs: FedInputs): Fed => {
  const { date: today, time } = newYorkTime(now);
  const { rates } = inputs;
  const announced = time >= STATEMENT ? today : addDays(today, -1);
  const own = knownTargetRange(announced);
  const range = rates === undefined ? own : knownTargetRange(announced, rates.days);
  const isOwn = range.kind !== 'range' || (own.kind === 'range' && own.through === range.through);
  return {
    range,
    source:
      isOwn || rates === undefined
        ? { name: FED_SOURCE.name, isSynthetic: false }
        : { name: rates.source, isSynthetic: rates.isSynthetic },
    next: nextMeeting(now),
    outcomes: range.kind === 'range' ? unrecordedMeetings(range.through, now) : { kind: 'none' },
    odds: oddsOf(inputs, now, today),
  };
};

/** What the market prices in for the next meeting, beside a move asked about. */
export interface Priced {
  readonly odds: MeetingOdds;
  readonly asOf: IsoDate;
  readonly isSynthetic: boolean;
}

/** The odds of the very next meeting; none where its contracts are missing or stale. */
export const pricedIn = ({ odds }: Fed): Priced | undefined => {
  const next = odds.kind === 'path' ? odds.meetings[0] : undefined;
  return odds.kind === 'path' && next?.kind === 'odds'
    ? { odds: next, asOf: next.asOf, isSynthetic: odds.isSynthetic }
    : undefined;
};
