import type { Series } from '../block-kit.ts';
import { decimalsOf, type Frame, figure, widthOf } from './chart-scale.ts';

interface Props {
  readonly frame: Frame;
  readonly series: readonly Series[];
}

const WIDEST_BAR = 48;
/** In pixels, of a number over a line. */
const WIDEST_NUMBER = 48;
/** Pixels between a mark and its number. */
const ABOVE = 6;
const BELOW = 15;

const valuesOf = (series: readonly Series[]): readonly number[] =>
  series.flatMap(({ data }) => data.map(({ value }) => value));

/** Grouped bars, each with its number where there is room. */
export const Bars = ({ frame, series }: Props) => {
  const decimals = decimalsOf(valuesOf(series));
  const thickness = Math.min(WIDEST_BAR, (frame.band * 0.72) / series.length);
  const hasRoom = series.every(({ data }) =>
    data.every(({ value }) => widthOf(figure(value, decimals)) <= thickness + (series.length === 1 ? 24 : 6)),
  );
  return series.map(({ name, data }, place) => (
    <g key={name} className={`series-${place % 6}`}>
      {data.map(({ label, value }, index) => {
        const middle = (frame.categories[index]?.x ?? 0) + (place - (series.length - 1) / 2) * thickness;
        const top = Math.min(frame.y(value), frame.y(0));
        const height = Math.abs(frame.y(value) - frame.y(0));
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
              <text className="value" x={middle} y={value < 0 ? top + height + BELOW : top - ABOVE}>
                {figure(value, decimals)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  ));
};

/**
 * Which points of a lone line carry their number: the last, the lowest and the highest, unless that would touch the last,
 * since both stand over the line.
 */
const told = (values: readonly number[], band: number): readonly number[] => {
  const last = values.length - 1;
  const lowest = values.indexOf(Math.min(...values));
  const highest = values.indexOf(Math.max(...values));
  return [...new Set((last - highest) * band < WIDEST_NUMBER ? [last, lowest] : [last, lowest, highest])];
};

/** Lines straight from point to point: nothing between two closes is made up. */
export const Lines = ({ frame, series }: Props) => {
  const decimals = decimalsOf(valuesOf(series));
  return series.map(({ name, data }, place) => {
    const values = data.map(({ value }) => value);
    const points = data.map((point, index) => ({
      ...point,
      x: frame.categories[index]?.x ?? 0,
      y: frame.y(point.value),
    }));
    const numbers = series.length === 1 ? told(values, frame.band) : [values.length - 1];
    return (
      <g key={name} className={`series-${place % 6}`}>
        <polyline className="line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ label, x, y }, index) => (
          <circle key={label} className="point" cx={x} cy={y} r={numbers.includes(index) ? 3.5 : 2} />
        ))}
        {numbers.map((index) => {
          const point = points[index];
          if (point === undefined) return null;
          const isLow = point.value === Math.min(...values) && values.length > 1;
          return (
            <text key={point.label} className="value" x={point.x} y={isLow ? point.y + BELOW + 2 : point.y - ABOVE - 3}>
              {figure(point.value, decimals)}
            </text>
          );
        })}
      </g>
    );
  });
};
