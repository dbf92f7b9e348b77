/** Moments as the page says them: by the zone of whoever looks, in 24 hours. */

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
