import type { Chart } from '../block-kit.ts';
import { figure, labelsWithRoom, type Scale, scaleOver } from './chart-scale.ts';

const HEIGHT = 240;
const TOP = 22;
const BOTTOM = 30;
/** For numbers under a mark. */
const UNDER = 12;
const RIGHT = 14;
/** Of a digit in the labels' type, on average, in pixels. */
const DIGIT = 6.8;

export const widthOf = (words: string): number => words.length * DIGIT;

/** A chart's sheet, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Where the names of the categories stand. */
  readonly base: number;
  readonly scale: Scale;
  readonly categories: readonly { readonly name: string; readonly x: number; readonly isShown: boolean }[];
  /** The room of one category, from left to right. */
  readonly band: number;
  readonly y: (value: number) => number;
}

/** Lays a chart out on a sheet of this width. */
export const frameOf = ({ type, series, axis_config: { categories } }: Chart['chart'], width: number): Frame => {
  const isLine = type === 'line';
  const scale = scaleOver(
    series.flatMap(({ data }) => data.map(({ value }) => value)),
    isLine,
  );
  const left = Math.max(...scale.ticks.map((tick) => widthOf(figure(tick, scale.decimals)))) + 14;
  const right = width - RIGHT;
  const bottom = HEIGHT - BOTTOM - (isLine || scale.low < 0 ? UNDER : 0);
  const widths = categories.map(widthOf);
  // a line starts and ends with the sheet, less half a label; bars stand in the middle of their bands
  const inset = isLine ? Math.max(10, (widths.at(-1) ?? 0) / 2 - RIGHT + 4) : 0;
  const bands = Math.max(1, isLine ? categories.length - 1 : categories.length);
  const band = (right - left - 2 * inset) / bands;
  const isShown = labelsWithRoom(widths, band);
  return {
    width,
    height: HEIGHT,
    left,
    right,
    bottom,
    base: HEIGHT - 10,
    scale,
    band,
    categories: categories.map((name, index) => ({
      name,
      x: left + inset + band * (isLine ? index : index + 0.5),
      isShown: isShown[index] ?? true,
    })),
    y: (value) => TOP + ((scale.high - value) / (scale.high - scale.low)) * (bottom - TOP),
  };
};
