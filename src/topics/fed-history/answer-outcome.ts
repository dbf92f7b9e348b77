import { dateFrom, daysInMonth, yearOf } from '../../calendar/index.ts';
import type { Fed } from '../../facts/index.ts';
import { type Decision, MEETINGS } from '../../fed/index.ts';
import { type IsoDate, isoMonthOf } from '../../units.ts';
import { isMove, type KnownDecisions, levelOf } from './answer-decisions.ts';
import type { Outcome, Unanswered } from './answer-type.ts';
import type { FedHistoryQuestion } from './question.ts';

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
  if (on === undefined) {
    const level = levelOf(known.all.findLast((one) => one.on <= (day ?? month)));
    const isKnown = (day ?? month) <= known.through;
    return { kind: 'no-meeting', month, ...(day && { day }), ...(isKnown && level && { level }) };
  }
  return on > today || !unknown.includes(on)
    ? { kind: 'to-come', on }
    : { kind: 'outcome-unknown', on, newest, isLast: on === unknown.at(-1) };
};

const isSameMonth = (one: IsoDate, other: IsoDate): boolean => one.slice(0, 7) === other.slice(0, 7);
