import { freshnessOf, lastFinalSession, newYorkTime } from '../calendar/index.ts';
import { changesAt, type RatioSeries, readAt } from '../index-ratio/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';
import type { ClosesStamp, LiveReading } from './answers-about-market.ts';
import type { Facts, LiveMarket } from './facts.ts';

/** A provider is held against another on its newest two closes. */
const CHECKED = 2;

/** The newest day whose close may be known at an instant. */
const lastDay = (now: IsoInstant): IsoDate => {
  const session = lastFinalSession(now);
  return session.kind === 'session' ? session.date : newYorkTime(now).date;
};

/** The series as known at the moment of the answer; undefined where it begins later. Later closes are not looked at. */
export const closesKnown = (market: LiveMarket, now: IsoInstant): ClosesStamp | undefined => {
  const read = readAt(market.ratio, lastDay(now));
  if (read.kind !== 'reading') return undefined;
  return { on: read.on, provenance: market.provenance, freshness: freshnessOf(read.on, now) };
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
