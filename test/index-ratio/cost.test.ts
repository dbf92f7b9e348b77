import { describe, expect, it } from 'vitest';
import { FIRST_CUTS } from '../../src/fed/decision-record.ts';
import { decisionsBetween } from '../../src/fed/decisions.ts';
import { chartPoints } from '../../src/index-ratio/chart-points.ts';
import { studyCycles } from '../../src/index-ratio/cycle-study.ts';
import { drawdownAt, recordCloseAt, trendAt } from '../../src/index-ratio/distance.ts';
import { studyRates } from '../../src/index-ratio/rate-study.ts';
import { changesAt, percentileAt, type RatioSeries } from '../../src/index-ratio/series.ts';
import { isoDate } from '../../src/units.ts';
import { walk } from '../doubles/market-series.ts';

const LONG = walk(9_800);
const TODAY = LONG.dates.at(-1) ?? isoDate('2026-11-20');
const MOVES = decisionsBetween(isoDate('1990-01-01'), TODAY);
const CUTS = FIRST_CUTS.map(({ on }) => on);

const ANSWERS: Record<string, (series: RatioSeries) => unknown> = {
  percentile: (series) => percentileAt(series, TODAY),
  drawdown: (series) => drawdownAt(series, TODAY),
  trend: (series) => trendAt(series, TODAY),
  changes: (series) => changesAt(series, TODAY),
  record: (series) => recordCloseAt(series, 'numerator', TODAY),
  chart: (series) => chartPoints(series, isoDate('1988-01-04'), TODAY),
  cycles: (series) => studyCycles(series, CUTS),
  'rate study': (series) => studyRates(series, MOVES, '1990-01', '2026-08'),
};

describe('37 years of daily closes', () => {
  it.each(Object.entries(ANSWERS))('give the %s in less than five milliseconds', (_, answer) => {
    // the fastest of a few: what it costs, not what else the machine was doing
    const spent = Array.from({ length: 15 }, () => {
      const start = performance.now();
      answer(LONG);
      return performance.now() - start;
    });
    expect(Math.min(...spent)).toBeLessThan(5);
  });
});
