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
export { type Aligned, align, type CloseSeries, type RatioSeries } from './series.ts';
