import { MEETINGS } from '../fed/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Brief, BriefFed } from './brief.ts';
import type { BriefMark } from './schedule.ts';

const PERCENT = 100;

/** The likeliest outcome of the next meeting with its odds in percent, as a mark keeps it. */
export const oddsMark = ({ odds, likeliest }: BriefFed): BriefMark['odds'] =>
  odds && likeliest && { meeting: odds.meeting.decision, outcome: likeliest, percent: odds[likeliest] * PERCENT };

/** The target range as a mark keeps it, with the last meeting whose outcome it covers. */
export const rangeMark = ({ fed: { range } }: BriefFed): BriefMark['range'] => {
  if (range.kind !== 'range') return undefined;
  const covered = MEETINGS.findLast(({ decision }) => decision <= range.through);
  return { from: range.lower, to: range.upper, ...(covered && { through: covered.decision }) };
};

/** True where the record behind a range ends before a meeting that was covered already: its range is not news. */
export const isBehind = (range: BriefMark['range'], known: BriefMark['range']): boolean =>
  known?.through !== undefined && (range?.through === undefined || range.through < known.through);

/**
 * What a brief told, for the next one in its channel to be held against. What it lacks is kept as an earlier one told it:
 * a morning without data does not make the next one's news old.
 *
 * @param at when it was posted
 * @param since what the last brief in its channel told; absent where there was none
 */
export const markOf = ({ closes, fed }: Brief, at: IsoInstant, since?: BriefMark): BriefMark => {
  const told = rangeMark(fed);
  const range = told === undefined || isBehind(told, since?.range) ? since?.range : told;
  const odds = oddsMark(fed) ?? since?.odds;
  return {
    at,
    ...(since?.closes && { closes: since.closes }),
    ...(closes.kind === 'closes' && {
      closes: {
        on: closes.measured.end.on,
        ratio: closes.measured.end.ratio,
        russell: closes.russell,
        sp: closes.sp,
      },
    }),
    ...(range && { range }),
    ...(odds && { odds }),
  };
};
