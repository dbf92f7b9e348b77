import type { FedAnswer, MeetingOdds } from '../answers/index.ts';
import { daysBetween } from '../calendar/index.ts';
import type { IsoDate } from '../units.ts';
import type { BriefFed, Outcome } from './brief.ts';

/** What a meeting can come to. */
export const OUTCOMES: readonly Outcome[] = ['cut', 'hold', 'hike'];

/** The outcome of a meeting that futures imply as the likeliest; of two alike, the one that comes first here. */
const likeliestOutcome = (odds: Pick<MeetingOdds, Outcome>): Outcome =>
  OUTCOMES.reduce((best, one) => (odds[one] > odds[best] ? one : best));

/**
 * The range, the next meeting, and what futures imply of it.
 *
 * @param today the brief's own date, from which the days to the meeting count
 */
export const fedTold = ({ fed }: FedAnswer, today: IsoDate): BriefFed => {
  const next = fed.odds.kind === 'path' ? fed.odds.meetings[0] : undefined;
  return {
    fed,
    ...(fed.next.kind === 'meeting' && { daysToNext: daysBetween(today, fed.next.meeting.decision) }),
    ...(next?.kind === 'odds' && { odds: next, likeliest: likeliestOutcome(next) }),
  };
};
