import { type IsoDate, type IsoInstant, isoInstant } from '../units.ts';

/** A time of day on a 24-hour clock, `16:15`. */
export type ClockTime = `${number}${number}:${number}${number}`;

/** A wall clock and the wall calendar beside it. */
export interface WallTime {
  readonly date: IsoDate;
  readonly time: ClockTime;
}

/** IANA name of the zone that the exchange and the Fed go by. */
export const MARKET_ZONE = 'America/New_York';

const NEW_YORK = new Intl.DateTimeFormat('en-CA', {
  timeZone: MARKET_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * What the clocks in New York show at an instant.
 * @example newYorkTime('2026-11-27T02:00:00.000Z') // { date: '2026-11-26', time: '21:00' }
 */
export const newYorkTime = (instant: IsoInstant): WallTime => {
  const [date, time] = NEW_YORK.format(new Date(instant)).split(', ');
  return { date: date as IsoDate, time: time as ClockTime };
};

/** New York is four hours behind UTC in summer, five in winter. */
const OFFSETS = ['-04:00', '-05:00'];

/**
 * The instant at which New York's clocks show a time of day.
 * @param time from 03:00 on: earlier hours happen twice, or not at all, on the days the clocks change
 * @throws {RangeError} where New York's clocks skip that time of that day
 * @example newYorkInstant('2026-12-09', '14:00') // 2026-12-09T19:00:00.000Z
 */
export const newYorkInstant = (date: IsoDate, time: ClockTime): IsoInstant => {
  const candidates = OFFSETS.map((offset) => isoInstant(`${date}T${time}:00${offset}`));
  const match = candidates.find((instant) => {
    const wall = newYorkTime(instant);
    return wall.date === date && wall.time === time;
  });
  if (match === undefined) throw new RangeError(`New York's clocks do not show ${time} on ${date}`);
  return match;
};
