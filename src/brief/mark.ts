import type { IsoInstant } from '../units.ts';
import type { Brief, BriefFed } from './brief.ts';
import type { BriefMark } from './schedule.ts';

const PERCENT = 100;

/** The likeliest outcome of the next meeting with its odds in percent, as a mark keeps it. */
export const oddsMark = ({ odds, likeliest }: BriefFed): BriefMark['odds'] =>
  odds && likeliest && { meeting: odds.meeting.decision, outcome: likeliest, percent: odds[likeliest] * PERCENT };

/**
 * What a brief told, for the next one in its channel to be held against.
 *
 * @param at when it was posted
 */
export const markOf = ({ closes, fed }: Brief, at: IsoInstant): BriefMark => {
  const { range } = fed.fed;
  const odds = oddsMark(fed);
  return {
    at,
    ...(closes.kind === 'closes' && {
      closes: {
        on: closes.measured.end.on,
        ratio: closes.measured.end.ratio,
        russell: closes.russell,
        sp: closes.sp,
      },
    }),
    ...(range.kind === 'range' && { range: { from: range.lower, to: range.upper } }),
    ...(odds && { odds }),
  };
};
