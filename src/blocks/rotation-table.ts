import type { Measured, RotationAnswer } from '../answers/index.ts';
import type { Cell, ChartBlock, DataTableBlock } from './block-kit.ts';
import { cell, numberCell } from './build.ts';
import { pointLabels } from './chart-labels.ts';
import { change, changeShown, day, dayNear, levelGiven, ratioGiven } from './wording.ts';

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
