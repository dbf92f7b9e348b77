export { type ChartPoint, chartPoints, leadExtremes } from './chart-points.ts';
export { type CycleStudy, studyCycles } from './cycle-study.ts';
export {
  type Distance,
  type Drawdown,
  distanceFromAverage,
  distanceFromExtreme,
  drawdownAt,
  type RecordClose,
  recordCloseAt,
  type SeriesPart,
} from './distance.ts';
export { exactInterval } from './exact-interval.ts';
export {
  type ChangeSpan,
  changeBetween,
  changesAt,
  percentChange,
  percentileAt,
  type RankOver,
  type RatioChange,
  ranksAt,
  requiredOutperformance,
  type SpanChange,
} from './measures.ts';
export { type HorizonLink, type Linked, type RateStudy, studyRates } from './rate-study.ts';
export { type RecessionReturn, recessionReturns } from './recession-returns.ts';
export {
  alignCloses,
  indexOnOrBefore,
  inverseRatio,
  latestPrintedReading,
  type PrintedReading,
  type RatioReading,
  type RatioSeries,
  readAt,
} from './series.ts';
export { type Trend, trendAt } from './trend.ts';
