import { addDays, newYorkTime } from '../calendar/index.ts';
import {
  type Decision,
  decisionsInRates,
  type EffectiveDay,
  FED_SOURCE,
  type FuturesPrice,
  type ImpliedPath,
  impliedPath,
  type KnownTargetRange,
  knownTargetRange,
  type MeetingOdds,
  type NextMeeting,
  newestEffective,
  nextMeeting,
  type ObservedRate,
  pathMonths,
  settledPrice,
  type TargetRangeDay,
  type UnrecordedMeetings,
  unrecordedMeetings,
} from '../fed/index.ts';
import { type IsoDate, type IsoInstant, isoMonthOf, type Percent, percent } from '../units.ts';
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
  /** Decisions newer than the record here that a provider's rates show, oldest first. */
  readonly sinceRecord: readonly Decision[];
  /** The newest effective rate, by a provider of rates. */
  readonly effective?: ObservedRate;
  readonly odds: Odds;
}

/** Whose prices, and of which newest day. */
type PricesStamp = Pick<Provenance, 'source' | 'asOf' | 'isSynthetic'>;

/** What fed funds futures imply of the next meetings. */
export type Odds =
  | ({ readonly kind: 'path'; readonly meetings: Extract<ImpliedPath, { kind: 'path' }>['meetings'] } & PricesStamp)
  | { readonly kind: 'none'; readonly why: NoData };

/** What a provider of rates has. */
export interface RateFacts extends Pick<Provenance, 'source' | 'isSynthetic'> {
  readonly days: readonly (TargetRangeDay & EffectiveDay)[];
}

/** What a provider of futures has. */
export interface FuturesFacts extends PricesStamp {
  readonly prices: readonly FuturesPrice[];
}

interface FedInputs {
  readonly rates?: RateFacts | undefined;
  readonly futures: FuturesFacts | NoData;
}

/** Meetings that odds are worked out for: a year. */
const MEETINGS = 8;
/** A statement comes out at this time in New York. */
const STATEMENT = '14:00';

/** The middle of the target range, percent: about where the market's rate is, if no newer one is known. */
const middleOf = (range: KnownTargetRange): Percent | undefined =>
  range.kind === 'range' ? percent((range.lower + range.upper) / 2) : undefined;

/** The settlement of a month that has ended, by the rates it is made of, where its contract is no longer quoted. */
const settledMonth = (
  { rates, prices }: { rates: RateFacts | undefined; prices: readonly FuturesPrice[] },
  now: IsoInstant,
  today: IsoDate,
) => {
  const [first] = pathMonths(now);
  if (first === undefined || first >= isoMonthOf(today) || prices.some(({ month }) => month === first))
    return undefined;
  return settledPrice(rates?.days ?? [], first);
};

const oddsOf = ({ rates, futures }: FedInputs, rate: Percent | undefined, now: IsoInstant, today: IsoDate): Odds => {
  if ('kind' in futures) return { kind: 'none', why: futures };
  const { source, asOf, isSynthetic } = futures;
  const settled = settledMonth({ rates, prices: futures.prices }, now, today);
  const prices = settled === undefined ? futures.prices : [...futures.prices, settled];
  const path = impliedPath({ prices, now, count: MEETINGS, ...(rate !== undefined && { rate }) });
  return { kind: 'path', meetings: path.kind === 'path' ? path.meetings : [], source, asOf, isSynthetic };
};

/** The Fed's range, meetings and implied odds at an instant; without live rates, by the decisions on record here. */
export const fedAt = (now: IsoInstant, inputs: FedInputs): Fed => {
  const { date: today, time } = newYorkTime(now);
  const { rates } = inputs;
  const announced = time >= STATEMENT ? today : addDays(today, -1);
  const own = knownTargetRange(announced);
  const range = rates === undefined ? own : knownTargetRange(announced, rates.days);
  const effective = newestEffective(rates?.days ?? [], today);
  const isOwn = range.kind !== 'range' || (own.kind === 'range' && own.through === range.through);
  return {
    range,
    source:
      isOwn || rates === undefined
        ? { name: FED_SOURCE.name, isSynthetic: false }
        : { name: rates.source, isSynthetic: rates.isSynthetic },
    next: nextMeeting(now),
    outcomes: range.kind === 'range' ? unrecordedMeetings(range.through, now) : { kind: 'none' },
    sinceRecord: decisionsInRates(rates?.days ?? []).filter(({ on }) => on <= announced),
    ...(effective && { effective }),
    odds: oddsOf(inputs, effective?.rate ?? middleOf(range), now, today),
  };
};

/** The rate that loans are priced over, percent: the upper bound of the Fed's range, where that is known. */
export const baseRateOf = ({ range }: Pick<Fed, 'range'>): Percent | undefined =>
  range.kind === 'range' ? percent(range.upper) : undefined;

/** What the market prices in for the next meeting, beside the move in the question. */
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

/** Half a step: from here on the odds would name another move. Percentage points. */
const MOST_POINTS_OFF = 0.125;

/** The rate that futures imply before the next meeting and the effective rate, where they do not fit each other. */
export interface StartMismatch {
  readonly implied: Percent;
  readonly effective: ObservedRate;
}

/**
 * Holds the rate that contracts alone imply before the next meeting against the effective rate: an input of none of them,
 * and a check on all. Undefined where they agree within half a step, or where the rate is older than the last meeting.
 */
export const startMismatch = ({ odds, effective, range, outcomes }: Fed): StartMismatch | undefined => {
  const next = odds.kind === 'path' ? odds.meetings[0] : undefined;
  if (next?.kind !== 'odds' || effective === undefined || range.kind !== 'range') return undefined;
  const isOlder = range.last !== undefined && effective.on <= range.last.on;
  if (outcomes.kind === 'unknown') return undefined;
  if (isOlder || Math.abs(next.start - effective.rate) <= MOST_POINTS_OFF) return undefined;
  return { implied: next.start, effective };
};
