import type { Answered, ClosesStamp, Fed } from '../../facts/index.ts';
import type { Decision } from '../../fed/index.ts';
import type { RatioChange } from '../../index-ratio/index.ts';
import type { IsoDate, Percent } from '../../units.ts';
import type { FedHistoryQuestion } from './question.ts';

/** The target range, percent a year; one number before it was a range. */
export interface TargetLevel {
  readonly lower: Percent;
  readonly upper: Percent;
}

/** The days asked about, both counted; open where nothing was said. */
export interface AskedSpan {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

export interface FedMoves {
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

export interface OneDecision {
  readonly kind: 'one';
  readonly which: 'last' | 'first';
  readonly span: AskedSpan;
  readonly decision: Decision;
  /** The move before it. */
  readonly previous?: Decision;
  /** Moves after it, up to the end of the span. */
  readonly since: readonly Decision[];
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
  /** Holds were asked for, of a time before the calendar of meetings. */
  | { readonly kind: 'holds-not-recorded'; readonly first: IsoDate }
  | { readonly kind: 'before-record'; readonly first?: IsoDate }
  | { readonly kind: 'runs-backwards'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'in-the-future'; readonly from: IsoDate };

export type History = FedMoves | OneDecision | Outcome | OnDay | RateCycle | Unanswered;

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
