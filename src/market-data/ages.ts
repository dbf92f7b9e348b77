import { freshnessOf } from '../calendar/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Closes, Futures, Rates } from './values.ts';

/** How long each kind of value may stand before its providers are asked again. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const isCurrent = (value: Closes | Futures, now: IsoInstant): boolean =>
  freshnessOf(value.provenance.asOf, now).kind === 'current';

/** A close that is final stays so until the next session ends; a provisional one is asked for again hourly. */
export const closesGoodForMs = (closes: Closes, now: IsoInstant): number => {
  if (!isCurrent(closes, now)) return 15 * MINUTE;
  return closes.check.kind === 'provisional' ? HOUR : 12 * HOUR;
};

/** Published once a day, about 09:00 in New York. */
export const ratesGoodForMs = (_: Rates): number => HOUR;

export const futuresGoodForMs = (futures: Futures, now: IsoInstant): number =>
  isCurrent(futures, now) && futures.missing.length === 0 ? 12 * HOUR : HOUR / 2;
