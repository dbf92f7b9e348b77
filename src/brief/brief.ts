import { calendarDaysBetween, newYorkTime } from '../calendar/index.ts';
import type { PortfolioEffect } from '../companies/index.ts';
import type { Answered, DatedReading, DatedView, Facts, Fed } from '../facts/index.ts';
import type { MeetingOdds } from '../fed/index.ts';
import type { Note } from '../notes/index.ts';
import type { Finding } from '../record/index.ts';
import type { ComparedMove } from '../topics/compare-moves/answer.ts';
import { answer } from '../topics/registry.ts';
import type { Measured, NotMeasured } from '../topics/rotation/answer-type.ts';
import type { BasisPoints, IsoDate, IsoInstant, Percent } from '../units.ts';
import type { MarketDay } from './market-day.ts';

/** The morning brief as a value: where the market stands, and what changed since the last brief. */

/** What the last scheduled brief in a channel reported, so that the next one can say what changed since. */
export interface LastTold {
  /** When it was posted. */
  readonly at: IsoInstant;
  /** The newest close reported so far: by that brief or, if it had none, by an earlier one. Index points. */
  readonly closes?:
    | { readonly on: IsoDate; readonly ratio: number; readonly russell: number; readonly sp: number }
    | undefined;
  /** The Fed's target range, percent; `through`: the last meeting whose outcome was known. */
  readonly range?: { readonly from: number; readonly to: number; readonly through?: IsoDate | undefined } | undefined;
  /** The views that briefs showed, the newest last: one that was told waits until the others have been. */
  readonly views?: readonly { readonly id: string; readonly on: IsoDate }[] | undefined;
  /** The highest number that a note of the team's own had. */
  readonly notes?: number | undefined;
  /** The next meeting and the likeliest outcome that futures implied of it, with its odds in percent. */
  readonly odds?:
    | { readonly meeting: IsoDate; readonly outcome: 'cut' | 'hold' | 'hike'; readonly percent: number }
    | undefined;
}

/** What the Fed can decide at a meeting. */
export type MeetingOutcome = NonNullable<LastTold['odds']>['outcome'];

/** Every outcome of a meeting. */
export const OUTCOMES: readonly MeetingOutcome[] = ['cut', 'hold', 'hike'];

/** The bounds of the Fed's target range, percent. */
export type TargetRange = Pick<NonNullable<LastTold['range']>, 'from' | 'to'>;

/** Changes of the ratio and of both indexes over one span, in percent. */
export interface IndexChanges {
  readonly from: IsoDate;
  readonly ratio: Percent;
  readonly russell: Percent;
  readonly sp: Percent;
}

/** The newest ratio is lower, or higher, than at every close of the last month or longer. */
export interface RatioExtreme {
  readonly way: 'lowest' | 'highest';
  /** The last session at which it was as low, or as high; absent where it never was in the series. */
  readonly since?: IsoDate;
}

/** In how many of the last sessions the ratio moved one way, where nearly all of them did. */
export interface RatioStreak {
  readonly way: 'up' | 'down';
  readonly count: number;
  readonly of: number;
}

/** The last close of both indexes and their ratio, and how it compares with earlier ones. */
export interface BriefCloses {
  readonly kind: 'closes';
  readonly measured: Measured;
  /** Index points. */
  readonly russell: number;
  readonly sp: number;
  /** From the previous session; absent where its close is missing. */
  readonly day?: IndexChanges;
  readonly month?: IndexChanges;
  /** `held` within ±0.5% in a day; absent where the day's change is not known. */
  readonly direction?: 'slipped' | 'gained' | 'held';
  readonly extreme?: RatioExtreme;
  readonly run?: RatioStreak;
}

/** Why there are no closes, and the newest ratio that a note prints. */
export interface NoCloses {
  readonly kind: 'no-closes';
  readonly why: Extract<NotMeasured, { kind: 'no-closes' }>['why'];
  /** Never shown as a close. */
  readonly reading?: DatedReading;
}

/** The Fed's target range and its next meeting. */
export interface BriefFed {
  readonly fed: Fed;
  /** Calendar days from the brief's date to the next decision's; −1 where the zone's date is already past it, east of New York. */
  readonly daysToNext?: number;
  /** What futures imply for the next meeting, as fractions; absent without prices. */
  readonly odds?: MeetingOdds;
  readonly likeliest?: MeetingOutcome;
}

/** One thing that differs from what the last brief reported. */
export type BriefChange =
  /** The target range was changed. */
  | { readonly kind: 'range'; readonly from: TargetRange; readonly to: TargetRange }
  /** A meeting's outcome has become known, and the range did not change. */
  | { readonly kind: 'held'; readonly on: IsoDate }
  /** The likeliest outcome of the next meeting is another one. `percent`: its odds. */
  | {
      readonly kind: 'odds-flip';
      readonly meeting: IsoDate;
      readonly from: MeetingOutcome;
      readonly to: MeetingOutcome;
      readonly percent: number;
    }
  /** The odds of the likeliest outcome moved by five percentage points or more. `from` and `to` in percent. */
  | {
      readonly kind: 'odds';
      readonly meeting: IsoDate;
      readonly outcome: MeetingOutcome;
      readonly from: number;
      readonly to: number;
    }
  /** The Russell 2000 closed at its highest in the data. `close` in index points. */
  | { readonly kind: 'record'; readonly on: IsoDate; readonly close: number }
  /** There are newer closes; ratios. `from` is absent where the last brief had no closes. */
  | {
      readonly kind: 'close';
      readonly to: number;
      readonly from?: { readonly ratio: number; readonly sessions?: number };
    }
  /** The provider corrected a close that was reported before; ratios. */
  | { readonly kind: 'revised'; readonly on: IsoDate; readonly from: number; readonly to: number };

/** What changed since the last brief; `first` where the channel has had none. */
export type BriefNews =
  | { readonly kind: 'first' }
  | {
      readonly kind: 'since';
      /** Date and local time of the last brief, in this one's zone. */
      readonly on: IsoDate;
      readonly time: string;
      /** The most important first. */
      readonly changes: readonly BriefChange[];
    };

/** One bullish and one bearish view on what changed. */
interface OpposingViews {
  readonly bullish: DatedView;
  readonly bearish: DatedView;
  /** How many people in the notes are on each side. */
  readonly stanceCounts: Readonly<Record<'bullish' | 'bearish', number>>;
}

/** What the smallest move does to a workspace's own companies. */
export interface BriefCompanies {
  readonly count: number;
  /** Basis points, negative for a cut. */
  readonly move: BasisPoints;
  readonly effect: PortfolioEffect;
}

/** What a team has added to its notes since the last brief. */
interface AddedNotes {
  /** The lowest number first; one at least. */
  readonly notes: readonly Note[];
  readonly claims: number;
  readonly views: number;
  readonly figures: number;
  /** How many statements the record contradicts. */
  readonly wrong: number;
}

/** One brief, with every figure it rests on. */
export interface Brief extends Answered {
  readonly kind: 'brief';
  /** A brief answers no question. */
  readonly question: null;
  readonly now: IsoInstant;
  readonly day: MarketDay;
  readonly closes: BriefCloses | NoCloses;
  readonly fed: BriefFed;
  /** Cuts of 25, 50 and 100 bp, and hikes of the same sizes. */
  readonly moves: readonly { readonly size: number; readonly cut: ComparedMove; readonly hike: ComparedMove }[];
  /** Absent where the workspace has listed none. */
  readonly companies?: BriefCompanies;
  readonly news: BriefNews;
  /** The highest number of the team's own notes so far, 0 before the first. `added` is absent where none is new, or there is no brief to count from. */
  readonly teamNotes: { readonly highest: number; readonly added?: AddedNotes };
  readonly opposingViews?: OpposingViews;
  /** A note's statement about what changed that the record contradicts. */
  readonly flag?: Finding;
}

/** For years not in the exchange calendar: no ordinary closure lasts longer, in calendar days. */
const MOST_DAYS_WITHOUT_CLOSE = 4;

/**
 * True where there are no closes, or the close of the last final session is missing (at 07:30 in New York: yesterday's).
 * A brief then says so in its first line, or is held back. Futures prices do not count: a brief can do without them.
 */
export const hasStaleCloses = (facts: Facts): boolean => {
  const { result } = answer({ kind: 'rotation' }, facts);
  if (result.kind !== 'measured') return true;
  const { freshness, on } = result.stamp;
  if (freshness.kind !== 'unknown-year') return freshness.kind === 'behind';
  return calendarDaysBetween(on, newYorkTime(facts.now).date) > MOST_DAYS_WITHOUT_CLOSE;
};
