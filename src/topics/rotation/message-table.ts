import type { ChartPoint } from '../../index-ratio/index.ts';
import {
  type Cell,
  type ChartBlock,
  cell,
  change,
  changeShown,
  type DataTableBlock,
  day,
  dayNear,
  dayOfYear,
  levelGiven,
  monthName,
  numberCell,
  ratioGiven,
} from '../../message/index.ts';
import type { Measured, RotationAnswer } from './answer-type.ts';

const DAY_MS = 86_400_000;
/** Up to here every point is a day, up to there a month; beyond, a month and its year. */
const [DAYS_LONG, MONTHS_LONG] = [100, 400];

const withYear = (words: string, { on }: ChartPoint): string => `${words} ’${on.slice(2, 4)}`;

const indexOfExtreme = (points: readonly ChartPoint[], isBeyond: (one: number, best: number) => boolean): number =>
  points.reduce((best, { lead }, at) => (isBeyond(lead, (points[best] as ChartPoint).lead) ? at : best), 0);

/**
 * A label a point, none twice, since a chart keeps one value a label: months by name, with the high, the low and the last
 * point by their own day; days where the span is short, years where it is long.
 */
export const pointLabels = (points: readonly ChartPoint[]): readonly string[] => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = (Date.parse(last.on) - Date.parse(first.on)) / DAY_MS;
  const own = new Set([
    points.length - 1,
    indexOfExtreme(points, (one, best) => one > best),
    indexOfExtreme(points, (one, best) => one < best),
  ]);
  const wanted = (point: ChartPoint, at: number): string => {
    if (days <= DAYS_LONG) return dayOfYear(point.on);
    if (days > MONTHS_LONG) return withYear(monthName(point.on), point);
    if (at === 0) return withYear(monthName(point.on), point);
    return own.has(at) ? dayOfYear(point.on) : monthName(point.on);
  };
  const labels: string[] = [];
  for (const [at, point] of points.entries()) {
    const tries = [wanted(point, at), dayOfYear(point.on), withYear(dayOfYear(point.on), point)];
    labels.push(tries.find((label) => !labels.includes(label)) ?? point.on);
  }
  return labels;
};

const HEADS = ['Ratio', 'Russell', 'S&P 500'] as const;
const unknown = cell('not in the data');

/** Up to the newest close: four spans, the ratio and both indexes. */
const spansTable = ({ end, spans }: Measured, today: RotationAnswer['asOf']): DataTableBlock => ({
  type: 'data_table',
  caption: 'Change of the ratio and of both indexes',
  rows: [
    [cell(`To ${dayNear(end.on, today)}`), ...HEADS.map(cell)],
    ...spans.map(({ span, change: moved }): Cell[] => [
      cell(span),
      ...(moved.kind === 'change'
        ? [moved.ratio, moved.numerator, moved.denominator].map((value) => numberCell(value, change(value)))
        : HEADS.map(() => unknown)),
    ]),
  ],
  row_header_column_index: 0,
});

/** Between two days: both closes and the change between them. */
const askedTable = ({ asked, end }: Measured & { readonly asked: NonNullable<Measured['asked']> }): DataTableBlock => {
  const { change: moved, closes, start } = asked;
  const level = (points: number): Cell => numberCell(points, levelGiven(points));
  const ratio = (value: number): Cell => numberCell(value, ratioGiven(value));
  const by = (percent: number): Cell => numberCell(percent, change(percent));
  return {
    type: 'data_table',
    caption: 'Closes of both days, and the change between them',
    rows: [
      [cell('Close'), cell(day(moved.from)), cell(day(moved.to)), cell('Change')],
      [cell('Russell'), level(closes.russell.from), level(closes.russell.to), by(moved.numerator)],
      [cell('S&P 500'), level(closes.sp.from), level(closes.sp.to), by(moved.denominator)],
      [cell('Ratio'), ratio(start.ratio), ratio(end.ratio), by(moved.ratio)],
    ],
    row_header_column_index: 0,
  };
};

export const rotationTable = (measured: Measured, today: RotationAnswer['asOf']): DataTableBlock => {
  const { asked } = measured;
  return asked ? askedTable({ ...measured, asked }) : spansTable(measured, today);
};

const LEAST_POINTS = 3;

/** By how much the Russell has led since the first day, percent; the zero line is level. */
export const rotationChart = ({ points, stamp }: Measured): ChartBlock | undefined => {
  const [first] = points;
  if (first === undefined || points.length < LEAST_POINTS) return undefined;
  const labels = pointLabels(points);
  return {
    type: 'data_visualization',
    title: stamp.provenance.isSynthetic ? 'Synthetic: Russell lead over S&P, %' : 'Russell lead over S&P, %',
    chart: {
      type: 'line',
      series: [
        {
          name: `since ${day(first.on)}`,
          data: points.map(({ lead }, at) => ({ label: labels[at] as string, value: changeShown(lead) })),
        },
      ],
      axis_config: { categories: labels },
    },
  };
};
