export { type AfterCut, type Cycle, type CycleStudy, HORIZONS, type Months, studyCycles } from './cycle-study.ts';
export {
  type Change,
  changeBetween,
  type Drawdown,
  drawdownAt,
  inverse,
  outperformanceTo,
  percentChange,
  percentileAt,
  type Read,
  type Reading,
  readAt,
} from './measures.ts';
export { newestPrinted, type PrintedReading } from './printed.ts';
export { type RecordClose, recordCloseAt } from './record-close.ts';
export { type ChartPoint, chartPoints, sampledPlaces } from './sampling.ts';
export { type Aligned, align, type CloseSeries, type RatioSeries } from './series.ts';
export { changesAt, type Span, type SpanChange } from './spans.ts';
export { type MovingAverage, type Trend, trendAt } from './trend.ts';
