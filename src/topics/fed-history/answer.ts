import { calendarDaysBetween, dateFrom, newYorkTime, yearOf } from '../../calendar/index.ts';
import { answerIdOf, closesKnown, type Facts, type Fed } from '../../facts/index.ts';
import { type Decision, UNSCHEDULED_FROM } from '../../fed/index.ts';
import { changeBetween } from '../../index-ratio/index.ts';
import { type IsoDate, utcDateOf } from '../../units.ts';
import {
  decisionsKnown,
  INFERRED_HOLDS_FROM,
  isMove,
  type KnownDecisions,
  outcomeOf,
  rangeBefore,
  targetLevelAfter,
} from './answer-decisions.ts';
import {
  type ByYear,
  decisionsIn,
  type FedHistoryAnswer,
  type FedMoves,
  fedHistoryFigures,
  type Gap,
  type History,
  type InARow,
  type MarketSince,
  type OneDecision,
  type RateCycle,
  type Spell,
  type Stay,
} from './answer-figures.ts';
import { type AskedSpan, type FedHistoryQuestion, isAskedBy, spanAsked } from './question.ts';

const movesIn = ({ all }: KnownDecisions, question: FedHistoryQuestion, span: AskedSpan): FedMoves => {
  const isIn = ({ on }: Decision) => (span.from ?? on) <= on && on <= (span.to ?? on);
  const within = all.filter(isIn);
  const asked = within.filter(isAskedBy(question)).slice(-(question.newest ?? within.length + 1));
  const earlier = all.filter(({ on }) => span.from !== undefined && on < span.from);
  const previous = earlier.findLast(isMove);
  const [first] = within;
  const before = targetLevelAfter(earlier.at(-1)) ?? (first && rangeBefore(first));
  const after = targetLevelAfter(within.at(-1)) ?? before;
  return {
    kind: 'moves',
    span,
    asked,
    others: question.newest ? [] : within.filter((one) => isMove(one) && !asked.includes(one)),
    ...(span.from !== undefined &&
      span.from >= INFERRED_HOLDS_FROM && { holds: within.filter((one) => !isMove(one)).length }),
    ...(before && { before }),
    ...(after && { after }),
    ...(previous && { previous }),
  };
};

const oneOf = (known: KnownDecisions, question: FedHistoryQuestion, span: AskedSpan): OneDecision | FedMoves => {
  const moves = movesIn(known, question, span);
  const which = (['first', 'largest', 'smallest'] as const).find((one) => one === question.ask) ?? 'last';
  const isBySize = which === 'largest' || which === 'smallest';
  const sizes = moves.asked.map(({ change }) => Math.abs(change));
  const size = which === 'smallest' ? Math.min(...sizes) : Math.max(...sizes);
  const alike = moves.asked.filter(({ change }) => Math.abs(change) === size);
  const decision = which === 'first' ? moves.asked[0] : (isBySize ? alike : moves.asked).at(-1);
  if (decision === undefined) return moves;
  const previous = known.all.findLast((one) => one.on < decision.on && isMove(one));
  const since = known.all.filter(({ on }) => on > decision.on && on <= (span.to ?? on)).filter(isMove);
  return {
    kind: 'one',
    which,
    span,
    decision,
    since: isBySize ? [] : since,
    ...(previous && { previous }),
    ...(isBySize && { ties: alike.length }),
  };
};

/** The top of the range when it was highest, or lowest, between two days. */
const extremeOf = (moves: readonly Decision[], { from, to, extreme }: FedHistoryQuestion): number => {
  const before = moves.findLast(({ on }) => from !== undefined && on < from);
  const within = moves.filter(({ on }) => (from ?? on) <= on && on <= (to ?? on));
  const levels = [...(before ? [before] : []), ...within].map(({ upper }) => upper);
  return extreme === 'lowest' ? Math.min(...levels) : Math.max(...levels);
};

/** Each time that the target stood at a level: the one asked about, or the one of the day asked about. */
const stayOf = ({ all }: KnownDecisions, question: FedHistoryQuestion, on: IsoDate): Stay => {
  const moves = all.filter(isMove);
  const asked = question.extreme ? extremeOf(moves, question) : question.level;
  const then = moves.findLast((one) => one.on <= on);
  const isAsked = ({ lower, upper }: Decision): boolean =>
    asked === undefined ? lower === then?.lower && upper === then.upper : asked === 0 ? lower === 0 : upper === asked;
  const { from: first, to: last } = question;
  // a level with its day is the one of that day: 5.25% was a target and the top of a range
  const there = moves.findLast((one) => first !== undefined && one.on <= first);
  const level = targetLevelAfter(there && isAsked(there) ? there : moves.findLast(isAsked));
  // 5.25–5.50% is not the 5.50% of the years before the target was a range
  const isThere = ({ lower, upper }: Decision): boolean => lower === level?.lower && upper === level.upper;
  const spells = moves.flatMap((one, at) => {
    const to = moves[at + 1]?.on;
    return isThere(one) ? [{ from: one.on, ...(to && { to, days: calendarDaysBetween(one.on, to) }) }] : [];
  });
  const isThen = ({ from, to }: Spell): boolean =>
    asked === undefined
      ? from === then?.on
      : first === undefined || ((to ?? first) >= first && (last === undefined || from <= last));
  return { kind: 'stay', spells: spells.filter(isThen), ...(level && { level }) };
};

const gapOf = ({ all }: KnownDecisions, { from, to }: FedHistoryQuestion, today: IsoDate): Gap => {
  const [start, end] = [(from ?? today) as IsoDate, (to ?? today) as IsoDate];
  const decisions = all.filter(({ on }) => on === start || on === end);
  return { kind: 'gap', from: start, to: end, days: calendarDaysBetween(start, end), decisions };
};

const byYear = (known: KnownDecisions, question: FedHistoryQuestion, span: AskedSpan, today: IsoDate): ByYear => {
  const first = yearOf(span.from ?? (known.all[0] as Decision).on);
  const last = Math.min(yearOf(span.to ?? today), yearOf(today));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).map((year) => {
    const [from, to] = [dateFrom(year, 1, 1), dateFrom(year, 12, 31)];
    const start = span.from !== undefined && span.from > from ? span.from : from;
    const { asked, after } = movesIn(known, question, { from: start, to: span.to && span.to < to ? span.to : to });
    return { year, moves: asked, ...(after && { level: after }) };
  });
  return { kind: 'by-year', span, years };
};

/** The newest of the longest. */
const inARowOf = ({ all }: KnownDecisions, question: FedHistoryQuestion, span: AskedSpan): InARow | undefined => {
  const within = all.filter(({ on }) => (span.from ?? on) <= on && on <= (span.to ?? on));
  let [run, longest]: [Decision[], Decision[]] = [[], []];
  for (const decision of within) {
    run = isAskedBy(question)(decision) ? [...run, decision] : [];
    if (run.length > 0 && run.length >= longest.length) longest = run;
  }
  const last = longest.at(-1);
  const ended = last && all.find(({ on }) => on > last.on);
  return last && { kind: 'in-a-row', span, run: longest, ...(ended && { ended }) };
};

const cycleIn = ({ all }: KnownDecisions): RateCycle => {
  const moves = all.filter(isMove);
  const newest = moves.at(-1) as Decision;
  const turned = moves.findLastIndex(({ change }) => Math.sign(change) !== Math.sign(newest.change));
  const earlier = moves.slice(0, turned + 1);
  const from = earlier.findLastIndex(({ change }) => Math.sign(change) === Math.sign(newest.change));
  return {
    kind: 'cycle',
    run: moves.slice(turned + 1),
    before: earlier.slice(from + 1),
    holdsSince: all.filter((one) => one.on > newest.on && !isMove(one)).length,
  };
};

const historyOf = (
  question: FedHistoryQuestion,
  known: KnownDecisions | undefined,
  fed: Fed,
  today: IsoDate,
): History => {
  const first = known?.all[0];
  if (known === undefined || first === undefined) return { kind: 'before-record' };
  if (question.ask === 'meeting') return outcomeOf(known, question, fed, today);
  if (question.ask === 'cycle') return cycleIn(known);
  if (question.ask === 'gap') return gapOf(known, question, today);
  const span = spanAsked(question, today);
  const { from, to } = span;
  if (question.yearly && !(from && from > today)) return byYear(known, question, span, today);
  if (question.ask === 'range') {
    const on = to ?? from ?? today;
    const last = known.all.findLast((one) => one.on <= on && isMove(one));
    if (on > today) return { kind: 'in-the-future', from: on };
    return last === undefined
      ? { kind: 'before-record', first: first.on }
      : { kind: 'on-day', on, level: { lower: last.lower, upper: last.upper }, last, newest: known.all.at(-1) ?? last };
  }
  if (question.ask === 'stay') return stayOf(known, question, to ?? today);
  if (from !== undefined && to !== undefined && from > to) return { kind: 'runs-backwards', from, to };
  if (from !== undefined && from > today) return { kind: 'in-the-future', from };
  if (to !== undefined && to < first.on) return { kind: 'before-record', first: first.on };
  if (question.unscheduled) {
    if (to !== undefined && to < UNSCHEDULED_FROM) return { kind: 'unscheduled-not-recorded', first: UNSCHEDULED_FROM };
    const begins = from === undefined || from < UNSCHEDULED_FROM ? UNSCHEDULED_FROM : from;
    return pickedIn(known, question, { ...span, from: begins });
  }
  if (question.way === 'hold') {
    if (to !== undefined && to < INFERRED_HOLDS_FROM) return { kind: 'holds-not-recorded', first: INFERRED_HOLDS_FROM };
    const begins = from === undefined || from < INFERRED_HOLDS_FROM ? INFERRED_HOLDS_FROM : from;
    return pickedIn(known, question, { ...span, from: begins });
  }
  return pickedIn(known, question, span);
};

const pickedIn = (
  known: KnownDecisions,
  question: FedHistoryQuestion,
  span: AskedSpan,
): FedMoves | OneDecision | InARow =>
  (question.inARow ? inARowOf(known, question, span) : undefined) ??
  (question.ask === 'moves' ? movesIn(known, question, span) : oneOf(known, question, span));

/** Small against large caps from the close of the first decision's day to the newest close, or the end of the span. */
const marketSince = (history: History, { market, now }: Facts): MarketSince | undefined => {
  const [first] = decisionsIn(history);
  const stamp = market.kind === 'live' ? closesKnown(market, now) : undefined;
  if (market.kind !== 'live' || stamp === undefined || first === undefined || history.kind === 'on-day')
    return undefined;
  const end =
    'span' in history && history.span.to !== undefined && history.span.to < stamp.on ? history.span.to : stamp.on;
  const change = first.on < end ? changeBetween(market.ratio, first.on, end) : undefined;
  return change?.kind === 'change' && change.from < change.to ? { stamp, change } : undefined;
};

/** Past decisions of the Fed: moves of a span, the last or first of them, a meeting's outcome, or the range on a day. */
export const answerFedHistory = (question: FedHistoryQuestion, facts: Facts): FedHistoryAnswer => {
  const { fed, now } = facts;
  const known = decisionsKnown(fed);
  const history = historyOf(question, known, fed, newYorkTime(now).date);
  const market = marketSince(history, facts);
  const figures = fedHistoryFigures(history, fed, market);
  return {
    kind: 'fed-history',
    id: answerIdOf(question, facts),
    asOf: utcDateOf(now),
    question,
    history,
    fed,
    hasGap: known?.hasGap ?? false,
    ...(market && { market }),
    figures,
    views: [],
    sources: [...new Set(figures.map(({ source }) => source))],
  };
};
