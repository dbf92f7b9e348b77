import type { FedAnswer, MeetingOdds } from '../answers/index.ts';
import type { BriefFed, Outcome } from './brief.ts';

const OUTCOMES: readonly Outcome[] = ['cut', 'hold', 'hike'];

/** The outcome of a meeting that futures imply as the likeliest; of two alike, the one that comes first here. */
export const likeliestOutcome = (odds: Pick<MeetingOdds, Outcome>): Outcome =>
  OUTCOMES.reduce((best, one) => (odds[one] > odds[best] ? one : best));

/** The range, the next meeting, and what futures imply of it. */
export const fedTold = ({ fed, daysToNext }: FedAnswer): BriefFed => {
  const next = fed.odds.kind === 'path' ? fed.odds.meetings[0] : undefined;
  return {
    fed,
    ...(daysToNext !== undefined && { daysToNext }),
    ...(next?.kind === 'odds' && { odds: next, likeliest: likeliestOutcome(next) }),
  };
};
