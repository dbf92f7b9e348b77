export { type ChartPoint, chartPoints, leadExtremes } from './chart-points.ts';
export { type CycleStudy, exactInterval, type RecessionReturn, recessionReturns, studyCycles } from './cycle-study.ts';
export {
  type Distance,
  type Drawdown,
  distanceFromAverage,
  distanceFromExtreme,
  drawdownAt,
  type RecordClose,
  recordCloseAt,
  type SeriesPart,
  type Trend,
  trendAt,
} from './distance.ts';
export { type HorizonLink, type Linked, type RateStudy, studyRates } from './rate-study.ts';
export {
  alignCloses,
  type ChangeSpan,
  changeBetween,
  changesAt,
  indexOnOrBefore,
  inverseRatio,
  latestPrintedReading,
  type PrintedReading,
  percentChange,
  percentileAt,
  type RankOver,
  type RatioChange,
  type RatioReading,
  type RatioSeries,
  ranksAt,
  readAt,
  requiredOutperformance,
  type SpanChange,
} from './series.ts';
