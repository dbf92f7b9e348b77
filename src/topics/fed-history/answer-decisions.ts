import { dateFrom, daysInMonth, yearOf } from '../../calendar/index.ts';
import type { Fed } from '../../facts/index.ts';
import { type Decision, decisionsBetween, MEETINGS } from '../../fed/index.ts';
import { basisPoints, type IsoDate, isoDate, isoMonthOf, percent } from '../../units.ts';
import type { Outcome, TargetLevel, Unanswered } from './answer-figures.ts';
import type { FedHistoryQuestion } from './question.ts';

/** What the Fed decided, as known at the moment of an answer. */

const BPS_A_POINT = 100;
const EARLIEST = isoDate('1900-01-01');

/** From this day on every scheduled meeting is in the calendar: one without a change held. */
export const INFERRED_HOLDS_FROM = (MEETINGS[0] as (typeof MEETINGS)[number]).decision;

/** The decisions known, and where the newest change is from. */
export interface KnownDecisions {
  /** Changes and, from {@link INFERRED_HOLDS_FROM} on, holds; oldest first. */
  readonly all: readonly Decision[];
  /** Decisions announced up to and including this day are in it. */
  readonly through: IsoDate;
  /** True where a provider's rates reach further than the record, and changes in between may be missing. */
  readonly hasGap: boolean;
}

const byDay = (one: Decision, other: Decision): number => one.on.localeCompare(other.on);

/** A change after the newest decision known that a provider's rates show, such as one between two meetings. */
const changeSince = (newest: Decision, { range }: Fed): Decision | undefined => {
  if (range.kind !== 'range' || range.last === undefined || range.last.on <= newest.on) return undefined;
  if (range.upper === newest.upper && range.lower === newest.lower) return undefined;
  return { on: range.last.on, change: range.last.change, lower: range.lower, upper: range.upper };
};

/** The range before a decision: its own less the change. */
export const rangeBefore = ({ change, lower, upper }: Decision): TargetLevel => ({
  lower: percent(lower - change / BPS_A_POINT),
  upper: percent(upper - change / BPS_A_POINT),
});

/** Undefined before the first decision on record. */
export const decisionsKnown = (fed: Fed): KnownDecisions | undefined => {
  if (fed.range.kind !== 'range') return undefined;
  const { through } = fed.range;
  const recorded = [...decisionsBetween(EARLIEST, through), ...fed.sinceRecord.filter(({ on }) => on <= through)];
  const newest = recorded.at(-1);
  if (newest === undefined) return undefined;
  const since = changeSince(newest, fed);
  const changes = since ? [...recorded, since] : recorded;
  const decided = new Set(changes.map(({ on }) => on));
  const hasGap = since !== undefined && rangeBefore(since).upper !== newest.upper;
  const holds = MEETINGS.filter(({ decision }) => decision <= through && !decided.has(decision)).flatMap(
    ({ decision }): readonly Decision[] => {
      const level = changes.findLast(({ on }) => on < decision);
      const isUnsure = hasGap && decision > newest.on && decision < (since?.on ?? decision);
      return level === undefined || isUnsure
        ? []
        : [{ on: decision, change: basisPoints(0), lower: level.lower, upper: level.upper }];
    },
  );
  return { all: [...changes, ...holds].sort(byDay), through, hasGap };
};

/** True of a cut or a hike. */
export const isMove = ({ change }: Decision): boolean => change !== 0;

/** The target range that a decision led to, percent. */
export const targetLevelAfter = (decision: Decision | undefined): TargetLevel | undefined =>
  decision && { lower: decision.lower, upper: decision.upper };

/** `2026-09`: the month asked about; without a year, the newest of its name that has begun. */
const monthAsked = ({ month, year }: NonNullable<FedHistoryQuestion['meeting']>, today: IsoDate): IsoDate => {
  const thisYear = dateFrom(yearOf(today), month, 1);
  if (year !== undefined) return dateFrom(year, month, 1);
  return thisYear <= today ? thisYear : dateFrom(yearOf(today) - 1, month, 1);
};

/** What one meeting decided, or why that is not known. @param today New York's */
export const outcomeOf = (
  known: KnownDecisions,
  { meeting }: FedHistoryQuestion,
  { outcomes }: Fed,
  today: IsoDate,
): Outcome | Unanswered => {
  const newest = known.all.at(-1) as Decision;
  const unknown = outcomes.kind === 'unknown' ? outcomes.meetings.map(({ decision }) => decision) : [];
  const decided = (decisions: readonly Decision[]): Outcome => {
    const previous = known.all.findLast((one) => one.on < (decisions[0] as Decision).on && isMove(one));
    return { kind: 'decided', decisions, ...(previous && { previous }) };
  };
  if (meeting === undefined) {
    const last = unknown.at(-1);
    return last === undefined ? decided([newest]) : { kind: 'outcome-unknown', on: last, newest, isLast: true };
  }
  const month = monthAsked(meeting, today);
  const day =
    meeting.day === undefined
      ? undefined
      : dateFrom(yearOf(month), meeting.month, Math.min(meeting.day, daysInMonth(isoMonthOf(month))));
  if ((day ?? month) < (known.all[0] as Decision).on.slice(0, 7)) {
    return { kind: 'before-record', first: (known.all[0] as Decision).on };
  }
  const scheduled = MEETINGS.filter(({ decision, start }) =>
    day === undefined ? isSameMonth(decision, month) : decision === day || start === day,
  ).map(({ decision }) => decision);
  const isMeant = ({ on }: Decision) =>
    day === undefined ? isSameMonth(on, month) : on === day || scheduled.includes(on);
  const found = known.all.filter(isMeant);
  if (found.length > 0) return decided(found);
  const [on] = scheduled;
  if (on === undefined && (day ?? month) > today) return { kind: 'in-the-future', from: day ?? month };
  if (on === undefined) {
    const level = targetLevelAfter(known.all.findLast((one) => one.on <= (day ?? month)));
    const isKnown = (day ?? month) <= known.through;
    return { kind: 'no-meeting', month, ...(day && { day }), ...(isKnown && level && { level }) };
  }
  return on > today || !unknown.includes(on)
    ? { kind: 'to-come', on }
    : { kind: 'outcome-unknown', on, newest, isLast: on === unknown.at(-1) };
};

const isSameMonth = (one: IsoDate, other: IsoDate): boolean => one.slice(0, 7) === other.slice(0, 7);
