const format = (at: string, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options }).format(new Date(at));

/** `15:30`. */
export const clockTime = (at: string, zone: string): string => format(at, zone, { hour: '2-digit', minute: '2-digit' });

/** `Friday, 20 November 2026`. */
export const longDay = (at: string, zone: string): string =>
  format(at, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** `Fri 20 Nov 2026`. */
export const shortDay = (at: string, zone: string): string =>
  format(at, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replace(',', '');

/** `Stockholm`, of `Europe/Stockholm`. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const ZONE_FORMATS = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const isToken = (token: string): token is keyof typeof ZONE_FORMATS => Object.hasOwn(ZONE_FORMATS, token);

/**
 * A moment as a Slack date says it, in the reader's zone; `{date_pretty}` and its like as the plain form.
 * The fallback where the format holds a token that is not known.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export const slackDate = (unixSeconds: number, format: string, zone: string, fallback: string): string => {
  let isKnown = true;
  const words = format.replaceAll(/\{(\w+)\}/g, (_, token: string) => {
    const plain = token.replace(/_pretty$/, '');
    if (isToken(plain)) {
      return new Intl.DateTimeFormat('en-GB', { ...ZONE_FORMATS[plain], timeZone: zone }).format(unixSeconds * 1000);
    }
    isKnown = false;
    return '';
  });
  return isKnown && words !== '' ? words : fallback;
};
