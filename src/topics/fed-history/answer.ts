import { dateBack, dateFrom, newYorkTime, yearOf } from '../../calendar/index.ts';
import type { ClosesStamp } from '../../facts/index.ts';
import { type Answered, answerIdOf, closesKnown, type Facts, type Fed } from '../../facts/index.ts';
import type { Decision } from '../../fed/index.ts';
import { changeBetween, type RatioChange } from '../../index-ratio/index.ts';
import { type IsoDate, utcDateOf } from '../../units.ts';
import {
  decisionsKnown,
  HOLDS_FROM,
  isMove,
  type KnownDecisions,
  levelOf,
  rangeBefore,
  type TargetLevel,
  wayOf,
} from './answer-decisions.ts';
import { outcomeOf } from './answer-outcome.ts';
import { decisionsIn, figuresOf } from './figures.ts';
import type { FedHistoryQuestion, FedWay } from './question.ts';

/** The days asked about, both counted; open where nothing was said. */
export interface AskedSpan {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

interface Moves {
  readonly kind: 'moves';
  readonly span: AskedSpan;
  /** Those asked for, oldest first. */
  readonly asked: readonly Decision[];
  /** Moves in the same span that were not asked for. */
  readonly others: readonly Decision[];
  /** Meetings in the span that held; absent where the span begins before the calendar of meetings. */
  readonly holds?: number;
  /** The range before the span and at its end. */
  readonly before?: TargetLevel;
  readonly after?: TargetLevel;
  /** The last move before the span. */
  readonly previous?: Decision;
}

interface One {
  readonly kind: 'one';
  readonly which: 'last' | 'first';
  readonly span: AskedSpan;
  readonly decision: Decision;
  /** The move before it. */
  readonly previous?: Decision;
  /** Moves after it, up to the end of the span. */
  readonly since: readonly Decision[];
}

/** One meeting's outcome. */
export type Outcome =
  /** Two of them where the Fed decided twice in the month asked about. */
  | { readonly kind: 'decided'; readonly decisions: readonly Decision[]; readonly previous?: Decision }
  | { readonly kind: 'outcome-unknown'; readonly on: IsoDate; readonly newest: Decision; readonly isLast: boolean }
  | { readonly kind: 'to-come'; readonly on: IsoDate }
  | { readonly kind: 'no-meeting'; readonly month: IsoDate; readonly day?: IsoDate; readonly level?: TargetLevel };

interface OnDay {
  readonly kind: 'on-day';
  readonly on: IsoDate;
  readonly level: TargetLevel;
  readonly last: Decision;
}

interface Cycle {
  readonly kind: 'cycle';
  /** The newest moves that all went one way, oldest first; and those the other way before them. */
  readonly run: readonly Decision[];
  readonly before: readonly Decision[];
  readonly holdsSince: number;
}

/** Why there is no answer. */
export type Unanswered =
  | { readonly kind: 'before-record'; readonly first?: IsoDate }
  | { readonly kind: 'runs-backwards'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'in-the-future'; readonly from: IsoDate };

export type History = Moves | One | Outcome | OnDay | Cycle | Unanswered;

/** What small caps did against large caps from one decision on. */
export interface MarketSince {
  readonly stamp: ClosesStamp;
  readonly change: Extract<RatioChange, { kind: 'change' }>;
}

export interface FedHistoryAnswer extends Answered {
  readonly kind: 'fed-history';
  readonly question: FedHistoryQuestion;
  readonly history: History;
  readonly fed: Fed;
  readonly hasGap: boolean;
  readonly market?: MarketSince;
}

const DECEMBER = 12;
const LAST_DAY = 31;

const spanOf = ({ from, to, back, yearsAgo, orEarlier }: FedHistoryQuestion, today: IsoDate): AskedSpan => {
  if (yearsAgo !== undefined) {
    const year = yearOf(today) - yearsAgo;
    return { ...(!orEarlier && { from: dateFrom(year, 1, 1) }), to: dateFrom(year, DECEMBER, LAST_DAY) };
  }
  const start = from ?? (back && dateBack(to ?? today, back));
  return { ...(start !== undefined && { from: start }), ...(to !== undefined && { to }) };
};

const isAsked =
  (way: FedWay | undefined) =>
  (decision: Decision): boolean =>
    way === undefined || way === 'move' ? isMove(decision) : wayOf(decision.change) === way;

const movesIn = ({ all }: KnownDecisions, way: FedWay | undefined, span: AskedSpan): Moves => {
  const isIn = ({ on }: Decision) => (span.from ?? on) <= on && on <= (span.to ?? on);
  const within = all.filter(isIn);
  const asked = within.filter(isAsked(way));
  const earlier = all.filter(({ on }) => span.from !== undefined && on < span.from);
  const previous = earlier.findLast(isMove);
  const [first] = within;
  const before = levelOf(earlier.at(-1)) ?? (first && rangeBefore(first));
  const after = levelOf(within.at(-1)) ?? before;
  return {
    kind: 'moves',
    span,
    asked,
    others: within.filter((one) => isMove(one) && !asked.includes(one)),
    ...(span.from !== undefined && span.from >= HOLDS_FROM && { holds: within.filter((one) => !isMove(one)).length }),
    ...(before && { before }),
    ...(after && { after }),
    ...(previous && { previous }),
  };
};

const oneOf = (known: KnownDecisions, question: FedHistoryQuestion, span: AskedSpan): One | Moves => {
  const moves = movesIn(known, question.way, span);
  const which = question.ask === 'first' ? 'first' : 'last';
  const decision = which === 'first' ? moves.asked[0] : moves.asked.at(-1);
  if (decision === undefined) return moves;
  const previous = known.all.findLast((one) => one.on < decision.on && isMove(one));
  const since = known.all.filter(({ on }) => on > decision.on && on <= (span.to ?? on)).filter(isMove);
  return { kind: 'one', which, span, decision, since, ...(previous && { previous }) };
};

const cycleIn = ({ all }: KnownDecisions): Cycle => {
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
  const span = spanOf(question, today);
  const { from, to } = span;
  if (question.ask === 'range') {
    const on = to ?? from ?? today;
    const last = known.all.findLast((one) => one.on <= on && isMove(one));
    if (on > today) return { kind: 'in-the-future', from: on };
    return last === undefined
      ? { kind: 'before-record', first: first.on }
      : { kind: 'on-day', on, level: { lower: last.lower, upper: last.upper }, last };
  }
  if (from !== undefined && to !== undefined && from > to) return { kind: 'runs-backwards', from, to };
  if (from !== undefined && from > today) return { kind: 'in-the-future', from };
  if (to !== undefined && to < first.on) return { kind: 'before-record', first: first.on };
  return question.ask === 'moves' ? movesIn(known, question.way, span) : oneOf(known, question, span);
};

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
  const figures = figuresOf(history, fed, market);
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
