import type { Facts } from '../answers/index.ts';
import { daysBetween, newYorkTime } from '../calendar/index.ts';
import { asked } from './asked.ts';

/** Where the calendar does not reach, no closure but an attack or a storm has kept a close from coming for longer. */
const MOST_DAYS_WITHOUT_CLOSE = 4;

/**
 * True where a brief has no closes at all, or lacks that of a session that is final at the moment of the facts: at half past
 * seven in New York, yesterday's. That is when it says so in its first line, or is held back. Prices of futures are not
 * looked at: without them a brief still says where the market stands.
 */
export const isStale = (facts: Facts): boolean => {
  const { result } = asked({ kind: 'rotation' }, facts);
  if (result.kind !== 'measured') return true;
  const { freshness, on } = result.stamp;
  if (freshness.kind !== 'unknown-year') return freshness.kind === 'behind';
  return daysBetween(on, newYorkTime(facts.now).date) > MOST_DAYS_WITHOUT_CLOSE;
};
