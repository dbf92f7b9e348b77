import { addDays, dateFrom, monthsBefore, yearOf } from '../calendar/index.ts';
import type { IsoDate } from '../units.ts';
import { type Change, changeBetween, readAt } from './measures.ts';
import type { RatioSeries } from './series.ts';

/** The spans a change is told over, each with the calendar day it is measured from. */
const STARTS = {
  '1 week': (end: IsoDate) => addDays(end, -7),
  '1 month': (end: IsoDate) => monthsBefore(end, 1),
  '3 months': (end: IsoDate) => monthsBefore(end, 3),
  '12 months': (end: IsoDate) => monthsBefore(end, 12),
  /** From the last close of the year before. */
  'year to date': (end: IsoDate) => dateFrom(yearOf(end) - 1, 12, 31),
} as const;

export type Span = keyof typeof STARTS;

export interface SpanChange {
  readonly span: Span;
  /** The calendar day it is measured from; `change.from` is the session that was used, that day's or the nearest before it. */
  readonly asked: IsoDate;
  readonly change: Change;
}

/**
 * Changes of the ratio and both legs up to the newest reading on or before a date, over calendar spans counted back from
 * that reading's own day. Empty before the first reading.
 * @example a reading of 2026-11-20 is compared with 2026-11-13, 2026-10-20, 2026-08-20, 2025-11-20 and 2025-12-31
 */
export const changesAt = (series: RatioSeries, date: IsoDate): readonly SpanChange[] => {
  const read = readAt(series, date);
  if (read.kind !== 'reading') return [];
  return (Object.keys(STARTS) as Span[]).map((span) => {
    const asked = STARTS[span](read.on);
    return { span, asked, change: changeBetween(series, asked, read.on) };
  });
};
