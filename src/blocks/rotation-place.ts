import type { Measured } from '../answers/index.ts';
import type { IsoDate } from '../units.ts';
import type { Line } from './build.ts';
import { rankOf } from './market-wording.ts';
import { capitalized, day, dayNear, levelGiven, percentOf, ratioGiven } from './wording.ts';

const besides = (percent: number, average: string): string =>
  percent === 0
    ? `at the ${average}`
    : `${percentOf(Math.abs(percent))} ${percent > 0 ? 'over' : 'under'} the ${average}`;

const trendWords = ({ trend }: Measured): string =>
  trend.kind === 'trend'
    ? `${capitalized(besides(trend.short.distance, '50-day average'))}, ${besides(trend.long.distance, '200-day')}`
    : `Needs ${trend.needed} sessions; there ${trend.sessions === 1 ? 'is' : 'are'} ${trend.sessions}`;

const peakWords = ({ drawdown, firstDay }: Measured): string =>
  drawdown.drawdown === 0
    ? `At its high since ${firstDay.slice(0, 4)}`
    : `${percentOf(-drawdown.drawdown)} under its high of ${ratioGiven(drawdown.high)}, ${day(drawdown.highOn)}`;

const recordWords = ({ record }: Measured, today: IsoDate): string => {
  const close = `Record close ${levelGiven(record.close)} on ${dayNear(record.on, today)}`;
  if (record.sessionsSince === 0) return `${close}, that very session`;
  return `${close}, ${record.sessionsSince} ${record.sessionsSince === 1 ? 'session' : 'sessions'} ago`;
};

/** Where the ratio stands among its own days: rank, trend, distance from its high, and the Russell's record. */
export const placeLines = (measured: Measured, today: IsoDate): readonly Line[] => [
  {
    label: 'Rank',
    words: `At or below this level on ${rankOf(measured.percentile)} of days since ${measured.firstDay.slice(0, 4)}`,
  },
  { label: 'Trend', words: trendWords(measured) },
  { label: 'Peak', words: peakWords(measured) },
  { label: 'Russell', words: recordWords(measured, today) },
];
