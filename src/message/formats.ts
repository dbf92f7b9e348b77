import type { IsoDate } from '../units.ts';

/** How numbers, dates and names are written, the same in every message. Blocks use no-break spaces; {@link screenReaderText} undoes them. */

export const NBSP = '\u00a0';
const MINUS = '\u2212';

/** Keeps the words of a figure or a name on one line. */
export const unbroken = (words: string): string => words.replaceAll(' ', NBSP);

const decimals = (least: number, most: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });

const AS_SMALL_AS_IT_IS = decimals(2, 20);
const WHOLE = decimals(0, 0);
const MOST_DECIMALS_GIVEN = 6;

/** With one separator, or by the formatter, which takes ten times as long, where more are needed. */
const grouped = (whole: number): string => {
  const digits = String(whole);
  return whole < 1_000_000 ? `${digits.slice(0, -3)},${digits.slice(-3)}` : WHOLE.format(whole);
};

/** Digits as they are, with separators from a thousand on. */
const separated = (digits: string, whole: number): string =>
  whole < 1_000 ? digits : digits.replace(/^\d+/, grouped(whole));

/** Below this, and so far from a half, binary noise in the 13th place cannot move a number across it. */
const SURE_BELOW = 100_000;
const SURE_DISTANCE = 1e-6;

/** Rounds once, half away from zero on the decimal digits; binary noise in the 13th place does not decide a figure. */
const roundedDigits = (size: number): number => {
  const isSure = size < SURE_BELOW && Math.abs(size - Math.floor(size) - 0.5) > SURE_DISTANCE;
  // writing out the digits takes ten times as long
  return Math.round(isSure ? size : Number(size.toPrecision(12)));
};

const toTwo = (value: number): string => {
  const hundredths = roundedDigits(Math.abs(value) * 100);
  const whole = Math.floor(hundredths / 100);
  return separated(`${whole}.${String(hundredths % 100).padStart(2, '0')}`, whole);
};

/** `+`, `−`, or nothing for zero. */
export const sign = (value: number): string => (value > 0 ? '+' : value < 0 ? MINUS : '');
const minus = (value: number): string => (value < 0 ? MINUS : '');

/** The number that {@link change} shows, rounded as it rounds: for charts, whose labels are numbers. */
export const changeShown = (percent: number): number =>
  Math.sign(percent) * Number(twoDecimals(percent).replaceAll(',', ''));

/** Two decimals, or as many as it takes to show that a small change is not zero. */
const twoDecimals = (value: number): string => {
  const size = Math.abs(value);
  if (size === 0 || size >= 0.005) return toTwo(size);
  return AS_SMALL_AS_IT_IS.format(Number(size.toPrecision(2)));
};

/** `+4.39%`, `−0.15%`, `0.00%`: a change, always signed. */
export const change = (percent: number): string => `${sign(percent)}${twoDecimals(percent)}%`;

/** `3.21%`: how far, not which way. */
export const unsignedChange = (percent: number): string => change(Math.abs(percent)).replace('+', '');

/** Assumptions have up to six decimals, and all of them are shown. */
const asGiven = (value: number): string => {
  const size = Number.isInteger(value) ? Math.abs(value) : Number(Math.abs(value).toFixed(MOST_DECIMALS_GIVEN));
  return `${minus(value)}${separated(String(size), Math.floor(size))}`;
};

/** `45%`, `5.25%`: a share or rate, as given. */
export const share = (percent: number): string => `${asGiven(percent)}%`;

/** `$2.61m`, `$1,160.90m`: an amount that is computed, two decimals. */
export const dollars = (millions: number): string => `${minus(millions)}$${twoDecimals(millions)}m`;

/** `+$1.74m`, `−$2.61m`: a change in dollars, for tables. */
export const dollarChange = (millions: number): string => `${sign(millions)}$${twoDecimals(millions)}m`;

/** `$178.6m`, `−$10m`, `$12,350m`: an amount as given. */
export const dollarsGiven = (millions: number): string => `${minus(millions)}$${asGiven(Math.abs(millions))}m`;

/** `2.66×`: coverage and other computed multiples, two decimals. */
export const times = (multiple: number): string => `${minus(multiple)}${toTwo(multiple)}×`;

/** `6.5×`, `3×`: leverage, as given. */
export const timesGiven = (multiple: number): string => `${asGiven(multiple)}×`;

/** `0.526`: an index ratio. */
export const ratioGiven = (ratio: number): string => ratio.toFixed(3);

/** `18.18%`: a computed share, two decimals, no sign. */
export const percentOf = (percent: number): string => `${minus(percent)}${toTwo(percent)}%`;

/** `0.01`: a difference of two percentages. */
export const pointsOf = (points: number): string => toTwo(points);

/** `1,974.86`: an index level in points. */
export const levelGiven = (points: number): string => toTwo(points);

/** `50 bp`, `12.5 bp`: a size, never signed; the direction is a word. */
export const basisPointsOf = (bps: number): string => unbroken(`${asGiven(Math.abs(bps))} bp`);

/** `50 bp cut`, `25 bp hike`, `hold`. */
export const moveName = (bps: number): string =>
  bps === 0 ? 'hold' : `${basisPointsOf(bps)} ${bps < 0 ? 'cut' : 'hike'}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `18 Sep 2026`. Taken from the date as it is written: no clock and no time zone comes in. */
export const day = (date: IsoDate): string => unbroken(`${Number(date.slice(8, 10))} ${month(date)}`);

/** `18 Sep`; with its year where it is more than half a year from the day of the message. */
export const dayNear = (date: IsoDate, today: IsoDate): string =>
  Math.abs(Date.parse(date) - Date.parse(today)) > HALF_A_YEAR_MS ? day(date) : dayOfYear(date);

const HALF_A_YEAR_MS = 183 * 86_400_000;

/** `18 Sep`. */
export const dayOfYear = (date: IsoDate): string => monthDay(Number(date.slice(5, 7)), Number(date.slice(8, 10)));

/** `18 Sep`. @param number the month's, from 1 */
export const monthDay = (number: number, dayOfMonth: number): string => unbroken(`${dayOfMonth} ${MONTHS[number - 1]}`);

/** `Sep`. */
export const monthName = (date: IsoDate): string => MONTHS[Number(date.slice(5, 7)) - 1] as string;

/** `Sep 2025`. */
export const month = (date: IsoDate): string => unbroken(`${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`);

/** `13 Aug 2025`, or `about 25 Jul 2024` where the day is inferred. */
export const noteDay = ({
  date,
  dateBasis,
}: {
  readonly date: IsoDate;
  readonly dateBasis: 'printed' | 'inferred';
}): string => `${dateBasis === 'inferred' ? unbroken('about ') : ''}${day(date)}`;

/** `Note 002: Tom Stevenson, Fidelity International, about 25 Jul 2024`. */
export const noteSource = (note: {
  readonly number: string;
  readonly author: { readonly name?: string | undefined };
  readonly publisher: string;
  readonly date: IsoDate;
  readonly dateBasis: 'printed' | 'inferred';
}): string =>
  `${unbroken(`Note ${note.number}`)}: ${[...(note.author.name ? [note.author.name] : []), note.publisher, noteDay(note)].join(', ')}`;

/** `14 months old`, `2 years old`: said of anything older than a year. */
export const age = (months: number): string =>
  months >= 36 ? `${Math.floor(months / 12)} years old` : months === 1 ? '1 month old' : `${months} months old`;

/** `Russell 2000 ÷ S&P 500`. */
export const RATIO_NAME = `${unbroken('Russell 2000')} ÷ ${unbroken('S&P 500')}`;

/** `Kostin`, `Kostin and Beath`, `Lee, Wilson and Hackett`. */
export const listed = (names: readonly string[], conjunction: 'and' | 'or' = 'and'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1)}`;

/** All of them, or the first and how many more there are. */
export const listedUpTo = (most: number, names: readonly string[]): string =>
  names.length <= most ? listed(names) : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

const IN_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** `Five`; digits from ten on. */
export const countInWords = (count: number): string => IN_WORDS[count] ?? String(count);

/** With a capital at the beginning. */
export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** With a full stop, unless it ends in a sign of its own. */
export const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** `1 claim`, `2 claims`. */
export const plural = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** Slack's three entities; everything that reaches mrkdwn or the top-level text goes through here. */
export const escaped = (words: string): string =>
  /[&<>]/.test(words) ? words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : words;

/** Undoes {@link escaped}. */
export const unescaped = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The words as a screen reader should say them: plain spaces, "to" for an en dash, "over" for a division sign. */
export const screenReaderText = (words: string): string =>
  words
    .replaceAll(NBSP, ' ')
    .replace(/(?<=[\d%])–(?=[\d+$−])/g, ' to ')
    .replaceAll(' ÷ ', ' over ')
    .replaceAll('→', 'to')
    .replaceAll(' · ', '. ');
