import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Chart } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { type Frame, frameOf } from './chart-frame.ts';
import { Bars, Lines } from './chart-marks.tsx';
import { figure } from './chart-scale.ts';
import { asTable, spoken } from './chart-words.ts';
import { DataTableBlock } from './data-table.tsx';

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
