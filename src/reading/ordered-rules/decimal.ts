/** A typed decimal times a factor, without the noise of binary fractions: 0.57 × 100 is 57, not 56.99999999999999. */
export const scaled = (value: number, factor: number): number => Number((value * factor).toPrecision(12));

/**
 * Digits as a number. Commas separate thousands where they stand before groups of three; a single other comma is a
 * decimal comma. Anything else is NaN: `1,2,3` is no number.
 */
export const decimal = (digits: string): number => {
  if (!digits.includes(',')) return Number(digits);
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  return /^\d*,\d+$/.test(digits) ? Number(digits.replace(',', '.')) : Number.NaN;
};

const DENOMINATORS = new Set([2, 3, 4, 5, 8]);

/** A fraction as people write one, a half to seven eighths; NaN for anything else: `25/50` are two sizes. */
export const fraction = (above: number, below: number): number =>
  DENOMINATORS.has(below) && above < below ? above / below : Number.NaN;

const VULGAR: ReadonlyMap<string, string> = new Map([
  ['½', '1/2'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅛', '1/8'],
  ['⅜', '3/8'],
  ['⅝', '5/8'],
  ['⅞', '7/8'],
]);
/** `three ¼ point cuts`: the number before the fraction is a count, not its whole part. */
const REPEATED = /\b(?:cuts|hikes|moves|steps)\b/i;
const MIXED = /(?<![\d.,/])(\d+)\s*([1-7])\/([2-8])(?![\d/])/g;

/** Writes `½` as 1/2, and `1½` and `1 1/2` as 1.5: taken apart they would be eleven halves, or two numbers. */
export const plainFractions = (typed: string): string => {
  const plain = typed
    .replaceAll('\u2044', '/')
    .replace(/[½⅓⅔¼¾⅛⅜⅝⅞]/g, (sign) => ` ${VULGAR.get(sign)}`)
    .replace(/\s+(?=\d\/\d)/g, ' ');
  if (REPEATED.test(typed)) return plain;
  return plain.replace(MIXED, (all, whole: string, above: string, below: string) =>
    all.includes(' ') && fraction(Number(above), Number(below)) > 0
      ? String(Number(whole) + Number(above) / Number(below))
      : all,
  );
};
