import { TZDate } from '@date-fns/tz';
import { addDays, dateFrom, weekdayOf, yearOf } from '../calendar/index.ts';
import { type IsoDate, type IsoInstant, isoDate } from '../units.ts';
import { type BriefTiming, type DayReference, type OnClosed, type OnStale, WEEKDAYS } from './effect.ts';

const DAYS_A_WEEK = 7;
/** Between one 29 February and the next lie at most eight years. */
const MOST_YEARS = 8;

/** The same day of the first year in which it is not before `today`. */
const nextOfYear = (month: number, day: number, today: IsoDate): IsoDate => {
  const years = Array.from({ length: MOST_YEARS + 1 }, (_, later) => yearOf(today) + later);
  const dates = years.map((year) => dateFrom(year, month, day)).filter((date) => Number(date.slice(5, 7)) === month);
  const next = dates.find((date) => date >= today);
  if (next === undefined) throw new Error(`no year has a day ${month}-${day}`);
  return next;
};

/**
 * The date that is meant by a day as it is said on `today`: 1 December is the next one, today included; Monday is the next
 * one, and on a Monday a week on. A date stays what it is, also where it has passed.
 */
export const resolveDay = (said: DayReference, today: IsoDate): IsoDate => {
  if (typeof said === 'string') return said;
  if ('inDays' in said) return addDays(today, said.inDays);
  if ('month' in said) return nextOfYear(said.month, said.day, today);
  const ahead = (WEEKDAYS.indexOf(said.weekday) + 1 - weekdayOf(today) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return addDays(today, ahead === 0 ? DAYS_A_WEEK : ahead);
};

/** A brief that a channel gets: who set it up, when it is due, and what has been dealt with. */
export interface Schedule {
  /** Made by the store; unique, and never used again. */
  readonly id: string;
  /** What people name it by: made by the store, from 1, and never given again in its workspace. */
  readonly number: number;
  readonly team: string;
  readonly channel: string;
  /** User id of who set it up. */
  readonly owner: string;
  readonly timing: BriefTiming;
  readonly onClosed: OnClosed;
  readonly onStale: OnStale;
  readonly createdAt: IsoInstant;
  /** `until`: the first day, in the schedule's zone, on which it is posted again. */
  readonly paused?: { readonly until?: IsoDate | undefined } | undefined;
  /** A day, in the schedule's zone, that is left out by request. */
  readonly skip?: IsoDate | undefined;
  /** Everything due up to here has a delivery on record. */
  readonly settledTo: IsoInstant;
  /** Where a trigger stood when it was last looked at, in words of its own; absent before the first look. */
  readonly stood?: string | undefined;
}

/** What is needed to make a schedule. */
export type NewSchedule = Omit<Schedule, 'id' | 'number' | 'settledTo' | 'paused' | 'skip' | 'stood'>;

/** Why a brief that was due was not posted. */
export type SkipReason =
  /** The bot was stopped, or could not reach Slack, for half an hour from when it was due. */
  | 'too late'
  | 'paused'
  | 'skipped by request'
  | 'exchange closed'
  | 'data stale'
  /** The channel is gone, archived or silent, another company reads along, or the bot is no longer in it. */
  | 'cannot post';

export type DeliveryOutcome =
  /** Claimed, and nothing known yet: it is being posted, or the bot stopped while it was. */
  | { readonly kind: 'claimed' }
  | { readonly kind: 'posted'; readonly ts: string; readonly minutesLate: number }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  /** Slack's answer was lost and the message cannot be looked for; it is not posted again. */
  | { readonly kind: 'uncertain' };

/** One brief that was due, and what came of it. */
export interface Delivery {
  /** Schedule id. */
  readonly schedule: string;
  /** The local date it was due on; for a trigger, the crossing's own name. */
  readonly slot: string;
  readonly due: IsoInstant;
  /** When its outcome was last written. */
  readonly at: IsoInstant;
  readonly outcome: DeliveryOutcome;
}

/** What the last scheduled brief in a channel told, so that the next can say what changed since. */
export interface LastTold {
  /** When it was posted. */
  readonly at: IsoInstant;
  /** The newest close told so far, by it or where it had none by an earlier one; absent where none was. */
  readonly closes?:
    | { readonly on: IsoDate; readonly ratio: number; readonly russell: number; readonly sp: number }
    | undefined;
  /** The Fed's target range, percent; `through`: the last meeting whose outcome was known. */
  readonly range?: { readonly from: number; readonly to: number; readonly through?: IsoDate | undefined } | undefined;
  /** The next meeting and the likeliest outcome that futures implied of it, with its odds in percent. */
  readonly odds?:
    | { readonly meeting: IsoDate; readonly outcome: 'cut' | 'hold' | 'hike'; readonly percent: number }
    | undefined;
}

/** What the clocks of a zone show. */
export interface WallClock {
  readonly date: IsoDate;
  /** `07:30` */
  readonly time: string;
}

/** True of an IANA name that this runtime knows, `America/New_York`. */
export const isZone = (zone: string): boolean => !Number.isNaN(new TZDate(0, zone).getTime());

/**
 * What the clocks of a zone show at an instant.
 *
 * @throws {RangeError} for a zone that {@link isZone} does not know
 * @example wallClock('2026-11-27T02:15:00.000Z', 'Asia/Kathmandu') // { date: '2026-11-27', time: '08:00' }
 */
export const wallClock = (instant: IsoInstant, zone: string): WallClock => {
  const local = new TZDate(Date.parse(instant), zone);
  if (Number.isNaN(local.getTime())) throw new RangeError(`no such time zone: ${zone}`);
  const written = local.toISOString();
  return { date: isoDate(written.slice(0, 10)), time: written.slice(11, 16) };
};
