import { daysInMonth, newYorkTime } from '../calendar/index.ts';
import {
  type BasisPoints,
  basisPoints,
  type IsoDate,
  type IsoInstant,
  type IsoMonth,
  isoMonthOf,
  type Percent,
  percent,
} from '../units.ts';
import { type ContractState, contractState, type FuturesPrice } from './futures-prices.ts';
import { convolve, type Directions, directionsOf, expectedMove, type MoveOdds, stepOdds } from './implied-odds.ts';
import {
  canSolveEnd,
  type PlannedMonth,
  type RateWeights,
  type SolvedMonth,
  solveMonths,
  splitOf,
} from './implied-rates.ts';
import {
  decisionDayIn,
  FIRST_MEETING_MONTH,
  type Meeting,
  meetingsAfter,
  NO_CALENDAR,
  type NoCalendar,
  pathMonths,
} from './meetings.ts';

/** Why the futures say nothing of a meeting. */
export type NotImplied =
  /** `fewDays`: the days from the decision on, where they alone are too few to do without the contract of a later month. */
  | (Exclude<ContractState, { kind: 'usable' }> & { readonly fewDays?: number })
  /** The first month without a meeting after it lies beyond the meeting calendar. */
  | NoCalendar
  /** Too few days of the month lie on one side of the meeting, and no neighbouring month gives that side. */
  | { readonly kind: 'too-few-days'; readonly month: IsoMonth };

/** The sum of all moves up to a meeting: cut means a range below today's, hike one above. */
interface FromToday extends Directions {
  readonly outcomes: readonly MoveOdds[];
  readonly expectedMove: BasisPoints;
}

/** What fed funds futures imply of one meeting. Probabilities run from 0 to 1, unrounded: show whole percents. */
export interface MeetingOdds extends Directions {
  readonly kind: 'odds';
  readonly meeting: Meeting;
  /** Implied mean federal funds rate before and after the meeting, percent. */
  readonly start: Percent;
  readonly end: Percent;
  /** Moves at this meeting alone, smallest first. */
  readonly outcomes: readonly MoveOdds[];
  /** The probability-weighted move at this meeting; negative is a cut. */
  readonly expectedMove: BasisPoints;
  /** True where the prices implied more than 100 bp, which was put in its place. */
  readonly isClamped: boolean;
  /** By how much one tick, 0.005 in the price that moves them most, moves these odds: 0.023 is 2.3 points. */
  readonly oddsPerTick: number;
  /** From the range in force today to the one after this meeting; absent where a meeting in between is not implied. */
  readonly fromToday?: FromToday;
  /** The contracts it rests on. */
  readonly contracts: readonly FuturesPrice[];
  /** The oldest of their days. */
  readonly asOf: IsoDate;
}

/** A meeting with the odds the futures imply of it, or why they imply none. */
export type ImpliedMeeting =
  | MeetingOdds
  | { readonly kind: 'not-implied'; readonly meeting: Meeting; readonly why: NotImplied };

/** What the futures imply of the coming meetings, soonest first. */
export type ImpliedPath = { readonly kind: 'path'; readonly meetings: readonly ImpliedMeeting[] } | NoCalendar;

/** What a path is computed from. */
interface ImpliedInputs {
  readonly prices: readonly FuturesPrice[];
  /** The path starts with the first meeting whose statement comes out after this; prices of later days are not looked at. */
  readonly now: IsoInstant;
  /** How many meetings; all of the calendar without it. */
  readonly count?: number;
  /** The market's rate now, percent: prices more than two points from it are refused. Not an input of the odds. */
  readonly rate?: Percent;
}

const planned = (state: ContractState, month: IsoMonth): PlannedMonth => {
  const decisionDay = decisionDayIn(month);
  return {
    month,
    days: daysInMonth(month),
    ...(decisionDay !== undefined && { decisionDay }),
    ...(state.kind === 'usable' && { average: 100 - state.price.price }),
  };
};

/** The first thing that keeps a month's rates from being solved, looking on to the next month without a meeting. */
const whyNot = (at: number, plan: readonly PlannedMonth[], states: readonly ContractState[]): NotImplied => {
  const anchor = plan.findIndex(({ decisionDay }, ahead) => ahead > at && decisionDay === undefined);
  const needed = states.slice(at, anchor < 0 ? undefined : anchor + 1);
  const fault = [...needed, ...(at > 0 ? states.slice(at - 1, at) : [])].find(({ kind }) => kind !== 'usable');
  const own = plan[at] as PlannedMonth;
  if (fault !== undefined && fault.kind !== 'usable') {
    const { days, oldRateDays } = splitOf(own);
    const isAlone = fault.month > own.month && !canSolveEnd({ days, oldRateDays });
    return isAlone ? { ...fault, fewDays: days - oldRateDays } : fault;
  }
  return anchor < 0 ? NO_CALENDAR : { kind: 'too-few-days', month: own.month };
};

const TICK = 0.005;
const STEP_POINTS = 0.25;

/** The change of the odds for one tick in the price that moves them most. Rates are linear in prices, so this is exact. */
const oddsPerTick = (start: RateWeights, end: RateWeights): number => {
  const moved = [...new Set([...start.keys(), ...end.keys()])].map((month) =>
    Math.abs((end.get(month) ?? 0) - (start.get(month) ?? 0)),
  );
  return (Math.max(...moved) * TICK) / STEP_POINTS;
};

const oddsAt = (
  meeting: Meeting,
  { start, end }: Required<SolvedMonth>,
  states: readonly ContractState[],
): MeetingOdds => {
  const { outcomes, isClamped } = stepOdds(start.rate, end.rate);
  const used = new Set([...start.weights.keys(), ...end.weights.keys()]);
  const contracts = states.flatMap((one) => (one.kind === 'usable' && used.has(one.price.month) ? [one.price] : []));
  return {
    kind: 'odds',
    meeting,
    start: percent(start.rate),
    end: percent(end.rate),
    outcomes,
    ...directionsOf(outcomes),
    expectedMove: expectedMove(outcomes),
    isClamped,
    oddsPerTick: oddsPerTick(start.weights, end.weights),
    contracts,
    asOf: contracts.map(({ asOf }) => asOf).toSorted()[0] as IsoDate,
  };
};

/** Adds up the moves from one meeting to the next, as far as every one of them is implied. */
const fromToday = (meetings: readonly ImpliedMeeting[]): readonly ImpliedMeeting[] => {
  let sum: readonly MoveOdds[] = [{ move: basisPoints(0), probability: 1 }];
  const gap = meetings.findIndex(({ kind }) => kind === 'not-implied');
  return meetings.map((one, at) => {
    if (one.kind === 'not-implied' || (gap >= 0 && at > gap)) return one;
    sum = convolve(sum, one.outcomes);
    return { ...one, fromToday: { outcomes: sum, ...directionsOf(sum), expectedMove: expectedMove(sum) } };
  });
};

/**
 * What 30-day fed funds futures imply of each coming meeting, by CME FedWatch's method: a month's contract gives its
 * mean rate; a month without a meeting anchors the rates around it; the difference across a meeting is split between
 * the two nearest quarter-point moves. Cuts, holds and hikes alike. Contracts only: the rate observed so far is no input.
 *
 * @see CME Group, "Fed Funds Futures Probability Tree Calculator"
 * @example October 2026 at 96.105 and November at 95.98, both of 2026-09-18: 57.4 % for a 25 bp hike on 2026-10-28
 */
export const impliedPath = ({ prices, now, count, rate }: ImpliedInputs): ImpliedPath => {
  const today = newYorkTime(now).date;
  const coming = meetingsAfter(now).slice(0, count);
  if (today.slice(0, 7) < FIRST_MEETING_MONTH || coming.length === 0) return NO_CALENDAR;
  const months = pathMonths(now);
  const states = months.map((month) => contractState(prices, month, today, rate));
  const plan = months.map((month, at) => planned(states[at] as ContractState, month));
  const solved = solveMonths(plan);
  const meetings = coming.map((meeting): ImpliedMeeting => {
    const at = months.indexOf(isoMonthOf(meeting.decision));
    const { start, end } = solved[at] as SolvedMonth;
    return start === undefined || end === undefined
      ? { kind: 'not-implied', meeting, why: whyNot(at, plan, states) }
      : oddsAt(meeting, { start, end }, states);
  });
  return { kind: 'path', meetings: fromToday(meetings) };
};
