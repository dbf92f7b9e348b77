import { marked, type Size, slotsOf, type Utterance } from '../../language/index.ts';

/** How several sizes belong together. */
export type Joined = 'one' | 'sum' | 'compare' | 'open';

/** `a 25, no wait, 50bp cut`: a correction between two sizes. */
export const isCorrected = (utterance: Utterance, sizes: readonly Size[]): boolean =>
  marked(utterance, 'correction').some(
    ({ from }) =>
      sizes.some(({ amounts }) => amounts.every(({ to }) => to <= from)) &&
      sizes.some(({ amounts }) => amounts.every((amount) => amount.from >= from)),
  ) && marked(utterance, 'compare', 'strong').length === 0;

const LATER = /^(?:later|afterwards|subsequently|followed)$/;

const has = (utterance: Utterance, tag: string, value?: string): boolean => marked(utterance, tag, value).length > 0;

/**
 * Whether sizes are one said twice, several to be added, several to be set side by side, or either. `25 now then 25 in
 * jan` adds; `25 v 50` compares; a list compares; the same size twice may be one or two.
 */
export const joinedAs = (utterance: Utterance, sizes: readonly Size[]): Joined => {
  const units = new Set(sizes.map(({ unit }) => unit));
  const isSame = sizes.every(({ bps, way }) => bps === sizes[0]?.bps && way === sizes[0]?.way);
  const isTwice = isSame && units.size === sizes.length && !units.has(undefined);
  if (isTwice && sizes.every(({ month, step }) => month === undefined && step === undefined)) return 'one';
  const compared = marked(utterance, 'compare', 'strong').filter(
    ({ from }) => utterance.words[from] !== 'or' || sizes.length > 1,
  );
  const months = sizes.filter(({ month }) => month !== undefined).length;
  const isSum =
    marked(utterance, 'sum').length > 0 ||
    sizes.slice(1).some(({ step, sign }, at) => step === 'more' || (sign === '+' && sizes[at]?.way !== undefined)) ||
    utterance.words.some((word) => LATER.test(word)) ||
    months > 1;
  // "+25 or +50"
  if (compared.length > 0)
    return isSum && has(utterance, 'sum', 'sum') && !utterance.words.includes('plus') && !utterance.words.includes('+')
      ? 'open'
      : 'compare';
  if (isSum) return 'sum';
  if (isSame) return 'open';
  // "25 in december and 50": dated parts are a path
  if (slotsOf(utterance, 'date').length > 0 && months === 1) return 'open';
  return 'compare';
};
