import type { Chart } from '../block-kit.ts';

interface Scale {
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
export const createScale = (values: readonly number[], isLine: boolean): Scale => {
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
export const formatValue = (value: number, decimals?: number): string =>
  (decimals === undefined ? String(value) : value.toFixed(decimals)).replace('-', '−');

/** As many decimals as the value with the most has, so that figures beside one another are alike. */
export const maxDecimals = (values: readonly number[]): number =>
  Math.max(0, ...values.map((value) => String(value).split('.')[1]?.length ?? 0));

/**
 * Which labels of an axis are shown so that none touches another: the last one, and from the first on those with room.
 *
 * @param widths in pixels, one a label
 * @param step pixels from one label's middle to the next one's
 */
export const visibleLabels = (widths: readonly number[], step: number, gap = 8): readonly boolean[] => {
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

const HEIGHT = 240;
const TOP = 22;
const BOTTOM = 30;
/** For numbers under a mark. */
const UNDER = 12;
const RIGHT = 14;
/** Of a digit in the labels' type, on average, in pixels. */
const DIGIT = 6.8;

const textWidth = (words: string): number => words.length * DIGIT;

/** Of a number at a mark, which is bold. */
export const numberWidth = (words: string): number => words.length * 7.8;

/** A chart's sheet, in pixels. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Where the names of the categories stand. */
  readonly categoryY: number;
  readonly scale: Scale;
  readonly categories: readonly { readonly name: string; readonly x: number; readonly isShown: boolean }[];
  /** The room of one category, from left to right. */
  readonly categoryWidth: number;
  readonly y: (value: number) => number;
}

/** Lays a chart out on a sheet of this width. */
export const layoutChart = (
  { type, series, axis_config: { categories } }: Chart['chart'],
  width: number,
): ChartLayout => {
  const isLine = type === 'line';
  const scale = createScale(
    series.flatMap(({ data }) => data.map(({ value }) => value)),
    isLine,
  );
  const left = Math.max(...scale.ticks.map((tick) => textWidth(formatValue(tick, scale.decimals)))) + 14;
  const right = width - RIGHT;
  const bottom = HEIGHT - BOTTOM - (isLine || scale.low < 0 ? UNDER : 0);
  const widths = categories.map(textWidth);
  // a line starts and ends with the sheet, less half a label; bars stand in the middle of their bands
  const inset = isLine ? Math.max(10, (widths.at(-1) ?? 0) / 2 - RIGHT + 4) : 0;
  const bands = Math.max(1, isLine ? categories.length - 1 : categories.length);
  const categoryWidth = (right - left - 2 * inset) / bands;
  const isShown = visibleLabels(widths, categoryWidth);
  return {
    width,
    height: HEIGHT,
    left,
    right,
    bottom,
    categoryY: HEIGHT - 10,
    scale,
    categoryWidth,
    categories: categories.map((name, index) => ({
      name,
      x: left + inset + categoryWidth * (isLine ? index : index + 0.5),
      isShown: isShown[index] ?? true,
    })),
    y: (value) => TOP + ((scale.high - value) / (scale.high - scale.low)) * (bottom - TOP),
  };
};
