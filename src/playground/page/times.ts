const format = (at: string | number, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options })
    .format(new Date(at))
    // browsers say Sept; messages do not
    .replace(/\bSept\b/, 'Sep');

/** `15:30`. */
export const clockTime = (at: string, zone: string): string => format(at, zone, { hour: '2-digit', minute: '2-digit' });

/** `20 Nov 2026`. */
export const dayWithoutWeekday = (at: string, zone: string): string =>
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
