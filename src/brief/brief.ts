import { calendarDaysBetween, newYorkTime } from '../calendar/index.ts';
import type { Answered, DatedReading, DatedView, Facts, Fed } from '../facts/index.ts';
import type { MeetingOdds } from '../fed/index.ts';
import type { Finding } from '../record/index.ts';
import type { ComparedMove } from '../topics/compare-moves/answer.ts';
import { answer } from '../topics/registry.ts';
import type { Measured, NotMeasured } from '../topics/rotation/answer.ts';
import type { IsoDate, IsoInstant, Percent } from '../units.ts';
import type { MarketDay } from './dispatch-decision.ts';
import type { LastTold } from './schedule.ts';

/** The morning brief as a value: what the day is, where the market stands, and what changed since the last one. */

/** What a meeting can come to: `cut`, `hold` or `hike`. */
export type MeetingOutcome = NonNullable<LastTold['odds']>['outcome'];

/** The bounds of the Fed's target range, percent. */
export type TargetRange = Pick<NonNullable<LastTold['range']>, 'from' | 'to'>;

/** Changes of the ratio and of both indexes over one span, in percent. */
export interface IndexChanges {
  readonly from: IsoDate;
  readonly ratio: Percent;
  readonly russell: Percent;
  readonly sp: Percent;
}

/** The newest ratio stands lower, or higher, than at every close of a month and more. */
export interface RatioExtreme {
  readonly way: 'lowest' | 'highest';
  /** The last session that stood as low, or as high; absent where none of the series did. */
  readonly since?: IsoDate;
}

/** How often the ratio moved one way of late, where it did so nearly every time. */
export interface RatioStreak {
  readonly way: 'up' | 'down';
  readonly count: number;
  readonly of: number;
}

/** Where both indexes and their ratio closed last, and how that compares. */
export interface BriefCloses {
  readonly kind: 'closes';
  readonly measured: Measured;
  /** Index points. */
  readonly russell: number;
  readonly sp: number;
  /** From the session before; absent where its close is not in the data. */
  readonly day?: IndexChanges;
  readonly month?: IndexChanges;
  /** Beyond half a percent in a day; absent where the day's change is not known. */
  readonly direction?: 'slipped' | 'gained' | 'held';
  readonly extreme?: RatioExtreme;
  readonly run?: RatioStreak;
}

/** Why there are no closes, and what a note printed instead. */
export interface NoCloses {
  readonly kind: 'no-closes';
  readonly why: Extract<NotMeasured, { kind: 'no-closes' }>['why'];
  /** The newest that a note prints; it is never told as a close. */
  readonly reading?: DatedReading;
}

/** Where the Fed stands, and what comes next. */
export interface BriefFed {
  readonly fed: Fed;
  /** Calendar days from the brief's own date to that of the next decision; −1 in the east, where it comes after midnight. */
  readonly daysToNext?: number;
  /** What futures imply of the next meeting, where they do. */
  readonly odds?: MeetingOdds;
  readonly likeliest?: MeetingOutcome;
}

/** One thing that is not as the last brief told it. */
export type BriefChange =
  /** The target range. */
  | {
      readonly kind: 'range';
      readonly from: TargetRange;
      readonly to: TargetRange;
    }
  /** A meeting's outcome has become known, and the range stayed. */
  | { readonly kind: 'held'; readonly on: IsoDate }
  /** Another outcome of the next meeting is the likeliest. */
  | {
      readonly kind: 'odds-flip';
      readonly meeting: IsoDate;
      readonly from: MeetingOutcome;
      readonly to: MeetingOutcome;
      readonly percent: number;
    }
  /** The likeliest outcome is the same, and its odds have moved noticeably. Percent. */
  | {
      readonly kind: 'odds';
      readonly meeting: IsoDate;
      readonly outcome: MeetingOutcome;
      readonly from: number;
      readonly to: number;
    }
  /** The Russell 2000 closed higher than ever in the data. */
  | { readonly kind: 'record'; readonly on: IsoDate; readonly close: number }
  /** Sessions have closed; `from` is absent where the last brief had no closes. */
  | {
      readonly kind: 'close';
      readonly to: number;
      readonly from?: { readonly ratio: number; readonly sessions?: number };
    }
  /** A close told before was corrected. */
  | { readonly kind: 'revised'; readonly on: IsoDate; readonly from: number; readonly to: number };

/** What changed since the last brief; without one there is nothing to compare with. */
export type BriefNews =
  | { readonly kind: 'first' }
  | {
      readonly kind: 'since';
      /** Day and clock of the last brief, in this one's zone. */
      readonly on: IsoDate;
      readonly time: string;
      /** The weightiest first. */
      readonly changes: readonly BriefChange[];
    };

/** One view a side, where they bear on what changed; both or none. */
export interface OpposingViews {
  readonly bullish: DatedView;
  readonly bearish: DatedView;
  /** How many voices the notes have on each side. */
  readonly stanceCounts: Readonly<Record<'bullish' | 'bearish', number>>;
}

/** One brief, with every figure it rests on. */
export interface Brief extends Answered {
  readonly kind: 'brief';
  /** It is ordered, not asked. */
  readonly question: null;
  readonly now: IsoInstant;
  readonly day: MarketDay;
  readonly closes: BriefCloses | NoCloses;
  readonly fed: BriefFed;
  /** Cuts of 25, 50 and 100 bp, and hikes of the same sizes. */
  readonly moves: readonly { readonly size: number; readonly cut: ComparedMove; readonly hike: ComparedMove }[];
  readonly news: BriefNews;
  readonly opposingViews?: OpposingViews;
  /** What the record says against a note on the very thing that changed. */
  readonly flag?: Finding;
}

/** Where the calendar does not reach, no closure but an attack or a storm has kept a close from coming for longer. */
const MOST_DAYS_WITHOUT_CLOSE = 4;

/**
 * True where a brief has no closes at all, or lacks that of a session that is final at the moment of the facts: at half past
 * seven in New York, yesterday's. That is when it says so in its first line, or is held back. Prices of futures are not
 * looked at: without them a brief still says where the market stands.
 */
export const isStale = (facts: Facts): boolean => {
  const { result } = answer({ kind: 'rotation' }, facts);
  if (result.kind !== 'measured') return true;
  const { freshness, on } = result.stamp;
  if (freshness.kind !== 'unknown-year') return freshness.kind === 'behind';
  return calendarDaysBetween(on, newYorkTime(facts.now).date) > MOST_DAYS_WITHOUT_CLOSE;
};
