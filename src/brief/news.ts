import { sessionsBetween } from '../calendar/index.ts';
import { type Facts, findingsFor } from '../facts/index.ts';
import { MEETINGS, statementAt } from '../fed/index.ts';
import { isTeamNote, type Note } from '../notes/index.ts';
import { type IsoDate, type IsoInstant, utcDateOf } from '../units.ts';
import type { Brief, BriefChange, BriefCloses, BriefFed, BriefNews, LastTold, NoCloses, TargetRange } from './brief.ts';
import { wallClock } from './schedule.ts';

const PERCENT = 100;

/** The likeliest outcome of the next meeting, with its odds in percent. */
const oddsTold = ({ odds, likeliest }: BriefFed): LastTold['odds'] =>
  odds && likeliest && { meeting: odds.meeting.decision, outcome: likeliest, percent: odds[likeliest] * PERCENT };

/** The target range in percent, with the last meeting whose outcome it covers. */
const rangeTold = ({ fed: { range } }: BriefFed): LastTold['range'] => {
  if (range.kind !== 'range') return undefined;
  const covered = MEETINGS.findLast(({ decision }) => decision <= range.through);
  return { from: range.lower, to: range.upper, ...(covered && { through: covered.decision }) };
};

/** True where the data behind a range end before a meeting that was already reported: that range is no news. */
const isBehind = (range: LastTold['range'], known: LastTold['range']): boolean =>
  known?.through !== undefined && (range?.through === undefined || range.through < known.through);

/** Far more than the notes hold on one subject. */
const MOST_VIEWS = 60;

const viewsTold = (
  shown: Brief['opposingViews'],
  on: IsoDate,
  before: LastTold['views'] = [],
): NonNullable<LastTold['views']> => {
  const ids = shown ? [shown.bullish.claim.id, shown.bearish.claim.id] : [];
  return [...before.filter(({ id }) => !ids.includes(id)), ...ids.map((id) => ({ id, on }))].slice(-MOST_VIEWS);
};

/**
 * What a brief reported, for the next one in its channel to be compared with. What it lacks is carried over from the one
 * before, so that a morning without data does not hide the news of the next.
 *
 * @param at when it was posted
 * @param since what the last brief in its channel reported; absent where there was none
 */
export const lastToldBy = (
  { closes, fed, day, opposingViews, teamNotes }: Brief,
  at: IsoInstant,
  since?: LastTold,
): LastTold => {
  const told = rangeTold(fed);
  const range = told === undefined || isBehind(told, since?.range) ? since?.range : told;
  const odds = oddsTold(fed) ?? since?.odds;
  const views = viewsTold(opposingViews, day.date, since?.views);
  return {
    at,
    ...(since?.closes && { closes: since.closes }),
    ...(closes.kind === 'closes' && {
      closes: { on: closes.measured.end.on, ratio: closes.measured.end.ratio, russell: closes.russell, sp: closes.sp },
    }),
    ...(range && { range }),
    ...(views.length > 0 && { views }),
    notes: teamNotes.highest,
    ...(odds && { odds }),
  };
};

/** Smaller moves of the odds, in percentage points, are noise: two ticks of a futures contract make less. */
const NOTICEABLE_POINTS = 5;
/** Ratios that look the same when shown count as the same. */
const RATIO_DIGITS = 3;

const bounds = ({ from, to }: TargetRange): TargetRange => ({ from, to });

/** The last meeting whose outcome was reported; where that was not recorded, the last one before the brief. */
const reportedThrough = ({ at, range }: LastTold): IsoDate | undefined =>
  range?.through ?? MEETINGS.findLast((one) => statementAt(one) <= at)?.decision;

/** A changed range, or a meeting since then that is known to have left the range as it was. */
const rangeChanges = (fed: BriefFed, last: LastTold): readonly BriefChange[] => {
  const { range: before } = last;
  const range = rangeTold(fed);
  if (range === undefined || before === undefined || isBehind(range, before)) return [];
  if (range.from !== before.from || range.to !== before.to)
    return [{ kind: 'range', from: bounds(before), to: bounds(range) }];
  const through = reportedThrough(last);
  return range.through === undefined || (through !== undefined && range.through <= through)
    ? []
    : [{ kind: 'held', on: range.through }];
};

const oddsChanges = (fed: BriefFed, { odds: before }: LastTold): readonly BriefChange[] => {
  const odds = oddsTold(fed);
  if (odds === undefined || before === undefined || odds.meeting !== before.meeting) return [];
  const { meeting, outcome, percent } = odds;
  if (outcome !== before.outcome) return [{ kind: 'odds-flip', meeting, from: before.outcome, to: outcome, percent }];
  return Math.abs(percent - before.percent) < NOTICEABLE_POINTS
    ? []
    : [{ kind: 'odds', meeting, outcome, from: before.percent, to: percent }];
};

const closeChanges = (closes: BriefCloses | NoCloses, { closes: before }: LastTold): readonly BriefChange[] => {
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

/**
 * What changed since the last brief, the most important first: the Fed, its odds, a record, the closes.
 *
 * @param last what the last brief in the channel reported; undefined where there was none
 * @param zone IANA name, for the date and time of the last brief
 */
export const newsSince = (
  last: LastTold | undefined,
  { closes, fed }: { readonly closes: BriefCloses | NoCloses; readonly fed: BriefFed },
  zone: string,
): BriefNews => {
  if (last === undefined) return { kind: 'first' };
  const { date: on, time } = wallClock(last.at, zone);
  return {
    kind: 'since',
    on,
    time,
    changes: [...rangeChanges(fed, last), ...oddsChanges(fed, last), ...closeChanges(closes, last)],
  };
};

const numberOf = ({ number }: Note): number => Number(number.slice(1));

/**
 * What a team has added since the last brief, by the numbers of its notes, which are never given twice.
 *
 * @param last what the last brief in the channel reported; where that knew of no notes, those added on a later day count
 */
export const teamNotesSince = (last: LastTold | undefined, facts: Facts): Brief['teamNotes'] => {
  const own = facts.notes.notes.filter(({ id }) => isTeamNote(id));
  const highest = Math.max(...own.map(numberOf), last?.notes ?? 0);
  if (last === undefined) return { highest };
  const { notes: told, at } = last;
  const notes = own
    .filter((note) =>
      told === undefined ? note.added !== undefined && note.added.on > utcDateOf(at) : numberOf(note) > told,
    )
    .sort((one, other) => numberOf(one) - numberOf(other));
  if (notes.length === 0) return { highest };
  const claims = facts.notes.claims.filter(({ note }) => notes.includes(note));
  const ids = new Set(notes.map(({ id }) => id));
  return {
    highest,
    added: {
      notes,
      claims: claims.length,
      views: claims.filter(({ stance }) => stance !== undefined).length,
      figures: claims.reduce((sum, { figures }) => sum + figures.length, 0),
      wrong: findingsFor(facts).all.filter(({ note, verdict }) => ids.has(note) && verdict === 'disagrees').length,
    },
  };
};
