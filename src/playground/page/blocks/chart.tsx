import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Cell, Chart, DataTable } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { Bars, Lines } from './chart-marks.tsx';
import { decimalsOf, type Frame, figure, frameOf } from './chart-scale.ts';
import { DataTableBlock } from './data-table.tsx';

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

const Axes = ({ frame }: { readonly frame: Frame }) => (
  <g>
    {frame.scale.ticks.map((tick) => (
      <g key={tick}>
        <line
          className={tick === 0 ? 'zero' : 'grid'}
          x1={frame.left}
          x2={frame.right}
          y1={frame.y(tick)}
          y2={frame.y(tick)}
        />
        <text className="tick-y" x={frame.left - 8} y={frame.y(tick) + 4}>
          {figure(tick, frame.scale.decimals)}
        </text>
      </g>
    ))}
    {frame.categories
      .filter(({ isShown }) => isShown)
      .map(({ name, x }) => (
        <text key={name} className="tick-x" x={x} y={frame.base}>
          {name}
        </text>
      ))}
  </g>
);

/** As wide as the room it stands in, so that its type keeps its size. */
const Sheet = ({ chart }: { readonly chart: Chart['chart'] }) => {
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => setWidth(room.current?.clientWidth ?? 0);
    measure();
    const observer = new ResizeObserver(measure);
    if (room.current) observer.observe(room.current);
    return () => observer.disconnect();
  }, []);
  const frame = width > 0 ? frameOf(chart, width) : undefined;
  return (
    <div ref={room} className="chart-room">
      {frame && (
        <svg role="img" aria-label={spoken(chart)} width={frame.width} height={frame.height}>
          <Axes frame={frame} />
          {chart.type === 'bar' ? (
            <Bars frame={frame} series={chart.series} />
          ) : (
            <Lines frame={frame} series={chart.series} />
          )}
        </svg>
      )}
    </div>
  );
};

/** A bar or line chart; its numbers stand in a table at the press of a button. */
export const ChartBlock = ({ block }: { readonly block: Chart }) => {
  const titleId = useId();
  const [isTable, setTable] = useState(false);
  const { title, chart } = block;
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <div className="chart-head">
        <figcaption id={titleId}>{title}</figcaption>
        <button type="button" className="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          <Icon name={isTable ? 'chart' : 'table'} />
          <span className="unseen">Show the numbers of {title} as a table</span>
        </button>
      </div>
      {isTable ? <DataTableBlock block={asTable(block)} /> : <Sheet chart={chart} />}
      {!isTable && (
        <ul className="legend" aria-hidden="true">
          {chart.series.map(({ name }, place) => (
            <li key={name} className={`series-${place % 6}`}>
              {name}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
};
