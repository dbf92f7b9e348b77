export { type CycleStudy, studyCycles } from './cycle-study.ts';
export {
  type Change,
  type ChartPoint,
  changeBetween,
  changesAt,
  chartPoints,
  type Drawdown,
  drawdownAt,
  inverse,
  outperformanceTo,
  percentChange,
  percentileAt,
  type Reading,
  readAt,
  type Span,
  type SpanChange,
} from './measures.ts';
export { newestPrinted, type PrintedReading } from './printed.ts';
export { align, type RatioSeries } from './series.ts';
export { type RecordClose, recordCloseAt, type Trend, trendAt } from './trend.ts';
