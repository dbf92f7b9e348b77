export { type ChartPoint, chartPoints } from './chart-points.ts';
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
  changeBetween,
  changesAt,
  type Drawdown,
  drawdownAt,
  percentChange,
  percentileAt,
  type RatioChange,
  type RecordClose,
  recordCloseAt,
  requiredOutperformance,
  type SpanChange,
} from './measures.ts';
export {
  alignCloses,
  inverseRatio,
  latestPrintedReading,
  type PrintedReading,
  type RatioReading,
  type RatioSeries,
  readAt,
} from './series.ts';
export { type Trend, trendAt } from './trend.ts';
