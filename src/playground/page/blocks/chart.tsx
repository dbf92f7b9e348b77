import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Cell, Chart, DataTable, Series } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { type ChartLayout, formatValue, layoutChart, maxDecimals, numberWidth } from './chart-scale.ts';
import { DataTableBlock } from './data-table.tsx';

interface SeriesProps {
  readonly frame: ChartLayout;
  readonly series: readonly Series[];
}

const WIDEST_BAR = 48;
/** Pixels between a mark and its number. */
const ABOVE = 6;
const BELOW = 15;

const valuesOf = (series: readonly Series[]): readonly number[] =>
  series.flatMap(({ data }) => data.map(({ value }) => value));

/** Labels nearer than this in height touch where they overlap in width; pixels. */
const LINE_HEIGHT = 14;

/**
 * Grouped bars, each with its number where there is room: the outer numbers of a group reach outward from their bars, so that
 * none stands over the bar beside it.
 */
const Bars = ({ frame, series }: SeriesProps) => {
  const decimals = maxDecimals(valuesOf(series));
  const thickness = Math.min(WIDEST_BAR, (frame.categoryWidth * 0.72) / series.length);
  const gap = frame.categoryWidth - thickness * series.length;
  const last = series.length - 1;
  const beyond = (value: number): number => Math.max(0, numberWidth(formatValue(value, decimals)) - thickness);
  const numberY = (value: number): number => (value < 0 ? frame.y(value) + BELOW : frame.y(value) - ABOVE);
  const hasRoom = series.every(({ data }, place) =>
    data.every(({ value }, index) => {
      if (last === 0) return beyond(value) <= gap;
      const next = place === last ? series[0]?.data[index + 1]?.value : undefined;
      const isApart =
        next === undefined ||
        beyond(value) + beyond(next) + ABOVE <= gap ||
        Math.abs(numberY(value) - numberY(next)) >= LINE_HEIGHT;
      return isApart && beyond(value) <= (place === 0 || place === last ? gap - ABOVE : 0);
    }),
  );
  return series.map(({ name, data }, place) => (
    <g key={name} className={`series-${place % 6}`}>
      {data.map(({ label, value }, index) => {
        const middle = (frame.categories[index]?.x ?? 0) + (place - last / 2) * thickness;
        const top = Math.min(frame.y(value), frame.y(0));
        const height = Math.abs(frame.y(value) - frame.y(0));
        const outward = last === 0 ? 0 : place === 0 ? -1 : place === last ? 1 : 0;
        return (
          <g key={label}>
            <rect
              className="bar"
              x={middle - thickness / 2 + 1}
              y={top}
              width={thickness - 2}
              height={Math.max(1, height)}
              rx={Math.min(2, height)}
            />
            {hasRoom && (
              <text className="value" x={middle + (outward * beyond(value)) / 2} y={numberY(value)}>
                {formatValue(value, decimals)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  ));
};

/**
 * Lines straight from point to point: nothing between two closes is made up. Only the last one has its number: the others are
 * those of the days drawn, between which a higher and a lower one may lie.
 */
const Lines = ({ frame, series }: SeriesProps) => {
  const decimals = maxDecimals(valuesOf(series));
  return series.map(({ name, data }, place) => {
    const points = data.map((point, index) => ({
      ...point,
      x: frame.categories[index]?.x ?? 0,
      y: frame.y(point.value),
    }));
    const end = points.at(-1);
    const isLow = end !== undefined && points.length > 1 && points.every(({ value }) => value >= end.value);
    return (
      <g key={name} className={`series-${place % 6}`}>
        <polyline className="line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ label, x, y }, index) => (
          <circle key={label} className="point" cx={x} cy={y} r={index === points.length - 1 ? 3.5 : 2} />
        ))}
        {end && (
          <text className="value" x={end.x} y={isLow ? end.y + BELOW + 2 : end.y - ABOVE - 3}>
            {formatValue(end.value, decimals)}
          </text>
        )}
      </g>
    );
  });
};

const KINDS = { bar: 'Bar chart', line: 'Line chart' } as const;

const text = (words: string): Cell => ({ type: 'raw_text', text: words });

/** By category, a figure of each series. */
const rowsOf = ({ series, axis_config: { categories } }: Chart['chart']): readonly (readonly Cell[])[] => {
  const decimals = maxDecimals(series.flatMap(({ data }) => data.map(({ value }) => value)));
  return categories.map((category, index) => [
    text(category),
    ...series.map(({ data }): Cell => {
      const value = data[index]?.value;
      return value === undefined ? text('none') : { type: 'raw_number', value, text: formatValue(value, decimals) };
    }),
  ]);
};

/** `Bar chart. 25 bp: SmallCap 2.19, LargeCap 0.12; …` */
const chartDescription = (chart: Chart['chart']): string => {
  const categories = rowsOf(chart).map(([category, ...figures]) => {
    const named = chart.series.map(({ name }, index) => `${name} ${figures[index]?.text}`);
    return `${category?.text}: ${named.join(', ')}`;
  });
  return `${KINDS[chart.type]}. ${categories.join('; ')}.`;
};

/** The chart's numbers as a table. */
const chartTable = ({ title, chart }: Chart): DataTable => ({
  type: 'data_table',
  caption: title,
  page_size: 20,
  row_header_column_index: 0,
  rows: [[text(chart.axis_config.x_label ?? ''), ...chart.series.map(({ name }) => text(name))], ...rowsOf(chart)],
});

const Axes = ({ frame }: { readonly frame: ChartLayout }) => (
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
          {formatValue(tick, frame.scale.decimals)}
        </text>
      </g>
    ))}
    {frame.categories
      .filter(({ isShown }) => isShown)
      .map(({ name, x }) => (
        <text key={name} className="tick-x" x={x} y={frame.categoryY}>
          {name}
        </text>
      ))}
  </g>
);

/** As wide as the room it stands in, so that its type keeps its size. */
const Plot = ({ chart }: { readonly chart: Chart['chart'] }) => {
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => setWidth(room.current?.clientWidth ?? 0);
    measure();
    const observer = new ResizeObserver(measure);
    if (room.current) observer.observe(room.current);
    return () => observer.disconnect();
  }, []);
  const frame = width > 0 ? layoutChart(chart, width) : undefined;
  return (
    <div ref={room} className="chart-room">
      {frame && (
        <svg role="img" aria-label={chartDescription(chart)} width={frame.width} height={frame.height}>
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
      {isTable ? <DataTableBlock block={chartTable(block)} /> : <Plot chart={chart} />}
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
