import { TZDate } from '@date-fns/tz';

const format = (at: string | number, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options })
    .format(new Date(at))
    // browsers say Sept; messages do not
    .replace(/\bSept\b/, 'Sep');

/** `15:30`. */
export const clockTime = (at: string, zone: string): string => format(at, zone, { hour: '2-digit', minute: '2-digit' });

/** `20 Nov 2026`. */
const dayWithoutWeekday = (at: string, zone: string): string =>
  format(at, zone, { day: 'numeric', month: 'short', year: 'numeric' });

/** `Fri 20 Nov 2026`, as messages write it. */
export const shortDay = (at: string, zone: string): string =>
  format(at, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replace(',', '');

/** `Stockholm`, of `Europe/Stockholm`. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const ZONE_FORMATS = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** `2026-11-20`. */
const isoDay = (unixMs: number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(unixMs);

const isToken = (token: string): token is keyof typeof ZONE_FORMATS => Object.hasOwn(ZONE_FORMATS, token);

/**
 * A moment as a Slack date says it, in the reader's zone; `{date_pretty}` and its like as the plain form.
 * The fallback where the format holds a token that is not known.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export const slackDate = (unixSeconds: number, pattern: string, zone: string, fallback: string): string => {
  let isKnown = true;
  const words = pattern.replaceAll(/\{(\w+)\}/g, (_, token: string) => {
    const plain = token.replace(/_pretty$/, '');
    if (plain === 'date_num') return isoDay(unixSeconds * 1000, zone);
    if (isToken(plain)) return format(unixSeconds * 1000, zone, ZONE_FORMATS[plain]);
    isKnown = false;
    return '';
  });
  return isKnown && words !== '' ? words : fallback;
};

/** Days and times as a person writes them: as messages do, whatever the browser's own fields look like. */

/** `30 Nov 2026, 07:30` on the clocks of a zone. */
export const momentText = (at: string, zone: string): string =>
  `${dayWithoutWeekday(at, zone)}, ${clockTime(at, zone)}`;

/** `30 Nov 2026`, of `2026-11-30`. */
export const dayText = (date: string): string => dayWithoutWeekday(`${date}T12:00:00Z`, 'UTC');

const WRITTEN = /^(?:[a-z]+,? )?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/i;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');
const twoDigits = (number: string | number): string => String(number).padStart(2, '0');

/**
 * The day that was written, `2026-11-30`; undefined where it is none.
 *
 * @param text `Mon 30 Nov 2026`, `30 November 2026` or `2026-11-30`
 */
export const readDay = (text: string): string | undefined => {
  const [, day = '', name = '', year = ''] = WRITTEN.exec(tidy(text)) ?? [];
  const written = [year, MONTHS.indexOf(name.toLowerCase()) + 1, day];
  const [y = '', month = '', d = ''] = ISO.exec(tidy(text))?.slice(1) ?? written;
  const date = `${y}-${twoDigits(month)}-${twoDigits(d)}`;
  // 31 Nov would be another day
  return new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ? date : undefined;
};

const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const TWELVE_HOURS = /^(0?[1-9]|1[0-2])(?:[:.]([0-5]\d))? ?([ap])\.?m\.?$/i;
const HALF_DAY = 12;

/** The time that was written, `07:30`; undefined where it is none. @param text `7:30`, `07:30`, `7.30am` or `7 pm` */
export const readClockTime = (text: string): string | undefined => {
  const [, ofTwelve = '', past = '00', half = ''] = TWELVE_HOURS.exec(tidy(text)) ?? [];
  if (half !== '') {
    return `${twoDigits((Number(ofTwelve) % HALF_DAY) + (half.toLowerCase() === 'p' ? HALF_DAY : 0))}:${past}`;
  }
  const [, hour = '', minute = ''] = CLOCK.exec(tidy(text)) ?? [];
  return minute === '' ? undefined : `${twoDigits(hour)}:${minute}`;
};

/**
 * The moment that was written, as an instant; undefined where it is none.
 *
 * @param text a day and a time behind it, on the clocks of the zone
 */
export const readMoment = (text: string, zone: string): string | undefined => {
  const [, day = '', time = ''] = /^(.+?)(?:,? |T)(\S+)$/.exec(tidy(text)) ?? [];
  const [date, clock] = [readDay(day), readClockTime(time)];
  if (date === undefined || clock === undefined) return undefined;
  const [y = 0, month = 1, d = 1, hour = 0, minute = 0] = [...date.split('-'), ...clock.split(':')].map(Number);
  return new Date(new TZDate(y, month - 1, d, hour, minute, zone).getTime()).toISOString();
};
