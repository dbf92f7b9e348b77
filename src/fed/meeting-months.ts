import { newYorkTime } from '../calendar/index.ts';
import type { IsoInstant } from '../units.ts';
import { type Month, monthOf, monthsOn } from './contracts.ts';
import { LAST_MEETING_MONTH, MEETINGS, meetingsAfter } from './meetings.ts';

/** Every month from a first one to the end of the meeting calendar. */
export const monthsFrom = (first: Month): readonly Month[] => {
  const months: Month[] = [];
  for (let month = first; month <= LAST_MEETING_MONTH; month = monthsOn(month, 1)) months.push(month);
  return months;
};

const DECISION_DAYS = new Map(MEETINGS.map(({ decision }) => [monthOf(decision), Number(decision.slice(8))]));

/** The day of the month on which a meeting decides; undefined in a month without a meeting. */
export const decisionDayIn = (month: Month): number | undefined => DECISION_DAYS.get(month);

/**
 * The months whose contracts the next meetings need: from the running one to the first without a meeting after them, or
 * to the end of the meeting calendar.
 * @example contractsNeeded('2026-11-21T00:00:00.000Z', 1) // 2026-11, 2026-12, 2027-01, 2027-02
 */
export const contractsNeeded = (now: IsoInstant, count: number): readonly Month[] => {
  const last = meetingsAfter(now).slice(0, count).at(-1);
  if (last === undefined) return [];
  const months = monthsFrom(monthOf(newYorkTime(now).date));
  const anchor = months.findIndex((month) => month > monthOf(last.decision) && decisionDayIn(month) === undefined);
  return anchor < 0 ? months : months.slice(0, anchor + 1);
};
