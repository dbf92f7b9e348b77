import type { Cell, Chart, DataTable } from '../block-kit.ts';
import { decimalsOf, figure } from './chart-scale.ts';

/** A chart's numbers for whoever cannot see it, or wants them exactly. */

const KINDS = { bar: 'Bar chart', line: 'Line chart' } as const;

const text = (words: string): Cell => ({ type: 'raw_text', text: words });

/** By category, a figure of each series. */
const rowsOf = ({ series, axis_config: { categories } }: Chart['chart']): readonly (readonly Cell[])[] => {
  const decimals = decimalsOf(series.flatMap(({ data }) => data.map(({ value }) => value)));
  return categories.map((category, index) => [
    text(category),
    ...series.map(({ data }): Cell => {
      const value = data[index]?.value;
      return value === undefined ? text('none') : { type: 'raw_number', value, text: figure(value, decimals) };
    }),
  ]);
};

/** `Bar chart. 25 bp: SmallCap 2.19, LargeCap 0.12; …` */
export const spoken = (chart: Chart['chart']): string => {
  const categories = rowsOf(chart).map(([category, ...figures]) => {
    const named = chart.series.map(({ name }, index) => `${name} ${figures[index]?.text}`);
    return `${category?.text}: ${named.join(', ')}`;
  });
  return `${KINDS[chart.type]}. ${categories.join('; ')}.`;
};

export const asTable = ({ title, chart }: Chart): DataTable => ({
  type: 'data_table',
  caption: title,
  page_size: 20,
  row_header_column_index: 0,
  rows: [[text(chart.axis_config.x_label ?? ''), ...chart.series.map(({ name }) => text(name))], ...rowsOf(chart)],
});
