import { sessionsBetween } from '../calendar/index.ts';
import { MEETINGS, statementAt } from '../fed/index.ts';
import type { IsoDate } from '../units.ts';
import type { BriefChange, BriefCloses, BriefFed, BriefNews, NoCloses, TargetRange } from './brief.ts';
import { isBehind, oddsMark, rangeMark } from './mark.ts';
import type { BriefMark } from './schedule.ts';
import { wallClock } from './wall-clock.ts';

/** From this many percentage points on, odds have moved noticeably: two ticks of a contract make less. */
const NOTICEABLE_POINTS = 5;
/** Ratios that are written alike are alike. */
const RATIO_DIGITS = 3;

const bounds = ({ from, to }: TargetRange): TargetRange => ({ from, to });

/** The last meeting whose outcome was told; of a mark that does not say, the last one that had passed. */
const toldThrough = ({ at, range }: BriefMark): IsoDate | undefined =>
  range?.through ?? MEETINGS.findLast((one) => statementAt(one) <= at)?.decision;

/** A changed range; or a meeting that is known by now, and was not then, to have left the range as it was. */
const ofRange = (fed: BriefFed, mark: BriefMark): readonly BriefChange[] => {
  const { range: before } = mark;
  const range = rangeMark(fed);
  if (range === undefined || before === undefined || isBehind(range, before)) return [];
  if (range.from !== before.from || range.to !== before.to)
    return [{ kind: 'range', from: bounds(before), to: bounds(range) }];
  const through = toldThrough(mark);
  return range.through === undefined || (through !== undefined && range.through <= through)
    ? []
    : [{ kind: 'held', on: range.through }];
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
  zone: string,
): BriefNews => {
  if (mark === undefined) return { kind: 'first' };
  const { date: on, time } = wallClock(mark.at, zone);
  return {
    kind: 'since',
    on,
    time,
    changes: [...ofRange(fed, mark), ...ofOdds(fed, mark), ...ofCloses(closes, mark)],
  };
};
