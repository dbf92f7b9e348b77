/** Where a chart's numbers go. Pure sums in pixels. */

export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Decimals that tell the ticks apart. */
  readonly decimals: number;
}

const TARGET_TICKS = 5;

/** 1, 2 or 5 times a power of ten, so that about five ticks fill the span. */
const stepFor = (span: number): number => {
  const rough = span / TARGET_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((one) => one * power >= rough) ?? 10);
};

/**
 * An axis over all values, from tick to tick. Zero is on it, but for a line whose values lie far from zero and close together.
 *
 * @param values at least one
 */
export const scaleOver = (values: readonly number[], isLine: boolean): Scale => {
  const min = Math.min(...values);
  const max = Math.max(...values);
  const isFarFromZero = isLine && min * max > 0 && max - min < Math.max(Math.abs(min), Math.abs(max)) / 2 && max > min;
  const from = isFarFromZero ? min : Math.min(0, min);
  const highest = isFarFromZero ? max : Math.max(0, max);
  const to = highest > from ? highest : from + 1;
  const step = stepFor(to - from);
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const first = Math.floor(from / step);
  const last = Math.max(Math.ceil(to / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(decimals)),
  );
  return { low: ticks[0] ?? from, high: ticks.at(-1) ?? to, ticks, decimals };
};

/** A number as the bot writes it, with a true minus. */
export const figure = (value: number, decimals?: number): string =>
  (decimals === undefined ? String(value) : value.toFixed(decimals)).replace('-', '−');

/** As many decimals as the value with the most has, so that figures beside one another are alike. */
export const decimalsOf = (values: readonly number[]): number =>
  Math.max(0, ...values.map((value) => String(value).split('.')[1]?.length ?? 0));

/**
 * Which labels of an axis are shown so that none touches another: the last one, and from the first on those with room.
 *
 * @param widths in pixels, one a label
 * @param step pixels from one label's middle to the next one's
 */
export const labelsWithRoom = (widths: readonly number[], step: number, gap = 8): readonly boolean[] => {
  const last = widths.length - 1;
  const startOf = (index: number): number => index * step - (widths[index] ?? 0) / 2;
  const endOf = (index: number): number => index * step + (widths[index] ?? 0) / 2;
  let end = Number.NEGATIVE_INFINITY;
  return widths.map((_, index) => {
    const fits = startOf(index) >= end + gap && (index === last || endOf(index) + gap <= startOf(last));
    if (fits || index === last) end = endOf(index);
    return fits || index === last;
  });
};
