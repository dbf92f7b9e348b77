export { type CycleStudy, studyCycles } from './cycle-study.ts';
export {
  type Distance,
  type DistanceFromExtreme,
  distanceFromAverage,
  distanceFromExtreme,
  type SeriesPart,
} from './distance.ts';
export {
  type ChangeSpan,
  type ChartPoint,
  changeBetween,
  changesAt,
  chartPoints,
  type Drawdown,
  drawdownAt,
  inverseRatio,
  percentChange,
  percentileAt,
  type RatioChange,
  type RatioReading,
  readAt,
  requiredOutperformance,
  type SpanChange,
} from './measures.ts';
export { latestPrintedReading, type PrintedReading } from './printed.ts';
export { alignCloses, type RatioSeries } from './series.ts';
export { type RecordClose, recordCloseAt, type Trend, trendAt } from './trend.ts';
