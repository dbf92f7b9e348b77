import { calendarDaysBetween, sessionsBetween } from '../calendar/index.ts';
import { MEETINGS, type MeetingOdds, statementAt } from '../fed/index.ts';
import type { FedAnswer } from '../topics/fed/answer.ts';
import type { IsoDate, IsoInstant } from '../units.ts';
import type {
  Brief,
  BriefChange,
  BriefCloses,
  BriefFed,
  BriefNews,
  MeetingOutcome,
  NoCloses,
  TargetRange,
} from './brief.ts';
import { type LastTold, wallClock } from './schedule.ts';

/** What a meeting can come to. */
export const OUTCOMES: readonly MeetingOutcome[] = ['cut', 'hold', 'hike'];

/** The outcome of a meeting that futures imply as the likeliest; of two alike, the one that comes first here. */
const likeliestOutcome = (odds: Pick<MeetingOdds, MeetingOutcome>): MeetingOutcome =>
  OUTCOMES.reduce((best, one) => (odds[one] > odds[best] ? one : best));

/**
 * The range, the next meeting, and what futures imply of it.
 *
 * @param today the brief's own date, from which the days to the meeting count
 */
export const fedOf = ({ fed }: FedAnswer, today: IsoDate): BriefFed => {
  const next = fed.odds.kind === 'path' ? fed.odds.meetings[0] : undefined;
  return {
    fed,
    ...(fed.next.kind === 'meeting' && { daysToNext: calendarDaysBetween(today, fed.next.meeting.decision) }),
    ...(next?.kind === 'odds' && { odds: next, likeliest: likeliestOutcome(next) }),
  };
};

const PERCENT = 100;

/** The likeliest outcome of the next meeting with its odds in percent, as a mark keeps it. */
export const oddsTold = ({ odds, likeliest }: BriefFed): LastTold['odds'] =>
  odds && likeliest && { meeting: odds.meeting.decision, outcome: likeliest, percent: odds[likeliest] * PERCENT };

/** The target range as a mark keeps it, with the last meeting whose outcome it covers. */
export const rangeTold = ({ fed: { range } }: BriefFed): LastTold['range'] => {
  if (range.kind !== 'range') return undefined;
  const covered = MEETINGS.findLast(({ decision }) => decision <= range.through);
  return { from: range.lower, to: range.upper, ...(covered && { through: covered.decision }) };
};

/** True where the record behind a range ends before a meeting that was covered already: its range is not news. */
export const isBehind = (range: LastTold['range'], known: LastTold['range']): boolean =>
  known?.through !== undefined && (range?.through === undefined || range.through < known.through);

/**
 * What a brief told, for the next one in its channel to be held against. What it lacks is kept as an earlier one told it:
 * a morning without data does not make the next one's news old.
 *
 * @param at when it was posted
 * @param since what the last brief in its channel told; absent where there was none
 */
export const lastToldBy = ({ closes, fed }: Brief, at: IsoInstant, since?: LastTold): LastTold => {
  const told = rangeTold(fed);
  const range = told === undefined || isBehind(told, since?.range) ? since?.range : told;
  const odds = oddsTold(fed) ?? since?.odds;
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

/** From this many percentage points on, odds have moved noticeably: two ticks of a contract make less. */
const NOTICEABLE_POINTS = 5;
/** Ratios that are written alike are alike. */
const RATIO_DIGITS = 3;

const bounds = ({ from, to }: TargetRange): TargetRange => ({ from, to });

/** The last meeting whose outcome was told; of a mark that does not say, the last one that had passed. */
const toldThrough = ({ at, range }: LastTold): IsoDate | undefined =>
  range?.through ?? MEETINGS.findLast((one) => statementAt(one) <= at)?.decision;

/** A changed range; or a meeting that is known by now, and was not then, to have left the range as it was. */
const ofRange = (fed: BriefFed, mark: LastTold): readonly BriefChange[] => {
  const { range: before } = mark;
  const range = rangeTold(fed);
  if (range === undefined || before === undefined || isBehind(range, before)) return [];
  if (range.from !== before.from || range.to !== before.to)
    return [{ kind: 'range', from: bounds(before), to: bounds(range) }];
  const through = toldThrough(mark);
  return range.through === undefined || (through !== undefined && range.through <= through)
    ? []
    : [{ kind: 'held', on: range.through }];
};

const ofOdds = (fed: BriefFed, { odds: before }: LastTold): readonly BriefChange[] => {
  const odds = oddsTold(fed);
  if (odds === undefined || before === undefined || odds.meeting !== before.meeting) return [];
  const { meeting, outcome, percent } = odds;
  if (outcome !== before.outcome) return [{ kind: 'odds-flip', meeting, from: before.outcome, to: outcome, percent }];
  return Math.abs(percent - before.percent) < NOTICEABLE_POINTS
    ? []
    : [{ kind: 'odds', meeting, outcome, from: before.percent, to: percent }];
};

const ofCloses = (closes: BriefCloses | NoCloses, { closes: before }: LastTold): readonly BriefChange[] => {
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
  mark: LastTold | undefined,
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
