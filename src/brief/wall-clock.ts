import { TZDate } from '@date-fns/tz';
import { type IsoDate, type IsoInstant, isoDate } from '../units.ts';

/** What the clocks of a zone show. */
export interface WallClock {
  readonly date: IsoDate;
  /** `07:30` */
  readonly time: string;
}

/** True of an IANA name that this runtime knows, `America/New_York`. */
export const isZone = (zone: string): boolean => !Number.isNaN(new TZDate(0, zone).getTime());

/**
 * What the clocks of a zone show at an instant.
 *
 * @throws {RangeError} for a zone that {@link isZone} does not know
 * @example wallClock('2026-11-27T02:15:00.000Z', 'Asia/Kathmandu') // { date: '2026-11-27', time: '08:00' }
 */
export const wallClock = (instant: IsoInstant, zone: string): WallClock => {
  const local = new TZDate(Date.parse(instant), zone);
  if (Number.isNaN(local.getTime())) throw new RangeError(`no such time zone: ${zone}`);
  const written = local.toISOString();
  return { date: isoDate(written.slice(0, 10)), time: written.slice(11, 16) };
};
