/**
 * Branded numbers. Inside a function plain numbers do; at a room's door the brand keeps basis points from being
 * handed on as dollars. A brand costs nothing at run time.
 */
declare const unit: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [unit]: Name };

/** Hundredths of a percentage point. A fall in rates is negative: a 50 bp cut is −50. */
export type BasisPoints = Branded<number, 'BasisPoints'>;
/** Percent, not a fraction: 45 means 45 %. */
export type Percent = Branded<number, 'Percent'>;
/** A plain ratio of two like amounts: 6.5 means 6.5×. */
export type Multiple = Branded<number, 'Multiple'>;
/** Millions of US dollars. */
export type UsdMillions = Branded<number, 'UsdMillions'>;
/** A number of calendar days: weekends and holidays count. Sessions of the exchange are counted by `sessionsBetween`. */
export type CalendarDays = Branded<number, 'CalendarDays'>;
/** A number of calendar months; a fraction only where the function that gives it says so. */
export type Months = Branded<number, 'Months'>;
/** A calendar date, `2026-09-18`, with no time and no zone. */
export type IsoDate = Branded<string, 'IsoDate'>;
/** A calendar month, `2026-10`. */
export type IsoMonth = `${number}-${number}`;
/** An instant, `2026-11-20T14:30:00.000Z`, always UTC. */
export type IsoInstant = Branded<string, 'IsoInstant'>;

/** Thrown where a value is not of the unit it is to be given; the message names the unit and the value. */
export class UnitError extends Error {
  override readonly name = 'UnitError';
}

const finite = (value: number, name: string): number => {
  if (!Number.isFinite(value)) throw new UnitError(`${name} must be a finite number, got ${value}`);
  return value;
};

/**
 * @param value hundredths of a percentage point, negative for a cut; negative zero becomes zero, so that no sign is ever
 * shown for it
 * @throws {UnitError} when `value` is not finite
 */
export const basisPoints = (value: number): BasisPoints => (finite(value, 'basis points') + 0) as BasisPoints;
/**
 * @param value percent, not a fraction: 45 for 45 %
 * @throws {UnitError} when `value` is not finite
 */
export const percent = (value: number): Percent => (finite(value, 'percent') + 0) as Percent;
/**
 * @param value the quotient of two like amounts: 6.5 for 6.5×
 * @throws {UnitError} when `value` is not finite
 */
export const multiple = (value: number): Multiple => (finite(value, 'multiple') + 0) as Multiple;
/**
 * @param value millions of US dollars: 8,570 for $8.57bn
 * @throws {UnitError} when `value` is not finite
 */
export const usdMillions = (value: number): UsdMillions => (finite(value, 'US$ millions') + 0) as UsdMillions;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** True for a date that exists: `2024-02-29` yes, `2025-02-29` no. */
export const isIsoDate = (text: string): text is IsoDate => {
  if (!DATE.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const instant = new Date(Date.UTC(year, month - 1, day));
  return instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
};

/**
 * @param text `2026-09-18`
 * @throws {UnitError} when `text` is not a date that exists
 */
export const isoDate = (text: string): IsoDate => {
  if (!isIsoDate(text)) throw new UnitError(`not a calendar date: ${text}`);
  return text;
};

/**
 * @param text an ISO 8601 date and time with its zone: `2026-11-20T09:30:00-05:00`
 * @returns the same instant in UTC, with milliseconds
 * @throws {UnitError} when `text` is not an instant with a zone
 */
export const isoInstant = (text: string): IsoInstant => {
  const time = /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new UnitError(`not an instant with a time zone: ${text}`);
  return new Date(time).toISOString() as IsoInstant;
};

/**
 * @param ms milliseconds since 1970, UTC
 * @throws {RangeError} when `ms` is no number, or beyond what a Date can hold
 */
export const instantAt = (ms: number): IsoInstant => new Date(ms).toISOString() as IsoInstant;

/** @param ms milliseconds; negative for an earlier instant */
export const addMilliseconds = (instant: IsoInstant, ms: number): IsoInstant => instantAt(Date.parse(instant) + ms);

/** The UTC calendar date of an instant. For the date in New York use `newYorkTime`. */
export const utcDateOf = (instant: IsoInstant): IsoDate => instant.slice(0, 10) as IsoDate;

/** The calendar month a date lies in. @example isoMonthOf(isoDate('2026-10-28')) // 2026-10 */
export const isoMonthOf = (date: IsoDate): IsoMonth => date.slice(0, 7) as IsoMonth;
