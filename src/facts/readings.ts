import {
  type Freshness,
  freshnessOf,
  lastFinalSession,
  lastStockholmSession,
  newYorkTime,
  stockholmSessionsBetween,
  wholeMonthsBetween,
} from '../calendar/index.ts';
import {
  changesAt,
  latestPrintedReading,
  type PrintedReading,
  percentChange,
  type RatioSeries,
  readAt,
} from '../index-ratio/index.ts';
import { type IsoDate, type IsoInstant, type Multiple, type Percent, utcDateOf } from '../units.ts';
import type { Facts } from './facts.ts';
import type { ClosesProvenance, LiveMarket, Pair, PairCloses } from './market.ts';

/** The newest printed ratio known on the day of the answer, and what came of the one printed before it. */
export interface DatedReading extends PrintedReading {
  readonly monthsOld: number;
  readonly before?: PrintedReading;
  /** From the reading before to this one, in percent. */
  readonly changeSince?: Percent;
}

/** The closes an answer rests on: whose, up to which day, and what is to be said of them. */
export interface ClosesStamp {
  /** The newest close known at the moment of the answer. */
  readonly on: IsoDate;
  readonly provenance: ClosesProvenance;
  readonly freshness: Freshness;
  /** Absent for the Russell 2000 and the S&P 500. */
  readonly pair?: Pair;
}

/** The ratio at its newest close. */
export interface LiveReading extends ClosesStamp {
  readonly ratio: Multiple;
  /** True where only one provider has the newest close. */
  readonly isProvisional: boolean;
  /** Over a month; absent where the series is shorter. */
  readonly month?: Percent;
}

/** A provider is held against another on its newest two closes. */
const CHECKED = 2;

/** The newest day whose close may be known at an instant. */
export const lastDayKnown = (now: IsoInstant): IsoDate => {
  const session = lastFinalSession(now);
  return session.kind === 'session' ? session.date : newYorkTime(now).date;
};

/** The series as known at the moment of the answer; undefined where it begins later. Later closes are not looked at. */
export const closesKnown = (market: LiveMarket, now: IsoInstant): ClosesStamp | undefined => {
  const read = readAt(market.ratio, lastDayKnown(now));
  if (read.kind !== 'reading') return undefined;
  return { on: read.on, provenance: market.provenance, freshness: freshnessOf(read.on, now) };
};

/** The same of another pair, by the days of its own exchange. */
export const pairKnown = ({ pair, ratio, provenance }: PairCloses, now: IsoInstant): ClosesStamp | undefined => {
  const isStockholm = pair.exchange === 'Stockholm';
  const newest = isStockholm ? lastStockholmSession(now) : lastDayKnown(now);
  const read = readAt(ratio, newest);
  if (read.kind !== 'reading') return undefined;
  const sessions = isStockholm ? stockholmSessionsBetween(read.on, newest) : 0;
  const stockholm: Freshness = sessions === 0 ? { kind: 'current' } : { kind: 'behind', sessions, newest };
  return { on: read.on, provenance, freshness: isStockholm ? stockholm : freshnessOf(read.on, now), pair };
};

/** True where a day is one of the newest and no second provider has confirmed it. */
export const isProvisionalOn = ({ dates }: RatioSeries, { provenance }: ClosesStamp, on: IsoDate): boolean =>
  provenance.check.kind === 'provisional' && dates.slice(-CHECKED).includes(on);

/** The newest ratio, where there are closes. */
export const liveReading = ({ market, now }: Facts): LiveReading | undefined => {
  const stamp = market.kind === 'live' ? closesKnown(market, now) : undefined;
  if (market.kind !== 'live' || stamp === undefined) return undefined;
  const read = readAt(market.ratio, stamp.on);
  if (read.kind !== 'reading') return undefined;
  const month = changesAt(market.ratio, stamp.on).find(({ span }) => span === '1 month')?.change;
  return {
    ...stamp,
    ratio: read.ratio,
    isProvisional: isProvisionalOn(market.ratio, stamp, stamp.on),
    ...(month?.kind === 'change' && { month: month.ratio }),
  };
};

const knownReadings = new WeakMap<
  readonly PrintedReading[],
  { readonly today: IsoDate; readonly reading: DatedReading | undefined }
>();

/** The newest ratio that the notes print for a day known at the moment of the answer; undefined where they print none. */
export const printedReading = ({ market: { readings }, now }: Facts): DatedReading | undefined => {
  const today = utcDateOf(now);
  const known = knownReadings.get(readings);
  if (known?.today === today) return known.reading;
  const reading = newestReading(readings, today);
  knownReadings.set(readings, { today, reading });
  return reading;
};

const newestReading = (readings: readonly PrintedReading[], today: IsoDate): DatedReading | undefined => {
  const newest = latestPrintedReading(readings, today);
  if (newest === undefined) return undefined;
  const before = latestPrintedReading(
    readings.filter(({ on }) => on < newest.on),
    today,
  );
  return {
    ...newest,
    monthsOld: wholeMonthsBetween(newest.on, today),
    ...(before && { before, changeSince: percentChange(before.level, newest.level) }),
  };
};
