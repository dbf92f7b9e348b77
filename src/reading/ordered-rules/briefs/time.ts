/** A time of day among words, or a word that looks like one and is none: `25:61`. */
export type TimeRead =
  | {
      readonly kind: 'time';
      /** `07:30` */
      readonly time: string;
      /** True for `8`, `730` and `0.40`, which by themselves could be anything. */
      readonly isBare: boolean;
    }
  | { readonly kind: 'no-such-time' };

const NAMED: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
]);

/** `7`, `7am`, `07:30`, `7.30pm`, `7h30`. */
const APART = /^(\d{1,2})(?:[:.h](\d\d))?(am|pm|h)?$/;
/** `0730`, `730pm`. */
const TOGETHER = /^(\d{1,2})(\d\d)(am|pm|h)?$/;
const TIME_LIKE = /^\d[\d:.,]*(?:am|pm|h)?$/;
const BARE = /^(?:\d{1,3}|(?:19|20)\d\d|0\.\d\d)$/;

const HOURS = 24;
const MINUTES = 60;
const NOON = 12;

const padded = (value: number): string => String(value).padStart(2, '0');

/** The hour from 0 to 23; undefined for one that no clock has. */
const hourOn = (hour: number, half: string | undefined): number | undefined => {
  if (half !== 'am' && half !== 'pm') return hour < HOURS ? hour : undefined;
  if (hour < 1 || hour > NOON) return undefined;
  return (hour % NOON) + (half === 'pm' ? NOON : 0);
};

/**
 * Reads one word as a time of day.
 * @param word in lower case, `am` and `pm` joined to it
 * @returns undefined where it does not look like one
 */
export const timeIn = (word: string): TimeRead | undefined => {
  const named = NAMED.get(word);
  if (named !== undefined) return { kind: 'time', time: named, isBare: false };
  if (!TIME_LIKE.test(word) && !APART.test(word)) return undefined;
  const [, hours, minutes = '00', half] = APART.exec(word) ?? TOGETHER.exec(word) ?? [];
  const hour = hours === undefined ? undefined : hourOn(Number(hours), half);
  if (hour === undefined || Number(minutes) >= MINUTES) return { kind: 'no-such-time' };
  return { kind: 'time', time: `${padded(hour)}:${minutes}`, isBare: BARE.test(word) };
};

/** `8` said to be in the evening is 20:00. */
export const inTheEvening = (time: string): string => {
  const hour = Number(time.slice(0, 2));
  return hour > 0 && hour < NOON ? `${hour + NOON}${time.slice(2)}` : time;
};
