import type { RatioSeries } from '../index-ratio/index.ts';
import type { IsoDate } from '../units.ts';
import type { RotationAnswer } from './answer.ts';
import type { LiveMarket } from './facts.ts';

const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

const rowsBetween = (series: RatioSeries, from: IsoDate, to: IsoDate): readonly string[] => {
  const { dates, numerator, denominator, ratios } = series;
  const rows: string[] = [];
  for (const [at, date] of dates.entries()) {
    if (date > to) break;
    if (date >= from) rows.push(`${date},${numerator[at]},${denominator[at]},${ratios[at]}`);
  }
  return rows;
};

/**
 * The closes an answer speaks of, a row a session, in full precision: those between the dates asked for, else of the chart.
 * Every row says whose closes they are, so that made-up numbers stay labelled. For the cycles, a row a cycle and horizon.
 */
export const csvOf = (result: RotationAnswer['result'], { ratio, provenance }: LiveMarket): string | undefined => {
  const source = quoted(provenance.source);
  if (result.kind === 'cycles') {
    const rows = result.study.cycles.flatMap(({ firstCut, from, returns }) =>
      returns.map(({ months, until, small, large }) => `${firstCut},${from},${months},${until},${small},${large}`),
    );
    return csv('first_cut,from,months,until,rut_return_percent,spx_return_percent', rows, source);
  }
  const [first] = result.kind === 'measured' ? result.points : [];
  if (result.kind !== 'measured' || first === undefined) return undefined;
  return csv('date,rut_close,spx_close,ratio', rowsBetween(ratio, first.on, result.end.on), source);
};

const csv = (head: string, rows: readonly string[], source: string): string => {
  const end = `,${source}\n`;
  return `${head},source\n${rows.join(end)}${rows.length > 0 ? end : ''}`;
};
