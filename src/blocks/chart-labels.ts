import type { ChartPoint } from '../answers/index.ts';
import { dayOfYear, monthName } from './wording.ts';

const DAY_MS = 86_400_000;
/** Up to here every point is a day, up to there a month; beyond, a month and its year. */
const [DAYS_LONG, MONTHS_LONG] = [100, 400];

const withYear = (words: string, { on }: ChartPoint): string => `${words} ’${on.slice(2, 4)}`;

const indexOfExtreme = (points: readonly ChartPoint[], isBeyond: (one: number, best: number) => boolean): number =>
  points.reduce((best, { lead }, at) => (isBeyond(lead, (points[best] as ChartPoint).lead) ? at : best), 0);

/**
 * A label a point, none twice, since a chart keeps one value a label: months by name, with the high, the low and the last
 * point by their own day; days where the span is short, years where it is long.
 */
export const pointLabels = (points: readonly ChartPoint[]): readonly string[] => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = (Date.parse(last.on) - Date.parse(first.on)) / DAY_MS;
  const own = new Set([
    points.length - 1,
    indexOfExtreme(points, (one, best) => one > best),
    indexOfExtreme(points, (one, best) => one < best),
  ]);
  const wanted = (point: ChartPoint, at: number): string => {
    if (days <= DAYS_LONG) return dayOfYear(point.on);
    if (days > MONTHS_LONG) return withYear(monthName(point.on), point);
    if (at === 0) return withYear(monthName(point.on), point);
    return own.has(at) ? dayOfYear(point.on) : monthName(point.on);
  };
  const labels: string[] = [];
  for (const [at, point] of points.entries()) {
    const tries = [wanted(point, at), dayOfYear(point.on), withYear(dayOfYear(point.on), point)];
    labels.push(tries.find((label) => !labels.includes(label)) ?? point.on);
  }
  return labels;
};
