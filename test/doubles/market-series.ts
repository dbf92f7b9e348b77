import { addDays } from '../../src/calendar/days.ts';
import { isSession } from '../../src/calendar/sessions.ts';
import { alignCloses, type CloseSeries, type RatioSeries } from '../../src/index-ratio/series.ts';
import { CITED_PAIRS, type CitedDay } from '../../src/record/closes.ts';
import { type IsoDate, isoDate } from '../../src/units.ts';

/** Sessions in a row from a date on. */
export const sessionsFrom = (first: string, count: number): IsoDate[] => {
  const dates: IsoDate[] = [];
  for (let date = isoDate(first); dates.length < count; date = addDays(date, 1)) if (isSession(date)) dates.push(date);
  return dates;
};

export const closesOn = (dates: readonly IsoDate[], closes: readonly number[], name = 'x'): CloseSeries => ({
  name,
  basis: 'price index',
  dates,
  closes,
});

export const ratioOf = (numerator: CloseSeries, denominator: CloseSeries): RatioSeries => {
  const result = alignCloses(numerator, denominator);
  if (result.kind !== 'aligned') throw new Error(result.kind);
  return result.series;
};

/** A ratio with the given readings: the S&P leg stands at 1,000 throughout. */
export const ratioSeries = (ratios: readonly number[], first = '2020-01-02'): RatioSeries => {
  const dates = sessionsFrom(first, ratios.length);
  return ratioOf(
    closesOn(
      dates,
      ratios.map((one) => one * 1_000),
    ),
    closesOn(
      dates,
      ratios.map(() => 1_000),
    ),
  );
};

/** Two made-up walks that look like indexes and are none: the same for the same count. */
export const walk = (count: number, first = '1988-01-04'): RatioSeries => {
  const dates = sessionsFrom(first, count);
  const leg = (level: number, pace: number) =>
    dates.map((_, at) => level * Math.exp(at * 3e-4 + 0.1 * Math.sin(at * pace) + 0.02 * Math.sin(at * at)));
  return ratioOf(closesOn(dates, leg(150, 0.011)), closesOn(dates, leg(300, 0.007)));
};

/**
 * A made-up series that goes through every cited close: between them both indexes run along a line, with a small wave that
 * is zero on the cited days.
 */
export const throughCited = (first: string, last: string): RatioSeries => {
  const dates: IsoDate[] = [];
  for (let on = isoDate(first); on <= last; on = addDays(on, 1)) if (isSession(on)) dates.push(on);
  const leg = (level: (day: CitedDay) => number): number[] =>
    dates.map((on, at) => {
      const after = CITED_PAIRS.findIndex((day) => day.on >= on);
      const [from, to] = [CITED_PAIRS[Math.max(0, after - 1)], CITED_PAIRS[after < 0 ? CITED_PAIRS.length - 1 : after]];
      if (from === undefined || to === undefined) throw new Error(`no cited day near ${on}`);
      if (to.on === on || after < 0) return Number((level(to) * (to.on === on ? 1 : 1 + 1e-4 * at)).toFixed(2));
      const [start, end, now] = [from.on, to.on, on].map((day) => Date.parse(day)) as [number, number, number];
      const part = end === start ? 0 : (now - start) / (end - start);
      const wave = 0.01 * Math.sin(at) * Math.min(1, part * 20, (1 - part) * 20);
      return Number((level(from) * (level(to) / level(from)) ** part * (1 + wave)).toFixed(2));
    });
  return ratioOf(
    closesOn(
      dates,
      leg(({ russell }) => russell),
    ),
    closesOn(
      dates,
      leg(({ sp }) => sp),
    ),
  );
};

/** The same series, ended after some sessions: what was known then. */
export const upTo = (series: RatioSeries, count: number): RatioSeries => ({
  dates: series.dates.slice(0, count),
  numerator: series.numerator.slice(0, count),
  denominator: series.denominator.slice(0, count),
  ratios: series.ratios.slice(0, count),
});
