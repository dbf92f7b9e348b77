import { sessionsBetween } from '../calendar/index.ts';
import { MEETINGS, statementAt } from '../fed/index.ts';
import type { IsoInstant } from '../units.ts';
import type { BriefChange, BriefCloses, BriefFed, BriefNews, NoCloses } from './brief.ts';
import { oddsMark } from './mark.ts';
import type { BriefMark } from './schedule.ts';
import { wallClock } from './wall-clock.ts';

/** From this many percentage points on, odds have moved noticeably: two ticks of a contract make less. */
const NOTICEABLE_POINTS = 5;
/** Ratios that are written alike are alike. */
const RATIO_DIGITS = 3;

/** A changed range; or a meeting that has passed since, where it is known to have left the range as it was. */
const ofRange = ({ fed }: BriefFed, mark: BriefMark, now: IsoInstant): readonly BriefChange[] => {
  const { range, outcomes } = fed;
  if (range.kind !== 'range' || mark.range === undefined) return [];
  const to = { from: range.lower, to: range.upper };
  if (to.from !== mark.range.from || to.to !== mark.range.to) return [{ kind: 'range', from: mark.range, to }];
  const unknown = outcomes.kind === 'unknown' ? outcomes.meetings : [];
  const passed = MEETINGS.findLast((one) => statementAt(one) > mark.at && statementAt(one) <= now);
  return passed === undefined || unknown.some(({ decision }) => decision === passed.decision)
    ? []
    : [{ kind: 'held', on: passed.decision }];
};

const ofOdds = (fed: BriefFed, { odds: before }: BriefMark): readonly BriefChange[] => {
  const odds = oddsMark(fed);
  if (odds === undefined || before === undefined || odds.meeting !== before.meeting) return [];
  const { meeting, outcome, percent } = odds;
  if (outcome !== before.outcome) return [{ kind: 'odds-flip', meeting, from: before.outcome, to: outcome, percent }];
  return Math.abs(percent - before.percent) < NOTICEABLE_POINTS
    ? []
    : [{ kind: 'odds', meeting, outcome, from: before.percent, to: percent }];
};

const ofCloses = (closes: BriefCloses | NoCloses, { closes: before }: BriefMark): readonly BriefChange[] => {
  if (closes.kind === 'no-closes') return [];
  const { end, record } = closes.measured;
  if (before === undefined) return [{ kind: 'close', to: end.ratio }];
  if (end.on === before.on) {
    return end.ratio.toFixed(RATIO_DIGITS) === before.ratio.toFixed(RATIO_DIGITS)
      ? []
      : [{ kind: 'revised', on: end.on, from: before.ratio, to: end.ratio }];
  }
  if (end.on < before.on) return [];
  const since = sessionsBetween(before.on, end.on);
  return [
    ...(record.on > before.on ? [{ kind: 'record', on: record.on, close: record.close } as const] : []),
    {
      kind: 'close',
      to: end.ratio,
      from: { ratio: before.ratio, ...(since.kind === 'counted' && { sessions: since.sessions }) },
    },
  ];
};

/** What is not as the last brief told it, the weightiest first: the Fed, its odds, a record, the closes. */
export const newsSince = (
  mark: BriefMark | undefined,
  { closes, fed }: { readonly closes: BriefCloses | NoCloses; readonly fed: BriefFed },
  now: IsoInstant,
  zone: string,
): BriefNews => {
  if (mark === undefined) return { kind: 'first' };
  const { date: on, time } = wallClock(mark.at, zone);
  return {
    kind: 'since',
    on,
    time,
    changes: [...ofRange(fed, mark, now), ...ofOdds(fed, mark), ...ofCloses(closes, mark)],
  };
};
