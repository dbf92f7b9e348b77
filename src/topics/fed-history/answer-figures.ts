import { type Answered, type AnsweredFigure, type ClosesStamp, type Fed, figuresFrom } from '../../facts/index.ts';
import { type Decision, FED_SOURCE } from '../../fed/index.ts';
import type { RatioChange } from '../../index-ratio/index.ts';
import { type BasisPoints, basisPoints, type IsoDate, type Percent } from '../../units.ts';
import type { AskedSpan, FedHistoryQuestion } from './question.ts';

/** The target range, percent a year; one number before it was a range. */
export interface TargetLevel {
  readonly lower: Percent;
  readonly upper: Percent;
}

export interface FedMoves {
  readonly kind: 'moves';
  readonly span: AskedSpan;
  /** The moves in question, oldest first. */
  readonly asked: readonly Decision[];
  /** The other moves in the same span. */
  readonly others: readonly Decision[];
  /** Meetings in the span that held; absent where the span begins before the calendar of meetings. */
  readonly holds?: number;
  /** The range before the span and at its end. */
  readonly before?: TargetLevel;
  readonly after?: TargetLevel;
  /** The last move before the span. */
  readonly previous?: Decision;
}

export interface OneDecision {
  readonly kind: 'one';
  readonly which: 'last' | 'first' | 'largest' | 'smallest';
  readonly span: AskedSpan;
  readonly decision: Decision;
  /** The move before it. */
  readonly previous?: Decision;
  /** Moves after it, up to the end of the span. */
  readonly since: readonly Decision[];
  /** How many of the span were as large, with `largest` and `smallest`. */
  readonly ties?: number;
}

/** The outcome of one meeting. */
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
  /** The newest decision known. */
  readonly newest: Decision;
}

/** A time in which the target did not change. */
export interface Spell {
  /** The day of the decision that began it. */
  readonly from: IsoDate;
  /** The day of the one that ended it; absent while none is known to have. */
  readonly to?: IsoDate;
  readonly days?: number;
}

export interface Stay {
  readonly kind: 'stay';
  /** The level asked about, or the one that stood on the day asked about. */
  readonly level?: TargetLevel;
  /** Oldest first; none where the target never stood there. */
  readonly spells: readonly Spell[];
}

/** From one day to another. */
export interface Gap {
  readonly kind: 'gap';
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  /** What was decided on those days. */
  readonly decisions: readonly Decision[];
}

/** The longest run of decisions of one kind without another between them. */
export interface InARow {
  readonly kind: 'in-a-row';
  readonly span: AskedSpan;
  readonly run: readonly Decision[];
  /** The decision that ended it; absent while none is known to have. */
  readonly ended?: Decision;
}

/** What was decided year by year. */
export interface ByYear {
  readonly kind: 'by-year';
  readonly span: AskedSpan;
  /** Oldest first; `level` is the range at the year's end, or the newest known. */
  readonly years: readonly {
    readonly year: number;
    readonly moves: readonly Decision[];
    readonly level?: TargetLevel;
  }[];
}

export interface RateCycle {
  readonly kind: 'cycle';
  /** The newest moves that all went one way, oldest first; and those the other way before them. */
  readonly run: readonly Decision[];
  readonly before: readonly Decision[];
  readonly holdsSince: number;
}

/** Why there is no answer. */
export type Unanswered =
  /** The question is about holds before the calendar of meetings begins. */
  | { readonly kind: 'holds-not-recorded'; readonly first: IsoDate }
  /** The question is about moves between meetings before they are marked. */
  | { readonly kind: 'unscheduled-not-recorded'; readonly first: IsoDate }
  | { readonly kind: 'before-record'; readonly first?: IsoDate }
  | { readonly kind: 'runs-backwards'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'in-the-future'; readonly from: IsoDate };

export type History = FedMoves | OneDecision | Outcome | OnDay | Stay | Gap | InARow | ByYear | RateCycle | Unanswered;

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

/** The decisions an answer lists. */
export const decisionsIn = (history: History): readonly Decision[] => {
  switch (history.kind) {
    case 'moves':
      return history.asked;
    case 'one':
      return [history.decision];
    case 'decided':
    case 'gap':
      return history.decisions;
    case 'outcome-unknown':
      return [history.newest];
    case 'in-a-row':
    case 'cycle':
      return history.run;
    case 'on-day':
      return [history.last];
    case 'by-year':
      return history.years.flatMap(({ moves }) => moves);
    default:
      return [];
  }
};

/** Σ of the changes, basis points. @example −50, −25 and −25 // −100 */
const sumOf = (decisions: readonly Decision[]): BasisPoints =>
  basisPoints(decisions.reduce((sum, { change }) => sum + change, 0));

/** Every number of the answer, in full precision. */
export const fedHistoryFigures = (
  history: History,
  fed: Fed,
  market: MarketSince | undefined,
): readonly AnsweredFigure[] => {
  const figure = figuresFrom(FED_SOURCE.name);
  const decisions = decisionsIn(history);
  const newest = decisions.at(-1);
  const source = (on: IsoDate) =>
    fed.range.kind === 'range' && fed.range.last?.on === on && fed.source.name !== FED_SOURCE.name
      ? fed.source.name
      : FED_SOURCE.name;
  const level =
    history.kind === 'moves'
      ? history.after
      : history.kind === 'on-day' || history.kind === 'stay'
        ? history.level
        : newest;
  return [
    ...(history.kind === 'moves'
      ? [
          figure('fed.moves.count', history.asked.length, 'count', 'decisions asked for in the span'),
          figure('fed.moves.sum', sumOf(history.asked), 'bp', 'sum of those decisions, negative for cuts'),
        ]
      : []),
    ...(history.kind === 'stay' ? history.spells : []).flatMap(({ from, days }): AnsweredFigure[] =>
      days === undefined
        ? []
        : [figure(`fed.stay.${from}`, days, 'count', `calendar days without a change from ${from}`)],
    ),
    ...(history.kind === 'gap' || history.kind === 'in-a-row'
      ? [
          figure(
            history.kind === 'gap' ? 'fed.gap.days' : 'fed.in-a-row',
            history.kind === 'gap' ? history.days : history.run.length,
            'count',
            history.kind === 'gap' ? `calendar days from ${history.from} to ${history.to}` : 'decisions in a row',
          ),
        ]
      : []),
    ...decisions.map(
      ({ on, change }): AnsweredFigure =>
        figuresFrom(source(on))(`fed.move.${on}`, change, 'bp', `decision of ${on}, negative for a cut`),
    ),
    ...(level
      ? [
          figure('fed.lower', level.lower, '%', 'target range after it, lower bound'),
          figure('fed.upper', level.upper, '%', 'target range after it, upper bound'),
        ]
      : []),
    ...(market
      ? [
          figuresFrom(market.stamp.provenance.source)(
            'ratio.change.since',
            market.change.ratio,
            '%',
            `Russell 2000 ÷ S&P 500, change from ${market.change.from} to ${market.change.to}`,
          ),
        ]
      : []),
  ];
};
